"""Puts together tables that run over several pages, and tells their head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.readers.pdf_grid import CellLines, Grid, GridRow, right_edges, wrapped
from corpus.readers.pdf_lines import PrintedLine
from corpus.readers.table_heads import names_columns

_EDGES = 5.0  # points by which the columns of one table may differ between pages
_MARGIN = 0.14  # share of the page height in which running heads and feet stand
_CONTINUED = re.compile(r"\s*[(\[]?\s*\bcont(?:inued|inuation|['’]d|\.)\s*[)\]]?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageContent:
    """What stands on one page, in reading order."""

    number: int
    height: float
    parts: list[PrintedLine | Grid]


@dataclass(slots=True)
class JoinedTable:
    """A table with the rows of all its pages; columns and position are those of the last page so far."""

    columns: tuple[tuple[float, float], ...]
    rows: list[GridRow]
    head: tuple[str, ...] | None  # texts of the row that names the columns
    ruled: bool
    page: int
    bottom: float


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line and its page."""

    line: PrintedLine
    page: int


@dataclass(slots=True)
class _Joining:
    parts: list[PlacedLine | JoinedTable] = field(default_factory=list)
    table: JoinedTable | None = None  # the last one, while nothing but heads and feet has followed
    since: list[PlacedLine] = field(default_factory=list)  # lines after it


def joined(pages: Sequence[PageContent]) -> list[PlacedLine | JoinedTable]:
    """Return lines and whole tables in reading order.

    A table goes on where the next page begins with one of the same columns: a repeated head is dropped, a
    row that the page break cut in two is put together. The heads and feet in between follow the table.
    """
    state = _Joining()
    heights = {page.number: page.height for page in pages}
    for page in pages:
        for part in page.parts:
            if isinstance(part, PrintedLine):
                placed = PlacedLine(part, page.number)
                state.parts.append(placed)
                state.since.append(placed)
            else:
                _add(state, part, page.number, heights)
    return [part for each in state.parts for part in _settled(each)]


def _add(state: _Joining, grid: Grid, page: int, heights: dict[int, float]) -> None:
    table = state.table
    between = all(_marginal(placed, heights[placed.page], table, grid) for placed in state.since)
    if table is not None and page == table.page + 1 and between and _same(table, grid):
        if (head := _head_at_the_foot(state.since, table)) is not None:
            state.parts.remove(head)
            blank: tuple[CellLines, ...] = ((),) * (len(table.columns) - 1)
            table.rows.append(GridRow(((head.line,), *blank), head.page, spanning=True))
        _append(table, grid, page)
    else:
        rows = list(grid.rows)
        table = JoinedTable(grid.columns, rows, _head_of(rows), grid.ruled, page, grid.bottom)
        state.parts.append(table)
    state.table = table
    state.since = []


def _head_at_the_foot(since: Sequence[PlacedLine], table: JoinedTable) -> PlacedLine | None:
    """The line right under a table at the foot of a page that heads the rows on the next page, if there is one.

    It must be set like the heads of other groups of rows, and no further down than a row would be.
    """
    first = since[0] if since else None
    if first is None or first.page != table.page or first.line.top - table.bottom > 1.5 * first.line.size:
        return None
    heads = [row.cells[0][0] for row in table.rows if row.spanning and row.cells[0]]
    alike = any(one.bold == first.line.bold and abs(one.size - first.line.size) < 0.3 for one in heads)
    return first if alike else None


def _marginal(placed: PlacedLine, height: float, table: JoinedTable | None, grid: Grid) -> bool:
    """Whether a line between two tables may be a running head or foot."""
    line = placed.line
    if table is not None and placed.page == table.page:
        return line.top >= min(table.bottom, height) - 2 and line.top > (1 - _MARGIN) * height
    return line.bottom < _MARGIN * height or bool(_CONTINUED.search(line.text))


def _same(table: JoinedTable, grid: Grid) -> bool:
    if table.ruled != grid.ruled or len(table.columns) != len(grid.columns):
        return False
    first = next((row for row in grid.rows if not row.spanning), None)
    if first is not None and table.head is not None and _plain(first.texts) == _plain(table.head):
        return True
    if first is not None and names_columns(_plain(first.texts)) and table.head is not None:
        return False  # a head of its own
    places = zip(table.columns, grid.columns, strict=True)
    return all(abs(a[0] - b[0]) <= _EDGES for a, b in places)


def _append(table: JoinedTable, grid: Grid, page: int) -> None:
    rows = list(grid.rows)
    leading = [row for row in rows if not row.spanning][:1]
    if leading:
        texts = _plain(leading[0].texts)
        if table.head is not None and texts == _plain(table.head):
            rows.remove(leading[0])
        elif table.head is None and table.rows and texts == _plain(table.rows[0].texts):
            table.head = table.rows[0].texts
            rows.remove(leading[0])
    groups = [row.texts[0] for row in table.rows if row.spanning]
    if rows and rows[0].spanning and groups and _bare(rows[0].texts[0]) == _bare(groups[-1]):
        rows.pop(0)
    if rows and table.rows and _cut(table.rows[-1], rows[0], right_edges([*table.rows, *rows], grid.columns)):
        whole, rest = table.rows[-1], rows.pop(0)
        table.rows[-1] = replace(
            whole, cells=tuple((*a, *b) for a, b in zip(whole.cells, rest.cells, strict=True))
        )
    table.rows.extend(rows)
    table.columns, table.page, table.bottom = grid.columns, page, grid.bottom


def _cut(above: GridRow, below: GridRow, edges: Sequence[float]) -> bool:
    """Whether a page break cut one row in two: every cell below can go on from the cell above it."""
    if above.spanning or below.spanning:
        return False
    filled = [i for i, cell in enumerate(below.cells) if cell]
    if not filled or not all(wrapped(above.cells[i], below.cells[i], edges[i]) for i in filled):
        return False
    starts = {i: below.cells[i][0].text[:1] for i in filled}
    if 0 in starts and not starts[0].islower():
        return False
    return len(filled) == 1 or any(start.islower() for start in starts.values())


def _head_of(rows: Sequence[GridRow]) -> tuple[str, ...] | None:
    """Return the texts of the row that names the columns, or None."""
    plain = [row for row in rows if not row.spanning]
    if not plain:
        return None
    first, others = plain[0], plain[1:]
    filled = sum(1 for cell in first.cells if cell)
    if filled < 2:
        return None
    if names_columns(_plain(first.texts)):
        return first.texts
    if filled < len(first.cells) - 1 or not others:
        return None
    if first.bold and not all(row.bold for row in others):
        return first.texts
    if first.shaded and not any(row.shaded for row in others):
        return first.texts
    return None


def _settled(part: PlacedLine | JoinedTable) -> list[PlacedLine | JoinedTable]:
    """Turn a 'table' of one row, such as a letterhead, back into lines."""
    if isinstance(part, JoinedTable) and len(part.rows) == 1:
        row = part.rows[0]
        return [PlacedLine(line, row.page) for cell in row.cells for line in cell]
    return [part]


def _plain(texts: Sequence[str]) -> list[str]:
    return [" ".join(text.split()) for text in texts]


def _bare(text: str) -> str:
    return _CONTINUED.sub("", " ".join(text.split())).casefold()
