"""Which of the listed parties a question about attendance asks for."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answerers.records.lists import NOT_THERE, Attended, Listed, kind_of, unique
from assistant.library import Library
from assistant.question.attending_parts import Part
from corpus.records.types import Attendance, Capacity, PartyKind


def select(part: Part, found: Attended, library: Library) -> tuple[list[Attendance], list[Listed]]:
    """Return the parties that a part asks for, in the document's order, and the lists they stand on."""
    if part.absent:
        lists = list(found.absent)
        excused = [one for one in lists if one.group.capacity == Capacity.APOLOGIES]
        lists = excused if part.excused and excused else lists
    elif part.level is not None:
        lists = [one for one in found.lists if one.group.level == part.level]
    else:
        lists = list(found.present)
    chosen: list[Attendance] = []
    used: list[Listed] = []
    if (
        Capacity.MEMBER in part.capacities
        and not part.absent
        and not any(one.group.capacity == Capacity.MEMBER for one in lists)
    ):  # the states of a list that gives no capacity are those whose body it is
        part = replace_members(part)
    for one in lists:
        matching = [
            attendance
            for attendance in one.parties
            if (
                (part.level is not None and _elsewhere(attendance, part, found))
                or (part.level is None and _in_capacity(attendance, part, library))
                or (part.absent and _could_be(attendance, part, found))
            )
            and (not part.kinds or kind_of(attendance, library) in part.kinds or _of_kind(attendance, part))
        ]
        if matching:
            chosen += matching
            used.append(one)
    if part.online or part.in_person:
        chosen = _as_told(chosen, found, part)
        groups = {attendance.group for attendance in chosen}
        used = [one for one in used if one.group.id in groups]
    return unique(chosen), used


def _as_told(chosen: list[Attendance], found: Attended, part: Part) -> list[Attendance]:
    """Those of whom it is told that they came in the way asked for.

    Where some are told to have been online, and nobody to have been in the room, the others were in the room.
    """
    if part.online:
        return [one for one in chosen if one.presence == "online"]
    told = {one.presence for listed in found.present for one in listed.parties}
    if "in person" in told:
        return [one for one in chosen if one.presence == "in person"]
    return [one for one in chosen if one.presence is None] if "online" in told else []


def _elsewhere(attendance: Attendance, part: Part, found: Attended) -> bool:
    """Whether a party that a level lists again stands in a list of one of the capacities asked for."""
    if not part.capacities:
        return True
    return any(
        other.party == attendance.party and other.capacity in part.capacities
        for one in found.present
        for other in one.parties
    )


def replace_members(part: Part) -> Part:
    """Read 'members' as the states listed without a capacity."""
    return replace(
        part,
        capacities=(part.capacities - {Capacity.MEMBER}) | {Capacity.PARTICIPANT},
        kinds=part.kinds or frozenset({PartyKind.STATE}),
    )


_BY_KIND = {
    Capacity.CIVIL_SOCIETY: PartyKind.CIVIL_SOCIETY,
    Capacity.PRIVATE_SECTOR: PartyKind.COMPANY,
    Capacity.INTERNATIONAL_ORGANISATION: PartyKind.INTERNATIONAL_ORGANISATION,
}


_NO_MEMBER = re.compile(r"observer|guest|partner|associate|invited", re.IGNORECASE)


def _could_be(attendance: Attendance, part: Part, found: Attended) -> bool:
    """An absentee bears its status only where the list says it ('Turkmenistan (observer)').

    An organisation may have been missed as a member only where organisations are listed as members.
    """
    if attendance.capacity not in NOT_THERE:
        return not part.capacities
    if Capacity.MEMBER not in part.capacities:
        return not part.capacities
    if _NO_MEMBER.search(attendance.note or ""):
        return False
    if attendance.party_kind == PartyKind.INTERNATIONAL_ORGANISATION:
        return any(
            other.capacity == Capacity.MEMBER and other.party_kind == PartyKind.INTERNATIONAL_ORGANISATION
            for one in found.present
            for other in one.parties
        )
    return attendance.party_kind == PartyKind.STATE


def _in_capacity(attendance: Attendance, part: Part, library: Library) -> bool:
    if not part.capacities:
        return True
    capacities = part.capacities
    status = capacities & {Capacity.MEMBER, Capacity.OBSERVER, Capacity.GUEST, Capacity.PARTICIPANT}
    sorts = capacities - status
    if status and sorts:  # 'international organisations as members'
        return attendance.capacity in status and any(_is_sort(attendance, sort, library) for sort in sorts)
    if status:
        return attendance.capacity in status
    return any(_is_sort(attendance, sort, library) for sort in sorts)


def _is_sort(attendance: Attendance, sort: Capacity, library: Library) -> bool:
    if attendance.capacity == sort:
        return True
    kind = _BY_KIND.get(sort)
    return kind is not None and kind_of(attendance, library) == kind


def _of_kind(attendance: Attendance, part: Part) -> bool:
    """'Organisations' are all that are no states."""
    if part.kinds == {PartyKind.INTERNATIONAL_ORGANISATION}:
        return attendance.party_kind not in (PartyKind.STATE, PartyKind.COMPANY)
    if part.kinds == {PartyKind.COMPANY}:
        return attendance.capacity == Capacity.PRIVATE_SECTOR
    return False
