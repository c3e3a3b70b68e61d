"""Which row of a table names its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST = 6  # words in the name of a column
_SIGNS = {"#", "№", "n°", "nº"}


@cache
def _names() -> frozenset[str]:
    text = files("corpus.readers").joinpath("column_names.txt").read_text(encoding="utf-8")
    return frozenset(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def names_columns(cells: Sequence[str]) -> bool:
    """Whether a row reads like the names of columns: short cells, at least half of them of the usual words.

    Of two cells both must be usual, for 'Venue' beside a place is a label and no column.
    """
    filled = [cell.strip() for cell in cells if cell.strip()]
    if len(filled) < 2 or len(filled) < len(cells) - 1:
        return False
    if any(len(cell.split()) > _LONGEST for cell in filled):
        return False
    usual = sum(1 for cell in filled if _usual(cell))
    return usual == 2 if len(filled) == 2 else usual * 2 >= len(filled)


def _usual(cell: str) -> bool:
    if cell.lower() in _SIGNS:
        return True
    words = [word.lower() for word in _WORD.findall(cell)]
    return bool(words) and not re.search(r"\d", cell) and all(word in _names() for word in words)
