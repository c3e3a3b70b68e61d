"""Reads questions about attendance: who was there, in what capacity, how many, and who was not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.library import Library
from assistant.question.attending_marks import marks_in
from assistant.question.attending_parts import Part, part_of, segments, turned_parts
from assistant.question.body_words import body_words
from assistant.question.cues import CueKind
from assistant.question.lexicon import phrases
from assistant.question.occasions import Occasion
from assistant.question.parties import NamedParty, named_parties
from assistant.question.scope import Scope
from assistant.question.words import Words
from corpus.records.types import Attendance


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
class Attending:
    """A question about attendance, read in full."""

    shape: Shape
    operation: Operation
    parts: tuple[Part, ...]
    parties: tuple[NamedParty, ...] = ()
    containing: str | None = None  # 'with "United Nations" in their name'

    def chosen_among(self, listed: Sequence[Attendance]) -> list[Attendance]:
        """Return those of the listed that a list asks about: 'Of Fiji, Palau and Tonga, which came?'"""
        names = {party.party for party in self.parties}
        return [one for one in listed if not names or one.party in names]


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
    marks = marks_in(words, shut)
    own = [(word.start, word.end) for word in body_words(words, scope, library)]
    parties = tuple(
        party
        for party in named_parties(words, library)
        if not any(start <= party.start and party.end <= end for start, end in own)
    )
    parties = parties or _as_body(words, scope, library)
    words.take(("alike",))
    if "as having" in words.text.lower():  # 'Does the report count Malta as having attended?'
        words.take(
            ("count", "counts", "counted", "having", "report", "summary", "minutes", "record", "communiqué")
        )
    for start, end in [*own, *((party.start, party.end) for party in parties)]:
        words.take_span(start, end)
    asks_capacity = asks_capacity and bool(parties)
    count = words.take(phrases("count"))
    implied = words.starts_with("was", "were", "is") or asks_capacity
    if not (attends or marks or (implied and parties and scope.named)):
        return None
    shape = _shape(words, parties, count, asks_capacity)
    among = shape is Shape.LIST and _AMONG.search(words.text[: parties[0].start]) if parties else None
    if shape in (Shape.LIST, Shape.COUNT) and parties and not among:
        return None  # who of that party, not which parties
    if shape is Shape.COUNT and not (
        _counts_parties(words) or any(mark.capacity or mark.kind for mark in marks)
    ):
        return None  # persons are counted, or it is left open what
    if any(party.adjective and not _DELEGATION.match(words.text, party.end) for party in parties):
        return None  # 'the Kenyan minister' is a person
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
    parts = tuple(part_of(group, segment, marks) for group, segment in zip(groups, pieces, strict=True))
    if len(parts) < 2:
        return Attending(shape, Operation.SINGLE, parts, parties, containing)
    return Attending(shape, Operation.COMBINED, turned_parts(words, pieces, parts), parties, containing)


_AMONG = re.compile(
    r"(?:^|\b(?:which|who) )(?:out )?of\s+(?:the\s+)?$|^\W*among\s+(?:the\s+)?$", re.IGNORECASE
)
_DELEGATION = re.compile(
    r"\s+(?:government\s+|national\s+)?(?:delegations?|delegates?|observers?|representatives?|officials|government|team)\b",
    re.IGNORECASE,
)


_OPENING = re.compile(r"^(?:was|were|did|is|has|had)\s+(?:the\s+)?", re.IGNORECASE)


def _as_body(words: Words, scope: Scope, library: Library) -> tuple[NamedParty, ...]:
    """The organisation behind 'Was the …', which its name made look like the body whose meeting is meant."""
    opening = _OPENING.match(words.text)
    for cue in scope.cues:
        if opening is None or cue.kind != CueKind.BODY or cue.start not in (opening.end(), opening.end() - 4):
            continue
        written = re.sub(r"^the\s+", "", words.text[cue.start : cue.end], flags=re.IGNORECASE)
        party = library.parties.resolve(written, fuzzy=False)
        if party is not None:
            return (NamedParty(party.name, written, cue.end - len(written), cue.end),)
    return ()


def _counts_parties(words: Words) -> bool:
    """Whether it is parties that are counted: 'how many delegations', not 'how many delegates'."""
    if words.has(phrases("attend", "online")) and re.search(r"\bof (?:those|them)\b", words.text):
        return True
    return any(word.norm in ("delegations", "entities", "bodies", "parties") for word in words.words)


_BODY_NOUN = re.compile(
    r"\b(?:of|by) (?:the|its|our|this) (?:\w+ )?(?:expert group|committee|team|board|commission|council|network|task force|panel)\b"
    r"|\b(?:the|its|our) (?:\w+ )?(?:expert group|committee|team|board|commission|council|network|task force|panel)[’']s\b"
    r"|\bat the (?:\w+ )?(?:expert group|committee|team|board|commission|council|network|task force|panel)(?= in\b)",
    re.IGNORECASE,
)

# Words about the form of the answer or of the event, which need no account.
_FORM = (
    "name", "names", "role", "capacity", "status", "way", "entity", "entities", "delegation", "body", "bodies",
    "working", "set", "event", "meeting", "events", "meetings",
)  # fmt: skip


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
    "observer or a member", "observer or as a member", "observer or member", "capacity", "status", "what standing", "which standing",
    "standing", "under what heading", "under which heading", "under what label", "under which label", "under what category", "under which category",
    "what category", "which category", "under what title", "under which title", "under what head", "under which head", "in which group",
)  # fmt: skip


def _asks_capacity(words: Words) -> bool:
    """Whether the capacity itself is asked for; its words narrow no list then."""
    asked = words.take(_CAPACITY_ASKED)
    if asked:
        words.take(("participation list", "list of participants", "attendance list", "participants"))
    return asked


def _shape(words: Words, parties: tuple[NamedParty, ...], count: bool, asks_capacity: bool) -> Shape:
    text = " ".join(word.norm for word in words.words)
    if asks_capacity:
        return Shape.CAPACITY
    if count and not parties:
        return Shape.COUNT
    if parties and ("agenda item" in text or "which item" in text or "what item" in text):
        words.take(("agenda items", "agenda item", "items", "item", "agenda"))
        return Shape.NOTE
    if parties and re.match(
        r"(?:on|for|during) (?:which|what) (?:of the \w+ )?(?:days?|mornings?|afternoons?|part)\b", text
    ):
        words.take(("day", "days", "morning", "afternoon", "one", "two", "three", "four", "five"))
        return Shape.NOTE
    either = words.has(phrases("attend", "online")) and words.has(phrases("attend", "in_person"))
    if parties and not count and (words.starts_with("how") or (either and " or " in text and " way" in text)):
        words.take(("delegate", "delegates", "representative", "representatives"))
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
