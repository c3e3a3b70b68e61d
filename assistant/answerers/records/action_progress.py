"""What became of a task: its new deadline, when it was done, why it was given up, how it stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

from assistant.answerers.draft import Claim, Draft, Quote
from assistant.answerers.records.matching import best_match
from assistant.answerers.records.plan_scope import cued, take_dates
from assistant.answerers.records.wording import answered, quotes
from assistant.library import Library
from assistant.question.words import Words, content
from corpus.document import BlockKind, Span
from corpus.names.dates import find_dates, format_range
from corpus.records.statements import clean, statements
from corpus.records.types import ActionItem

_LABEL = re.compile(
    r"(?<![\w/-])(?:[A-Z]{1,4}[-. ]?)?\d{1,3}(?:[/.\-](?:\d{1,3}|[A-Z])\b)+|(?<![\w/-])[A-Z]{1,4}[- ]?\d{1,3}(?![\w/])"
)
_CLAUSE = re.compile(r"(?<=[\w)\]’'])[.;]\s+|\s+[–—]\s+")
_LEAST = 0.66  # of what is left of the question, by weight
_KINDS = ("moved", "why", "done", "state")


@lru_cache(maxsize=1)
def _wording() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("action_questions.toml").read_text(encoding="utf-8"))


def asked_of_progress(words: Words) -> str | None:
    """Return what a question asks of a task after it was given: 'moved', 'why', 'done' or 'state'; None if nothing."""
    return next((kind for kind in _KINDS if cued(words, _wording()[kind]["question"])), None)


def progress_of_action(words: Words, items: Sequence[ActionItem], library: Library) -> Draft | None:
    """Return what trackers and later papers tell of the task that a question names, or None."""
    kind = asked_of_progress(words)
    if kind is None:
        return None
    chosen = named_action(words, items) or _described(words, kind, items)
    if chosen is None:
        return None
    told = list(_told(chosen, kind, library))
    if kind in ("moved", "done"):
        return _dated(chosen, kind, told)
    if len(told) != 1:
        return None
    text, quote = told[0]
    return answered(Claim(text=f"{called(chosen)}: {text.rstrip('. ')}.", quotes=(quote,)))


def named_action(words: Words, items: Sequence[ActionItem]) -> ActionItem | None:
    """Return the one task whose label the question gives; of the same task in several papers the one with remarks."""
    for match in _LABEL.finditer(words.text):
        label = _plain(match.group())
        found = [item for item in items if item.label and _plain(item.label) == label]
        found = [item for item in found if item.status] or found
        if len(found) == 1:
            return found[0]
    return None


def called(item: ActionItem) -> str:
    """Return how a task is called in an answer: '“Second pump” (S6/1)'."""
    text = item.text.rstrip(" .")
    return f"“{text}”" + (f" ({item.label.strip('()')})" if item.label else "")


def _plain(label: str) -> str:
    return re.sub(r"[\s()]|^(?:AP|AI|A)(?=\d)", "", label.upper())


def _described(words: Words, kind: str, items: Sequence[ActionItem]) -> ActionItem | None:
    marked = words.copy()
    marked.take(tuple(_wording()[kind]["words"]))
    marked.take(tuple(_wording()["around"]["words"]))
    take_dates(marked)
    wanted = content(marked.left())
    if not wanted:
        return None
    return best_match(wanted, items, lambda item: f"{item.text} {item.owner or ''}", least=_LEAST)


def _told(item: ActionItem, kind: str, library: Library) -> Iterator[tuple[str, Quote]]:
    """The remarks on a task in its own paper, and the statements of others that give its label."""
    report = re.compile(_wording()[kind]["report"], re.IGNORECASE)
    if item.status and report.search(item.status):
        yield item.status, quotes([item])[0]
        if kind in ("why", "state"):
            return  # the tracker's own remark says it best
    if item.label is None or not re.search(r"\d\W+\w", item.label):
        return  # a bare '3' may be anything
    label = re.compile(rf"(?<![\w/-]){re.escape(item.label)}(?![\w/-])")
    own = library.documents[item.document].metadata.body
    for document in library.documents.values():
        other = document.metadata.body
        if document.id == item.document or (own and other and not library.bodies.compatible(own, other)):
            continue
        for statement in statements(document):
            if statement.kind is not BlockKind.HEADING and label.search(statement.text):
                text = clean(document.text[statement.start : statement.end])
                if report.search(text):
                    span = Span(start=statement.start, end=statement.end)
                    yield text, Quote(document=document.id, span=span)


def _dated(item: ActionItem, kind: str, told: Sequence[tuple[str, Quote]]) -> Draft | None:
    """The one date that the remarks give for what is asked."""
    report = re.compile(_wording()[kind]["report"], re.IGNORECASE)
    found: dict[str, tuple[str, Quote]] = {}
    for text, quote in told:
        for clause in _CLAUSE.split(text):
            match = report.search(clause)
            if match is None:
                continue
            after = find_dates(clause[match.start() :])
            dates = after or find_dates(clause)
            if len(dates) == 1:
                found.setdefault(format_range(dates[0].range), (clause, quote))
    if len(found) != 1:
        return None
    ((day, (clause, quote)),) = found.items()
    if kind == "moved":
        before = f", moved from {format_range(item.due)}" if item.due is not None else ""
        text = f"The new date for {called(item)} is {day}{before}."
        proof = tuple(dict.fromkeys((quote, *quotes([item]))))
        return answered(Claim(text=text, quotes=proof))
    return answered(Claim(text=f"{called(item)}: {clean(clause).rstrip('. ')}.", quotes=(quote,)))
