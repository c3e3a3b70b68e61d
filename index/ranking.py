"""How a passage finds its place: lexical side, best sentence, dense side, occasion of the question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.lexical import Lexicon
from index.occasion import Occasion
from index.shape import Shape

K = 10  # of the rank fusion: how fast the worth of a place falls off
SENTENCE_WEIGHT = 1.0  # of the ranking by best sentence, against 1 for the lexical side
OCCASION_WEIGHT = 0.12  # of the fit between the occasion asked for and the document's
SHAPE_WEIGHTS = {Shape.ATTENDANCE: 0.3, Shape.NUMBER: 0.05, Shape.DATE: 0.05, Shape.PERSON: 0.05}
HOLLOW_WEIGHT = 0.3  # taken from a passage that is all title and headings
_SUBSTANCE = 4  # words
_ABOVE = 0.6  # worth of a word that stands in the passage or its headings but not in the sentence


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage (its place in the lexicon) and its score."""

    place: int
    score: float


def fuse(
    lexicon: Lexicon,
    lexical: Sequence[int],
    dense: Sequence[int],
    weights: Mapping[str, float],
    asked: Occasion,
    wanted: Shape,
    dense_weight: float,
) -> list[Scored]:
    """Return the candidates of both sides, best first. `lexical` and `dense` are places, best first.

    Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009), weighted; a side that does not have a passage
    adds nothing to it and takes nothing away, so that a weak side cannot drag a strong one down.
    """
    candidates = list(dict.fromkeys([*lexical, *dense]))
    covered = {place: coverage(lexicon, place, weights) for place in candidates}
    by_sentence = sorted(candidates, key=lambda place: -covered[place])
    score = dict.fromkeys(candidates, 0.0)
    for ranking, weight in (
        (lexical, 1.0 - dense_weight),
        (by_sentence, SENTENCE_WEIGHT * (1.0 - dense_weight)),
        (dense, dense_weight),
    ):
        for rank, place in enumerate(ranking):
            score[place] += weight / (K + rank)
    full = (1.0 - dense_weight) * (1 + SENTENCE_WEIGHT) / K
    for place in candidates:
        manifest = lexicon.manifests[lexicon.passages[place].document]
        worth = OCCASION_WEIGHT * asked.fit(manifest)
        told = lexicon.shape(place)
        worth += sum(weight for sort, weight in SHAPE_WEIGHTS.items() if sort in wanted and sort in told)
        if lexicon.substance(place) < _SUBSTANCE:
            worth -= HOLLOW_WEIGHT
        score[place] += full * worth
    ranked = sorted(candidates, key=lambda place: (-score[place], place))
    return [Scored(place, score[place]) for place in ranked]


def coverage(lexicon: Lexicon, place: int, weights: Mapping[str, float]) -> float:
    """Return how much of a question one sentence of a passage covers, 0 … 1, words by how telling they are."""
    worth = {word: weight * lexicon.weight(word) for word, weight in weights.items()}
    total = sum(worth.values())
    if not total:
        return 0.0
    around = lexicon.own_words(place) | lexicon.context_words(place)
    base = _ABOVE * sum(value for word, value in worth.items() if word in around)
    best = max(
        (
            sum(value for word, value in worth.items() if word in found)
            for _, found in lexicon.sentences(place)
        ),
        default=0.0,
    )
    return (base + (1 - _ABOVE) * best) / total
