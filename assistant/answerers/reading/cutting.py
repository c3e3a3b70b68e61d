"""Cuts documents into units: sentences, list items, table rows, headings, with the lines that frame them."""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass
from itertools import pairwise

from assistant.answerers.reading.spans import announces, poses
from assistant.answerers.reading.terms import acronym_keys, acronyms_in, tokens
from assistant.answerers.reading.units import Reading, Unit, initials, signature
from corpus.document import Block, BlockKind, Document, Metadata, Span
from corpus.orders import without_orders
from corpus.records.statements import addresses_assistant
from corpus.sentences import sentences

_CACHED_DOCUMENTS = 256
_SHORT_ITEM = 420  # characters: a list item up to this length is one unit, a longer one is cut into sentences
_OPENING = 9  # units at most
_SENTENCE = 9  # words from which on a text with a full stop is a sentence and not a line
_LINE = 130  # characters up to which a paragraph is a line of the title page
_PARTICIPANTS = re.compile(
    r"^(?:[#*\dIVX.)( ]*)(?:(?:members |states |delegations )?present\b|.*\bparticipants\b|attendance\b"
    r"|.*\bin attendance\b|delegations\b|who (?:took part|attended|came))",
    re.IGNORECASE,
)
# A sentence on what was not found is no evidence for anything else.
_GAP = re.compile(
    r"\b(?:not found|not stated|not given|not known|not available|no (?:stored )?page|not (?:in"
    r"|on) the (?:stored )?page|unknown|no information|do(?:es)? not (?:say|state|give|name)"
    r"|not recorded)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"^(?:it|its|he|his|she|her|they|their|this|that|these|those|both|the (?:latter|former|same|others?)|such"
    r"|(?:two|three|four|five|six) [a-z]+ (?:were|are|came|was|stood|follow))\b",
    re.IGNORECASE,
)
# 'Members: Ghana and Togo.' and 'Czechia abstained.' say something of what stands before them.
_LABELLED = re.compile(r"^[A-Z][a-z-]+(?: [a-z-]+){0,2}:\s")
_BRIEF = 5  # words


class Readings:
    """Keeps the most recently read documents cut into units, at most 256 of them."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], Reading] = OrderedDict()

    def of(self, document: Document) -> Reading:
        """Return the units of a document, from memory where it is the same text."""
        key = (document.id, document.sha256)
        reading = self._kept.pop(key, None)
        if reading is None:
            reading = cut(without_orders(document))
        self._kept[key] = reading
        while len(self._kept) > _CACHED_DOCUMENTS:
            self._kept.popitem(last=False)
        return reading


def cut(document: Document) -> Reading:
    """Cut a document into units. Front matter gives none; every other block gives at least one."""
    return _Cutter(document).run()


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands over list items: a lead-in line, a heading or another item."""

    unit: Unit
    stems: frozenset[str]
    level: int = -1  # of an item; -1 for a line
    style: str = ""  # of an item's marker

    @property
    def span(self) -> Span:
        return Span(start=self.unit.start, end=self.unit.end)

    @property
    def announces(self) -> bool:
        return announces(self.unit.text)


def _states(text: str) -> bool:
    """Whether a text can prove anything: not what was not found, nor what addresses the assistant."""
    return not _GAP.search(text) and not addresses_assistant(text)


def _style(marker: str) -> str:
    """Return the kind of a list marker: '(a)' and '(b)' are alike, '10.' and '(a)' are not."""
    return re.sub(r"[a-z]", "a", re.sub(r"[ivx]{2,}", "i", re.sub(r"\d+", "1", marker)))


class _Cutter:
    """One document on its way into units."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.acronyms = acronyms_in(document.text)
        self.keys = acronym_keys(self.acronyms.items())
        self.units: list[Unit] = []
        self.lead: _Frame | None = None  # over the list that is being read
        self.parents: list[_Frame] = []  # the items that the next item may hang on, outermost first
        self.group = ""  # the spanning row over the table rows that are being read
        self.announced = ""  # the line with a colon ahead of a table
        self.headings: dict[int, tuple[frozenset[str], Span | None]] = {}
        self.rows = {row.start: (table, row) for table in document.tables for row in table.rows}
        self.heads = {
            block.section: Span(start=block.start, end=block.end)
            for block in document.blocks
            if block.kind is BlockKind.HEADING
        }

    def run(self) -> Reading:
        for number, block in enumerate(self.document.blocks):
            if block.kind is BlockKind.FRONT_MATTER:
                continue
            if block.kind is BlockKind.ROW:
                self.row(number, block)
                self.lead, self.parents = None, []
                continue
            said = self.document.text[block.start : block.end].rstrip("* ")
            self.group = ""
            self.announced = said if said.endswith(":") else ""
            if block.kind is BlockKind.ITEM:
                self.list_item(number, block)
            else:
                self.line(number, block)
        metadata = self.document.metadata
        opening = " . ".join((metadata.title, *self.opening()))
        said = " . ".join((opening, *_said(metadata)))
        return Reading(
            document=self.document,
            units=[unit for unit in self.units if _states(unit.text)],
            title=self.stems(said) | initials(said),
            acronyms=self.acronyms,
            opening=opening,
            labels=self.labels(),
        )

    def line(self, number: int, block: Block) -> None:
        """Add a heading or paragraph; it leads in the list that follows it, if one does."""
        if block.kind is BlockKind.HEADING:
            unit = self.add(number, block.start, block.end, block)
        else:
            unit = self.sentences(number, block)
        self.parents = []
        blocks = self.document.blocks
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        lists = (
            following is not None and following.kind is BlockKind.ITEM and following.section == block.section
        )
        self.lead = _Frame(unit, frozenset(unit.stems)) if lists else None
        if self.lead is not None and block.kind is not BlockKind.HEADING and not self.lead.announces:
            self.lead = _Frame(unit, frozenset())  # a paragraph that a list only happens to follow

    def list_item(self, number: int, block: Block) -> None:
        """Add a list item below its parent item or its lead-in."""
        style = _style(block.marker)
        level = block.level
        same = next((parent for parent in self.parents if parent.style == style), None)
        if same is not None:
            level = max(level, same.level)
        elif self.parents and self.parents[-1].announces:
            level = max(level, self.parents[-1].level + 1)  # '(a)' below '10. … the following:'
        while self.parents and self.parents[-1].level >= level:
            self.parents.pop()
        over = self.parents[-1] if self.parents else self.lead
        unit = self.item(number, block, over)
        if over is not None:
            over.unit.items += (number,)
        last = self.units[-1]
        if last.text.rstrip("* ").endswith(":"):
            unit = last
        self.parents.append(_Frame(unit, frozenset(unit.stems) | unit.lead, level, style))

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
            brief = len(unit.words) <= _BRIEF and bool(earlier)
            posed = bool(earlier) and poses(earlier[-1].text)
            unit.pronoun = bool(_PRONOUN.match(unit.text) or _LABELLED.match(unit.text)) or brief or posed
            if earlier:
                unit.before = frozenset(stem for other in earlier[-4:] for stem in other.stems)
                unit.before_span = Span(start=earlier[-1].start, end=earlier[-1].end)
            earlier.append(unit)
        return earlier[-1]

    def item(self, number: int, block: Block, frame: _Frame | None) -> Unit:
        """Add a list item, whole where it is short; return the unit that begins it."""
        if block.end - block.start <= _SHORT_ITEM:
            units = [self.add(number, block.start, block.end, block)]
            spans = sentences(units[0].text, block.start)
            if len(spans) > 1 and block.end - block.start > _SHORT_ITEM // 3:
                parts = [self.add(number, span.start, span.end, block) for span in spans]
                for earlier, part in pairwise(parts):
                    part.pronoun = bool(_PRONOUN.match(part.text))
                    part.before_span = Span(start=earlier.start, end=earlier.end)
                units += parts
        else:
            first = len(self.units)
            self.sentences(number, block)
            units = self.units[first:]
        whole = frozenset(units[0].stems)
        for unit in units:
            if frame is not None:
                unit.lead, unit.lead_span = frame.stems, frame.span
            if unit is not units[0]:
                unit.before = unit.before | whole
        return units[0]

    def row(self, number: int, block: Block) -> None:
        """Add a table row, framed by its column names; a spanning row is the head of those that follow it."""
        table, row = self.rows.get(block.start, (None, None))
        if table is None or row is None:
            return  # the header row
        unit = self.add(number, block.start, block.end, block)
        if row.spanning:
            self.group = " ".join(cell.text for cell in row.cells if cell.text)
            return
        unit.table, unit.row, unit.group = table, row, self.group
        unit.lead = self.stems(" . ".join((*table.header, self.group, self.announced)))


def _said(metadata: Metadata) -> list[str]:
    """Return what the metadata say of the meeting, as text."""
    said = [metadata.body or "", metadata.place or ""]
    if metadata.number is not None:
        said.append(str(metadata.number))
    if metadata.dates is not None:
        said += [f"{day:%B} {day.year}" for day in (metadata.dates.start, metadata.dates.end)]
    return said
