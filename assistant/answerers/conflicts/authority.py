"""Which of two papers counts for more where they differ, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant.question.lexicon import phrases
from corpus.document import Document, Kind

_HEAD = 600  # characters at the top of a paper, where it says what sort of paper it is
_OFFICIAL = frozenset((Kind.STATEMENT, Kind.MINUTES))
_NAMES = {
    Kind.STATEMENT: "a statement of the meeting",
    Kind.MINUTES: "the minutes of the meeting",
    Kind.WORK_PLAN: "a work plan",
    Kind.PROGRAMME: "a programme",
}


@dataclass(frozen=True)
class Ruling:
    """Of two papers the one that counts for more, and the reason in words that name both sorts."""

    better: Document
    because: str


def weightier(one: Document, other: Document) -> Ruling | None:
    """Return which of two papers counts for more, None where nothing says so.

    What a meeting issues itself (statement, minutes) counts for more than what the press writes of it; of
    two papers of one rank the later counts for more, since it may correct the earlier.
    """
    if is_press(one) != is_press(other):
        press, better = (one, other) if is_press(one) else (other, one)
        if better.metadata.kind in _OFFICIAL:
            sort = _NAMES[better.metadata.kind]
            return Ruling(better, f"{sort} counts for more than {_press_name(press)}")
        return Ruling(better, f"a paper of the body itself counts for more than {_press_name(press)}")
    first, second = issued(one), issued(other)
    if first is None or second is None or first == second:
        return None
    better = one if first > second else other
    return Ruling(better, "it is the later paper")


def issued(document: Document) -> date | None:
    """Return the last day that a paper is dated."""
    return document.metadata.dates.end if document.metadata.dates else None


def is_press(document: Document) -> bool:
    """Whether a paper is a press item, a newsletter or the like, by its title and head."""
    if document.metadata.kind in _OFFICIAL:
        return False
    return bool(
        _press().search(f"{document.metadata.title} {document.id}") or _BY_LINE.search(_head(document))
    )


def sort_of(document: Document) -> str:
    """Return the sort of paper by the lexicon's names: 'statement', 'minutes', 'plan', 'press', …"""
    if is_press(document):
        return "press"
    named = {
        Kind.STATEMENT: "statement",
        Kind.MINUTES: "minutes",
        Kind.WORK_PLAN: "plan",
        Kind.PROGRAMME: "programme",
    }
    if document.metadata.kind in named:
        return named[document.metadata.kind]
    return "report" if re.search(r"\breport\b", document.metadata.title, re.IGNORECASE) else "page"


_BY_LINE = re.compile(
    r"^\W*by (?:our|a|the) (?:own )?(?:reporter|correspondent|staff)|\b(?:this newspaper|press service reports?)\b",
    re.IGNORECASE | re.MULTILINE,
)


def _head(document: Document) -> str:
    return document.text[:_HEAD]


@lru_cache(maxsize=1)
def _press() -> re.Pattern[str]:
    words = "|".join(re.escape(phrase) for phrase in phrases("source", "press"))
    return re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])", re.IGNORECASE)


def _press_name(document: Document) -> str:
    title = document.metadata.title.lower()
    return "a newsletter" if "newsletter" in title else "a press item"
