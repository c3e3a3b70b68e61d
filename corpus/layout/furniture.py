"""Running heads, footers and page numbers: what is printed on every page and belongs to none."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from corpus.layout.measure import Printed
from corpus.raw import Line, RawBlock

ZONE = 3  # lines at the top and at the bottom of a page where furniture may stand
FEW_PAGES = 40  # in a longer text a head is repeated without noise at least once
SHORTEST_HEAD, LONGEST_HEAD = 10, 120  # characters of a head beside a line that counts pages
FIRST_LINES = 15  # of a text, among which its title stands
NOISE = 40  # characters for each of which recognition may get one more wrong, after the first
SOLID = 0.35  # line heights: a smaller gap does not set a line apart
_FIGURES = re.compile(r"\d+|(?<![\w])[ivxl]{1,5}(?![\w])")
_PAGE_NUMBER = re.compile(
    r"[-–—_|•·\s\[\]()]*(?:(?:page|pg\.?|p\.|página|seite)\s*)?\d{1,4}(?:\s*(?:/|of|de|from|von|\|)\s*\d{1,4})?[-–—_|•·\s\[\]()]*",
    re.IGNORECASE,
)
_SAYS_PAGE = re.compile(
    r"(?:\b(?:page|pg\.?|página)\s*\d{1,4}(?:\s*(?:/|of|de)\s*\d{1,4})?|(?<![/\w])\d{1,4}\s*/\s*\d{1,4}\b)\W*$|^\W*page\s*\d",
    re.IGNORECASE,
)
_SYMBOL = re.compile(r"\s(?=[\w.-]*/)(?=\S*\d)[\w./-]+")  # of a document: 'WP/SEC/2029/3'
_DASHED = re.compile(r"\s*[-–—]\s*\d{1,4}\s*[-–—]\s*")
_RULE = re.compile(r"[\s\-–—_=*~.·•+|]{4,}")


def without_furniture(items: Sequence[Line | RawBlock]) -> list[Printed | RawBlock]:
    """Return the text proper: without running heads, footers, page numbers and drawn rules."""
    lines = [item for item in items if isinstance(item, Line) and not _is_rule(item.text)]
    paged = len({item.page for item in items}) > 1
    dropped = _of_pages(lines) if paged else _of_running_text(lines)
    kept: list[Printed | RawBlock] = []
    page, turned = 0, False
    for item in items:
        if isinstance(item, RawBlock):
            kept.append(item)
            page, turned = item.page, False
        elif id(item) in dropped:
            turned = turned or not paged
        elif not _is_rule(item.text):
            kept.append(Printed(item, turned or (page != item.page and page > 0)))
            page, turned = item.page, False
    return kept


def _is_rule(text: str) -> bool:
    return not text.strip() or bool(_RULE.fullmatch(text.strip()))


def _shape(text: str) -> str:
    return _FIGURES.sub("#", " ".join(text.lower().split()))


def _alike(one: str, other: str) -> bool:
    """Tell whether two lines are the same but for recognition noise."""
    allowed = 1 + len(one) // NOISE
    return one == other or Levenshtein.distance(one, other, score_cutoff=allowed) <= allowed < len(one) // 4


def _of_pages(lines: Sequence[Line]) -> set[int]:
    """Return the identities of the lines that are furniture of a paged text."""
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    dropped: set[int] = set()
    for edge in (1, -1):
        zones = {number: page[::edge][:ZONE] for number, page in pages.items()}
        shapes = {id(line): _shape(line.text) for zone in zones.values() for line in zone}
        counts = Counter(shape for zone in zones.values() for shape in {shapes[id(line)] for line in zone})
        known = {other: times for other, times in counts.items() if times > 1 or len(pages) <= FEW_PAGES}
        for number, zone in zones.items():
            for depth, line in enumerate(zone):
                shape = shapes[id(line)]
                seen = sum(times for other, times in known.items() if _alike(other, shape))
                often = seen >= 2 and (seen >= 0.5 * len(pages) or seen >= 3) and len(line.text) <= 200
                if not often and not (_lone_number(line, zones, depth) and depth <= 1):
                    continue
                if edge == 1 and number == min(pages) and _is_title(line, shape, pages[number]):
                    continue
                dropped.add(id(line))
        _keep_text_above(zones, dropped)
        _keep_set_solid({n: page[::edge][: ZONE + 1] for n, page in pages.items()}, dropped, edge)
    return dropped


def _keep_set_solid(zones: dict[int, list[Line]], dropped: set[int], edge: int) -> None:
    """Heads and feet are set apart or in other type: what a PDF sets solid with the text is text."""
    for zone in zones.values():
        for outer, inner in reversed(list(itertools.pairwise(zone))):
            if id(outer) not in dropped or id(inner) in dropped or _SAYS_PAGE.search(outer.text):
                continue
            gap = inner.gap if edge == 1 else outer.gap
            alike = abs(outer.size - inner.size) < 0.5 and outer.bold == inner.bold
            if outer.size and alike and gap < SOLID and not _PAGE_NUMBER.fullmatch(outer.text.strip()):
                dropped.discard(id(outer))


def _keep_text_above(zones: dict[int, list[Line]], dropped: set[int]) -> None:
    """Furniture stands at the edge: a repeated line with text between it and the edge is text."""
    for zone in zones.values():
        inside = False
        for line in zone:
            if id(line) not in dropped:
                inside = True
            elif inside and not _SAYS_PAGE.search(line.text):
                dropped.discard(id(line))


def _lone_number(line: Line, zones: dict[int, list[Line]], depth: int) -> bool:
    """Tell whether a line is nothing but a page number, in step with those of other pages."""
    if not _PAGE_NUMBER.fullmatch(line.text.strip()):
        return False
    if re.search("[a-z]", line.text, re.IGNORECASE) or _DASHED.fullmatch(line.text):
        return True
    figures = re.search(r"\d+", line.text)
    offset = int(figures[0]) - line.page if figures else 0
    partners = sum(
        bool(_PAGE_NUMBER.fullmatch(other.text.strip()))
        and (number := re.search(r"\d+", other.text)) is not None
        and int(number[0]) - other.page == offset
        for zone in zones.values()
        for other in zone[:2]
    )
    return partners >= 2 or (offset == 0 and depth == 0)


def _is_title(line: Line, shape: str, page: Sequence[Line]) -> bool:
    """Tell whether a repeated line on the first page is the title itself, from which the heads were taken."""
    if ("#" in shape and _SAYS_PAGE.search(line.text)) or _PAGE_NUMBER.fullmatch(line.text.strip()):
        return False
    words = " ".join(_SYMBOL.sub("", line.text).lower().split())
    rest = " ".join(" ".join(other.text.lower().split()) for other in page[:15] if other is not line)
    if words in rest or fuzz.token_set_ratio(words, rest) >= 97:
        return False
    largest = max(other.size for other in page)
    return not largest or line.size >= 0.95 * largest or line.bold


def _of_running_text(lines: Sequence[Line]) -> set[int]:
    """Return the identities of furniture in a text without page breaks: heads that count pages, repeated."""
    counting = [line for line in lines if len(line.text) <= 200 and _SAYS_PAGE.search(line.text)]
    shapes = Counter(_shape(line.text) for line in counting)
    dropped = {
        id(line) for line in counting if shapes[_shape(line.text)] >= 2 or _PAGE_NUMBER.fullmatch(line.text)
    }
    alone = [line for line in lines if _DASHED.fullmatch(line.text)]
    numbers = [int(re.sub(r"\D", "", line.text)) for line in alone]
    if len(numbers) >= 2 and numbers == sorted(set(numbers)):
        dropped |= {id(line) for line in alone}
    for step in (1, -1):
        _drop_beside(lines, dropped, step)
    return dropped


def _drop_beside(lines: Sequence[Line], dropped: set[int], step: int) -> None:
    """Drop the heads that stand after (1), or before (-1), more than one of the lines that count pages.

    The first of them may be the title, from which the heads were taken: it stays.
    """
    places = [place for place, line in enumerate(lines) if id(line) in dropped]
    for _ in range(ZONE):
        beside = [at for place in places if 0 <= (at := place + step) < len(lines)]
        shapes = {at: _shape(lines[at].text) for at in beside if id(lines[at]) not in dropped}
        heads = [
            at
            for at, shape in shapes.items()
            if SHORTEST_HEAD <= len(shape) <= LONGEST_HEAD
            and sum(_alike(shape, other) for other in shapes.values()) >= 2
        ]
        for at in heads:
            if at >= FIRST_LINES or not _is_title(lines[at], shapes[at], lines[:FIRST_LINES]):
                dropped.add(id(lines[at]))
        places = heads
