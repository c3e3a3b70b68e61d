"""Drafts questions from the records of a user's own documents, for a person to review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.document import Document
from corpus.names.dates import format_range
from corpus.records import read_records
from corpus.records.types import (
    AnyRecord,
    Attendance,
    AttendanceGroup,
    Completeness,
    Headcount,
    Meeting,
    Person,
    PlanItem,
    Term,
)
from eval.questions import Question
from eval.systems import read_all


def draft(documents: Path) -> list[Question]:
    """Return questions on meetings, lists, counts, people, plans and terms, with evidence from the records.

    What was read wrongly makes a wrong gold answer: every draft wants a reader's eye before it measures
    anything. Drafts of one document follow each other; ids are 'draft-001' and so on.
    """
    found: list[Question] = []
    for document in read_all([documents]):
        records = read_records(document)
        for question in _drafts(document, records):
            if not any(question.question == one.question for one in found):
                found.append(question.model_copy(update={"id": f"draft-{len(found) + 1:03d}"}))
    return found


def _drafts(document: Document, records: Sequence[AnyRecord]) -> Iterator[Question]:
    meetings = {record.id: record for record in records if isinstance(record, Meeting)}
    listed: dict[str, list[Attendance]] = {}
    for record in records:
        if isinstance(record, Attendance):
            listed.setdefault(record.group, []).append(record)
    for record in records:
        if isinstance(record, Meeting) and record.main:
            yield from _meeting(document, record)
        elif isinstance(record, AttendanceGroup) and record.meeting in meetings:
            yield from _group(document, meetings[record.meeting], record, listed.get(record.id, []))
        elif isinstance(record, Headcount) and record.meeting in meetings:
            yield _question(
                document,
                record,
                f"How many {record.unit} does the document state for the {meetings[record.meeting].name}?",
                "count",
                str(record.number),
            )
        elif isinstance(record, Person) and record.post:
            yield _question(document, record, f"What post did {record.name} hold?", "person", record.post)
        elif isinstance(record, PlanItem) and record.lead:
            yield _question(
                document, record, f"Who leads '{record.text}' in the {record.plan}?", "topic", record.lead
            )
        elif isinstance(record, Term):
            yield _question(
                document, record, f"What does {record.acronym} stand for?", "topic", record.expansion
            )


def _meeting(document: Document, meeting: Meeting) -> Iterator[Question]:
    if meeting.dates is not None:
        asked = f"When was the {meeting.name} held?"
        yield _question(document, meeting, asked, "date", format_range(meeting.dates), field="dates")
    if meeting.place:
        yield _question(
            document, meeting, f"Where was the {meeting.name} held?", "place", meeting.place, field="place"
        )
    if meeting.chairs:
        answer = meeting.chairs if len(meeting.chairs) > 1 else meeting.chairs[0]
        yield _question(document, meeting, f"Who chaired the {meeting.name}?", "list", answer, field="chairs")


def _group(
    document: Document, meeting: Meeting, group: AttendanceGroup, parties: Sequence[Attendance]
) -> Iterator[Question]:
    if group.stated is not None:
        asked = f"How many are listed under '{group.label}' at the {meeting.name}?"
        yield _question(document, group, asked, "count", str(group.stated))
    if parties and group.completeness == Completeness.COMPLETE:
        names = tuple(party.written for party in parties)
        aliases = tuple(
            tuple({party.party, party.acronym or party.party} - {party.written}) for party in parties
        )
        yield _question(
            document,
            group,
            f"Who is listed under '{group.label}' at the {meeting.name}?",
            "attendees_list",
            names if len(names) > 1 else names[0],
            aliases=tuple(tuple(sorted(one)) for one in aliases)
            if len(names) > 1
            else tuple(sorted(aliases[0])),
        )


def _question(
    document: Document,
    record: AnyRecord,
    asked: str,
    kind: str,
    answer: str | tuple[str, ...],
    aliases: tuple[str, ...] | tuple[tuple[str, ...], ...] = (),
    field: str = "",
) -> Question:
    span = record.spans.get(field) if isinstance(record, Meeting) else None
    span = span or (record.evidence[0] if record.evidence else None)
    return Question(
        id="draft",
        question=asked,
        type=kind,
        answer=answer,
        aliases=aliases,
        source=(document.id,),
        evidence=document.text[span.start : span.end] if span else None,
    )
