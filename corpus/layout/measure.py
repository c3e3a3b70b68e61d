"""The measures of a printed text: its margin, the gap between paragraphs, the size of its type."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from corpus.raw import Line

SHORTEST_MARGIN = 45  # characters: narrower than that, no plain text is set as running prose
SHORTEST_COLUMN = 30  # characters: the same in a PDF, which may be set in columns
SURE_MARGIN = 60  # characters: lines as long as that are broken prose
NARROWEST_COLUMN = 25  # the same for a PDF, whose columns may be narrow
ENOUGH = 8  # lines from which a page's margin, or a column's edge, can be told
LONGEST_LINE = 150  # characters: a longer one is a paragraph that was never broken into lines
_END = re.compile(r"[.;:!?][\"”’')\]]*$")


@dataclass(frozen=True, slots=True)
class Printed:
    """A line of the text proper. `turned`: a page break, or a dropped running head, lies before it."""

    line: Line
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """Lengths in the unit of `Line.left` (characters or points); `gap` in line heights."""

    wrapped: bool  # paragraphs are broken into lines
    margin: float  # where full lines end
    character: float  # mean width of a character
    gap: float  # a larger gap sets paragraphs apart
    size: float  # of the running text, 0 where unknown
    bold: bool  # the running text is bold
    left: float  # where most lines begin
    margins: Mapping[int, float]  # by page, where a page has enough lines to tell
    edges: frozenset[int]  # right edges that many lines of justified columns share, in points

    @property
    def step(self) -> float:
        """The least difference of two indents that means something."""
        return 4.0 if self.size else 1.6 * self.character

    def display(self, line: Line) -> bool:
        """Tell whether a line is set in larger or bolder type than the running text."""
        return bool(self.size) and (line.size > 1.08 * self.size or (line.bold and not self.bold))

    def centred(self, line: Line, following: Line) -> bool:
        """Tell whether two lines are centred above each other, away from the edge of the running text."""
        middle = abs((line.left + line.right) - (following.left + following.right)) / 2
        away = min(line.left, following.left) > self.left + 2 * self.step
        return away and middle <= 2 * self.step and abs(line.left - following.left) > self.step / 2

    def full(self, line: Line, following: Line) -> bool:
        """Tell whether the first word of the following line would not have fitted on this one."""
        if not self.wrapped:
            return False
        word = following.text.split(" ", 1)[0]
        margin = self.margins.get(line.page, self.margin)
        slack = 0.1 * margin if self.size == 0 else 0.02 * margin
        return (
            line.right + (len(word) + 1) * self.character > margin - slack or round(line.right) in self.edges
        )


def measure(lines: Sequence[Printed]) -> Measure:
    """Measure the lines of a whole document."""
    plain = [each.line for each in lines]
    sizes = Counter[float]()
    bold = Counter[bool]()
    for line in plain:
        sizes[round(line.size, 1)] += len(line.text)
        bold[line.bold] += len(line.text)
    paged_size = sizes.most_common(1)[0][0] if sizes else 0.0
    shortest = SHORTEST_COLUMN if paged_size else SHORTEST_MARGIN
    paged_size = sizes.most_common(1)[0][0] if sizes else 0.0
    shortest = NARROWEST_COLUMN if paged_size else SHORTEST_MARGIN
    long = sorted(line.right for line in plain if len(line.text) >= shortest)
    by_page: dict[int, list[float]] = defaultdict(list)
    for line in plain:
        if len(line.text) >= shortest:
            by_page[line.page].append(line.right)
    edges = Counter(round(line.right) for line in plain) if paged_size else Counter[int]()
    lengths = sorted(len(line.text) for line in plain)
    longest = lengths[int(0.95 * (len(lengths) - 1))] if lengths else 0
    widths = [(line.right - line.left) / len(line.text) for line in plain if len(line.text) > 10]
    return Measure(
        wrapped=bool(long) and (paged_size > 0 or (longest <= LONGEST_LINE and _set_in_lines(long, lengths))),
        margin=_edge(long),
        margins={page: _edge(sorted(rights)) for page, rights in by_page.items() if len(rights) >= ENOUGH},
        edges=frozenset(edge for edge, times in edges.items() if times >= max(ENOUGH, 0.15 * len(plain))),
        character=median(widths) if widths and paged_size else 1.0,
        gap=_gap(plain, lines),
        size=paged_size,
        bold=bold[True] > bold[False],
        left=Counter(round(line.left) for line in plain).most_common(1)[0][0] if plain else 0.0,
    )


def _set_in_lines(long: Sequence[float], lengths: Sequence[int]) -> bool:
    """Tell whether plain text with a narrow margin is running prose: many of its lines reach it."""
    margin = _edge(long)
    return margin >= SURE_MARGIN or sum(length >= 0.8 * margin for length in lengths) >= 0.2 * len(lengths)


def _edge(rights: Sequence[float]) -> float:
    """Return where full lines end, from the sorted right ends of long lines."""
    return rights[int(0.9 * (len(rights) - 1))] if rights else 0.0


def _gap(plain: Sequence[Line], lines: Sequence[Printed]) -> float:
    """Return the gap above which a new paragraph begins: above what lies between the lines of one."""
    inner = [
        each.line.gap
        for before, each in itertools.pairwise(lines)
        if not each.turned and each.line.text[:1].islower() and not _END.search(before.line.text)
    ]
    if not any(line.size for line in plain):
        return (median(inner) if len(inner) >= 2 else 0.0) + 0.5
    if len(inner) >= 2:
        return sorted(inner)[int(0.75 * (len(inner) - 1))] + 0.1
    usual = median(line.gap for line in plain) if plain else 0.0
    return (usual if usual < 0.8 else 0.0) + 0.3


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends as a sentence, a lead-in or a list item does."""
    return bool(_END.search(text.rstrip()))
