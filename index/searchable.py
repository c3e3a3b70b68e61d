"""Which passages are searched: all but those of comments, rules and blank lines alone."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.document import Document, Passage


def searchable(document: Document, passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages, in order, that hold a part of a block: front matter, a heading, text, a row.

    A comment says what was not found, and must never be evidence. Front matter cannot be quoted either (see
    `corpus.passages.has_content`), but at times it alone names a meeting's place, and so it leads to the
    document. One sweep over blocks and passages, both in reading order: a text of 50 MB has 100,000 of them.
    """
    found = []
    at = 0
    for passage in passages:
        while at < len(document.blocks) and document.blocks[at].end <= passage.start:
            at += 1
        if at < len(document.blocks) and document.blocks[at].start < passage.end:
            found.append(passage)
    return found
