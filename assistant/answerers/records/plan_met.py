"""Whether a reported result met the target of an activity, and what was reported: 'Did the drill meet its target?'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answerers.draft import Claim, Draft, Quote
from assistant.answerers.figures import Figure, figures
from assistant.answerers.records.matching import scored_matches
from assistant.answerers.records.plan_fields import activity_in, described
from assistant.answerers.records.plan_results import bears, by_report, fits, places
from assistant.answerers.records.plan_scope import cued, take_dates, wording
from assistant.answerers.records.wording import answered
from assistant.library import Library
from assistant.question.lexicon import phrases
from assistant.question.words import Words, content, phrase_stems
from corpus.document import DateRange, Span
from corpus.names.dates import find_dates
from corpus.records.statements import clean, without_marker
from corpus.records.types import PlanItem

_UNIT_WORDS = 3  # from a figure to the noun that it counts
_LIKELY = 0.6  # of the words of a question, by weight
_DURATION = re.compile(
    r"\s*(?P<unit>hours?|hrs?|minutes?|mins?|(?:working\s+)?days?|weeks?|months?|years?)\b", re.IGNORECASE
)
_MINUTES = {"h": 60, "mi": 1, "d": 1440, "w": 10080, "mo": 43200, "y": 525600}
_AND = re.compile(r"\s*(?:and|,)?\s*")


@dataclass(frozen=True, slots=True)
class _Measure:
    """A quantity: of things, with the stems of their noun, or of time, in minutes."""

    value: float
    written: str
    stems: frozenset[str]
    time: bool
    start: int


def target_met(words: Words, items: list[PlanItem], library: Library) -> Draft | None:
    """Return whether the one reported result of an activity meets the one figure of its target, or None."""
    terms = wording()["met"]
    cues = cued(words, terms["question"])
    if not cues or not cued(words, terms["aim"]):
        return None
    found = _one_result(words, cues, items, library)
    if found is None:
        return None
    item, target, result, quote = found
    before = (item.indicator or "")[: target.start]
    limit = re.search(wording()["results"]["limits"], before, re.IGNORECASE) is not None
    met = result.value <= target.value if limit else result.value >= target.value
    denied = cued(words, terms["missed"]) is not None
    lead = "Yes" if met != denied else "No"
    text = f"{lead}: {result.written} reported for {described(item)}, against {item.indicator} in the plan."
    plan = Quote(document=item.document, span=item.evidence[0])
    return answered(Claim(text=text, quotes=(plan, quote)))


def reached(words: Words, items: list[PlanItem], library: Library) -> Draft | None:
    """Return the one figure that later papers report for an activity: 'How many were reached under 2.1 in May 2031?'."""
    terms = wording()["met"]
    cues = cued(words, terms["reached"])
    if not cues:
        return None
    found = _one_result(words, cues, items, library)
    if found is None:
        return None
    item, _, result, quote = found
    return answered(Claim(text=f"{result.written} reported for {described(item)}.", quotes=(quote,)))


def _one_result(
    words: Words, cues: set[int], items: list[PlanItem], library: Library
) -> tuple[PlanItem, _Measure, _Measure, Quote] | None:
    """Return the activity asked about, the one figure of its target and the one reported for it; None if not one."""
    dates = [found.range for found in find_dates(words.text)]
    item = _item(words, cues, dates, items, library)
    target = _only(_measures(item.indicator or "")) if item is not None else None
    if item is None or target is None:
        return None
    results = _reported(item, target, dates, library)
    if len({result.value for result, _ in results}) != 1:
        return None
    return item, target, *results[0]


def _item(
    words: Words, cues: set[int], dates: Sequence[DateRange], items: list[PlanItem], library: Library
) -> PlanItem | None:
    marked = Words(words.text, words.words, set(words.explained) | cues)
    marked.take(phrases("plan"))
    marked.take(tuple(wording()["results"]["around"]))
    marked.take(tuple(wording()["met"]["around"]))
    named = activity_in(words, marked, items, library)
    if named is not None:
        return named if named.indicator else None
    take_dates(marked)
    wanted = content(marked.left()) or content(
        [word for number, word in enumerate(words.words) if number not in cues]
    )
    measured = [item for item in items if item.level == "activity" and item.indicator]
    scored = scored_matches(wanted, measured, lambda item: f"{item.text} {item.indicator} {item.lead}")
    if scored and scored[0][0] >= _LIKELY and (len(scored) < 2 or scored[1][0] < scored[0][0] - 0.05):
        return scored[0][1]
    return by_report(wanted, measured, dates, library)


def _reported(
    item: PlanItem, target: _Measure, dates: Sequence[DateRange], library: Library
) -> list[tuple[_Measure, Quote]]:
    """What the reports that bear the number of the activity give in the unit of its target."""
    own = library.documents[item.document].metadata.body
    found: list[tuple[_Measure, Quote]] = []
    for document in library.documents.values():
        body = document.metadata.body
        if document.id == item.document or not fits(document, dates):
            continue
        if own and body and not library.bodies.compatible(own, body):
            continue
        for span in places(document):
            text = document.text[span.start : span.end]
            if bears(text, item.number):
                found += [(one, _quote(document.id, span)) for one in _alike(text, target)]
    return found


def _quote(document: str, span: Span) -> Quote:
    return Quote(document=document, span=span)


def _alike(text: str, target: _Measure) -> list[_Measure]:
    """The one quantity of a report that counts what the target counts; a row may repeat the target."""
    text = clean(without_marker(text)[0])
    same = [
        one
        for one in _measures(text)
        if one.time == target.time and (target.time or one.stems & target.stems) and one.value != target.value
    ]
    return same if len(same) == 1 else []


def _only(found: Iterator[_Measure]) -> _Measure | None:
    measures = list(found)
    return measures[0] if len(measures) == 1 else None


def _measures(text: str) -> Iterator[_Measure]:
    """Yield the quantities of a text; '1 hour and 52 minutes' is one."""
    waiting: tuple[float, int, int] | None = None
    for figure in _with_one(text):
        unit = _DURATION.match(text, figure.end)
        if unit is None:
            if waiting is not None:
                yield _time(text, waiting)
                waiting = None
            after = re.split(r"[,;.:()|]|\d", text[figure.end :])[0].split()[:_UNIT_WORDS]
            stems = frozenset(phrase_stems(" ".join(after)))
            written = " ".join([text[figure.start : figure.end], *after]).strip()
            yield _Measure(figure.value, written, stems, False, figure.start)
            continue
        key = unit["unit"].lower()
        key = key.split()[-1]
        factor = _MINUTES.get(key[:2], _MINUTES.get(key[:1], 1))
        value = figure.value * factor
        if waiting is not None and _AND.fullmatch(text[waiting[2] : figure.start]):
            waiting = (waiting[0] + value, waiting[1], unit.end())
        else:
            if waiting is not None:
                yield _time(text, waiting)
            waiting = (value, figure.start, unit.end())
    if waiting is not None:
        yield _time(text, waiting)


_ONE = re.compile(r"(?<!\w)(?:one|an?)(?=\s+(?:hour|minute|day|week|month|year)\b)", re.IGNORECASE)


def _with_one(text: str) -> list[Figure]:
    """The figures of a text, with 'one hour' and 'an hour'."""
    found = figures(text)
    found += [Figure(1.0, match.start(), match.end()) for match in _ONE.finditer(text)]
    return sorted(found, key=lambda one: one.start)


def _time(text: str, waiting: tuple[float, int, int]) -> _Measure:
    value, start, end = waiting
    return _Measure(value, text[start:end], frozenset(), True, start)
