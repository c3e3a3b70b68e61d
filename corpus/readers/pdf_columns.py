"""The order in which a page is read where it is set in two columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import mean

from corpus.readers.pdf_lines import PrintedLine, line_of

_FEWEST = 6  # lines that must stand side by side before a page counts as two columns
_FILLED = 0.72  # how much of its column a line of prose covers on average; cells of a table cover less
_GUTTER = 6.0  # points


def reading_order(lines: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    """Return the lines in runs that are read one after the other; a page in one column is one run.

    Two columns are recognised by a gutter that many lines leave blank with prose on both sides of it. Lines
    that cross the gutter (titles, heads) part the page into bands, each read left column first.
    """
    gutter = _gutter(lines)
    if gutter is None:
        return [list(lines)] if lines else []
    middle = gutter
    halves = [parts for line in lines if (parts := _split(line, middle))]
    # The right column is moved over the left one, so that indents and line ends mean the same in both.
    shift = _start(part for part, _ in halves) - _start(part for _, part in halves)
    runs: list[list[PrintedLine]] = []
    left: list[PrintedLine] = []
    right: list[PrintedLine] = []
    full: list[PrintedLine] = []

    def flush() -> None:
        nonlocal left, right
        if left:
            runs.append(left)
        if right:
            runs.append([line.moved(shift) for line in right])
        left, right = [], []

    for line in lines:
        parts = _split(line, middle)
        if parts is None:
            flush()
            full.append(line)
            continue
        if full:
            runs.append(full)
            full = []
        if parts[0]:
            left.append(parts[0])
        if parts[1]:
            right.append(parts[1])
    flush()
    if full:
        runs.append(full)
    return runs


def _start(column: Iterable[PrintedLine | None]) -> float:
    return min(line.left for line in column if line)


def _split(line: PrintedLine, middle: float) -> tuple[PrintedLine | None, PrintedLine | None] | None:
    """Split a line at the gutter; None where print crosses it."""
    left = tuple(w for w in line.words if w.x1 <= middle + 1)
    right = tuple(w for w in line.words if w.x0 >= middle - 1)
    if len(left) + len(right) != len(line.words):
        return None
    if left and right and right[0].x0 - left[-1].x1 < _GUTTER:
        return None
    return line_of(left) if left else None, line_of(right) if right else None


def _gutter(lines: Sequence[PrintedLine]) -> float | None:
    if len(lines) < _FEWEST:
        return None
    x0, x1 = min(line.left for line in lines), max(line.right for line in lines)
    blanks = sorted(
        (after.x0 + before.x1) / 2
        for line in lines
        for before, after in zip(line.words, line.words[1:], strict=False)
        if after.x0 - before.x1 > _GUTTER and 0.3 < ((after.x0 + before.x1) / 2 - x0) / (x1 - x0) < 0.7
    )
    best: tuple[int, float] | None = None
    for middle in blanks:
        sides = [parts for line in lines if (parts := _split(line, middle)) and parts[0] and parts[1]]
        if len(sides) >= _FEWEST and (best is None or len(sides) > best[0]):
            best = len(sides), middle
    if best is None:
        return None
    middle = best[1]
    halves = [parts for line in lines if (parts := _split(line, middle))]
    both = sum(1 for a, b in halves if a and b)
    if both < 0.4 * len(lines):
        return None
    for side in (0, 1):
        column = [part for parts in halves if (part := parts[side])]
        start, end = min(p.left for p in column), max(p.right for p in column)
        if mean((p.right - p.left) / (end - start) for p in column) < _FILLED:
            return None
        if mean(len(p.words) for p in column) < 3:
            return None
    return middle
