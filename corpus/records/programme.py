"""Tables of programmes: the sessions, when they are held, who speaks and who moderates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.document import Cell, DateRange, Document, Precision, Row, Span, Table
from corpus.names.dates import find_dates
from corpus.names.people import FoundPerson, find_people
from corpus.records.columns import columns, vocabulary
from corpus.records.context import Context
from corpus.records.statements import addresses_assistant, clean, record_id, unmarked
from corpus.records.types import Contribution

# column of a programme → role of the persons in it, and the verb of what they do
OFFICES = {"speaker": "speak", "moderator": "moderate", "rapporteur": "report"}
_NUMBERED = re.compile(
    r"^(?:(?:Plenary|Technical|Panel|Working|Breakout)\s+)?(?:Session|Panel|Item|Part|Module|Block)\s+(?:\d{1,2}|[IVX]{1,4}|[A-H])\s*[.:–—-]+\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ProgrammeSession:
    """One row of a programme: `topic` is the title without 'Session 5.'; `people` the cells by role."""

    title: str
    topic: str
    time: str | None
    date: DateRange | None
    row: Row
    people: tuple[tuple[str, Cell], ...]


def programme_sessions(document: Document) -> Iterator[ProgrammeSession]:
    """Yield the sessions of the programmes that a document has as tables, in order."""
    for table in document.tables:
        roles = columns(table.header, vocabulary("programme_columns.toml"))
        if "session" in roles and roles.keys() & OFFICES.keys():
            yield from sessions_of(document, table, roles)


def sessions_of(document: Document, table: Table, roles: dict[str, int]) -> Iterator[ProgrammeSession]:
    """Yield the sessions in a table whose columns have these roles."""
    year = document.metadata.dates.start.year if document.metadata.dates else None
    path = document.sections[table.section].path if table.section < len(document.sections) else ()
    days = (_day(head, year) for head in reversed(path))
    day: DateRange | None = next((found for found in days if found is not None), None)
    for row in table.rows:
        filled = [cell for cell in row.cells if cell.text.strip()]
        if row.spanning or len(filled) == 1:
            day = (_day(filled[0].text, year) if filled else None) or day
            continue
        if addresses_assistant(document.text[row.start : row.end]):
            continue

        session, time, dated = (_cell(row, roles, role) for role in ("session", "time", "date"))
        title = clean(unmarked(session.text)) if session else ""
        if not title:
            continue
        day = (_day(dated.text, year) if dated is not None else None) or day
        people = tuple(
            (role, found) for role in OFFICES if (found := _cell(row, roles, role)) and found.text.strip()
        )
        at = clean(time.text) if time else None
        yield ProgrammeSession(title, _NUMBERED.sub("", title), at or None, day, row, people)


def _cell(row: Row, roles: dict[str, int], role: str) -> Cell | None:
    index = roles.get(role)
    return row.cells[index] if index is not None and index < len(row.cells) else None


def _day(text: str, year: int | None) -> DateRange | None:
    for part in (text, text.split(":")[0]):  # 'Wednesday, September 15: What works'
        for found in find_dates(part, year):
            if found.range.precision is Precision.DAY:
                return found.range
    return None


def read_programme(document: Document, context: Context) -> list[Contribution]:
    """Return who speaks and who moderates in the sessions of a programme."""
    records: list[Contribution] = []
    for session in programme_sessions(document):
        for role, cell in session.people:
            people = persons_in(cell)
            if not people:
                continue
            records.append(
                Contribution(
                    id=record_id(document, "contribution", "programme", session.row.start, role),
                    document=document.id,
                    evidence=(Span(start=session.row.start, end=session.row.end),),
                    meeting=context.meeting_at(session.row.start),
                    actors=tuple(f"{person.honorific} {person.name}" for person in people),
                    verb=OFFICES[role],
                    subject=session.topic,
                    session=session.title,
                    date=session.date,
                    time=session.time,
                )
            )
    return records


def persons_in(cell: Cell) -> list[FoundPerson]:
    """Return the persons with a form of address in a cell."""
    return [person for person in find_people(clean(unmarked(cell.text))) if person.honorific]
