"""Labelled lines of attendance: 'Observers (3): A, B and C; apologies from D'."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from corpus.document import BlockKind, Document
from corpus.names.parties import PartyTable
from corpus.names.people import find_people
from corpus.records.attendance_groups import Entry, Group, entries_in, is_hedged, mode_in
from corpus.records.attendance_heads import (
    ALSO,
    CAPITALS,
    CHAINED,
    COUNTS,
    LABEL,
    LOWER_LABEL,
    OTHER_LABEL,
    SEGMENT,
    body_parts,
)
from corpus.records.attendance_prose import Items
from corpus.records.attendance_words import BACKWARD
from corpus.records.capacities import (
    capacity_of,
    is_attendance_head,
    level_of,
    stated_count,
)
from corpus.records.enumerations import read_list
from corpus.records.statements import Statement, states_gap, without_marker
from corpus.records.types import Capacity, PartyKind

MeetingAt = Callable[[int], "str | None"]

_FOR = re.compile(
    r"\bfor\s+(?:agenda\s+)?(?:items?\s+[\dIVX][\w, ]*|the\s+(?:opening|closing|first|last|public|plenary)\s[\w ]+)"
    r"|\b\d{1,2}\s+[A-Z][a-z]+\s+only\b|\b[A-Z][a-z]+day\s+only\b",
    re.IGNORECASE,
)


_MODE_BEHIND = re.compile(
    r",?\s+(?P<mode>in the room|in person|on[- ]screen|on[- ]?line|remotely|virtually|by video[\w -]*)\s*[.]?\s*$",
    re.IGNORECASE,
)
_NOTE_BEHIND = re.compile(
    r",\s+(?P<note>(?:(?:for|on|in|during|only|until|from|through|except|not)\s+(?:the\s+)?[a-z][^,;]{3,60}?"
    r"|(?:the\s+)?(?:first|second|third|last|final|opening|closing|one)\s+[a-z][^,;]{2,40}?|[a-z][^,;]{2,40}?\s+only"
    r"|items?\s+\d[^,;]{0,40}?|part\s+of\s+[^,;]{3,40}?"
    r"|(?:which|who|whose|as|since|because|owing\s+to|due\s+to)\s+"
    r"(?:(?!,\s+(?:and\s+)?(?:the\s+)?[A-Z])[^;]){3,140}?))\s*[.]?\s*$"  # ', and the X' goes on with the list
)


_BY_LEVEL = re.compile(
    r"(?:at|on)\s+(?:the\s+)?(?:[\w-]+\s+)?level\b|through\b|by\s+(?:their|its)\b", re.IGNORECASE
)
# ', for the Round Table only', ', admitted to the Panel only': to what part a list was there
_PART_ONLY = re.compile(r",?\s+(?:\w+\s+){0,2}(?:for|to|at|in|during)\s+(?:the\s+)?[\w ]{3,40}\s+only\b")
# A head that is a sentence of its own must tell of coming.
_TELLS = re.compile(r"\b(?:has|have|had|is|are|was|were|been|be|(?:said|reported|noted|agreed)\s+that)\b")
_OF_COMING = re.compile(
    r"\b(?:attend\w*|present|represent\w*|took\s+part|taking\s+part|participa\w+|registered|came|come|sent|joined|welcomed|absent|apolog\w+"
    r"|observ\w+|excused|regret\w*|delegations?|invited|there|on\s+the\s+list|counted)\b",
    re.IGNORECASE,
)
OTHERS = re.compile(r"(?:and\s+)?(?:the\s+)?others?(?:\s+present)?", re.IGNORECASE)
_SMALLER = re.compile(
    r"\b(?:sub-?(?:group|committee)|(?:contact|drafting|expert|advisory|steering|task|core|ad hoc|editorial|study|correspondence)\s+(?:group|team|committee|force|party)"
    r"|working\s+part(?:y|ies)|task\s?force\s+(?:on|for)|panel|bureau|trio|troika|friends\s+of\s+the\s+chair)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r":\s*\d{1,3}(?:\s+(?:out\s+)?of\s+\d{1,3})?\W*$")  # 'Members: 7 of 9'
_REASON = re.compile(r"(?:which|who|whose|as|since|because|owing|due)\b")


def behind(
    text: str, start: int, end: int, capacity: Capacity | None = None
) -> tuple[int, str | None, str | None]:
    """Take off what stands behind the last name of a line: '… in the room', ', for the first morning'."""
    mode = _MODE_BEHIND.search(text[start:end])
    if mode and "(" not in mode.group():
        return start + mode.start(), mode["mode"], None
    note = _NOTE_BEHIND.search(text[start:end])
    away = capacity in (Capacity.APOLOGIES, Capacity.ABSENT)
    if note and not away and _REASON.match(note["note"]):
        note = None
    return (start + note.start(), None, note["note"]) if note else (end, None, None)


@dataclass(slots=True)
class ListHead:
    """The head under which lines are read: a heading, or a line that ends in a colon."""

    label: str
    capacity: Capacity
    stated: int | None
    level: str | None
    start: int
    heading_level: int  # 0: a line, which holds for the items behind it
    group: Group | None = None
    party_level: int | None = None  # nesting of the lines that hold the parties
    party_kind: BlockKind | None = None
    item_level: int | None = None  # of an item that ends in a colon: only deeper items belong to it

    @property
    def note(self) -> str | None:
        """What the head says of all in the list: 'Invited for item 5 only'."""
        found = _FOR.search(self.label)
        return found.group() if found else None


class LabelledLines:
    """Reads labelled lines into `groups`; the walk over the document is in `Lists`."""

    document: Document
    meeting_at: MeetingAt
    parties: PartyTable
    groups: list[Group]
    chain: bool
    outer: ListHead | None
    state: ListHead | None

    def is_subhead(self, statement: Statement) -> bool:
        """A short line of its own inside a list of attendance: 'Observers', 'Participating States (13)'."""
        text = re.sub(r"\s*\([^()]*\)\s*$", "", statement.text.strip(" *_"))
        counted = self.state is not None and re.search(r"\(\d+\)\W*$", statement.text) is not None
        bare = (  # a line without a bullet among the lines of a list
            statement.kind is BlockKind.ITEM
            and self.state is not None
            and self.state.group is not None
            and text[:1].isupper()
            and capacity_of(text) is not Capacity.SECRETARIAT
        )
        return (
            (self.outer is not None or counted or bare)
            and (statement.kind is BlockKind.PARAGRAPH or bare)
            and len(text.split()) <= 6
            and not re.search(r"[;:.]" if counted else r"[,;:.]", text)
            and is_attendance_head(text)
            and capacity_of(text) is not Capacity.PARTICIPANT
            and not self.parties.find(text)
        )

    def is_item_head(self, statement: Statement) -> bool:
        """An item over deeper items in a list of attendance: '- guest States' over '- A' and '- B'."""
        blocks = self.document.blocks
        if statement.kind is not BlockKind.ITEM or statement.block + 1 >= len(blocks) or self.state is None:
            return False
        below = blocks[statement.block + 1]
        text = re.sub(r"\s*\([^()]*\)\s*$", "", without_marker(statement.text)[0].strip(" *_"))
        text = _NUMBERED.sub("", text)
        return (
            below.kind is BlockKind.ITEM
            and below.level > blocks[statement.block].level
            and 0 < len(text.split()) <= 6
            and not re.search(r"[,;:.]", text)
            and (is_attendance_head(text) or OTHERS.fullmatch(text) is not None)
            and self.parties.resolve(text, fuzzy=False) is None
        )

    def is_sub_label(self, statement: Statement) -> bool:
        """An item over deeper items that only says how or when they came: '- first day only' over '- A' and '- B'."""
        blocks = self.document.blocks
        if statement.kind is not BlockKind.ITEM or statement.block + 1 >= len(blocks) or self.state is None:
            return False
        below = blocks[statement.block + 1]
        text = without_marker(statement.text)[0].strip(" *_:")
        sort = text[1:].islower() and not find_people(self.document.text[below.start : below.end])
        return (
            below.kind is BlockKind.ITEM
            and below.level > blocks[statement.block].level
            and (text[:1].islower() or sort)  # 'Hotel groups' over the names of such
            and len(text.split()) <= 6
            and not self.parties.find(text)
        )

    def labelled(self, sentence: Statement) -> bool:
        """'Observers (3): A, B and C'."""
        text = sentence.text
        match = (
            LABEL.match(text)
            or (LOWER_LABEL.match(text) if self.state is not None else None)
            or (ALSO.match(text) if self.chain else None)
            or self.in_capitals(sentence)
        )
        if match is None:
            return False
        label = match["label"].strip(" *_")
        chained = self.chain and bool(CHAINED.match(label))
        party = self.parties.resolve(label, fuzzy=False)
        headed = (
            self.state is not None and len(label.split()) <= 6 and self.only_parties(sentence, match.end())
        )
        if party is not None or not (chained or headed or is_attendance_head(_PART_ONLY.sub("", label))):
            return False
        if BACKWARD.search(label):  # 'also in that capacity': the sentence before tells which
            return False
        if _TELLS.search(label) and not _OF_COMING.search(
            label
        ):  # 'The text was tried in two members: A and B'
            return False
        if states_gap(text) or OTHER_LABEL.search(
            _FOR.sub("", _PART_ONLY.sub("", re.sub(r"\([^()]*\)", "", label)))
        ):
            return False
        before = self.document.text[self.document.blocks[sentence.block].start : sentence.start]
        if self.state is None and _SMALLER.search(before):  # 'A sub-group was created. Members: A, B'
            return False
        proper = any(word[0].isupper() for word in label.split()[1:])
        people = find_people(text[match.end() :])
        if people and people[0].start == 0 and people[0].honorific and (proper or self.state is not None):
            return False  # 'Dialogue Secretariat, Astana: Ms X': a party with its persons
        meeting = self.meeting_at(sentence.start)
        if meeting is None:
            return False
        capacity = capacity_of(label) or Capacity.PARTICIPANT
        if self.state is not None and self.is_below(sentence, label, capacity):
            capacity = self.state.capacity
        return self.segments(sentence, match.end(), label, capacity, meeting)

    def in_capitals(self, sentence: Statement) -> re.Match[str] | None:
        """A head in capitals with nothing but known parties behind it: 'ABSENT WITH APOLOGY  Algeria, Benin'."""
        match = CAPITALS.match(sentence.text)
        if match is None or not is_attendance_head(match["label"]):
            return None
        return match if self.only_parties(sentence, match.end()) else None

    def is_below(self, sentence: Statement, label: str, capacity: Capacity) -> bool:
        """Whether a label only parts the list of its head: '- online: …' under '- Members', 'at the level of experts: …'."""
        if self.state is None or self.state.capacity is Capacity.PARTICIPANT:
            return False
        if _BY_LEVEL.match(label):
            return True
        level = self.state.item_level
        deeper = level is not None and self.document.blocks[sentence.block].level > level
        return deeper and capacity is Capacity.PARTICIPANT

    def only_parties(self, sentence: Statement, at: int) -> bool:
        """Whether what stands behind a label is nothing but known parties."""
        text = sentence.text
        items = read_list(text, at, len(text), self.parties)
        return bool(items) and all(self.parties.resolve(text[i.start : i.end], fuzzy=False) for i in items)

    def segments(self, sentence: Statement, at: int, label: str, capacity: Capacity, meeting: str) -> bool:
        """The body of a labelled line, cut at ';' where the parts have heads of their own."""
        text = sentence.text
        bare_label = re.sub(r"\s*\([^()]*\)", "", label).strip()
        counts = [int(n) for n in COUNTS.findall(label)]
        if len(counts) > 1:
            capacity = capacity_of(bare_label) or capacity
        stated = stated_count(label)
        pieces = list(body_parts(text, at))
        if len(counts) > 1 and len(counts) != len(pieces):
            stated, counts = sum(counts), []
        found = False
        for index, (start, end) in enumerate(pieces):
            piece = text[start:end]
            own = SEGMENT.match(piece)
            if (
                own is None
                and re.match(r"(?:from\s+|about\s+)?(?:\d|[a-z])", piece)
                and not piece.startswith(("the ", "and "))
            ):
                default = None if capacity is Capacity.PARTICIPANT else capacity
                mixed = list(Items(sentence, "", meeting, self.parties).items(start, end, default, label))
                self.groups += mixed
                found = found or bool(mixed)
                continue
            piece_capacity, piece_label = capacity, label
            expected = counts[index] if len(counts) > 1 else (stated if len(pieces) == 1 else None)
            if own is not None:
                piece_capacity, piece_label = capacity_of(own["lead"]) or capacity, own["lead"]
                start, expected = start + own.start("rest"), None
            end, mode, note = behind(text, start, end, piece_capacity)
            entries = entries_in(text, start, end, sentence.start, self.parties, expected)
            if entries and note:
                entries[-1].note = entries[-1].note or note
            kinds = {entry.party.kind for entry in entries}
            bare = own is None and index and capacity is Capacity.PARTICIPANT and len(pieces) <= 3
            if bare and kinds == {PartyKind.INTERNATIONAL_ORGANISATION}:
                piece_capacity = Capacity.INTERNATIONAL_ORGANISATION
            if not entries or not (
                self.credible(entries, piece_label, expected)
                or (found and all(entry.acronym for entry in entries))  # '…; Reef and Net Watch (RNW)'
            ):
                continue
            known = self.same(meeting, piece_capacity, piece_label) if index else None
            if known is not None:
                group = known
            else:
                span = (sentence.start + (start if index else 0), sentence.start + end)
                level = level_of(piece_label)
                group = Group(meeting, piece_capacity, piece_label, span, stated=expected, level=level)
                group.hedged = is_hedged(piece) or is_hedged(label)
                group.mode = mode_in(piece_label) or mode
                group.covers = [(sentence.start, sentence.end)]
                self.groups.append(group)
            for entry in entries:
                group.add(entry)
            if group.stated is not None and len(pieces) > 1 and index and len(counts) <= 1:
                group.stated = stated
            found = True
        return found

    def same(self, meeting: str, capacity: Capacity, label: str) -> Group | None:
        """The list gathered last, if it is the one that goes on."""
        last = self.groups[-1] if self.groups else None
        return (
            last if last and (last.meeting, last.capacity, last.label) == (meeting, capacity, label) else None
        )

    def credible(self, entries: list[Entry], label: str, expected: int | None) -> bool:
        """A list of names, not a sentence that happens to have capitals."""
        known = sum(entry.party.kind is not PartyKind.UNKNOWN for entry in entries)
        capacity = capacity_of(label)
        named = capacity in (
            Capacity.CIVIL_SOCIETY,
            Capacity.PRIVATE_SECTOR,
            Capacity.GUEST,
            Capacity.WORKSTREAM,
            Capacity.SECRETARIAT,
        )
        return (
            expected == len(entries)
            or known * 2 >= len(entries)
            or named
            or bool(re.search(r"employer|compan", label, re.I))
        )
