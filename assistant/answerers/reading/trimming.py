"""Long sentences cut at clause boundaries to the part that answers."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.answerers.reading.found import Case
from assistant.answerers.reading.spans import sentence
from corpus.document import Span

_LONG = 38  # words
_BOUNDARY = re.compile(
    r";\s+(?:and\s+)?|,\s+(?=(?:which|who|whose|while|but|so that|and (?:the|it|they|he|she|then|is|was"
    r"|has|had|will)|highlighting|noting|with the aim)\b)|\s+[–—]\s+(?=including|which|and)"
)


def trimmed(case: Case, spot: tuple[int, int] | None = None) -> str:
    """Return the unit as a sentence; of a long one, the clauses with the question's words and the spot."""
    text = case.unit.text
    if len(text.split()) <= _LONG:
        return sentence(text)
    cuts = [0, *[match.end() for match in _BOUNDARY.finditer(text)], len(text)]
    places = [case.unit.words[number].start for number in case.cover.inside if number < len(case.unit.words)]
    if spot is not None:
        places += [spot[0], max(spot[0], spot[1] - 1)]
    if len(cuts) == 2 or not places:
        return sentence(text)
    clauses = list(pairwise(cuts))
    touched = [
        number for number, (start, end) in enumerate(clauses) if any(start <= place < end for place in places)
    ]
    if not touched:
        return sentence(text)
    first, last = min(touched), max(touched)
    if first and not re.match(r"[A-Z(]", text[clauses[first][0] :]):
        first = 0  # a clause that does not begin with its own subject needs what stands before it
    piece = text[clauses[first][0] : clauses[last][1]]
    if piece.count("(") != piece.count(")") or piece.count("[") != piece.count("]"):
        return sentence(text)
    return sentence(piece)


def nearest(case: Case, spots: list[tuple[int, int]]) -> tuple[int, int]:
    """Return the spot with the least distance to the question's words in the unit."""
    places = [case.unit.words[number].start for number in case.cover.inside if number < len(case.unit.words)]
    if not places:
        return spots[0]
    return min(
        spots,
        key=lambda spot: sum(sorted(min(abs(spot[0] - place), abs(spot[1] - place)) for place in places)[:3]),
    )


def same_clause(case: Case, spot: tuple[int, int]) -> float:
    """1.0 where the spot shares its clause (between semicolons and full stops) with a word of the question.

    A label ('Venue: …') belongs to every clause after it. Otherwise 0.55, or 0.3 where the clause with the
    meeting asked about is another: the value is of something else.
    """
    text = case.unit.text
    told = case.cover.occasion or case.cover.inside
    places = [case.unit.words[number].start for number in told if number < len(case.unit.words)]
    if not places or case.unit.row is not None:
        return 1.0
    cuts = [0, *[match.end() for match in re.finditer(r";\s|\.\s+(?=[A-Z])", text)], len(text)]
    label = re.match(r"[^:;.]{2,60}:", text)
    if label and any(place < label.end() for place in places):
        return 1.0
    for start, end in pairwise(cuts):
        if start <= spot[0] < end:
            if any(start <= place < end for place in places):
                return 1.0
            return 0.3 if case.cover.occasion else 0.55
    return 1.0


_ANTECEDENT = 30  # characters
_ASIDE = re.compile(r",\s+(?:which|who|whose|whom)\b[^,;]*")


def aside(case: Case, spot: tuple[int, int]) -> float:
    """0.6 where the spot stands in a relative clause on something that is not asked about, else 1.

    'Both were chaired by Kenya, which took the Chair on 1 January 2018' does not say when both were held.
    """
    places = [case.unit.words[number].start for number in case.cover.inside if number < len(case.unit.words)]
    for clause in _ASIDE.finditer(case.unit.text):
        if clause.start() <= spot[0] < clause.end():
            told = clause.start() - _ANTECEDENT  # of what the clause speaks stands right before it
            return 1.0 if any(told <= place < clause.end() for place in places) else 0.6
    return 1.0


def pronoun_spans(case: Case) -> tuple[Span, ...]:
    """Return the unit's span, and that of the sentence before it where the unit leans on it."""
    unit = case.unit
    if unit.pronoun and unit.before_span is not None:
        return (case.span, unit.before_span)
    return (case.span,)
