"""Passages: the pieces of a document that are indexed. They follow its structure and tile its text."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.cleaning.markup import plain
from corpus.document import Block, BlockKind, Document, Passage
from corpus.sentences import sentences

TARGET = 600  # characters that a passage should have
LARGEST = 900  # a longer paragraph is parted at its sentences
SMALL = 250  # a passage that is shorter takes in what follows it
ROWS = 450  # characters of table rows that make up one passage
LONGEST_LEAD = 300  # of a lead-in line repeated in the context of the items after it
_COMMENT = "<!--"  # text outside all blocks that must not mix with what may be quoted


@dataclass(frozen=True, slots=True)
class _Atom:
    """What is never parted: a block, a sentence or two of a long one, or text outside all blocks."""

    start: int
    end: int
    section: int
    block: Block | None
    lead: str = ""  # the lead-in line that an item hangs on


def passages(document: Document) -> tuple[Passage, ...]:
    """Return the passages of a document in order; joined, their texts are the document's text.

    No passage crosses a section. A paragraph keeps together up to 900 characters, a list stays with its
    lead-in line, table rows come one or a few to a passage with the column names in `context`. Front matter
    and comments are passages of their own (see `has_content`).
    """
    groups: list[list[_Atom]] = []
    for atom in _atoms(document):
        if groups and _together(document, groups[-1], atom):
            groups[-1].append(atom)
        else:
            groups.append([atom])
    starts = [group[0].start for group in groups] + [len(document.text)]
    return tuple(
        _passage(document, group, ordinal, starts[ordinal + 1]) for ordinal, group in enumerate(groups)
    )


def has_content(document: Document, passage: Passage) -> bool:
    """Tell whether a passage holds text that may be quoted: more than front matter, comments and rules."""
    return any(
        block.kind is not BlockKind.FRONT_MATTER and block.start < passage.end and passage.start < block.end
        for block in document.blocks
    )


def _passage(document: Document, group: Sequence[_Atom], ordinal: int, end: int) -> Passage:
    first = group[0]
    text = document.text[first.start : end]
    digest = hashlib.sha256(f"{document.id}\n{first.start}\n{text}".encode(errors="replace")).hexdigest()
    at = first.block.start if first.block else first.start
    return Passage(
        start=first.start,
        end=end,
        id=digest[:24],
        document=document.id,
        ordinal=ordinal,
        text=text,
        path=document.sections[first.section].path,
        page=document.page_at(max(at, first.start)),
        context=_context(document, group),
    )


def _context(document: Document, group: Sequence[_Atom]) -> str:
    """Return title, headings that the passage does not show itself, and lead-in line or column names."""
    first = group[0]
    path = document.sections[first.section].path
    shows_heading = first.block is not None and first.block.kind is BlockKind.HEADING
    parts = [document.metadata.title, *(path[:-1] if shows_heading else path)]
    if first.lead:
        parts.append(first.lead)
    tables = dict.fromkeys(atom.block.table for atom in group if atom.block and atom.block.table is not None)
    for number in tables:
        table = document.tables[number]
        head = [name for name in table.header if name]
        parts += [" | ".join(head)] if head else []
        above = [row for row in table.rows if row.spanning and row.start < first.start]
        parts += (
            [cell.text for cell in above[-1].cells[:1]] if above and not _spanning(document, first) else []
        )
    lines: list[str] = []
    for part in (" ".join(part.split()) for part in parts):
        if part and not (lines and part in lines[0]):
            lines.append(part)
    return "\n".join(lines)


def _spanning(document: Document, atom: _Atom) -> bool:
    if atom.block is None or atom.block.table is None:
        return False
    rows = document.tables[atom.block.table].rows
    return any(row.spanning and row.start == atom.block.start for row in rows)


def _together(document: Document, group: Sequence[_Atom], atom: _Atom) -> bool:
    """Tell whether an atom goes into the passage that has been begun."""
    first, last = group[0], group[-1]
    if last.section != atom.section or last.block is None or atom.block is None:
        return False
    kinds = (last.block.kind, atom.block.kind)
    if BlockKind.FRONT_MATTER in kinds:
        return False
    size = atom.end - first.start
    if last.block.kind is BlockKind.HEADING:
        return True
    if atom.block.kind is BlockKind.HEADING or (BlockKind.ROW in kinds and kinds[0] is not kinds[1]):
        return _leads(document, last) and size <= LARGEST
    if kinds == (BlockKind.ROW, BlockKind.ROW):
        if last.block.table != atom.block.table or _spanning(document, atom):
            return _is_header(document, last)
        lone = _is_header(document, last) or _spanning(document, last)
        return lone or size <= ROWS
    if atom.block.kind is BlockKind.ITEM:
        return _leads(document, last) or size <= (TARGET if kinds[0] is BlockKind.ITEM else SMALL)
    if kinds[0] is BlockKind.ITEM or last.block is atom.block:
        return False
    # Short paragraphs next to each other; a numbered one stands alone unless it is a mere line.
    return size <= (SMALL if atom.block.marker else TARGET) and (
        last.end - first.start < SMALL or atom.end - atom.start < SMALL // 2
    )


def _leads(document: Document, atom: _Atom) -> bool:
    return document.text[atom.start : atom.end].rstrip(" *_\n").endswith(":")


def _is_header(document: Document, atom: _Atom) -> bool:
    if atom.block is None or atom.block.table is None:
        return False
    table = document.tables[atom.block.table]
    return bool(table.header) and all(row.start != atom.block.start for row in table.rows)


def _atoms(document: Document) -> Iterator[_Atom]:
    """Yield the atoms of a document; their starts are where passages may begin."""
    text = document.text
    at = 0
    lead = ""
    blocks_of: dict[int, list[Block]] = defaultdict(list)
    for block in document.blocks:
        blocks_of[block.section].append(block)
    for number, section in enumerate(document.sections):
        inside = blocks_of[number]
        at, lead = section.start, ""
        for block in inside:
            begin = max(at, text.rfind("\n", 0, block.start) + 1)
            if text[begin : block.start].strip():
                begin = block.start
            if _COMMENT in text[at:begin]:
                yield _Atom(at, begin, number, None)
            elif at == section.start:
                begin = at
            if block.kind is BlockKind.ITEM:
                yield from _parted(document, block, begin, number, lead)
            else:
                shown = plain(text[block.start : block.end])
                if block.kind is not BlockKind.ROW:
                    lead = shown[-LONGEST_LEAD:] if shown.endswith(":") else ""
                yield from _parted(document, block, begin, number, "")
            at = block.end
        if at < section.end and (_COMMENT in text[at : section.end] or not inside):
            yield _Atom(at, section.end, number, None)


def _parted(document: Document, block: Block, begin: int, section: int, lead: str) -> Iterator[_Atom]:
    """Yield a block whole, or a long one in parts of a few sentences."""
    if block.end - block.start <= LARGEST or block.kind in (BlockKind.ROW, BlockKind.FRONT_MATTER):
        yield _Atom(begin, block.end, section, block, lead)
        return
    ends = [span.start for span in sentences(document.text[block.start : block.end], block.start)][1:]
    parts = max(2, round((block.end - block.start) / TARGET))
    share = (block.end - block.start) / parts
    start = begin
    for cut in ends:
        if cut - start >= 0.8 * share and block.end - cut >= SMALL:
            yield _Atom(start, cut, section, block, lead)
            start = cut
    yield _Atom(start, block.end, section, block, lead)
