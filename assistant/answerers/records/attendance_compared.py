"""Answers on who was at one meeting and at, or away from, another."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answerers.draft import Claim, Draft
from assistant.answerers.records.lists import Attended, Listed
from assistant.answerers.records.selecting import select
from assistant.answerers.records.wording import (
    answered,
    enumerate_names,
    group_quote,
    party_name,
    sort_asked,
    the_meeting,
)
from assistant.library import Library
from assistant.question.attending import Attending, Shape
from assistant.question.attending_parts import Part
from corpus.records.types import Attendance, Completeness

Selected = tuple[list[Attendance], list[Listed]]


def combined(asked: Attending, lists: Sequence[Attended], library: Library) -> Draft | None:
    """Return who fits every part of the question, or None where a list that it needs is missing or open.

    `lists` holds the lists of the meeting of each part, in the order of the parts.
    """
    chosen = [select(part, found, library) for part, found in zip(asked.parts, lists, strict=True)]
    lead = next((number for number, part in enumerate(asked.parts) if not part.away), 0)
    if not chosen[lead][0] or _is_open(chosen[lead]):
        return None
    kept: list[Attendance] = []
    for one in asked.chosen_among(chosen[lead][0]):
        fits = [
            _fits(one, part, found, chosen[number], _is_later(lists, lead, number))
            for number, (part, found) in enumerate(zip(asked.parts, lists, strict=True))
            if number != lead
        ]
        if None in fits and False not in fits:
            return None  # of this party the lists do not tell
        if all(fits):
            kept.append(one)
    if not kept and (asked.parties or not all(found.closed for found in lists)):
        return None
    proof = tuple(dict.fromkeys(group_quote(one.group) for _, used in chosen for one in used))
    return answered(Claim(text=_told(asked, kept, lists), quotes=proof))


def _is_open(chosen: Selected) -> bool:
    return any(one.group.completeness == Completeness.INCOMPLETE for one in chosen[1])


def _is_complete(chosen: Selected) -> bool:
    return bool(chosen[1]) and all(one.group.completeness == Completeness.COMPLETE for one in chosen[1])


def _is_later(lists: Sequence[Attended], lead: int, number: int) -> bool:
    """Whether a meeting was after the one whose parties are looked through, as far as both are dated."""
    first, other = lists[lead].occasion.dates, lists[number].occasion.dates
    return first is not None and other is not None and other.start > first.start


def _fits(one: Attendance, part: Part, found: Attended, chosen: Selected, later: bool) -> bool | None:
    """Whether a party is among those that a part asks for; None where the lists do not tell."""
    listed = any(_same(one, other) for other in chosen[0])
    there = any(_same(one, other) for group in found.present for other in group.parties)
    missed = any(_same(one, other) for group in found.absent for other in group.parties)
    if not part.away:
        if listed or (there and not part.capacities):
            return True
        told = found.closed or (bool(part.capacities) and _is_complete(chosen))
        return False if there or missed or told else None
    if there:  # 'not in the list of members' may be one of the observers
        return part.narrowed and not part.absent and not listed
    if missed:
        return listed or not part.absent
    if not found.closed:
        return None
    if part.absent and found.absent:
        return False  # those who were missed are listed, and it is not among them
    # Who came to a later meeting only may have had no seat yet at the earlier one.
    return True if later or not part.absent else None


def _same(one: Attendance, other: Attendance) -> bool:
    """Whether two lists name the same party: one paper may give only the acronym that another spells out."""
    return one.party == other.party or one.acronym == other.party or other.acronym == one.party


def _told(asked: Attending, kept: Sequence[Attendance], lists: Sequence[Attended]) -> str:
    what = sort_asked(next((part for part in asked.parts if not part.away), asked.parts[0]))
    names = [party_name(one) for one in kept]
    places = []
    for number, (part, found) in enumerate(zip(asked.parts, lists, strict=True)):
        meeting = the_meeting(found.occasion, dated=True)
        turned = number and part.away != asked.parts[number - 1].away
        join = "" if not number else "but " if turned else "and "
        places.append(
            join
            + (f"as absent from {meeting}" if part.absent else f"{'not ' if part.away else ''}at {meeting}")
        )
    verb = "is" if len(names) == 1 or not names else "are"
    if asked.shape == Shape.COUNT:
        head = f"{len(names)} {what}"
    else:
        head = enumerate_names(names) if names else f"None of the {what}"
    return f"{head} {verb} listed {' '.join(places)}."
