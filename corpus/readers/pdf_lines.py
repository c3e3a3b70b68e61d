"""Characters → words → printed lines, with their places on the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from corpus.readers.glyphs import bullets, raised
from corpus.readers.pdf_glyphs import Glyph

_SPACE = 0.18  # blank between two words, in font sizes, where no space is printed
_WIDE = 1.1  # blank between two columns, in font sizes
_RAISED = 0.82  # a character smaller than this share of its line may be raised


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without a blank in it."""

    text: str
    x0: float
    x1: float
    size: float
    bold: bool
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

    def segments(self, wide: float | None = None) -> list[PrintedLine]:
        """Split at blanks wider than `wide` points (default: 1.1 font sizes)."""
        wide = wide if wide is not None else _WIDE * self.size
        parts: list[list[Word]] = [[self.words[0]]]
        for before, word in zip(self.words, self.words[1:], strict=False):
            if word.x0 - before.x1 > wide:
                parts.append([])
            parts[-1].append(word)
        return [PrintedLine(tuple(part), self.top, self.bottom) for part in parts]


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
    return overlap > 0.5 * min(main.size, glyph.size)


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
    if not words:
        return None
    top = min(g.top for g in inked if g.size >= _RAISED * size)
    return PrintedLine(tuple(words), top, base)


def _word(run: Sequence[Glyph], before: Sequence[Word], up: bool, *, after_blank: bool) -> list[Word]:
    text = "".join(g.text for g in run)
    if up and before and not after_blank:
        text = raised(before[-1].text, text)
        if not text:
            return []
    strong = sum(g.bold for g in run) > 0.5 * len(run)
    size = max(g.size for g in run)
    tight = bool(before) and not after_blank
    return [Word(text, run[0].x0, run[-1].x1, size, strong, tight)]
