"""Answers that stand in several rows or sentences which cover the question equally well."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answerers.reading.found import Case, Found
from assistant.answerers.reading.people import people
from assistant.question.shape import Shape

_EQUAL = 0.02


def gathered(case: Case, found: Found, others: Sequence[tuple[Case, Found]]) -> Found:
    """Add the other rows of the same table that answer a question for persons or things just as well."""
    if case.unit.row is None or case.asked.shape not in (Shape.LIST, Shape.PERSON) or found.note == "column":
        return found
    claims = list(found.claims)
    rows = [(case, found)]
    for other, answer in others:
        if (
            other.unit.table is case.unit.table
            and answer.note == found.note
            and abs(other.cover.score - case.cover.score) <= _EQUAL
            and bool(people(other.unit.text)) == bool(people(case.unit.text))
        ):
            rows.append((other, answer))
    if len(rows) > 1:
        rows.sort(key=lambda each: each[0].unit.start)
        claims = [claim for _, answer in rows for claim in answer.claims]
    return Found(claims, found.fit, found.note)
