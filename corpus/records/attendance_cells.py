"""Tables whose cells hold whole lists: a group a row, a group a column, or the names of one list in columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.document import BlockKind, Cell, Document, Row, Table
from corpus.names.parties import PartyTable
from corpus.names.people import find_people
from corpus.records.attendance_columns import GROUPS, PARTICIPANTS
from corpus.records.attendance_groups import Entry, Group, entries_in, is_hedged
from corpus.records.attendance_heads import body_parts, take_remarks
from corpus.records.attendance_lists import Lists
from corpus.records.attendance_notes import RowNotes
from corpus.records.capacities import (
    capacity_by_kind,
    capacity_of,
    is_attendance_head,
    level_of,
    may_head,
    stated_count,
)
from corpus.records.columns import columns
from corpus.records.meeting_tables import is_empty
from corpus.records.statements import Statement, addresses_assistant, states_gap, unmarked
from corpus.records.types import Capacity, PartyKind

# What stands over or beside those who were there, where no capacity is told.
_THERE = re.compile(
    r"(?:(?:members?|states?|parties|delegations?|those|also)\s+)?"
    r"(?:present|in attendance|attending|attended|participants?|participating|represented)",
    re.IGNORECASE,
)


def cell_groups(
    document: Document,
    table: Table,
    meeting: str,
    parties: PartyTable,
    own_head: tuple[str, int] | None,
) -> list[Group]:
    """Return the lists that stand in the cells of a table; empty where it is no such table.

    `own_head` is the line over it that heads a list, with its place.
    """
    return (
        list(_grouped(document, table, meeting, parties))
        or list(_side_by_side(document, table, meeting, parties))
        or list(_labelled(document, table, meeting, parties))
        or (list(_only_parties(document, table, meeting, own_head, parties)) if own_head else [])
    )


def cell_entries(document: Document, cell: Cell, parties: PartyTable, stated: int | None) -> list[Entry]:
    """Read the parties that a cell enumerates, also behind or before persons: 'Ms X (Kenya)', 'Kenya: Ms X'."""
    raw = unmarked(document.text[cell.start : cell.end])
    text = re.sub(
        r"<br\s*/?>", lambda m: ";" + " " * (len(m.group()) - 1), document.text[cell.start : cell.end]
    )
    if any(person.honorific for person in find_people(raw)):
        lists = Lists(document, lambda _: None, parties)
        read = _parted(unmarked(text), parties)
        entries: list[Entry] = []
        for start, end in body_parts(read, 0):
            part = read[start:end].rstrip(" .;")
            statement = Statement(cell.start + start, cell.start + end, part, 0, BlockKind.ITEM)
            found = list(lists.entries(statement))
            people = [person for person in find_people(part) if person.honorific]
            if entries and not found and people and people[0].start <= 1:
                entries[-1].people += [person.name for person in people]  # one more of the delegation
            entries += found
        return entries
    return entries_in(text, 0, len(text), cell.start, parties, stated)


def _parted(text: str, parties: PartyTable) -> str:
    """Put a semicolon before each known party with a colon: 'Chad: Ms X Mali: Mr Y' are lines fallen together."""
    for hit in parties.find(text):
        label = re.match(r"\s*(?:\([^()]*\))?\s*:\s", text[hit.end :])
        if label is None or hit.demonym or not hit.start or text[: hit.start].rstrip().endswith((";", ":")):
            continue
        at = len(text[: hit.start].rstrip())
        if at < hit.start:
            text = f"{text[:at]};{text[at + 1 :]}"
    return text


def is_label(text: str, parties: PartyTable) -> bool:
    """Say whether a cell is the head of a list: 'Present', 'Observers (3)', and no party."""
    bare = re.sub(r"\s*\(\d+\)", "", text).strip(" *_:.")
    if not bare or len(bare.split()) > 6 or parties.resolve(bare, fuzzy=False) is not None:
        return False
    if not is_attendance_head(bare):
        return False
    return capacity_of(bare) is not Capacity.PARTICIPANT or _THERE.fullmatch(bare) is not None


def _row_of_heads(document: Document, table: Table) -> Row | None:
    """The row that a reader took for the names of columns, with the places of its cells."""
    at = table.start
    stop = table.rows[0].start if table.rows else table.end
    cells = []
    for head in table.header:
        found = document.text.find(head, at, stop) if head else at
        if found < 0:
            return None
        at = found + len(head)
        cells.append(Cell(start=found, end=at, text=head))
    return Row(start=table.start, end=at, cells=tuple(cells)) if cells else None


def _labelled(document: Document, table: Table, meeting: str, parties: PartyTable) -> Iterator[Group]:
    """A table with a list a row, its head in the first cell: 'Present | A, B and C'.

    Rows without a head go on with the list above; rows of anything else (date, venue) are passed over. Columns
    headed 'Absent' and the like hold those of the row who did not come.
    """
    above = _row_of_heads(document, table)
    rows = [*([above] if above is not None else []), *table.rows]
    labelled = sum(len(row.cells) > 1 and is_label(row.cells[0].text, parties) for row in rows)
    if not labelled:
        return
    groups: dict[str, Group] = {}
    label: str | None = None
    heads = list(table.header) or [cell.text for cell in rows[0].cells]
    away = {
        number: capacity
        for number, head in enumerate(heads)
        if number and len(head.split()) < 5 and (capacity := capacity_of(head)) in _AWAY
    }
    for row in rows:
        text = document.text[row.start : row.end]
        if len(row.cells) < 2 or addresses_assistant(text):
            label = None
            continue
        head = row.cells[0].text.strip(" *_:")
        own = head if labelled > 1 and 0 < len(head.split()) < 5 and may_head(head) else None
        if head:
            label = head if is_label(head, parties) else None
        if label is None:
            if own is not None and parties.resolve(own, fuzzy=False) is None:
                named = _behind(document, row.cells[1:], parties, None)
                if len(named) > 1 and all(entry.party.kind in _KNOWN_KINDS for entry in named):
                    # among lists of attendance one of a sort of its own: 'Candidates | A, B'
                    _add(
                        groups,
                        own,
                        Group(meeting, Capacity.PARTICIPANT, own, (row.start, row.end)),
                        named,
                    )
            continue
        there = [cell for number, cell in enumerate(row.cells) if number and number not in away]
        entries = _behind(document, there, parties, stated_count(label))
        if entries and (_credible(entries) or capacity_of(label) in _OF_UNKNOWN):
            _add(
                groups,
                label,
                Group(meeting, capacity_of(label) or Capacity.PARTICIPANT, label, (row.start, row.end)),
                entries,
            )
            groups[label].hedged = groups[label].hedged or is_hedged(text)
        for number, capacity in away.items():
            missed = _behind(document, row.cells[number : number + 1], parties, None)
            if missed and label in groups:
                for entry in missed:
                    standing = (_SINGULAR.get(groups[label].capacity), entry.note)
                    entry.note = "; ".join(filter(None, standing)) or None
                _add(
                    groups,
                    heads[number],
                    Group(meeting, capacity, heads[number], (row.start, row.end)),
                    missed,
                )
    core = {Capacity.PARTICIPANT, Capacity.MEMBER, Capacity.OBSERVER}
    if any(group.capacity in core for group in groups.values()):
        yield from groups.values()


# Kinds of parties that a list without a known head may hold, and heads that vouch for unknown names.
_KNOWN_KINDS = (PartyKind.STATE, PartyKind.INTERNATIONAL_ORGANISATION)
_OF_UNKNOWN = (Capacity.CIVIL_SOCIETY, Capacity.PRIVATE_SECTOR, Capacity.GUEST)
_AWAY = (Capacity.ABSENT, Capacity.APOLOGIES)
# What those who stayed away would have been there as, beside a list of those who came.
_SINGULAR = {Capacity.OBSERVER: "observer", Capacity.GUEST: "guest"}


def _add(groups: dict[str, Group], label: str, begun: Group, entries: list[Entry]) -> None:
    """Put entries into the list under a label, begun where there is none yet."""
    group = groups.setdefault(label, begun)
    if group is begun:
        group.stated, group.level = stated_count(label), level_of(label)
    group.evidence = (group.evidence[0], begun.evidence[1])
    for entry in entries:
        group.add(entry)


def _behind(
    document: Document, cells: Sequence[Cell], parties: PartyTable, stated: int | None
) -> list[Entry]:
    """The parties in the cells behind a head: one list, or a party with its persons in cells beside it."""
    filled = [cell for cell in cells if not is_empty(cell) and not states_gap(cell.text)]
    if len(filled) > 1 and parties.resolve(filled[0].text, fuzzy=False) is not None:
        entries = entries_in(filled[0].text, 0, len(filled[0].text), filled[0].start, parties, 1)
        for entry in entries:
            entry.people = [person.name for cell in filled[1:] for person in find_people(cell.text)]
        return entries
    return [entry for cell in filled for entry in cell_entries(document, cell, parties, stated)]


def _credible(entries: list[Entry]) -> bool:
    known = sum(entry.party.kind is not PartyKind.UNKNOWN for entry in entries)
    return known * 2 >= len(entries)


def _only_parties(
    document: Document, table: Table, meeting: str, head: tuple[str, int], parties: PartyTable
) -> Iterator[Group]:
    """A table of nothing but parties under a head: the names of a list set in columns."""
    cells = [cell for row in table.rows for cell in row.cells if not is_empty(cell)]
    known = [cell for cell in cells if parties.resolve(cell.text, fuzzy=False) is not None]
    if any(head.strip() for head in table.header) or len(cells) < 2 or len(known) * 5 < len(cells) * 4:
        return
    label, start = head
    capacity = capacity_of(label) or Capacity.PARTICIPANT
    group = Group(
        meeting, capacity, label, (start, table.end), stated=stated_count(label), level=level_of(label)
    )
    for cell in cells:
        for entry in cell_entries(document, cell, parties, 1):
            group.add(entry)
    group.covers.append((table.start, table.end))
    yield group


def _grouped(document: Document, table: Table, meeting: str, parties: PartyTable) -> Iterator[Group]:
    """A table with a group a row: Group | Count | Names."""
    roles = columns(table.header, GROUPS)
    if "group" not in roles or "names" not in roles:
        return
    if {"party", "name"} <= columns(table.header, PARTICIPANTS).keys():
        return  # a row a person, with its delegation
    for row in table.rows:
        if row.spanning or max(roles.values()) >= len(row.cells):
            continue
        head, names = row.cells[roles["group"]], row.cells[roles["names"]]
        if (
            is_empty(names)
            or states_gap(names.text)
            or addresses_assistant(document.text[row.start : row.end])
        ):
            continue
        label = head.text.strip(" *_")
        capacity = capacity_of(label)
        count = row.cells[roles["count"]].text if "count" in roles else ""
        match = re.fullmatch(r"\W*(\d{1,3})(?:\s+named)?\W*", count)
        stated = int(match[1]) if match else stated_count(label)
        entries = cell_entries(document, names, parties, stated)
        if not entries:
            continue
        if capacity is None:
            capacity = capacity_by_kind(entries[0].party)
        group = Group(
            meeting,
            capacity,
            label,
            (row.start, row.end),
            stated=stated,
            level=level_of(label),
            hedged=is_hedged(names.text),
        )
        for entry in entries:
            group.add(entry)
        yield group


def _side_by_side(document: Document, table: Table, meeting: str, parties: PartyTable) -> Iterator[Group]:
    """A table whose columns are groups: Members | Observers | Apologies.

    A column without a head goes with the one before it, as the persons of its parties.
    """
    rows = list(table.rows)
    header = list(table.header)
    if not any(header) and rows:
        header, rows = [cell.text.strip() for cell in rows[0].cells], rows[1:]
    heads = [head for head in header if head.strip()]
    if len(heads) < 2 or not all(is_label(head, parties) for head in heads):
        return
    notes = RowNotes(document, table)
    for index, head in enumerate(header):
        capacity = capacity_of(head)
        if capacity is None:
            continue
        beside = index + 1 if index + 1 < len(header) and not header[index + 1].strip() else None
        entries: list[Entry] = []
        for row in rows:
            if index >= len(row.cells) or is_empty(row.cells[index]):
                continue
            found = cell_entries(document, row.cells[index], parties, None)
            if beside is not None and len(found) == 1 and beside < len(row.cells):
                _with_persons(found[0], row.cells[beside].text)
            stops = [*(entry.start for entry in found[1:]), row.cells[index].end]
            for entry, stop in zip(found, stops, strict=False):
                notes.apply_between(entry, document.text[entry.end : stop])
            entries += found
        if entries and _credible(entries):
            group = Group(meeting, capacity, head, (table.start, table.end), stated=stated_count(head))
            for entry in entries:
                group.add(entry)
            yield group


def _with_persons(entry: Entry, text: str) -> None:
    """Give a party the persons of the cell beside it, with what is remarked there."""
    entry.people = [person.name for person in find_people(text)]
    take_remarks(entry, text)
