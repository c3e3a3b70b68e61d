"""When two wordings say the same: case, accents, spelling, numbers in words, dates, names of parties."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from corpus.document import DateRange, Precision
from corpus.names.dates import find_dates
from corpus.names.numbers import find_numbers, find_ordinals
from corpus.names.parties import find_parties, resolve

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
        "or",
        "its",
        "it",
        "is",
        "was",
        "were",
        "be",
        "been",
        "as",
        "with",
        "that",
        "this",
        "which",
        "who",
    ]
)
_ENDINGS = (
    *("ations", "ation", "ments", "ment", "ings", "ing", "ities", "ity", "ally", "ies", "ied", "ers", "er"),
    *("es", "ed", "ly", "al", "s", "y", "e"),
)
_SPELLINGS = (  # British and American forms of one word, money and shares
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"%"), " percent "),
    (re.compile(r"\bper cent\b"), "percent"),
    (re.compile(r"€|\beuros?\b"), " eur "),
    (re.compile(r"\bis(ations?|e|ed|es|ing)\b|(?<=\w)is(ations?|ed|es|ing)\b"), r"iz\1\2"),
    (re.compile(r"\bprogrammes?\b"), "program"),
    (re.compile(r"\bcentre(s?)\b"), r"center\1"),
    (re.compile(r"(?<=\w\w)our\b"), "or"),
)


class Number(NamedTuple):
    """A number in a text: `text[start:end]` states `value`."""

    start: int
    end: int
    value: int


def plain(text: str) -> str:
    """Return the text without citation markers."""
    return _MARKER.sub("", text)


@lru_cache(maxsize=16384)
def normal(text: str) -> str:
    """Return the text for comparison: no case, accents, markers, punctuation; numbers in figures."""
    text = _figures(plain(text).replace("’", "'"))
    decomposed = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    text = "".join(char for char in decomposed if not unicodedata.combining(char)).lower()
    text = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)
    for pattern, spelling in _SPELLINGS:
        text = pattern.sub(spelling, text)
    text = re.sub(r"'s?(?=\s|$)", "", text)
    return " ".join(re.sub(r"[^\w]+", " ", text).split())


def _figures(text: str) -> str:
    """Write numbers and ordinals in words as figures ('seventy-four' → 74, 'Tenth' → 10th)."""
    for found in reversed(find_numbers(text)):
        if text[found.start : found.end].lower() != "both":
            text = f"{text[: found.start]}{found.value}{text[found.end :]}"
    for found in reversed(find_ordinals(text)):
        text = f"{text[: found.start]}{found.value}th{text[found.end :]}"
    return text


def says(text: str, wording: str) -> bool:
    """Whether the text contains the wording, word for word after normalisation."""
    wanted = normal(wording)
    return bool(wanted) and f" {wanted} " in f" {normal(text)} "


def content_words(text: str) -> list[str]:
    """Return the roots of the words that carry meaning, in order."""
    return [_root(word) for word in normal(text).split() if word not in _FILLER]


def covers(text: str, wording: str, least: float = 0.75) -> bool:
    """Whether the text has at least `least` of the wording's words that carry meaning, numbers all of them.

    For long answers, which may be worded otherwise; a wording of fewer than three such words never is.
    """
    wanted = content_words(wording)
    if len(wanted) < 3:
        return False
    have = set(content_words(text))
    if any(any(char.isdigit() for char in word) and word not in have for word in wanted):
        return False
    return sum(word in have for word in wanted) / len(wanted) >= least


def _root(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def party_of(wording: str) -> str | None:
    """Return the canonical name of the party that a whole wording names, or None."""
    for party in find_parties(wording):
        rest = wording[: party.start] + wording[party.end :]
        if not party.demonym and normal(rest) in ("", "the", "government of", "government of the"):
            return party.party.name
    known = resolve(wording) if len(wording.split()) <= 8 and wording[:1].isupper() else None
    return known.name if known is not None and normal(known.name) == normal(wording) else None


def dates_of(text: str) -> list[DateRange]:
    """Return the dates of a text."""
    return [found.range for found in find_dates(plain(text))]


def same_date(said: DateRange, gold: DateRange) -> bool:
    """Whether a date that was said is the gold one, or lies in the month or year that the gold one names."""
    if (said.start, said.end) == (gold.start, gold.end):
        return said.precision == gold.precision
    return gold.precision != Precision.DAY and gold.start <= said.start and said.end <= gold.end


def numbers_of(text: str) -> list[int]:
    """Return the whole numbers of a text, in words or figures; those of dates and ordinals are left out."""
    return [number.value for number in numbers_at(text)]


def numbers_at(text: str) -> list[Number]:
    """Return the whole numbers of a text without markers, with their places (see `numbers_of`)."""
    for found in reversed(find_dates(text)):
        if re.search(r"[A-Za-z/-]", text[found.start : found.end]) or re.fullmatch(
            r"(?:19|20)\d\d", text[found.start : found.end]
        ):
            text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    return [
        Number(found.start, found.end, found.value)
        for found in find_numbers(text)
        if text[found.start : found.end].lower() != "both"
    ]
