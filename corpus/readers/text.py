"""Reads plain text: scans with form feeds and hard line ends, and prose with one paragraph a line."""

from __future__ import annotations

from corpus.cleaning.scan import repair_blocks, repair_lines, scan_of
from corpus.compose import compose
from corpus.document import Document
from corpus.errors import UnreadableDocument
from corpus.layout import blocks_from_lines
from corpus.layout.columns import with_tables
from corpus.layout.letterhead import below_the_head, closed_up
from corpus.layout.side_by_side import in_reading_order
from corpus.raw import Line
from corpus.readers.decoding import decode

TAB = 8


def read_text(raw: bytes, id: str, sha256: str) -> Document:
    """Return the document of a plain text file given as bytes.

    Form feeds are page breaks. Raises UnreadableDocument where the file is empty or not text.
    """
    text = decode(raw, id)
    pages = text.rstrip("\f\n ").split("\f")
    lines = [line for number, page in enumerate(pages, 1) for line in _lines(page, number)]
    scan = scan_of(line.text for line in lines)
    lines = [line for line in repair_lines(lines, scan) if isinstance(line, Line)]
    lines = in_reading_order(below_the_head(lines))
    blocks = repair_blocks(blocks_from_lines(with_tables(lines)), scan)
    if not blocks:
        raise UnreadableDocument(id, "The file has no text", "Add the file again once it has text.")
    return compose(blocks, id=id, sha256=sha256, format="text", paged=len(pages) > 1)


def _lines(page: str, number: int) -> list[Line]:
    found: list[Line] = []
    blank = 0
    for raw in page.replace("\v", "\n").replace("\u2028", "\n").replace("\x85", "\n").split("\n"):
        shown = raw.replace("\u00a0", " ").rstrip()
        words = closed_up(shown.strip())
        if not words:
            blank += 1
            continue
        left = len(shown.expandtabs(TAB)) - len(shown.expandtabs(TAB).lstrip())
        found.append(Line(words, page=number, left=left, right=left + len(words), gap=blank))
        blank = 0
    return found
