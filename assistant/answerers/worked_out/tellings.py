"""Figures that the papers tell of a thing: found on their own, in a sentence that speaks of just that thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.answerers.draft import Quote
from assistant.answerers.figures import Figure, figures
from assistant.answerers.worked_out.bearing import Word, borne
from assistant.library import Library
from corpus.document import BlockKind, Document, Span
from corpus.records.statements import headings, split, statements

SHARE: Word = frozenset({"%"})  # the unit of per cent and percentage points

_PER_CENT = re.compile(r"\s*(?:%|per\s?cent\b)", re.IGNORECASE)
_UNIT_WORDS = 3  # from a figure to the noun that it counts
_LEANS = re.compile(
    r"^\W*(?:it|they|this|these|its|their|of these|among|the (?:figure|number|total))\b", re.IGNORECASE
)
_KNOWN = re.compile(
    r"^\W*the\s+(?:\w+\s+){1,3}(?:now\s+)?(?:ha[sd]|h[eo]lds?|held|contains?|numbers?|counts?|comprises?|stands?|covers?|lists?)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:()]|,(?!\d)")
_BREAK = re.compile(r"[,;.:()|]|\d")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or row, and the text around it that says what it is about."""

    document: Document
    span: Span
    text: str
    context: str  # the headings above, and the text before it where it leans on that ('It comprises …')
    row: bool

    @property
    def quote(self) -> Quote:
        """Return the place of the sentence as a proof."""
        return Quote(document=self.document.id, span=self.span)


@dataclass(frozen=True, slots=True)
class Telling:
    """A figure that a sentence gives for a thing."""

    sentence: Sentence
    figure: Figure


def sentences(library: Library) -> Iterator[Sentence]:
    """Yield the sentences, items and rows of all papers."""
    for document in library.documents.values():
        before = ""
        for statement in statements(document):
            if statement.kind is BlockKind.HEADING:
                before = ""
                continue
            above = " ".join(headings(document, statement))
            if statement.kind is BlockKind.ROW:
                span = Span(start=statement.start, end=statement.end)
                yield Sentence(document, span, statement.text, above, True)
                continue
            own = ""
            for one in split(statement):
                leant = (own or before) if _LEANS.match(one.text) else ""
                context = f"{above} {leant}"
                yield Sentence(document, Span(start=one.start, end=one.end), one.text, context, False)
                own = f"{own} {one.text}"
            before = statement.text


def about(words: frozenset[Word], sentence: Sentence, extra: str = "") -> bool:
    """Whether a sentence speaks of the thing: it bears each word, or leans on the text before it that does.

    `extra` is text that may bear words as well, such as the title of the paper.
    """
    own = borne(words, sentence.text)
    missing = words - own
    if words and not own and not _LEANS.match(sentence.text):
        return False
    return missing <= borne(missing, f"{sentence.context} {extra}")


def tellings(
    words: frozenset[Word], unit: Word, among: Iterable[Sentence], whole: bool = False
) -> list[Telling]:
    """Return the figures of that unit in the sentences about the thing, one a sentence.

    Of several figures with the unit the one counts whose clause bears words of the thing; a sentence that leaves
    it open gives none. With `whole`, the paper at large may bear what a sentence leaves out.
    """
    found = []
    for sentence in among:
        figure = counted(words, unit, sentence.text)
        if figure is None:
            continue
        if about(words, sentence, sentence.document.text if whole and _KNOWN.search(sentence.text) else ""):
            found.append(Telling(sentence, figure))
    return found


def counted(words: frozenset[Word], unit: Word, text: str) -> Figure | None:
    """Return the one figure of a text that counts the unit; of several the one beside words of the thing."""
    fitting = [figure for figure in figures(text) if has_unit(text, figure, unit)]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    near = [len(borne(words, part)) for part in _parts(text, fitting)]
    best = max(near)
    return fitting[near.index(best)] if best and near.count(best) == 1 else None


def _parts(text: str, found: Sequence[Figure]) -> Iterator[str]:
    """Yield for each figure the clause it stands in; of one clause with several figures, what follows it."""
    for one in found:
        start = max((mark.end() for mark in _CLAUSE.finditer(text, 0, one.start)), default=0)
        end = next((mark.start() for mark in _CLAUSE.finditer(text, one.end)), len(text))
        others = [other for other in found if other is not one and start <= other.start < end]
        if others:
            start = one.end
            end = min((other.start for other in others if other.start > one.start), default=end)
        yield text[start:end]


def has_unit(text: str, figure: Figure, unit: Word) -> bool:
    """Whether a figure counts what the unit names: its noun follows within a few words."""
    after = text[figure.end :]
    if unit == SHARE:
        return bool(_PER_CENT.match(after))
    noun = " ".join(_BREAK.split(after)[0].split()[:_UNIT_WORDS])
    return not _PER_CENT.match(after) and bool(borne({unit}, noun))
