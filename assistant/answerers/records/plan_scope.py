"""Which plan a question is about, and the words by which it asks."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

from assistant.library import Library
from assistant.question.words import Words, content, phrase_stems
from corpus.document import Kind
from corpus.names.dates import find_dates
from corpus.names.numbers import find_numbers
from corpus.records.types import PlanItem

_YEARS = re.compile(r"\b(20\d\d)\s*(?:[-–/]|to|and)\s*(20\d\d|\d\d)\b")


@lru_cache(maxsize=1)
def wording() -> dict[str, Any]:
    """Return how questions on plans are worded, from `plan_questions.toml`."""
    return tomllib.loads(files(__package__).joinpath("plan_questions.toml").read_text(encoding="utf-8"))


def cued(words: Words, pattern: str) -> set[int] | None:
    """Return the words (by number) by which a question fits a pattern of the word list; None where it does not.

    Where the pattern has groups, these are the words; else all that it spans.
    """
    starts: list[int] = []
    text = ""
    for word in words.words:
        starts.append(len(text))
        text += f"{word.norm} "
    found = re.search(pattern, text)
    if found is None:
        return None
    spans = [found.span(at) for at in range(1, (found.re.groups or 0) + 1) if found.group(at) is not None]
    spans = spans or [found.span()]
    return {number for number, at in enumerate(starts) if any(left <= at < right for left, right in spans)}


def of_plan(words: Words, items: list[PlanItem], library: Library) -> list[PlanItem]:
    """Keep the items of the plan that the question names by its years or its body, and explain those words."""
    kept = items
    written = _YEARS.findall(words.text)
    if written:
        spans = {_span(*years) for years in written}
        kept = [
            item for item in items if _period(item.plan, library.documents[item.document].text[:800]) in spans
        ] or items
        for match in _YEARS.finditer(words.text):
            words.take_span(match.start(), match.end())
    timed = [
        found for found in find_dates(words.text) if words.text[found.start : found.end].strip("0123456789 ")
    ]
    # 'in October 2023' names no plan of 2023
    stems = set(
        content([word for word in words.words if not any(one.start <= word.start < one.end for one in timed)])
    )
    plans: dict[str, set[str]] = {}
    for item in kept:
        metadata = library.documents[item.document].metadata
        plans.setdefault(
            item.document, set(phrase_stems(f"{item.plan} {metadata.title} {metadata.body or ''}"))
        )
    if len(plans) > 1:
        common = set.intersection(*plans.values()) | set(phrase_stems(" ".join(wording()["papers"]["plans"])))
        scores = {document: len((names - common) & stems) for document, names in plans.items()}
        best = max(scores.values())
        if best > 0:
            kept = [item for item in kept if scores[item.document] == best]
            for number, word in enumerate(words.words):
                if any(word.stem in plans[item.document] - common for item in kept[:1]):
                    words.explained.add(number)
    return kept


def without_trackers(items: list[PlanItem], library: Library) -> list[PlanItem]:
    """Leave out the rows of papers that only report on a plan: all their numbers are those of a plan of the body."""

    def is_plan(document: str) -> bool:
        return library.documents[document].metadata.kind is Kind.WORK_PLAN

    numbers: dict[str, set[str | None]] = {}
    for item in items:
        if item.level == "activity":
            numbers.setdefault(item.document, set()).add(item.number)

    def reports(document: str) -> bool:
        own, body = numbers.get(document, set()), library.documents[document].metadata.body
        return any(
            is_plan(plan) and own and None not in own and own <= theirs
            for plan, theirs in numbers.items()
            if body is None or library.bodies.compatible(library.documents[plan].metadata.body, body)
        )

    trackers = {document for document in numbers if not is_plan(document) and reports(document)}
    return [item for item in items if item.document not in trackers]


def take_title(words: Words, items: Sequence[PlanItem], library: Library) -> None:
    """Explain the words that stand in the title or the body's name of the plan these items are from."""
    names: set[str] = set()
    for item in items[:1]:
        metadata = library.documents[item.document].metadata
        names |= set(phrase_stems(f"{item.plan} {metadata.title} {metadata.body or ''}"))
    for number, word in enumerate(words.words):
        if word.stem in names:
            words.explained.add(number)


def take_numbers(words: Words) -> None:
    """Mark numbers in words or figures ('the four objectives') as explained."""
    for found in find_numbers(words.text):
        words.take_span(found.start, found.end)


def take_dates(words: Words) -> None:
    """Mark dates of the question as explained."""
    for found in find_dates(words.text):
        words.take_span(found.start, found.end)


def _span(first: str, last: str) -> tuple[int, int]:
    return int(first), int(last) if len(last) == 4 else int(first[:2] + last)


def _period(plan: str, text: str) -> tuple[int, int] | None:
    match = _YEARS.search(plan) or _YEARS.search(text)
    return _span(*match.groups()) if match is not None else None
