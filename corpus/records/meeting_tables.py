"""Tables of meetings: one meeting a row, in columns such as No, Date, Place, Co-chairs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.document import Cell, Document, Row, Table
from corpus.names.dates import find_dates
from corpus.names.gatherings import OWN
from corpus.names.numbers import ordinal_word, parse_ordinal
from corpus.names.parties import PartyTable
from corpus.records.columns import columns
from corpus.records.meeting_details import Details, mode_of, place_at
from corpus.records.meeting_mentions import Mention, mentions, singular
from corpus.records.statements import states_gap

_COLUMNS = {
    "joint": (
        "joint event",
        "side event",
        "side events",
        "related event",
        "parallel event",
        "back-to-back",
        "exercise",
        "field visit",
        "visit",
    ),
    "date": ("date", "dates", "when", "date of meeting", "held on", "period"),
    "place": ("place", "venue", "location", "where", "city", "host city"),
    "number": ("no", "nr", "number", "session no", "meeting no", "session", "sitting", "plenary"),
    "meeting": (
        "meeting",
        "event",
        "name",
        "title",
        "session",
        "sitting",
        "plenary",
        "conference",
        "workshop",
    ),
    "chairs": (
        "co-chairs",
        "chairs",
        "chair",
        "co-chair",
        "co-chairing",
        "chairmanship",
        "chaired",
        "presidency",
    ),
    "hosts": ("host", "hosts", "hosted by", "host country", "organiser"),
    "mode": ("format", "mode", "form"),
}
_ATTENDING = {
    "attending": (
        "attending",
        "attendance",
        "attendees",
        "participants",
        "participation",
        "present",
        "members present",
    ),
    "observers": ("observers", "observers present"),
    "absent": ("absent", "apologies", "regrets"),
}
_NOTHING = re.compile(
    r"^\W*(?:not (?:found|stated|known|available|given)|unknown|n/?a|none|tb[acd]|-)?\W*$", re.IGNORECASE
)
_SORT = re.compile(
    r"(?P<name>(?:(?:Annual|Ministerial|Regular|Senior Officials['’]?|Plenary|Special|Technical"
    r"|Regional)\s+)*"
    r"(?:[Mm]eetings|[Cc]onferences|[Ss]essions|[Ff]orums|[Ww]orkshops|[Ss]ummits|[Dd]ialogues))\b"
)


@dataclass(frozen=True, slots=True)
class RowMeeting:
    """A meeting read out of a table row, with the row that it stands in."""

    name: str
    number: int | None
    details: Details
    row: Row
    sort: str
    joint: tuple[Mention, Details, int] | None = None  # a side event, and where its cell begins


def is_empty(cell: Cell) -> bool:
    """Whether a cell holds no value: '-', 'not found', 'n/a'."""
    return bool(_NOTHING.match(cell.text)) or bool(re.match(r"\W*not\s+(?:found|stated)\b", cell.text))


def attendance_columns(table: Table) -> dict[str, int]:
    """The columns of a table of meetings that say who attended."""
    return columns(table.header, _ATTENDING)


def meeting_rows(document: Document, table: Table, parties: PartyTable) -> Iterator[RowMeeting]:
    """Read a table as one of meetings; yields nothing where it is none."""
    roles = columns(table.header, _COLUMNS)
    if "date" not in roles or not ({"place", "number", "meeting"} & set(roles)):
        return
    if re.search(
        r"\b(?:time|activity|lead|indicator|action|owner|objective|step|milestone)\b",
        " ".join(table.header),
        re.I,
    ):
        return
    sort = _sort_of_column(table, roles) or _sort(document, table)
    if "place" not in roles and "number" not in roles and sort is None:
        return
    for row in table.rows:
        if not row.spanning and (read := _row(row, roles, sort, parties)) is not None:
            yield read


def _sort_of_column(table: Table, roles: dict[str, int]) -> str | None:
    """What the meetings of a table are called at the head of their numbers: 'Session', 'Plenary'."""
    head = table.header[roles["number"]] if "number" in roles else ""
    noun = singular(re.sub(r"\W*(?:no|nr|number)?\W*$", "", head.strip(), flags=re.IGNORECASE))
    return noun.capitalize() if noun in OWN - {"meeting"} else None


def _sort(document: Document, table: Table) -> str | None:
    """What sort of meeting the rows are, by the headings above: 'Annual Meeting'."""
    path = document.sections[table.section].path if document.sections else ()
    for text in (*reversed(path), document.metadata.title):
        if match := _SORT.search(text):
            words = match["name"].split()
            return " ".join([*words[:-1], words[-1][:-1].capitalize()])
    return None


def _cell(row: Row, roles: dict[str, int], role: str) -> Cell | None:
    index = roles.get(role)
    if index is None or index >= len(row.cells) or is_empty(row.cells[index]):
        return None
    return row.cells[index]


def _row(row: Row, roles: dict[str, int], sort: str | None, parties: PartyTable) -> RowMeeting | None:
    details = Details()
    date_cell = _cell(row, roles, "date")
    if date_cell is not None and (found := find_dates(f"in {date_cell.text}")):
        details.dates = found[0].range
        details.spans["dates"] = (date_cell.start, date_cell.end)
    text = " ".join(cell.text for cell in row.cells)
    if re.search(r"\b(?:cancell?ed|called off|not held)\b", text, re.IGNORECASE):
        details.status = "cancelled"
    elif re.search(r"\b(?:planned|tentative|to be held|scheduled)\b", text, re.IGNORECASE):
        details.status = "planned"
    place_cell = _cell(row, roles, "place")
    if place_cell is not None:
        _place(place_cell, details)
    mode_cell = _cell(row, roles, "mode")
    if mode_cell is not None and (mode := mode_of(mode_cell.text)):
        details.mode = mode[0]
        details.spans["mode"] = (mode_cell.start, mode_cell.end)
    for role in ("chairs", "hosts"):
        cell = _cell(row, roles, role)
        if cell is not None:
            setattr(details, role, _named(cell.text))
            details.spans[role] = (cell.start, cell.end)
    number, name = _number(row, roles), ""
    name_cell = _cell(row, roles, "meeting")
    if name_cell is not None and not name_cell.text.isdigit():
        name = name_cell.text
        listed = next((m for m in mentions(name) if m.number is not None), None)
        if number is None:
            number = listed.number if listed else _leading_ordinal(name)
    if not name and number is not None:
        name = f"{ordinal_word(number).title()} {sort or 'Meeting'}" if number < 200 else ""
    name = name or (sort or "")
    if not name or (details.dates is None and details.place is None and number is None):
        return None
    joint_cell = _cell(row, roles, "joint")
    joint = _joint(joint_cell) if joint_cell is not None else None
    last = re.findall(r"[a-z]+", (sort or name).lower())
    return RowMeeting(name, number, details, row, last[-1] if last else "meeting", joint)


def _leading_ordinal(name: str) -> int | None:
    first = name.split()[0].strip(",.") if name.split() else ""
    return parse_ordinal(first) if first and not (len(first) == 1 and first.isupper()) else None


def _number(row: Row, roles: dict[str, int]) -> int | None:
    cell = _cell(row, roles, "number")
    if cell is None or states_gap(cell.text):
        return None
    match = re.match(r"\W*(\d{1,3})\b", cell.text)
    return int(match[1]) if match else parse_ordinal(cell.text)


def _place(cell: Cell, details: Details) -> None:
    text = re.sub(r"\s*\(.*", "", cell.text).strip()
    mode = mode_of(cell.text)
    if mode and mode[0] != "in person" and "webinar" not in cell.text:
        details.mode = mode[0]
        details.spans["mode"] = (cell.start, cell.end)
    if re.match(r"(?:virtual|online|video|web|zoom|hybrid)", text, re.IGNORECASE):
        return
    place = place_at(text, 0)
    if place is not None:
        details.place = text if place[1] < len(text) and "," in text else text[: place[1]]
        details.spans["place"] = (cell.start, cell.end)


def _named(text: str) -> tuple[str, ...]:
    text = re.sub(r"^[^:]{0,30}:\s*", "", text)
    parts = (part.strip() for part in re.split(r"\s*[;/]\s*|,\s+|\s+and\s+", text))
    return tuple(part for part in parts if part and part[0].isupper())  # no 'acting', no '–'


def _joint(cell: Cell) -> tuple[Mention, Details, int] | None:
    named = mentions(cell.text)
    found = find_dates(cell.text)
    if not named or not found:
        return None
    details = Details(dates=found[0].range)
    details.spans["dates"] = (cell.start, cell.end)
    return named[0], details, cell.start
