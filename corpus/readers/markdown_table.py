"""Reads a Markdown table: its cells with their exact place in the text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from corpus.cleaning.markup import in_force, plain
from corpus.document import Cell, Row, Table

_BAR = re.compile(r"(?<!\\)\|")
_STRONG = re.compile(r"(\*{1,3}|_{1,3})(?=\S).+\1:?")


def read_table(text: str, lines: Sequence[tuple[int, int]]) -> Table:
    """Return the table whose lines have the given ranges in `text`: header, rule, rows (section still 0)."""
    header = tuple(cell.text for cell in _cells(text, *lines[0]))
    rows = [(start, end, _cells(text, start, end)) for start, end in lines[2:] if text[start:end].strip(" |")]
    alone = [_only_first(cells) for _, _, cells in rows]
    strong = [
        only and bool(_STRONG.fullmatch(text[cells[0].start : cells[0].end]))
        for only, (_, _, cells) in zip(alone, rows, strict=True)
    ]
    if any(strong):
        spanning = strong
    else:
        spanning = alone if 3 * sum(alone) <= len(rows) and len(header) > 2 else [False] * len(rows)
        # A group head has something under it.
        spanning = [each and at + 1 < len(rows) and not alone[at + 1] for at, each in enumerate(spanning)]
    return Table(
        start=lines[0][0],
        end=max(lines[-1][1], lines[0][1]),
        header=header,
        rows=tuple(
            Row(start=start, end=end, cells=cells, spanning=across)
            for (start, end, cells), across in zip(rows, spanning, strict=True)
        ),
        section=0,
    )


def _cells(text: str, start: int, end: int) -> tuple[Cell, ...]:
    left = start + 1 if text.startswith("|", start) else start
    right = end - 1 if end - left > 0 and text[end - 1] == "|" and text[end - 2 : end - 1] != "\\" else end
    edges = [left, *(bar.end() for bar in _BAR.finditer(text, left, right)), right + 1]
    cells = []
    for begin, after in itertools.pairwise(edges):
        content = text[begin : after - 1]
        at = begin + len(content) - len(content.lstrip())
        if not content.strip():
            at = begin
        stop = at + len(content.strip())
        cells.append(Cell(start=at, end=stop, text=plain(in_force(text[at:stop]))))
    return tuple(cells)


def _only_first(cells: Sequence[Cell]) -> bool:
    return len(cells) > 1 and bool(cells[0].text) and not any(cell.text for cell in cells[1:])
