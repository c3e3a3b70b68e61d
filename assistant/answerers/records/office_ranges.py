"""Answers on who held an office at each of a row of meetings: 'the Chairs from the Sixth to the Tenth Session'."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.answerers.draft import Claim, Draft
from assistant.answerers.records.wording import answered, enumerate_names, full_name, quotes
from assistant.library import Library
from assistant.question.cues import CueKind
from assistant.question.occasions import Occasion
from assistant.question.persons import same_name
from assistant.question.scope import Scope
from corpus.records.types import Person

RANGE = re.compile(
    r"\bfrom (?:its |the )?\w+ to (?:its |the )?\w+ (?:meeting|session|sitting|plenary)", re.IGNORECASE
)


def holders_in_range(
    scope: Scope, did: str, holders: Callable[[Sequence[Occasion]], list[Person]], library: Library
) -> Draft | None:
    """Return who held an office from one numbered meeting of a body to another, or None where one is not known.

    `holders` gives those of one meeting, `did` says what they did ('chaired').
    """
    cues = [cue for cue in scope.cues if cue.kind is CueKind.ORDINAL and cue.number]
    if len(cues) != 2 or len(scope.groups) != 2 or any(not group for group in scope.groups):
        return None
    first, last = (cue.number or 0 for cue in cues)
    body = scope.groups[0][0].lead.body
    meetings = {
        one.number: one
        for one in library.occasions
        if one.number is not None
        and first <= one.number <= last
        and one.lead.parent is None
        and one.lead.status == "held"
        and library.bodies.compatible(body, one.lead.body)
    }
    if first >= last or len(meetings) != last - first + 1:
        return None
    distinct: list[Person] = []
    for number in range(first, last + 1):
        there = holders([meetings[number]])
        if not there:
            return None
        distinct += [one for one in there if not any(same_name(one.name, other.name) for other in distinct)]
    low, high = meetings[first].lead.name, meetings[last].lead.name
    text = f"{enumerate_names([full_name(one) for one in distinct])} {did} the meetings from the {low} to the {high}."
    return answered(Claim(text=text, quotes=quotes(distinct)))
