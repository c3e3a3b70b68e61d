"""What a table of participants says of a row beside names: footnote marks, days, and the place or way of coming."""

from __future__ import annotations

import re
from collections import Counter

from corpus.document import Cell, Document, Row, Table
from corpus.records.attendance_groups import Entry, mode_in
from corpus.records.capacities import capacity_of
from corpus.records.columns import heads
from corpus.records.meeting_columns import around
from corpus.records.statements import unmarked
from corpus.records.types import Capacity

_MARK = re.compile(r"(?P<mark>\([a-z]\)|\(\d\)|\*+|[†‡¹²³⁴⁵])\s*$|(?P<inner>\([a-z]\)|[†‡¹²³⁴⁵])")
_DAYS = re.compile(r"\bdays?\b|\bdates?\b")
_WAY = re.compile(r"\b(?:how|mode|way|form|participation|presence|attendance|present|attended)\b")
_SPOT = re.compile(r"^(?:in|at)\s+(?:the\s+)?[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+)*", re.UNICODE)


class RowNotes:
    """Reads what the rows of one table say of how, when and under what reserve a party came."""

    def __init__(self, document: Document, table: Table) -> None:
        self.notes = _explained(around(document, table))
        named = heads(table.header)
        self.days = next((n for n, head in enumerate(named) if _DAYS.search(head)), None)
        self.way = next((n for n, head in enumerate(named) if n != self.days and _WAY.search(head)), None)
        self.head = table.header[self.days] if self.days is not None else ""
        filled = Counter(cell.text.strip() for row in table.rows if (cell := _cell(row, self.days)))
        self.usual = filled.most_common(1)[0][0] if filled else ""

    def apply_between(self, entry: Entry, text: str) -> None:
        """Put what the marks in the text behind a party say into its entry."""
        for mark in re.findall(r"\((?:[a-z]|\d)\)|[†‡¹²³⁴⁵]|(?<=\w)\*+", text):
            if (words := self.notes.get(mark)) is not None:
                tell(entry, words)

    def apply(self, entry: Entry, row: Row) -> None:
        """Put what a row says into the entry of its party."""
        for cell in row.cells:
            for mark in marks_in(cell.text):
                words = self.notes.get(mark)
                if words is not None:
                    tell(entry, words)
        days = _cell(row, self.days)
        if days is not None and days.text.strip() and days.text.strip() != self.usual:
            entry.note = entry.note or _on_days(self.head, " ".join(days.text.split()))
        way = _cell(row, self.way)
        spot = _SPOT.match(way.text.strip()) if way is not None else None
        if way is not None and spot is not None and mode_in(way.text) is None:
            entry.mode = entry.mode or spot.group()
            rest = way.text.strip()[spot.end() :].strip(" ,;()–-")
            entry.note = entry.note or rest or None


def _on_days(head: str, days: str) -> str:
    """'day 2', 'days 2 and 3', 'days present: 10–11'."""
    bare = head.strip(" *_:").lower()
    if not re.fullmatch(r"days?", bare):
        return f"{bare}: {days}"
    return f"day {days}" if re.fullmatch(r"\d{1,2}", days) else f"days {days}"


def marks_in(text: str) -> list[str]:
    """The footnote marks of a cell: '(a)', '*', '†'."""
    return [found["mark"] or found["inner"] for found in _MARK.finditer(text.strip())]


def _explained(text: str) -> dict[str, str]:
    """Read the notes under a table: '(a) Took part online.'"""
    notes: dict[str, str] = {}
    for line in re.split(r"\n|(?<=[.;])\s+(?=\([a-z\d]\)\s)", unmarked(text)):
        found = re.match(
            r"\s*(?P<mark>\([a-z\d]\)|\*+|[†‡¹²³⁴⁵])\s*(?:=|:|[–—-])?\s*(?P<words>\S.{2,160})$", line
        )
        if found is not None:
            notes.setdefault(found["mark"], found["words"].strip(" ."))
    return notes


def tell(entry: Entry, words: str) -> None:
    """Put the words of a footnote into the entry of the party that bears its mark."""
    mode = mode_in(words)
    if mode is not None:
        entry.mode = entry.mode or mode
    elif capacity_of(words) is Capacity.OBSERVER and len(words.split()) < 6:
        entry.capacity = entry.capacity or Capacity.OBSERVER
    elif len(words.split()) < 14:
        entry.note = entry.note or words


def _cell(row: Row, index: int | None) -> Cell | None:
    return row.cells[index] if index is not None and not row.spanning and index < len(row.cells) else None
