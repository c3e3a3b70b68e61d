"""What a reader hands over before the canonical text is composed."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.document import BlockKind


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of a paged or plain-text file.

    `left` is the indent (characters in plain text, points in a PDF); `size` the font size in points (0 where
    unknown); `gap` the blank space above it, in line heights (1.0 or more: a blank line).
    """

    text: str
    page: int = 1
    left: float = 0.0
    right: float = 0.0
    size: float = 0.0
    bold: bool = False
    gap: float = 0.0


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A block before it has a place in the canonical text.

    `cells` is set for table rows only; `header` marks the row with the names of the columns, `spanning` a row
    whose one text spans the table. `table` numbers the tables of the file. `page` is where the block begins;
    `breaks` are (offset in `text`, page) pairs for every further page that it runs on to.
    """

    kind: BlockKind
    text: str
    page: int = 1
    level: int = 0
    marker: str = ""
    cells: tuple[str, ...] = ()
    header: bool = False
    spanning: bool = False
    table: int | None = None
    breaks: tuple[tuple[int, int], ...] = field(default=())
