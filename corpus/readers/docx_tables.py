"""Tables of Word documents, with joined cells spelled out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.oxml.xmlchemy import BaseOxmlElement

from corpus.document import BlockKind
from corpus.raw import RawBlock
from corpus.readers.docx_text import W, has_ground, paragraph_text
from corpus.readers.html_inline import as_one
from corpus.readers.table_heads import names_columns


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    first: int  # column in which it begins
    width: int
    goes_on: bool  # joined with the cell above
    bold: bool


def table_rows(table: Any, number: int) -> list[RawBlock]:
    """Return the rows of a python-docx table; an empty list for one with fewer than two rows or columns."""
    elements = [row for row in table._tbl.iter(f"{W}tr") if _owner(row) is table._tbl]
    elements = [row for row in elements if row.find(f"{W}trPr/{W}del") is None]
    grid = [_cells(row) for row in elements]
    columns = max((cell.first + cell.width for row in grid for cell in row), default=0)
    if columns < 2 or len(grid) < 2:
        return []
    heads = _heads(elements, grid, columns)
    blocks: list[RawBlock] = []
    above = [""] * columns
    for index, row in enumerate(grid):
        header = index < heads
        texts = [""] * columns
        for cell in row:
            text = above[cell.first] if cell.goes_on else cell.text
            texts[cell.first] = text
            if header:
                texts[cell.first : cell.first + cell.width] = [text] * cell.width
        above = list(texts)
        filled = [cell for cell in row if cell.text]
        spanning = not header and len(filled) == 1 and filled[0].width == columns
        cells = (filled[0].text,) if spanning else tuple(texts)
        if any(cells):
            blocks.append(
                RawBlock(
                    BlockKind.ROW,
                    " | ".join(cells),
                    cells=cells,
                    header=header,
                    spanning=spanning,
                    table=number,
                )
            )
    return blocks


def _owner(row: BaseOxmlElement) -> Any:
    parent = row.getparent()
    while parent is not None and parent.tag != f"{W}tbl":
        parent = parent.getparent()
    return parent


def _cells(row: BaseOxmlElement) -> list[_Cell]:
    skipped = row.find(f"{W}trPr/{W}gridBefore")
    column = int(skipped.get(f"{W}val", "0")) if skipped is not None else 0
    cells = []
    for element in row.iter(f"{W}tc"):
        if element.getparent() is not row and _row_of(element) is not row:
            continue
        properties = element.find(f"{W}tcPr")
        span = properties.find(f"{W}gridSpan") if properties is not None else None
        width = int(span.get(f"{W}val", "1")) if span is not None else 1
        merge = properties.find(f"{W}vMerge") if properties is not None else None
        ground = has_ground(properties)
        shown = [paragraph_text(p, ground=ground) for p in element.iter(f"{W}p")]
        cells.append(
            _Cell(
                text=as_one(line for each in shown for line in each.text.split("\n")),
                first=column,
                width=width,
                goes_on=merge is not None and merge.get(f"{W}val", "continue") == "continue",
                bold=all(each.bold for each in shown if each.text) and any(each.text for each in shown),
            )
        )
        column += width
    return cells


def _row_of(element: BaseOxmlElement) -> Any:
    parent = element.getparent()
    while parent is not None and parent.tag != f"{W}tr":
        parent = parent.getparent()
    return parent


def _heads(elements: list[BaseOxmlElement], grid: list[list[_Cell]], columns: int) -> int:
    """Return how many rows at the top name the columns."""
    count = 0
    for row in elements:
        if row.find(f"{W}trPr/{W}tblHeader") is None:
            break
        count += 1
    if 0 < count < len(grid):
        return count
    first = grid[0]
    texts = [cell.text for cell in first]
    if len(first) == columns and names_columns(texts):
        return 1
    filled = [cell for cell in first if cell.text]
    others = [cell for row in grid[1:] for cell in row if cell.text]
    if (
        len(filled) >= max(2, columns - 1)
        and all(cell.bold for cell in filled)
        and not all(c.bold for c in others)
    ):
        return 1
    return 0
