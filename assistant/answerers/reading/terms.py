"""Words as they are compared: stems, meanings shared by synonyms, acronyms with their expansions, weights.

A token of a text stands for its stem and, where it begins a phrase of `synonyms.toml` or a known acronym, for
that meaning too ('@attend' for 'took part').
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from wordfreq import zipf_frequency

from corpus.names.parties import find_parties
from index.expansion import acronyms
from index.words import stem

# 'vice-chair' and 'co-chair' are other offices than 'chair', so each is one word however it is written.
WORD = re.compile(r"(?:vice|co)[-– ]?chair[^\W_]*|[^\W_]+(?:[’'][^\W_]+)*", re.IGNORECASE)
# What decisions, activities and actions are numbered with: '6/2', 'A.2', 'D5/1', '4.c'.
LABEL = re.compile(
    r"\b(?:[A-Z]{0,4}\d{1,2}(?:/\d{1,2})+|[A-Z]\.\d{1,2}|\d{1,2}\.(?:\d{1,2}|[a-z]))\b(?![.,]?\d)"
)
_OFFICE = re.compile(r"(vice|co)[-– ]?(?=chair)")
_APOSTROPHE = re.compile(r"[’']s?$")
_LONGEST_PHRASE = 5


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: its stem and where it stands in that text."""

    stem: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Return the words of a text in order; 'co-chair' is one word, 'well-known' two, "group's" is 'group'."""
    return [Token(word_stem(match.group()), match.start(), match.end()) for match in WORD.finditer(text)]


@lru_cache(maxsize=65536)
def word_stem(word: str) -> str:
    """Return the stem of one word, as the index cuts it; a plain figure without leading noughts."""
    lower = _OFFICE.sub(r"\1", _APOSTROPHE.sub("", word.lower()))
    if lower in _APART:
        return _APART[lower]
    return lower.lstrip("0") or "0" if lower.isdigit() else stem(lower)


# Words that the stemmer throws together though they mean different things here.
_APART = {
    form: name
    for name, forms in {
        "presenter": "presenter presenters",
        "presenting": "presented presents presenting",
        "presentation": "presentation presentations",
        "participating": "participating",
        "formed": "formed formation",
        "founded": "founded",
        "planned": "planned",
        "finally": "finally",
    }.items()
    for form in forms.split()
}


def word_at(words: Sequence[Token], start: int) -> int:
    """Return the number of the first word that stands at or after a position; 0 where none does."""
    return next((number for number, word in enumerate(words) if word.start >= start), 0)


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files(__package__) / "synonyms.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=64)
def word_list(name: str) -> frozenset[str]:
    """Return the stems of one of the word lists of `synonyms.toml`; empty for a list that it lacks."""
    return frozenset(word_stem(word) for word in _tables()["words"].get(name, "").split())


@lru_cache(maxsize=1)
def kind_nouns() -> Mapping[str, frozenset[str]]:
    """Return, for the stem of a noun that names fill, the kinds of names that do: 'party', 'person' …"""
    kinds: dict[str, set[str]] = {}
    for kind, nouns in _tables()["kinds"].items():
        for noun in nouns.split():
            kinds.setdefault(word_stem(noun), set()).add(kind)
    return {stem: frozenset(names) for stem, names in kinds.items()}


@lru_cache(maxsize=1)
def phrase_stems() -> dict[str, tuple[str, ...]]:
    """Return the meanings of the single words of the synonym table, by stem."""
    return {key[0]: names for key, names in _phrases().items() if len(key) == 1}


def party_key(name: str) -> str:
    """Return the meaning that stands for a party under any of its names."""
    return f"@p={name}"


def party_places(text: str, words: Sequence[Token]) -> dict[str, list[int]]:
    """Return where the known parties of a text stand, as meanings with word numbers."""
    places: dict[str, list[int]] = {}
    for one in find_parties(text):
        places.setdefault(party_key(one.party.name), []).append(word_at(words, one.start))
    return places


@lru_cache(maxsize=1)
def _phrases() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    table = _tables()["meanings"]
    phrases: dict[tuple[str, ...], list[str]] = {}
    for meaning, forms in table.items():
        for form in forms:
            key = tuple(token.stem for token in tokens(form))
            if f"@{meaning}" not in phrases.setdefault(key, []):
                phrases[key].append(f"@{meaning}")
    return {key: tuple(value) for key, value in phrases.items()}


def meanings(
    stems: list[str], acronyms: Mapping[tuple[str, ...], str]
) -> dict[int, tuple[tuple[str, ...], int]]:
    """Return, for each position where a phrase begins, the meanings of the longest and its length."""
    table = _phrases()
    found: dict[int, tuple[tuple[str, ...], int]] = {}
    for position in range(len(stems)):
        for length in range(min(_LONGEST_PHRASE + 3, len(stems) - position), 0, -1):
            key = tuple(stems[position : position + length])
            names = table.get(key, ())
            if key in acronyms:
                names = (*names, acronyms[key])
            if names:
                found[position] = (names, length)
                break
    return found


def acronyms_in(text: str) -> dict[str, str]:
    """Return the acronyms that a text defines with their expansions."""
    found: dict[str, str] = {}
    for acronym, name in acronyms(text):
        found.setdefault(acronym, " ".join(name.split()))
    return found


def acronym_keys(pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, ...], str]:
    """Return the meaning ('@=wco') for the stems of each acronym and of its expansion."""
    keys: dict[tuple[str, ...], str] = {}
    for acronym, name in pairs:
        meaning = f"@={acronym.lower()}"
        for form in (acronym, name):
            key = tuple(token.stem for token in tokens(form))
            if key:
                keys.setdefault(key, meaning)
    return keys


@lru_cache(maxsize=16384)
def rarity(word: str) -> float:
    """Return how telling a word is in English at large: 0.15 (very common) to 1.2 (rare or unknown)."""
    if word[:1].isdigit():
        return 0.8
    return float(min(1.2, max(0.15, (6.4 - zipf_frequency(word, "en")) / 2.6)))
