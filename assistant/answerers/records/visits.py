"""Answers on the visits of a meeting's participants: where they went, and when."""

from __future__ import annotations

import re

from assistant.answerers.draft import Claim, Draft, Quote
from assistant.answerers.records.wording import answered, capital, not_stated
from assistant.library import Library
from assistant.question.cues import CueKind
from assistant.question.lexicon import phrases
from assistant.question.scope import Scope
from assistant.question.words import Words, phrase_stems
from corpus.document import Precision
from corpus.names.dates import find_dates, format_range
from corpus.names.numbers import find_numbers
from corpus.records.visits import Visit, read_visits

# A day that is no date by itself: 'Thursday 16', '6 July'.
_DAY = re.compile(
    r"\b[A-Z][a-z]+day,? \d{1,2}\b"
    r"|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)


def answer_visits(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Return where the participants of a meeting went on a visit, or on which day, or None.

    None where the papers tell of several visits that fit.
    """
    if not words.has(phrases("visit")):
        return None
    words = words.copy()
    count = words.take(phrases("count"))
    words.take(phrases("visit"))
    when = words.take(phrases("when"))
    where = words.take(phrases("where")) or words.has(("what", "which"))
    if count:
        words.take((*phrases("count", "people"), *phrases("attend")))
    elif not (when or where):
        return None
    words.take(
        (
            *phrases("visit", "visitors"),
            *phrases("held"),
            *phrases("occasion", "nouns"),
            *phrases("body", "generic"),
        )
    )
    wanted = {word.stem for word in words.left()}
    if (when or count) and not wanted:
        return None
    papers = list(scope.papers) if scope.named else list(library.documents)
    days = [
        cue.dates
        for cue in scope.cues
        if cue.kind is CueKind.DATE and cue.dates is not None and cue.dates.precision is Precision.DAY
    ]
    found: list[tuple[str, Visit]] = []
    for paper in papers:
        for visit in read_visits(library.documents[paper]):
            told = set(
                phrase_stems(
                    visit.place if when or count else f"{visit.place} {_sentence(paper, visit, library)}"
                )
            )
            if wanted <= told and (not days or visit.dates is None or visit.dates in days):
                found.append((paper, visit))
    if len(days) == 1 and any(visit.dates in days for _, visit in found):
        found = [(paper, visit) for paper, visit in found if visit.dates in days]
    if count:
        return _uncounted(found, library)
    if len(found) != 1 or (when and found[0][1].dates is None):
        return None
    paper, visit = found[0]
    text = f"the visit was to {visit.place}"
    if visit.dates is not None:
        text = f"on {format_range(visit.dates)}, {text}"
    return answered(Claim(text=f"{capital(text)}.", quotes=(Quote(document=paper, span=visit.span),)))


def _uncounted(found: list[tuple[str, Visit]], library: Library) -> Draft | None:
    """Say that no number is told of the one visit meant, where its sentence has none; else None."""
    if len(found) != 1:
        return None
    paper, visit = found[0]
    text = _sentence(paper, visit, library)
    for hit in reversed(find_dates(text)):
        text = text[: hit.start] + text[hit.end :]
    if find_numbers(_DAY.sub(" ", text)):
        return None
    return not_stated(
        f"The documents do not say how many took part in the visit to {visit.place}.",
        [Quote(document=paper, span=visit.span)],
    )


def _sentence(paper: str, visit: Visit, library: Library) -> str:
    return library.documents[paper].text[visit.span.start : visit.span.end]
