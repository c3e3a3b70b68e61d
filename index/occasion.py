"""The occasion that a question names (which meeting, year, place, sort of paper) against a document."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.document import Kind
from corpus.names.dates import find_dates
from index.manifest import Manifest, as_number
from index.words import STOPWORDS, ordinal, surface, words

_MONTHS = frozenset(
    words(
        "January February March April May June July August September October November December "
        "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
    )
)
_KINDS = (
    (re.compile(r"\b(?:work|action)[ -]?(?:plan|programme?)s?\b", re.I), Kind.WORK_PLAN),
    (re.compile(r"\bminutes\b|\b(?:summary|meeting) records?\b", re.I), Kind.MINUTES),
    (re.compile(r"\bstatement\b|\bconclusions\b|\bcommuniqu[eé]\b", re.I), Kind.STATEMENT),
    (re.compile(r"\bagenda\b|\bprogramme of (?:the )?(?:meeting|event)\b", re.I), Kind.PROGRAMME),
)
_SHORT_MONTH = re.compile(r"\b(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?(?=[ ,]*\d)", re.I)
_FULL_MONTHS = {
    name[:3].casefold(): name
    for name in (
        "January", "February", "March", "April", "June", "July", "August", "September", "October", "November",
        "December",
    )
}  # fmt: skip
_MATCH, _NEAR, _OTHER = 1.0, 0.5, -1.0
_MEETING = 100  # dates as numbers: up to about a month apart


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a question says about the document that it speaks of; empty where it says nothing."""

    numbers: frozenset[int] = frozenset()
    dates: tuple[tuple[int, int], ...] = ()  # as numbers, 20241118
    kinds: frozenset[Kind] = frozenset()
    words: frozenset[str] = frozenset()

    @property
    def several(self) -> bool:
        """Whether the question speaks of more than one occasion."""
        return len(self.numbers) > 1 or len(self.dates) > 1

    def fit(self, manifest: Manifest) -> float:
        """Return how well a document fits: about -1 (another meeting), 0 (unknown) … 2 (the one meant)."""
        fit = 0.0
        if self.numbers and manifest.number is not None:
            if manifest.number in self.numbers:
                fit += _MATCH
            elif manifest.number + 1 not in self.numbers:  # a meeting announces the next one
                fit += _OTHER
        if self.dates and manifest.start and manifest.end:
            fit += max(_overlap(dates, manifest.start, manifest.end) for dates in self.dates)
        if manifest.place and self.words.intersection(words(manifest.place)):
            fit += _NEAR
        if self.kinds:
            fit += _NEAR if manifest.kind in self.kinds else 0.0
        return fit


def occasion(question: str) -> Occasion:
    """Read the occasion out of a question."""
    found = words(question)
    numbers = set()
    spoken = [word for word in found if word not in ("of", "day")]
    for word, following in zip(spoken, [*spoken[1:], ""], strict=True):
        number = ordinal(word)
        if number is not None and following not in _MONTHS:
            numbers.add(number)
    return Occasion(
        numbers=frozenset(numbers),
        dates=_dates(question),
        kinds=frozenset(kind for pattern, kind in _KINDS if pattern.search(question)),
        words=frozenset(found) - STOPWORDS - {w for w in surface(question) if w.isdigit()},
    )


def _full(short: re.Match[str]) -> str:
    return _FULL_MONTHS[short[1][:3].casefold()]


def _dates(question: str) -> tuple[tuple[int, int], ...]:
    return tuple(
        (as_number(f.range.start), as_number(f.range.end))
        for f in find_dates(_SHORT_MONTH.sub(_full, question))
    )


def _overlap(asked: tuple[int, int], start: int, end: int) -> float:
    """Return how well a document's dates fit those asked for; a long span says less than a few days."""
    if start <= asked[1] and asked[0] <= end:
        meeting = end - start < _MEETING
        return _MATCH if meeting and asked[1] - asked[0] < _MEETING else _NEAR if meeting else _NEAR / 2
    return _OTHER / 2
