"""Tasks in aligned columns without heads, as plain texts give them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from corpus.document import Document, Row, Span
from corpus.records.statements import clean
from corpus.records.tasks import Due, due_field

TO_DO = re.compile(
    r"^(?P<owner>[A-Z][^.;:]{0,80}?)\s+(?:is\s+|are\s+)?(?:to|will|shall|should)\s+(?P<verb>[a-z]+)"
)
_MARK = re.compile(
    r"^\s*(?:\(?(?:[ivx]{1,5}|[a-z]|\d{1,2})[.)]|(?P<label>[A-Z]{0,4}[-.]?\d{1,3}(?:[./-]\d{1,3})*)[.:)]?(?=\s))\s*",
)
_UNDATED = re.compile(r"at\s+once|immediately|ongoing|each\b.*|every\b.*|next\s+\w+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One line of such a list: the task, who has it and by when; `label` where the line bears one."""

    text: str
    span: Span
    label: str | None
    owner: str | None
    due: Due | None


def action_lines(
    document: Document, meeting: date | None, owns: Callable[[str], bool], listed: Callable[[int], bool]
) -> Iterator[ActionLine]:
    """Yield the lines of 'Fiji to report on X | by 5 May 2023' and '(a) Fiji | report on X | by 5 May 2023'.

    The last column must hold dates. Where owner and task have a column each, the owners must be parties or
    offices, as `owns` knows them, or the section a list of actions, as `listed` knows it by a position.
    """
    for table in document.tables:
        if table.header or len(table.rows) < 2 or any(row.spanning for row in table.rows):
            continue
        rows = [[clean(cell.text) for cell in row.cells] for row in table.rows]
        if not all(
            due_field(row[-1], meeting) is not None or _UNDATED.fullmatch(row[-1]) for row in rows
        ) or not any(due_field(row[-1], meeting) for row in rows):
            continue
        if all(len(row) == 2 for row in rows):
            yield from _told(table.rows, rows, meeting)
        elif all(2 < len(row) <= 4 for row in rows) and len({len(row) for row in rows}) == 1:
            yield from _in_columns(table.rows, rows, meeting, owns, listed)


def _told(rows: tuple[Row, ...], written: list[list[str]], meeting: date | None) -> Iterator[ActionLine]:
    """Owner and task in one: 'Fiji to report on X'."""
    tasks = [_split(row[0]) for row in written]
    owners = [TO_DO.match(text) for _, text in tasks]
    if not all(owners):
        return
    for row, cells, (label, text), owner in zip(rows, written, tasks, owners, strict=True):
        span = Span(start=row.start, end=row.end)
        yield ActionLine(text, span, label, owner["owner"] if owner else None, due_field(cells[-1], meeting))


def _in_columns(
    rows: tuple[Row, ...],
    written: list[list[str]],
    meeting: date | None,
    owns: Callable[[str], bool],
    listed: Callable[[int], bool],
) -> Iterator[ActionLine]:
    """Owner and task in columns of their own, in either order, perhaps with a label before them."""
    lines: list[tuple[str | None, list[str]]] = []
    for cells in written:
        label, first = _split(cells[0])
        parts = [part for part in (first, *cells[1:-1]) if part]
        if len(parts) != 2:
            return
        lines.append((label, parts))
    known = [sum(owns(parts[at]) for _, parts in lines) for at in (0, 1)]
    least = len(lines) / 2 if listed(rows[0].start) else len(lines)
    at = 0 if known[0] >= known[1] else 1
    if known[at] < least or known[at] == known[1 - at]:
        return
    for row, cells, (label, parts) in zip(rows, written, lines, strict=True):
        span = Span(start=row.start, end=row.end)
        yield ActionLine(parts[1 - at], span, label, parts[at], due_field(cells[-1], meeting))


def _split(text: str) -> tuple[str | None, str]:
    """Return the mark or label before a text and the text; a label alone leaves nothing."""
    mark = _MARK.match(f"{text} ")
    if mark is None or not mark.group().strip():
        return None, text
    return (mark["label"] or mark.group().strip()), text[mark.end() :].strip()
