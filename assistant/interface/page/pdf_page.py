"""Pages of a PDF as pictures, with a quote marked on them."""

from __future__ import annotations

import base64
import io
import re
import unicodedata
from pathlib import Path
from threading import Lock

import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageDraw

from assistant.interface.page.signs import plain

_LOCK = Lock()  # PDFium is not safe across threads
_WIDTH = 900  # pixels
_PIECE = 5  # words of the quote looked for at a time
_SHORTEST = 6  # letters and figures of a piece that is looked for anywhere on the page
_BY = 3  # points between lines that count as one
_CELL = re.compile(r" · |\n")

Box = tuple[float, float, float, float]  # left, bottom, right, top in points


def page_picture(path: Path, number: int, quote: str) -> tuple[bytes, bool]:
    """Return page `number` (from 1) as PNG, and whether the quote was found and marked on it.

    Raises ValueError for a page that does not exist or a file that PDFium cannot read.
    """
    with _LOCK:
        try:
            file = pdfium.PdfDocument(path)
        except pdfium.PdfiumError as error:
            raise ValueError(f"The page cannot be drawn: {error}") from error
        try:
            if not 1 <= number <= len(file):
                raise ValueError(f"The file has {len(file)} pages; there is no page {number}.")
            page = file[number - 1]
            scale = _WIDTH / page.get_width()
            picture = page.render(scale=scale).to_pil().convert("RGB")
            boxes = [_on_picture(page, box, scale) for box in _boxes(page, quote)]
        finally:
            file.close()
    layer = Image.new("RGB", picture.size, "white")
    draw = ImageDraw.Draw(layer)
    for left, top, right, bottom in boxes:
        draw.rectangle((left - 2, top - 2, right + 2, bottom + 2), fill=(255, 221, 87))
    out = io.BytesIO()
    ImageChops.multiply(picture, layer).save(out, "PNG", optimize=True)
    return out.getvalue(), bool(boxes)


def as_image(png: bytes, described: str) -> str:
    """Return a PNG as an <img> that needs no further request; `described` must be escaped."""
    return f'<img alt="{described}" src="data:image/png;base64,{base64.b64encode(png).decode()}">'


def _on_picture(page: pdfium.PdfPage, box: Box, scale: float) -> Box:
    """Return a box of the page in pixels of its picture, (left, top, right, bottom), turned as the page is."""
    bitmap = (_WIDTH, round(page.get_height() * scale))
    corners = []
    for x, y in ((box[0], box[1]), (box[2], box[3])):
        corners.append(_to_device(page, x, y, bitmap))
    (x0, y0), (x1, y1) = corners
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _to_device(page: pdfium.PdfPage, x: float, y: float, size: tuple[int, int]) -> tuple[int, int]:
    across, down = pdfium.raw.c_int(), pdfium.raw.c_int()
    pdfium.raw.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, x, y, across, down)
    return across.value, down.value


def _boxes(page: pdfium.PdfPage, quote: str) -> list[Box]:
    """Return the boxes of the quote's words on the page, in points."""
    textpage = page.get_textpage()
    printed = textpage.get_text_range()
    letters, places = _folded(printed)
    boxes: list[Box] = []
    for start, end in _found(letters, quote):
        first, last = places[start], places[end - 1] + 1
        boxes += [textpage.get_rect(n) for n in range(textpage.count_rects(first, last - first))]
    cells = [_folded(cell)[0] for cell in _CELL.split(plain(quote, markdown=False))]
    for cell in cells if boxes and len(cells) > 1 else ():
        if 0 < len(cell) < _SHORTEST:
            boxes += _beside(textpage, letters, places, cell, boxes)
    return boxes


def _found(letters: str, quote: str) -> list[tuple[int, int]]:
    """Return where the quote's letters stand among the page's: whole, else cell by cell, else in pieces.

    The canonical text is repaired (hyphens, ligatures, white space), so only letters and figures count. Pieces
    are looked for after one another first, so that a common phrase is not marked somewhere else.
    """
    whole = _folded(quote)[0]
    if whole and (at := letters.find(whole)) >= 0:
        return [(at, at + len(whole))]
    found: list[tuple[int, int]] = []
    after = 0
    for cell in _CELL.split(plain(quote, markdown=False)):
        words = cell.split()
        pieces = [words] if _folded(cell)[0] in letters else [words[n : n + _PIECE] for n in range(0, len(words), _PIECE)]  # fmt: skip
        for piece in pieces:
            wanted = _folded(" ".join(piece))[0]
            if len(wanted) < _SHORTEST:
                continue
            at = letters.find(wanted, after)
            at = letters.find(wanted) if at < 0 else at
            if at >= 0:
                after = at + len(wanted)
                found.append((at, after))
    return found


def _beside(textpage: pdfium.PdfTextPage, letters: str, places: list[int], cell: str, boxes: list[Box]) -> list[Box]:  # fmt: skip
    """Return the boxes of a short cell ('1', 'Peru') where it stands on a line that is marked already."""
    at = letters.find(cell)
    while at >= 0:
        first, last = places[at], places[at + len(cell) - 1] + 1
        found = [textpage.get_rect(n) for n in range(textpage.count_rects(first, last - first))]
        if found and any(abs(one[3] - box[3]) <= _BY for one in found for box in boxes):
            return found
        at = letters.find(cell, at + 1)
    return []


def _folded(text: str) -> tuple[str, list[int]]:
    """Return the letters and figures of a text, folded for comparison, and where each stands in it."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for one in unicodedata.normalize("NFKD", character).casefold():
            if one.isalnum():
                letters.append(one)
                places.append(place)
    return "".join(letters), places
