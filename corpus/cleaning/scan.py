"""Repairs what scanning and typesetting do to text: ligatures, spoilt ordinals, broken words, wrong quotes.

Every rule is about scans in general and leaves clean text alone; `repair` is idempotent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from corpus.cleaning.broken_words import join_hyphenated, join_split_words
from corpus.cleaning.figures_in_words import letters_for_figures
from corpus.cleaning.letters_in_figures import figures_for_letters
from corpus.cleaning.misread_letters import misread_letters
from corpus.cleaning.ordinals import repair_ordinals
from corpus.cleaning.paragraph_numbers import repair_numbers
from corpus.cleaning.quotes import match_quotes
from corpus.cleaning.scanned import Scan
from corpus.cleaning.specks import without_specks
from corpus.document import BlockKind
from corpus.raw import Line, RawBlock

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile("[" + "".join(_LIGATURES) + "]")
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\ufffe]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]| {2,}")
_BEFORE_MARK = re.compile(r"(?<=[\w)\]’”\"']) +([,;:.])(?=\s|$)")
_FIRST = re.compile(r"\S+")
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


# The rules that keep to one place in the text, and those that take the whole document into account.
_OF_TYPE: tuple[Callable[[str], str], ...] = (ligatures, invisible, spaces, repair_ordinals)
_OF_LETTERS: tuple[Callable[[str, Scan], str], ...] = (
    letters_for_figures,
    misread_letters,
    figures_for_letters,
)
_OF_WORDS: tuple[Callable[[str], str], ...] = (join_hyphenated, join_split_words, punctuation, match_quotes)
NOISY = 2  # lines with misreadings that nothing else explains make a document noisy
_NOTHING_KNOWN = Scan()


def scan_of(texts: Iterable[str]) -> Scan:
    """Return what the lines or blocks of a document tell about its scan."""
    scan = Scan.of(texts)
    misread = 0
    for text in scan.texts:
        plain = invisible(ligatures(text))
        misread += _letters(repair_ordinals(plain), scan) != plain
        if misread >= NOISY:
            return replace(scan, noisy=True)
    return scan


def repair(text: str, scan: Scan = _NOTHING_KNOWN) -> str:
    """Return text with the noise of scans repaired; clean text comes back as it is."""
    for _ in range(4):
        before = text
        for rule in _OF_TYPE:
            text = rule(text)
        text = _letters(text, scan)
        for rule in _OF_WORDS:
            text = rule(text)
        if text == before:
            break
    return text


def _letters(text: str, scan: Scan) -> str:
    for rule in _OF_LETTERS:
        text = rule(text, scan)
    return text


def repair_lines(items: Iterable[Line | RawBlock], scan: Scan) -> list[Line | RawBlock]:
    """Return printed lines with misread letters and figures put right, for the layout to be told from them.

    Of a noisy document, the stray marks that specks on the paper have left are taken out. Raw blocks among
    the lines pass through in place.
    """
    kept = without_specks(items) if scan.noisy else list(items)
    repaired: list[Line] = []
    above = ""
    for line in kept:
        if not isinstance(line, Line):
            continue
        # The second half of a word that the line end has broken is no word yet.
        half = _FIRST.match(line.text) if above.endswith("-") else None
        start = half.end() if half else 0
        text = line.text[:start] + _letters(line.text[start:], scan)
        repaired.append(line if text == line.text else replace(line, text=text))
        above = line.text
    lines = iter(repair_numbers(repaired))
    return [next(lines) if isinstance(item, Line) else item for item in kept]


def repair_blocks(blocks: Iterable[RawBlock], scan: Scan | None = None) -> list[RawBlock]:
    """Return raw blocks with their text and cells repaired; page breaks keep their places in the words.

    `scan` is what the printed lines told; the words are taken from the blocks, where they are whole.
    """
    blocks = list(blocks)
    texts = [text for block in blocks for text in (block.text, *block.cells) if text]
    scan = replace(scan, texts=tuple(texts)) if scan else scan_of(texts)
    return [_repaired(block, scan) for block in blocks]


def _repaired(block: RawBlock, scan: Scan) -> RawBlock:
    if block.kind is BlockKind.ROW:
        cells = tuple(repair(cell, scan) for cell in block.cells)
        return replace(block, cells=cells, text=repair(block.text, scan))
    text = repair(block.text, scan)
    breaks = tuple((_moved(block.text, offset, text, scan), page) for offset, page in block.breaks)
    return replace(block, text=text, breaks=breaks)


def _moved(old: str, offset: int, new: str, scan: Scan) -> int:
    """Return where a place in the old text lies in the new one: as many letters and figures before it."""
    before = sum(char.isalnum() for char in repair(old[:offset], scan))
    for place, char in enumerate(new):
        if before <= 0 and char.isalnum():
            return place
        before -= char.isalnum()
    return len(new)
