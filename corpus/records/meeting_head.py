"""The table at the head of minutes and programmes, a label and a value a row: 'At | Hotel X, Suva, Fiji, and online'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.about.venues import VENUE_WORD
from corpus.document import Cell, Document
from corpus.names.parties import PartyTable
from corpus.names.people import find_people
from corpus.records.meeting_details import mode_of, place_at
from corpus.records.meeting_drafts import INTRO, Draft

_WHERE = re.compile(
    r"\W*(?:at|in|held\s+(?:at|in)|place|venue|location|where|city|town|meeting\s+place)\W*", re.I
)
_CHAIR = re.compile(
    r"\W*(?:co-?)?(?:chair(?:s|person|man|woman)?|presiding|presided\s+by|in\s+the\s+chair)\W*", re.I
)
_FORM = re.compile(r"\W*(?:format|form|mode)\W*", re.I)
_TOGETHER = re.compile(
    r",?\s+(?:and|or)\s+(?:also\s+)?(?:on[ -]?line|by\s+video\S*|virtual\w*|remote\w*)", re.I
)


def from_head_table(document: Document, main: Draft, parties: PartyTable) -> None:
    """Fill in venue, place, form and chairs of the main meeting from the rows of its head table."""
    details = main.details
    for label, value in _rows(document):
        text, start = value.text, _start(document, value)
        if _WHERE.fullmatch(label):
            if (both := _TOGETHER.search(text)) is not None:
                details.mode = details.mode or "hybrid"
                details.spans.setdefault("mode", (start + both.start(), start + both.end()))
            _where(main, text[: both.start()] if both else text, start, parties)
        elif _FORM.fullmatch(label) and details.mode is None and (mode := mode_of(text)):
            details.mode = mode[0]
            details.spans["mode"] = (start + mode[1], start + mode[2])
        elif _CHAIR.fullmatch(label) and not details.chairs and find_people(text):
            states = [
                hit for hit in parties.find(text) if not hit.demonym and hit.party.kind.value == "state"
            ]
            if states:
                details.chairs = tuple(text[hit.start : hit.end] for hit in states)
                details.spans["chairs"] = (start + states[0].start, start + states[-1].end)


def _rows(document: Document) -> Iterator[tuple[str, Cell]]:
    """The rows of two cells in tables that begin near the top."""
    if not document.blocks:
        return
    limit = document.blocks[min(INTRO, len(document.blocks) - 1)].end
    for table in document.tables:
        if table.start > limit or any(len(row.cells) > 2 for row in table.rows):
            continue
        for row in table.rows:
            if len(row.cells) == 2 and row.cells[0].text.strip():
                yield row.cells[0].text, row.cells[1]


def _start(document: Document, cell: Cell) -> int:
    return cell.start + max(document.text[cell.start : cell.end].find(cell.text), 0)


def _where(main: Draft, text: str, start: int, parties: PartyTable) -> None:
    details = main.details
    parts = [part for part in re.finditer(r"[^,;]+", text) if part.group().strip()]
    houses = [part for part in parts if VENUE_WORD.search(part.group())]
    if houses and details.venue is None:
        left = houses[0].start() + len(houses[0].group()) - len(houses[0].group().lstrip())
        right = houses[-1].end()
        details.venue = text[left:right].strip()
        details.spans["venue"] = (start + left, start + right)
    towns = [part for part in parts if part not in houses]
    if not towns or details.place is not None:
        return
    last = towns[-1].group().strip()
    size = 2 if len(towns) > 1 and parties.resolve(last, fuzzy=False) is not None else 1
    left = towns[-size].start() + len(towns[-size].group()) - len(towns[-size].group().lstrip())
    if place_at(text, left) is not None:
        details.place = text[left : towns[-1].end()].strip()
        details.spans["place"] = (start + left, start + left + len(details.place))
