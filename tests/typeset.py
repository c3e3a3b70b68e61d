"""Typesets documents as PDF on the fly, in the layouts of the genre."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.pagesizes import landscape as turned
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

MARGIN = 62.0  # points


@dataclass(frozen=True)
class Head:
    """A heading; level 0 is the title, set in the middle."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Text:
    """A paragraph; `markup` says that `text` holds reportlab's tags (<super>, <b>, …)."""

    text: str
    markup: bool = False


@dataclass(frozen=True)
class Item:
    """An item of a list."""

    text: str
    marker: str = "•"


@dataclass(frozen=True)
class Grid:
    """A table. A row given as a string spans the table; `widths` are points, or shares of the line."""

    header: Sequence[str] | None
    rows: Sequence[Sequence[str] | str]
    widths: Sequence[float] | None = None
    ruled: bool = True
    repeat: bool = True  # the head on every page
    split: bool = False  # rows may break across pages
    shaded: bool = False  # white on dark head


@dataclass(frozen=True)
class NewPage:
    """A page break."""


Block = Head | Text | Item | Grid | NewPage


def typeset_pdf(
    path: Path,
    blocks: Sequence[Block],
    *,
    running_head: str | None = None,
    footer: str | None = None,
    page_numbers: str | None = None,
    landscape: bool = False,
    columns: int = 1,
    size: float = 11,
    justified: bool = False,
    draw: Callable[[Canvas], None] | None = None,
    title: str | None = None,
) -> Path:
    """Write a PDF and return its path.

    `page_numbers` is a pattern such as 'Page {page} of {pages}', set at the foot beside `footer`; `draw` may
    draw further things on every page; `title` goes into the file's properties.
    """
    width, height = turned(A4) if landscape else A4
    gutter = 22.0
    column = (width - 2 * MARGIN - (columns - 1) * gutter) / columns
    frames = [
        Frame(MARGIN + n * (column + gutter), MARGIN, column, height - 2 * MARGIN, 0, 0, 0, 0)
        for n in range(columns)
    ]
    total = 0

    def furniture(canvas: Any, document: Any) -> None:
        canvas.saveState()
        canvas.setFont("Helvetica", 8)
        if running_head:
            canvas.drawString(MARGIN, height - 38, running_head)
        if footer:
            canvas.drawString(MARGIN, 34, footer)
        if page_numbers:
            canvas.drawRightString(width - MARGIN, 34, page_numbers.format(page=document.page, pages=total))
        canvas.restoreState()
        if draw:
            canvas.saveState()
            draw(canvas)
            canvas.restoreState()

    # Twice: the number of pages is known only after the first time.
    for _ in range(2 if page_numbers and "{pages}" in page_numbers else 1):
        document = BaseDocTemplate(str(path), pagesize=(width, height), title=title, invariant=1)
        document.addPageTemplates(PageTemplate(frames=frames, onPage=furniture))
        document.build(_story(blocks, column, size, justified))
        total = document.page
    return path


def text_blocks(text: str) -> list[Block]:
    """Return the blocks of a plain text: paragraphs between blank lines, list items, short lines as heads."""
    blocks: list[Block] = []
    for part in re.split(r"\n\s*\n", text.replace("\f", "\n\n")):
        lines = [line.strip() for line in part.splitlines() if line.strip()]
        if not lines:
            continue
        items = re.split(r"\n(?=(?:[-•*]|\(?[a-z0-9]{1,2}[.)])\s)", "\n".join(lines))
        for item in items:
            words = " ".join(item.split())
            if marker := re.match(r"([-•*]|\(?[a-z0-9]{1,2}[.)])\s+", words):
                blocks.append(Item(words[marker.end() :], marker[1]))
            elif len(words) < 160 and not re.search(r"[.;:!?”\"]$", words):
                blocks.append(Head(words, 0 if not blocks else 1))
            else:
                blocks.append(Text(words))
    return blocks


def _story(blocks: Sequence[Block], width: float, size: float, justified: bool) -> list[Flowable]:
    body = ParagraphStyle(
        "body",
        fontName="Helvetica",
        fontSize=size,
        leading=size * 1.25,
        spaceAfter=size * 0.55,
        alignment=TA_JUSTIFY if justified else TA_LEFT,
    )
    item = ParagraphStyle("item", parent=body, leftIndent=16, bulletIndent=4, spaceAfter=size * 0.3)
    story: list[Flowable] = []
    for block in blocks:
        if isinstance(block, Head):
            style = ParagraphStyle(
                "head",
                fontName="Helvetica-Bold",
                fontSize=size + (4 if block.level == 0 else 3 - block.level),
                leading=(size + 4) * 1.2,
                alignment=TA_CENTER if block.level == 0 else TA_LEFT,
                spaceBefore=size * 0.7,
                spaceAfter=size * 0.4,
                keepWithNext=1,
            )
            story.append(Paragraph(escape(block.text), style))
        elif isinstance(block, Text):
            story.append(Paragraph(block.text if block.markup else escape(block.text), body))
        elif isinstance(block, Item):
            story.append(Paragraph(escape(block.text), item, bulletText=block.marker))
        elif isinstance(block, Grid):
            story.append(_table(block, width, size - 2))
            story.append(Spacer(1, size))
        else:
            story.append(PageBreak())
    return story if len(story) > 1 else [KeepTogether(story)]


def _table(grid: Grid, width: float, size: float) -> Table:
    cell = ParagraphStyle("cell", fontName="Helvetica", fontSize=size, leading=size * 1.2)
    strong = ParagraphStyle("strong", parent=cell, fontName="Helvetica-Bold")
    white = ParagraphStyle("white", parent=strong, textColor=colors.white)
    columns = len(grid.header or next(row for row in grid.rows if not isinstance(row, str)))
    widths = list(grid.widths or [1] * columns)
    if sum(widths) < width / 2:
        widths = [share * width / sum(widths) for share in widths]
    content: list[list[Any]] = []
    style: list[tuple[Any, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    if grid.header:
        content.append([Paragraph(escape(name), white if grid.shaded else strong) for name in grid.header])
        if grid.shaded:
            style.append(("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#1f3a5f")))
    for row in grid.rows:
        if isinstance(row, str):
            style.append(("SPAN", (0, len(content)), (-1, len(content))))
            content.append([Paragraph(escape(row), strong), *[""] * (columns - 1)])
        else:
            content.append([Paragraph(escape(text), cell) for text in row])
    if grid.ruled:
        style.append(("GRID", (0, 0), (-1, -1), 0.6, colors.black))
    return Table(
        content,
        colWidths=widths,
        repeatRows=1 if grid.header and grid.repeat else 0,
        style=TableStyle(style),
        splitInRow=1 if grid.split else 0,
    )
