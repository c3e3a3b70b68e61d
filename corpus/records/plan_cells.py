"""Which column of a plan holds what, told by its cells: no list of heads is ever complete."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from corpus.document import Table
from corpus.names.dates import find_dates
from corpus.names.parties import find_parties

_SHARE = 0.7  # of the filled cells of a column that must be of a kind
_FEWEST = 2  # filled cells that tell anything
_MANY_WORDS = 9  # a cell with more is a text, whatever it names

_RECURS = re.compile(
    r"\b(?:every|each|yearly|annual(?:ly)?|quarterly|monthly|weekly|twice|once|throughout|ongoing|continuous(?:ly)?|permanent"
    r"|a\s+(?:year|quarter|month)|q[1-4]|quarter|half)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:secretariat|secretary|office|unit|bureau|desk|chairs?|co-chairs?|troika|members|all\s+(?:states|parties|countries)"
    r"|host|presidency|team|task\s+force|centre|committee|agency|ministry)\b",
    re.IGNORECASE,
)
_JOINTS = re.compile(
    r"[\s,;/&+().–—-]|\b(?:and|with|the|of|observer|member|both|jointly|together|for|by)\b", re.I
)


def told_by_cells(table: Table, roles: Mapping[str, int]) -> dict[str, int]:
    """Return roles with those that the cells of the columns without one show: times, leads, partners.

    A role that some head names already is given to no other column.
    """
    found = dict(roles)
    for at, head in enumerate(table.header):
        if not head.strip() or at in found.values():
            continue
        if "timeline" not in found and not found.keys() & {"start", "end"} and _most(table, at, _is_time):
            found["timeline"] = at
        elif not {"lead", "partners"} <= found.keys() and _most(table, at, _is_who):
            found["partners" if "lead" in found else "lead"] = at
    return found


def _most(table: Table, at: int, kind: Callable[[str], bool]) -> bool:
    cells = [
        cell
        for row in table.rows
        if not row.spanning and at < len(row.cells)
        if (cell := row.cells[at].text.strip(" -–—"))
    ]
    return len(cells) >= _FEWEST and sum(map(kind, cells)) >= _SHARE * len(cells)


def _is_time(cell: str) -> bool:
    return len(cell.split()) <= _MANY_WORDS and bool(find_dates(cell) or _RECURS.search(cell))


def _is_who(cell: str) -> bool:
    """Whether a cell names parties or offices and says nothing else of them."""
    if len(cell.split()) > _MANY_WORDS or find_dates(cell):
        return False
    left = cell
    parties = find_parties(cell)
    for one in reversed(parties):
        left = left[: one.start] + left[one.end :]
    rest = _JOINTS.sub("", left)
    return (bool(parties) and len(rest) <= len(cell) / 2) or bool(_OFFICE.search(cell) and cell[:1].isupper())
