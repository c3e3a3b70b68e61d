"""The typed form in which every file leaves this room.

All positions are character offsets into `Document.text`, the canonical text of the document. Whatever the
assistant later quotes, it quotes from there.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value: immutable, compared by content, refusing unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Kind(StrEnum):
    """What sort of paper a document is."""

    STATEMENT = "statement"
    WORK_PLAN = "work_plan"
    MINUTES = "minutes"
    PROGRAMME = "programme"
    EVENT = "event"
    PAGE = "page"


class Span(Frozen):
    """A half-open range of characters, `text[start:end]`."""

    start: int
    end: int


class Page(Span):
    """One page of a paged file (PDF, or a text with form feeds); pages tile the text."""

    number: int  # counted from 1, as a PDF viewer counts


class Section(Span):
    """A heading with all that follows it up to the next heading; sections tile the text.

    `path` holds the headings from the outermost to this one; it is empty for text before any heading.
    """

    path: tuple[str, ...]
    level: int  # 0 before any heading, then 1, 2, …


class BlockKind(StrEnum):
    """The role of one block of text."""

    FRONT_MATTER = "front_matter"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"  # a table row, written `| cell | cell |`


class Block(Span):
    """A heading, paragraph, list item or table row, without the white space around it."""

    kind: BlockKind
    section: int  # index into Document.sections
    level: int = 0  # of a heading (1 …) or of a list item's nesting (0 …)
    marker: str = ""  # of an item or a numbered paragraph, as written: '-', '1.', '(a)', '4.2'
    table: int | None = None  # of a row: index into Document.tables


class Cell(Span):
    """One cell of a table row; `text` is the cell without markup and padding."""

    text: str


class Row(Span):
    """A table row. `spanning` rows carry one text across the table (a group head such as 'Observers')."""

    cells: tuple[Cell, ...]
    spanning: bool = False


class Table(Span):
    """A table: the names of its columns, and its rows without the header row."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    section: int


class Precision(StrEnum):
    """How exactly a date is given."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class DateRange(Frozen):
    """A date or a run of dates as the genre writes them ('18, 19 and 20 November 2024').

    `days` lists the single days where they are named one by one and leave a gap ('21 and 23 September').
    """

    start: date
    end: date
    precision: Precision = Precision.DAY
    days: tuple[date, ...] = ()


class Metadata(Frozen):
    """What the document says of itself; None or empty where it does not say."""

    title: str
    kind: Kind
    body: str | None = None
    number: int | None = None  # of the meeting: 5 for the Fifth Meeting
    dates: DateRange | None = None
    place: str | None = None
    urls: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()  # known gaps: what was looked for and not found; never evidence


class Document(Frozen):
    """A file that has been read.

    `id` is the path relative to the folder that was added, with forward slashes; `aliases` are further
    paths of the same content. `sha256` is the hash of the file's bytes.
    """

    id: str
    text: str
    metadata: Metadata
    pages: tuple[Page, ...] = ()  # empty for files without pages
    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    sha256: str
    format: str  # pdf, text, markdown, html, docx
    aliases: tuple[str, ...] = ()

    def page_at(self, position: int) -> int | None:
        """Return the number of the page that holds a position, or None for a file without pages."""
        for page in self.pages:
            if page.start <= position < page.end:
                return page.number
        return self.pages[-1].number if self.pages else None

    def section_at(self, position: int) -> Section:
        """Return the section that holds a position."""
        for section in self.sections:
            if section.start <= position < section.end:
                return section
        return self.sections[-1]


class Passage(Span):
    """A piece of a document as it is indexed; the passages of a document tile its text."""

    id: str  # stable: the same document and text give the same id
    document: str
    ordinal: int  # counted from 0 within the document
    text: str
    path: tuple[str, ...]  # headings above it
    page: int | None
    context: str  # title, headings and (for rows) column names: indexed with the text, never quoted
