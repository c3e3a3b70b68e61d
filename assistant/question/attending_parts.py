"""What a question about attendance asks of each of the meetings that it names."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace

from assistant.question.attending_marks import Mark
from assistant.question.lexicon import phrases
from assistant.question.occasions import Occasion
from assistant.question.scope import Scope
from assistant.question.words import Word, Words
from corpus.records.types import Capacity, PartyKind


@dataclass(frozen=True)
class Part:
    """What is asked of one meeting."""

    occasions: tuple[Occasion, ...]
    capacities: frozenset[Capacity] = frozenset()
    kinds: frozenset[PartyKind] = frozenset()
    level: str | None = None
    absent: bool = False
    online: bool = False
    in_person: bool = False
    excused: bool = False  # of those absent, only who sent word
    narrowed: bool = False  # names a capacity of its own, not only that of another part
    away: bool = False  # asks for those who were not there: said to be absent, or 'but not at …'


def segments(words: Words, scope: Scope, groups: int) -> list[tuple[int, int]]:
    """Return the character range of the question that speaks of each group."""
    if groups == 1:
        return [(0, len(words.text))]
    leads = _leads(scope, groups)
    cuts = [0]
    for before, after in itertools.pairwise(leads):
        between = [word for word in words.words if before <= word.start < after]
        joint = next(
            (word.start for word in between if word.norm in ("but", "and", "yet", "while", "or")), None
        )
        cuts.append(joint if joint is not None else _second_verb(between, after))
    cuts.append(len(words.text))
    return list(itertools.pairwise(cuts))


# 'Who was present at A was missing at B': where no word joins the parts, the verb of the second begins it.
_VERBS = frozenset(
    (
        "was",
        "were",
        "did",
        "missed",
        "came",
        "took",
        "attended",
        "stayed",
        "failed",
        "sent",
        "sat",
        "joined",
        "could",
        "would",
        "had",
        "not",
    )
)


def _second_verb(between: list[Word], after: int) -> int:
    """Where the verb stands that speaks of the second of two meetings; the second's own place if there is none."""
    return next((word.start for word in between[1:] if word.norm in _VERBS), after)


def _leads(scope: Scope, groups: int) -> list[int]:
    by_kind: dict[str, list[int]] = {}
    for cue in scope.cues:
        by_kind.setdefault(cue.kind, []).append(cue.start)
    for kind in ("ordinal", "place", "date", "name"):
        starts = by_kind.get(kind, [])
        if len(starts) == groups:
            return starts
    starts = sorted(cue.start for cue in scope.cues if cue.kind != "body")
    return starts[:groups] if len(starts) >= groups else [0] * groups


def part_of(occasions: tuple[Occasion, ...], segment: tuple[int, int], marks: list[Mark]) -> Part:
    """What one segment asks for; a segment that names no capacity or kind takes those of the others."""
    inside = [mark for mark in marks if segment[0] <= mark.start < segment[1]]
    capacities = {mark.capacity for mark in inside if mark.capacity} or {
        mark.capacity for mark in marks if mark.capacity
    }
    kinds = {mark.kind for mark in inside if mark.kind} or {mark.kind for mark in marks if mark.kind}
    level = next((mark.level for mark in inside if mark.level), None)
    return Part(
        occasions,
        frozenset(capacities),
        frozenset(kinds),
        level,
        any(mark.absent for mark in inside),
        any(mark.online for mark in inside),
        any(mark.in_person for mark in inside),
        any(mark.excused for mark in inside),
        any(mark.capacity for mark in inside),
    )


_CAME = re.compile(
    r"\b(?:attend\w*|present|came|come|was|were|took|sat|joined|sent|represented|at)\b", re.IGNORECASE
)


def turned_parts(words: Words, pieces: list[tuple[int, int]], parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Say of each part whether it asks for those who were there or for those who were not.

    'Who missed the First and the Second Meeting?' holds the absence for both, 'missed the First but came to the
    Second' for one, and 'came to the First but not to the Second' asks for no list of absentees.
    """
    places = [words.words[first].start for first, _ in words.find(phrases("compare", "minus"))]
    denied = [any(start <= place < end for place in places) for start, end in pieces]
    if any(denied) and not any(denied[1:]) and not any(part.absent for part in parts):
        denied = [False, *(True for _ in parts[1:])]  # 'who was no longer there', 'who was new'
    turned = [replace(parts[0], away=parts[0].absent)]
    for part, (start, end), minus in zip(parts[1:], pieces[1:], denied[1:], strict=True):
        first = turned[0]
        came = _CAME.search(words.text[start:end])
        if part.absent:
            part = replace(part, away=True)
        elif first.absent and not came and not minus:
            part = replace(part, away=True, absent=True, excused=first.excused)
        elif not first.absent and minus:
            part = replace(part, away=True)
        turned.append(part)
    return tuple(turned)
