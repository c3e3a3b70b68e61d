"""Stray marks that recognition makes of specks, folds and edges of the paper: "'", '|', '~'."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from corpus.raw import Line, RawBlock

_MARK = r"[.,'`´’‘\"^¦|;:_¬~\\]"
_ALONE = re.compile(rf"{_MARK}{{1,3}}(?:\s+{_MARK}{{1,3}})*")
_BEFORE = re.compile(r"[|¦¬~\\`^]\s+(?=[^\W_]|\()")
_AFTER = re.compile(r"(?<=\S)\s+[|¦¬~\\`^]$")


def without_specks(items: Iterable[Line | RawBlock]) -> list[Line | RawBlock]:
    """Return the lines of a noisy scan without stray marks at their edges, and without lines of nothing else.

    Bars that set columns apart stay: a line with more than one of them is a row. Raw blocks pass through.
    """
    kept: list[Line | RawBlock] = []
    gap = 0.0  # above a line that was left out
    for line in items:
        if not isinstance(line, Line):
            kept.append(line)
            continue
        if _ALONE.fullmatch(line.text.strip()):
            gap = max(gap, line.gap)
            continue
        text = line.text
        if text.count("|") <= 1:
            before = _BEFORE.match(text)
            shift = before.end() if before else 0
            text = _AFTER.sub("", text[shift:])
            if text != line.text:
                characters = 0 if line.size else shift
                line = replace(line, text=text, left=line.left + characters)
        kept.append(replace(line, gap=max(gap, line.gap)) if gap > line.gap else line)
        gap = 0.0
    return kept
