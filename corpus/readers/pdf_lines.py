"""Characters → words → printed lines, with their places on the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from corpus.readers.glyphs import bullets, raised
from corpus.readers.pdf_glyphs import Glyph

_SPACE = 0.18  # blank between two words, in font sizes, where no space is printed
_WIDE = 1.1  # blank between two columns, in font sizes
_RAISED = 0.9  # a character smaller than this share of its line may be raised


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without a blank in it."""

    text: str
    x0: float
    x1: float
    size: float
    bold: bool
    top: float
    bottom: float
    tight: bool = False  # stands without a blank after the word before it


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """Words on one base line; never empty."""

    words: tuple[Word, ...]
    top: float
    bottom: float

    @property
    def text(self) -> str:
        """The line as text, words parted by single spaces."""
        return bullets("".join(("" if w.tight else " ") + w.text for w in self.words).strip())

    @property
    def left(self) -> float:
        """Where it begins, in points from the left edge."""
        return self.words[0].x0

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.words[-1].x1

    @property
    def size(self) -> float:
        """The size of most of its print, in points."""
        sizes: Counter[float] = Counter()
        for word in self.words:
            sizes[round(word.size * 2) / 2] += len(word.text)
        return sizes.most_common(1)[0][0]

    @property
    def bold(self) -> bool:
        """Whether most of it is bold."""
        strong = sum(len(w.text) for w in self.words if w.bold)
        return strong > 0.6 * sum(len(w.text) for w in self.words)

    def moved(self, distance: float) -> PrintedLine:
        """Return the line shifted to the right by some points."""
        words = tuple(replace(w, x0=w.x0 + distance, x1=w.x1 + distance) for w in self.words)
        return replace(self, words=words)

    def segments(self, wide: float | None = None) -> list[PrintedLine]:
        """Split at blanks wider than `wide` points (default: 1.1 font sizes)."""
        wide = wide if wide is not None else _WIDE * self.size
        parts: list[list[Word]] = [[self.words[0]]]
        for before, word in zip(self.words, self.words[1:], strict=False):
            if word.x0 - before.x1 > wide:
                parts.append([])
            parts[-1].append(word)
        return [line_of(part) for part in parts]


def line_of(words: Sequence[Word]) -> PrintedLine:
    """Return the line that some words make; its height is that of the print most used in it."""
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[round(word.size * 2) / 2] += len(word.text)
    size = sizes.most_common(1)[0][0]
    main = [word for word in words if abs(word.size - size) <= 0.5] or list(words)
    return PrintedLine(tuple(words), min(word.top for word in main), median(word.bottom for word in main))


def printed_lines(glyphs: Iterable[Glyph]) -> list[PrintedLine]:
    """Return the lines of some characters, from top to bottom, each from left to right."""
    bands: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: (g.top, g.x0)):
        for band in bands[-4:][::-1]:
            if _same_line(band, glyph):
                band.append(glyph)
                if glyph.size > band[0].size:  # the first stands for the line: keep the largest there
                    band[0], band[-1] = band[-1], band[0]
                break
        else:
            bands.append([glyph])
    lines = [line for band in bands if (line := _line(band))]
    return sorted(lines, key=lambda line: (line.top, line.left))


def _same_line(band: list[Glyph], glyph: Glyph) -> bool:
    main = band[0]
    overlap = min(main.bottom, glyph.bottom) - max(main.top, glyph.top)
    small = min(main.size, glyph.size)
    # Raised and lowered figures are smaller, and stand less squarely in the line.
    return overlap > (0.5 if small > _RAISED * max(main.size, glyph.size) else 0.3) * small


def _line(band: Sequence[Glyph]) -> PrintedLine | None:
    inked = [g for g in band if g.text.strip()]
    if not inked:
        return None
    size = Counter(round(g.size * 2) / 2 for g in inked).most_common(1)[0][0]
    base = median(g.bottom for g in inked if abs(g.size - size) <= 0.5)
    words: list[Word] = []
    run: list[Glyph] = []
    blank = False

    def is_raised(glyph: Glyph) -> bool:
        return glyph.size < _RAISED * size and glyph.bottom < base - 0.12 * size

    def close() -> None:
        nonlocal run, blank
        if run:
            words.extend(_word(run, words, is_raised(run[0]), after_blank=blank))
        run = []
        blank = False

    for glyph in sorted(band, key=lambda g: g.x0):
        if not glyph.text.strip():
            if run:
                close()
            blank = True
            continue
        if run:
            gap = glyph.x0 - run[-1].x1
            if gap > _SPACE * min(size, glyph.size):
                close()
                blank = True
            elif is_raised(glyph) != is_raised(run[-1]):
                close()
        run.append(glyph)
    close()
    return line_of(words) if words else None


def _word(run: Sequence[Glyph], before: Sequence[Word], up: bool, *, after_blank: bool) -> list[Word]:
    text = "".join(g.text for g in run)
    if up and before and not after_blank:
        text = raised(before[-1].text, text)
        if not text:
            return []
    strong = sum(g.bold for g in run) > 0.5 * len(run)
    size = max(g.size for g in run)
    tight = bool(before) and not after_blank
    top, bottom = median(g.top for g in run), median(g.bottom for g in run)
    return [Word(text, run[0].x0, run[-1].x1, size, strong, top, bottom, tight)]
