"""The genre's synonyms: what a question's words may be called in a document."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files

from index.words import STOPWORDS, stem, surface

_LONGEST = 4  # words of a phrase


def synonyms(question: str) -> set[str]:
    """Return the stems of the words that may stand in a document for words of the question."""
    asked = [stem(word) for word in surface(question)]
    found: set[str] = set()
    for phrase in _phrases(asked):
        for group in _groups().get(phrase, ()):
            found.update(group)
    return found - set(asked) - STOPWORDS


def _phrases(asked: Sequence[str]) -> Iterable[tuple[str, ...]]:
    for start in range(len(asked)):
        for length in range(1, min(_LONGEST, len(asked) - start) + 1):
            yield tuple(asked[start : start + length])


@lru_cache(maxsize=1)
def _groups() -> dict[tuple[str, ...], list[frozenset[str]]]:
    data = tomllib.loads(files("index").joinpath("synonyms.toml").read_text(encoding="utf-8"))
    table: dict[tuple[str, ...], list[frozenset[str]]] = {}
    for group in data["groups"]:
        phrases = {tuple(stem(word) for word in surface(phrase)) for phrase in group}
        stems = frozenset(word for phrase in phrases for word in phrase)
        for phrase in phrases:
            table.setdefault(phrase, []).append(stems)
    return table
