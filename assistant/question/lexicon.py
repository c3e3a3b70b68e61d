"""The genre's question words, loaded from `lexicon.toml`."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((files(__package__) / "lexicon.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=256)
def phrases(table: str, key: str = "phrases") -> tuple[str, ...]:
    """Return the phrases of one list, longest first, so that a longer one is matched before its parts."""
    return tuple(sorted(set(_tables()[table][key]), key=lambda phrase: (-len(phrase.split()), phrase)))


def keys(table: str) -> tuple[str, ...]:
    """Return the names of the lists of a table."""
    return tuple(_tables()[table])
