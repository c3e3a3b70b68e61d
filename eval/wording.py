"""When two wordings say the same: case, accents, numbers in words, dates in any form."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from corpus.names.dates import find_dates
from corpus.names.numbers import find_numbers, find_ordinals

_MARKER = re.compile(r"\s*\[\d+\]")
_FILLER = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "on",
        "in",
        "at",
        "to",
        "for",
        "from",
        "by",
        "and",
        "its",
        "it",
        "is",
        "was",
        "were",
        "as",
        "with",
    ]
)


@lru_cache(maxsize=16384)
def normal(text: str) -> str:
    """Return the text for comparison: no case, accents, markers, punctuation; numbers in figures."""
    text = _MARKER.sub("", text)
    text = _figures(text)
    decomposed = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    plain = "".join(char for char in decomposed if not unicodedata.combining(char)).lower()
    plain = re.sub(r"(?<=\d),(?=\d{3}\b)", "", plain)
    plain = plain.replace("’", "'").replace("'s ", " ")
    return " ".join(re.sub(r"[^\w]+", " ", plain).split())


def _figures(text: str) -> str:
    """Write numbers and ordinals in words as figures ('seventy-four' → 74, 'Tenth' → 10th)."""
    for found in reversed(find_numbers(text)):
        text = f"{text[: found.start]}{found.value}{text[found.end :]}"
    for found in reversed(find_ordinals(text)):
        text = f"{text[: found.start]}{found.value}th{text[found.end :]}"
    return text


def says(text: str, wording: str) -> bool:
    """Whether the text contains the wording, word for word after normalisation."""
    wanted = normal(wording)
    return bool(wanted) and f" {wanted} " in f" {normal(text)} "


def covers(text: str, wording: str, least: float = 0.75) -> bool:
    """Whether the text has at least `least` of the wording's words that carry meaning, numbers all of them.

    For long answers, which may be worded otherwise.
    """
    wanted = [word for word in normal(wording).split() if word not in _FILLER]
    if len(wanted) < 3:
        return False
    have = {_root(word) for word in normal(text).split()}
    if any(word.isdigit() and word not in have for word in wanted):
        return False
    return sum(_root(word) in have for word in wanted) / len(wanted) >= least


def _root(word: str) -> str:
    for ending in (
        "ations",
        "ation",
        "ments",
        "ment",
        "ings",
        "ing",
        "ies",
        "ied",
        "es",
        "ed",
        "ly",
        "s",
        "y",
        "e",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def same_dates(text: str, wording: str) -> bool | None:
    """Whether the dates of the wording all stand in the text; None if the wording has none."""
    wanted = [found.range for found in find_dates(wording)]
    if not wanted:
        return None
    have = [found.range for found in find_dates(text)]
    return all(
        any(
            (one.start, one.end, one.precision) == (other.start, other.end, other.precision) for other in have
        )
        for one in wanted
    )


def numbers_of(text: str) -> list[int]:
    """Return the whole numbers of a text, in words or figures; those of dates and ordinals are left out."""
    text = _MARKER.sub("", text)
    for found in reversed(find_dates(text)):
        text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    return [found.value for found in find_numbers(text)]
