"""Which words tell one body from another, in this corpus."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable

from assistant.question.lexicon import phrases
from index.words import STOPWORDS, stem

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class BodyNames:
    """The names of the bodies of a corpus.

    A word that most of the bodies bear (the name of their process) tells none apart, nor do the genre's words
    for a body ('working', 'group'), unless a name has nothing else.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(sorted(set(names)))
        stems = _without_variants([_stems(name) for name in self.names])
        seen = Counter(word for one in stems for word in one)
        enough = math.ceil(0.6 * len(stems)) if len(stems) >= 3 else len(stems) + 1
        self.common = frozenset(word for word, count in seen.items() if count >= enough)
        """Words that most of the bodies bear."""
        self._generic = frozenset(stem(word) for word in phrases("body", "generic"))
        self._weak = frozenset(stem(word) for word in phrases("body", "weak"))
        self._keys: dict[str, frozenset[str]] = {}

    def key(self, name: str) -> frozenset[str]:
        """Return the stems that tell the body apart; empty for the process as such."""
        if name not in self._keys:
            words = _stems(name) - self.common
            self._keys[name] = (words - self._generic) or (words - self._weak)
        return self._keys[name]

    def compatible(self, one: str | None, other: str | None) -> bool:
        """Whether two names may mean the same body: what tells the shorter apart stands in the longer."""
        if not one or not other:
            return True
        if self.nameless(one) or self.nameless(other):
            return True
        first, second = self.key(one), self.key(other)
        if not first or not second:
            return first == second
        # Scans misread a word of a name, and titles append a place: most of the shorter must agree.
        return len(first & second) >= math.ceil(0.6 * min(len(first), len(second)))

    def nameless(self, name: str) -> bool:
        """Whether a name says no more than 'the Task Group'."""
        return not _stems(name) - self._weak


def _without_variants(stems: list[frozenset[str]]) -> list[frozenset[str]]:
    """Leave out names that are a shorter form of another: the same body, named twice."""
    kept: list[frozenset[str]] = []
    for one in sorted(stems, key=len, reverse=True):
        if not any(one <= other for other in kept):
            kept.append(one)
    return kept


def _stems(name: str) -> frozenset[str]:
    return frozenset(stem(word.lower()) for word in _WORD.findall(name) if word.lower() not in STOPWORDS)
