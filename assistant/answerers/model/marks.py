"""Cuts a text into the marks that a fact is made of: parties, dates, numbers, roles, denials, and words.

The same mill grinds the model's sentence and the evidence, so that 'UK' and 'United Kingdom', '10th' and
'Tenth', 'twelve' and '12' meet, and two texts can be compared mark by mark.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import lru_cache
from importlib.resources import files

from corpus.names.dates import find_dates
from corpus.names.numbers import find_numbers, find_ordinals
from corpus.names.parties import find_parties
from index.words import STOPWORDS, plain, stem


class Sort(Enum):
    """What a mark stands for."""

    PARTY = auto()
    DATE = auto()
    NUMBER = auto()
    NAME = auto()  # any other word with a capital that does not open a sentence
    ROLE = auto()  # a capacity or an office, or being present as such
    DENIAL = auto()
    HEDGE = auto()  # may, will, should: what is not (yet) so
    BREAK = auto()  # a new clause begins
    WORD = auto()
    FUNCTION = auto()  # the, of, and


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: marks that mean the same have the same `value`; dates have a range beside it."""

    sort: Sort
    value: str
    written: str
    dates: tuple[date, date] | None = None

    @property
    def fact(self) -> bool:
        """Whether the mark is something that an answer can be wrong about."""
        return self.sort in FACTS

    def stands_for(self, other: Mark) -> bool:
        """Whether this mark, in the evidence, covers the other, in a claim: a day lies in its month."""
        if self.dates is not None and other.dates is not None:
            return self.dates[0] <= other.dates[0] and other.dates[1] <= self.dates[1]
        return self.value == other.value


FACTS = frozenset({Sort.PARTY, Sort.DATE, Sort.NUMBER, Sort.NAME, Sort.ROLE, Sort.DENIAL})
ENTITIES = frozenset({Sort.PARTY, Sort.DATE, Sort.NUMBER, Sort.NAME})

_WORDS = tomllib.loads(files("assistant.answerers.model").joinpath("words.toml").read_text(encoding="utf-8"))
_ROLE_OF = {word: role for role, written in _WORDS["roles"].items() for word in written.split()}
_DENIALS = frozenset(_WORDS["sorts"]["denial"].split())
_HEDGES = frozenset(_WORDS["sorts"]["hedge"].split())
_BREAKS = frozenset(_WORDS["sorts"]["break"].split())
FRAME = frozenset(stem(word) for word in _WORDS["sorts"]["frame"].split())
"""Stems of the words that state nothing of their own ('also', 'including')."""
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[.;!?](?=\s|$)|[:\n]")
_COCHAIR = re.compile(r"\bco[-‐‑\s]?(?=chair)", re.IGNORECASE)
_LITTLE = frozenset(["one"])  # a pronoun as often as a number


@lru_cache(maxsize=8192)
def marks(text: str) -> tuple[Mark, ...]:
    """Return the marks of a text in order; the words inside a party's name or a date are one mark."""
    text = _COCHAIR.sub("co", text)
    spans: list[tuple[int, int, Mark]] = []
    taken: list[tuple[int, int]] = []

    def free(start: int, end: int) -> bool:
        return all(end <= first or start >= last for first, last in taken)

    def add(start: int, end: int, sort: Sort, value: str, dates: tuple[date, date] | None = None) -> None:
        if free(start, end):
            taken.append((start, end))
            spans.append((start, end, Mark(sort, value, text[start:end], dates)))

    for day in find_dates(text):
        days = (day.range.start, day.range.end)
        add(day.start, day.end, Sort.DATE, f"date {days[0]} {days[1]}", days)
    for party in find_parties(text):
        add(party.start, party.end, Sort.PARTY, f"party {plain(party.party.name)}")
    for ordinal in find_ordinals(text):
        add(ordinal.start, ordinal.end, Sort.NUMBER, f"ordinal {ordinal.value}")
    for number in find_numbers(text):
        if plain(text[number.start : number.end]) not in _LITTLE:
            add(number.start, number.end, Sort.NUMBER, f"number {number.value}")
    opening = True
    for match in _TOKEN.finditer(text):
        word = match.group()
        if word in ".;!?:\n":
            opening = True
            if word in ".;!?":
                spans.append((match.start(), match.end(), Mark(Sort.BREAK, word, word)))
            continue
        if free(match.start(), match.end()):
            spans.append((match.start(), match.end(), _word(word, opening)))
        opening = False
    return tuple(mark for _, _, mark in sorted(spans, key=lambda span: span[:2]))


def _word(word: str, opening: bool) -> Mark:
    folded = plain(word).replace("’", "'")
    if folded in _BREAKS:
        return Mark(Sort.BREAK, folded, word)
    if folded.endswith("n't"):
        return Mark(Sort.DENIAL, "denial", word)
    if folded in _ROLE_OF:
        return Mark(Sort.ROLE, f"role {_ROLE_OF[folded]}", word)
    if folded in _DENIALS:
        return Mark(Sort.DENIAL, "denial", word)
    if folded in _HEDGES and word[:1].islower():
        return Mark(Sort.HEDGE, "hedge", word)
    base = stem(word)
    if any(character.isdigit() for character in word):
        return Mark(Sort.NUMBER, base, word)
    if word[:1].isupper() and len(word) > 1 and (not opening or word.isupper()):
        return Mark(Sort.FUNCTION if base in STOPWORDS else Sort.NAME, base, word)
    return Mark(Sort.FUNCTION if base in STOPWORDS else Sort.WORD, base, word)
