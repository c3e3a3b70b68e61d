"""Lists set in two columns of a plain text: the left one is read to its end before the right one."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from corpus.layout.runs import FORM_OF_ADDRESS
from corpus.raw import Line

FEWEST_LINES = 6  # of a region set in two columns
FEWEST_PAIRS = 3  # lines with text in both columns
_GAP = re.compile(r" {3,}(?=\S)")
_OPEN_HEAD = re.compile(r"\b(?:FOR|OF|THE|AND|ON|IN|TO|DE|DU|DES|ET)$")


def in_reading_order(lines: Sequence[Line]) -> list[Line]:
    """Return lines with lists in two columns put one column after the other.

    Only lists whose two columns each have heads with persons under them are taken for such: the cells of a
    table belong to each other across the gutter, and stay.
    """
    out: list[Line] = []
    at = 0
    while at < len(lines):
        end = _region(lines, at)
        columns = _columns(lines[at:end]) if end - at >= FEWEST_LINES else None
        if columns is None:
            out.append(lines[at])
            at += 1
        else:
            out += columns
            at = end
    return out


def _region(lines: Sequence[Line], at: int) -> int:
    """Return the end of the lines that may be one list set in columns: one page, no wide gap."""
    first = lines[at]
    if not _split(first):
        return at
    end = at + 1
    while end < len(lines):
        line = lines[end]
        if line.page != first.page or line.gap > 2 or len(line.text) > 100:
            break
        end += 1
    return end


def _split(line: Line) -> list[tuple[int, str]]:
    """The pieces of a line between wide blanks, each with its column."""
    found, at = [], 0
    for gap in [*_GAP.finditer(line.text), None]:
        end = gap.start() if gap else len(line.text)
        found.append((int(line.left) + at, line.text[at:end]))
        at = gap.end() if gap else end
    return found if len(found) > 1 else []


def _columns(region: Sequence[Line]) -> list[Line] | None:
    """Return the lines of the left column, then those of the right; None where they are no two lists."""
    starts = Counter(pieces[1][0] for line in region if len(pieces := _split(line)) == 2)
    if sum(starts.values()) < FEWEST_PAIRS:
        return None
    gutters = [start for start, times in starts.items() if times > 1 or len(starts) < 3]
    if not gutters:  # blanks here and there, but no two lines agree on a column
        return None
    gutter = min(gutters) - 1
    left: list[Line] = []
    right: list[Line] = []
    stop = len(region)
    for place, line in enumerate(region):
        pieces = _split(line) or [(int(line.left), line.text)]
        if len(pieces) > 2 or any(start < gutter < start + len(text) for start, text in pieces):
            stop = place
            break
        for start, text in pieces:
            side = right if start >= gutter else left
            side.append(replace(line, text=text.strip(), left=start, right=start + len(text)))
    if not (_is_list(left) and _is_list(right)):
        return None
    by = min(line.left for line in right) - min(line.left for line in left)
    under = [replace(line, left=line.left - by, right=line.right - by) for line in right]
    under[0] = replace(under[0], gap=0.0)
    return [*_joined(left), *_joined(under), *region[stop:]]


def _is_list(column: Sequence[Line]) -> bool:
    """Whether a column has heads with persons under them."""
    people = [bool(FORM_OF_ADDRESS.match(line.text)) for line in column]
    under = sum(second and not first for first, second in itertools.pairwise(people))
    return under >= 2 and sum(people) * 3 >= len(people)


def _joined(column: Sequence[Line]) -> list[Line]:
    """Return a column with heads and remarks that go over two lines made one."""
    lines: list[Line] = []
    for line in column:
        above = lines[-1] if lines else None
        goes_on = above is not None and (
            (line.text.startswith("(") and line.gap < 2)
            or (line.text.isupper() and above.text.isupper() and bool(_OPEN_HEAD.search(above.text)))
        )
        if goes_on and above is not None:
            text = f"{above.text} {line.text}"
            lines[-1] = replace(above, text=text, right=above.left + len(text))
        else:
            lines.append(line)
    return lines
