"""Tables without rules, told by the alignment of their columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.readers.pdf_grid import CellLines, Grid, GridRow, wrapped
from corpus.readers.pdf_lines import PrintedLine, line_of

_FEWEST_ROWS = 3  # lines with print in two or more columns
_CHANNEL = 7.0  # points of blank between two columns at the least
_ROOM = 0.75  # share of the way to the next column that print may take at the least before a line is broken
_ALIGNED = 2.5  # points within which lines begin at the same place
_MARKER = re.compile(
    r"(?:[•◦▪■●○➢✓*–—-]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivxlc]{1,5}|[IVXLC]{1,5}|[A-Z])[.)]?)$"
)
_LEADERS = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")


@dataclass(slots=True)
class _Run:
    """Lines that may be one table, with where the columns begin."""

    first: int
    last: int  # exclusive
    starts: list[float]


def split_aligned(
    lines: Sequence[PrintedLine], page: int, carried: Sequence[float] = ()
) -> list[PrintedLine | Grid]:
    """Return the lines in order, with each run that is set in columns replaced by a table.

    `carried` says where the columns of a table on the page before begin: its last row may stand alone here.

    Columns must begin at the same place in at least three lines. Numbered lists, tables of contents and
    'Date: …' heads, which are aligned too, are left as lines.
    """
    result: list[PrintedLine | Grid] = []
    position = 0
    while position < len(lines):
        run = _run_from(lines, position)
        grid = None
        if run:
            fewest = 1 if _alike(run.starts, carried) else _FEWEST_ROWS
            grid = _grid(lines[run.first : run.last], run.starts, page, fewest)
        if run is None or grid is None:
            result.append(lines[position])
            position += 1
            continue
        while result and _heads_group(result[-1], grid):
            above = result.pop()
            assert isinstance(above, PrintedLine)
            row = GridRow(((above,), *((),) * (len(grid.columns) - 1)), page, spanning=True)
            grid = replace(grid, rows=(row, *grid.rows), top=above.top)
        result.append(grid)
        position = run.last
    return result


def _heads_group(above: PrintedLine | Grid, grid: Grid) -> bool:
    """Whether a line is the head of a table's first group: bold, set like its rows and close to them."""
    if isinstance(above, Grid) or not above.bold or grid.rows[0].bold:
        return False
    first = next(line for cell in grid.rows[0].cells for line in cell)
    return (
        abs(above.left - grid.columns[0][0]) <= _ALIGNED
        and abs(above.size - first.size) <= 0.5
        and first.top - above.bottom < 1.3 * first.size
    )


def _run_from(lines: Sequence[PrintedLine], first: int) -> _Run | None:
    """Find the longest run of lines from `first` on that keeps at least two columns apart."""
    if len(_columns_of(lines[first])) < 2:
        return None
    last = first + 1
    while last < len(lines) and _belongs(lines, first, last):
        last += 1
    while last > first and len(_columns_of(lines[last - 1])) < 2 and not _continues(lines, first, last - 1):
        last -= 1
    starts = _starts(lines[first:last])
    if len(starts) < 2:
        return None
    return _Run(first, last, starts)


def _columns_of(line: PrintedLine) -> list[PrintedLine]:
    if _LEADERS.search(line.text):
        return [line]
    parts = line.segments(max(_CHANNEL, 0.62 * line.size))
    if len(parts) == 2 and _MARKER.match(parts[0].text):
        return [line]  # a list item: its marker is no column
    return parts


def _belongs(lines: Sequence[PrintedLine], first: int, index: int) -> bool:
    line, before = lines[index], lines[index - 1]
    if line.top - before.bottom > 3.2 * line.size or abs(line.size - lines[first].size) > 2.5:
        return False
    starts = _starts(lines[first:index])
    parts = _columns_of(line)
    if len(parts) >= 2:
        known = sum(1 for part in parts if _near(part.left, starts))
        return known >= 2 or (index - first <= 1 and known >= 1)
    if len(starts) < 2:
        return False
    at = _near(line.left, starts)
    if not at:
        return False
    if line.left > starts[0] + _ALIGNED:
        return True  # goes on in a later column
    # At the left edge: a cell of the first column, or a head across the table if more rows follow.
    if line.right < starts[1] - 2:
        return True
    following = [_columns_of(other) for other in lines[index + 1 : index + 3]]
    return (
        any(len(parts) >= 2 and sum(_near(p.left, starts) for p in parts) >= 2 for parts in following)
        and len(line.words) <= 12
        and not line.text.endswith(".")
    )


def _continues(lines: Sequence[PrintedLine], first: int, index: int) -> bool:
    """Whether a line in one column at the end of a run is the rest of a cell."""
    line = lines[index]
    starts = _starts(lines[first:index])
    if len(starts) < 2 or not _near(line.left, starts) or line.right - line.left < 1:
        return False
    return line.left > starts[0] + _ALIGNED and line.top - lines[index - 1].bottom < 0.6 * line.size


def _near(left: float, starts: Sequence[float]) -> bool:
    return any(abs(left - start) <= _ALIGNED for start in starts)


def _starts(lines: Sequence[PrintedLine]) -> list[float]:
    """Where columns begin: places at which at least two lines (or a third of them) begin a segment."""
    places: list[list[float]] = []
    rows = [parts for line in lines if len(parts := _columns_of(line)) >= 2]
    for left in sorted(part.left for parts in rows for part in parts):
        if places and left - places[-1][-1] <= _ALIGNED:
            places[-1].append(left)
        else:
            places.append([left])
    needed = min(2, len(rows)) if len(rows) < 6 else max(2, len(rows) // 4)
    return [sum(place) / len(place) for place in places if len(place) >= needed]


def _alike(starts: Sequence[float], carried: Sequence[float]) -> bool:
    return len(starts) == len(carried) and all(
        abs(a - b) <= _ALIGNED for a, b in zip(starts, carried, strict=True)
    )


def _grid(lines: Sequence[PrintedLine], starts: Sequence[float], page: int, fewest: int) -> Grid | None:
    edges = [*starts[1:], max(line.right for line in lines)]
    columns = tuple(zip(starts, edges, strict=True))
    spread = [_spread(line, starts) for line in lines]
    full = [cells for cells in spread if cells is not None and sum(1 for c in cells if c) >= 2]
    if len(full) < fewest or _is_list(full) or _is_justified(lines, starts):
        return None
    reach = [max((c[i][-1].right for c in full if c[i]), default=starts[i]) for i in range(len(starts))]
    # A column of nothing but short names has more room than its print takes.
    reach = [
        max(right, start + _ROOM * (edge - start))
        for right, (start, edge) in zip(reach[:-1], columns, strict=False)
    ] + reach[-1:]
    rows: list[GridRow] = []
    closed = True
    for line, cells in zip(lines, spread, strict=True):
        if cells is None:
            rows.append(GridRow(((line,), *((),) * (len(starts) - 1)), page, spanning=True))
            closed = True
            continue
        if rows and not closed and not _begins_row(rows[-1], cells, reach, line):
            old = rows[-1]
            rows[-1] = GridRow(tuple((*a, *b) for a, b in zip(old.cells, cells, strict=True)), page)
        else:
            rows.append(GridRow(cells, page))
        closed = False
    rows = [_spanning(row, rows) for row in rows]
    return Grid(columns, tuple(rows), lines[0].top, lines[-1].bottom, ruled=False)


def _spanning(row: GridRow, rows: Sequence[GridRow]) -> GridRow:
    """Mark a bold text alone in the first column as a group head, where rows are not all so."""
    alone = row.cells[0] and not any(row.cells[1:])
    if alone and row.bold and not all(other.bold for other in rows):
        return GridRow(row.cells, row.page, spanning=True)
    return row


def _spread(line: PrintedLine, starts: Sequence[float]) -> tuple[CellLines, ...] | None:
    """Sort the words of a line into columns; None where a text runs across columns."""
    cells: list[list[PrintedLine]] = [[] for _ in starts]
    for part in line.segments(_CHANNEL):
        column = max((i for i, start in enumerate(starts) if start <= part.left + _ALIGNED), default=0)
        if column + 1 < len(starts) and part.right > starts[column + 1] + _ALIGNED:
            return None
        cells[column].append(part)
    return tuple((line_of([w for part in cell for w in part.words]),) if cell else () for cell in cells)


def _begins_row(
    above: GridRow, cells: tuple[CellLines, ...], reach: Sequence[float], line: PrintedLine
) -> bool:
    """Whether a line begins a new row and is not the rest of the row above it.

    It goes on only if every cell in it can be the continuation of the cell above, and no extra blank parts
    the two. A head of a group, in capitals or bold beside rows that are not, goes on from nothing.
    """
    last = max(cell[-1].bottom for cell in above.cells if cell)
    if line.top - last > 0.75 * line.size:
        return True
    if cells[0] and not any(cells[1:]) and above.cells[0]:
        over, head = above.cells[0][-1], cells[0][0]
        if (head.bold and not over.bold) or (head.text.isupper() and not over.text.isupper()):
            return True
    if _is_label(above.cells) and _is_label(cells):
        return True
    for upper, lower, edge in zip(above.cells, cells, reach, strict=True):
        if lower and not (upper and wrapped(upper, lower, edge)):
            return True
    return False


def _is_label(cells: tuple[CellLines, ...]) -> bool:
    """Whether a line of two cells is a label in bold, beginning with a capital, with its value in lighter print."""
    if len(cells) != 2 or not all(cells):
        return False
    label, value = cells[0][0], cells[1][0]
    return label.bold and not value.bold and label.text[:1].isupper()


def _is_list(rows: Sequence[tuple[CellLines, ...]]) -> bool:
    """Whether two 'columns' are list markers and items, or labels with a colon and their values."""
    if len(rows[0]) != 2:
        return False
    firsts = [row[0][0].text for row in rows if row[0]]
    marked = sum(1 for text in firsts if _MARKER.match(text))
    labels = sum(1 for text in firsts if text.endswith(":"))
    return max(marked, labels) >= 0.6 * len(firsts)


def _is_justified(lines: Sequence[PrintedLine], starts: Sequence[float]) -> bool:
    """Whether the blanks are those of justified prose: lines that all reach the same right edge."""
    right = max(line.right for line in lines)
    flush = sum(1 for line in lines if right - line.right < 1.5)
    crossing = sum(1 for line in lines if _spread(line, starts) is None)
    return flush > 0.7 * len(lines) or crossing > 0.3 * len(lines)
