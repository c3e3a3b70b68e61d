"""Another number of members, observers or people than the documents count."""

from __future__ import annotations

import re

from assistant.answerers.draft import Claim, Draft
from assistant.answerers.records.lists import attended, unique
from assistant.answerers.records.wording import answered, group_quote, plural, the_meeting
from assistant.library import Library
from assistant.question.lexicon import keys, phrases
from assistant.question.scope import Scope
from assistant.question.words import Words
from corpus.names.numbers import find_numbers
from corpus.records.types import Capacity, Completeness, Headcount


def wrong_number(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Correct the number in 'which of the 20 members at the Eighth Meeting …', where lists and counts deny it."""
    match = re.search(r"\bof the (?P<number>[\w-]+) (?P<rest>[\w\s-]{3,60})", words.text, re.IGNORECASE)
    if match is None or len(scope.groups) != 1 or not scope.groups[0]:
        return None
    number = next(iter(find_numbers(match["number"])), None)
    capacity = _capacity(match["rest"])
    found = attended(scope.groups[0], library)
    if number is None or capacity is None or found is None:
        return None
    lists = [
        one
        for one in found.present
        if one.group.capacity is capacity and one.group.completeness is not Completeness.INCOMPLETE
    ]
    if not lists or not found.closed:
        return None
    counts = {len(unique(one.parties)) for one in lists} | {one.group.stated for one in lists}
    total = sum(len(unique(one.parties)) for one in lists)
    everyone = sum(len(unique(one.parties)) for one in found.present)
    stated = {one.number for one in library.of_type(Headcount) if one.meeting in found.occasion.ids}
    if number.value in {*counts, total, everyone, *stated}:
        return None
    text = f"{total} {plural(capacity)} attended {the_meeting(found.occasion)}, not {number.value}."
    return answered(Claim(text=text, quotes=tuple(group_quote(one.group) for one in lists)))


def _capacity(rest: str) -> Capacity | None:
    """The capacity whose noun stands first in the words behind the number."""
    places = [
        (match.start(), Capacity(key))
        for key in keys("capacity")
        for phrase in phrases("capacity", key)
        if (match := re.search(rf"(?<![^\W_]){re.escape(phrase)}(?![^\W_])", rest.lower()))
    ]
    kept = [pair for pair in places if pair[1] in (Capacity.MEMBER, Capacity.OBSERVER)]
    return min(kept)[1] if kept and len(rest[: min(kept)[0]].split()) <= 2 else None
