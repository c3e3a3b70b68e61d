"""The words of a question about attendance that narrow the lists: capacities, kinds, absence, and the way of coming."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from assistant.question.lexicon import keys, phrases
from assistant.question.words import Words
from corpus.records.types import Capacity, PartyKind

_POSITIVE_KINDS = {
    "state": PartyKind.STATE,
    "international organisation": PartyKind.INTERNATIONAL_ORGANISATION,
    "company": PartyKind.COMPANY,
}


@dataclass(frozen=True)
class Mark:
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


_MEETING = frozenset(
    ("meeting", "session", "sitting", "plenary", "workshop", "conference", "event", "gathering")
)


def marks_in(words: Words, shut: frozenset[int]) -> list[Mark]:
    """Return what narrows the lists; words in `shut` (names of meetings, quoted words) narrow nothing."""
    marks: list[Mark] = []

    def note(wanted: tuple[str, ...], **what: Any) -> None:
        for first, last in words.find(wanted):
            if shut.issuperset(range(first, last)):
                continue
            marks.append(Mark(words.words[first].start, **what))
        words.take(wanted)

    note(phrases("attend", "apologies"), absent=True)
    note(phrases("attend", "excused"), absent=True, excused=True)
    for match in _DENIED.finditer(" ".join(word.norm for word in words.words)):
        number = len(words.text) if match is None else match.group(0).count(" ")
        before = " ".join(word.norm for word in words.words)[: match.start()].count(" ")
        if not shut.issuperset(range(before, before + number + 1)) and not _contrasted(words, before):
            marks.append(Mark(words.words[before].start, absent=True))
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
    online = phrases("attend", "online")
    for first, last in words.find(online):  # 'the online meeting' says what the meeting was
        if last < len(words.words) and words.words[last].norm in _MEETING:
            shut = shut | set(range(first, last))
    note(online, online=True)
    note(phrases("attend", "in_person"), in_person=True)
    if any(mark.online for mark in marks) and any(mark.in_person for mark in marks):
        marks = [mark for mark in marks if not (mark.online or mark.in_person)]  # in the room or online: all
    for key in keys("level"):
        note(phrases("level", key), level=key)
    for key in keys("capacity"):
        note(phrases("capacity", key), capacity=Capacity(key))
    for key, kind in _POSITIVE_KINDS.items():
        note(phrases("party_kind", key), kind=kind)
    return _observing(words, marks)


def _observing(words: Words, marks: list[Mark]) -> list[Mark]:
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
