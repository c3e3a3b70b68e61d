"""Which pieces of the documents may answer a question: by the words they bear, and by what they speak of."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from assistant.answerers.reading.asking import question_terms
from assistant.answerers.reading.cutting import Readings
from assistant.answerers.reading.evidence import cover
from assistant.answerers.reading.found import Case
from assistant.answerers.reading.likeness import likeness, told
from assistant.answerers.reading.units import Reading, Unit
from assistant.question.shape import Asked
from corpus.document import Document
from index.types import Hit

_WORDED, _OTHER = 40, 30  # units compared in meaning: by the words they bear, and others …
_PASSAGES = 4  # … of the passages found first
_NEARNESS = 0.75  # what nearness in meaning weighs against the share of words covered
_LARGE = 400_000  # characters from which on only the surroundings of the hits are read
_READINGS = Readings()


def readings_of(hits: Sequence[Hit], document_of: Callable[[str], Document | None]) -> dict[str, Reading]:
    """Return the documents of ranked passages, cut into units, by id."""
    readings: dict[str, Reading] = {}
    for hit in hits:
        name = hit.passage.document
        if name not in readings and (document := document_of(name)) is not None:
            readings[name] = _READINGS.of(document)
    return readings


def ranked(asked: Asked, hits: Sequence[Hit], readings: Mapping[str, Reading]) -> list[tuple[float, Case]]:
    """Return the units that may answer with their rank, best first; at most 70.

    Compared in meaning are the units that bear most of the question's words, and those of the first passages.
    """
    compared = worded(asked, hits, readings)
    if not compared or not compared[0][1].terms:
        return []  # nothing is asked
    near = likeness().of(asked.text, [told(case.unit, case.reading) for _, case in compared])
    for (rank, case), value in zip(compared, near, strict=True):
        case.rank, case.short = rank, rank - compared[0][0]
        case.like, case.behind = value, value - max(near)
    return sorted(
        ((rank + _NEARNESS * case.like, case) for rank, case in compared), key=lambda each: -each[0]
    )


def worded(asked: Asked, hits: Sequence[Hit], readings: Mapping[str, Reading]) -> list[tuple[float, Case]]:
    """Return the units that bear most of the question's words, best first, then others of the first passages."""
    terms = question_terms(asked, list(readings.values()))
    bearing: list[tuple[float, Case]] = []
    other: list[tuple[float, Case]] = []
    for reading in readings.values():
        for unit in _near(reading, hits):
            covered = cover(unit, terms, reading)
            rank = covered.score + _prior(unit, hits) - min(0.05, 0.0008 * len(unit.words))
            case = Case(asked, terms, unit, covered, reading)
            if covered.inside or covered.score > 0.6:
                bearing.append((rank, case))
            elif any(_within(unit, hit) for hit in hits[:_PASSAGES]):
                other.append((rank, case))
    best = sorted(bearing, key=lambda each: -each[0])[:_WORDED]
    return best + sorted(other, key=lambda each: -each[0])[:_OTHER]


def _near(reading: Reading, hits: Sequence[Hit]) -> list[Unit]:
    if len(reading.document.text) <= _LARGE:
        return reading.units
    spans = [
        (hit.passage.start - 3000, hit.passage.end + 3000)
        for hit in hits
        if hit.passage.document == reading.document.id
    ]
    return [unit for unit in reading.units if any(start <= unit.start < end for start, end in spans)]


def _prior(unit: Unit, hits: Sequence[Hit]) -> float:
    """A passage that the index ranks high is a little more likely to answer."""
    return next((0.06 / math.sqrt(hit.rank) for hit in hits if _within(unit, hit)), 0.0)


def _within(unit: Unit, hit: Hit) -> bool:
    passage = hit.passage
    return passage.document == unit.document and passage.start <= unit.start < passage.end
