"""Reads questions about attendance: who was there, in what capacity, how many, and who was not."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from assistant.library import Library
from assistant.question.lexicon import keys, phrases
from assistant.question.occasions import Occasion
from assistant.question.parties import NamedParty, named_parties
from assistant.question.scope import Scope
from assistant.question.words import Word, Words
from corpus.records.types import Capacity, PartyKind


class Shape(StrEnum):
    """What the answer has to be."""

    LIST = "list"
    YES_NO = "yes or no"
    COUNT = "count"
    CAPACITY = "capacity"
    MODE = "mode"
    NOTE = "note"


class Operation(StrEnum):
    """How the lists of several meetings are put together."""

    SINGLE = "single"
    COMBINED = "combined"


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


@dataclass(frozen=True)
class Attending:
    """A question about attendance, read in full."""

    shape: Shape
    operation: Operation
    parts: tuple[Part, ...]
    parties: tuple[NamedParty, ...] = ()
    containing: str | None = None  # 'with "United Nations" in their name'


_POSITIVE_KINDS = {
    "state": PartyKind.STATE,
    "international organisation": PartyKind.INTERNATIONAL_ORGANISATION,
    "company": PartyKind.COMPANY,
}


def read_attending(words: Words, scope: Scope, library: Library) -> Attending | None:
    """Return the question as one about attendance, or None if it is not one or was not read in full.

    `words` are the question's words with those of the scope explained; a copy is marked further.
    """
    if words.starts_with("when", "where", "why") or words.text.lower().startswith(
        ("in which city", "in what city", "on what date", "on which date", "at what")
    ):
        return None
    words = words.copy()
    containing = _containing(words)
    shut = frozenset(words.explained)
    attends = words.take(phrases("attend"))
    asks_capacity = _asks_capacity(words)
    marks = _marks(words, shut)
    parties = tuple(named_parties(words, library))
    for party in parties:
        words.take_span(party.start, party.end)
    asks_capacity = asks_capacity and bool(parties)
    count = words.take(phrases("count"))
    implied = words.starts_with("was", "were", "is") or asks_capacity
    if not (attends or marks or (implied and parties and scope.named)):
        return None
    shape = _shape(words, parties, count, asks_capacity)
    if shape in (Shape.LIST, Shape.COUNT) and any(not party.adjective for party in parties):
        return None  # who of that party, not which parties
    if shape == Shape.YES_NO and not parties:
        unknown = _unknown_party(words)
        if unknown is None:
            return None
        parties = (unknown,)
    words.take(phrases("held"))
    words.take(phrases("compare", "both"))
    words.take(phrases("compare", "minus"))
    words.take(_FORM)
    if scope.named:
        for noun in _BODY_NOUN.finditer(words.text):  # the body whose meeting is named, by its kind alone
            words.take_span(noun.start(), noun.end())
    if words.left():
        return None
    groups = scope.groups
    level = next((mark.level for mark in marks if mark.level), None)
    if not groups or (len(groups) == 1 and not scope.named):
        groups = (_only_listed(groups, library, level),)
        if not groups[0]:
            return None
    pieces = segments(words, scope, len(groups))
    parts = tuple(_part(group, segment, marks) for group, segment in zip(groups, pieces, strict=True))
    if len(parts) < 2:
        return Attending(shape, Operation.SINGLE, parts, parties, containing)
    return Attending(shape, Operation.COMBINED, _turned(words, pieces, parts), parties, containing)


_CAME = re.compile(
    r"\b(?:attend\w*|present|came|come|was|were|took|sat|joined|sent|represented|at)\b", re.IGNORECASE
)


def _turned(words: Words, pieces: list[tuple[int, int]], parts: tuple[Part, ...]) -> tuple[Part, ...]:
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


_BODY_NOUN = re.compile(
    r"\b(?:of|by) (?:the|its|our|this) (?:\w+ )?(?:expert group|committee|team|board|commission|council|network|task force|panel)\b",
    re.IGNORECASE,
)

# Words about the form of the answer or of the event, which need no account.
_FORM = (
    "name", "names", "role", "capacity", "status", "way", "entity", "entities", "delegation", "body", "bodies",
    "working", "set", "event", "meeting", "events", "meetings",
)  # fmt: skip


@dataclass(frozen=True)
class _Mark:
    """A word that narrows the lists: where it stands and what it asks for."""

    start: int
    capacity: Capacity | None = None
    kind: PartyKind | None = None
    level: str | None = None
    absent: bool = False
    online: bool = False
    in_person: bool = False
    excused: bool = False


_DENIED = re.compile(
    r"\b(?:did|was|were|could|would) not (?:come|attend|take part|participate|show up|turn up|join|present|represented|there|be)\b"
)


def _contrasted(words: Words, place: int) -> bool:
    """Whether the denial opens a second part ('in A but did not attend in B')."""
    return any(word.norm in ("but", "and", "yet") for word in words.words[max(0, place - 3) : place])


def _marks(words: Words, shut: frozenset[int]) -> list[_Mark]:
    """Return what narrows the lists; words in `shut` (names of meetings, quoted words) narrow nothing."""
    marks: list[_Mark] = []

    def note(wanted: tuple[str, ...], **what: Any) -> None:
        for first, last in words.find(wanted):
            if shut.issuperset(range(first, last)):
                continue
            marks.append(_Mark(words.words[first].start, **what))
        words.take(wanted)

    note(phrases("attend", "apologies"), absent=True)
    note(phrases("attend", "excused"), absent=True, excused=True)
    for match in _DENIED.finditer(" ".join(word.norm for word in words.words)):
        number = len(words.text) if match is None else match.group(0).count(" ")
        before = " ".join(word.norm for word in words.words)[: match.start()].count(" ")
        if not shut.issuperset(range(before, before + number + 1)) and not _contrasted(words, before):
            marks.append(_Mark(words.words[before].start, absent=True))
    for first, last in words.find(
        (
            "not a member",
            "not as a member",
            "not members",
            "not an observer",
            "not as an observer",
            "not observers",
        )
    ):
        shut = shut | set(range(first, last))  # what they are not narrows nothing
        words.explained.update(range(first, last))
    note(phrases("attend", "online"), online=True)
    note(phrases("attend", "in_person"), in_person=True)
    for key in keys("level"):
        note(phrases("level", key), level=key)
    for key in keys("capacity"):
        note(phrases("capacity", key), capacity=Capacity(key))
    for key, kind in _POSITIVE_KINDS.items():
        note(phrases("party_kind", key), kind=kind)
    return _observing(words, marks)


def _observing(words: Words, marks: list[_Mark]) -> list[_Mark]:
    """'Which members observed …?' asks for observers, whatever they are members of."""
    acts = words.has(("observed", "observing", "as observers", "as an observer")) and any(
        word.norm in ("observed", "observing", "as") for word in words.words
    )
    both = {mark.capacity for mark in marks}.issuperset({Capacity.MEMBER, Capacity.OBSERVER})
    if (
        acts
        and both
        and not words.has(("members and observers", "observers and members", "members or observers"))
    ):
        return [mark for mark in marks if mark.capacity != Capacity.MEMBER]
    return marks


def _only_listed(
    groups: tuple[tuple[Occasion, ...], ...], library: Library, level: str | None
) -> tuple[Occasion, ...]:
    """Without a named meeting there is an answer only where a single meeting has lists."""
    candidates = groups[0] if groups else library.occasions
    listed = tuple(
        occasion
        for occasion in candidates
        if any(
            level is None or group.level == level
            for meeting in occasion.records
            for group in library.groups_of.get(meeting.id, ())
        )
    )
    return listed if len(listed) == 1 else ()


_CAPACITY_ASKED = (
    "in what capacity", "in which capacity", "what capacity", "which capacity", "as what", "what role", "which role", "what status",
    "which status", "member or an observer", "member or as an observer", "member or observer", "a member or an observer",
    "observer or a member", "observer or as a member", "observer or member", "capacity", "status",
)  # fmt: skip


def _asks_capacity(words: Words) -> bool:
    """Whether the capacity itself is asked for; its words narrow no list then."""
    return words.take(_CAPACITY_ASKED)


def _shape(words: Words, parties: tuple[NamedParty, ...], count: bool, asks_capacity: bool) -> Shape:
    text = " ".join(word.norm for word in words.words)
    if asks_capacity:
        return Shape.CAPACITY
    if count and not parties:
        return Shape.COUNT
    if parties and ("agenda item" in text or "which item" in text or "what item" in text):
        words.take(("agenda items", "agenda item", "items", "item", "agenda"))
        return Shape.NOTE
    if parties and words.starts_with("how") and not count:
        return Shape.MODE
    opening = words.words[0].norm if words.words else ""
    if opening in ("did", "was", "were", "is", "are", "has", "have", "had", "do", "does", "can", "could"):
        return Shape.YES_NO
    if any(
        word in text.split() for word in ("which", "who", "what", "list", "name", "whom")
    ) or text.startswith(("give", "all ")):
        return Shape.LIST if not parties or not _only_party_question(words) else Shape.YES_NO
    return Shape.YES_NO if parties else Shape.LIST


def _only_party_question(words: Words) -> bool:
    return not any(word.norm in ("which", "who", "what", "whom", "list", "name") for word in words.words)


def _unknown_party(words: Words) -> NamedParty | None:
    """The words between the opening verb and the next explained word name a party that nobody knows."""
    left = words.left()
    if not left:
        return None
    numbers = [words.words.index(word) for word in left]
    if numbers[0] > 3 or len(numbers) > 8:
        return None
    first, last = numbers[0], numbers[-1]
    if any(number in words.explained for number in range(first, last + 1)):
        return None
    name = words.text[words.words[first].start : words.words[last].end]
    if not any(character.isupper() for character in name):
        return None
    words.take_span(words.words[first].start, words.words[last].end)
    return NamedParty(None, name, words.words[first].start, words.words[last].end)


def _containing(words: Words) -> str | None:
    """Read 'with "United Nations" in their name' and 'whose name begins with …'."""
    match = re.search(r"[\"“‘']([^\"”’']+)[\"”’']\s+in\s+(?:its|their|the)\s+names?", words.text)
    if match is None:
        return None
    words.take_span(match.start(), match.end())
    return match.group(1)


def segments(words: Words, scope: Scope, groups: int) -> list[tuple[int, int]]:
    """Return the character range of the question that speaks of each group."""
    if groups == 1:
        return [(0, len(words.text))]
    leads = _leads(scope, groups)
    cuts = [0]
    for before, after in itertools.pairwise(leads):
        between = [word for word in words.words if before <= word.start < after]
        cut = next(
            (word.start for word in between if word.norm in ("but", "and", "yet", "while", "not", "or")),
            None,
        )
        cuts.append(cut if cut is not None else _second_verb(between, after))
    cuts.append(len(words.text))
    return list(itertools.pairwise(cuts))


# 'Who was present at A was missing at B': where no word joins the parts, the verb of the second begins it.
_VERBS = frozenset(
    ("was", "were", "did", "missed", "came", "took", "attended", "stayed", "failed", "sent", "sat", "joined")
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


def _part(occasions: tuple[Occasion, ...], segment: tuple[int, int], marks: list[_Mark]) -> Part:
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
