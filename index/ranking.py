"""How a passage finds its place: its words, best sentence and meaning, the occasion and shape asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.lexical import Lexicon
from index.occasion import Occasion
from index.shape import Shape

DENSE_WEIGHT = 0.8
_FIRST = 8  # passages looked at to see whether the words settle it
_BEST = 3  # passages by which a document is judged


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign is worth, against 1 for the first place on the lexical side."""

    k: float = 8.0  # of the rank fusion: how fast the worth of a place falls off
    sentence: float = 0.7  # place in the ranking by best sentence
    dense: float = (
        DENSE_WEIGHT  # place on the embedding side, which is asked where the words do not settle it
    )
    settled: float = 0.5  # part of the question's words that settles it
    score: float = 0.1  # BM25 score, as a part of the best one
    covered: float = 1.1  # part of the question that the best sentence covers
    document: float = 0.5  # the document's score, as a part of the best one
    neighbour: float = 0.2  # score of the better neighbour
    occasion: float = 0.8  # fit between the occasion asked for and the document's
    attendance: float = 0.85  # a list of parties where attendance is asked for
    there: float = 0.9  # how much more (or less) such a list is worth where the occasion fits (or not)
    shape: float = 0.45  # a number, date or person where one is asked for
    hollow: float = 0.6  # taken from a passage that is all title and headings
    substance: float = 10.0  # words of its own from which on a passage is not hollow at all
    spread: float = 0.05  # taken for each better passage of the same document
    several: float = 8.0  # times that, where a question speaks of several occasions
    above: float = 0.75  # worth of a word that stands in passage or headings but not in the sentence


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
    fits = {name: wanted.occasion.fit(manifest) for name, manifest in lexicon.manifests.items()}
    candidates = list(dict.fromkeys([*scores, *dense]))
    if Shape.ATTENDANCE in wanted.shape:
        # A list of who came need not share a word with the question: the party asked for may not be on it.
        candidates = list(dict.fromkeys([*candidates, *lexicon.lists(n for n in fits if fits[n] > 0)]))
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
        fit = fits[name]
        worth[place] += weights.occasion * fit
        if Shape.ATTENDANCE in wanted.shape:
            there = max(0.0, 1.0 + weights.there * fit)
            worth[place] += weights.attendance * there * lexicon.attendance(place)
        if wanted.shape & lexicon.shape(place):
            worth[place] += weights.shape
        hollow = weights.hollow * max(0.0, 1.0 - lexicon.substance(place) / weights.substance)
        titled = Shape.TITLE in wanted.shape and not lexicon.front_matter(place)
        worth[place] += hollow if titled else -hollow
    apart = weights.spread * (weights.several if wanted.occasion.several else 1.0)
    return _spread(lexicon, worth, apart)


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


def settled(
    lexicon: Lexicon, scores: Mapping[int, float], words: Mapping[str, float], weights: Weights
) -> bool:
    """Tell whether the words of a question alone find its passage: one of the best has most of them.

    A small encoder adds noise where the words are all there, and finds paraphrases where they are not.
    """
    asked = {word: weight for word, weight in words.items() if weight == 1.0}
    best = sorted(scores, key=lambda place: (-scores[place], place))[:_FIRST]
    return any(coverage(lexicon, place, asked, weights.above) >= weights.settled for place in best)


def _documents(lexicon: Lexicon, scores: Mapping[int, float]) -> dict[str, float]:
    """Return the score of each document, by its best passages, as a part of the best document's."""
    found: dict[str, list[float]] = {}
    for place, score in scores.items():
        found.setdefault(lexicon.passages[place].document, []).append(score)
    sums = {name: sum(sorted(own, reverse=True)[:_BEST]) for name, own in found.items()}
    best = max(sums.values(), default=1.0) or 1.0
    return {name: value / best for name, value in sums.items()}


def _spread(lexicon: Lexicon, worth: Mapping[int, float], apart: float) -> list[Scored]:
    """Return the places, best first, each document's second and further passages set back by `apart`."""
    seen: dict[str, int] = {}
    found: list[Scored] = []
    for place in sorted(worth, key=lambda place: (-worth[place], place)):
        name = lexicon.passages[place].document
        found.append(Scored(place, worth[place] - apart * seen.get(name, 0)))
        seen[name] = seen.get(name, 0) + 1
    return sorted(found, key=lambda scored: (-scored.score, scored.place))
