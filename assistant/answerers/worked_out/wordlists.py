"""The word lists of this room, as stems."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from assistant.answerers.reading.terms import word_stem


@lru_cache(maxsize=1)
def _tables() -> dict[str, str]:
    return tomllib.loads((files(__package__) / "words.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=16)
def stems(name: str) -> frozenset[str]:
    """Return the stems of a list of `words.toml`."""
    return frozenset(word_stem(word) for word in re.split(r"[\s-]+", _tables()[name]) if word)


@lru_cache(maxsize=16)
def forms(name: str) -> frozenset[str]:
    """Return the words of a list of `words.toml` as they are written there."""
    return frozenset(_tables()[name].split())


@lru_cache(maxsize=16)
def pattern(name: str) -> re.Pattern[str]:
    """Return an expression of `words.toml`; upper and lower case count as the same."""
    return re.compile(_tables()[name], re.IGNORECASE)


def participle(act: str) -> str | None:
    """Return the participle for a noun of an act: 'opened' for 'opening', None for other nouns."""
    return dict(pair.split(":") for pair in forms("acts")).get(act)
