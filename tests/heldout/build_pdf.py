"""Typeset the five PDF files of the held-out set with reportlab, each in its own layout."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4, LETTER, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)
from sources_reader import Block

FONTS = Path("/usr/share/fonts/truetype")
Decoration = Callable[[Any, Any], None]


def _register_fonts() -> None:
    """Register the two families that hold the letters of Central Europe; a missing file is an error."""
    for family, folder, names in (
        (
            "Serif",
            "liberation",
            ("LiberationSerif-Regular", "LiberationSerif-Bold", "LiberationSerif-Italic"),
        ),
        ("Sans", "dejavu", ("DejaVuSans", "DejaVuSans-Bold", "DejaVuSans-Oblique")),
    ):
        faces = [family, f"{family}-Bold", f"{family}-Italic"]
        if faces[0] in pdfmetrics.getRegisteredFontNames():
            continue
        for face, name in zip(faces, names, strict=True):
            path = FONTS / folder / f"{name}.ttf"
            if not path.is_file():
                path = FONTS / folder / "DejaVuSans.ttf"  # slim systems lack the oblique face
            pdfmetrics.registerFont(TTFont(face, str(path)))
        pdfmetrics.registerFontFamily(family, faces[0], faces[1], faces[2], faces[1])


def _markup(text: str) -> str:
    return re.sub(r"//(.+?)//", r"<i>\1</i>", escape(text))


def _document(
    target: Path, size: tuple[float, float], title: str, frames: list[Frame], on: Decoration
) -> Any:
    document = BaseDocTemplate(str(target), pagesize=size, title=title, author="", invariant=1)
    document.addPageTemplates([PageTemplate(id="page", frames=frames, onPageEnd=on)])
    return document


def _title(blocks: list[Block]) -> str:
    return next(block.text for block in blocks if block.kind == "heading1")


def minutes(blocks: list[Block], target: Path) -> None:
    """Minutes on US letter paper: tables in columns without any rulings, run-in item heads."""
    base = ParagraphStyle("base", fontName="Times-Roman", fontSize=10.5, leading=13, spaceAfter=6)
    cell = ParagraphStyle("cell", parent=base, fontSize=10, leading=12, spaceAfter=0)
    bold = ParagraphStyle("bold", parent=base, fontName="Times-Bold", spaceBefore=6, spaceAfter=3)
    top = ParagraphStyle("top", parent=bold, alignment=TA_CENTER, fontSize=12, spaceAfter=2)
    styles = {"heading1": top, "heading2": bold, "title_line": ParagraphStyle("sub", parent=top, fontSize=10)}
    story: list[Flowable] = []
    for block in blocks:
        if block.kind == "table":
            rows = [[Paragraph(_markup(text), cell) for text in row] for row in block.rows]
            table = Table(rows, colWidths=[95, 165, 215], hAlign="LEFT")
            table.setStyle(
                TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("BOTTOMPADDING", (0, 0), (-1, -1), 1)])
            )
            story.append(table)
        else:
            story.append(Paragraph(_markup(block.text), styles.get(block.kind, base)))

    def decorate(canvas: Any, document: Any) -> None:
        canvas.setFont("Times-Roman", 9)
        canvas.drawString(62, 30, "TC/EG-VMC/6/MIN.2")
        canvas.drawRightString(LETTER[0] - 62, 30, f"{document.page}")

    frame = Frame(62, 50, LETTER[0] - 124, LETTER[1] - 100, 0, 0, 0, 0)
    _document(target, LETTER, _title(blocks), [frame], decorate).build(story)


def plan(blocks: list[Block], target: Path) -> None:
    """Landscape work plan: a ruled table over several pages whose head is repeated on each."""
    size = landscape(A4)
    base = ParagraphStyle("base", fontName="Helvetica", fontSize=11, leading=15, spaceAfter=8)
    cell = ParagraphStyle("cell", parent=base, spaceAfter=0)
    head = ParagraphStyle("head", parent=cell, fontName="Helvetica-Bold", textColor=colors.white)
    group = ParagraphStyle("group", parent=cell, fontName="Helvetica-Bold")
    styles = {
        "heading1": ParagraphStyle("h1", parent=group, fontSize=14, leading=18, spaceAfter=4),
        "heading2": ParagraphStyle("h2", parent=group, fontSize=11, spaceBefore=8, spaceAfter=3),
    }
    story: list[Flowable] = []
    for block in blocks:
        if block.kind != "table":
            story.append(Paragraph(_markup(block.text), styles.get(block.kind, base)))
            continue
        width = len(block.rows[0])
        rules: list[Any] = [
            ("GRID", (0, 0), (-1, -1), 0.6, colors.black),
            ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#23415a")),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), 10),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 14),
        ]
        rows: list[list[Any]] = []
        for number, row in enumerate(block.rows):
            if row[0] == "=":
                rows.append([Paragraph(_markup(row[1]), group), *[""] * (width - 1)])
                rules += [
                    ("SPAN", (0, number), (-1, number)),
                    ("BACKGROUND", (0, number), (-1, number), colors.HexColor("#dde6ee")),
                ]
            else:
                rows.append([Paragraph(_markup(text), head if number == 0 else cell) for text in row])
        table = Table(rows, colWidths=[38, 262, 124, 124, 190], repeatRows=1)
        table.setStyle(TableStyle(rules))
        story += [table, Spacer(1, 8)]

    def decorate(canvas: Any, document: Any) -> None:
        canvas.setFont("Helvetica-Oblique", 8)
        canvas.drawString(52, size[1] - 30, "Teranga Compact · EG-VMC · Programme of Work 2023–2026")
        canvas.drawRightString(size[0] - 52, 24, f"Page {document.page}")

    frame = Frame(52, 42, size[0] - 104, size[1] - 84, 0, 0, 0, 0)
    _document(target, size, _title(blocks), [frame], decorate).build(story)


def declaration(blocks: list[Block], target: Path) -> None:
    """A ministerial declaration: centred title, preamble, numbered operative paragraphs, justified."""
    _register_fonts()
    base = ParagraphStyle(
        "base", fontName="Serif", fontSize=11.5, leading=15.5, alignment=TA_JUSTIFY, spaceAfter=8
    )
    top = ParagraphStyle(
        "top", parent=base, fontName="Serif-Bold", fontSize=15, leading=20, alignment=TA_CENTER
    )
    styles = {
        "heading1": top,
        "title_line": ParagraphStyle("line", parent=base, fontName="Serif-Italic", alignment=TA_CENTER),
        "heading2": ParagraphStyle("h2", parent=top, fontSize=12, spaceBefore=8, spaceAfter=6),
        "preamble": ParagraphStyle("preamble", parent=base, firstLineIndent=18),
        "paragraph": ParagraphStyle("numbered", parent=base, leftIndent=22, firstLineIndent=-22),
    }
    story: list[Flowable] = [Paragraph(_markup(block.text), styles[block.kind]) for block in blocks]

    def decorate(canvas: Any, document: Any) -> None:
        canvas.setFont("Serif", 9)
        if document.page > 1:
            canvas.drawCentredString(
                A4[0] / 2, A4[1] - 36, "Vilnius Declaration on the Protection of Movable Cultural Property"
            )
        canvas.drawCentredString(A4[0] / 2, 34, f"– {document.page} –")

    frame = Frame(28 * mm, 22 * mm, A4[0] - 56 * mm, A4[1] - 46 * mm, 0, 0, 0, 0)
    _document(target, A4, _title(blocks), [frame], decorate).build(story)


class _Noted(Paragraph):  # type: ignore[misc]
    """A paragraph that tells its page which footnotes it carries; it is never split over two pages."""

    notes: tuple[str, ...] = ()

    def split(self, width: float, height: float) -> list[Any]:
        return []

    def draw(self) -> None:
        self.canv.page_notes = [*getattr(self.canv, "page_notes", []), *self.notes]
        super().draw()


def report(blocks: list[Block], target: Path) -> None:
    """A report with two-level paragraph numbers, running heads that alternate, and footnotes."""
    _register_fonts()
    base = ParagraphStyle("base", fontName="Sans", fontSize=9.5, leading=13.5, spaceAfter=6, leftIndent=30)
    numbered = ParagraphStyle("numbered", parent=base, firstLineIndent=-30)
    styles = {
        "heading1": ParagraphStyle(
            "h1", parent=base, fontName="Sans-Bold", fontSize=13, leading=17, leftIndent=0
        ),
        "title_line": ParagraphStyle("line", parent=base, leftIndent=0),
        "heading2": ParagraphStyle(
            "h2", parent=base, fontName="Sans-Bold", fontSize=11, leftIndent=0, spaceBefore=10
        ),
    }
    small = ParagraphStyle("note", parent=base, fontSize=7.5, leading=9.5, leftIndent=0, spaceAfter=0)
    notes = {block.text[1]: block.text[4:] for block in blocks if block.kind == "footnote"}
    story: list[Flowable] = []
    for block in blocks:
        if block.kind == "footnote":
            continue
        carried = tuple(re.findall(r"\[(\d)\]", block.text))
        text = re.sub(r"\[(\d)\]", r"<super>\1</super>", _markup(block.text))
        paragraph = _Noted(text, styles.get(block.kind, numbered))
        paragraph.notes = carried
        story.append(paragraph)

    def decorate(canvas: Any, document: Any) -> None:
        canvas.setFont("Sans", 8)
        left, right = 60, A4[0] - 60
        if document.page % 2:
            canvas.drawString(left, A4[1] - 40, "Standing Committee on Stolen Heritage")
            canvas.drawRightString(right, A4[1] - 40, f"{document.page}")
        else:
            canvas.drawString(left, A4[1] - 40, f"{document.page}")
            canvas.drawRightString(right, A4[1] - 40, "Report of the Eighth Session (ARC/SCSH/8/2021/Rep)")
        y = 78.0
        for number in getattr(canvas, "page_notes", []):
            if y == 78.0:
                canvas.line(left, y + 2, left + 120, y + 2)
            note = Paragraph(f"<super>{number}</super> {_markup(notes[number])}", small)
            _, height = note.wrap(right - left, 60)
            y -= height + 2
            note.drawOn(canvas, left, y)
        canvas.page_notes = []

    frame = Frame(60, 88, A4[0] - 120, A4[1] - 88 - 60, 0, 0, 0, 0)
    _document(target, A4, _title(blocks), [frame], decorate).build(story)


def newsletter(blocks: list[Block], target: Path) -> None:
    """A newsletter: a masthead on the first page and two columns of text on each page."""
    _register_fonts()
    base = ParagraphStyle(
        "base", fontName="Serif", fontSize=11, leading=14, alignment=TA_JUSTIFY, spaceAfter=6
    )
    styles = {
        "heading2": ParagraphStyle(
            "h2", parent=base, fontName="Serif-Bold", fontSize=13, leading=16, alignment=0
        ),
        "bullet": ParagraphStyle("bullet", parent=base, leftIndent=10, bulletIndent=0),
    }
    masthead, issue = blocks[0].text, blocks[1].text
    story: list[Flowable] = [
        Paragraph(_markup(b.text), styles.get(b.kind, base), bulletText="•" if b.kind == "bullet" else None)
        for b in blocks[2:]
    ]

    def decorate(canvas: Any, document: Any) -> None:
        if document.page == 1:
            canvas.setFont("Serif-Bold", 28)
            canvas.drawString(45, A4[1] - 58, masthead)
            canvas.setFont("Serif-Italic", 10)
            canvas.drawString(45, A4[1] - 76, issue)
        canvas.setFont("Serif", 8)
        canvas.drawCentredString(A4[0] / 2, 26, f"Higher Ground 11 · {document.page}")

    column = (A4[0] - 90 - 22) / 2
    height = A4[1] - 45 - 92
    frames = [
        Frame(45, 45, column, height, 0, 0, 0, 0),
        Frame(45 + column + 22, 45, column, height, 0, 0, 0, 0),
    ]
    _document(target, A4, masthead, frames, decorate).build(story)
