"""Nouns for meetings: 'meeting', 'session', 'sitting'; the words stand in `gatherings.toml`."""

from __future__ import annotations

import tomllib
from importlib.resources import files

_WORDS: dict[str, list[str]] = tomllib.loads(
    files("corpus.names").joinpath("gatherings.toml").read_text(encoding="utf-8")
)


def _any(words: list[str]) -> str:
    return "(?:" + "|".join(word.replace(" ", r"\s+") for word in words) + ")"


MEETING = _any(_WORDS["meetings"])
"""The pattern of a body's own meeting, in small letters, without a boundary at its ends."""
OWN = frozenset(_WORDS["own"])
"""The nouns for a body's own meeting, in the singular."""
GATHERING = _any([*_WORDS["meetings"], *_WORDS["events"]])
"""The pattern of any meeting or event."""
