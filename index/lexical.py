"""The lexical side, derived from the store: BM25 over passages, and their sentences as sets of words.

One object is one state of the store; it never changes, so that any number of threads can read it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import bm25s
import numpy as np

from corpus.document import Passage, Span
from corpus.records.acronyms import is_acronym
from corpus.records.types import AnyRecord, Capacity
from corpus.sentences import sentences
from index.expansion import Vocabulary
from index.manifest import Manifest
from index.shape import Shape, attendance, told_shape
from index.words import STOPWORDS, words

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SURE = 0.8  # from which on a passage is taken for a list of attendance
CONTEXT_WEIGHT = 0.5  # of the title, headings and column names against the passage's own words


class Lexicon:
    """All passages of one state of the store, by their words."""

    def __init__(
        self,
        passages: Sequence[Passage],
        manifests: Mapping[str, Manifest],
        records: Iterable[AnyRecord] = (),
    ) -> None:
        """Take the passages in reading order, and what was read out of their documents."""
        self.passages = tuple(passages)
        self.manifests = dict(manifests)
        self.at = {passage.id: place for place, passage in enumerate(self.passages)}
        self.vocabulary = Vocabulary()
        records = tuple(records)
        for record in records:
            # Short names ('the Working Group') are left out: their words are everywhere in their documents.
            if record.type == "term" and is_acronym(record.acronym):
                self.vocabulary.add_term(record.acronym, record.expansion)
        self._own = [words(passage.text) for passage in self.passages]
        contexts: dict[str, list[str]] = {}
        self._context = [
            contexts.setdefault(p.context, words(p.context) if p.context not in contexts else [])
            for p in self.passages
        ]
        for passage in self.passages:
            self.vocabulary.add(passage.text)
        for context in contexts:
            self.vocabulary.add(context)
        self._text_side = _bm25(self._own)
        self._context_side = _bm25(self._context)
        self._shapes: dict[int, Shape] = {}
        self._attendance = self._recorded(records)
        self._sentences: dict[int, list[tuple[Span, frozenset[str]]]] = {}

    @cached_property
    def _frequencies(self) -> Counter[str]:
        return Counter(
            word for own, context in zip(self._own, self._context, strict=True) for word in {*own, *context}
        )

    def weight(self, word: str) -> float:
        """Return how telling a stem is: its inverse document frequency; the highest for an unknown one."""
        count = self._frequencies.get(word, 0)
        return math.log(1 + (len(self.passages) - count + 0.5) / (count + 0.5))

    def scores(self, weights: Mapping[str, float]) -> NDArray[np.float32]:
        """Return the BM25 score of every passage for weighted stems, shape (number of passages,)."""
        total = np.zeros(len(self.passages), dtype=np.float32)
        by_weight: dict[float, list[str]] = {}
        for word, weight in weights.items():
            by_weight.setdefault(weight, []).append(word)
        for weight, group in by_weight.items():
            for side, share in ((self._text_side, 1.0), (self._context_side, CONTEXT_WEIGHT)):
                known = [word for word in group if side is not None and word in side.vocab_dict]
                if side is not None and known:
                    total += weight * share * side.get_scores(known)
        return total

    def own_words(self, place: int) -> frozenset[str]:
        """Return the stems of a passage's text."""
        return frozenset(self._own[place])

    def context_words(self, place: int) -> frozenset[str]:
        """Return the stems of a passage's title, headings and column names."""
        return frozenset(self._context[place])

    def same_document(self, place: int, other: int) -> bool:
        """Tell whether two places hold passages of one document; `other` may lie outside."""
        return (
            0 <= other < len(self.passages) and self.passages[place].document == self.passages[other].document
        )

    def shape(self, place: int) -> Shape:
        """Return what sorts of facts a passage tells."""
        if place not in self._shapes:
            passage = self.passages[place]
            self._shapes[place] = told_shape(passage.text)
        return self._shapes[place]

    def attendance(self, place: int) -> float:
        """Return how far a passage is a list of who came, 0 … 1."""
        if place not in self._attendance:
            passage = self.passages[place]
            self._attendance[place] = attendance(passage.text, passage.context)
        return self._attendance[place]

    def lists(self, documents: Iterable[str]) -> list[int]:
        """Return the places of the lists of attendance in documents."""
        wanted = set(documents)
        return [
            place
            for place, passage in enumerate(self.passages)
            if passage.document in wanted and self.attendance(place) >= _SURE
        ]

    def _recorded(self, records: Iterable[AnyRecord]) -> dict[int, float]:
        """Return the passages out of which lists of attendance were read."""
        starts: dict[str, list[int]] = {}
        for record in records:
            if record.type == "attendance_group" and record.capacity is not Capacity.SPEAKER:
                starts.setdefault(record.document, []).extend(span.start for span in record.evidence)
        return {
            place: 1.0
            for place, passage in enumerate(self.passages)
            if any(passage.start <= start < passage.end for start in starts.get(passage.document, ()))
        }

    def front_matter(self, place: int) -> bool:
        """Tell whether a passage is the front matter of its document."""
        return self.passages[place].ordinal == 0 and self.passages[place].text.startswith("---\n")

    def substance(self, place: int) -> int:
        """Return how many different words a passage has that its title and headings do not have.

        Front matter has none: it says what the document says, and cannot be quoted.
        """
        if self.front_matter(place):
            return 0
        return len(self.own_words(place) - self.context_words(place) - STOPWORDS)

    def sentences(self, place: int) -> list[tuple[Span, frozenset[str]]]:
        """Return the sentences of a passage (spans of the document) with their stems."""
        if place not in self._sentences:
            passage = self.passages[place]
            self._sentences[place] = [
                (span, frozenset(words(passage.text[span.start - passage.start : span.end - passage.start])))
                for span in sentences(passage.text, passage.start)
            ]
        return self._sentences[place]


def _bm25(texts: Sequence[Sequence[str]]) -> bm25s.BM25 | None:
    if not any(texts):
        return None
    side = bm25s.BM25(method="lucene", k1=1.2, b=0.6)
    side.index([list(text) for text in texts], show_progress=False)
    return side
