"""Tables whose columns are meetings: who came to which, by a mark in each cell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.document import DateRange, Document, Table
from corpus.names.dates import find_dates
from corpus.names.numbers import ordinal_word, parse_ordinal
from corpus.records.columns import columns
from corpus.records.meeting_details import Details, mode_of, place_at
from corpus.records.meeting_mentions import mentions
from corpus.records.types import Meeting

PARTIES = {
    "party": (
        "party",
        "parties",
        "state or organisation",
        "state",
        "states",
        "member",
        "members",
        "member state",
        "country",
        "countries",
        "delegation",
        "delegations",
        "organisation",
        "organization",
        "participant",
        "participants",
        "economy",
        "name",
        "jurisdiction",
        "government",
        "body",
    )
}
_LONGEST = 24  # characters in a mark
_ABOUT = re.compile(
    r"\b(?:attend\w*|present|presence|participa\w*|represent\w*|took\s+part|who\s+(?:came|was\s+there))\b",
    re.I,
)
_NUMBER = re.compile(
    r"\b(?:[A-Z]{1,8}|[Mm]eeting|[Ss]ession|[Nn]o\.?|[Nn]umber)[\s-]{0,2}(\d{1,2})\b(?!\s+[A-Z]\w+\s+\d{4})"
)


@dataclass(frozen=True, slots=True)
class MeetingColumn:
    """A column of marks for one meeting, with what its head says of it and where that stands."""

    index: int
    head: str
    start: int
    end: int
    name: str | None
    number: int | None
    sort: str
    details: Details

    def fits(self, meeting: Meeting) -> bool:
        """Say whether a meeting can be the one that the column is about."""
        if self.number is not None and meeting.number is not None:
            return self.number == meeting.number
        if self.details.dates is not None and meeting.dates is not None:
            return _overlap(self.details.dates, meeting.dates)
        words = set(re.findall(r"[^\W\d_]{4,}", (meeting.place or "").casefold()))
        return bool(words & set(re.findall(r"[^\W\d_]{4,}", self.head.casefold())))


def about_attendance(document: Document, table: Table) -> bool:
    """Say whether what stands around a table speaks of attendance."""
    return bool(_ABOUT.search(" ".join((*table.header, around(document, table)))))


def around(document: Document, table: Table) -> str:
    """Return the text in which a table may be explained: the headings above, and what stands next to it."""
    path = document.sections[table.section].path if document.sections else ()
    above = [block for block in document.blocks if block.end <= table.start and block.table is None][-2:]
    below = [block for block in document.blocks if block.start >= table.end and block.table is None][:3]
    texts = (document.text[block.start : block.end] for block in [*above, *below])
    return "\n".join((*path, document.metadata.title, *texts))


def meeting_columns(document: Document, table: Table) -> list[MeetingColumn]:
    """Return the columns of a table that stand for a meeting each; empty where it is no table of marks."""
    party = columns(table.header, PARTIES).get("party", 0)
    found: list[MeetingColumn] = []
    at = table.start
    stop = table.rows[0].start if table.rows else table.end
    for index, head in enumerate(table.header):
        place = document.text.find(head, at, stop) if head else -1
        start, end = (place, place + len(head)) if place >= 0 else (table.start, stop)
        at = end if place >= 0 else at
        if index == party or not head or not _marks_only(table, index):
            continue
        column = _column(index, head, start, end)
        if column is not None:
            found.append(column)
    return found if len(found) > 1 and about_attendance(document, table) else []


def _marks_only(table: Table, index: int) -> bool:
    cells = [row.cells[index].text for row in table.rows if not row.spanning and index < len(row.cells)]
    return bool(cells) and all(len(text) <= _LONGEST and not re.search(r"\d{2}", text) for text in cells)


def _column(index: int, head: str, start: int, end: int) -> MeetingColumn | None:
    details = Details()
    dates = find_dates(head)
    if dates:
        details.dates = dates[0].range
        details.spans["dates"] = (start, end)
    named = next(iter(mentions(head)), None)
    number = named.number if named is not None else None
    rest = head
    if number is None:
        first = re.split(r"[\s,(]", head)[0]
        number = parse_ordinal(first) if not (len(first) == 1 and first.isupper()) else None
    if number is None and (counted := _NUMBER.search(head)):
        number = int(counted[1])
    for found in reversed(dates):
        rest = rest[: found.start] + rest[found.end :]
    bracket = re.search(r"\(([^()]*)\)", rest)
    for piece in re.split(r"[,;()–—:]", bracket[1] if bracket else rest):
        place = (
            place_at(piece.strip(), 0)
            if not mentions(piece) and parse_ordinal(piece.strip()) is None
            else None
        )
        if place is not None and not re.match(r"[A-Z]{2,}[\s-]?\d", piece.strip()):
            details.place = piece.strip()[: place[1]]
            details.spans["place"] = (start, end)
            break
    if (mode := mode_of(head)) is not None:
        details.mode = mode[0]
        details.spans["mode"] = (start, end)
        details.place = details.place if details.mode == "hybrid" else None
    year = re.fullmatch(r"\W*(?:19|20)\d\d\W*", head)
    if number is None and details.dates is None and details.place is None and not year:
        return None
    sort = named.sort if named is not None else "meeting"
    name = named.name if named is not None and named.number is not None else None
    if name is None and number is not None:
        name = f"{ordinal_word(number).title()} {sort.capitalize()}"
    return MeetingColumn(index, head, start, end, name, number, sort, details)


def _overlap(one: DateRange, other: DateRange) -> bool:
    return one.start <= other.end and other.start <= one.end
