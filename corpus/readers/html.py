"""HTML → Document: the page's own content, with its headings, lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from corpus.compose import compose
from corpus.document import BlockKind, Document
from corpus.errors import UnreadableDocument
from corpus.layout.markers import split_marker
from corpus.metadata import MetadataHints
from corpus.raw import RawBlock
from corpus.readers.html_inline import BREAK, inline, tidied
from corpus.readers.html_tables import is_data, table_rows
from corpus.readers.html_visible import main_content
from corpus.readers.list_numbers import marker_for

_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_INLINE = frozenset(
    re.findall(
        r"\w+",
        "a abbr b bdi bdo big br cite code data dfn em font i ins kbd label mark q s samp small span strike "
        "strong sub sup time tt u var wbr",
    )
)
_SITE_NAME = re.compile(r"\s+(?:\||–|—|-|::|»|·)\s+[^|–—»·]{2,60}$")
_HEADING_WORDS = 12  # a bold paragraph of at most so many words is a heading
_SHORT_LINE = 90  # characters; broken lines no longer than this are taken as a list


def read_html(raw: bytes, id: str, sha256: str) -> Document:
    """Return the document of a web page given as bytes; raises UnreadableDocument where it has no text."""
    soup = BeautifulSoup(raw, "lxml")
    hints = _hints(soup)
    root = main_content(soup)
    blocks = _Walk().blocks(root) if root is not None else []
    if not blocks:
        raise UnreadableDocument(
            id,
            "the page has no text of its own (a script may fill it in)",
            "Open it in a browser, save it as PDF, and add that",
        )
    return compose(blocks, id=id, sha256=sha256, format="html", paged=False, hints=hints)


def _hints(soup: BeautifulSoup) -> MetadataHints:
    title = soup.title.get_text() if soup.title else ""
    title = " ".join(title.split())
    link = soup.find("link", rel="canonical")
    address = str(link.get("href", "")) if isinstance(link, Tag) else ""
    return MetadataHints(
        title=_SITE_NAME.sub("", title) or None,
        urls=(address,) if address.startswith(("http://", "https://")) else (),
    )


@dataclass(slots=True)
class _Walk:
    """Walks through the elements and collects blocks."""

    found: list[RawBlock] = field(default_factory=list)
    tables: int = 0
    level: int = 0  # of the heading above

    def blocks(self, root: Tag) -> list[RawBlock]:
        """Return the blocks of an element in order."""
        self.flow(root.children)
        return [block for block in self.found if block.text.strip()]

    def flow(self, nodes: Iterable[PageElement]) -> None:
        """Read mixed content: inline runs become paragraphs, block elements are read each in its way."""
        run: list[PageElement] = []
        for node in nodes:
            if isinstance(node, NavigableString) or (isinstance(node, Tag) and _is_inline(node)):
                run.append(node)
                continue
            self.paragraph(run)
            run = []
            if isinstance(node, Tag):
                self.element(node)
        self.paragraph(run)

    def element(self, tag: Tag) -> None:
        """Read one block element."""
        if tag.name in _HEADINGS:
            text = " ".join(tidied(inline(tag.children)).split())
            if text:
                self.level = _HEADINGS[tag.name]
                self.found.append(RawBlock(BlockKind.HEADING, text, level=self.level))
        elif tag.name in ("ul", "ol"):
            self.list(tag, 0)
        elif tag.name == "dl":
            self.definitions(tag)
        elif tag.name == "table" and is_data(tag):
            caption = tag.find("caption")
            if isinstance(caption, Tag):
                self.paragraph(caption.children)
            self.found.extend(table_rows(tag, self.tables))
            self.tables += 1
        elif tag.name == "pre":
            for line in tag.get_text().splitlines():
                self.text(" ".join(line.split()))
        elif tag.name == "p" and self.is_heading(tag):
            text = " ".join(tidied(inline(tag.children)).split())
            self.found.append(RawBlock(BlockKind.HEADING, text, level=min(6, max(2, self.level + 1))))
        else:
            self.flow(tag.children)

    def is_heading(self, tag: Tag) -> bool:
        """Whether a paragraph is all bold and reads like a heading."""
        text = " ".join(tag.get_text().split())
        strong = "".join(
            b.get_text() for b in tag.find_all(["b", "strong"]) if not b.find_parent(["b", "strong"])
        )
        return (
            0 < len(text.split()) <= _HEADING_WORDS
            and not text.endswith((".", ":", ";", ","))
            and len("".join(strong.split())) >= len("".join(text.split()))
        )

    def paragraph(self, nodes: Iterable[PageElement]) -> None:
        """Read an inline run; two line breaks part paragraphs, short broken lines are items of a list."""
        for part in re.split(r"\n\s*\n", tidied(inline(nodes))):
            lines = [line for line in part.split(BREAK) if line]
            if len(lines) >= 3 and all(len(line) <= _SHORT_LINE for line in lines):
                for line in lines:
                    self.text(line, BlockKind.ITEM)
            elif any(split_marker(line)[0] for line in lines[1:]):
                for line in lines:
                    self.text(line)
            else:
                self.text(" ".join(lines))

    def text(self, text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        """Add a paragraph; one that begins with the marker of a list is an item."""
        if not text:
            return
        marker, words = split_marker(text)
        if marker and not (kind is BlockKind.PARAGRAPH and re.fullmatch(r"\d+\.?|\d+(?:\.\d+)+\.?", marker)):
            kind = BlockKind.ITEM
        self.found.append(RawBlock(kind, words if marker else text, marker=marker))

    def list(self, tag: Tag, level: int) -> None:
        """Read a list; items of lists inside it stand one level deeper."""
        ordered = tag.name == "ol"
        number = int(str(tag.get("start", "1"))) if str(tag.get("start", "1")).isdigit() else 1
        for child in tag.children:
            if not isinstance(child, Tag):
                continue
            if child.name in ("ul", "ol"):  # not proper, but common
                self.list(child, level + 1)
                continue
            if str(child.get("value", "")).isdigit():
                number = int(str(child["value"]))
            self.item(child, level, marker_for(number, str(tag.get("type", "1"))) if ordered else "-")
            number += 1

    def item(self, tag: Tag, level: int, marker: str) -> None:
        """Read one item: its first text bears the marker, lists in it nest, further paragraphs follow it."""
        inner = _Walk(tables=self.tables, level=self.level)
        nested: list[Tag] = []
        content: list[PageElement] = []
        for child in list(tag.children):
            if isinstance(child, Tag) and child.name in ("ul", "ol"):
                nested.append(child)
            else:
                content.append(child)
        inner.flow(content)
        first = True
        for block in inner.found:
            if not block.text.strip():
                continue
            if first and block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM):
                own = block.marker or marker
                self.found.append(replace(block, kind=BlockKind.ITEM, level=level, marker=own))
            else:
                self.found.append(block)
            first = False
        self.tables = inner.tables
        for each in nested:
            self.list(each, level + 1)

    def definitions(self, tag: Tag) -> None:
        """Read a list of terms: one paragraph for each, 'term: meaning'."""
        term = ""
        for child in tag.find_all(["dt", "dd"]):
            text = " ".join(tidied(inline(child.children)).split())
            if child.name == "dt":
                if term:
                    self.text(term)
                term = text
            elif term:
                self.text(f"{term} {text}" if term.endswith(":") else f"{term}: {text}")
                term = ""
            elif text:
                self.found.append(RawBlock(BlockKind.ITEM, text, marker="-"))
        if term:
            self.text(term)


def _is_inline(tag: Tag) -> bool:
    return tag.name in _INLINE and not tag.find(lambda inner: inner.name not in _INLINE)
