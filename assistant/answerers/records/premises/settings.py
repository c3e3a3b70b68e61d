"""Another day or place than that of the meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answerers.draft import Claim, Draft
from assistant.answerers.records.wording import answered, capital, field_quote, the_meeting
from assistant.library import Library
from assistant.question.cues import Cue, CueKind
from assistant.question.occasions import Occasion, name_words
from assistant.question.scope import Scope, matching
from assistant.question.words import Words
from corpus.document import DateRange, Precision
from corpus.names.dates import format_range

_PLACED = frozenset((CueKind.PLACE,))
_DATED = frozenset((CueKind.DATE, CueKind.SINCE))
_HELD = r"(?:held|hosted|convened|organi[sz]ed|take place|took place|taken place|meet|met|gather|gathered|sit|sat|in person|physically)"
_NOUN = r"(?:meeting|session|sitting|plenary|conference|workshop|forum|symposium|seminar|webinar|summit|dialogue|event|round|assembly|gathering)s?"
_SPOT = r"(?:hotel|city|town|venue|building|hall|place|village|centre|capital|room)"
_NAME = re.compile(r"\b(?:in|at)\s+(?P<name>(?:the\s+)?[A-ZÀ-Ý][\w’'-]+(?:\s+[A-ZÀ-Ý][\w’'-]+){0,3})")
_IN_PERSON = re.compile(r"\b(?:in[- ]person|physically|face[- ]to[- ]face)\b", re.IGNORECASE)


def wrong_day(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Correct the date that a question gives a meeting: 'When in 2019 was the Sixth Meeting held?'"""
    cues = [cue for cue in scope.cues if cue.kind is CueKind.DATE and cue.dates is not None]
    if len(cues) != 1 or not _names_meeting(scope) or any(cue.kind is CueKind.SINCE for cue in scope.cues):
        return None
    asked = cues[0].dates
    if asked is None or not _of_the_meeting(words.text, cues[0], scope.cues):
        return None
    occasion = _the_one(scope, _DATED, library)
    if occasion is None or _another_fits(scope, occasion, "dates", library):
        return None
    dated = [record for record in occasion.records if record.dates is not None]
    exact = [one for one in dated if one.dates is not None and one.dates.precision is Precision.DAY]
    if not exact or occasion.lead.status != "held":
        return None
    if any(one.dates is not None and _touch(asked, one.dates) for one in dated) or any(
        one.planned_dates is not None and _touch(asked, one.planned_dates) for one in dated
    ):
        return None
    record = exact[0]
    assert record.dates is not None
    held = format_range(record.dates)
    text = (
        f"{capital(the_meeting(occasion))} was held {'from' if ' to ' in held else 'on'} {held}, "
        f"not {_when(asked)}."
    )
    return answered(Claim(text=text, quotes=(field_quote(record, "dates"),)))


def wrong_place(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Correct the place, or the presence in person, that a question gives a meeting."""
    if not _names_meeting(scope):
        return None
    occasion = _the_one(scope, _PLACED, library)
    if occasion is None or occasion.lead.status != "held" or _another_fits(scope, occasion, "place", library):
        return None
    online = next((one for one in occasion.records if one.mode == "online"), None)
    place = _place_asked(words, scope)
    placed = next((one for one in occasion.records if one.place and one.status == "held"), None)
    if online is not None:
        if place is None and not _IN_PERSON.search(words.text):
            return None
        if placed is not None and place is not None and _bears(occasion, place, library):
            return None
        instead = f"in {place}" if place else "in person"
        text = f"{capital(the_meeting(occasion))} was held online, not {instead}."
        return answered(Claim(text=text, quotes=(field_quote(online, "mode"),)))
    if place is None or placed is None or _bears(occasion, place, library):
        return None
    text = f"{capital(the_meeting(occasion))} was held in {placed.place}, not in {place}."
    return answered(Claim(text=text, quotes=(field_quote(placed, "place"),)))


def _names_meeting(scope: Scope) -> bool:
    return len(scope.groups) == 1 and any(cue.kind in (CueKind.ORDINAL, CueKind.NAME) for cue in scope.cues)


def _the_one(scope: Scope, without: frozenset[CueKind], library: Library) -> Occasion | None:
    """The meeting that the other cues name, if they name one."""
    found = matching([cue for cue in scope.cues if cue.kind not in without], library)
    if len(found) > 1:
        found = tuple(one for one in found if one.lead.main)
    return found[0] if len(found) == 1 else None


def _another_fits(scope: Scope, occasion: Occasion, field: str, library: Library) -> bool:
    """Whether another meeting, of which `field` is stated, agrees with all that the question says."""
    return any(
        one is not occasion
        and not (
            one.number == occasion.number and library.bodies.compatible(one.lead.body, occasion.lead.body)
        )
        and any(getattr(record, field) for record in one.records)
        for one in scope.groups[0]
    )


def _of_the_meeting(text: str, cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether a date is said of the meeting: right behind or before its name, or between 'when' and 'was'."""
    if re.search(
        rf"\bwhen\s+(?:\w+\s+)?{re.escape(text[cue.start : cue.end])}\s+(?:was|were|did)\b",
        text,
        re.IGNORECASE,
    ):
        return True
    if re.search(rf"\b{_HELD}\s+(?:in|on)\s+(?:the\s+)?$", text[: cue.start], re.IGNORECASE):
        return True
    named = [one for one in cues if one.kind in (CueKind.ORDINAL, CueKind.NAME)]
    return any(
        re.fullmatch(
            rf"[\w\s’'-]{{0,60}}?\b{_NOUN}\s*,?\s*(?:of|in|on|\()\s*",
            text[one.end : cue.start],
            re.IGNORECASE,
        )
        for one in named
        if one.end <= cue.start
    )


def _place_asked(words: Words, scope: Scope) -> str | None:
    """Return the place in which a question has the meeting."""
    text = words.text
    shut = [(cue.start, cue.end) for cue in scope.cues if cue.kind is not CueKind.PLACE]
    spots = [(cue.start, cue.end) for cue in scope.cues if cue.kind is CueKind.PLACE]
    spots += [match.span("name") for match in _NAME.finditer(text)]
    for start, end in sorted(spots):
        if any(start < other_end and other < end for other, other_end in shut):
            continue
        before = text[:start]
        if (
            re.search(rf"\b{_HELD}(?:\s+in person)?\s*,?\s*(?:in|at)\s+(?:the\s+)?$", before, re.IGNORECASE)
            or re.search(
                rf"\b{_NOUN}\s+(?:held\s+)?(?:in person\s+)?(?:in|at)\s+(?:the\s+)?$", before, re.IGNORECASE
            )
            or (
                re.search(rf"\b{_SPOT}\s+(?:in|of)\s+$", before, re.IGNORECASE)
                and re.search(rf"\b{_HELD}\b", text[end:], re.IGNORECASE)
            )
        ):
            return text[start:end]
    return None


def _bears(occasion: Occasion, place: str, library: Library) -> bool:
    """Whether a record or the meeting's own paper bears the place."""
    wanted = name_words(place)
    written = [
        text
        for record in occasion.records
        for text in (record.place, record.venue, record.planned_place)
        if text
    ]
    if any(wanted & name_words(text) for text in written):
        return True
    party = library.parties.resolve(place)
    if party is not None and any(
        one.party.name == party.name for text in written for one in library.parties.find(text)
    ):
        return True
    papers = occasion.papers
    heads = [f"{library.documents[id].metadata.title} {library.documents[id].text[:_HEAD]}" for id in papers]
    return any(wanted <= name_words(head) for head in heads)


_HEAD = 400


def _touch(one: DateRange, other: DateRange) -> bool:
    return one.start <= other.end and other.start <= one.end


def _when(dates: DateRange) -> str:
    written = format_range(dates)
    return f"{'on' if dates.precision is Precision.DAY else 'in'} {written}"
