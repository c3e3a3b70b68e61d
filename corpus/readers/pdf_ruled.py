"""Tables drawn with lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pdfplumber.page import Page

from corpus.readers.pdf_glyphs import Box, Glyph, Sheet
from corpus.readers.pdf_grid import CellLines, Grid, GridRow
from corpus.readers.pdf_lines import PrintedLine, printed_lines

_SNAP = 3.0  # points within which two rules are one
_SETTINGS = {"snap_tolerance": _SNAP, "join_tolerance": _SNAP, "edge_min_length": 4}


def ruled_tables(page: Page, sheet: Sheet) -> tuple[list[Grid], list[Glyph]]:
    """Return the ruled tables of a page, and the characters that stand in none of them.

    A frame around one text, and shapes with a single column, are no tables: their text stays with the rest.
    """
    grids: list[Grid] = []
    rest = sheet.glyphs
    tints = [sheet.turned(_box(rect)) for rect in page.rects if rect.get("fill") and _tinted(rect)]
    for found in page.find_tables({**_SETTINGS, "explicit_horizontal_lines": _open_ends(page)}):
        cells = [sheet.turned((float(a), float(b), float(c), float(d))) for a, b, c, d in found.cells]
        grid, inside = _grid(cells, rest, tints, page.page_number)
        if grid is None:
            continue
        grids.append(grid)
        taken = set(map(id, inside))
        rest = [glyph for glyph in rest if id(glyph) not in taken]
    return grids, rest


def _open_ends(page: Page) -> list[float]:
    """Return the heights at which upright rules end without a level one: rows that a page break cut."""
    upright = [edge for edge in page.edges if edge["orientation"] == "v"]
    level = [float(edge["top"]) for edge in page.edges if edge["orientation"] == "h"]
    found: list[float] = []
    for name in ("top", "bottom"):
        ends = sorted(float(edge[name]) for edge in upright)
        for index, end in enumerate(ends[:-2]):
            # Three rules that end together, the edges of two columns at the least.
            shared = ends[index + 2] - end <= _SNAP
            if shared and all(abs(end - other) > _SNAP for other in (*level, *found)):
                found.append(end)
    return found


def _grid(
    cells: Sequence[Box], glyphs: Sequence[Glyph], tints: Sequence[Box], page: int
) -> tuple[Grid | None, list[Glyph]]:
    xs = _merged([x for cell in cells for x in (cell[0], cell[2])])
    ys = _merged([y for cell in cells for y in (cell[1], cell[3])])
    if len(xs) < 3:
        return None, []
    box = (xs[0], ys[0], xs[-1], ys[-1])
    inside = [g for g in glyphs if _within(g, box)]
    if not inside:
        return None, []
    rows, columns = len(ys) - 1, len(xs) - 1
    content: list[list[CellLines]] = [[() for _ in range(columns)] for _ in range(rows)]
    wide = [False] * rows  # a cell across the whole table
    joined = [[False] * columns for _ in range(rows)]
    left_over = set(map(id, inside))
    for cell in sorted(cells, key=lambda c: (c[1], c[0])):
        held = [g for g in inside if id(g) in left_over and _within(g, cell)]
        left_over -= set(map(id, held))
        lines = tuple(printed_lines(held))
        first, last = _index(xs, cell[0]), max(_index(xs, cell[2]), _index(xs, cell[0]) + 1)
        upper, lower = _index(ys, cell[1]), max(_index(ys, cell[3]), _index(ys, cell[1]) + 1)
        for row in range(upper, min(lower, rows)):
            content[row][first] = lines  # a cell over several rows holds for each of them
            wide[row] = wide[row] or (last - first == columns and columns > 1)
            for column in range(first + 1, min(last, columns)):
                joined[row][column] = True
    for glyph_line in printed_lines(g for g in inside if id(g) in left_over):
        row, column = _place(glyph_line, xs, ys)
        content[row][column] = (*content[row][column], glyph_line)
    built = [
        GridRow(
            cells=tuple(content[row]),
            page=page,
            spanning=wide[row],
            shaded=_shaded((xs[0], ys[row], xs[-1], ys[row + 1]), tints),
        )
        for row in range(rows)
        if any(content[row])
    ]
    kept = [c for c in range(columns) if any(row.cells[c] for row in built)]
    if len(kept) < 2 or not built:
        return None, []
    built = [GridRow(tuple(row.cells[c] for c in kept), row.page, row.spanning, row.shaded) for row in built]
    edges = tuple((xs[c], xs[c + 1]) for c in kept)
    return Grid(edges, tuple(_one_head(built, joined, kept)), ys[0], ys[-1], ruled=True), inside


def _one_head(rows: list[GridRow], joined: Sequence[Sequence[bool]], kept: Sequence[int]) -> list[GridRow]:
    """Put a head of two rows ('Timeline' above 'Start' and 'End') into one."""
    if len(rows) < 3 or rows[0].spanning or rows[1].spanning:
        return rows
    across = [joined[0][c] for c in kept]
    if not any(across) or any(joined[1][c] for c in kept):
        return rows
    # The columns that are not under a joined head must be blank in, or shared with, the second row.
    cells: list[CellLines] = []
    head: CellLines = ()
    for column, is_joined in enumerate(across):
        upper, lower = rows[0].cells[column], rows[1].cells[column]
        starts = column + 1 < len(across) and across[column + 1] and not is_joined
        head = upper if starts else head if is_joined else ()
        if starts or is_joined:
            cells.append((*head, *lower))
        elif not lower or lower == upper:
            cells.append(upper)
        else:
            return rows
    return [GridRow(tuple(cells), rows[0].page, False, rows[0].shaded), *rows[2:]]


def _merged(values: Sequence[float]) -> list[float]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _SNAP:
            kept.append(value)
    return kept


def _index(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - value))


def _place(line: PrintedLine, xs: Sequence[float], ys: Sequence[float]) -> tuple[int, int]:
    middle = (line.top + line.bottom) / 2
    row = max(i for i in range(len(ys) - 1) if ys[i] <= middle or i == 0)
    column = max(i for i in range(len(xs) - 1) if xs[i] <= line.left + 1 or i == 0)
    return row, column


def _within(glyph: Glyph, box: Box) -> bool:
    x, y = glyph.middle
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _box(shape: dict[str, Any]) -> Box:
    return float(shape["x0"]), float(shape["top"]), float(shape["x1"]), float(shape["bottom"])


def _tinted(rect: dict[str, Any]) -> bool:
    colour = rect.get("non_stroking_color")
    parts = colour if isinstance(colour, (tuple, list)) else (colour,)
    if not all(isinstance(part, (int, float)) for part in parts):
        return True
    return bool(max(parts) > 0.02 if len(parts) == 4 else min(parts) < 0.99)


def _shaded(row: Box, tints: Sequence[Box]) -> bool:
    """Whether tinted shapes cover most of a row."""
    middle = (row[1] + row[3]) / 2
    height = row[3] - row[1]
    covered = sum(
        min(t[2], row[2]) - max(t[0], row[0])
        for t in tints
        if t[1] <= middle <= t[3] and t[2] > row[0] and t[0] < row[2] and t[3] - t[1] > 0.5 * height
    )
    return covered > 0.6 * (row[2] - row[0])
