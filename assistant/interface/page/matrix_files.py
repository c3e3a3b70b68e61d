"""The attendance matrix as CSV and as a picture."""

from __future__ import annotations

import csv
import io

from PIL import Image, ImageDraw, ImageFont

from assistant.interface.page.matrix import LOOK, NOT_LISTED, PERHAPS, Listing, Matrix

_CELL, _NAME, _HEAD, _FONT = 26, 250, 230, 14  # pixels
_LONGEST_NAME, _LONGEST_HEAD = 34, 32  # characters


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
    font = ImageFont.load_default(_FONT)
    width = _NAME + _CELL * max(1, len(matrix.columns)) + 20
    width = max(width, 760)
    height = _HEAD + _CELL * len(matrix.parties) + 120
    picture = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(picture)
    for x, column in enumerate(matrix.columns):
        picture.paste(_turned(_cut(column.label, _LONGEST_HEAD), font), (_NAME + x * _CELL + 3, 4))
    for y, party in enumerate(matrix.parties):
        top = _HEAD + y * _CELL
        draw.text((8, top + 5), _cut(party, _LONGEST_NAME), fill="#16202e", font=font)
        for x, column in enumerate(matrix.columns):
            left = _NAME + x * _CELL
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
                for shift in range(-_CELL, _CELL, 8):  # hatched: no list given
                    a, b = max(0, shift), min(_CELL, shift + _CELL)
                    draw.line((left + a, top + a - shift, left + b, top + b - shift), fill="#cfd6df")
            draw.text((left + _CELL / 2, top + _CELL / 2), letter, fill="#14181d", font=font, anchor="mm")
    _legend(draw, matrix, _HEAD + _CELL * len(matrix.parties) + 12, width, font)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def _legend(draw: ImageDraw.ImageDraw, matrix: Matrix, top: int, width: int, font: ImageFont.ImageFont | ImageFont.FreeTypeFont) -> None:  # fmt: skip
    used = {entry.capacity for entries in matrix.entries.values() for entry in entries}
    marks = [(letter, colour, one.value) for one, (letter, colour) in LOOK.items() if one in used]
    marks += [
        (NOT_LISTED, "#ffffff", "not on the complete list"),
        (PERHAPS, "#ffffff", "not on an open list"),
    ]
    marks += [("", "#ffffff", "hatched: no list given")]
    left = 8
    for letter, colour, name in marks:
        wide = 34 + int(draw.textlength(name, font=font)) + 18
        if left + wide > width:
            left, top = 8, top + 28
        draw.rectangle((left, top, left + 22, top + 20), fill=colour, outline="#cfd6df")
        draw.text((left + 11, top + 10), letter, fill="#14181d", font=font, anchor="mm")
        draw.text((left + 28, top + 3), name, fill="#16202e", font=font)
        left += wide


def _turned(label: str, font: ImageFont.ImageFont | ImageFont.FreeTypeFont) -> Image.Image:
    strip = Image.new("RGB", (_HEAD - 8, _CELL - 4), "white")
    ImageDraw.Draw(strip).text((2, 3), label, fill="#16202e", font=font)
    return strip.rotate(90, expand=True)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _safe(value: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{value}" if value[:1] in ("=", "+", "-", "@", "\t") else value
