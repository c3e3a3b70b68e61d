"""Paragraph numbers that recognition has misread: 'l.', 'lO.' and 'S.' in the series 1., 2., 3. …"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.raw import Line

_NUMBER = re.compile(r"(?P<open>\(?)(?P<number>[\dOolISB|]{1,3})(?P<close>[.)])(?=\s+\S)")
_FIGURES = str.maketrans("OolI|SB", "0011158")
_DOUBTFUL = frozenset("SB")  # letters that also stand for names and list items
_FARTHEST = 60.0  # characters, or points: numbers of one series stand at about the same indent


@dataclass(frozen=True, slots=True)
class _Numbered:
    place: int
    value: int
    clean: bool
    frame: tuple[str, str]
    left: float


def repair_numbers(lines: Sequence[Line]) -> list[Line]:
    """Return lines with misread paragraph numbers put right where the numbers around make one series."""
    out = list(lines)
    numbers = [found for place, line in enumerate(lines) if (found := _numbered(place, line))]
    for at, number in enumerate(numbers):
        if number.clean or not _in_series(numbers, at, out[number.place].text):
            continue
        line = out[number.place]
        opened, closed = number.frame
        text = f"{opened}{number.value}{closed}{_NUMBER.sub('', line.text, count=1)}"
        out[number.place] = replace(line, text=text)
    return out


def _numbered(place: int, line: Line) -> _Numbered | None:
    found = _NUMBER.match(line.text)
    if not found:
        return None
    value = int(found["number"].translate(_FIGURES))
    frame = (found["open"], found["close"])
    return _Numbered(place, value, found["number"].isdigit(), frame, line.left)


def _in_series(numbers: Sequence[_Numbered], at: int, text: str) -> bool:
    """Tell whether the number before and the number after are those that a series has there."""
    number = numbers[at]
    same = [
        each for each in numbers if each.frame == number.frame and abs(each.left - number.left) <= _FARTHEST
    ]
    here = same.index(number)
    before = same[here - 1].value == number.value - 1 if here else number.value == 1
    after = same[here + 1].value == number.value + 1 if here + 1 < len(same) else False
    if number.value == 1:
        return after and same[here + 1].clean
    if _DOUBTFUL & set(text.split(".")[0]):
        return before and after
    return before or (after and same[here + 1].clean)
