"""Tables in plain text: columns set apart by bars, tabs or runs of spaces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.document import BlockKind
from corpus.layout.markers import split_marker
from corpus.raw import Line, RawBlock
from corpus.readers.table_heads import names_columns

FEWEST_ROWS = 3  # of a table set with spaces, its header counted
FEWEST_TABBED = 2
WIDEST = 12  # columns
TAB = 8
_SPLIT = re.compile(r"\t+| {2,}(?=\S)")
_RULE = re.compile(r"[\s|+:=\-–—_]+")
_FIGURES = re.compile(r"[\d.,:%€$£ –-]+")
_PERSON = re.compile(
    r"(?:Mr|Mrs|Ms|Dra?|Ing|Lic|Mtr[oa]|Prof|H\.?E|Hon|Amb|Captain|Capt|Colonel|Col|General|Gen)\b\.?\s"
)

Field = tuple[int, str]  # column of its first character, text
Cells = tuple[str, ...]


def with_tables(lines: Sequence[Line]) -> list[Line | RawBlock]:
    """Return the lines of a plain text with its tables replaced by rows, in place."""
    out: list[Line | RawBlock] = []
    at, number = 0, 0
    while at < len(lines):
        end, rows = _table_at(lines, at)
        if rows:
            out += _table(rows, lines[at].page, number)
            number += 1
            at = end
        else:
            out.append(lines[at])
            at += 1
    return out


def _table(rows: Sequence[Cells], page: int, number: int) -> list[RawBlock]:
    if all(len(cells) == 2 and cells[0].endswith(":") and not _PERSON.match(cells[1]) for cells in rows):
        return [RawBlock(BlockKind.ITEM, f"{label} {value}".strip(), page=page) for label, value in rows]
    headed = _has_header(rows)
    blocks = []
    for place, cells in enumerate(rows):
        filled = [cell for cell in cells if cell]
        spanning = place > 0 and len(filled) == 1 and bool(cells[0]) and place + 1 < len(rows)
        blocks.append(
            RawBlock(
                BlockKind.ROW,
                "",
                page=page,
                cells=(filled[0],) if spanning else cells,
                header=headed and place == 0,
                spanning=spanning,
                table=number,
            )
        )
    return blocks


def _has_header(rows: Sequence[Cells]) -> bool:
    """Tell whether the first row names the columns: by its words, or because only the others hold figures."""
    if len(rows) < 2:
        return False
    if names_columns(rows[0]):
        return True
    first = [any(char.isdigit() for char in cell) for cell in rows[0]]
    return (
        not any(first)
        and sum(bool(cell) for cell in rows[0]) >= 2
        and any(all(_FIGURES.fullmatch(row[n] or "0") for row in rows[1:]) for n in range(len(rows[0])))
    )


def _table_at(lines: Sequence[Line], at: int) -> tuple[int, list[Cells]]:
    """Return the end of the table that begins at a line, and its rows; no rows where none begins."""
    if lines[at].text.count("|") >= 2 or lines[at].text.startswith("+-"):
        return _barred(lines, at)
    return _aligned(lines, at)


def _barred(lines: Sequence[Line], at: int) -> tuple[int, list[Cells]]:
    end = at
    rows: list[Cells] = []
    while end < len(lines) and (end == at or lines[end].gap < 1):
        text = lines[end].text
        if not _RULE.fullmatch(text):
            if "|" not in text:
                break
            rows.append(tuple(cell.strip() for cell in text.strip("|").split("|")))
        end += 1
    common, times = Counter(len(row) for row in rows).most_common(1)[0] if rows else (0, 0)
    if len(rows) < 2 or common < 2 or times < 0.6 * len(rows):
        return at + 1, []
    return end, [_padded(row, common) for row in rows]


def _aligned(lines: Sequence[Line], at: int) -> tuple[int, list[Cells]]:
    if len(_fields(lines[at])) < 2:
        return at + 1, []
    end = at + 1
    while end < len(lines) and lines[end].gap <= 1 and lines[end].page == lines[at].page:
        single = len(_fields(lines[end])) < 2
        if single and (lines[end].gap >= 1 or len(lines[end].text) > 60 or split_marker(lines[end].text)[0]):
            break
        end += 1
    while end > at and len(_fields(lines[end - 1])) < 2 and lines[end - 1].left <= lines[at].left:
        end -= 1
    region = lines[at:end]
    many = sum(len(_fields(line)) >= 2 for line in region)
    if sum("\t" in line.text for line in region) >= 0.7 * len(region):
        width = Counter(len(_fields(line)) for line in region).most_common(1)[0][0]
        if many < FEWEST_TABBED or many < 0.7 * len(region) or not 2 <= width <= WIDEST:
            return at + 1, []
        return end, [_padded([text for _, text in _fields(line)], width) for line in region]
    if many < FEWEST_ROWS or many < 0.5 * len(region):
        return at + 1, []
    columns = _columns(region)
    filled = sum(len({_column(columns, *field) for field in _fields(line)}) >= 2 for line in region)
    if not 2 <= len(columns) <= WIDEST or filled < FEWEST_ROWS:
        return at + 1, []
    return end, _by_columns(region, columns)


def _columns(region: Sequence[Line]) -> list[tuple[int, int]]:
    """Return the columns as ranges of characters: what is left between the blank gutters of all rows."""
    rows = [fields for line in region if len(fields := _fields(line)) >= 2]
    width = max(start + len(text) for fields in rows for start, text in fields)
    covered = [0] * (width + 1)
    for fields in rows:
        for start, text in fields:
            for place in range(start, start + len(text)):
                covered[place] += 1
    columns: list[tuple[int, int]] = []
    begin: int | None = None
    for place, count in enumerate(covered):
        if count and begin is None:
            begin = place
        elif not count and begin is not None:
            columns.append((begin, place))
            begin = None
    return columns


def _column(columns: Sequence[tuple[int, int]], start: int, text: str) -> int:
    end = start + len(text)
    overlap = [min(end, right) - max(start, left) for left, right in columns]
    return overlap.index(max(overlap))


def _fields(line: Line) -> list[Field]:
    """Return the pieces of a line that wide blanks set apart; a marker stays with its item."""
    text = line.text.expandtabs(TAB) if "\t" in line.text else line.text
    found: list[Field] = []
    at = 0
    gaps = [*_SPLIT.finditer(text), None]
    marker, _ = split_marker(line.text)
    for gap in gaps:
        end = gap.start() if gap else len(text)
        if gap and not found and marker and text[at:end].strip() == marker:
            continue
        if text[at:end].strip():
            found.append((int(line.left) + at, " ".join(text[at:end].split())))
        at = gap.end() if gap else end
    return found


def _padded(cells: Sequence[str], width: int) -> Cells:
    if len(cells) < width:
        return (*cells, *[""] * (width - len(cells)))
    return (*cells[: width - 1], " ".join(cells[width - 1 :]))


def _by_columns(region: Sequence[Line], columns: Sequence[tuple[int, int]]) -> list[Cells]:
    """Return the rows of aligned lines; a line whose first column is empty goes on with the row above."""
    rows: list[list[str]] = []
    for line in region:
        cells = [""] * len(columns)
        for start, text in _fields(line):
            place = _column(columns, start, text)
            cells[place] = f"{cells[place]} {text}".strip()
        if rows and not cells[0] and line.gap < 1:
            rows[-1] = [f"{above} {cell}".strip() for above, cell in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    return [tuple(row) for row in rows]
