"""A conversation as a PDF brief with numbered references, in fonts that are embedded and need no network."""

from __future__ import annotations

import io
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import matplotlib
from matplotlib.font_manager import fontManager
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

from assistant.interface.page.conversations import Conversation
from assistant.interface.page.export import References, printable, reference_line

_FONT, _BOLD = "WG-Text", "WG-Bold"
_INK, _SOFT = colors.HexColor("#16202e"), colors.HexColor("#4a5666")
_MARGIN = 64  # points
# Fonts that every PDF viewer has for these blocks, for systems that have none to embed.
_EASTERN = (
    ("HYSMyeongJo-Medium", ((0x1100, 0x11FF), (0xAC00, 0xD7AF))),
    ("HeiseiMin-W3", ((0x3040, 0x30FF),)),
    ("STSong-Light", ((0x3000, 0x303F), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xFF00, 0xFFEF))),
)
# Scripts of South and South-East Asia whose signs change with their neighbours.
_JOINED = ((0x0900, 0x0DFF), (0x1000, 0x109F), (0x1780, 0x17FF))
_MARKER = re.compile(r"\[(\d{1,3})\]")


def as_pdf(conversation: Conversation) -> bytes:
    """Return the conversation as a PDF; markers lead to their references, which stand at the end.

    Where a script cannot be drawn, or not as it should be, the PDF says so under its title.
    """
    _register()
    references = References()
    story: list[Any] = []
    said = [conversation.title]
    for turn in conversation.turns:
        if turn.answer is None:
            continue
        story.append(_paragraph(turn.question, "question"))
        said += [turn.question, turn.answer.text]
        for line in references.renumbered(turn.answer).splitlines():
            stripped = line.strip()
            if stripped.startswith(("- ", "• ")):
                story.append(_paragraph(stripped[2:], "item", linked=True, bullet="•"))
            elif stripped:
                story.append(_paragraph(stripped, "text", linked=True))
    if references.citations:
        story.append(_paragraph("References", "question"))
        for number, one in enumerate(references.citations, start=1):
            line = f"{reference_line(one)} {one.url or ''}".rstrip()
            said.append(line)
            story.append(_paragraph(line, "reference", bullet=f"[{number}]", anchor=f"reference-{number}"))
    caution = _caution("".join(said))
    story[:0] = [_paragraph(conversation.title, "title"), *([_paragraph(caution, "text")] if caution else ())]
    out = io.BytesIO()
    brief = SimpleDocTemplate(
        out, pagesize=A4, leftMargin=_MARGIN, rightMargin=_MARGIN, topMargin=_MARGIN, bottomMargin=_MARGIN,
        title=printable(conversation.title), author="WG Assistant", lang="en",
    )  # fmt: skip
    brief.build(story, onFirstPage=_foot, onLaterPages=_foot)
    return out.getvalue()


def _caution(text: str) -> str:
    """Return what a reader must know of characters that have no font here, or need more than a font; else ''."""
    signs = sorted({one for one in printable(text) if not one.isspace()})
    without = [one for one in signs if not _font_for(one, _FONT) and not _has(_FONT, one)]
    apart = [one for one in signs if one not in without and _needs_shaping(one)]
    said = ""
    if without:
        shown = ", ".join(
            f"{unicodedata.name(one, 'unnamed').capitalize()} (U+{ord(one):04X})" for one in without[:3]
        )
        more = f" and {len(without) - 3} more" if len(without) > 3 else ""
        said = f"No font of this server has these characters, which are shown as boxes: {shown}{more}. "
    if apart:
        said += "Scripts that join their letters or run from right to left are set letter by letter. "
    return f"{said}The Markdown and Word exports hold the text in full." if said else ""


def _needs_shaping(character: str) -> bool:
    """Whether a character is of a script that is not set sign by sign from left to right."""
    return unicodedata.bidirectional(character) in ("R", "AL") or any(
        low <= ord(character) <= high for low, high in _JOINED
    )


def _paragraph(text: str, style: str, *, linked: bool = False, bullet: str = "", anchor: str = "") -> Paragraph:  # fmt: skip
    """Return text as a paragraph; whatever it holds is shown as text, with a font for every character."""
    bold = style in ("title", "question")
    inner = _in_fonts(" ".join(printable(text).split()), bold)
    if linked:
        inner = _MARKER.sub(r'<a href="#reference-\1" color="#0b4f8a">[\1]</a>', inner)
    if anchor:
        inner = f'<a name="{anchor}"/>{inner}'
    return Paragraph(inner, _styles()[style], bulletText=bullet or None)


def _in_fonts(text: str, bold: bool) -> str:
    """Return text as reportlab's markup; runs that the standing font cannot show are set in one that can."""
    standing = _BOLD if bold else _FONT
    out, run, font = [], "", ""
    for character in text:
        wanted = "" if character.isspace() else _font_for(character, standing)
        if wanted != font and not (character.isspace() and run):
            out.append(_run(run, font))
            run, font = "", wanted
        run += character
    out.append(_run(run, font))
    return "".join(out)


def _run(text: str, font: str) -> str:
    return f'<font name="{font}">{escape(text)}</font>' if font else escape(text)


@cache
def _font_for(character: str, standing: str) -> str:
    """Return '' where the standing font has a character, else the name of one of the system's that has it."""
    if _has(standing, character):
        return ""
    for entry in sorted(
        fontManager.ttflist, key=lambda one: (one.style != "normal", one.weight != 400, one.name)
    ):
        name = f"WG-{entry.name}"
        if not entry.fname.lower().endswith((".ttf", ".ttc")) or "lastresort" in entry.fname.lower():
            continue
        if name not in pdfmetrics.getRegisteredFontNames():
            try:
                pdfmetrics.registerFont(TTFont(name, entry.fname))
            except (TTFError, OSError):
                continue
        if _has(name, character):
            return name
    for font, blocks in _EASTERN:
        if any(low <= ord(character) <= high for low, high in blocks):
            if font not in pdfmetrics.getRegisteredFontNames():
                pdfmetrics.registerFont(UnicodeCIDFont(font))
            return font
    return ""  # the standing font draws its sign for a missing character


def _has(font: str, character: str) -> bool:
    return ord(character) in pdfmetrics.getFont(font).face.charToGlyph


@cache
def _register() -> None:
    """Register DejaVu Sans, which matplotlib brings along: Latin with all its accents, Greek, Cyrillic, more."""
    fonts = Path(matplotlib.get_data_path(), "fonts", "ttf")
    pdfmetrics.registerFont(TTFont(_FONT, str(fonts / "DejaVuSans.ttf")))
    pdfmetrics.registerFont(TTFont(_BOLD, str(fonts / "DejaVuSans-Bold.ttf")))


@cache
def _styles() -> dict[str, ParagraphStyle]:
    text = ParagraphStyle("text", fontName=_FONT, fontSize=10, leading=15, spaceAfter=6, textColor=_INK)
    set_in: dict[str, Any] = {"parent": text, "bulletFontName": _FONT}
    return {
        "text": text,
        "title": ParagraphStyle("title", parent=text, fontName=_BOLD, fontSize=17, leading=22, spaceAfter=12),
        "question": ParagraphStyle(
            "question", parent=text, fontName=_BOLD, fontSize=11.5, leading=16, spaceBefore=12, keepWithNext=1
        ),
        "item": ParagraphStyle("item", leftIndent=14, bulletIndent=2, bulletFontSize=10, **set_in),
        "reference": ParagraphStyle(
            "reference", fontSize=9, leading=13, leftIndent=30, bulletIndent=0, bulletFontSize=9, **set_in
        ),
    }


def _foot(canvas: Any, brief: Any) -> None:
    canvas.saveState()
    canvas.setFont(_FONT, 8)
    canvas.setFillColor(_SOFT)
    canvas.drawCentredString(A4[0] / 2, _MARGIN / 2, str(brief.page))
    canvas.restoreState()
