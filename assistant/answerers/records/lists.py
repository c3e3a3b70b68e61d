"""The lists of attendance of a meeting, as the answers need them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.library import Library, own_kind
from assistant.question.occasions import Occasion
from corpus.document import Kind
from corpus.records.types import (
    Attendance,
    AttendanceGroup,
    Capacity,
    Completeness,
    Headcount,
    PartyKind,
)

NOT_THERE = frozenset({Capacity.APOLOGIES, Capacity.ABSENT})


@dataclass(frozen=True)
class Listed:
    """One list with its parties in the document's order."""

    group: AttendanceGroup
    parties: tuple[Attendance, ...]


@dataclass(frozen=True)
class Attended:
    """Who is listed at a meeting, by the document that tells the most about it."""

    occasion: Occasion
    lists: tuple[Listed, ...]
    unnamed: bool = False  # the document counts parties that it does not name

    @property
    def present(self) -> tuple[Listed, ...]:
        """The lists of those who were there, each party in its own capacity (levels left out)."""
        return tuple(
            one for one in self.lists if one.group.capacity not in NOT_THERE and one.group.level is None
        )

    @property
    def absent(self) -> tuple[Listed, ...]:
        """The lists of those who were not."""
        return tuple(one for one in self.lists if one.group.capacity in NOT_THERE)

    @property
    def closed(self) -> bool:
        """Whether a name that is not on the lists was not there, as far as the document tells."""
        lists = [one for one in self.present if one.group.capacity != Capacity.SPEAKER]
        whole = all(one.group.completeness != Completeness.INCOMPLETE for one in lists)
        core = any(one.group.capacity in (Capacity.MEMBER, Capacity.PARTICIPANT) for one in lists)
        return whole and core and not self.unnamed


def attended(occasions: Sequence[Occasion], library: Library) -> Attended | None:
    """Return the lists for one meeting (with its package and parts), or None where no list is given.

    Where several documents list the attendance, the fullest account of the most authoritative kind counts:
    a statement or minutes before a page that retells it.
    """
    best: tuple[tuple[int, ...], Attended] | None = None
    for occasion in _with_relatives(occasions, library):
        by_document: dict[str, list[AttendanceGroup]] = {}
        for meeting in occasion.records:
            for group in library.groups_of.get(meeting.id, ()):
                by_document.setdefault(group.document, []).append(group)
        for document, groups in by_document.items():
            lists = tuple(Listed(group, library.attendance_of.get(group.id, ())) for group in groups)
            found = Attended(
                occasion, tuple(one for one in lists if one.parties), _counts_unnamed(groups, lists, library)
            )
            if not found.present:
                continue
            kind = library.documents[document].metadata.kind
            rank = (
                int(occasion in occasions),
                int(kind in (Kind.STATEMENT, Kind.MINUTES)),
                sum(len(one.parties) for one in found.present),
            )
            if best is None or rank > best[0]:
                best = (rank, found)
    return best[1] if best else None


_PARTIES = ("member", "state", "countr", "government", "part", "econom", "delegation")


def _counts_unnamed(groups: Sequence[AttendanceGroup], lists: Sequence[Listed], library: Library) -> bool:
    """Whether a document counts members or states at the meeting without a list of that length."""
    if any(not group.named for group in groups):  # a count alone, or a sentence that could not be read
        return True
    meetings, document = {group.meeting for group in groups}, groups[0].document
    lengths = [len(unique(one.parties)) for one in lists]
    sums = {*lengths, sum(lengths), *(one + other for one in lengths for other in lengths)}
    return any(
        count.document == document
        and count.meeting in meetings
        and count.unit.lower().removeprefix("working group ").startswith(_PARTIES)
        and not count.unit.lower().startswith("participant")
        and count.number not in sums
        for count in library.of_type(Headcount)
    )


def _with_relatives(occasions: Sequence[Occasion], library: Library) -> list[Occasion]:
    """The meetings themselves, then the packages they belong to, then their parts."""
    ids = {id for occasion in occasions for id in occasion.ids}
    parents = {
        record.parent for occasion in occasions for record in occasion.records if record.parent is not None
    }
    above = [one for one in library.occasions if one.ids & parents and one not in occasions]
    below = [
        one
        for one in library.occasions
        if one not in occasions and any(record.parent in ids for record in one.records)
    ]
    siblings = [
        one
        for one in library.occasions
        if one not in occasions
        and one not in above
        and any(record.parent in parents for record in one.records if record.parent)
    ]
    return [*occasions, *above, *below, *siblings]


def kind_of(attendance: Attendance, library: Library) -> PartyKind:
    """Return what sort of party this is, also by the lists in which the party stands elsewhere."""
    return own_kind(attendance) or library.kinds_of_parties.get(attendance.party, PartyKind.UNKNOWN)


def unique(parties: Iterable[Attendance]) -> list[Attendance]:
    """Return the attendances without a second one for the same party."""
    seen: dict[str, Attendance] = {}
    for attendance in parties:
        seen.setdefault(attendance.party, attendance)
    return list(seen.values())
