"""Attendance in tables: participants by delegation, groups with counts, meetings with who attended."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from corpus.document import BlockKind, Cell, Document, Row, Table
from corpus.names.parties import FoundParty, PartyTable
from corpus.names.people import find_people, read_person
from corpus.records.attendance_cells import cell_groups
from corpus.records.attendance_columns import (
    NO,
    OTHER,
    PARTICIPANTS,
    YES,
    guessed,
    is_participants,
    with_party,
)
from corpus.records.attendance_groups import Entry, Group, entries_in, mode_in, presence_of
from corpus.records.attendance_lists import Lists
from corpus.records.attendance_notes import RowNotes
from corpus.records.capacities import (
    capacity_by_kind,
    capacity_of,
    is_attendance_head,
    level_of,
    stated_count,
)
from corpus.records.columns import columns
from corpus.records.meeting_tables import attendance_columns, is_empty
from corpus.records.statements import Statement, addresses_assistant
from corpus.records.types import Capacity, PartyKind

MeetingAt = Callable[[int], "str | None"]


def table_groups(
    document: Document, meeting_at: MeetingAt, parties: PartyTable, read: frozenset[int] = frozenset()
) -> list[Group]:
    """Read the lists of attendance in the tables of a document, but for those that begin at `read`."""
    groups: list[Group] = []
    previous: dict[str, int] = {}
    state: tuple[Capacity | None, str] = (None, "")
    ended = 0
    for table in document.tables:
        own_head = _head_before(document, table, ended, parties)
        ended = table.end
        meeting = meeting_at(table.start)
        path = document.sections[table.section].path if document.sections else ()
        if OTHER.search(" ".join(table.header)) or table.start in read:
            previous = {}
            continue
        found = list(_meetings(document, table, meeting_at, parties))
        if found:
            groups += found
            continue
        if meeting is None:
            continue
        if own_head is not None:
            path = (*path, own_head[0])
        grouped = cell_groups(document, table, meeting, parties, own_head)
        if grouped:
            groups += grouped
            continue
        roles = columns(table.header, PARTICIPANTS) if any(table.header) else dict(previous)
        if "party" not in roles and "name" not in roles:
            roles = guessed(table, parties)
        elif "party" not in roles:
            roles = with_party(table, roles, parties)
        listed = own_head is not None and "party" in roles
        if not listed and not is_participants(document, table, roles, path):
            previous = {}
            continue
        reader = _Participants(document, table, roles, meeting, path, parties)
        if own_head is not None:
            reader.span_start = own_head[1]
        elif not any(table.header) and previous:
            reader.capacity, reader.label = state
        groups += reader.read()
        previous, state = roles, (reader.capacity, reader.label)
    return groups


def _head_before(document: Document, table: Table, ended: int, parties: PartyTable) -> tuple[str, int] | None:
    """The short line over a table that heads a list of attendance, and where it begins.

    None where another table stands between (it ends at `ended`) or the line is a sentence.
    """
    above = [
        block
        for block in document.blocks
        if ended <= block.start < table.start and block.kind is not BlockKind.ROW
    ]
    if not above:
        return None
    text = re.sub(r"^[#*_\s]+|[*_\s:]+$", "", document.text[above[-1].start : above[-1].end])
    if len(text.split()) > 8 or text.endswith(".") or not is_attendance_head(text):
        return None
    return None if parties.resolve(text, fuzzy=False) else (text, above[-1].start)


class _Participants:
    """A table with a party or a person a row."""

    def __init__(
        self,
        document: Document,
        table: Table,
        roles: dict[str, int],
        meeting: str,
        path: tuple[str, ...],
        parties: PartyTable,
    ) -> None:
        self.document = document
        self.table = table
        self.roles = roles
        self.meeting = meeting
        self.parties = parties
        head = next((p for p in reversed(path) if is_attendance_head(p)), "")
        self.capacity: Capacity | None = capacity_of(head) if head else None
        self.label = re.sub(r"^[#*\s]+", "", head) or "participants"
        self.span_start = table.start
        self.groups: dict[tuple[Capacity, str], Group] = {}
        self.party: Cell | None = None
        self.notes = RowNotes(document, table)

    def read(self) -> list[Group]:
        for row in self.table.rows:
            text = self.document.text[row.start : row.end]
            if addresses_assistant(text):
                continue
            filled = [cell for cell in row.cells if cell.text.strip()]
            if row.spanning or (len(filled) == 1 and len(row.cells) > 1 and self.heads(filled[0])):
                self.span(row)
            else:
                self.row(row)
        return [group for group in self.groups.values() if group.entries]

    def heads(self, cell: Cell) -> bool:
        bare = cell.text.strip(" *_:")
        return is_attendance_head(bare) and self.parties.resolve(bare, fuzzy=False) is None

    def span(self, row: Row) -> None:
        cell = next((cell for cell in row.cells if cell.text.strip()), None)
        if cell is None:
            return
        bare = cell.text.strip(" *_:")
        if self.parties.resolve(bare, fuzzy=False) is not None and not is_attendance_head(bare):
            self.party = cell
            return
        capacity = capacity_of(bare)
        self.party = None
        if capacity is not None:
            self.capacity, self.label, self.span_start = capacity, bare, row.start

    def row(self, row: Row) -> None:
        def cell(role: str) -> Cell | None:
            index = self.roles.get(role)
            return row.cells[index] if index is not None and index < len(row.cells) else None

        party, name, status = cell("party"), cell("name"), cell("status")
        if (
            party is not None
            and party.text.strip()
            and not re.match(r"^\W*(?:\"|''|”|ditto|idem|do\.)\W*$", party.text)
        ):
            self.party = party
        if self.party is None:
            return
        if is_empty(self.party):
            return
        bold = self.document.text[self.party.start : self.party.end]
        entries = entries_in(self.party.text, 0, len(self.party.text), 0, self.parties, 1)
        several = _several(self.party, self.parties)
        if several:
            self.crowded(row, several, name)
            return
        if not entries:
            return
        entry = entries[0]
        at = bold.find(entry.written)
        entry.start = self.party.start + max(at, 0)
        entry.end = entry.start + (len(entry.written) if at >= 0 else self.party.end - self.party.start)
        for named in (name, cell("others")):
            for part in re.split(r"\s*(?:;|<br\s*/?>|\n)\s*", named.text if named is not None else ""):
                addressed = [each for each in find_people(part) if each.honorific]
                person = read_person(part)
                for one in addressed if len(addressed) > 1 else [person]:
                    if one is not None and one.name not in entry.people:
                        entry.people.append(one.name)
        _remarked(entry, row, (party, status))
        self.notes.apply(entry, row)
        capacity = self.capacity
        label = self.label
        if status is not None and status.text.strip():
            if NO.match(status.text):
                capacity = (
                    Capacity.APOLOGIES
                    if re.search(r"apolog|regret|excus", status.text, re.I)
                    else Capacity.ABSENT
                )
                label = status.text.strip()
            else:
                standing = status.text.strip()
                if (mode := mode_in(standing)) is not None:
                    entry.mode = entry.mode or mode
                    standing = re.sub(r"\s*\(\W*\)", "", standing.replace(mode, "")).strip(" ,;–-")
                bare = re.sub(r"\s*\([^()]*\)", "", standing).strip()
                own = capacity_of(bare) if bare and not YES.match(status.text) else None
                if own is not None:
                    capacity, label = own, bare
                    aside = re.search(r"\(([^()]*)\)", standing)
                    entry.note = entry.note or (aside[1] if aside else None)
                elif mode is not None:
                    entry.note = entry.note or standing.strip("() ") or None
        if (
            capacity is None
            or capacity is Capacity.PARTICIPANT
            or capacity_of(label) is Capacity.INTERNATIONAL_ORGANISATION
        ):
            known = entry.party.kind not in (PartyKind.STATE, PartyKind.UNKNOWN)
            capacity = capacity_by_kind(entry.party) if known else (capacity or Capacity.PARTICIPANT)
        self.keep(entry, entry.capacity or capacity, label, row)

    def crowded(self, row: Row, hits: list[FoundParty], name: Cell | None) -> None:
        """Lines of a table fallen together into one row: as many persons as parties, in order."""
        people = find_people(name.text) if name is not None else []
        cell = self.party
        if cell is None:
            return
        raw = self.document.text[cell.start : cell.end]
        at = max(raw.find(cell.text), 0)
        for number, hit in enumerate(hits):
            written = cell.text[hit.start : hit.end]
            entry = Entry(written, cell.start + at + hit.start, cell.start + at + hit.end, hit.party)
            if len(people) == len(hits):
                entry.people.append(people[number].name)
            self.keep(entry, self.capacity or Capacity.PARTICIPANT, self.label, row)

    def keep(self, entry: Entry, capacity: Capacity, label: str, row: Row) -> None:
        key = (capacity, label)
        if key not in self.groups:
            start = self.span_start if label == self.label else row.start
            self.groups[key] = Group(
                self.meeting,
                capacity,
                label,
                (start, row.end),
                stated=stated_count(label),
                level=level_of(label),
            )
        group = self.groups[key]
        group.evidence = (group.evidence[0], row.end)
        before = next((known for known in group.entries if known.party == entry.party), None)
        if before is not None:  # what is said of one of several persons is not said of the party
            if before.mode != entry.mode:
                modes = (before.mode, entry.mode)
                before.mode = next((mode for mode in modes if presence_of(mode) == "in person"), None)
            before.note = before.note if before.note == entry.note else None
            entry.mode = entry.note = None
        group.add(entry)


def _several(cell: Cell, parties: PartyTable) -> list[FoundParty]:
    """The parties of a cell that holds two or more known names and nothing else, without marks between."""
    hits = [hit for hit in parties.find(cell.text) if not hit.demonym]
    rest = cell.text
    for hit in reversed(hits):
        rest = rest[: hit.start] + rest[hit.end :]
    return hits if len(hits) > 1 and not rest.strip() else []


def _remarked(entry: Entry, row: Row, apart: tuple[Cell | None, ...]) -> None:
    """'(online)' in a cell beside the party says how it attended."""
    for cell in row.cells:
        if cell in apart:
            continue
        for remark in re.findall(r"\(([^()]*)\)", cell.text):
            entry.mode = entry.mode or mode_in(remark)


def _meetings(
    document: Document, table: Table, meeting_at: MeetingAt, parties: PartyTable
) -> Iterator[Group]:
    """A table of meetings with a column of who attended."""
    roles = attendance_columns(table)
    if not roles or not re.search(r"\bdates?\b|\bmeeting\b|\bwhen\b", " ".join(table.header), re.IGNORECASE):
        return
    lists = Lists(document, meeting_at, parties)
    for row in table.rows:
        meeting = meeting_at(row.start)
        if meeting is None or row.spanning:
            continue
        for role, index in roles.items():
            if index >= len(row.cells):
                continue
            cell = row.cells[index]
            if is_empty(cell) or addresses_assistant(cell.text) or re.match(r"\W*not\b", cell.text):
                continue
            capacity = {"observers": Capacity.OBSERVER, "absent": Capacity.ABSENT}.get(
                role, Capacity.PARTICIPANT
            )
            raw = document.text[cell.start : cell.end]
            statement = Statement(cell.start, cell.end, raw, 0, BlockKind.ROW)
            lists.segments(statement, 0, table.header[index], capacity, meeting)
    yield from lists.groups
