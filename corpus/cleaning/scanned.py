"""What a document as a whole tells about its scan: the words that stand in it, and whether it is noisy."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from corpus.cleaning.words import COMMON, frequency
from corpus.names.party_table import known_aliases

IN_DOCUMENT = 9.0  # stronger than any frequency of English (Zipf scale, at most 8)
A_NAME = 8.5
_CLEAN = re.compile(r"(?<![\w|!-])[^\W\d_]{2,}(?![\w|!]|-$)", re.MULTILINE)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
    *("november", "december"),
)


@dataclass(frozen=True)
class Scan:
    """The texts of a document, for the rules that repair one of them to know the others.

    `noisy`: the document has shown that it is the product of text recognition, so that bolder rules hold.
    """

    texts: tuple[str, ...] = ()
    noisy: bool = False

    @classmethod
    def of(cls, texts: Iterable[str]) -> Scan:
        """Return what the texts of a document tell, not yet known to be noisy."""
        return cls(tuple(texts))

    @cached_property
    def words(self) -> frozenset[str]:
        """The words without figures, as they are spelt; halves at line ends are none."""
        return frozenset(word for text in self.texts for word in _CLEAN.findall(text))

    @cached_property
    def _folded(self) -> frozenset[str]:
        return frozenset(word.casefold() for word in self.words)

    def weight(self, word: str) -> float:
        """Return how sure it is that this is a word: of the document, a party's name, or English."""
        lower = word.casefold()
        if len(word) > 2 and lower in self._folded:
            return IN_DOCUMENT
        return A_NAME if len(word) > 2 and proper(lower) else frequency(lower)


def proper(lower: str) -> bool:
    """Tell whether a word, in lower case, is part of a party's name or a month."""
    return lower in _name_words()


def capitalised_name(lower: str) -> bool:
    """Tell whether a word is written with a capital wherever it stands ('brazil', not 'states')."""
    return lower in _MONTHS or (proper(lower) and (lower in _single_names() or frequency(lower) < COMMON))


@lru_cache(maxsize=1)
def _single_names() -> frozenset[str]:
    return frozenset(alias.written.casefold() for alias in known_aliases() if " " not in alias.written)


@lru_cache(maxsize=1)
def _name_words() -> frozenset[str]:
    written = (re.findall(r"[^\W\d_]{3,}", alias.written) for alias in known_aliases())
    names = {word.casefold() for words in written for word in words if word[0].isupper()}
    return frozenset(names | set(_MONTHS))


@lru_cache(maxsize=1)
def known_names() -> frozenset[str]:
    """Return the written names of the known parties."""
    return frozenset(alias.written for alias in known_aliases())
