"""Which document or meeting the words of a question mean."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answerers.records.lists import attended
from assistant.library import Library
from assistant.question.occasions import Occasion
from assistant.question.scope import scope_of
from assistant.question.words import read_words
from corpus.document import Document, Kind
from corpus.names.numbers import find_ordinals
from index.words import content_stems, stem

_YEARS = re.compile(r"\b((?:19|20)\d\d)\s*[-–/]\s*(\d\d)\b(?!\d)")  # '2024-26'
_PLAIN = frozenset(
    stem(word) for word in ("document", "paper", "text", "report", "main", "content", "outcome", "result")
)
_SHARE = 0.3  # of a title that a question must name
_RANK = {
    Kind.STATEMENT: 0,
    Kind.MINUTES: 1,
    Kind.EVENT: 2,
    Kind.WORK_PLAN: 2,
    Kind.PROGRAMME: 3,
    Kind.PAGE: 4,
}


def document_of(subject: str, library: Library, among: Sequence[Document] = ()) -> Document | None:
    """Return the one document whose title holds all words of the subject, or that is about its meeting.

    None where no document or more than one is meant. `among` limits the choice.
    """
    pool = list(among) or list(library.documents.values())
    wanted = _stems(subject) - _PLAIN
    if wanted:
        titled = [one for one in pool if _names(wanted, _stems(one.metadata.title))]
        if len(titled) == 1:
            return titled[0]
        exact = [one for one in titled if _stems(one.metadata.title) == wanted]
        if len(exact) == 1:
            return exact[0]
    occasions = meetings_of(subject, library)
    if len(occasions) != 1:
        return None
    (about,) = occasions
    ids = about.papers
    found = sorted((one for one in pool if one.id in ids), key=lambda one: _RANK[one.metadata.kind])
    return found[0] if found else None


def _names(wanted: frozenset[str], title: frozenset[str]) -> bool:
    """Whether words name a title: all of them stand in it, and they are more than a part of a long one."""
    return wanted <= title and len(wanted) >= _SHARE * len(title)


def meetings_of(subject: str, library: Library) -> tuple[Occasion, ...]:
    """Return the one meeting that the words name, best documented first; none where they do not name one."""
    words = read_words(subject, library.vocabulary)
    scope = scope_of(words, library)
    if not scope.named or len(scope.groups) != 1:
        return ()
    left = {word.stem for word in words.left()} - _PLAIN
    if left:  # it asks for more than the meeting
        return ()
    main = [one for one in scope.groups[0] if any(record.main for record in one.records)]
    chosen = main or list(scope.groups[0])
    if len(chosen) > 1:
        listed = [one for one in chosen if attended((one,), library) is not None]
        chosen = listed if len(listed) == 1 else chosen
    return tuple(chosen[:1]) if len(chosen) == 1 else ()


def _stems(text: str) -> frozenset[str]:
    """The stems of a text's words; ordinals as numbers ('Tenth', '10th'), short years in full."""
    text = _YEARS.sub(lambda match: f"{match[1]} {match[1][:2]}{match[2]}", text)
    for ordinal in reversed(find_ordinals(text)):
        text = f"{text[: ordinal.start]} number{ordinal.value} {text[ordinal.end :]}"
    return content_stems(text)
