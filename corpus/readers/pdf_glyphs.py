"""The visible characters of a PDF page, in the direction in which they are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pdfminer.layout import LTChar, LTContainer
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfplumber.page import Page, PDFPageAggregatorWithMarkedContent

from corpus.readers.glyphs import as_written

_BOLD = ("bold", "black", "heavy", "semibold", "demi")
_SMALLEST = 2.0  # points; smaller print cannot be read and is not content
_MARGIN = 0.12  # share of the page height in which a tagged artefact is a running head or foot
_HIDDEN, _ARTEFACT = "Hidden", "Artifact"

Box = tuple[float, float, float, float]  # x0, top, x1, bottom in points, from the upper left corner


@dataclass(frozen=True, slots=True)
class Glyph:
    """One printed character (or ligature, spelled out)."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    bold: bool

    @property
    def size(self) -> float:
        """Font size in points: a character's box is as high as its font is big."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """The centre of its box."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as the reader sees it; `turned` maps boxes of the file on to it."""

    glyphs: list[Glyph]
    width: float
    height: float
    turned: Callable[[Box], Box]


class _Aggregator(PDFPageAggregatorWithMarkedContent):  # type: ignore[misc]
    """Marks text that is drawn invisibly (text rendering modes 3 and 7)."""

    _invisible = False

    def render_string(self, textstate: Any, *rest: Any) -> None:
        self._invisible = textstate.render in (3, 7)
        super().render_string(textstate, *rest)
        self._invisible = False

    def tag_cur_item(self) -> None:
        super().tag_cur_item()
        if self._invisible and self.cur_item._objs:
            drawn: Any = self.cur_item._objs[-1]
            drawn.tag = _HIDDEN


def sheet_of(page: Page) -> Sheet:
    """Return the visible characters of a page.

    Left out: print smaller than 2 points, beyond the page's edge, white on white, drawn invisibly (unless it
    is the text layer of a scanned page), and text that runs across the reading direction (watermarks).
    """
    device = _Aggregator(page.pdf.rsrcmgr, pageno=page.page_number, laparams=None)
    PDFPageInterpreter(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    layout = device.get_result()
    chars = _chars_taken_from(layout, page)
    page._layout = layout  # what is left, lines and shapes, pdfplumber reads from here
    scanned = any(_area(image) > 0.4 * page.width * page.height for image in page.images)
    fills = [r for r in page.rects + page.curves if r.get("fill") and not _white(r.get("non_stroking_color"))]
    fills += page.images
    x0, top, x1, bottom = _crop(page)
    margin = _MARGIN * page.height
    kept = []
    for char in chars:
        x, y = (char.box[0] + char.box[2]) / 2, (char.box[1] + char.box[3]) / 2
        if not (x0 <= x <= x1 and top <= y <= bottom):
            continue
        if char.tag == _HIDDEN and not scanned:
            continue
        if char.tag == _ARTEFACT and not (top + margin < y < bottom - margin):
            continue
        if (
            char.tag != _HIDDEN
            and _white(char.colour)
            and not any(f["x0"] <= x <= f["x1"] and f["top"] <= y <= f["bottom"] for f in fills)
        ):
            continue
        kept.append(char)
    sheet = _turned(kept, page)
    sheet.glyphs.extend(_drawn_bullets(page, sheet))
    return sheet


@dataclass(frozen=True, slots=True)
class _Char:
    """A character as the file gives it."""

    text: str
    box: Box
    direction: int | None  # angle in degrees, counter-clockwise; None for slanted text
    font: str
    colour: Any
    tag: str | None


def _chars_taken_from(container: LTContainer[Any], page: Page) -> list[_Char]:
    """Take the characters out of a layout; pdfplumber's own way to them costs more than all the rest."""
    found: list[_Char] = []
    others = []
    left, upper = page.mediabox[:2]
    for item in container._objs:
        if isinstance(item, LTChar):
            top, bottom = page.height - item.y1 + upper, page.height - item.y0 + upper
            box = (float(item.x0 + left), float(top), float(item.x1 + left), float(bottom))
            tag, colour = getattr(item, "tag", None), item.graphicstate.ncolor
            found.append(
                _Char(item.get_text(), box, _direction(item.matrix), str(item.fontname), colour, tag)
            )
        else:
            if isinstance(item, LTContainer):
                found += _chars_taken_from(item, page)
            others.append(item)
    container._objs = others
    return found


def _drawn_bullets(page: Page, sheet: Sheet) -> list[Glyph]:
    """Return a '•' for each small filled shape before a line: browsers draw the bullets of lists."""
    found = []
    for shape in page.curves + page.rects:
        box = sheet.turned((shape["x0"], shape["top"], shape["x1"], shape["bottom"]))
        width, height = box[2] - box[0], box[3] - box[1]
        if not shape.get("fill") or _white(shape.get("non_stroking_color")):
            continue
        if not (1.5 < width < 7 and 0.7 < width / max(height, 0.1) < 1.4):
            continue
        middle = (box[1] + box[3]) / 2
        beside = [g for g in sheet.glyphs if g.top < middle < g.bottom and g.text.strip()]
        if beside and 2 < min(g.x0 for g in beside) - box[2] < 30:
            found.append(Glyph("•", *box, bold=False))
    return found


def _turned(chars: Sequence[_Char], page: Page) -> Sheet:
    directions = Counter(char.direction for char in chars if char.text.strip())
    direction = directions.most_common(1)[0][0] if directions else 0
    width, height = float(page.width), float(page.height)

    def turned(box: Box) -> Box:
        x0, top, x1, bottom = box
        if direction == 90:  # lines run upwards
            return height - bottom, x0, height - top, x1
        if direction == 270:
            return top, width - x1, bottom, width - x0
        if direction == 180:
            return width - x1, height - bottom, width - x0, height - top
        return box

    glyphs: list[Glyph] = []
    printed: dict[tuple[str, int, int], Glyph] = {}
    for char in chars:
        if char.direction != direction:
            continue
        glyph = Glyph(as_written(char.text), *turned(char.box), bold=_bold(char.font))
        if glyph.size >= _SMALLEST and glyph.text and not _twice(glyph, printed):
            glyphs.append(glyph)
    return Sheet(glyphs, *((height, width) if direction in (90, 270) else (width, height)), turned)


def _twice(glyph: Glyph, printed: dict[tuple[str, int, int], Glyph]) -> bool:
    """Whether the same character stands there already: print drawn twice, a hair apart, is meant as bold."""
    x, y = round(glyph.x0), round(glyph.top)
    for near in ((x, y), (x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)):
        other = printed.get((glyph.text, *near))
        if other and max(abs(other.x0 - glyph.x0), abs(other.top - glyph.top)) < 0.1 * glyph.size:
            return True
    printed[glyph.text, x, y] = glyph
    return False


def _direction(matrix: tuple[float, ...]) -> int | None:
    a, b = matrix[:2]
    if abs(b) < 0.1 * abs(a):
        return 0 if a > 0 else 180
    if abs(a) < 0.1 * abs(b):
        return 90 if b > 0 else 270
    return None


@cache
def _bold(font: str) -> bool:
    return any(word in font.lower() for word in _BOLD)


def _white(colour: Any) -> bool:
    """Whether a fill colour, in grey, RGB or CMYK, is white or nearly so."""
    if colour is None:
        return False
    parts = colour if isinstance(colour, (tuple, list)) else (colour,)
    if not parts or not all(isinstance(part, (int, float)) for part in parts):
        return False
    if len(parts) == 4:
        return bool(max(parts) < 0.05)
    return bool(min(parts) > 0.95)


def _area(box: dict[str, Any]) -> float:
    return float((box["x1"] - box["x0"]) * (box["bottom"] - box["top"]))


def _crop(page: Page) -> Box:
    """The part of the page that is shown."""
    x0, top, x1, bottom = page.bbox
    crop = page.cropbox
    if crop and crop[2] > crop[0] and crop[3] > crop[1]:
        x0, top, x1, bottom = max(x0, crop[0]), max(top, crop[1]), min(x1, crop[2]), min(bottom, crop[3])
    return float(x0), float(top), float(x1), float(bottom)
