"""What the assistant knows at one moment: the documents and records of one generation of the index."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TypeVar, cast

from assistant.question.bodies import BodyNames
from assistant.question.occasions import Occasion, occasions
from corpus.document import Document
from corpus.names.parties import PartyTable
from corpus.names.party_table import folded
from corpus.records.types import (
    AnyRecord,
    Attendance,
    AttendanceGroup,
    Capacity,
    Meeting,
    PartyKind,
    Record,
    Term,
)
from index.types import Filters
from index.words import stem

R = TypeVar("R", bound=Record)

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")


class Library:
    """Documents and records, with the look-ups that answering needs. Immutable once built."""

    def __init__(self, documents: Iterable[Document], records: Sequence[AnyRecord]) -> None:
        self.documents: dict[str, Document] = {document.id: document for document in documents}
        self.records: tuple[AnyRecord, ...] = tuple(records)
        self._by_type: dict[type[Record], tuple[Record, ...]] = {}

    def document(self, id: str) -> Document | None:
        """Return a document by its id, or None."""
        return self.documents.get(id)

    def of_type(self, type_: type[R]) -> tuple[R, ...]:
        """Return all records of one type, in corpus order."""
        if type_ not in self._by_type:  # asked for many times in every question
            self._by_type[type_] = tuple(record for record in self.records if isinstance(record, type_))
        return cast("tuple[R, ...]", self._by_type[type_])

    def restricted(self, filters: Filters | None) -> Library:
        """Return the library of the documents that pass the filters."""
        if filters is None or filters == Filters():
            return self
        kept = [document for document in self.documents.values() if passes(document, filters)]
        ids = {document.id for document in kept}
        return Library(kept, [record for record in self.records if record.document in ids])

    @cached_property
    def meetings(self) -> dict[str, Meeting]:
        """All Meeting records by id."""
        return {meeting.id: meeting for meeting in self.of_type(Meeting)}

    @cached_property
    def bodies(self) -> BodyNames:
        """The names of all bodies that hold meetings or issue documents."""
        named = {record.body for record in self.meetings.values()}
        named |= {document.metadata.body for document in self.documents.values()}
        return BodyNames(name for name in named if name)

    @cached_property
    def subjects(self) -> dict[str, Counter[str]]:
        """How often each word (stem) stands in the papers of each body; variants of a name count as one."""
        counts: dict[str, Counter[str]] = {}
        for document in self.documents.values():
            body = document.metadata.body
            if body is None:
                continue
            name = next((known for known in counts if self.bodies.compatible(known, body)), body)
            counts.setdefault(name, Counter()).update(
                stem(word.lower()) for word in _WORD.findall(document.text)
            )
        return counts

    @cached_property
    def occasions(self) -> tuple[Occasion, ...]:
        """The meetings and events as such: one for all records that speak of it."""
        return occasions(self.of_type(Meeting), self.documents, self.bodies)

    @cached_property
    def groups_of(self) -> dict[str, tuple[AttendanceGroup, ...]]:
        """Attendance groups by meeting id."""
        by_meeting: dict[str, list[AttendanceGroup]] = {}
        for group in self.of_type(AttendanceGroup):
            by_meeting.setdefault(group.meeting, []).append(group)
        return {meeting: tuple(groups) for meeting, groups in by_meeting.items()}

    @cached_property
    def attendance_of(self) -> dict[str, tuple[Attendance, ...]]:
        """Attendances by group id, in the document's order."""
        by_group: dict[str, list[Attendance]] = {}
        for attendance in self.of_type(Attendance):
            by_group.setdefault(attendance.group, []).append(attendance)
        return {group: tuple(parties) for group, parties in by_group.items()}

    @cached_property
    def kinds_of_parties(self) -> dict[str, PartyKind]:
        """What sort of party each is, by the first list, in corpus order, that tells it."""
        kinds: dict[str, PartyKind] = {}
        for attendance in self.of_type(Attendance):
            kind = own_kind(attendance)
            if kind is not None:
                kinds.setdefault(attendance.party, kind)
        return kinds

    @cached_property
    def listed_names(self) -> dict[str, str]:
        """The names on the lists of attendance, as written, canonical and short, each with its party."""
        names: dict[str, str] = {}
        for attendance in self.of_type(Attendance):
            for name in (attendance.written, attendance.party, attendance.acronym):
                if name:
                    names.setdefault(_ARTICLE.sub("", name).strip(), attendance.party)
        return names

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words of all documents, in lower case."""
        return frozenset(
            word.lower()
            for document in self.documents.values()
            for word in _WORD.findall(f"{document.text} {document.metadata.title}")
        )

    @cached_property
    def parties(self) -> PartyTable:
        """The table of party names, extended by the corpus's own acronyms."""
        return PartyTable.of(self.of_type(Term))

    def same_party(self, one: str, other: str) -> bool:
        """Whether two names denote the same party, in whatever spelling."""
        return self.party_name(one) == self.party_name(other)

    def party_name(self, name: str) -> str:
        """Return the canonical name of a party, folded; of an unknown one its own name."""
        party = self.parties.resolve(name)
        return folded(party.name if party is not None else name).removeprefix("the ")


def own_kind(attendance: Attendance) -> PartyKind | None:
    """Return what sort of party an entry of a list shows by itself; None where it does not."""
    if attendance.party_kind != PartyKind.UNKNOWN:
        return attendance.party_kind
    if attendance.capacity == Capacity.PRIVATE_SECTOR:
        return PartyKind.COMPANY
    if attendance.capacity == Capacity.CIVIL_SOCIETY:
        return PartyKind.CIVIL_SOCIETY
    return None


def passes(document: Document, filters: Filters) -> bool:
    """Whether a document passes the filters (see `index.types.Filters`)."""
    metadata = document.metadata
    if filters.kinds and metadata.kind not in filters.kinds:
        return False
    if filters.bodies and metadata.body not in filters.bodies:
        return False
    if filters.numbers and metadata.number not in filters.numbers:
        return False
    if filters.documents and document.id not in filters.documents:
        return False
    if filters.since and (metadata.dates is None or metadata.dates.end < filters.since):
        return False
    return not (filters.until and (metadata.dates is None or metadata.dates.start > filters.until))
