"""Composes the canonical text of a document from the blocks that a reader found."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from corpus.document import Block, BlockKind, Cell, Document, Page, Row, Table
from corpus.metadata import MetadataHints, Shown, describe
from corpus.raw import RawBlock
from corpus.sections import Head, section_finder, sections

INDENT = "  "  # for each level of an item's nesting
_SPACE = re.compile(r"\s+")


def compose(
    raw: Sequence[RawBlock],
    *,
    id: str,
    sha256: str,
    format: str,
    paged: bool,
    hints: MetadataHints | None = None,
) -> Document:
    """Return the document made of `raw` blocks, in their order.

    Blocks are set apart by an empty line; the items of one list and the rows of one table by a line end.
    An item or numbered paragraph is written with its marker (`RawBlock.text` does not contain it), items with
    two spaces for each level of nesting, rows as `| a | b |`. Blocks without text are left out.
    """
    sheet = _Sheet()
    for block in raw:
        sheet.write(block)
    text = "".join(sheet.pieces)
    heads = [
        Head(placed.start, max(1, placed.raw.level), text[placed.start : placed.end])
        for placed in sheet.placed
        if placed.raw.kind is BlockKind.HEADING
    ]
    found = sections(heads, len(text))
    section_of = section_finder(found)
    tables, numbers = _tables(sheet.placed, section_of)
    blocks = tuple(
        Block(
            start=placed.start,
            end=placed.end,
            kind=placed.raw.kind,
            section=section_of(placed.start),
            level=placed.raw.level,
            marker=placed.raw.marker,
            table=numbers.get(place),
        )
        for place, placed in enumerate(sheet.placed)
    )
    shown = [Shown(b.kind, b.level, text[b.start : b.end]) for b in blocks]
    return Document(
        id=id,
        text=text,
        metadata=describe(shown, hints or MetadataHints()),
        pages=_pages(sheet.turns, len(text)) if paged else (),
        sections=found,
        blocks=blocks,
        tables=tables,
        sha256=sha256,
        format=format,
    )


@dataclass(slots=True)
class _Placed:
    """A raw block with its place in the text."""

    raw: RawBlock
    start: int
    end: int
    cells: tuple[Cell, ...] = ()


@dataclass(slots=True)
class _Sheet:
    """The text as it grows."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    placed: list[_Placed] = field(default_factory=list)
    turns: list[tuple[int, int]] = field(default_factory=list)  # (offset, page that begins there)

    def write(self, block: RawBlock) -> None:
        if block.kind is BlockKind.ROW:
            body, cells = _row(block)
            indent = ""
        else:
            indent = INDENT * block.level if block.kind is BlockKind.ITEM else ""
            body = block.text.strip()
            if body and block.marker:
                body = f"{block.marker} {body}"
            cells = ()
        if not body:
            return
        self._put(self._gap(block) + indent)
        start = self.length
        self._put(body)
        placed = _Placed(block, start, self.length)
        placed.cells = tuple(
            Cell(start=start + cell.start, end=start + cell.end, text=cell.text) for cell in cells
        )
        self.placed.append(placed)
        if not self.turns or block.page > self.turns[-1][1]:
            self.turns.append((start, block.page))
        lead = len(body) - len(block.text.strip()) - (len(block.text) - len(block.text.lstrip()))
        for offset, page in block.breaks:
            if page > self.turns[-1][1]:
                self.turns.append((min(start + max(0, offset + lead), self.length), page))

    def _gap(self, block: RawBlock) -> str:
        if not self.placed:
            return ""
        last = self.placed[-1].raw
        same_list = last.kind is BlockKind.ITEM and block.kind is BlockKind.ITEM
        same_table = last.kind is BlockKind.ROW and block.kind is BlockKind.ROW and last.table == block.table
        return "\n" if same_list or same_table else "\n\n"

    def _put(self, piece: str) -> None:
        self.pieces.append(piece)
        self.length += len(piece)


def _row(block: RawBlock) -> tuple[str, tuple[Cell, ...]]:
    """Return a row as it is written, and its cells with offsets into that."""
    written = "|"
    cells = []
    for cell in block.cells or (block.text,):
        content = _SPACE.sub(" ", cell).strip()
        written += " "
        cells.append(Cell(start=len(written), end=len(written) + len(content), text=content))
        written += f"{content} |" if content else "|"
    if not any(cell.text for cell in cells):
        return "", ()
    return written, tuple(cells)


def _tables(
    placed: Sequence[_Placed], section_of: Callable[[int], int]
) -> tuple[tuple[Table, ...], dict[int, int]]:
    """Return the tables, and for each placed row (by its index) the number of its table."""
    groups: list[list[int]] = []
    for place, each in enumerate(placed):
        if each.raw.kind is not BlockKind.ROW:
            continue
        last = groups[-1][-1] if groups else -2
        if last == place - 1 and placed[last].raw.table == each.raw.table:
            groups[-1].append(place)
        else:
            groups.append([place])
    tables = []
    for group in groups:
        members = [placed[place] for place in group]
        heads = [[cell.text for cell in each.cells] for each in members if each.raw.header]
        rows = [
            Row(start=each.start, end=each.end, cells=each.cells, spanning=each.raw.spanning)
            for each in members
            if not each.raw.header
        ]
        tables.append(
            Table(
                start=members[0].start,
                end=members[-1].end,
                header=_header(heads),
                rows=tuple(rows),
                section=section_of(members[0].start),
            )
        )
    return tuple(tables), {place: number for number, group in enumerate(groups) for place in group}


def _header(heads: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the column names; those of a header of several rows are joined column by column."""
    if not heads:
        return ()
    if len({len(head) for head in heads}) > 1:
        return tuple(heads[-1])
    return tuple(
        " ".join(dict.fromkeys(part for part in column if part)) for column in zip(*heads, strict=True)
    )


def _pages(turns: Sequence[tuple[int, int]], length: int) -> tuple[Page, ...]:
    """Return the pages that tile the text; a page without text of its own is empty."""
    if not turns:
        return (Page(start=0, end=length, number=1),)
    starts: dict[int, int] = {}
    for offset, page in turns:
        starts.setdefault(page, offset)
    last = max(starts)
    edges: list[int] = []
    for number in range(last, 0, -1):
        edges.append(starts.get(number, edges[-1] if edges else length))
    edges.reverse()
    edges[0] = 0
    edges.append(length)
    return tuple(Page(start=edges[n], end=edges[n + 1], number=n + 1) for n in range(last))
