"""The pieces that an answer can be made of: sentences, list items, table rows, headings, with what frames them."""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass, field

from assistant.answerers.reading.terms import (
    LABEL,
    Token,
    acronym_keys,
    acronyms_in,
    meanings,
    party_places,
    tokens,
    word_at,
)
from corpus.document import Block, BlockKind, Document, Row, Span, Table
from corpus.sentences import sentences

_CACHED_DOCUMENTS = 256
_SHORT_ITEM = 420  # characters: a list item up to this length is one unit, a longer one is cut into sentences
_CAPITALISED = re.compile(r"[A-Z][\w’-]*(?:\s+(?:(?:of|in|on|the|and|for|to|against)\s+){0,2}[A-Z][\w’-]*)+")
_OPENING = 9  # units at most
_SENTENCE = 9  # words from which on a text with a full stop is a sentence and not a line
_LINE = 130  # characters up to which a paragraph is a line of the title page
_PARTICIPANTS = re.compile(
    r"^(?:[\dIVX.)( ]*)(?:(?:members |states |delegations )?present\b|.*\bparticipants\b|attendance\b|.*\bin attendance\b|delegations\b|who (?:took part|attended|came))",
    re.IGNORECASE,
)
# A sentence on what was not found is no evidence for anything else.
_GAP = re.compile(
    r"\b(?:not found|not stated|not given|not known|not available|no (?:stored )?page|not (?:in|on) the (?:stored )?page|unknown|no information|do(?:es)? not (?:say|state|give|name)|not recorded)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"^(?:it|its|he|his|she|her|they|their|this|that|these|those|both|the (?:latter|former|same)|such)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Unit:
    """A piece of a document. `start` and `end` are offsets into the document's text.

    `stems` maps each stem and meaning to the positions (word numbers) where it stands in the piece; `lead` the
    same set for the lead-in line, parent item or column names; `before` for the sentences ahead of it in the
    same block; `heading` for the headings above it.
    """

    document: str
    kind: BlockKind
    start: int
    end: int
    text: str
    block: int
    words: list[Token] = field(default_factory=list)
    stems: dict[str, list[int]] = field(default_factory=dict)
    lead: frozenset[str] = frozenset()
    lead_span: Span | None = None
    before: frozenset[str] = frozenset()
    before_span: Span | None = None
    pronoun: bool = False
    heading: frozenset[str] = frozenset()
    heading_span: Span | None = None
    section: int = 0
    table: Table | None = None
    row: Row | None = None
    group: str = ""  # of a row: the text of the spanning row above it
    items: tuple[int, ...] = ()  # of a lead-in: the numbers of the list items (blocks) below it


@dataclass(slots=True)
class Reading:
    """A document cut into units, with the words of its title, metadata and opening, and its acronyms."""

    document: Document
    units: list[Unit]
    title: frozenset[str]  # stems of title, metadata and opening
    acronyms: dict[str, str]
    opening: str  # what the document says of itself at its top
    labels: frozenset[str] = frozenset()  # stems of what rows and items are about: first cells, 'Armenia: …'


class Readings:
    """Keeps the most recently read documents cut into units (at most 256 of them)."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], Reading] = OrderedDict()

    def of(self, document: Document) -> Reading:
        """Return the units of a document, from memory where it is the same text."""
        key = (document.id, document.sha256)
        reading = self._kept.pop(key, None)
        if reading is None:
            reading = cut(document)
        self._kept[key] = reading
        while len(self._kept) > _CACHED_DOCUMENTS:
            self._kept.popitem(last=False)
        return reading


def signature(text: str, words: list[Token], keys: dict[tuple[str, ...], str]) -> dict[str, list[int]]:
    """Return where each stem, meaning and party stands among the words of a text."""
    stems = [word.stem for word in words]
    places: dict[str, list[int]] = {}
    for position, stem in enumerate(stems):
        places.setdefault(stem, []).append(position)
    for position, (names, _) in meanings(stems, keys).items():
        for name in names:
            places.setdefault(name, []).append(position)
    places.update(party_places(text, words))
    for match in LABEL.finditer(text):  # 'Decision 6/2', 'activity A.2'
        places.setdefault(match.group().lower(), []).append(word_at(words, match.start()))
    return places


def initials(text: str) -> frozenset[str]:
    """Return the short forms that the capitalised names of a text could have: 'wg' for 'Working Group'."""
    found: set[str] = set()
    for run in _CAPITALISED.findall(text):
        words = run.split()
        for first in range(len(words)):
            for last in range(first + 2, min(first + 8, len(words)) + 1):
                part = words[first:last]
                if part[0][0].isupper() and part[-1][0].isupper():
                    found.add("".join(word[0] for word in part).lower())
                    found.add("".join(word[0] for word in part if word[0].isupper()).lower())
    return frozenset(form for form in found if len(form) >= 2)


def cut(document: Document) -> Reading:
    """Cut a document into units. Front matter gives none; every other block gives at least one."""
    acronyms = acronyms_in(document.text)
    return _Cutter(document, acronyms).run()


@dataclass(frozen=True, slots=True)
class _Parent:
    """A list item that may have items below it."""

    level: int
    style: str
    stems: frozenset[str]
    span: Span
    unit: Unit
    announces: bool


def _style(marker: str) -> str:
    """Return the kind of a list marker: '(a)' and '(b)' are alike, '10.' and '(a)' are not."""
    return re.sub(r"[a-z]", "a", re.sub(r"[ivx]{2,}", "i", re.sub(r"\d+", "1", marker)))


class _Cutter:
    def __init__(self, document: Document, acronyms: dict[str, str]) -> None:
        self.document = document
        self.acronyms = acronyms
        self.keys = acronym_keys(acronyms.items())
        self.units: list[Unit] = []
        self.announced = ""  # the line with a colon ahead of a table
        self.headings: dict[int, tuple[frozenset[str], Span | None]] = {}
        self.rows = {row.start: (table, row) for table in document.tables for row in table.rows}
        self.heads = {
            block.section: Span(start=block.start, end=block.end)
            for block in document.blocks
            if block.kind is BlockKind.HEADING
        }

    def run(self) -> Reading:
        blocks = self.document.blocks
        lead: tuple[frozenset[str], Span, int] | None = None  # the lead-in of the list being read
        parents: list[_Parent] = []
        group = ""
        for number, block in enumerate(blocks):
            if block.kind is BlockKind.FRONT_MATTER:
                continue
            said = self.document.text[block.start : block.end].rstrip("* ")
            if block.kind is not BlockKind.ROW:
                self.announced = said if said.endswith(":") else ""
            if block.kind is BlockKind.ROW:
                group = self.row(number, block, group)
                lead, parents = None, []
                continue
            group = ""
            if block.kind is BlockKind.ITEM:
                while parents and parents[-1][0] >= block.level:
                    parents.pop()
                frame = parents[-1][1:] if parents else (lead[:2] if lead else None)
                unit = self.item(number, block, frame)
                parents.append(
                    (block.level, frozenset(unit.stems) | unit.lead, Span(start=unit.start, end=unit.end))
                )
                if lead is not None and block.level == 0:
                    self.units[lead[2]].items += (number,)
                continue
            parents = []
            if block.kind is BlockKind.HEADING:
                unit = self.add(number, block.start, block.end, block)
            else:
                unit = self.sentences(number, block)
            lead = (frozenset(unit.stems), Span(start=unit.start, end=unit.end), len(self.units) - 1)
            text = self.document.text[block.start : block.end].rstrip()
            following = blocks[number + 1] if number + 1 < len(blocks) else None
            announces = block.kind is BlockKind.HEADING or text.endswith((":", "—", "–"))
            if (
                following is None
                or following.kind is not BlockKind.ITEM
                or following.section != block.section
            ):
                lead = None
            elif not announces:
                lead = (frozenset(), lead[1], lead[2]) if lead else None
        metadata = self.document.metadata
        opening = " . ".join((metadata.title, *self.opening()))
        said = [opening, metadata.body or "", metadata.place or ""]
        if metadata.number is not None:
            said.append(str(metadata.number))
        if metadata.dates is not None:
            for day in (metadata.dates.start, metadata.dates.end):
                said.append(f"{day:%B} {day.year}")
        title = self.stems(" . ".join(said)) | initials(" . ".join(said))
        units = [unit for unit in self.units if not _GAP.search(unit.text)]
        return Reading(self.document, units, title, self.acronyms, opening, self.labels())

    def labels(self) -> frozenset[str]:
        """Return the stems of the first cells of rows and of the labels of list items."""
        stems: set[str] = set()
        for unit in self.units:
            if unit.row is not None and unit.row.cells:
                stems |= self.stems(unit.row.cells[0].text)
            elif unit.kind is BlockKind.ITEM and (match := re.match(r"[^:.]{2,60}:\s", unit.text)):
                stems |= self.stems(match.group())
        return frozenset(stems)

    def opening(self) -> list[str]:
        """Return the lines at the top, up to and with the first sentence of the first paragraph."""
        lines: list[str] = []
        for unit in self.units[:_OPENING]:
            if unit.kind in (BlockKind.ITEM, BlockKind.ROW) or (lines and _PARTICIPANTS.search(unit.text)):
                break
            lines.append(unit.text)
            sentence = unit.text.rstrip("* ").endswith(".") and len(unit.words) > _SENTENCE
            if unit.kind is not BlockKind.HEADING and (sentence or len(unit.text) > _LINE):
                break
        return lines

    def stems(self, text: str) -> frozenset[str]:
        return frozenset(signature(text, tokens(text), self.keys))

    def heading(self, section: int) -> tuple[frozenset[str], Span | None]:
        if section not in self.headings:
            path = self.document.sections[section].path if section < len(self.document.sections) else ()
            stems = self.stems(" . ".join(path))
            if any(_PARTICIPANTS.search(name) for name in path):
                stems |= {"@attend", "@represent"}
            self.headings[section] = (stems, self.heads.get(section))
        return self.headings[section]

    def add(self, number: int, start: int, end: int, block: Block) -> Unit:
        text = self.document.text[start:end]
        words = tokens(text)
        heading, heading_span = self.heading(block.section)
        unit = Unit(
            document=self.document.id,
            kind=block.kind,
            start=start,
            end=end,
            text=text,
            block=number,
            words=words,
            stems=signature(text, words, self.keys),
            heading=heading,
            heading_span=heading_span if block.kind is not BlockKind.HEADING else None,
            section=block.section,
        )
        self.units.append(unit)
        return unit

    def sentences(self, number: int, block: Block) -> Unit:
        """Add the sentences of a paragraph; return the last of them."""
        earlier: list[Unit] = []
        text = self.document.text[block.start : block.end]
        for span in sentences(text, block.start) or [Span(start=block.start, end=block.end)]:
            unit = self.add(number, span.start, span.end, block)
            unit.pronoun = bool(_PRONOUN.match(unit.text))
            if earlier:
                unit.before = frozenset(stem for other in earlier[-4:] for stem in other.stems)
                unit.before_span = Span(start=earlier[-1].start, end=earlier[-1].end)
            earlier.append(unit)
        return earlier[-1]

    def item(self, number: int, block: Block, frame: tuple[frozenset[str], Span] | None) -> Unit:
        """Add a list item, whole where it is short; return the unit that begins it."""
        if block.end - block.start <= _SHORT_ITEM:
            units = [self.add(number, block.start, block.end, block)]
            spans = sentences(units[0].text, block.start)
            if len(spans) > 1 and block.end - block.start > _SHORT_ITEM // 3:
                units += [self.add(number, span.start, span.end, block) for span in spans]
        else:
            first = len(self.units)
            self.sentences(number, block)
            units = self.units[first:]
        whole = frozenset(units[0].stems)
        for unit in units:
            if frame is not None:
                unit.lead, unit.lead_span = frame
            if unit is not units[0]:
                unit.before = unit.before | whole
        return units[0]

    def row(self, number: int, block: Block, group: str) -> str:
        """Add a table row, framed by its column names; return the group head that holds for the next one."""
        table, row = self.rows.get(block.start, (None, None))
        if table is None or row is None:
            return group  # the header row
        if row.spanning:
            self.add(number, block.start, block.end, block)
            return " ".join(cell.text for cell in row.cells if cell.text)
        unit = self.add(number, block.start, block.end, block)
        unit.table, unit.row, unit.group = table, row, group
        unit.lead = self.stems(" . ".join((*table.header, group, self.announced)))
        return group
