"""Reads Markdown: the file's own text is the canonical text, markup included; blocks point into it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.cleaning.markup import plain
from corpus.document import Block, BlockKind, Document, Table
from corpus.layout.markers import split_marker
from corpus.metadata import MetadataHints, Shown, describe
from corpus.readers.decoding import decode
from corpus.readers.front_matter import front_matter
from corpus.readers.markdown_table import read_table
from corpus.sections import Head, section_finder, sections

_PARSER = MarkdownIt("commonmark").enable("table").disable("code")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CONTAINER = re.compile(r"[ \t>]*")
_LIST_MARK = re.compile(r"(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)")
_BOLD_LINE = re.compile(r"(\*\*|__)(?=\S)(?:(?!\1).)+(?<=\S)\1:?")
_LABELLED = re.compile(r"(\*\*|__)[^*_\n]{1,60}\1|[A-Z][\w /&-]{1,40}:\s")
_TAG = re.compile(r"<[^>]*>")
_HIDDEN = re.compile(r"\bhidden\b|display:\s*none|visibility:\s*hidden", re.IGNORECASE)
LONGEST_BOLD_HEADING = 150  # characters


def read_markdown(raw: bytes, id: str, sha256: str) -> Document:
    """Return the document of a Markdown file given as bytes.

    Front matter is the first block and wins in the metadata. HTML comments and rules belong to no block.
    Raises UnreadableDocument where the file is empty or not text.
    """
    text = decode(raw, id)
    matter = front_matter(text)
    reading = _Reading(text)
    if matter:
        reading.put(BlockKind.FRONT_MATTER, 0, matter.end)
    reading.read(matter.end if matter else 0)
    drafts = reading.drafts
    heads = [
        Head(d.start, d.level, plain(text[d.start : d.end])) for d in drafts if d.kind is BlockKind.HEADING
    ]
    found = sections(heads, len(text))
    section_of = section_finder(found)
    blocks = tuple(
        Block(
            start=d.start,
            end=d.end,
            kind=d.kind,
            section=section_of(d.start),
            level=d.level,
            marker=d.marker,
            table=d.table,
        )
        for d in drafts
    )
    shown = [Shown(d.kind, d.level, plain(text[d.start + len(d.marker) : d.end])) for d in drafts]
    return Document(
        id=id,
        text=text,
        metadata=describe(shown, matter.hints if matter else MetadataHints()),
        sections=found,
        blocks=blocks,
        tables=tuple(
            table.model_copy(update={"section": section_of(table.start)}) for table in reading.tables
        ),
        sha256=sha256,
        format="markdown",
    )


@dataclass(slots=True)
class _Draft:
    """A block before its section is known."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    marker: str = ""
    table: int | None = None


@dataclass(slots=True)
class _Reading:
    """Walks the tokens of the parser and notes blocks with their offsets."""

    text: str
    drafts: list[_Draft] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)  # offset of each line
    comments: list[tuple[int, int]] = field(default_factory=list)
    heading: int = 0  # level of the last heading with marks of its own

    def read(self, begin: int) -> None:
        """Note the blocks of the text from `begin` on."""
        body = self.text[begin:]
        self.starts = [begin]
        for line in body.split("\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.comments = [(begin + found.start(), begin + found.end()) for found in _COMMENT.finditer(body)]
        tokens = _PARSER.parse(body)
        stack: list[Token] = []
        fresh: Token | None = None  # the list item whose marker has not been used yet
        for place, token in enumerate(tokens):
            if token.nesting == 1:
                stack.append(token)
                if token.type == "list_item_open":
                    fresh = token
                elif token.type == "table_open" and token.map:
                    self._table(*token.map)
            elif token.nesting == -1:
                stack.pop()
            elif token.map and token.type == "inline":
                holder = stack[-1].type
                if holder == "heading_open":
                    self._heading(stack[-1], token)
                elif holder == "paragraph_open":
                    depth = sum(each.type == "list_item_open" for each in stack)
                    loose = not stack[-1].hidden
                    alone = depth == 1 and fresh is not None and _only_item(tokens, place)
                    self._paragraph(token, depth, fresh, loose or alone)
                    fresh = None
            elif token.map and token.type in ("fence", "code_block"):
                self._lines(BlockKind.PARAGRAPH, token.map[0] + 1, max(token.map[0] + 1, token.map[1] - 1))
            elif token.map and token.type == "html_block" and _visible(token.content):
                self._lines(BlockKind.PARAGRAPH, *token.map)

    def put(self, kind: BlockKind, start: int, end: int, level: int = 0, marker: str = "") -> None:
        """Note a block without the white space around it; comments inside it cut it in pieces."""
        for piece, (left, right) in enumerate(self._without_comments(start, end)):
            self.drafts.append(_Draft(kind, left, right, level, marker if piece == 0 else ""))

    def _without_comments(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        at = start
        for left, right in [*self.comments, (end, end)]:
            if right < at or left > end:
                continue
            piece = self.text[at : min(left, end)]
            if piece.strip():
                yield at + len(piece) - len(piece.lstrip()), at + len(piece.rstrip())
            at = right
            if at >= end:
                return

    def _lines(self, kind: BlockKind, first: int, last: int) -> None:
        self.put(kind, self.starts[first], self.starts[last] - 1)

    def _content(self, line: int) -> tuple[int, int]:
        """Return the range of a line without the marks of quotes around it and without white space."""
        start, end = self.starts[line], self.starts[line + 1] - 1
        lead = _CONTAINER.match(self.text, start, end)
        start = lead.end() if lead else start
        return start, start + len(self.text[start:end].rstrip())

    def _heading(self, token: Token, inline: Token) -> None:
        assert inline.map is not None
        level = int(token.tag[1])
        self.heading = level
        start, _ = self._content(inline.map[0])
        mark = _LIST_MARK.match(self.text, start)
        if mark:  # a heading inside a list item
            start, _ = mark.end(), 0
        self.put(BlockKind.HEADING, start, self._content(inline.map[1] - 1)[1], level)

    def _paragraph(self, inline: Token, depth: int, fresh: Token | None, loose: bool) -> None:
        assert inline.map is not None
        first, last = inline.map
        lines = [self._content(line) for line in range(first, last)]
        start, end = lines[0][0], lines[-1][1]
        if fresh is not None and (mark := _LIST_MARK.match(self.text, start)):
            marker = mark[0]
            numbered = marker[0].isdigit()
            prose = numbered and depth == 1 and loose and not self._after_lead_in(marker)
            inner, _rest = split_marker(self.text[mark.end() : end].strip())
            if inner and not numbered:  # '- (a) …'
                marker = self.text[start : self.text.index(inner, start) + len(inner)]
            self.put(
                BlockKind.PARAGRAPH if prose else BlockKind.ITEM,
                start,
                end,
                0 if prose else depth - 1,
                marker,
            )
            return
        words = self.text[start:end]
        if (
            depth == 0
            and len(lines) == 1
            and _BOLD_LINE.fullmatch(words)
            and len(words) <= LONGEST_BOLD_HEADING
        ) and not plain(words).endswith((".", ";", ",")):
            self.put(BlockKind.HEADING, start, end, min(6, self.heading + 1))
            return
        for left, right in self._own_lines(lines):
            marker, _ = split_marker(self.text[left:right])
            item = bool(marker) and not re.fullmatch(r"\d+(?:\.\d+)*[.)]?", marker)
            self.put(
                BlockKind.ITEM if item else BlockKind.PARAGRAPH,
                left,
                right,
                max(0, depth - 1) if item else 0,
                marker,
            )

    def _own_lines(self, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return the ranges of a paragraph's lines where each stands for itself, else its whole range."""
        texts = [self.text[left:right] for left, right in lines]
        marked = [bool(split_marker(words)[0]) for words in texts]
        ranges: list[tuple[int, int]] = []
        labels = sum(bool(_LABELLED.match(words)) for words in texts)
        for place, (left, right) in enumerate(lines):
            broken = place > 0 and (
                self.text[lines[place - 1][1] : lines[place][0]].startswith("  ")
                or texts[place - 1].endswith("\\")
            )
            own = (
                (marked[place] and sum(marked) > 1)
                or broken
                or (labels > 1 and _LABELLED.match(texts[place]))
            )
            if ranges and not own:
                ranges[-1] = (ranges[-1][0], right)
            else:
                ranges.append((left, right))
        return ranges

    def _after_lead_in(self, marker: str) -> bool:
        """Tell whether a list that begins here, or goes on, hangs on a line that ends with a colon."""
        for draft in reversed(self.drafts):
            if draft.kind is BlockKind.ITEM and draft.marker[:1].isdigit():
                return True
            if draft.kind is not BlockKind.ITEM:
                return int(marker[:-1]) == 1 and plain(self.text[draft.start : draft.end]).endswith(":")
        return False

    def _table(self, first: int, last: int) -> None:
        number = len(self.tables)
        lines = [self._content(line) for line in range(first, last)]
        if mark := re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\|)").match(self.text, lines[0][0]):
            lines[0] = (mark.end(), lines[0][1])
        table = read_table(self.text, lines)
        self.tables.append(table)
        head = lines[0]
        for start, end in [head, *((row.start, row.end) for row in table.rows)]:
            self.drafts.append(_Draft(BlockKind.ROW, start, end, table=number))


def _only_item(tokens: list[Token], place: int) -> bool:
    """Tell whether the list item around a token is the only one of its list."""
    start = place
    while tokens[start].type != "list_item_open":
        start -= 1
    end = next(
        at
        for at in range(place, len(tokens))
        if tokens[at].type == "list_item_close" and tokens[at].level == tokens[start].level
    )
    return tokens[start - 1].type.endswith("list_open") and tokens[end + 1].type.endswith("list_close")


def _visible(content: str) -> bool:
    return bool(_TAG.sub("", _COMMENT.sub("", content)).strip()) and not _HIDDEN.search(content.split(">")[0])
