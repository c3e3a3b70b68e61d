"""A page of a PDF as a picture, with a quote marked on it."""

from __future__ import annotations

import base64
import io
import re
from pathlib import Path
from threading import Lock

import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageDraw

_LOCK = Lock()  # PDFium is not safe across threads
_WIDTH = 900  # pixels
_PIECE = 5  # words of the quote looked for at a time


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
            boxes = _boxes(page, quote)
            height = page.get_height()
        finally:
            file.close()
    layer = Image.new("RGB", picture.size, "white")
    draw = ImageDraw.Draw(layer)
    for left, bottom, right, top in boxes:
        draw.rectangle(
            (left * scale - 2, (height - top) * scale - 2, right * scale + 2, (height - bottom) * scale + 2),
            fill=(255, 221, 87),
        )
    out = io.BytesIO()
    ImageChops.multiply(picture, layer).save(out, "PNG", optimize=True)
    return out.getvalue(), bool(boxes)


def as_image(png: bytes, described: str) -> str:
    """Return a PNG as an <img> that needs no further request; `described` must be escaped."""
    return f'<img alt="{described}" src="data:image/png;base64,{base64.b64encode(png).decode()}">'


def _boxes(page: pdfium.PdfPage, quote: str) -> list[tuple[float, float, float, float]]:
    """Return the boxes (left, bottom, right, top in points) of the quote's words on the page.

    The canonical text is repaired, so the quote is looked for with any white space and line-end hyphens
    between its characters, whole first and then in short pieces.
    """
    textpage = page.get_textpage()
    printed = textpage.get_text_range()
    words = quote.split()
    found: list[tuple[int, int]] = []
    for piece in [words, *(words[n : n + _PIECE] for n in range(0, len(words), _PIECE))]:
        match = _loosely(" ".join(piece)).search(printed) if piece else None
        if match:
            found.append(match.span())
            if piece is words:
                break
    boxes: list[tuple[float, float, float, float]] = []
    for start, end in found:
        for n in range(textpage.count_rects(start, end - start)):
            boxes.append(textpage.get_rect(n))
    return boxes


def _loosely(quote: str) -> re.Pattern[str]:
    characters = [re.escape(one) for one in quote if not one.isspace()]
    return re.compile(r"[\s\u00ad\ufffe-]*".join(characters), re.IGNORECASE)
