"""Sections: headings with all that follows them, tiling the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.document import Section


@dataclass(frozen=True, slots=True)
class Head:
    """A heading that opens a section: where it starts, its level (1 …) and its words without markup."""

    start: int
    level: int
    title: str


def sections(heads: Sequence[Head], length: int) -> tuple[Section, ...]:
    """Return the sections of a text of `length` characters; `heads` are in order of their start.

    The sections tile the text. Text before the first heading is a section of level 0 with an empty path.
    """
    found: list[Section] = []
    if not heads or heads[0].start > 0:
        found.append(Section(start=0, end=heads[0].start if heads else length, path=(), level=0))
    above: list[Head] = []
    for place, head in enumerate(heads):
        while above and above[-1].level >= head.level:
            above.pop()
        above.append(head)
        end = heads[place + 1].start if place + 1 < len(heads) else length
        path = tuple(each.title for each in above)
        found.append(Section(start=head.start, end=end, path=path, level=head.level))
    return tuple(found)


def section_finder(found: Sequence[Section]) -> Callable[[int], int]:
    """Return a function from a position to the index of the section that holds it."""
    starts = [each.start for each in found]
    return lambda position: max(0, bisect_right(starts, position) - 1)
