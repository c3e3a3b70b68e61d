"""Records in a line each, as a reader of the page sees them."""

from __future__ import annotations

from corpus.names.dates import format_range
from corpus.records.types import (
    ActionItem,
    AnyRecord,
    Attendance,
    AttendanceGroup,
    Contribution,
    Decision,
    Headcount,
    Meeting,
    Person,
    PlanItem,
    Proposal,
    Term,
)

_TYPES = {
    "meeting": "Meetings",
    "attendance": "Attendance",
    "attendance_group": "Lists of attendance",
    "person": "Persons",
    "contribution": "Contributions",
    "headcount": "Numbers of participants",
    "decision": "Decisions",
    "action_item": "Action items",
    "plan_item": "Plan",
    "term": "Abbreviations",
    "proposal": "Proposed by a chat model",
}


def record_type(record: AnyRecord) -> str:
    """Return the heading under which a record is listed."""
    return _TYPES.get(record.type, record.type)


def record_label(record: AnyRecord) -> str:
    """Return what a record says, in one line."""
    if isinstance(record, Meeting):
        dates = format_range(record.dates) if record.dates else ""
        return ", ".join(part for part in (record.name, dates, record.place or "") if part)
    if isinstance(record, Attendance):
        return f"{record.party}: {record.capacity.value}" + (f" ({record.mode})" if record.mode else "")
    if isinstance(record, AttendanceGroup):
        stated = f", {record.stated} stated" if record.stated is not None else ""
        return f"{record.label or record.capacity.value}: {record.named} named{stated}, {record.completeness.value}"
    if isinstance(record, Person):
        name = " ".join(part for part in (record.honorific or "", record.name) if part)
        return ", ".join(
            [name, *(part for part in (record.post, record.organisation, *record.roles) if part)]
        )
    if isinstance(record, Contribution):
        return f"{', '.join(record.actors)}: {record.verb} {record.subject}"
    if isinstance(record, Headcount):
        return " ".join(part for part in (str(record.number), record.unit, record.qualifier or "") if part)
    if isinstance(record, Decision):
        return _labelled(record.label, record.text)
    if isinstance(record, ActionItem):
        tail = " · ".join(part for part in (record.owner or "", record.due_text or "") if part)
        return _labelled(record.label, record.text) + (f" ({tail})" if tail else "")
    if isinstance(record, PlanItem):
        return _labelled(record.number, record.text)
    if isinstance(record, Term):
        return f"{record.acronym}: {record.expansion}"
    if isinstance(record, Proposal):
        return f"{record.kind}: {record.text} (proposed by {record.by})"
    return str(record.id)


def _labelled(label: str | None, text: str) -> str:
    return f"{label} {text}" if label else text
