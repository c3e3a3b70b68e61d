"""Tables of web pages: a grid with joined cells spelled out."""

from __future__ import annotations

from dataclasses import dataclass

from bs4 import Tag

from corpus.document import BlockKind
from corpus.raw import RawBlock
from corpus.readers.html_inline import BREAK, as_one, inline, tidied
from corpus.readers.table_heads import names_columns

_PIECES = ["p", "li", "div", "dt", "dd"]
_WIDEST = 60  # columns; colspan attributes are not trusted beyond


@dataclass(slots=True)
class _Cell:
    text: str
    head: bool
    first: int  # column in which it begins
    width: int


def is_data(table: Tag) -> bool:
    """Whether a table holds data, and is not there for the layout of the page."""
    if table.get("role") in ("presentation", "none") or table.find("table"):
        return False
    if table.find(["h1", "h2", "h3"]):
        return False
    rows = own_rows(table)
    return (
        len(rows) > 1
        and max((len(row.find_all(["td", "th"], recursive=False)) for row in rows), default=0) > 1
    )


def own_rows(table: Tag) -> list[Tag]:
    """Return the rows of a table, not those of tables inside it."""
    return [row for row in table.find_all("tr") if row.find_parent("table") is table]


def table_rows(table: Tag, number: int) -> list[RawBlock]:
    """Return the rows: cells over several rows hold in each; a cell over all columns makes a spanning row."""
    grid = _grid(table)
    columns = max((cell.first + cell.width for row in grid for cell in row), default=0)
    rows = own_rows(table)
    heads = _heads(rows, grid, columns)
    blocks = []
    for index, row in enumerate(grid):
        header = index < heads
        spanning = not header and _is_spanning(row, columns)
        cells = [""] * columns
        for cell in row:
            cells[cell.first] = cell.text
            if header:
                cells[cell.first : cell.first + cell.width] = [cell.text] * cell.width
        if spanning:
            cells = [next(cell.text for cell in row if cell.text)]
        if any(cells):
            blocks.append(
                RawBlock(
                    BlockKind.ROW,
                    " | ".join(cells),
                    cells=tuple(cells),
                    header=header,
                    spanning=spanning,
                    table=number,
                )
            )
    return blocks


def _is_spanning(row: list[_Cell], columns: int) -> bool:
    filled = [cell for cell in row if cell.text]
    if len(filled) != 1 or columns < 2:
        return False
    return filled[0].width == columns or (filled[0].head and filled[0].first == 0 and len(row) < columns)


def _grid(table: Tag) -> list[list[_Cell]]:
    grid: list[list[_Cell]] = []
    open_: dict[int, tuple[int, _Cell]] = {}  # column → rows that the cell still reaches down, cell
    for row in own_rows(table):
        cells: list[_Cell] = []
        column = 0
        for tag in row.find_all(["td", "th"], recursive=False):
            column = _carried(open_, cells, column)
            width = min(_number(tag.get("colspan")), _WIDEST)
            cell = _Cell(_text(tag), tag.name == "th", column, width)
            cells.append(cell)
            height = _number(tag.get("rowspan"))
            if height > 1:
                open_[column] = (height, cell)
            column += width
        _carried(open_, cells, column, rest=True)
        open_ = {at: (left - 1, cell) for at, (left, cell) in open_.items() if left > 1}
        grid.append(sorted(cells, key=lambda cell: cell.first))
    return grid


def _carried(open_: dict[int, tuple[int, _Cell]], cells: list[_Cell], column: int, rest: bool = False) -> int:
    """Put in the cells that reach down from above, from `column` on; return the next free column."""
    placed = {cell.first for cell in cells}
    while column in open_ and column not in placed:
        cells.append(open_[column][1])
        column += open_[column][1].width
    if rest:
        cells.extend(cell for at, (_, cell) in open_.items() if at > column and at not in placed)
    return column


def _heads(rows: list[Tag], grid: list[list[_Cell]], columns: int) -> int:
    """Return how many rows at the top name the columns."""
    count = 0
    for row, cells in zip(rows, grid, strict=True):
        in_head = row.find_parent("thead") is not None
        if not in_head and not (cells and all(cell.head for cell in cells) and len(cells) > 1):
            break
        count += 1
    if count or not grid:
        return min(count, len(grid))
    first = [cell.text for cell in grid[0]]
    return int(len(first) == columns and names_columns(first))


def _text(tag: Tag) -> str:
    pieces: list[str] = []
    for part in tag.find_all(_PIECES):
        if not part.find(_PIECES):
            pieces += tidied(inline([part])).split(BREAK)
    plain = tidied(inline(tag.children))
    if pieces and sum(map(len, pieces)) >= len(plain.replace(" ", "")) * 0.9:
        return as_one(pieces)
    return " ".join(plain.split()) if tag.name == "th" else as_one(plain.split(BREAK))


def _number(value: object) -> int:
    try:
        return max(1, int(str(value)))
    except ValueError:
        return 1
