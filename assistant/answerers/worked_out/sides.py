"""The two times or meetings that a question sets apart: 'between the end of 2018 and March 2022', 'from Nadi to Malé'."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answerers.worked_out.tellings import Sentence
from assistant.library import Library
from assistant.question.occasions import Occasion, name_words
from corpus.document import DateRange
from corpus.names.dates import find_dates
from corpus.names.numbers import find_ordinals

_YEAR = re.compile(r"(?<![\d–-])(?:19|20)\d\d(?![\d–-])")
_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*")
_MEETING = re.compile(
    r"\b(?:meeting|session|sitting|conference|assembly|report|record|statement|minutes)s?\b", re.IGNORECASE
)
# a time that bounds what is told, or a deadline: what is told is not of that day
_BOUND = re.compile(
    r"\b(?:since|between|from|by|until|before|not\s+later\s+than)\s+(?:the\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Side:
    """A time, or the papers of a meeting."""

    times: tuple[DateRange, ...] = ()
    papers: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()  # a year alone: that of the sentence, or else that of the paper

    def bears(self, sentence: Sentence) -> bool:
        """Whether what a sentence tells is of this time or meeting."""
        dated = [
            found.range
            for found in find_dates(sentence.text)
            if not _BOUND.search(sentence.text[: found.start])
        ]
        own = sentence.document.metadata.dates
        if self.papers:
            if sentence.document.id not in self.papers:
                return False
            return not dated or (own is not None and any(one.end.year == own.end.year for one in dated))
        held = dated or ([own] if own is not None else [])
        if self.years:
            return bool(held) and all(
                one.start.year in self.years and one.end.year in self.years for one in held
            )
        return any(time.start <= one.start and one.end <= time.end for time in self.times for one in held)


def side(written: str, library: Library, meetings: bool) -> Side | None:
    """Return the time or meeting that a phrase names, None where it names none or several.

    `meetings` says whether the question speaks of meetings, so that a year alone is that of a meeting.
    """
    dates = tuple(found.range for found in find_dates(written))
    years = frozenset(int(year) for year in _YEAR.findall(written))
    occasions = [one for one in library.occasions if _meant(written, one)]
    if occasions:
        if years:
            occasions = [one for one in occasions if one.years & years]
        if len({one.dates for one in occasions}) != 1:
            return None
        papers = frozenset(paper for one in occasions for paper in one.papers)
        told = papers or frozenset(
            record.document for one in occasions for record in one.records if record.status == "held"
        )
        return Side(papers=told) if told else None
    if meetings and len(years) == 1:
        return Side(years=years)
    if len(dates) == 1:
        return Side(times=dates)
    return Side(years=years) if len(years) == 1 else None


def _meant(written: str, occasion: Occasion) -> bool:
    """Whether a phrase names a meeting by its number or its place."""
    numbers = {found.value for found in find_ordinals(written)}
    if numbers and _MEETING.search(written):
        return occasion.number in numbers
    names = {
        word
        for match in _NAME.finditer(written)
        for word in name_words(match.group())
        if not _MEETING.fullmatch(word)
    }
    months = {word for found in find_dates(written) for word in name_words(written[found.start : found.end])}
    names -= months
    return bool(names) and occasion.place is not None and names <= name_words(occasion.place)
