"""Sentences on who attended whose parties stand in no list that was read: the lists are then not all there are."""

from __future__ import annotations

import re

from corpus.document import BlockKind, Document
from corpus.records.attendance_groups import Group
from corpus.records.capacities import capacity_of, is_attendance_head
from corpus.records.meeting_mentions import mentions
from corpus.records.meetings import DocumentMeetings
from corpus.records.statements import Statement, headings, split, statements
from corpus.records.types import Capacity, PartyKind

_TOLD = re.compile(
    r"\b(?:attend(?:ed|ing|ance)|took\s+part|taking\s+part|participated|participating|present\b|represented|joined"
    r"|observers?|guests?|invited|civil\s+society|private\s+sector|organi[sz]ations?|compan(?:y|ies))\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:next|previous|last|will|would|offer\w*|host(?:ed|s)?|chair\w*|opened|moderat\w+|panel\w*|presented|said|noted|reported"
    r"|asked|proposed|propos\w+|agreed|decided|led\s+by|elected|succeed\w*|thank\w*|speech|remarks)\b",
    re.IGNORECASE,
)
# A party that no table knows, by what it is called: 'the company X', 'the NGO Y'.
_CALLED = re.compile(
    r"\b(?:the|an?)\s+(?:NGOs?|company|firm|bank|charity|foundation|association|network|union|federation|institute)\s+(?P<name>[A-ZÀ-Þ]\w+)"
)
_PLACE = re.compile(r"(?:\b(?:in|at)\s+|\()[A-ZÀ-Þ][\w’'-]+,\s+[A-ZÀ-Þ][\w’' -]+")


def unread(document: Document, context: DocumentMeetings, groups: list[Group]) -> list[Group]:
    """Return a list without names for every sentence on attendance that names a party in no list.

    Only sentences beside lists that were read count: those under a heading on attendance, and those of the
    paragraph of a list. Their records have no names, so nobody takes the other lists for all there are.
    """
    found: list[Group] = []
    for statement in statements(document, BlockKind.PARAGRAPH):
        meeting = context.meeting_at(statement.start)
        listed = {entry.party for group in groups if group.meeting == meeting for entry in group.entries}
        if meeting is None or not listed:
            continue
        read = [(entry.start, entry.end) for group in groups for entry in group.entries]
        headed = any(is_attendance_head(head) for head in headings(document, statement)[-1:])
        beside = any(
            statement.start <= group.evidence[0] < statement.end and group.entries for group in groups
        )
        if not (headed or beside):
            continue
        for sentence in split(statement):
            if not _TOLD.search(sentence.text) or _OTHERWISE.search(sentence.text):
                continue
            if any(mention.number is not None for mention in mentions(sentence.text)) and not beside:
                continue
            unknown = any(
                not any(a <= sentence.start + name.start("name") < b for a, b in read)
                for name in _CALLED.finditer(sentence.text)
            )
            if unknown or any(
                not hit.demonym
                and hit.party not in listed
                and hit.party.kind is not PartyKind.BODY
                and not any(a < sentence.start + hit.end and sentence.start + hit.start < b for a, b in read)
                for hit in context.parties.find(_without_places(sentence))
            ):
                capacity = capacity_of(sentence.text) or Capacity.PARTICIPANT
                label = " ".join(sentence.text.split())[:80]
                group = Group(meeting, capacity, label, (sentence.start, sentence.end))
                group.unread, group.listed = True, False
                found.append(group)
    return found


def _without_places(sentence: Statement) -> str:
    """The sentence without what stands as a place: 'in Oslo, Norway', '(Suva, Fiji)'."""
    return _PLACE.sub(lambda match: " " * len(match.group()), sentence.text)
