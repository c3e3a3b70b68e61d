"""What comes out of the index: ranked passages, and the outcome of a sync."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from corpus.document import Frozen, Kind, Passage


class Filters(Frozen):
    """Restricts a search; an empty field restricts nothing, several fields must all hold."""

    kinds: tuple[Kind, ...] = ()
    bodies: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()  # of meetings
    since: date | None = None  # documents whose dates end on this day or later
    until: date | None = None  # documents whose dates start on this day or earlier
    documents: tuple[str, ...] = ()


class Hit(Frozen):
    """A passage with its place in the ranking (1 is best) and its fused score (higher is better)."""

    passage: Passage
    rank: int
    score: float


class Outcome(StrEnum):
    """What happened to one file in a sync."""

    ADDED = "added"
    CHANGED = "changed"
    REREAD = "read anew"  # the same file, which an older version of the program had read
    MOVED = "moved"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"  # same content under a second name: indexed once, both names known
    REMOVED = "removed"
    FAILED = "failed"


class FileReport(Frozen):
    """One line of the table that ends a sync."""

    path: str
    outcome: Outcome
    document: str | None = None  # id
    passages: int = 0
    reason: str = ""  # of a failure, with what to do


Progress = Callable[[int, int, str], None]
"""Called with (files done, files in all, the file at hand) while a sync goes on."""
