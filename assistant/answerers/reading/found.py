"""What a rule hands to the reader: sentences with their spans, and how well they have the shape asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.answerers.draft import Claim, Quote
from assistant.answerers.reading.asking import Term
from assistant.answerers.reading.evidence import Cover
from assistant.answerers.reading.units import Reading, Unit
from assistant.question.shape import Asked
from corpus.document import Span


@dataclass(slots=True)
class Found:
    """An answer in the making. `fit` is 0 … 1: how surely it has the shape that the question asks for."""

    claims: list[Claim]
    fit: float
    note: str = ""  # which rule found it; for the trace
    waived: frozenset[str] = frozenset()  # words of the question that need not be covered: what a list lacks


@dataclass(slots=True)
class Case:
    """A unit under examination, with all that the rules need to know of the question and the document."""

    asked: Asked
    terms: Sequence[Term]
    unit: Unit
    cover: Cover
    reading: Reading
    extra: list[Span] = field(default_factory=list)
    rank: float = 0.0  # by the question's words that it bears, and by where it stands
    short: float = 0.0  # by how much it falls short of the best unit's rank by words, 0 or less
    like: float = 0.0  # how near the unit is to the question in meaning, -1 … 1
    behind: float = 0.0  # by how much it is less near than the nearest unit, 0 or less

    def claim(self, text: str, *spans: Span) -> Claim:
        """Return a claim that quotes the given spans, or the unit itself."""
        wanted = spans or (Span(start=self.unit.start, end=self.unit.end),)
        return Claim(
            text=text, quotes=tuple(Quote(document=self.unit.document, span=span) for span in wanted)
        )

    @property
    def span(self) -> Span:
        """The unit's own span."""
        return Span(start=self.unit.start, end=self.unit.end)

    def asks_for(self, *meanings: str) -> bool:
        """Whether the question uses one of these meanings or stems."""
        return any(meaning in (term.stem, *term.also) for term in self.terms for meaning in meanings)
