"""Which column of a table holds what, by the words of its head."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

_WORDS = re.compile(r"[a-z]+(?:-[a-z]+)*")
_NUMBER_SIGN = re.compile(r"#|№|\bn[°º]", re.IGNORECASE)
# Within a longer head they say nothing: 'Helped by', 'Ready to start', 'Signed with'.
_ONLY_WHOLE = frozenset(
    ["by", "for", "with", "from", "to", "q", "i", "end", "start", "run", "until", "work", "to-do"]
)


@lru_cache(maxsize=8)
def vocabulary(name: str) -> dict[str, tuple[str, ...]]:
    """Return the words of a list beside this module, by role ('plan_columns.toml')."""
    written = files("corpus.records").joinpath(name).read_text(encoding="utf-8")
    return {role: tuple(phrases) for role, phrases in tomllib.loads(written).items()}


def heads(header: tuple[str, ...]) -> list[str]:
    """Return the heads of columns as they are compared: in lower case, words only, '#' as 'number'."""
    return [" ".join(_WORDS.findall(_NUMBER_SIGN.sub(" number ", head).lower())) for head in header]


def columns(
    header: tuple[str, ...],
    vocabulary: Mapping[str, tuple[str, ...]],
    known: Mapping[str, int] | None = None,
) -> dict[str, int]:
    """Return role → index of its column; the columns of `known` have their roles already.

    `vocabulary` gives the phrases (lower case) that name each role, in order of how sure they are. A head is
    compared as a whole first, then by the phrases that it contains; every column gets one role at most.
    """
    named = heads(header)
    roles: dict[str, int] = dict(known or {})
    taken: set[int] = set(roles.values())
    for whole in (True, False):
        for role, phrases in vocabulary.items():
            if role in roles:
                continue
            for index in (_position(named, phrase, taken, whole) for phrase in phrases):
                if index is not None:
                    roles[role] = index
                    taken.add(index)
                    break
    return roles


@lru_cache(maxsize=4096)
def _words(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(phrase)}\b")  # there are more of them than `re` keeps compiled


def _position(named: list[str], phrase: str, taken: set[int], whole: bool) -> int | None:
    if not whole and phrase in _ONLY_WHOLE:
        return None
    for index, head in enumerate(named):
        if index in taken or not head:
            continue
        if head == phrase or (not whole and _words(phrase).search(head)):
            return index
    return None
