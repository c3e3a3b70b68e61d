"""The occasion that a question names (which meeting, year, place, sort of paper) against a document."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.document import Kind
from index.manifest import Manifest
from index.words import STOPWORDS, ordinal, surface, words

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
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
_MATCH, _NEAR, _OTHER = 1.0, 0.5, -1.0


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a question says about the document that it speaks of; empty where it says nothing."""

    numbers: frozenset[int] = frozenset()
    years: frozenset[int] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    words: frozenset[str] = frozenset()

    def fit(self, manifest: Manifest) -> float:
        """Return how well a document fits: about -1 (another meeting), 0 (unknown) … 2 (the one meant)."""
        fit = 0.0
        if self.numbers and manifest.number is not None:
            fit += _MATCH if manifest.number in self.numbers else _OTHER
        if self.years and manifest.start and manifest.end:
            first, last = manifest.start // 10000, manifest.end // 10000
            if any(first <= year <= last for year in self.years):
                fit += _NEAR
            elif not any(first - 1 <= year <= last + 1 for year in self.years):
                fit += _OTHER * _NEAR
        if manifest.place and self.words.intersection(words(manifest.place)):
            fit += _NEAR
        if self.kinds:
            fit += _NEAR if manifest.kind in self.kinds else 0.0
        return fit


def occasion(question: str) -> Occasion:
    """Read the occasion out of a question."""
    found = [word for word in words(question) if word not in STOPWORDS]
    numbers = set()
    for word, following in zip(found, [*found[1:], ""], strict=True):
        number = ordinal(word)
        if number is not None and following not in _MONTHS:
            numbers.add(number)
    return Occasion(
        numbers=frozenset(numbers),
        years=frozenset(int(year) for year in _YEAR.findall(question)),
        kinds=frozenset(kind for pattern, kind in _KINDS if pattern.search(question)),
        words=frozenset(found) - {w for w in surface(question) if w.isdigit()},
    )
