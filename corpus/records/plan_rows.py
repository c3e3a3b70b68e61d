"""Plan items from tables: bands of objectives, and a row for each activity."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Document, Row, Span, Table
from corpus.records.plan_items import OBJECTIVE, Item, numbered, objective_of, whole
from corpus.records.plan_money import Unit, sum_in, unit_of, unit_told
from corpus.records.plan_prose import split_lead
from corpus.records.plan_tables import is_action_table, is_plan, table_columns
from corpus.records.statements import clean

_FIELDS = frozenset({"lead", "partners", "timeline", "start", "end", "indicator"})
_EMPTY = re.compile(r"[-–—.·…/ ]*|n/?a|tb[acd]", re.IGNORECASE)


def from_tables(document: Document) -> Iterator[Item]:
    """Yield the objectives and activities of the plans that a document gives as tables, in order."""
    roles: dict[str, int] = {}
    width = 0
    head: tuple[str, ...] = ()
    unit: Unit | None = None
    objective: str | None = None
    for table in document.tables:
        own = table_columns(table, plan=is_plan(document))
        if own and not is_action_table(document, table, own):
            roles, width, objective = own, len(table.header), _objective_above(document, table)
            head = table.header
            unit = (unit_of(head[own["budget"]]) or unit_told(document)) if "budget" in own else None
        elif table.header or not roles or any(not r.spanning and len(r.cells) != width for r in table.rows):
            roles = {}
        if not roles:
            continue
        for item in _rows(table, roles, objective, head, unit):
            objective = item.objective if item.level == "activity" else whole(item)
            yield item


def _objective_above(document: Document, table: Table) -> str | None:
    """Return the heading above a table, where that names an objective."""
    path = document.sections[table.section].path if table.section < len(document.sections) else ()
    return path[-1] if path and OBJECTIVE.match(path[-1]) else None


def _rows(
    table: Table, roles: dict[str, int], objective: str | None, header: tuple[str, ...], unit: Unit | None
) -> Iterator[Item]:
    for row in table.rows:
        filled = [cell for cell in row.cells if cell.text.strip()]
        if not filled:
            continue
        if row.spanning or len(filled) == 1:
            head = filled[0]
            item = objective_of(clean(head.text), Span(start=head.start, end=head.end))
            objective = whole(item)
            yield item
            continue
        values = {
            role: clean(row.cells[index].text) for role, index in roles.items() if index < len(row.cells)
        }
        named = values.get("objective")
        if named and named != objective:
            cell = row.cells[roles["objective"]]
            item = objective_of(named, Span(start=cell.start, end=cell.end))
            objective = whole(item)
            yield item
        activity = _activity(row, values, objective, unit)
        if activity is not None:
            if "lead" in roles and roles["lead"] < len(header):
                activity.fields = split_lead(header[roles["lead"]], activity.fields)
            yield activity


def _activity(row: Row, values: dict[str, str], objective: str | None, unit: Unit | None) -> Item | None:
    number = values.get("number", "").rstrip(".") or None
    text = values.get("activity", "")
    if number is None:
        number, text = numbered(text)
    if not text or _TOTAL.match(text):
        return None
    kept = {role: value for role, value in values.items() if role in _FIELDS and not _EMPTY.fullmatch(value)}
    if "start" in kept and "end" in kept:
        kept["timeline"] = f"{kept['start']} – {kept['end']}"
    elif "start" in kept:
        kept["timeline"] = kept["start"]
    item = Item("activity", text, [Span(start=row.start, end=row.end)], number, objective, kept)
    amount = values.get("budget", "")
    if amount and not _EMPTY.fullmatch(amount) and (stated := sum_in(amount, unit)):
        kept["budget"] = stated
        item.unit = unit.told if unit is not None else None
    return item


_TOTAL = re.compile(r"\W*(?:grand\s+|sub-?)?totals?\b", re.IGNORECASE)
