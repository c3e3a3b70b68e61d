"""Documents shown as lists of their blocks, for tests to compare."""

from __future__ import annotations

from pathlib import Path

from corpus.document import BlockKind, Document
from corpus.readers.text import read_text

TEXTS = Path(__file__).parent / "texts"
SHARED = Path(__file__).resolve().parents[3] / "shared"


def text_document(text: str) -> Document:
    return read_text(text.encode(), "a.txt", "0")


def sample(name: str) -> Document:
    return read_text((TEXTS / name).read_bytes(), name, "0")


def blocks(document: Document, kind: BlockKind) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind is kind]


def headings(document: Document) -> list[str]:
    return blocks(document, BlockKind.HEADING)


def items(document: Document) -> list[str]:
    return blocks(document, BlockKind.ITEM)


def paragraphs(document: Document) -> list[str]:
    return blocks(document, BlockKind.PARAGRAPH)
