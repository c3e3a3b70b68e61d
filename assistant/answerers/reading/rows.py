"""Table rows as sentences: 'Train dog teams at six airports – Lead: South Africa.'"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answerers.reading.spans import plain
from assistant.answerers.reading.terms import tokens
from assistant.answerers.reading.units import Unit, signature
from corpus.records.plan_tables import table_columns

_NUMBER_CELL = re.compile(r"^[\dA-Z]{0,3}(?:[./]\d+)*\.?$")

_WENT = re.compile(
    r"\b(?:did|was|were|had|took\s+(?:part|place)|attended|joined|came|carried\s+out|conducted|held|reached|trained)\b",
    re.IGNORECASE,
)
_DELAY = re.compile(r"\bhow\s+(?:late|early|long\s+after|far\s+behind|much\s+later)\b", re.IGNORECASE)
_PLANNED = re.compile(
    r"\b(?:plan(?:ned|s)?|programmes?|roadmap|meant|scheduled|due|supposed|foreseen|expected|intended|set|fixed|deadline"
    r"|earmarked|budgeted|reserved|allocated|to\s+be|to\s+(?:begin|start|open|end|finish))\b",
    re.IGNORECASE,
)


_MEANT = re.compile(
    r"\b(?:planned|meant|scheduled|due|supposed|foreseen|foresee|expected|intended|to\s+be|to\s+[a-z]+\s+out"
    r"|(?:plan|programme|roadmap)\s+(?:say|said|ask|set|provide|want|give|gave|fix)\w*)\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(r"\b(?:will|shall|(?:is|are)\s+(?:foreseen|planned|expected|to\s+be))\b", re.IGNORECASE)
_STANDING = re.compile(r"\b(?:be|is|are|being)\s+(?:\w+ly\s+)?\w+(?:ed|en)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:was|were|had|has|have|did|\w{2,}ed)\b", re.IGNORECASE)
_CAME_OF_IT = re.compile(
    r"\b(?:who|which\s+\w+)\s+(?:carried\s+out|conducted|held|made|did|wrote|organi[sz]ed)\b"
    r"|\bdid\b.*\b(?:conclude|find|show|reveal|establish|result|achieve|come\s+to|come\s+out)\b",
    re.IGNORECASE,
)


_CHOICE = r"(?:chosen|picked|selected|appointed|hired|commissioned|nominated|elected|designated)"
_CHOSEN = re.compile(rf"\b{_CHOICE}\b", re.IGNORECASE)
_TO_CHOOSE = re.compile(rf"\b(?:to|yet to|will|shall) be (?:\w+ly )?{_CHOICE}\b", re.IGNORECASE)


def foretells(text: str, question: str) -> bool:
    """Whether a sentence only says what is to come while the question asks what came of it or who did it.

    'A review will be made in May' does not tell what the review found.
    """
    if _CHOSEN.search(question) and not _MEANT.search(question) and _TO_CHOOSE.search(text):
        return True
    if not _CAME_OF_IT.search(question) or _MEANT.search(question) or not _FUTURE.search(text):
        return False
    return _PAST.search(_STANDING.sub(" ", text)) is None


_OFFERED = re.compile(
    r"\b(?:offer|invitation|readiness|proposal|wish)\b[^.;]{0,60}\bto (?:host|hold|be (?:the )?host|convene)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:did|was|were|took)\b.*\b(?:hold|held|take\s+place|place|meet|convened?)\b", re.IGNORECASE
)


def tells_only_plans(unit: Unit, question: str) -> bool:
    """Whether a unit is a row of a work plan, or an offer, while the question asks when or at what cost something was."""
    if _OFFERED.search(unit.text) and _HELD.search(question) and not _PLANNED.search(question):
        return True
    if unit.table is None:
        return False
    if not _DELAY.search(question) and (not _WENT.search(question) or _PLANNED.search(question)):
        return False
    roles = table_columns(unit.table)
    return "timeline" in roles and bool(roles.keys() & {"partners", "indicator", "budget"})


def cell_at(unit: Unit, position: int) -> int:
    """Return the number of the cell that holds a position of the unit's text."""
    if unit.row is None:
        return 0
    for number, cell in enumerate(unit.row.cells):
        if cell.start <= unit.start + position <= cell.end:
            return number
    return 0


def label(unit: Unit) -> tuple[str, set[int]]:
    """Return what names a row (its number and first cell of text) and which cells that takes."""
    parts: list[str] = []
    used: set[int] = set()
    if unit.row is None:
        return "", used
    for number, cell in enumerate(unit.row.cells[:3]):
        text = plain(cell.text) if not _NUMBER_CELL.match(cell.text.strip()) else cell.text.strip()
        if not text:
            continue
        parts.append(text)
        used.add(number)
        if not _NUMBER_CELL.match(text):
            break
    return " ".join(parts), used


def rendered(unit: Unit, columns: Sequence[int]) -> str:
    """Return a row as a sentence that says what the given columns hold."""
    if unit.row is None or unit.table is None:
        return plain(unit.text)
    name, used = label(unit)
    said = []
    for number in columns:
        if number in used or number >= len(unit.row.cells) or not unit.row.cells[number].text:
            continue
        header = unit.table.header[number] if number < len(unit.table.header) else ""
        value = plain(unit.row.cells[number].text).rstrip(" .;")
        said.append(f"{header}: {value}" if header else value)
    if not said:
        said = [
            f"{unit.table.header[number]}: {plain(cell.text)}"
            if number < len(unit.table.header) and unit.table.header[number]
            else plain(cell.text)
            for number, cell in enumerate(unit.row.cells)
            if number not in used and cell.text
        ][:4]
    return f"{name} – {'; '.join(said)}." if said else f"{name}."


def columns_named(unit: Unit, keys: set[str]) -> list[int]:
    """Return the columns whose name bears one of the stems or meanings."""
    if unit.table is None:
        return []
    return [
        number
        for number, name in enumerate(unit.table.header)
        if keys & set(signature(name, tokens(name), {}))
    ]
