"""The parts of a document that may state a fact: its blocks and sentences, with their places.

Left out is what states none: front matter, text that addresses the assistant, and sentences that say that
something was not found.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.document import BlockKind, Document, Span
from corpus.orders import gives_orders
from corpus.sentences import sentences

_GAP = re.compile(
    r"\bnot\s+(?:found|stated|known|given|recorded|available|specified|mentioned)\b|\bno\s+(?:information|stored\s+page)\b"
    r"|\bdo\s+not\s+(?:state|claim|assume)\b|\b(?:breaks?|cut|stops?)\s+off\b|^\W*(?:unknown|n/?a|none|tb[acd])\W*$",
    re.IGNORECASE,
)
_SPACE = re.compile(r"\s+")
_HINT = re.compile(r"[*_<#`~\]\\]")
_MARKUP = re.compile(
    r"~~(?=\S)[^~\n]+(?<=\S)~~|\*{2,3}|(?<=\S)\*|\*(?=\S)|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|`|</?[a-zA-Z][^<>]*>|^\s{0,3}\#{1,6}(?=\s)"
    r"|\](?:\([^()\s]*\)|\[[^\[\]]*\])|\[(?=[^\[\]]*\]\([^()\s]*\))|\\(?=[-*_#.()\[\]])"
)
_MARKER = re.compile(
    r"\s*(?:[-–—•·▪●◦‣*°©]|e(?=\s+[a-z]+ed\s)|\(?\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,2}(?:\.\d{1,2})+|\(?[a-z]{1,2}\)|\(?[ivx]{1,5}[.)])\s+"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A block or a sentence of a document, and the block it stands in.

    `text` is `document.text[start:end]` with a blank for every sign of markup, so that offsets stay the same.
    """

    start: int
    end: int
    text: str
    block: int  # index into Document.blocks
    kind: BlockKind

    def span(self, left: int = 0, right: int | None = None) -> Span:
        """Return the span in the document of `text[left:right]`."""
        return Span(start=self.start + left, end=self.end if right is None else self.start + right)


@lru_cache(maxsize=4096)
def addresses_assistant(text: str) -> bool:
    """Say whether a text gives orders to whoever reads it by machine, and so states no fact."""
    return gives_orders(text)


def states_gap(text: str) -> bool:
    """Say whether a text only says that something was not found or is not stated."""
    return bool(_GAP.search(text))


def statements(document: Document, *kinds: BlockKind) -> list[Statement]:
    """Return the blocks that may state a fact, in order; of the given kinds where any are given."""
    found = []
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.FRONT_MATTER or (kinds and block.kind not in kinds):
            continue
        text = unmarked(document.text[block.start : block.end])
        if text.strip() and not addresses_assistant(text):
            found.append(Statement(block.start, block.end, text, index, block.kind))
    return found


def split(statement: Statement) -> Iterator[Statement]:
    """Yield the sentences of a block, without those that state a gap."""
    for span in sentences(statement.text):
        text = statement.text[span.start : span.end]
        if not states_gap(text):
            left = statement.start + span.start
            yield Statement(left, left + len(text), text, statement.block, statement.kind)


def headings(document: Document, statement: Statement) -> tuple[str, ...]:
    """Return the headings above a statement, the outermost first."""
    sections = document.sections
    index = document.blocks[statement.block].section
    return sections[index].path if 0 <= index < len(sections) else ()


def unmarked(text: str) -> str:
    """Return a text of the same length with blanks for emphasis, tags, the signs of headings and of links.

    What is struck out is blank as well: it holds no longer.
    """
    if not _HINT.search(text):
        return text
    return _MARKUP.sub(lambda match: " " * len(match.group()), text)


def clean(text: str) -> str:
    """Return a value as one line, without padding and without the marks of emphasis around it."""
    return _SPACE.sub(" ", text).strip().strip("*_").strip()


def without_marker(text: str) -> tuple[str, int]:
    """Return an item without its bullet or number, and how many characters were taken off."""
    match = _MARKER.match(text)
    cut = match.end() if match else 0
    return text[cut:], cut


def record_id(document: Document, kind: str, *key: object) -> str:
    """Return an id that is stable for the same document and the same key."""
    digest = hashlib.blake2s("\x1f".join(map(str, key)).encode(), digest_size=5).hexdigest()
    return f"{document.id}#{kind}-{digest}"
