"""How many parties came, where a document tells the number and lists no names."""

from __future__ import annotations

import re

from assistant.answerers.draft import Claim, Draft, Quote
from assistant.answerers.records.wording import answered, the_meeting
from assistant.library import Library
from assistant.question.attending_parts import Part
from corpus.document import Span
from corpus.records.types import AttendanceGroup, Capacity, Headcount, PartyKind

# The units in which a kind of party is counted.
_UNITS = {
    Capacity.MEMBER: re.compile(r"\b(?:members?|part(?:y|ies)|participating states?)\b", re.IGNORECASE),
    Capacity.OBSERVER: re.compile(r"\bobservers?\b", re.IGNORECASE),
    PartyKind.STATE: re.compile(r"\b(?:states?|countries|governments|economies)\b", re.IGNORECASE),
    PartyKind.INTERNATIONAL_ORGANISATION: re.compile(r"\borgani[sz]ations?\b", re.IGNORECASE),
}


def stated_number(part: Part, library: Library) -> Draft | None:
    """Return the number of parties that the documents state for a meeting; None where they state none, or two."""
    asked = [*part.capacities, *part.kinds]
    if (
        len(asked) != 1
        or asked[0] not in _UNITS
        or part.absent
        or part.level
        or part.online
        or part.in_person
    ):
        return None
    unit = _UNITS[asked[0]]
    ids = {id for occasion in part.occasions for id in occasion.ids}
    found: list[tuple[int, str, str, Span]] = [
        (one.number, one.unit, one.document, one.evidence[0])
        for one in library.of_type(Headcount)
        if one.meeting in ids and not one.qualifier and unit.search(one.unit)
    ]
    found += [
        (one.stated, "", one.document, one.evidence[0])
        for one in library.of_type(AttendanceGroup)
        if one.meeting in ids and one.stated is not None and not one.named and unit.search(one.label)
    ]
    if len({number for number, *_ in found}) != 1:
        return None
    number, counted, document, span = found[0]
    counted = re.sub(r"\s+(?:represented|present|attending)$", "", counted)
    noun = counted or {Capacity.MEMBER: "members", Capacity.OBSERVER: "observers"}.get(asked[0], "parties")  # type: ignore[call-overload]
    text = f"{number} {noun} attended {the_meeting(part.occasions[0])}."
    return answered(Claim(text=text, quotes=(Quote(document=document, span=span),)))
