"""Which column of a table holds what, by the words of its head."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

_WORDS = re.compile(r"[a-z]+(?:-[a-z]+)*")


@lru_cache(maxsize=8)
def vocabulary(name: str) -> dict[str, tuple[str, ...]]:
    """Return the words of a list beside this module, by role ('plan_columns.toml')."""
    written = files("corpus.records").joinpath(name).read_text(encoding="utf-8")
    return {role: tuple(phrases) for role, phrases in tomllib.loads(written).items()}


def columns(header: tuple[str, ...], vocabulary: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Return role → index of its column.

    `vocabulary` gives the phrases (lower case) that name each role, in order of how sure they are. A head is
    compared as a whole first, then by the phrases that it contains; every column gets one role at most.
    """
    heads = [" ".join(_WORDS.findall(head.lower())) for head in header]
    roles: dict[str, int] = {}
    taken: set[int] = set()
    for whole in (True, False):
        for role, phrases in vocabulary.items():
            if role in roles:
                continue
            for index in (_position(heads, phrase, taken, whole) for phrase in phrases):
                if index is not None:
                    roles[role] = index
                    taken.add(index)
                    break
    return roles


def _position(heads: list[str], phrase: str, taken: set[int], whole: bool) -> int | None:
    for index, head in enumerate(heads):
        if index in taken or not head:
            continue
        if head == phrase or (not whole and re.search(rf"\b{re.escape(phrase)}\b", head)):
            return index
    return None
