"""Printed lines gathered into runs: each run is one paragraph, item, heading or single line."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from corpus.cleaning.words import join_broken
from corpus.layout.datelines import STRUCTURAL, is_dateline
from corpus.layout.markers import figure, numbered, split_marker, style
from corpus.layout.measure import Measure, Printed, ends_sentence
from corpus.raw import Line

_OPEN_END = re.compile(r"(?:,|;|:|\b(?:and|or))$")
_CONNECTS = re.compile(
    r"(?:[,–—:&/-]|\b(?:and|or|of|on|in|the|for|to|with|by|at|from|a|an|against))$", re.IGNORECASE
)
_CONTINUES = re.compile(r"(?:and|or|of|on|in|the|for|to|with|by|at|from|against)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b[\s.)]*$|^\(?\d{1,2}\b.*\b(?:19|20)\d\d\b")
FORM_OF_ADDRESS = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Mme|Dra?|Ing|Lic|Mtr[oa]|Prof|H\.?E|Hon|Amb|Captain|Capt|Colonel|Col|General|Gen|Sir|Dame|Sra?)\b\.?\s"
)
_LABEL = re.compile(r"[A-Z][\w’'/&() -]{1,40}:(?:\s|$)")
# 'Benin ....... Ms X', 'Quorum _ _ _ _ eight': dots that lead the eye to what stands behind
_LED = re.compile(r"[^\W\d_][^.:;_…]{0,60}?(?:\.{4,}|…{2,}|_{4,}|·{4,}|(?:\s[.…·_]){4,})\s*\w")
_DELEGATION = re.compile(rf"[A-ZÀ-Þ][^:.;]{{1,80}}:\s+{FORM_OF_ADDRESS.pattern}")


@dataclass(slots=True)
class Run:
    """Lines of one block. `apart`: blank space, or the start of a page, lies above it."""

    lines: list[Line]
    apart: bool
    marker: str = ""
    turned: bool = False
    close: bool = False  # blank space follows

    text: str = field(init=False, default="")
    breaks: tuple[tuple[int, int], ...] = field(init=False, default=())

    def settle(self, words: Container[str] = ()) -> None:
        """Join the lines: fills `text` (without the marker) and `breaks` (offsets in it).

        Words that line ends have broken are made whole as they stand in `words`, those of the document.
        """
        first = self.lines[0].text.strip()
        self.text = split_marker(first)[1].strip() if self.marker else " ".join(first.split(" "))
        breaks = []
        for before, line in zip(self.lines, self.lines[1:], strict=False):
            joined = join_broken(self.text, line.text.strip(), words)
            if line.page > before.page:
                breaks.append((len(joined) - len(line.text.strip()), line.page))
            self.text = joined
        self.breaks = tuple((max(0, offset), page) for offset, page in breaks)


def gather(printed: Sequence[Printed], measure: Measure, words: Container[str] = ()) -> list[Run]:
    """Return the runs of consecutive lines, in order; `words` are those of the document."""
    runs: list[Run] = []
    for each in printed:
        line = each.line
        last = runs[-1] if runs else None
        gap = line.gap > measure.gap
        marker, _ = split_marker(line.text.strip())
        if last and not (gap and not each.turned) and _joins(last, each, marker, measure):
            last.lines.append(line)
            continue
        if (
            marker
            and last
            and not gap
            and not each.turned
            and not _marker_counts(last, marker, line, measure)
        ):
            marker = ""
        if last and (gap or each.turned):
            last.close = True
        runs.append(Run([line], apart=gap or each.turned or not last, marker=marker, turned=each.turned))
    if runs:
        runs[-1].close = True
    for run in runs:
        run.settle(words)
    return runs


def _joins(run: Run, each: Printed, marker: str, measure: Measure) -> bool:
    """Tell whether a line goes on with a run."""
    before, line = run.lines[-1], each.line
    text, previous = line.text.strip(), before.text.strip()
    if before.size and (abs(before.size - line.size) > 0.12 * max(before.size, line.size)):
        return False
    if before.bold != line.bold and before.size and not measure.full(before, line):
        return False
    if marker and _marker_counts(run, marker, line, measure):
        return False
    if (
        _states_a_date(text)
        and not _CONNECTS.search(previous)
        and not _breaks_a_sentence(before, line, measure)
    ):
        return False
    if STRUCTURAL.match(text) and ends_sentence(previous):
        return False
    if previous.isupper() and FORM_OF_ADDRESS.match(text):
        return False  # a delegate under the name of a delegation
    if _LED.match(text):
        return False
    if (
        not each.turned
        and _LED.match(run.lines[0].text.strip())
        and line.left > run.lines[0].left + measure.step
    ):
        return True
    if _DELEGATION.match(text) and _DELEGATION.match(split_marker(run.lines[0].text.strip())[1]):
        return False
    if each.turned:
        return _goes_on_over_the_page(run, before, line, measure)
    lower = text[:1].islower()
    hyphen = previous.endswith("-") and text[:1].isalpha()
    step = measure.step
    if measure.centred(before, line) or (measure.display(before) and measure.display(line)):
        fits = abs(before.left - line.left) <= step and measure.full(before, line) and not run.marker
        return _connected(previous, text) or lower or hyphen or (fits and len(run.lines) < 3)
    if not measure.wrapped:
        if run.marker:
            return line.left > run.lines[0].left + 1 and (lower or hyphen) and not ends_sentence(previous)
        return _connected(previous, text) and len(previous) <= 150
    if (
        _LABEL.match(run.lines[0].text.strip())
        and line.left > run.lines[0].left + step
        and not _LABEL.match(text)
    ):
        open_end = (
            measure.full(before, line) or hyphen or _OPEN_END.search(previous) or _CONNECTS.search(previous)
        )
        return lower or (bool(open_end) and not ends_sentence(previous.rstrip(",;")))
    if line.left > before.left + step and len(run.lines) == 1 and not run.marker:
        if ends_sentence(previous) and not lower:
            return False
        return measure.full(before, line) or lower or hyphen
    bullet = bool(run.marker) and not numbered(run.marker) and bool(measure.size)
    if bullet and line.left < run.lines[0].left - 1 and line.gap > 0.05 and text[:1].isupper():
        return False  # set further out than the bullet, and apart: a paragraph behind the list
    flush = run.marker and not numbered(run.marker) and line.left <= run.lines[0].left + step
    if flush and not lower and ends_sentence(previous):
        return False
    if run.marker and line.left < min(run.lines[0].left, before.left) - step:
        ended = ends_sentence(previous) and not numbered(run.marker)
        return not ended and (measure.full(before, line) or lower or hyphen)
    if run.marker and line.left > run.lines[0].left + step and not _LABEL.match(text):
        return True  # a hanging item
    if _LABEL.match(text) and _LABEL.match(run.lines[0].text.strip()):
        return False
    if measure.full(before, line):
        return True
    if hyphen or (lower and not ends_sentence(previous)):
        return True
    return _connected(previous, text) and not ends_sentence(text)


def _states_a_date(text: str) -> bool:
    """Tell whether a line is a date with its place, as under a title ('Held in Suva, 4 May 2030')."""
    return len(text) <= 80 and bool(_YEAR.search(text)) and is_dateline(text)


def _breaks_a_sentence(before: Line, line: Line, measure: Measure) -> bool:
    """Tell whether a line end parts a sentence before its date ('The first meeting was held in Port' / 'Vila in …')."""
    previous = before.text.strip()
    prose = len(previous) > 50 and not ends_sentence(previous) and not measure.centred(before, line)
    closes = line.text.strip().endswith(".") or line.text.strip()[:1].islower()
    return prose and closes and measure.full(before, line)


def _connected(previous: str, text: str) -> bool:
    """Tell whether two short lines, as of a title, are one by their words ('… and' / 'Session …')."""
    if previous.endswith(":") or text.endswith(":"):
        return False
    return bool(_CONNECTS.search(previous)) or (text[:1].islower() and bool(_CONTINUES.match(text)))


def _goes_on_over_the_page(run: Run, before: Line, line: Line, measure: Measure) -> bool:
    previous, text = before.text.strip(), line.text.strip()
    if text[:1].islower():
        return not previous.endswith((".", "!", "?", ";", ":"))
    if ends_sentence(previous):
        return False
    return measure.full(before, line) and (len(run.lines) > 1 or len(previous) > 40)


def _marker_counts(run: Run, marker: str, line: Line, measure: Measure) -> bool:
    """Tell whether what looks like a marker at a line's start is one, and no accident of the line break."""
    previous = run.lines[-1].text.strip()
    if ends_sentence(previous) or _OPEN_END.search(previous) or not measure.full(run.lines[-1], line):
        return True
    if run.marker and style(run.marker) == style(marker):
        here, there = figure(marker), figure(run.marker)
        return here is None or there is None or here == there + 1
    return style(marker).startswith(("bullet •", "bullet o", "label", "number1", "number2"))
