"""Answers to how many people came, from the figures that the documents state."""

from __future__ import annotations

import re

from assistant.answerers.draft import Claim, Draft
from assistant.answerers.records.differing import differing_counts
from assistant.answerers.records.named_people import count_named
from assistant.answerers.records.wording import answered, capital, not_stated, quotes, the_meeting
from assistant.library import Library
from assistant.question.lexicon import phrases
from assistant.question.scope import Scope
from assistant.question.words import Words, phrase_stems
from corpus.records.types import Headcount

# What asks for the names in a list, and not for a number that somebody gives.
_LISTED = (
    "list of participants", "participants list", "participant list", "list of delegates", "attendance list", "named", "listed",
    "list", "by name",
)  # fmt: skip

# 'How many persons …?' is not answered by a number of delegations.
_PERSONS = ("people", "persons", "person", "individuals", "participants", "attendees", "delegates")
_DELEGATIONS = re.compile(
    r"\b(?:delegations|countries|states|governments|parties|organi[sz]ations)\b", re.IGNORECASE
)

# 'What was the attendance?' asks for persons, though it names none.
_ATTENDANCE = re.compile(
    r"\b(?:total|overall|whole|final)\s+(?:attendance|turnout)\b|\battendance\s+(?:figure|number|total|count)\b"
    r"|\b(?:what\s+was|how\s+(?:large|big|high|great)\s+was|what\s+were)\s+the\s+(?:attendance|turnout)\b",
    re.IGNORECASE,
)


def answer_headcount(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Return how many people attended a meeting, or None if that is not asked."""
    words = words.copy()
    attendance = _ATTENDANCE.search(words.text) is not None
    if not words.take(phrases("count")) and not attendance:
        return None
    people = words.take(phrases("count", "people")) or attendance
    if attendance:
        words.take(("attendance", "turnout", "figure", "number", "total", "final", "whole", "large", "big"))
    if not people:
        return None
    attend = (
        attendance
        | words.take(phrases("attend"))
        | words.take(("registered", "register", "hall", "accredited", "accreditation"))
    )
    online = words.take(phrases("attend", "online"))
    on_spot = words.take((*phrases("attend", "in_person"), "on the spot"))
    listed = words.has(_LISTED)
    if listed:
        words.take(
            (*_LISTED, "participant", "secretariat included", "including the secretariat", "annex", "annexed")
        )
    words.take(
        (
            "session",
            "event",
            "events",
            "remotely",
            "meeting",
            "meetings",
            "working",
            "group",
            "person",
            "individual",
        )
    )
    if words.left() or not scope.named or len(scope.groups) != 1 or not scope.groups[0]:
        return None
    if not attend and len(words.words) > 8:
        return None
    if listed and not online and not on_spot:
        named = count_named(scope.groups[0], library)
        if named is not None:
            return named
    ids = {id for occasion in scope.groups[0] for id in occasion.ids}
    family = {record.parent for occasion in scope.groups[0] for record in occasion.records if record.parent}
    number = scope.groups[0][0].number
    parts = {  # the days of the meeting itself, inside a package that bears its number
        id
        for one in library.occasions
        if one.number == number and number is not None and any(record.parent in ids for record in one.records)
        for id in one.ids
    }
    counts = next(
        (
            found
            for near in (ids, parts, family)
            if (found := [one for one in library.of_type(Headcount) if one.meeting in near])
        ),
        [],
    )
    people_units = {stem for word in phrases("count", "people") for stem in phrase_stems(word)}
    counts = [
        one for one in counts if set(phrase_stems(one.unit)) & people_units or one.unit.lower() == "names"
    ]
    if words.has(_PERSONS):
        counts = [one for one in counts if not _DELEGATIONS.search(one.unit)]
    whole = [one for one in counts if not one.qualifier or not _partial(one.qualifier)]
    if online != on_spot:
        wanted = [one for one in counts if one.qualifier and _way(one.qualifier, here=on_spot)]
        text = words.text.lower()
        if on_spot or not (" and " in text or "in all" in text or "total" in text):
            whole = wanted
    occasion = scope.groups[0][0]
    if not whole:
        return not_stated(
            f"The documents do not say how many people attended {the_meeting(occasion)}.", certain=False
        )
    differing = differing_counts([one for one in whole if one.meeting in ids], occasion, library)
    if differing is not None and not online and not on_spot:
        return differing
    count = max(whole, key=lambda one: one.number)
    unit = count.unit
    how = f" {count.qualifier}" if online != on_spot and count.qualifier else ""
    did = "attended"
    if unit.lower() in _BARE_UNITS:  # the head of a column: 'Registered', 'Attendance'
        did, unit = _BARE_UNITS[unit.lower()], "persons"
    text = f"{count.number:,} {unit} {did} {the_meeting(occasion)}{how}."
    return answered(Claim(text=capital(text), quotes=quotes([count])))


_BARE_UNITS = {
    "names": "registered for",
    "registered": "registered for",
    "registrations": "registered for",
    "attendance": "attended",
}
_FROM_AFAR = ("video", "online", "on-line", "on line", "remote", "connected", "virtual", "link", "screen")
_HERE = ("room", "person", "hall", "on site", "on-site", "on the spot", "physically")


def _partial(qualifier: str) -> bool:
    """Whether a figure counts only those who came in one way."""
    return any(word in qualifier.lower() for word in (*_FROM_AFAR, *_HERE))


def _way(qualifier: str, *, here: bool) -> bool:
    """Whether a figure counts those on the spot ('in the room', 'in Suva'), or else those who followed from afar."""
    if any(word in qualifier.lower() for word in _FROM_AFAR):
        return not here
    told = any(word in qualifier.lower() for word in _HERE)
    return here and (told or re.match(r"in\s+[A-ZÀ-Þ]", qualifier) is not None)
