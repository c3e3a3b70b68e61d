"""Finds the record that a question describes in its own words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from assistant.question.words import phrase_stems
from corpus.records.types import Record

R = TypeVar("R", bound=Record)


def best_match(
    wanted: Sequence[str], records: Iterable[R], text_of: Callable[[R], str], least: float = 0.6
) -> R | None:
    """Return the record whose text covers most of the wanted stems, weighed by how rare they are.

    None if the best covers less than `least` of the weight, or if a second one does as well.
    """
    scored = scored_matches(wanted, records, text_of)
    if not scored or scored[0][0] < least:
        return None
    if (
        len(scored) > 1
        and scored[1][0] > scored[0][0] - 0.05
        and text_of(scored[1][1]) != text_of(scored[0][1])
    ):
        return None
    return scored[0][1]


def scored_matches(
    wanted: Sequence[str], records: Iterable[R], text_of: Callable[[R], str]
) -> list[tuple[float, R]]:
    """Return the records with the share of the wanted weight that each covers, best first."""
    pool = [(record, frozenset(phrase_stems(text_of(record)))) for record in records]
    if not wanted or not pool:
        return []
    seen = Counter(word for _, words in pool for word in words)
    weight = {word: math.log(1 + len(pool) / (0.5 + seen.get(word, 0))) for word in set(wanted)}
    total = sum(weight.values())
    scored = [
        (sum(weight[word] for word in weight if word in words) / total, -len(words), number, record)
        for number, (record, words) in enumerate(pool)
    ]
    scored.sort(key=lambda one: (-one[0], -one[1], one[2]))
    return [(score, record) for score, _, _, record in scored if score > 0]
