"""The numbers of a text, in figures and in words, without those of its dates."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.names.dates import find_dates
from corpus.names.numbers import find_numbers

_FIGURE = re.compile(r"(?<![\w.,/-])(?P<figure>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\d/]|\.\d)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and where it stands in its text."""

    value: float
    start: int
    end: int


def figures(text: str) -> list[Figure]:
    """Return the numbers of a text in order; of those in words the ones above one."""
    dates = find_dates(text)
    found = {
        match.start(): Figure(float(match["figure"].replace(",", "")), match.start(), match.end())
        for match in _FIGURE.finditer(text)
    }
    for number in find_numbers(text):
        if text[number.start].isalpha() and number.value > 1:
            found.setdefault(number.start, Figure(float(number.value), number.start, number.end))
    return [
        figure
        for start, figure in sorted(found.items())
        if not any(date.start <= start < date.end for date in dates)
    ]
