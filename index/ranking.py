"""How a passage finds its place: its words, best sentence and meaning, the occasion and shape asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.lexical import Lexicon
from index.occasion import Occasion
from index.shape import Shape

_BEST = 3  # passages by which a document is judged


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign is worth, against 1 for the first place on the lexical side."""

    k: float = 10.0  # of the rank fusion: how fast the worth of a place falls off
    sentence: float = 1.0  # place in the ranking by best sentence
    dense: float = 0.3  # place on the embedding side
    score: float = 0.5  # BM25 score, as a part of the best one
    covered: float = 0.5  # part of the question that the best sentence covers
    document: float = 0.3  # the document's score, as a part of the best one
    neighbour: float = 0.2  # score of the better neighbour
    occasion: float = 0.24  # fit between the occasion asked for and the document's
    attendance: float = 0.6  # a list of parties where attendance is asked for
    there: float = 0.3  # how much more (or less) such a list is worth where the occasion fits (or not)
    shape: float = 0.1  # a number, date or person where one is asked for
    hollow: float = 0.6  # taken from a passage that is all title and headings
    substance: float = 10.0  # words of its own from which on a passage is not hollow at all
    above: float = 0.6  # worth of a word that stands in passage or headings but not in the sentence


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage (its place in the lexicon) and its score."""

    place: int
    score: float


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the ranking knows of a question: its stems with their weights, its occasion, its shape."""

    words: Mapping[str, float]
    occasion: Occasion
    shape: Shape


def rank(
    lexicon: Lexicon,
    scores: Mapping[int, float],
    dense: Sequence[int],
    wanted: Wanted,
    weights: Weights,
) -> list[Scored]:
    """Return the candidates of both sides, best first.

    `scores` are the BM25 scores of the lexical candidates, `dense` the places that the embedding side found,
    best first. Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009) of the rankings by words, by best
    sentence and by meaning, with what else speaks for a passage added. A side that does not have a passage
    adds nothing to it and takes nothing away, so that a weak side cannot drag a strong one down.
    """
    candidates = list(dict.fromkeys([*scores, *dense]))
    covered = {place: coverage(lexicon, place, wanted.words, weights.above) for place in candidates}
    lexical = sorted(scores, key=lambda place: (-scores[place], place))
    by_sentence = sorted(candidates, key=lambda place: (-covered[place], place))
    worth = dict.fromkeys(candidates, 0.0)
    for ranking, weight in ((lexical, 1.0), (by_sentence, weights.sentence), (dense, weights.dense)):
        for at, place in enumerate(ranking):
            worth[place] += weight * weights.k / (weights.k + at)
    best = max(scores.values(), default=1.0) or 1.0
    documents = _documents(lexicon, scores)
    for place in candidates:
        name = lexicon.passages[place].document
        worth[place] += weights.score * scores.get(place, 0.0) / best
        worth[place] += weights.covered * covered[place]
        worth[place] += weights.document * documents.get(name, 0.0)
        around = [scores.get(at, 0.0) for at in (place - 1, place + 1) if lexicon.same_document(place, at)]
        worth[place] += weights.neighbour * max(around, default=0.0) / best
        fit = wanted.occasion.fit(lexicon.manifests[name])
        worth[place] += weights.occasion * fit
        if Shape.ATTENDANCE in wanted.shape:
            there = max(0.0, 1.0 + weights.there * fit)
            worth[place] += weights.attendance * there * lexicon.attendance(place)
        if wanted.shape & lexicon.shape(place):
            worth[place] += weights.shape
        worth[place] -= weights.hollow * max(0.0, 1.0 - lexicon.substance(place) / weights.substance)
    ranked = sorted(candidates, key=lambda place: (-worth[place], place))
    return [Scored(place, worth[place]) for place in ranked]


def coverage(lexicon: Lexicon, place: int, words: Mapping[str, float], above: float) -> float:
    """Return how much of a question one sentence of a passage covers, 0 … 1, words by how telling they are.

    A word that stands in the passage or its headings, but not in that sentence, is worth `above`.
    """
    worth = {word: weight * lexicon.weight(word) for word, weight in words.items()}
    total = sum(worth.values())
    if not total:
        return 0.0
    around = lexicon.own_words(place) | lexicon.context_words(place)
    base = sum(value for word, value in worth.items() if word in around)
    best = max(
        (
            sum(value for word, value in worth.items() if word in found)
            for _, found in lexicon.sentences(place)
        ),
        default=0.0,
    )
    return (above * base + (1 - above) * best) / total


def _documents(lexicon: Lexicon, scores: Mapping[int, float]) -> dict[str, float]:
    """Return the score of each document, by its best passages, as a part of the best document's."""
    found: dict[str, list[float]] = {}
    for place, score in scores.items():
        found.setdefault(lexicon.passages[place].document, []).append(score)
    sums = {name: sum(sorted(own, reverse=True)[:_BEST]) for name, own in found.items()}
    best = max(sums.values(), default=1.0) or 1.0
    return {name: value / best for name, value in sums.items()}
