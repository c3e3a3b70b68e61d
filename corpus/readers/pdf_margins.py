"""Page numbers and running heads that only their place on the page gives away.

What repeats from page to page is taken out later, from the lines alone (`corpus.layout`). Here goes what
needs the geometry: lines at the edge that count the pages, and a small head above a later page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.readers.pdf_grid import Grid
from corpus.readers.pdf_lines import PrintedLine

_EDGE = 0.1  # share of the page height in which heads and feet stand
_SMALL = 0.92  # print of less than this share of the running text is small
_NUMBER = re.compile(
    r"(?:^|(?<=[|·•–—])\s*|(?<=\bpage)\s+|(?<=\bp\.)\s*)(?P<n>\d{1,4})(?:\s*(?:of|/|de|sur)\s*\d{1,4})?\s*[-–—|)\]]?$"
    r"|^[-–—(\[]?\s*(?:page\s+)?(?P<m>\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?\s*(?:$|[-–—|·•)\]])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """The ruled tables of a page, and its other lines from top to bottom."""

    number: int
    height: float
    grids: list[Grid]
    lines: list[PrintedLine]


def without_margins(pages: Sequence[PrintedPage]) -> list[PrintedPage]:
    """Return the pages without the lines that bear the page's number and without small heads on later pages.

    A number counts the pages if, on two pages or more, it runs ahead of the page by the same figure; in a
    file of one page it must be 1 in small print.
    """
    body = _body_size(pages)
    votes: Counter[int] = Counter()
    for page in pages:
        votes.update({number - page.number for _, number in _numbered(page)})
    ahead = {offset for offset, count in votes.items() if count >= max(2, len(pages) // 3)}
    if len(pages) == 1:
        ahead, body = {0}, _SMALL * body
    kept = []
    for page in pages:
        dropped = {
            id(line)
            for line, number in _numbered(page)
            if number - page.number in ahead and line.size <= 1.05 * body
        }
        kept.append(replace(page, lines=[line for line in page.lines if id(line) not in dropped]))
    heads = {page.lines[0].text for page in kept[1:] if _has_small_head(page, body)}
    return [
        replace(page, lines=page.lines[1:]) if page.lines and page.lines[0].text in heads else page
        for page in kept
    ]


def _numbered(page: PrintedPage) -> Iterator[tuple[PrintedLine, int]]:
    """Yield the lines at the edges of a page with the numbers that may be the page's."""
    for line in page.lines:
        if _EDGE * page.height < (line.top + line.bottom) / 2 < (1 - _EDGE) * page.height:
            continue
        if len(line.words) > 25:
            continue
        for segment in line.segments():
            if found := _NUMBER.search(segment.text):
                yield line, int(found["n"] or found["m"])


def _has_small_head(page: PrintedPage, body: float) -> bool:
    """Whether a page begins with a line in small print, set apart from larger print below it."""
    lines = page.lines
    if len(lines) < 2 or lines[0].bottom > _EDGE * page.height or lines[0].size >= _SMALL * body:
        return False
    below = lines[1]
    return below.size > lines[0].size and below.top - lines[0].bottom > 0.8 * below.size


def _body_size(pages: Sequence[PrintedPage]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0
