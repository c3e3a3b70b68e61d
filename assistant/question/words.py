"""A question as words that have to be accounted for.

An exact answer may only be given to a question that was read in full. So every rule that understands a part
of the question marks its words as explained; what is left unexplained and means something shows that the
question asks for more than the rule knows, and the rule must stand back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein
from wordfreq import zipf_frequency

from assistant.question.lexicon import keys, phrases
from index.words import STOPWORDS, stem

_WORD = re.compile(r"[^\W_]+(?:[-'’./&][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a question: as written, in lower case and corrected, and its stem."""

    text: str
    norm: str
    stem: str
    start: int
    end: int


@dataclass
class Words:
    """The words of a question and which of them have been explained so far."""

    text: str
    words: tuple[Word, ...]
    explained: set[int] = field(default_factory=set)

    def copy(self) -> Words:
        """Return the same question with marks of its own."""
        return Words(self.text, self.words, set(self.explained))

    def find(self, wanted: Iterable[str]) -> list[tuple[int, int]]:
        """Return the places (first word, past the last) where one of the phrases stands; longest first."""
        places: list[tuple[int, int]] = []
        taken: set[int] = set()
        stems = [word.stem for word in self.words]
        known = frozenset(stems)
        for phrase in wanted:
            parts = phrase_stems(phrase)
            if not known.issuperset(parts):
                continue
            for first in range(len(stems) - len(parts) + 1):
                span = range(first, first + len(parts))
                if tuple(stems[first : first + len(parts)]) == parts and not taken.intersection(span):
                    taken.update(span)
                    places.append((first, first + len(parts)))
        return sorted(places)

    def has(self, wanted: Iterable[str]) -> bool:
        """Whether one of the phrases stands in the question."""
        return bool(self.find(wanted))

    def take(self, wanted: Iterable[str]) -> bool:
        """Mark all places of the phrases as explained; return whether there was one."""
        places = self.find(wanted)
        for first, last in places:
            self.explained.update(range(first, last))
        return bool(places)

    def take_span(self, start: int, end: int) -> None:
        """Mark the words that stand between two character positions as explained."""
        for number, word in enumerate(self.words):
            if word.start < end and word.end > start:
                self.explained.add(number)

    def left(self) -> list[Word]:
        """Return the words that mean something and are not explained."""
        filler = _filler()
        return [
            word
            for number, word in enumerate(self.words)
            if number not in self.explained
            and word.norm not in STOPWORDS
            and word.stem not in filler
            and word.norm not in _FUNCTION
        ]

    def starts_with(self, *openings: str) -> bool:
        """Whether the question opens with one of these words."""
        return bool(self.words) and self.words[0].norm in openings


_FUNCTION = frozenset(
    [
        "who",
        "whom",
        "whose",
        "which",
        "what",
        "when",
        "where",
        "why",
        "how",
        "did",
        "do",
        "does",
        "was",
        "were",
        "is",
        "are",
        "be",
        "been",
        "has",
        "have",
        "had",
        "will",
        "would",
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "by",
        "with",
        "and",
        "or",
        "as",
        "into",
        "there",
        "their",
        "its",
        "it",
        "that",
        "this",
        "these",
        "those",
        "not",
        "no",
        "any",
        "s",
        "t",
        "than",
        "then",
        "so",
        "if",
        "about",
        "between",
        "during",
        "over",
        "under",
        "up",
        "out",
        "off",
        "per",
        "via",
        "both",
        "but",
        "nor",
    ]
)


@lru_cache(maxsize=1)
def _filler() -> frozenset[str]:
    return frozenset(part for phrase in phrases("filler") for part in phrase_stems(phrase))


@lru_cache(maxsize=4096)
def phrase_stems(phrase: str) -> tuple[str, ...]:
    """Return the stems of a phrase's words, cut as a question's words are cut."""
    return tuple(stem(match.group().lower()) for match in _WORD.finditer(phrase))


@lru_cache(maxsize=1)
def _known_words() -> frozenset[str]:
    words: set[str] = set()
    for table in keys_of_all():
        for key in keys(table):
            for phrase in phrases(table, key):
                if "=" not in phrase:
                    words.update(match.group().lower() for match in _WORD.finditer(phrase))
    return frozenset(words)


def keys_of_all() -> tuple[str, ...]:
    """Return the names of the lexicon's tables that hold words a question is read by."""
    return tuple(
        table
        for table in (
            "body", "occasion", "attend", "capacity", "party_kind", "level", "chair", "rapporteur", "minutes", "host", "open", "close",
            "moderate", "represent", "post", "when", "where", "held", "count", "person_noun", "definition",
            "action", "decision", "plan", "compare",
        )
    )  # fmt: skip


@lru_cache(maxsize=1)
def _short_forms() -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in phrases("spelling"))


def read_words(question: str, vocabulary: frozenset[str] = frozenset()) -> Words:
    """Cut a question into words and mend their spelling.

    `vocabulary` holds the corpus's words in lower case. A word that neither English nor the corpus knows is
    read as the nearest word that the question rules or the corpus know, if one is near enough.
    """
    found: list[Word] = []
    for match in _WORD.finditer(question):
        lowered = match.group().lower().replace("’", "'")
        full = _short_forms().get(lowered) if not match.group().isupper() or len(lowered) > 3 else None
        if full is None and lowered.endswith("'s"):
            lowered = lowered[:-2]
        for part in (full or lowered).split():
            norm = part if full else _mended(part, match.group(), vocabulary)
            found.append(Word(match.group(), norm, stem(norm), match.start(), match.end()))
    return Words(question, tuple(found))


def _mended(word: str, written: str, vocabulary: frozenset[str]) -> str:
    if len(word) < 4 or not word.isalpha() or word in vocabulary or word in _known_words():
        return word
    if written.isupper() or zipf_frequency(word, "en") >= 2.2:
        return word
    return nearest(word, _known_words()) or nearest(word, vocabulary) or word


@lru_cache(maxsize=2048)
def nearest(word: str, known: frozenset[str]) -> str | None:
    """Return the known word at the least edit distance (1, or 2 from seven letters on), or None.

    The first letter must agree, and a tie between two different words is no match.
    """
    limit = 1 if len(word) < 7 else 2
    best: list[str] = []
    least = limit + 1
    for candidate in known:
        if candidate[:1] != word[:1] or abs(len(candidate) - len(word)) > limit or len(candidate) < 4:
            continue
        distance = DamerauLevenshtein.distance(word, candidate, score_cutoff=limit)
        if distance < least:
            best, least = [candidate], distance
        elif distance == least and distance <= limit:
            best.append(candidate)
    if least > limit:
        return None
    stems = {stem(candidate) for candidate in best}
    return min(best) if len(stems) == 1 else None


def content(words: Sequence[Word]) -> tuple[str, ...]:
    """Return the stems of the words that carry meaning."""
    return tuple(word.stem for word in words if word.norm not in STOPWORDS and word.norm not in _FUNCTION)
