"""A table on one page, before tables that run over several pages are put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.readers.pdf_lines import PrintedLine

CellLines = tuple[PrintedLine, ...]


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row: the printed lines of each cell, by column.

    A `spanning` row has one text across the table, in its first cell; `shaded` rows stand on a tint.
    """

    cells: tuple[CellLines, ...]
    page: int
    spanning: bool = False
    shaded: bool = False
    header: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each cell, its lines parted by line feeds."""
        return tuple("\n".join(line.text for line in cell) for cell in self.cells)

    @property
    def bold(self) -> bool:
        """Whether all that is printed in it is bold."""
        lines = [line for cell in self.cells for line in cell]
        return bool(lines) and all(line.bold for line in lines)


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a table on one page; `columns` are the edges of each column in points."""

    columns: tuple[tuple[float, float], ...]
    rows: tuple[GridRow, ...]
    top: float
    bottom: float
    ruled: bool


def wrapped(above: CellLines, below: CellLines, edge: float) -> bool:
    """Whether a line may be the continuation of a cell, judged as a typesetter would.

    A line is broken only where the next word no longer fits: so it may go on only if its first word would
    not have fitted after the line above, before the column's right `edge` (points).
    """
    if not above or not below:
        return False
    last, first = above[-1], below[0].words[0]
    if last.text.endswith(("-", "\u00ad", ",", ";", "/")):
        return True
    return last.right + 0.25 * last.size + (first.x1 - first.x0) > edge - 0.3 * last.size


def with_breaks(cell: CellLines, width: float) -> str:
    """Return the printed lines of a cell, parted by line feeds; a line that its author broke ends with ';'.

    A break is the author's, and no wrapping, if the next word would have fitted into the column of `width`
    points: names that stand under each other in a cell would else run into one.
    """
    texts = [line.text for line in cell]
    for index, (line, below) in enumerate(pairwise(cell)):
        word = below.words[0]
        taken = line.right - line.left + 0.25 * line.size + word.x1 - word.x0
        ended = texts[index].endswith((",", ";", ":", ".", "-", "–", "&", "/", "("))
        if taken < width - 0.6 * line.size and not ended and not word.text[0].islower():
            texts[index] += ";"
    return "\n".join(texts)


def right_edges(rows: Sequence[GridRow], columns: Sequence[tuple[float, float]]) -> list[float]:
    """How far the print of each column reaches, over all rows that do not span the table."""
    edges = []
    for index, (start, _) in enumerate(columns):
        reached = [
            line.right
            for row in rows
            if not row.spanning and index < len(row.cells)
            for line in row.cells[index]
        ]
        edges.append(max(reached, default=start))
    return edges
