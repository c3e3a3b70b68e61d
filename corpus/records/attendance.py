"""Attendance: who is listed for which meeting, in what capacity, and whether the list is complete."""

from __future__ import annotations

import re

from corpus.document import BlockKind, Document
from corpus.records.attendance_groups import Group, records_of
from corpus.records.attendance_lists import list_groups
from corpus.records.attendance_marks import marked_groups
from corpus.records.attendance_prose import prose_groups
from corpus.records.attendance_tables import table_groups
from corpus.records.attendance_unread import unread
from corpus.records.capacities import capacity_by_kind, capacity_of, is_attendance_head
from corpus.records.context import Context
from corpus.records.meeting_mentions import mentions
from corpus.records.meetings import DocumentMeetings
from corpus.records.statements import Statement, headings, split, statements, without_marker
from corpus.records.types import Attendance, AttendanceGroup, Capacity, PartyKind


def read_attendance(document: Document, context: DocumentMeetings) -> list[Attendance | AttendanceGroup]:
    """Return the lists of attendance of a document, each followed by the parties in it."""
    if not context.meetings:
        return []
    marked = {
        table.start: marked_groups(document, table, context, context.meeting_at(table.start))
        for table in document.tables
    }
    groups = [
        *list_groups(document, context.meeting_at, context.parties),
        *table_groups(
            document,
            context.meeting_at,
            context.parties,
            frozenset(start for start, found in marked.items() if found),
        ),
        *(group for found in marked.values() for group in found),
    ]
    covered = [span for group in groups if group.entries for span in group.covers or [group.evidence]]
    groups += [group for group in _in_prose(document, context) if not _inside(group, covered)]
    _settle(groups)
    groups += unread(document, context, groups)
    return records_of(document, groups)


def delegates(document: Document, context: Context) -> dict[str, tuple[str, tuple[int, int]]]:
    """Return the party that each person stands under in the lists of participants, with its place.

    Persons who stand under two parties are left out.
    """
    found: dict[str, tuple[str, tuple[int, int]]] = {}
    twice: set[str] = set()
    groups = [
        *list_groups(document, context.meeting_at, context.parties),
        *table_groups(document, context.meeting_at, context.parties),
    ]
    for group in groups:
        for entry in group.entries:
            for name in entry.people:
                if name in found and found[name][0] != entry.party.name:
                    twice.add(name)
                found[name] = (entry.party.name, (entry.start, entry.end))
    return {name: value for name, value in found.items() if name not in twice}


# Heads of those who belong to the meeting, where others are listed beside them.
_PRESENT = re.compile(r"(?:members\s+)?present\b", re.IGNORECASE)
# … and of those of them who were not in the room: 'CONNECTED ONLINE' beside 'PRESENT IN DAKAR'
_CONNECTED = re.compile(
    r"(?:(?:connected|joined|joining|attending|linked)\s+)?(?:on ?-?line|remotely|virtually|by\s+video[\w -]*|on ?-?screen)$",
    re.IGNORECASE,
)


def _settle(groups: list[Group]) -> None:
    """'Present' means the members where others are listed as being in attendance."""
    labels = [group.label.lower() for group in groups]
    split = any(re.match(r"present\b", label) for label in labels)
    apart = any(
        re.search(
            r"in attendance|observers?|also (?:present|attending|there|with us)|others? (?:present|attending)",
            label,
        )
        for label in labels
    )
    came = {
        (group.meeting, entry.party.name)
        for group in groups
        if group.capacity not in (Capacity.ABSENT, Capacity.APOLOGIES)
        for entry in group.entries
    }
    for group in groups:  # who sent a paper was away only where no list has him
        if group.capacity is Capacity.ABSENT and "written" in group.label:
            group.entries = [one for one in group.entries if (group.meeting, one.party.name) not in came]
    groups[:] = [group for group in groups if group.entries or "written" not in group.label]
    for group in groups:
        attending = group.capacity is Capacity.PARTICIPANT
        if (
            group.capacity is Capacity.PARTICIPANT
            and (_PRESENT.match(group.label) or (split and _CONNECTED.match(group.label)))
            and apart
        ):
            group.capacity = Capacity.MEMBER
        elif attending and group.level is None:
            for entry in group.entries:
                if entry.capacity is None and entry.party.kind not in (
                    PartyKind.STATE,
                    PartyKind.UNKNOWN,
                ):
                    entry.capacity = capacity_by_kind(entry.party)


def _inside(group: Group, covered: list[tuple[int, int]]) -> bool:
    start, end = group.evidence
    return any(min(end, right) - max(start, left) > (end - start) // 2 for left, right in covered)


def _in_prose(document: Document, context: DocumentMeetings) -> list[Group]:
    found: list[Group] = []
    told: int | None = None  # section in which a list was read last
    for statement in statements(document, BlockKind.PARAGRAPH, BlockKind.ITEM):
        previous = ""
        section = document.blocks[statement.block].section
        headed = any(is_attendance_head(head) for head in headings(document, statement)[-1:])
        run_in: Capacity | None = None
        for number, sentence in enumerate(split(statement)):
            if not number:
                run_in = _run_in(sentence, context)
                headed = headed or run_in is not None
            meeting = _meeting_of(sentence, context)
            if meeting is None:
                before = document.text[statement.start : sentence.start]
                meeting = context.told_before(before) or _headed_by(document, statement, context)
            if meeting is not None:
                groups = prose_groups(
                    sentence,
                    previous,
                    meeting,
                    context.parties,
                    attending=headed or told == section,
                    sort=run_in,
                )
                told = section if groups else told
                for group in groups:
                    own = re.search(r"\bas\b", group.label) is not None
                    if run_in is not None and group.capacity is Capacity.PARTICIPANT and not own:
                        group.capacity = run_in
                found += groups
            previous = sentence.text
    return found


def _headed_by(document: Document, statement: Statement, context: DocumentMeetings) -> str | None:
    """The meeting that the nearest heading of a paragraph names by its number: 'Seventh Session: half-time'."""
    for head in reversed(headings(document, statement)):
        if (told := context.told_before(head)) is not None:
            return told
    return None


_FINITE = re.compile(
    r"\b(?:sent|came|was|were|met|took|had|has|have|are|is|attended|participated|joined|observed|received|invited)\b"
)


def _run_in(sentence: Statement, context: DocumentMeetings) -> Capacity | None:
    """The capacity that the head of a paragraph states, where it stands in its first line: '3. Members. A, B and C …'."""
    head = without_marker(sentence.text)[0].strip(" *_.:")
    if not 0 < len(head.split()) <= 5 or not head[0].isupper() or not is_attendance_head(head):
        return None
    if re.search(r"[,;:]", head) or _FINITE.search(head) or context.parties.find(head):
        return None
    return capacity_of(head)


# What a sentence on attendance may be about beside the meeting proper.
_SIDE_EVENT = re.compile(
    r"\W*(?:(?:At|To|For|In)\s+)?[Tt]he\s+(?:[A-Z][\w’']+\s+){0,3}?(?P<noun>Round ?[Tt]able|Open House|Dialogue|Workshop|Forum|Seminar"
    r"|Symposium|Training|Exercise|Reception|Clinic)\s+(?:alone\s+|only\s+|itself\s+)?(?:was|were|drew|brought|saw|had)\b"
)


def _meeting_of(sentence: Statement, context: DocumentMeetings) -> str | None:
    """The meeting that a sentence is about: named by number, or implied by where it stands."""
    around = context.meeting_at(sentence.start)
    beside = _SIDE_EVENT.match(sentence.text)
    if beside is not None:  # 'The Round Table alone was attended by …'
        noun = beside["noun"].replace(" ", "").lower()
        ids = [
            one.id
            for one in context.meetings
            if one.number is None and noun in one.name.replace(" ", "").lower()
        ]
        return ids[0] if len(ids) == 1 else None
    for mention in mentions(sentence.text):
        if mention.number is None:
            continue
        named = context.numbered(mention.number)
        if named is not None and named != around:
            main = next((m for m in context.meetings if m.id == around), None)
            if main is not None and main.number == mention.number:
                return around
            before = sentence.text[: mention.start]
            return (
                named
                if re.search(r"\b(?:[Aa]t|[Tt]he|[Ii]n)\s+$|^\W*$", before[-5:]) and len(before) < 60
                else around
            )
    return around
