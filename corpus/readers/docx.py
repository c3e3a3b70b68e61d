"""DOCX → Document: headings, lists with the numbers that Word shows, tables; what is hidden is left out."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.exceptions import InvalidXmlError
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import XMLSyntaxError  # type: ignore[import-untyped]

from corpus.compose import compose
from corpus.document import BlockKind, Document
from corpus.errors import UnreadableDocument
from corpus.layout.markers import split_marker
from corpus.metadata import MetadataHints
from corpus.raw import RawBlock
from corpus.readers.docx_numbers import Counters
from corpus.readers.docx_tables import table_rows
from corpus.readers.docx_text import W, has_ground, paragraph_text

_HEADING = re.compile(r"(?:heading|überschrift|titre|título)\s*(\d)", re.IGNORECASE)
_TITLE = re.compile(r"^(?:title|subtitle|titre|título)$", re.IGNORECASE)
_CONTENTS = re.compile(r"^(?:toc|table of (?:contents|figures))\b", re.IGNORECASE)
_HEADING_WORDS = 12  # a bold paragraph of at most so many words is a heading
_MOST_XML = 200_000_000  # bytes that the parts of the file may unpack to


def read_docx(raw: bytes, id: str, sha256: str) -> Document:
    """Return the document of a Word file given as bytes.

    Raises UnreadableDocument where the file is damaged or protected, has no text, or unpacks to far too much.
    """
    blocks = _blocks(_opened(raw, id))
    if not any(block.text.strip() for block in blocks):
        raise UnreadableDocument(
            id,
            "the document has no text",
            "If it holds scanned pages, save it as PDF and run `ocrmypdf` over it",
        )
    return compose(blocks, id=id, sha256=sha256, format="docx", paged=False, hints=MetadataHints())


def _opened(raw: bytes, path: str) -> Any:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if (
                sum(
                    info.file_size for info in archive.infolist() if info.filename.endswith((".xml", ".rels"))
                )
                > _MOST_XML
            ):
                raise UnreadableDocument(
                    path,
                    "the document unpacks to far more than a document holds",
                    "Save it as PDF and add that",
                )
        return docx.Document(io.BytesIO(raw))
    except (
        zipfile.BadZipFile,
        PackageNotFoundError,
        InvalidXmlError,
        XMLSyntaxError,
        KeyError,
        ValueError,
        AttributeError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OSError,
    ) as error:
        raise UnreadableDocument(
            path, "the Word document is damaged", "Open it in Word, let it be repaired, and save it again"
        ) from error


def _blocks(document: Any) -> list[RawBlock]:
    counters = Counters(document)
    found: list[RawBlock] = []
    level = 0
    tables = 0
    for element in _body(document.element.body):
        if element.tag == f"{W}tbl":
            rows = table_rows(Table(element, document), tables)
            if rows:
                tables += 1
                found.extend(rows)
            else:  # a table of one cell is a frame
                for inner in element.iter(f"{W}p"):
                    found.extend(_paragraph(Paragraph(inner, document), counters, level))
            continue
        blocks = _paragraph(Paragraph(element, document), counters, level)
        found.extend(blocks)
        level = next((block.level for block in blocks if block.kind is BlockKind.HEADING), level)
    return found


def _body(element: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Yield paragraphs and tables in order, also those inside content controls and tracked insertions."""
    for child in element:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml", f"{W}smartTag"):
            yield from _body(child)


def _paragraph(paragraph: Any, counters: Counters, above: int) -> list[RawBlock]:
    """Return the blocks of a paragraph: several where line breaks part it. `above` is its heading's level."""
    numbering = counters.numbering(paragraph)  # counted even if the paragraph shows nothing
    properties = paragraph._p.find(f"{W}pPr")
    shown = paragraph_text(paragraph._p, ground=has_ground(properties))
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    if not shown.text or _CONTENTS.match(style):
        return []
    flat = " ".join(shown.text.split())
    level = _heading_level(paragraph, style)
    if level is None and _reads_like_heading(
        flat, shown.bold or _bold_style(paragraph), numbering is not None
    ):
        level = max(2, above if above > 1 else 2)
        if not numbering and above == 0:
            level = 1
    if level is not None:
        marker = f"{numbering.marker} " if numbering and numbering.marker not in ("", "-") else ""
        return [RawBlock(BlockKind.HEADING, marker + flat, level=level)]
    if numbering is not None and numbering.marker:
        kind = BlockKind.PARAGRAPH if _is_number(numbering.marker, flat) else BlockKind.ITEM
        return [
            RawBlock(
                kind, flat, level=numbering.level if kind is BlockKind.ITEM else 0, marker=numbering.marker
            )
        ]
    lines = [line for line in shown.text.split("\n") if line]
    if len(lines) >= 3 and all(len(line) <= 90 for line in lines):
        return [_plain(line, BlockKind.ITEM) for line in lines]
    if any(split_marker(line)[0] for line in lines[1:]):
        return [_plain(line) for line in lines]
    return [_plain(flat)]


def _plain(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> RawBlock:
    marker, words = split_marker(text)
    if marker and not _is_number(marker, words):
        kind = BlockKind.ITEM
    return RawBlock(kind, words if marker else text, marker=marker)


def _is_number(marker: str, text: str) -> bool:
    """Whether a marker numbers a paragraph of minutes ('12.', '4.2') rather than an item of a list."""
    return bool(re.fullmatch(r"\d+(?:\.\d+)*\.?", marker)) and (len(text) > 120 or text.endswith("."))


def _heading_level(paragraph: Any, style: str) -> int | None:
    """Return the level that a style or outline setting gives, or None."""
    each = paragraph.style
    while each is not None:
        name = each.name or ""
        if found := _HEADING.match(name):
            return int(found[1])
        if _TITLE.match(name):
            return 1
        outline = each.element.find(f"{W}pPr/{W}outlineLvl")
        if outline is not None and outline.get(f"{W}val", "9").isdigit() and int(outline.get(f"{W}val")) < 9:
            return int(outline.get(f"{W}val")) + 1
        each = each.base_style
    outline = paragraph._p.find(f"{W}pPr/{W}outlineLvl")
    if outline is not None and outline.get(f"{W}val", "9").isdigit() and int(outline.get(f"{W}val")) < 9:
        return int(outline.get(f"{W}val")) + 1
    return None


def _bold_style(paragraph: Any) -> bool:
    style = paragraph.style
    return bool(style is not None and style.font is not None and style.font.bold)


def _reads_like_heading(text: str, bold: bool, numbered: bool) -> bool:
    if not bold or len(text.split()) > _HEADING_WORDS or text.endswith((".", ";", ",", ":")):
        return False
    return not numbered or text[:1].isupper()
