"""Answers about meetings themselves: when, where, for how long, which of them, and who hosted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answerers.draft import Claim, Draft, Quote
from assistant.answerers.records.differing import differing_dates, differing_places
from assistant.answerers.records.first_planned import answer_first_planned
from assistant.answerers.records.hosts import answer_hosts
from assistant.answerers.records.wording import (
    answered,
    capital,
    enumerate_names,
    field_quote,
    not_stated,
    the_meeting,
)
from assistant.library import Library
from assistant.question.cues import CueKind
from assistant.question.lexicon import phrases
from assistant.question.occasions import Occasion
from assistant.question.scope import Scope
from assistant.question.words import Words
from corpus.document import DateRange, Precision
from corpus.names.dates import format_range
from corpus.names.parties import find_parties
from corpus.records.types import Meeting, PartyKind

# 'When did it open?' asks for the first of its days, 'When did it close?' for the last.
_ENDS = {
    "opened": ("open", "opened", "begin", "began", "start", "started", "opening"),
    "closed": ("close", "closed", "end", "ended", "conclude", "concluded", "closing"),
}
# 'On what date …?' asks for a day, 'In which month …?' does not.
_BY_DAY = re.compile(r"\b(?:on|from|since|till|until)\s+(?:what|which)\s+(?:dates?|days?)\b", re.IGNORECASE)
# 'Which members followed it online?' asks for parties, not for the form of the meeting.
_OF_PARTIES = re.compile(
    r"\b(?:who|whom|whose|(?:which|what)\s+(?:\w+\s+){0,2}?(?:members?|states?|countr\w+|observers?|part\w+|delegat\w+|organi[sz]ations?|compan\w+|bod(?:y|ies)|people|persons?))\b",
    re.IGNORECASE,
)


def answer_meetings(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Return the answer to a question about a meeting's date, place, length, mode or host, or None."""
    if (first := answer_first_planned(words, scope)) is not None:
        return first
    words = words.copy()
    exact = words.has(("exact", "precise", "exactly", "precisely")) or bool(_BY_DAY.search(words.text))
    when = words.take(phrases("when"))
    year = words.take(("year", "years", "month", "months"))
    where = words.take(phrases("where"))
    venue = words.has(phrases("where", "venue"))
    end = next((end for end, verbs in _ENDS.items() if when and words.take(verbs)), None)
    count = words.take(phrases("count"))
    host = words.take(phrases("host"))
    held = words.take(phrases("held"))
    words.take(phrases("body", "generic"))
    words.take(
        (
            "session",
            "sitting",
            "plenary",
            "event",
            "events",
            "meeting",
            "meetings",
            "itself",
            "annual",
            "working",
            "group",
            "exact",
            "precise",
            "run",
            "took",
            "take",
            "place",
            "passed",
            "pass",
            "lie",
            "lies",
            "elapsed",
            "between",
            "jointly",
            "body",
            "bodies",
            "joint",
            "with",
            "together",
            "planned",
            "scheduled",
            "foreseen",
            "expected",
            "due",
            "next",
        )
    )
    elsewhere = _country(words, scope) if where else None
    asks_mode = words.take(("format", "mode", "in person", "online", "virtual", "hybrid", "virtually"))
    if words.left():
        return None
    if count and (when or year):
        return _between(scope, words) if len(scope.groups) == 2 else _length(scope)
    if len(scope.groups) == 1 and _asks_which(words, scope, when or year):
        return _which(words, scope, bool(year or when))
    if not scope.named or any(not group for group in scope.groups):
        return None
    if host:
        return answer_hosts(scope, library)
    if asks_mode and not (when or where):
        return None if _OF_PARTIES.search(words.text) else _mode(scope)
    if not (when or where or year):
        return None
    if not (held or when or where):
        return None
    if end is not None and not where:
        return _opened_or_closed(end, scope)
    claims: list[Claim] = []
    for group in scope.groups:
        occasion = _one(group, scope)
        if occasion is None:
            return None
        occasion = _proper(occasion, scope, library)
        package = _package(occasion, group[0], library)
        if exact and (when or year) and (roughly := _roughly_dated(occasion)) is not None:
            return roughly
        claim = _when_and_where(occasion, package, bool(when or year), bool(where), venue)
        if claim is None:
            if _roughly_planned(occasion, library):
                return None
            return _unknown(occasion, bool(when or year), venue, words, scope)
        if len(scope.groups) == 1 and (
            differing := _differing(occasion, bool(when or year), bool(where), library)
        ):
            return differing
        claims.append(_not_in(elsewhere, claim, occasion, package))
    return answered(*claims)


def _opened_or_closed(end: str, scope: Scope) -> Draft | None:
    """On what day the meeting opened or closed, where its days are known."""
    occasion = _one(scope.groups[0], scope) if len(scope.groups) == 1 else None
    if occasion is None or occasion.lead.status != "held":
        return None
    if (roughly := _roughly_dated(occasion)) is not None:
        return roughly
    dated = _stated(occasion, "dates")
    if dated is None or dated.dates is None:
        return None
    day = dated.dates.start if end == "opened" else dated.dates.end
    written = format_range(DateRange(start=day, end=day, precision=Precision.DAY))
    text = f"{capital(the_meeting(occasion))} {end} on {written}."
    return answered(Claim(text=text, quotes=(field_quote(dated, "dates"),)))


def _differing(occasion: Occasion, when: bool, where: bool, library: Library) -> Draft | None:
    found = [
        draft
        for asked, draft in (
            (when, differing_dates(occasion, library)),
            (where, differing_places(occasion, library)),
        )
        if asked and draft is not None
    ]
    if not found:
        return None
    claims = tuple(dict.fromkeys(claim for draft in found for claim in draft.claims))
    return found[0].model_copy(update={"claims": claims})


def _country(words: Words, scope: Scope) -> str | None:
    """Return the state that a question takes the meeting to have been in ('in which city in Peru …')."""
    for one in find_parties(words.text):
        if (
            one.party.kind is PartyKind.STATE
            and re.search(r"\bin\s+(?:the\s+)?$", words.text[: one.start])
            and not any(cue.start < one.end and one.start < cue.end for cue in scope.cues)
        ):
            words.take_span(one.start, one.end)
            return one.party.name
    return None


def _not_in(country: str | None, claim: Claim, occasion: Occasion, package: Occasion) -> Claim:
    """Add that a meeting was not in the country the question has it in, where its place names another."""
    placed = _stated(occasion, "place") or _stated(package, "place")
    if country is None or placed is None:
        return claim
    states = {one.party.name for one in find_parties(placed.place or "") if one.party.kind is PartyKind.STATE}
    if not states or country in states:
        return claim
    return Claim(text=f"{claim.text.rstrip('.')}, not in {country}.", quotes=claim.quotes)


def _one(group: Sequence[Occasion], scope: Scope) -> Occasion | None:
    """Return the meeting meant: the only one, or the main one of a package."""
    if len(group) == 1:
        return group[0]
    if any(cue.kind in (CueKind.ORDINAL, CueKind.NAME) for cue in scope.cues):
        numbered = [one for one in group if one.lead.number is not None or one.lead.main]
        return numbered[0] if len(numbered) == 1 else None
    main = [one for one in group if one.lead.main]
    return main[0] if len(main) == 1 else None


def _proper(occasion: Occasion, scope: Scope, library: Library) -> Occasion:
    """Of a package that bears the number of its meeting, the meeting itself where it has days of its own."""
    if not any(cue.kind == CueKind.ORDINAL for cue in scope.cues):
        return occasion
    return next(
        (
            one
            for one in library.occasions
            if one is not occasion
            and one.number == occasion.number
            and any(record.parent in occasion.ids and record.dates for record in one.records)
        ),
        occasion,
    )


def _package(occasion: Occasion, meant: Occasion, library: Library) -> Occasion:
    """The package that a meeting is a part of, whose place is also its own; else what was meant."""
    parents = {record.parent for record in occasion.records if record.parent}
    return next((one for one in library.occasions if one.ids & parents), meant)


_ROUGHLY = re.compile(
    r"\b(?:weeks?|early|late|mid|beginning|end|spring|summer|autumn|winter)\b[^.;]{0,30}\b20\d\d\b", re.I
)


def _roughly_planned(occasion: Occasion, library: Library) -> bool:
    """Whether what announces a meeting dates it in words that are no date: 'in the third week of May 2031'."""
    return any(
        _ROUGHLY.search(library.documents[record.document].text[span.start : span.end])
        for record in occasion.records
        if record.status == "planned"
        for span in record.evidence
    )


def _roughly_dated(occasion: Occasion) -> Draft | None:
    """Say that no exact date is known, where the documents give a month, a quarter or a year."""
    dated = _stated(occasion, "dates")
    if dated is None or dated.dates is None or dated.dates.precision is Precision.DAY:
        return None
    text = f"The documents name {format_range(dated.dates)} for {the_meeting(occasion)}, but no exact date."
    return not_stated(text, [field_quote(dated, "dates")])


def _stated(occasion: Occasion, field: str) -> Meeting | None:
    stated = [record for record in occasion.told if getattr(record, field)]
    if field == "dates":
        stated.sort(key=lambda record: record.dates is None or record.dates.precision != Precision.DAY)
    return stated[0] if stated else None


def _when_and_where(
    occasion: Occasion, package: Occasion, when: bool, where: bool, venue: bool
) -> Claim | None:
    field = "venue" if venue else "place"
    dated = _stated(occasion, "dates")
    placed = _stated(occasion, field) or _stated(package, field)
    online = next((one for one in occasion.told if one.mode == "online"), None) if placed is None else None
    if (when and dated is None) or (where and placed is None and (online is None or venue)):
        return None
    proof: list[Quote] = []
    text = capital(the_meeting(occasion))
    held = "is planned" if occasion.lead.status == "planned" else "was held"
    if occasion.lead.status in ("postponed", "cancelled"):
        held = f"was {occasion.lead.status}; it had been planned"
    text += f" {held}"
    if where and placed is not None:
        place = placed.venue if venue else placed.place
        if venue and placed.place and placed.place not in (place or ""):
            place = f"{place}, {placed.place}"
        screen = (place or "").lower() in ("online", "virtual", "virtually", "virtual (online)")
        text += f" {place}" if screen else f" in {place}"
        proof.append(field_quote(placed, "venue" if venue else "place"))
    elif where and online is not None:
        text += " online"
        proof.append(field_quote(online, "mode"))
    if when and dated is not None and dated.dates is not None:
        text += f" {_on(dated.dates)}"
        proof.append(field_quote(dated, "dates"))
    return Claim(text=text + ".", quotes=tuple(dict.fromkeys(proof)))


def _on(dates: DateRange) -> str:
    written = format_range(dates)
    if dates.precision != Precision.DAY:
        return f"in {written}"
    return f"from {written}" if " to " in written else f"on {written}"


def _unknown(occasion: Occasion, when: bool, venue: bool, words: Words, scope: Scope) -> Draft:
    what = (
        "the venue" if venue else "the date" if when and _stated(occasion, "dates") is None else "the place"
    )
    known = _stated(occasion, "place")
    if what == "the venue" and known is not None:
        return not_stated(
            f"The documents name the place of {the_meeting(occasion)}, {known.place}, but no venue.",
            [field_quote(known, "place")],
            certain=False,
        )
    return not_stated(f"The documents do not say {what} of {the_meeting(occasion)}.")


def _length(scope: Scope) -> Draft | None:
    if not scope.named or len(scope.groups) != 1 or not scope.groups[0]:
        return None
    occasion = max(scope.groups[0], key=lambda one: (one.lead.main, _days(one.dates)))
    dated = _stated(occasion, "dates")
    if dated is None or dated.dates is None or dated.dates.precision != Precision.DAY:
        return None
    days = _days(dated.dates)
    length = "One day" if days == 1 else f"{days} days"
    text = f"{length}: {the_meeting(occasion)} ran {_on(dated.dates)}."
    return answered(Claim(text=text, quotes=(field_quote(dated, "dates"),)))


def _days(dates: DateRange | None) -> int:
    if dates is None:
        return 0
    return len(dates.days) if dates.days else (dates.end - dates.start).days + 1


def _between(scope: Scope, words: Words) -> Draft | None:
    """How many years lie between two meetings, from calendar year to calendar year, with both dates."""
    if any(not group for group in scope.groups):
        return None
    first, second = (_one(group, scope) for group in scope.groups)
    if first is None or second is None:
        return None
    one, other = _stated(first, "dates"), _stated(second, "dates")
    if one is None or other is None or one.dates is None or other.dates is None:
        return None
    if not words.has(("year", "years")):
        return None
    early, late = sorted((one.dates.start, other.dates.start))
    years = late.year - early.year
    text = (
        f"{years} {'year' if years == 1 else 'years'} lie between {the_meeting(first)} ({format_range(one.dates)}) "
        f"and {the_meeting(second)} ({format_range(other.dates)})."
    )
    return answered(Claim(text=text, quotes=(field_quote(one, "dates"), field_quote(other, "dates"))))


def _asks_which(words: Words, scope: Scope, by_year: bool) -> bool:
    """'Which meeting was held in X', 'In which years was the meeting held in X'."""
    has_number = any(cue.kind in (CueKind.ORDINAL, CueKind.NAME, CueKind.RELATIVE) for cue in scope.cues)
    text = " ".join(word.norm for word in words.words)
    if by_year:
        return "which years" in text or "what years" in text
    return not has_number and (
        "which meeting" in text
        or "which annual meeting" in text
        or "what meeting" in text
        or "which session" in text
        or "which sitting" in text
        or "which meetings" in text
    )


def _which(words: Words, scope: Scope, by_year: bool) -> Draft | None:
    meetings = [one for one in scope.groups[0] if one.number is not None and one.lead.status == "held"]
    if not meetings:
        return None
    proof = []
    for one in meetings:
        for field in ("place", "dates"):
            stated = _stated(one, field)
            if stated is not None:
                proof.append(field_quote(stated, field))
    if by_year:
        years = sorted({one.dates.start.year for one in meetings if one.dates})
        if not years:
            return None
        text = f"As far as the documents show, in {enumerate_names([str(year) for year in years])}."
        return answered(Claim(text=text, quotes=tuple(dict.fromkeys(proof))))
    names = [the_meeting(one) + (f" ({format_range(one.dates)})" if one.dates else "") for one in meetings]
    return answered(Claim(text=f"{capital(enumerate_names(names))}.", quotes=tuple(dict.fromkeys(proof))))


def _mode(scope: Scope) -> Draft | None:
    occasion = _one(scope.groups[0], scope)
    record = _stated(occasion, "mode") if occasion else None
    if occasion is None or record is None:
        return None
    how = {"in person": "in person", "online": "online", "hybrid": "in hybrid form"}[
        record.mode or "in person"
    ]
    return answered(
        Claim(text=f"{capital(the_meeting(occasion))} was held {how}.", quotes=(field_quote(record, "mode"),))
    )
