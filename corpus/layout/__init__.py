"""Blocks from printed lines: running heads dropped, paragraphs joined, headings, lists and tables found."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.cleaning.words import whole_words
from corpus.layout.blocks import Entry, to_blocks
from corpus.layout.furniture import without_furniture
from corpus.layout.measure import Printed, measure
from corpus.layout.runs import gather
from corpus.raw import Line, RawBlock

__all__ = ["blocks_from_lines"]


def blocks_from_lines(items: Sequence[Line | RawBlock]) -> list[RawBlock]:
    """Return the blocks of a document from its printed lines, in reading order.

    Raw blocks among the lines (tables found by a reader) pass through in place. `Line.text` carries
    no indent; `Line.left` and `Line.right` are in characters where `Line.size` is 0
    (plain text), else in points.
    """
    proper = without_furniture(items)
    measures = measure([each for each in proper if isinstance(each, Printed)])
    words = whole_words(each.line.text for each in proper if isinstance(each, Printed))
    entries: list[Entry] = []
    lines: list[Printed] = []
    for each in proper:
        if isinstance(each, Printed):
            lines.append(each)
            continue
        entries += gather(lines, measures, words)
        lines = []
        entries.append(each)
    entries += gather(lines, measures, words)
    return to_blocks(entries, measures)
