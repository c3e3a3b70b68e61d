"""Answers to how many people came, from the figures that the documents state."""

from __future__ import annotations

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


def answer_headcount(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Return how many people attended a meeting, or None if that is not asked."""
    words = words.copy()
    if not words.take(phrases("count")):
        return None
    people = words.take(phrases("count", "people"))
    if not people:
        return None
    attend = words.take(phrases("attend")) | words.take(("registered", "register", "hall"))
    online = words.take(phrases("attend", "online"))
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
    if listed and not online:
        named = count_named(scope.groups[0], library)
        if named is not None:
            return named
    ids = {id for occasion in scope.groups[0] for id in occasion.ids}
    family = {record.parent for occasion in scope.groups[0] for record in occasion.records if record.parent}
    counts = [one for one in library.of_type(Headcount) if one.meeting in ids] or [
        one for one in library.of_type(Headcount) if one.meeting in family
    ]
    people_units = {stem for word in phrases("count", "people") for stem in phrase_stems(word)}
    counts = [one for one in counts if set(phrase_stems(one.unit)) & people_units]
    whole = [one for one in counts if not one.qualifier or not _partial(one.qualifier)]
    if online:
        wanted = [one for one in counts if one.qualifier and _partial(one.qualifier)]
        text = words.text.lower()
        if not (" and " in text or "in all" in text or "total" in text):
            whole = wanted
    occasion = scope.groups[0][0]
    if not whole:
        return not_stated(
            f"The documents do not say how many people attended {the_meeting(occasion)}.", certain=False
        )
    differing = differing_counts([one for one in whole if one.meeting in ids], occasion, library)
    if differing is not None and not online:
        return differing
    count = max(whole, key=lambda one: one.number)
    unit = count.unit
    text = f"{count.number:,} {unit} attended {the_meeting(occasion)}."
    return answered(Claim(text=capital(text), quotes=quotes([count])))


def _partial(qualifier: str) -> bool:
    return any(
        word in qualifier.lower()
        for word in ("room", "video", "online", "remote", "connected", "person", "virtual")
    )
