"""The attendance matrix as CSV and as a picture."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import matplotlib
from PIL import Image, ImageDraw, ImageFont

from assistant.interface.page.matrix import LOOK, NOT_LISTED, PERHAPS, Column, Listing, Matrix

_CELL, _HEAD, _FONT = 26, 230, 14  # pixels
_NARROWEST, _WIDEST, _LEAST = 120, 340, 760  # pixels: the column of names, and the picture at least
_FILE = Path(matplotlib.get_data_path(), "fonts", "ttf", "DejaVuSans.ttf")
_Font = ImageFont.FreeTypeFont


def as_csv(matrix: Matrix) -> str:
    """Return the matrix with the capacity of each cell, 'not listed', 'not on an open list' or 'no list given'."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["party", *(_safe(column.label) for column in matrix.columns)])
    for party in matrix.parties:
        row = [_safe(party)]
        for column in matrix.columns:
            entries = matrix.cell(party, column)
            empty = {
                Listing.COMPLETE: "not listed",
                Listing.OPEN: "not on an open list",
                Listing.NONE: "no list given",
            }
            row.append(
                "; ".join(dict.fromkeys(one.capacity.value for one in entries)) or empty[column.listing]
            )
        writer.writerow(row)
    return out.getvalue()


def as_png(matrix: Matrix) -> bytes:
    """Return the matrix as a PNG picture with its legend."""
    font = ImageFont.truetype(_FILE, _FONT)
    longest = max((font.getlength(party) for party in matrix.parties), default=0)
    names = int(min(_WIDEST, max(_NARROWEST, longest + 20)))
    width = max(names + _CELL * len(matrix.columns) + 20, _LEAST)
    height = _HEAD + _CELL * len(matrix.parties) + 120
    picture = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(picture)
    for x, column in enumerate(matrix.columns):
        picture.paste(_turned(column, font), (names + x * _CELL + 3, 4))
    for y, party in enumerate(matrix.parties):
        top = _HEAD + y * _CELL
        draw.text((8, top + 5), _cut(party, font, names - 16), fill="#16202e", font=font)
        for x, column in enumerate(matrix.columns):
            left = names + x * _CELL
            box = (left, top, left + _CELL, top + _CELL)
            entries = matrix.cell(party, column)
            if entries:
                letter, colour = LOOK[entries[0].capacity]
            elif column.listing is Listing.NONE:
                letter, colour = "", "#ffffff"
            else:
                letter, colour = (NOT_LISTED if column.listing is Listing.COMPLETE else PERHAPS), "#ffffff"
            draw.rectangle(box, fill=colour, outline="#cfd6df")
            if not entries and column.listing is Listing.NONE:
                _hatch(draw, left, top, _CELL)
            draw.text((left + _CELL / 2, top + _CELL / 2), letter, fill="#14181d", font=font, anchor="mm")
    _legend(draw, matrix, _HEAD + _CELL * len(matrix.parties) + 12, width, font)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def _hatch(draw: ImageDraw.ImageDraw, left: int, top: int, size: int) -> None:
    """Draw the sign for 'no list given' into a square."""
    for shift in range(-size, size, 6):
        a, b = max(0, shift), min(size, shift + size)
        draw.line((left + a, top + a - shift, left + b, top + b - shift), fill="#b4bdc9")


def _legend(draw: ImageDraw.ImageDraw, matrix: Matrix, top: int, width: int, font: _Font) -> None:
    used = {entry.capacity for entries in matrix.entries.values() for entry in entries}
    marks = [(letter, colour, one.value) for one, (letter, colour) in LOOK.items() if one in used]
    marks += [
        (NOT_LISTED, "#ffffff", "not on the complete list"),
        (PERHAPS, "#ffffff", "not on an open list"),
    ]
    marks += [("", "#ffffff", "no list given")]
    left = 8
    for letter, colour, name in marks:
        wide = 34 + int(draw.textlength(name, font=font)) + 18
        if left + wide > width:
            left, top = 8, top + 28
        draw.rectangle((left, top, left + 22, top + 20), fill=colour, outline="#cfd6df")
        if not letter:
            _hatch(draw, left, top, 20)
        draw.text((left + 11, top + 10), letter, fill="#14181d", font=font, anchor="mm")
        draw.text((left + 28, top + 3), name, fill="#16202e", font=font)
        left += wide


def _turned(column: Column, font: _Font) -> Image.Image:
    """Return a meeting's name and year as a strip that reads upwards; a long name is cut, its year is not."""
    strip = Image.new("RGB", (_HEAD - 8, _CELL - 4), "white")
    dates = column.occasion.dates
    year = f" {dates.start.year}" if dates else ""
    label = _cut(column.occasion.lead.name, font, _HEAD - 14 - font.getlength(year)) + year
    ImageDraw.Draw(strip).text((2, 2), label, fill="#16202e", font=font)
    return strip.rotate(90, expand=True)


def _cut(text: str, font: _Font, longest: float) -> str:
    """Return a text that is at most `longest` pixels wide."""
    if font.getlength(text) <= longest:
        return text
    while text and font.getlength(text + "…") > longest:
        text = text[:-1]
    return text.rstrip() + "…"


def _safe(value: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{value}" if value[:1] in ("=", "+", "-", "@", "\t") else value
