"""Tables in plain text: columns set apart by bars, tabs or runs of spaces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.document import BlockKind
from corpus.layout.markers import split_marker
from corpus.raw import Line, RawBlock

FEWEST_ROWS = 3  # of a table set with spaces or tabs, its header counted
_SPLIT = re.compile(r"\t+| {2,}(?=\S)")
_RULE = re.compile(r"[\s|+:=\-–—_]+")
TAB = 8
SLACK = 2  # characters by which a cell may begin beside its column

Field = tuple[int, str]  # column of its first character, text


def with_tables(lines: Sequence[Line]) -> list[Line | RawBlock]:
    """Return the lines of a plain text with its tables replaced by rows, in place."""
    out: list[Line | RawBlock] = []
    at, number = 0, 0
    while at < len(lines):
        end, rows = _table_at(lines, at)
        if rows:
            out += [_row(cells, place, lines[at].page, number, rows) for place, cells in enumerate(rows)]
            number += 1
            at = end
        else:
            out.append(lines[at])
            at += 1
    return out


def _row(
    cells: tuple[str, ...], place: int, page: int, number: int, rows: Sequence[tuple[str, ...]]
) -> RawBlock:
    filled = [cell for cell in cells if cell]
    spanning = place > 0 and len(filled) == 1 and bool(cells[0]) and len(cells) > 1 and place + 1 < len(rows)
    return RawBlock(
        BlockKind.ROW,
        "",
        page=page,
        cells=(filled[0],) if spanning else cells,
        header=place == 0,
        spanning=spanning,
        table=number,
    )


def _table_at(lines: Sequence[Line], at: int) -> tuple[int, list[tuple[str, ...]]]:
    """Return the end of the table that begins at a line, and its rows; no rows where none begins."""
    if lines[at].text.count("|") >= 2 or lines[at].text.startswith("+-"):
        return _barred(lines, at)
    return _aligned(lines, at)


def _barred(lines: Sequence[Line], at: int) -> tuple[int, list[tuple[str, ...]]]:
    end = at
    rows: list[tuple[str, ...]] = []
    while end < len(lines) and (end == at or lines[end].gap < 1):
        text = lines[end].text
        if _RULE.fullmatch(text):
            end += 1
            continue
        if "|" not in text:
            break
        rows.append(tuple(cell.strip() for cell in text.strip("|").split("|")))
        end += 1
    widths = Counter(len(row) for row in rows)
    common = widths.most_common(1)[0] if widths else (0, 0)
    if len(rows) < 2 or common[0] < 2 or common[1] < 0.6 * len(rows):
        return at + 1, []
    width = common[0]
    return end, [
        (*row, *("",) * (width - len(row)))
        if len(row) < width
        else row[: width - 1] + (" ".join(row[width - 1 :]),)
        for row in rows
    ]


def _aligned(lines: Sequence[Line], at: int) -> tuple[int, list[tuple[str, ...]]]:
    if len(_fields(lines[at])) < 2:
        return at + 1, []
    end = at
    while end < len(lines) and (end == at or lines[end].gap <= 1 and lines[end].page == lines[at].page):
        if lines[end].gap >= 1 and end > at and len(_fields(lines[end])) < 2:
            break  # a blank line, and then no row
        end += 1
    region = lines[at:end]
    starts = Counter(_snap(field[0], region) for line in region for field in _fields(line)[1:])
    tabbed = sum("\t" in line.text for line in region) >= 0.7 * len(region)
    split = [len(_fields(line)) for line in region]
    while split and split[-1] < 2 and region[-1].left <= region[0].left + SLACK:
        region, split = region[:-1], split[:-1]
        end -= 1
    many = sum(count >= 2 for count in split)
    if (
        many < FEWEST_ROWS
        or many < 0.5 * len(region)
        or any(split_marker(line.text)[0] in ("-", "•") for line in region)
    ):
        return at + 1, []
    if tabbed:
        width = Counter(len(_fields(line)) for line in region).most_common(1)[0][0]
        return end, [_padded([text for _, text in _fields(line)], width) for line in region]
    columns = sorted(start for start, times in starts.items() if times >= 0.4 * many)
    if not columns or sum(starts[start] for start in columns) < 0.7 * sum(starts.values()):
        return at + 1, []
    return end, _by_columns(region, [min(line.left for line in region), *columns])


def _snap(start: int, region: Sequence[Line]) -> int:
    """Return the commonest start of a field near the given one."""
    near = Counter(
        field[0] for line in region for field in _fields(line)[1:] if abs(field[0] - start) <= SLACK
    )
    best = max(near.values())
    return min(column for column, times in near.items() if times == best)


def _fields(line: Line) -> list[Field]:
    """Return the pieces of a line that wide blanks set apart, with their columns."""
    text = line.text.expandtabs(TAB) if "\t" in line.text else line.text
    found: list[Field] = []
    at = 0
    for gap in [*_SPLIT.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if text[at:end].strip():
            found.append((int(line.left) + at, text[at:end].strip()))
        at = gap.end() if gap else end
    return found


def _padded(cells: Sequence[str], width: int) -> tuple[str, ...]:
    return (
        (*cells[: width - 1], " ".join(cells[width - 1 :]))
        if len(cells) >= width
        else (*cells, *("",) * (width - len(cells)))
    )


def _by_columns(region: Sequence[Line], columns: Sequence[float]) -> list[tuple[str, ...]]:
    """Return the rows of aligned lines; a line whose first column is empty goes on with the row above."""
    rows: list[list[str]] = []
    for line in region:
        cells = [""] * len(columns)
        for start, text in _fields(line):
            place = max((n for n, column in enumerate(columns) if column <= start + SLACK), default=0)
            cells[place] = f"{cells[place]} {text}".strip()
        if rows and not cells[0] and line.gap < 1:
            rows[-1] = [f"{above} {cell}".strip() for above, cell in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    return [tuple(row) for row in rows]
