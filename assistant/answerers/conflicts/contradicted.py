"""Other papers that answer the same question otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answer import Route, Status
from assistant.answerers import reading
from assistant.answerers.conflicts.values import Values, differ, values
from assistant.answerers.conflicts.wording import Told, conflict
from assistant.answerers.draft import Draft
from assistant.question.shape import Asked, Shape, shape_of
from corpus.document import Document, Kind
from corpus.names.dates import find_dates
from corpus.names.numbers import find_ordinals
from corpus.names.parties import find_parties
from index.types import Hit
from index.words import content_stems

DocumentOf = Callable[[str], Document | None]

_NAME = re.compile(r"(?<=[a-zà-ž,;] )[A-ZÀ-Ý][\w’'-]+")
_OTHERS = 6  # documents that are asked beside the one that answered
_SHARED = 0.8  # of the question's words that the answer bears, how many the other must bear
_LEAST = 2  # such words


def contradicted(question: str, draft: Draft, hits: Sequence[Hit], document_of: DocumentOf) -> Draft | None:
    """Return the answer that several papers give different figures or dates, None where none contradicts.

    `draft` is the answer read from the hits. Each other paper among the hits is asked on its own; it
    contradicts where its sentence bears the same words of the question, is about no other meeting, year or
    party, and gives another value. Sentences of two meetings' own papers must share a name or a date.
    """
    asked = shape_of(question)
    if draft.status is not Status.ANSWERED or asked.shape not in (Shape.COUNT, Shape.DATE):
        return None
    first = told(draft, document_of)
    if first is None or not (given := values(asked, first.text)):
        return None
    found = [valued(first, given)]
    ids = dict.fromkeys(hit.passage.document for hit in hits)
    for id in [id for id in ids if id != first.document.id][:_OTHERS]:
        own = [hit for hit in hits if hit.passage.document == id]
        other = told(reading.read(question, own, document_of), document_of)
        if other is not None and _contradicts(asked, first, given, other):
            found.append(valued(other, values(asked, other.text)))
    return conflict(found, Route.READING) if len(found) > 1 else None


def told(draft: Draft, document_of: DocumentOf) -> Told | None:
    """Return the one sentence of an answer with its paper; None where it refuses, or several papers have part."""
    if draft.status is not Status.ANSWERED or len(draft.claims) != 1 or not draft.claims[0].quotes:
        return None
    claim = draft.claims[0]
    ids = {quote.document for quote in claim.quotes}
    document = document_of(next(iter(ids))) if len(ids) == 1 else None
    return Told(document, claim.text, claim.quotes) if document is not None else None


def valued(one: Told, given: Values) -> Told:
    """Return what a paper says with the value that answers, where its sentence has just one."""
    return replace(one, value=next(iter(given.values()))) if len(given) == 1 else one


def _contradicts(asked: Asked, one: Told, given: Values, other: Told) -> bool:
    if not differ(given, values(asked, other.text)):
        return False
    wanted = content_stems(" ".join(word for word in asked.words if word.isalpha()))
    borne = wanted & content_stems(one.text)
    shared = borne & content_stems(f"{other.text} {other.document.metadata.title}")
    if len(shared) < _LEAST or len(shared) < _SHARED * len(borne):
        return False
    if _apart(_years(asked, one.text), _years(asked, other.text)) or _apart(
        _ordinals(one.text), _ordinals(other.text)
    ):
        return False
    if _apart(_parties(one.text), _parties(other.text)):
        return False
    return not _own_meetings(one.document, other.document) or _same_thing(one.text, other.text)


def _own_meetings(one: Document, other: Document) -> bool:
    """Whether both are papers of meetings, and of two: each may speak of its own."""
    own = (Kind.STATEMENT, Kind.MINUTES)
    return (
        one.metadata.kind in own and other.metadata.kind in own and one.metadata.dates != other.metadata.dates
    )


def _same_thing(one: str, other: str) -> bool:
    return bool(_names(one) & _names(other)) or bool(
        {found.range for found in find_dates(one)} & {found.range for found in find_dates(other)}
    )


def _names(text: str) -> set[str]:
    """Names other than those of parties and the genre's own capitals ('Operation Mbuyu' has two)."""
    for found in find_parties(text):
        text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    return {name for name in _NAME.findall(text) if not find_ordinals(name)} - _COMMON


_COMMON = frozenset(
    (
        "Chair",
        "Members",
        "Member",
        "States",
        "Secretariat",
        "Working",
        "Group",
        "Meeting",
        "Committee",
        "Party",
    )
)


def _years(asked: Asked, text: str) -> set[int]:
    if asked.shape is Shape.DATE:
        return set()
    return {found.range.start.year for found in find_dates(text)}


def _ordinals(text: str) -> set[int]:
    return {found.value for found in find_ordinals(text)}


def _parties(text: str) -> set[str]:
    return {found.party.name for found in find_parties(text)}


def _apart(one: set[int] | set[str], other: set[int] | set[str]) -> bool:
    return bool(one) and bool(other) and not set(one) & set(other)
