"""Repairs what scanning and typesetting do to text: ligatures, spoilt ordinals, broken words, wrong quotes.

Every rule is about scans in general and leaves clean text alone; `repair` is idempotent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from corpus.cleaning.broken_words import (
    join_hyphenated,
    join_split_words,
    letters_for_figures,
    misread_letters,
)
from corpus.cleaning.ordinals import repair_ordinals
from corpus.cleaning.quotes import match_quotes
from corpus.document import BlockKind
from corpus.raw import RawBlock

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile("[" + "".join(_LIGATURES) + "]")
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\ufffe]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]| {2,}")
_BEFORE_MARK = re.compile(r"(?<=[\w)\]’”\"']) +([,;:.])(?=\s|$)")
_AFTER_BRACKET = re.compile(r"(?<=[(\[]) +(?=\w)| +(?=[)\]](?:[\s,.;:]|$))")


def ligatures(text: str) -> str:
    """Return text with ligature characters spelt out: 'ﬁnal' → 'final'."""
    return _LIGATURE.sub(lambda found: _LIGATURES[found[0]], text)


def invisible(text: str) -> str:
    """Return text without soft hyphens, zero-width characters and byte order marks."""
    return _INVISIBLE.sub("", text)


def spaces(text: str) -> str:
    """Return text with every run of blanks, of whatever width, as one space."""
    return _SPACES.sub(" ", _SPACES.sub(" ", text))


def punctuation(text: str) -> str:
    """Return text without the space that recognition puts before a comma or inside a bracket."""
    return _AFTER_BRACKET.sub("", _BEFORE_MARK.sub(r"\1", text))


RULES: tuple[Callable[[str], str], ...] = (
    ligatures,
    invisible,
    spaces,
    repair_ordinals,
    letters_for_figures,
    misread_letters,
    join_hyphenated,
    join_split_words,
    punctuation,
    match_quotes,
)


def repair(text: str) -> str:
    """Return text with the noise of scans repaired; clean text comes back as it is."""
    for _ in range(4):
        before = text
        for rule in RULES:
            text = rule(text)
        if text == before:
            break
    return text


def repair_blocks(blocks: Iterable[RawBlock]) -> list[RawBlock]:
    """Return raw blocks with their text and cells repaired; page breaks keep their places in the words."""
    return [_repaired(block) for block in blocks]


def _repaired(block: RawBlock) -> RawBlock:
    if block.kind is BlockKind.ROW:
        return replace(block, cells=tuple(repair(cell) for cell in block.cells), text=repair(block.text))
    text = repair(block.text)
    breaks = tuple((_moved(block.text, offset, text), page) for offset, page in block.breaks)
    return replace(block, text=text, breaks=breaks)


def _moved(old: str, offset: int, new: str) -> int:
    """Return where a place in the old text lies in the new one: as many letters and figures before it."""
    before = sum(char.isalnum() for char in repair(old[:offset]))
    for place, char in enumerate(new):
        if before <= 0 and char.isalnum():
            return place
        before -= char.isalnum()
    return len(new)
