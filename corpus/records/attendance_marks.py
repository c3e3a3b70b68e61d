"""Attendance by marks: a table with a party a row and a meeting a column, and a legend for 'M', 'O', '✓', '–'."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from corpus.document import Document, Row, Table
from corpus.names.parties import PartyTable
from corpus.records.attendance_cells import is_label
from corpus.records.attendance_groups import Entry, Group, entries_in, mode_in
from corpus.records.capacities import capacity_by_kind, capacity_of, is_attendance_head
from corpus.records.columns import columns
from corpus.records.meeting_columns import PARTIES, MeetingColumn, around, meeting_columns
from corpus.records.meeting_drafts import DocumentMeetings
from corpus.records.statements import addresses_assistant, unmarked
from corpus.records.types import Capacity, PartyKind

_CUT = re.compile(r"[;,\n|()]|\.(?:\s|$)|\s(?=[^\w\s=:(]{1,2}\s*[=:])")
_MEANS = r"(?:=|:|[–—-]|means?(?:\s+that)?|stands\s+for|denotes?|indicates?|marks?|shows?|for|is)"
_AWAY = re.compile(r"\b(?:not|no|none|neither|nobody|yet|n/a)\b", re.IGNORECASE)
_NOTES = re.compile(r"[*†‡¹²³⁴⁵]+|\[\d+\]")


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a mark says: a capacity (None: was not there and is on no list), and how the party attended."""

    capacity: Capacity | None
    mode: str | None = None


@lru_cache(maxsize=1)
def _signs() -> tuple[frozenset[str], frozenset[str], dict[str, tuple[str, ...]]]:
    text = files("corpus.records").joinpath("attendance_marks.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    called = {name: tuple(marks) for name, marks in data["called"].items()}
    return frozenset(data["present"]), frozenset(data["away"]), called


def marked_groups(
    document: Document, table: Table, context: DocumentMeetings, meeting: str | None
) -> list[Group]:
    """Return the lists of each meeting in a table of marks; empty where it is none.

    Columns are meetings, or else what parties were at the one meeting around ('Present', 'Apologies').
    A mark that nothing explains leaves the lists of its column incomplete.
    """
    found = [
        (column.index, column.head, of, None)
        for column in meeting_columns(document, table)
        if (of := _meeting_of(column, context)) is not None
    ]
    if found:
        return list(_Marks(document, table, context.parties).read(found))
    heads = _status_columns(table, context.parties) if meeting is not None else []
    return list(
        _Marks(document, table, context.parties).read(
            [(index, head, meeting or "", capacity_of(head)) for index, head in heads]
        )
    )


def _meeting_of(column: MeetingColumn, context: DocumentMeetings) -> str | None:
    fitting = [meeting for meeting in context.meetings if column.fits(meeting) and meeting.parent is None]
    return fitting[0].id if len(fitting) == 1 else None


def _status_columns(table: Table, parties: PartyTable) -> list[tuple[int, str]]:
    """The columns of a table that are headed 'Present', 'Apologies' and hold nothing but marks."""
    present, away, _ = _signs()
    found = []
    for index, head in enumerate(table.header):
        cells = [row.cells[index].text.strip() for row in table.rows if index < len(row.cells) > 1]
        if is_label(head, parties) and set(cells) - away and set(cells) <= present | away:
            found.append((index, head))
    return found if "party" in columns(table.header, PARTIES) else []


class _Marks:
    """Reads the rows of one table of marks."""

    def __init__(self, document: Document, table: Table, parties: PartyTable) -> None:
        self.document = document
        self.table = table
        self.parties = parties
        self.party = columns(table.header, PARTIES).get("party", 0)
        self.legend = self.explained(around(document, table))
        self.ticked = any(cell.text.strip() in ("✓", "✔", "☑") for row in table.rows for cell in row.cells)
        self.groups: dict[tuple[str, Capacity], Group] = {}
        self.unclear: set[str] = set()  # meetings with a mark that nothing explains

    def read(self, wanted: Sequence[tuple[int, str, str, Capacity | None]]) -> Iterator[Group]:
        """Read the columns `wanted`: index, head, meeting, and the capacity that the head gives."""
        rows = [row for row in self.table.rows if not self.skipped(row)]
        band: Capacity | None = None
        named = 0
        for row in rows:
            filled = [cell for cell in row.cells if cell.text.strip()]
            if row.spanning or (len(filled) == 1 and is_attendance_head(filled[0].text)):
                text = filled[0].text if filled else ""
                if self.parties.resolve(text, fuzzy=False) is None:
                    band = capacity_of(text) or band
                    continue
            if self.party >= len(row.cells):
                continue
            cell = row.cells[self.party]
            entries = entries_in(cell.text, 0, len(cell.text), cell.start, self.parties, 1)
            if len(entries) != 1:
                continue
            named += entries[0].party.kind is not PartyKind.UNKNOWN
            usual = self.usual(row, [index for index, *_ in wanted])
            for index, head, meeting, stated in wanted:
                if index < len(row.cells):
                    self.mark(row, entries[0], row.cells[index].text, head, meeting, stated or band or usual)
        if named * 2 < len(rows):
            return
        for group in self.groups.values():
            group.hedged = group.meeting in self.unclear
            yield group

    def usual(self, row: Row, columns: list[int]) -> Capacity | None:
        """The capacity in which a party came wherever its row says one; None where there are several."""
        read = [self.meaning(row.cells[index].text) for index in columns if index < len(row.cells)]
        told = {one.capacity for one in read if one is not None} & {Capacity.MEMBER, Capacity.OBSERVER}
        return told.pop() if len(told) == 1 else None

    def skipped(self, row: Row) -> bool:
        text = self.document.text[row.start : row.end]
        first = row.cells[0].text if row.cells else ""
        return addresses_assistant(text) or bool(
            re.match(r"\W*(?:total|number|sum|count|legend|key)\b", first, re.I)
        )

    def mark(
        self, row: Row, party: Entry, cell: str, head: str, meeting: str, stated: Capacity | None
    ) -> None:
        """Put a party on the list that its mark for a meeting names."""
        meaning = self.meaning(cell)
        if meaning is None:
            self.unclear.add(meeting)
            return
        capacity = meaning.capacity
        if capacity is None:
            return
        if capacity is Capacity.PARTICIPANT:
            known = party.party.kind not in (PartyKind.STATE, PartyKind.UNKNOWN)
            capacity = stated or (capacity_by_kind(party.party) if known else capacity)
        key = (meeting, capacity)
        if key not in self.groups:
            self.groups[key] = Group(meeting, capacity, head, (self.table.start, self.table.end))
        there = capacity not in (Capacity.APOLOGIES, Capacity.ABSENT)
        mode = meaning.mode or mode_in(head) if there else None
        entry = Entry(
            party.written,
            row.start,
            row.end,
            party.party,
            party.acronym,
            mode,
            party.note,
        )
        self.groups[key].add(entry)

    def meaning(self, cell: str) -> _Meaning | None:
        """Read the marks of a cell: 'M', 'O (V)', '✓', ''; None where nothing explains them."""
        present, away, _ = _signs()
        text = _NOTES.sub("", cell).strip()
        if text in self.legend:
            return self.legend[text]
        if text in away or (self.ticked and text in ("x", "X", "×")):
            return _Meaning(None)
        if text in present:
            return _Meaning(Capacity.PARTICIPANT)
        if len(text) > 2 and (spelled := _read(text)) is not None:
            return spelled
        parts = [part for part in re.split(r"[\s,/()+]+", text) if part]
        read = [self.meaning(part) for part in parts] if len(parts) > 1 else []
        told = [one for one in read if one is not None]
        if not told or len(told) < len(read):
            return None
        plain = (None, Capacity.PARTICIPANT)
        return _Meaning(
            next((one.capacity for one in told if one.capacity not in plain), told[0].capacity),
            next((one.mode for one in told if one.mode), None),
        )

    def explained(self, text: str) -> dict[str, _Meaning]:
        """Read the legend: 'M = member; – did not attend; a blank means …'."""
        _, _, called = _signs()
        used = {_NOTES.sub("", cell.text).strip() for row in self.table.rows for cell in row.cells}
        marks = {
            part
            for cell in used
            if len(cell) <= 12
            for part in (cell, *re.split(r"[\s,/()+]+", cell))
            if len(part) <= 5
        }
        names = {
            name: signs for name, signs in called.items() if marks.intersection(signs) or name == "blank"
        }
        legend: dict[str, _Meaning] = {}
        for piece in _CUT.split(unmarked(text)):
            part = piece.strip(" .\"“”'‘’")
            for mark in sorted(marks - {""}, key=len, reverse=True):
                plain = mark.isalpha() and len(mark) == 1  # 'A present' is no legend, 'A = absent' is
                link = rf"\s*[\"”’']?\s*{_MEANS}\s+" if plain else rf"\s*[\"”’']?\s*(?:{_MEANS}\s+|\s)"
                if (
                    told := re.search(rf"(?:^|[\s:])[\"“‘']?{re.escape(mark)}{link}(?P<words>.+)$", part)
                ) and (meaning := _read(told["words"])):
                    legend.setdefault(mark, meaning)
                    break
            else:
                for name, signs in names.items():
                    told = re.search(
                        rf"\b{name}s?\b\s*(?:cells?|space|field)?\s*(?:{_MEANS}\s+)?(?P<words>.+)$",
                        part,
                        re.I,
                    )
                    meaning = _read(told["words"]) if told else None
                    for sign in signs if meaning is not None else ():
                        legend.setdefault(sign, meaning)  # type: ignore[arg-type]
        return legend


def _read(words: str) -> _Meaning | None:
    """What words of a legend or cell say: 'observer', 'by video link', 'did not attend', 'not yet a member'."""
    mode = mode_in(words)
    capacity = capacity_of(words)
    if capacity in (Capacity.APOLOGIES, Capacity.ABSENT):
        return _Meaning(capacity)
    if _AWAY.search(words):
        absent = re.search(r"\b(?:attend|present|represent|took|take|participat|there|sent)\w*", words, re.I)
        return _Meaning(Capacity.ABSENT if absent else None)
    if capacity is None:
        return _Meaning(Capacity.PARTICIPANT, mode) if mode else None
    return _Meaning(capacity, mode)
