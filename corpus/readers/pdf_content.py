"""A whole PDF → its lines and table rows, page by page. Runs in the child process only."""

from __future__ import annotations

import io
import itertools
from collections import Counter
from collections.abc import Sequence

import pdfplumber

from corpus.readers.glyphs import soft, undecoded
from corpus.readers.pdf_aligned import split_aligned
from corpus.readers.pdf_columns import reading_order
from corpus.readers.pdf_glyphs import sheet_of
from corpus.readers.pdf_grid import Grid, GridRow, right_edges, with_breaks
from corpus.readers.pdf_join import JoinedTable, PageContent, PlacedLine, joined
from corpus.readers.pdf_lines import PrintedLine, printed_lines
from corpus.readers.pdf_margins import PrintedPage, without_margins
from corpus.readers.pdf_protocol import PdfLine, PdfRow
from corpus.readers.pdf_ruled import ruled_tables

_LEADING = 1.2  # distance of base lines in font sizes, where a file has too few lines to tell


class UndecodedText(Exception):  # noqa: N818 - named for what was found
    """The fonts of the file do not say which characters their glyphs stand for."""


def read_content(content: bytes) -> list[PdfLine | PdfRow]:
    """Return the lines and table rows of a PDF in reading order; a table stands where it begins.

    The cells of a row hold the printed lines of each cell, parted by line feeds. Raises UndecodedText, and
    whatever the PDF libraries raise on a damaged file.
    """
    printed: list[PrintedPage] = []
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            sheet = sheet_of(page)
            grids, rest = ruled_tables(page, sheet)
            printed.append(PrintedPage(page.page_number, sheet.height, grids, printed_lines(rest)))
            page.close()
    pages: list[PageContent] = []
    for each in without_margins(printed):
        pages.append(_in_order(each, pages[-1].parts if pages else []))
    _check_decoded(pages)
    leading = _leading(pages)
    items: list[PdfLine | PdfRow] = []
    above: tuple[int, float] | None = None  # page, bottom of what stands above
    number = 0
    for part in joined(pages):
        if isinstance(part, PlacedLine):
            items.append(_line(part, above, leading))
            above = (part.page, part.line.bottom)
        else:
            items.extend(_rows(part, number))
            number += 1
            above = (part.page, part.bottom)
    return items


def _in_order(page: PrintedPage, before: Sequence[PrintedLine | Grid]) -> PageContent:
    """Put tables and lines in reading order; `before` is what stands on the page before."""
    carried: Sequence[float] = ()
    for part in before:
        if isinstance(part, Grid):
            carried = () if part.ruled else [start for start, _ in part.columns]
    grids = list(page.grids)
    parts: list[PrintedLine | Grid] = []
    for run in reading_order(page.lines):
        for part in split_aligned(run, page.number, carried):
            # Ruled tables take their place among the lines by height.
            while grids and grids[0].top < part.top:
                parts.append(grids.pop(0))
            parts.append(part)
    parts.extend(grids)
    return PageContent(page.number, page.height, parts)


def _check_decoded(pages: Sequence[PageContent]) -> None:
    texts = [
        word.text
        for page in pages
        for part in page.parts
        for line in (
            [part] if isinstance(part, PrintedLine) else [x for r in part.rows for c in r.cells for x in c]
        )
        for word in line.words
    ]
    odd, shown = sum(map(undecoded, texts)), sum(map(len, texts))
    # An undecoded glyph is written '(cid:123)', some eight characters.
    if odd * 8 > 0.3 * shown:
        raise UndecodedText


def _leading(pages: Sequence[PageContent]) -> float:
    """Return the usual distance of base lines, in font sizes."""
    ratios: Counter[float] = Counter()
    for page in pages:
        lines = [part for part in page.parts if isinstance(part, PrintedLine)]
        for upper, lower in itertools.pairwise(lines):
            distance = lower.bottom - upper.bottom
            if upper.size == lower.size and 0.9 * lower.size < distance < 2.5 * lower.size:
                ratios[round(distance / lower.size, 1)] += 1
    if sum(ratios.values()) < 3:
        return _LEADING
    often = max(ratios.values())
    return min(ratio for ratio, count in ratios.items() if count >= 0.6 * often)


def _line(placed: PlacedLine, above: tuple[int, float] | None, leading: float) -> PdfLine:
    line = placed.line
    gap = 0.0
    if above is not None and above[0] == placed.page and line.bottom > above[1]:
        gap = max(0.0, (line.bottom - above[1]) / (leading * line.size) - 1)
    return PdfLine(
        text=soft(line.text),
        page=placed.page,
        left=round(line.left, 1),
        right=round(line.right, 1),
        size=line.size,
        bold=line.bold,
        gap=round(gap, 2),
    )


def _rows(table: JoinedTable, number: int) -> list[PdfRow]:
    rows: list[PdfRow] = []
    widths = _widths(table)
    for row in table.rows:
        header = not row.spanning and row.texts == table.head
        if header and any(other.header for other in rows):
            continue  # the head printed once more
        printed = row.texts if header else _texts(row, widths)
        texts = tuple("\n".join(soft(line) for line in text.split("\n")) for text in printed)
        rows.append(
            PdfRow(
                cells=texts[:1] if row.spanning else texts,
                page=row.page,
                header=header,
                spanning=row.spanning,
                table=number,
            )
        )
    return rows


def _texts(row: GridRow, widths: Sequence[float]) -> tuple[str, ...]:
    if row.spanning:
        return row.texts
    return tuple(with_breaks(cell, width) for cell, width in zip(row.cells, widths, strict=True))


def _widths(table: JoinedTable) -> list[float]:
    """Return the room for print in each column: up to its rule less the padding, or as far as print goes."""
    reach = right_edges(table.rows, table.columns)
    widths = []
    for index, ((start, end), right) in enumerate(zip(table.columns, reach, strict=True)):
        lefts = [line.left for row in table.rows if not row.spanning for line in row.cells[index]]
        left = min(lefts, default=start)
        widths.append((end - max(0.0, left - start) if table.ruled else right) - left)
    return widths
