"""Attendance in lists: labelled lines ('- Observers (3): …') and blocks under a heading ('### Apologies')."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import BlockKind, Document
from corpus.names.parties import PartyTable
from corpus.names.people import FoundPerson, find_people, read_person
from corpus.records.attendance_glued import glued_entries
from corpus.records.attendance_groups import Entry, Group, entries_in, entry_of, mode_in, without_asides
from corpus.records.attendance_heads import (
    AGENDA,
    ENDS,
    FOR_ITEM,
    HEADING_MARK,
    OF_WORK,
    OTHER_HEADING,
    PLAIN_HEADING,
    SORT,
    opens_agenda,
    people_of,
    place_in,
    take_remarks,
)
from corpus.records.attendance_lines import OTHERS, LabelledLines, ListHead, MeetingAt, behind
from corpus.records.capacities import (
    capacity_by_kind,
    capacity_of,
    is_attendance_head,
    level_of,
    stated_count,
)
from corpus.records.enumerations import read_list
from corpus.records.statements import Statement, split, statements, states_gap, without_marker
from corpus.records.types import Capacity, PartyKind

_REPRESENTED = re.compile(r",\s+represented\s+by\s+")
# An organisation that no table knows, behind its person: 'Ms X (QXRT)'; 'HoD' and the like are none.
_SHORT = re.compile(r"[^()]{0,80}\(([A-Z][A-Z&/-]{2,9})\)\s*$")


def list_groups(document: Document, meeting_at: MeetingAt, parties: PartyTable) -> list[Group]:
    """Read the labelled lines and headed blocks of attendance of a document."""
    return Lists(document, meeting_at, parties).read()


class Lists(LabelledLines):
    """Walks the blocks of a document and gathers the lists of attendance."""

    def __init__(self, document: Document, meeting_at: MeetingAt, parties: PartyTable) -> None:
        self.document = document
        self.meeting_at = meeting_at
        self.parties = parties
        self.groups: list[Group] = []
        self.outer: ListHead | None = None  # 'List of participants'
        self.state: ListHead | None = None
        self.chain = False

    def read(self) -> list[Group]:
        """Return the lists of the whole document."""
        for statement in statements(self.document):
            if statement.kind is BlockKind.HEADING:
                self.heading(statement)
            elif statement.kind is BlockKind.ROW:
                continue
            else:
                self.block(statement)
        return self.groups

    def heading(self, statement: Statement) -> None:
        """Take a heading as the head of the lines behind it, or as the end of what came before."""
        level = self.document.blocks[statement.block].level
        label = HEADING_MARK.sub("", statement.text, count=1).strip(" *_#:")
        self.chain = False
        if self.state is not None and self.parties.resolve(label, fuzzy=False) is not None:
            self.line(statement, self.state)  # a delegation on a line that looks like a heading
            return
        if self.state is not None and any(self.labelled(one) for one in split(statement)):
            return  # 'Not represented: A, B' on a line that looks like a heading
        head = self.head(label, statement, level)
        if self.outer is not None and (
            level <= self.outer.heading_level
            or opens_agenda(statement.text, self.document.text[self.outer.start :])
        ):
            self.outer = None
        if head is not None:
            if head.capacity is Capacity.PARTICIPANT and head.group is None:
                self.outer = head
            self.state = head
        elif self.outer is not None and level > self.outer.heading_level:
            self.state = self.outer
        else:
            self.state = None

    def head(self, label: str, statement: Statement, level: int) -> ListHead | None:
        """Read a heading as the head of a list of attendance; None where it is none."""
        words = label.split()
        if label.lower() in OF_WORK and self.outer is None and self.state is None:
            return None  # what was dealt with and how, rather than who came
        if not words or len(words) > 9 or ENDS.match(label) or not is_attendance_head(label):
            return None
        if OTHER_HEADING.search(FOR_ITEM.sub("", label)) and not PLAIN_HEADING.match(label):
            return None
        capacity = capacity_of(label)
        if capacity is None or states_gap(label):
            return None
        return ListHead(label, capacity, stated_count(label), level_of(label), statement.start, level)

    def block(self, statement: Statement) -> None:
        """Read a paragraph or item: a head of its own, a labelled line, or a line under a head."""
        text = statement.text
        bare = re.sub(r"[*_\s]+$", "", text)
        if (
            (bare.endswith(":") and len(bare) < 160)
            or (len(text.split()) <= 4 and text.isupper())
            or self.is_subhead(statement)
            or self.is_item_head(statement)
        ):
            label = HEADING_MARK.sub("", bare, count=1).strip(" *_#:")
            label = re.sub(r"^(?:The following|Those)\s+", "", without_marker(label)[0])
            sort = re.fullmatch(r"(?P<name>.+?)\s*\([^()\d]*\)", label)
            party_line = self.state is not None and sort is not None and not is_attendance_head(sort["name"])
            other = self.is_item_head(statement) and bool(OTHERS.fullmatch(label))
            if (is_attendance_head(label) or other) and not states_gap(label) and not party_line:
                capacity = capacity_of(label) or Capacity.PARTICIPANT
                self.state = ListHead(
                    label, capacity, stated_count(label), level_of(label), statement.start, 0
                )
                block = self.document.blocks[statement.block]
                deeper = self.is_item_head(statement) or bare.endswith(":")
                self.state.item_level = block.level if statement.kind is BlockKind.ITEM and deeper else None
                self.chain = False
                return
        if self.is_sub_label(statement):
            return
        if self.state is not None and self.state.heading_level and AGENDA.fullmatch(text):
            self.state = self.outer = None
            return
        self.chain = False
        level = self.state.item_level if self.state is not None else None
        if level is not None and self.document.blocks[statement.block].level <= level:
            self.state = self.outer
        if self.state is not None and self.glued(statement, self.state):
            self.chain = False
            return
        labelled = False
        for number, sentence in enumerate(split(statement)):
            if self.labelled(sentence):
                labelled = self.chain = True
            elif labelled or number or self.state is None or self.delegate(statement, self.state):
                continue
            else:
                self.line(statement, self.state)
        if (
            not labelled
            and self.state is not None
            and self.state.heading_level == 0
            and statement.kind is not BlockKind.ITEM
        ) and not self.is_line(statement):
            self.state = self.outer
        self.chain = False

    def delegate(self, statement: Statement, state: ListHead) -> bool:
        """A person in a line of its own under the line of a party: 'Mette Lund, Ministry of …'."""
        group = state.group
        if group is None or not group.entries or len(statement.text) > 200:
            return False
        text = re.sub(r"^\s*[-–—•·▪●◦‣*+]\s*", "", statement.text)
        block = self.document.blocks[statement.block]
        people = find_people(text)
        bare = bool(people) and people[0].honorific is not None and people[0].start <= 1
        if (
            state.party_level is not None
            and block.level <= state.party_level
            and block.kind is state.party_kind
            and not (bare and not self.parties.find(text[people[0].end :]) and group.entries[-1].people)
        ):
            return False
        if self.parties.resolve(re.split(r"[,:(]", text)[0], fuzzy=False) is not None or ":" in text[:60]:
            return False
        person = read_person(re.sub(r"\s*\([^()]*\)", "", text))
        if person is None or person.start > 2:
            return False
        last = group.entries[-1]
        if person.name not in last.people:
            last.people.append(person.name)
        group.evidence = (group.evidence[0], statement.end)
        group.covers.append((statement.start, statement.end))
        return True

    def is_line(self, statement: Statement) -> bool:
        """Whether the statement has just given a party to the list."""
        return bool(
            self.state
            and self.state.group
            and any(e.start >= statement.start for e in self.state.group.entries)
        )

    def glued(self, statement: Statement, state: ListHead) -> bool:
        """Lines that fell into one paragraph; a person without a party leaves the list open."""
        meeting = self.meeting_at(statement.start)
        found = glued_entries(statement.text, statement.start, self.parties)
        if meeting is None or found is None:
            return False
        entries, whole = found
        group = self.group_of(state, meeting, statement)
        group.hedged = group.hedged or not whole
        for entry in entries:
            group.add(entry)
        return True

    def group_of(self, state: ListHead, meeting: str, statement: Statement) -> Group:
        """The list under a head, begun where there is none yet, and lengthened by a statement."""
        if state.group is None:
            span = (state.start, statement.end)
            state.group = Group(
                meeting, state.capacity, state.label, span, stated=state.stated, level=state.level
            )
            state.group.mode = mode_in(state.label) or place_in(state.label)
            self.groups.append(state.group)
        state.group.evidence = (state.start, statement.end)
        state.group.covers.append((statement.start, statement.end))
        return state.group

    def line(self, statement: Statement, state: ListHead) -> None:
        """Add the parties of a line to the list under its head."""
        text = statement.text
        meeting = self.meeting_at(statement.start)
        if meeting is None or states_gap(text) or (statement.kind is BlockKind.PARAGRAPH and len(text) > 400):
            return
        entries = list(self.entries(statement))
        if not entries:
            if statement.kind is BlockKind.ITEM and state.group is not None:
                state.group.hedged = True  # one more on the list, who could not be read
            return
        serves = (
            len(entries) == 1
            and entries[0].party.kind is PartyKind.BODY
            and state.capacity is not Capacity.PARTICIPANT
            and capacity_by_kind(entries[0].party) is Capacity.SECRETARIAT
        )
        if serves:
            entries[0].capacity = Capacity.SECRETARIAT
        if entries[0].capacity is Capacity.SECRETARIAT and state.capacity is not Capacity.SECRETARIAT:
            span = (statement.start, statement.end)
            own = Group(meeting, Capacity.SECRETARIAT, entries[0].written, span, covers=[span])
            own.entries = entries
            self.groups.append(own)
            return
        group = self.group_of(state, meeting, statement)
        state.party_level, state.party_kind = self.document.blocks[statement.block].level, statement.kind
        for entry in entries:
            entry.note = entry.note or state.note
            group.add(entry)

    def entries(self, statement: Statement) -> Iterator[Entry]:
        """Read a line: 'Armenia: Ms X, Head of …', 'Ms X (Kenya)', 'Kenya, Malawi and Uganda', 'Türkiye'."""
        text = without_asides(statement.text)
        mark = re.match(
            r"^\s*(?:[-–—•·▪●◦‣*+]|o(?=\s)|\(?\d{1,2}(?:\.\d{1,2})*[.)]|\(?[a-z]\))?\s*[*_]*", text
        )
        at = mark.end() if mark else 0
        if (aside := _REPRESENTED.search(text, at)) is not None and ";" not in text:
            names = [person.name for person in find_people(text[aside.end() :]) if person.honorific]
            for listed in entries_in(text, at, aside.start(), statement.start, self.parties):
                listed.people = list(names)
                yield listed
            return
        party_line = re.match(
            r"(?P<party>[^:;\n]{2,110}?)[*_]*\s*(?::[*_]*\s+|\s[–—-]\s|\s*(?:(?:\.\s){3,}|[.…]{4,}|(?:[.…]\s?){4,})\s*|\s*\n\s*)(?P<people>\S.*)$",
            text[at:],
            re.DOTALL,
        )
        if party_line:
            stop = at + party_line.end("party")
            sort = SORT.search(text, at, stop)
            if sort is not None:
                stop = sort.start()
            items = read_list(text, at, stop, self.parties)
            party = items[0] if items else None
            if party is not None:
                entry = entry_of(
                    text,
                    type(party)(at, stop, stop) if len(items) > 1 else party,
                    statement.start,
                    self.parties,
                )
                people = list(people_of(party_line["people"]))
                if entry is not None and (people or entry.party.kind is not PartyKind.UNKNOWN):
                    entry.people = [person.name for person in people]
                    if capacity_of(party_line["party"]) is Capacity.SECRETARIAT:
                        entry.capacity = Capacity.SECRETARIAT
                    elif sort is not None and entry.party.kind is PartyKind.UNKNOWN:
                        entry.capacity = capacity_of(sort["sort"])
                    take_remarks(entry, party_line["people"])
                    yield entry
                    return
        person = (
            read_person(text[at:].split("(")[0])
            if not self.parties.resolve(text[at:].split(",")[0], fuzzy=False)
            else None
        )
        people = find_people(text[at:])
        if people and people[0].honorific and 3 < people[0].start < 90:
            before = text[at : at + people[0].start].rstrip(" ,")
            items = read_list(text, at, at + len(before), self.parties)
            if len(items) == 1 and not re.search(r"[.:;]|\b(?:by|from|of|with|was|were|the)$", before):
                entry = entry_of(text, items[0], statement.start, self.parties)
                if entry is not None:  # columns of a list that fell into one line
                    entry.people = [person.name for person in people if person.honorific]
                    take_remarks(entry, text[at + people[0].start :])
                    yield entry
                    return
        if (people and people[0].start <= 3) or (person and person.honorific):
            yield from self.of_person(text, at, statement.start, people or [person])  # type: ignore[list-item]
            return
        first = re.split(r"[,(;]", text[at:])[0]
        item = statement.kind is BlockKind.ITEM
        end, mode, note = behind(text, at, len(text)) if item else (len(text), None, None)
        entries = entries_in(text, at, end, statement.start, self.parties)
        if entries:
            entries[-1].mode, entries[-1].note = entries[-1].mode or mode, entries[-1].note or note
        known = sum(entry.party.kind is not PartyKind.UNKNOWN for entry in entries)
        if len(entries) != len(read_list(text, at, end, self.parties)):
            entries = []  # a sentence, not a list
        short = len(text) - at < 90 and statement.kind is BlockKind.ITEM and len(entries) == 1
        counted = self.state is not None and self.state.stated == len(entries) > 1
        if entries and (
            counted or known == len(entries) or (known * 3 >= 2 * len(entries) and len(entries) > 2) or short
        ):
            yield from entries
        elif (
            self.parties.resolve(first, fuzzy=False) is not None
            and len(text) < 200
            and "." not in text[at:-1]
        ):
            yield from entries[:1]

    def of_person(self, text: str, at: int, offset: int, people: list[FoundPerson]) -> Iterator[Entry]:
        """A line that begins with a person: the party stands behind."""
        for number, person in enumerate(people):
            stop = at + people[number + 1].start if number + 1 < len(people) else len(text)
            found = [hit for hit in self.parties.find(text[at + person.end : stop]) if not hit.demonym]
            if found:
                hit = found[-1]
                left = at + person.end + hit.start
                right = at + person.end + hit.end
                yield Entry(text[left:right], offset + left, offset + right, hit.party, people=[person.name])
            elif short := _SHORT.match(text, at + person.end, stop):
                party = self.parties.party(short[1])
                yield Entry(
                    short[1], offset + short.start(1), offset + short.end(1), party, people=[person.name]
                )
