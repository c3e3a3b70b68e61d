"""Plans that give each activity a block of its own: a label and a value in each row.

'Activity A1 | Radio huts', 'Lead | Nepal', 'Timeline | by May 2032', in one table or in a table for each activity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Document, Span
from corpus.records.columns import heads, vocabulary
from corpus.records.plan_items import OBJECTIVE, Item, numbered, objective_of, whole
from corpus.records.plan_tables import is_plan
from corpus.records.statements import clean

_FIELDS = ("lead", "partners", "timeline", "start", "end", "indicator", "budget")
_NUMBER = r"(?:[A-Z]{1,3}[.\- ]?\d{1,2}(?:[.\-]\d{1,2})*|\d{1,2}(?:[.\-]\d{1,2})*|[IVX]{1,4}(?:[.\-]\d{1,2})?)[a-z]?"
# 'Activity A1', 'Output 2.3', 'A1', 'Activity'
_OPENS = re.compile(
    rf"(?:(?P<noun>activity|action|task|output|measure|project|deliverable|work\s+package|step|initiative)\s*(?:no\.?\s*)?(?P<number>{_NUMBER})?|(?P<bare>{_NUMBER}))\s*[.:]?",
    re.IGNORECASE,
)
_LEAST = 2  # fields that make a block of labels an activity


def from_blocks(document: Document) -> Iterator[Item]:
    """Yield the objectives and activities of the blocks in a plan, in order."""
    if not is_plan(document):
        return
    objective: str | None = None
    for table in document.tables:
        rows = list(_pairs(table.header, document, table.start))
        rows += [
            (clean(row.cells[0].text), clean(row.cells[1].text), Span(start=row.start, end=row.end))
            if len(row.cells) > 1 and not row.spanning
            else (clean(" ".join(cell.text for cell in row.cells)), "", Span(start=row.start, end=row.end))
            for row in table.rows
            if row.cells
        ]
        if max((len(row.cells) for row in table.rows), default=0) != 2:
            continue
        above = document.sections[table.section].path if table.section < len(document.sections) else ()
        objective = next((head for head in reversed(above) if OBJECTIVE.match(head)), objective)
        for item in _blocks(rows, above[-1] if above else "", objective):
            if item.level == "objective":
                objective = whole(item)
            yield item


def _pairs(header: tuple[str, ...], document: Document, start: int) -> Iterator[tuple[str, str, Span]]:
    """The head of a table, which may be the first row of a block."""
    if len(header) == 2:
        line = document.text.find("\n", start)
        yield clean(header[0]), clean(header[1]), Span(start=start, end=line if line > start else start)


def _blocks(rows: list[tuple[str, str, Span]], head: str, objective: str | None) -> Iterator[Item]:
    """Yield the blocks of one table; `head` is what stands above it and may name the only activity."""
    current: Item | None = None
    for label, value, span in rows:
        opens = _OPENS.fullmatch(label)
        role = _role(label)
        if not value:
            yield from _whole(current)
            current = None
            if OBJECTIVE.match(label):
                band = objective_of(label, span)
                objective = whole(band)
                yield band
            elif (titled := numbered(label))[0] is not None:
                current = Item("activity", titled[1], [span], titled[0], objective)
        elif opens is not None and (opens["number"] or role in (None, "activity", "number")):
            yield from _whole(current)
            number, text = opens["number"] or opens["bare"], value
            if number is None:
                number, text = numbered(value)
            current = Item("activity", text.rstrip(" .:;"), [span], number, objective)
        elif role in _FIELDS:
            if current is None:
                number, text = numbered(head)
                if number is None:
                    continue
                current = Item("activity", text, [span], number, objective)
            current.fields.setdefault(role, value)
            current.spans.append(span)
    yield from _whole(current)


def _role(label: str) -> str | None:
    """The field that a label names as a whole: 'Led by', 'Timeline'."""
    (name,) = heads((label,))
    return next((role for role, phrases in vocabulary("plan_columns.toml").items() if name in phrases), None)


def _whole(item: Item | None) -> Iterator[Item]:
    """The activity, if enough of its fields are known to make it one; it is proven by the block as a whole."""
    if item is None or not item.text or len(item.fields) < _LEAST:
        return
    if "start" in item.fields and "end" in item.fields:
        item.fields.setdefault("timeline", f"{item.fields['start']} – {item.fields['end']}")
    item.spans = [Span(start=item.spans[0].start, end=item.spans[-1].end)]
    yield item
