"""The patterns by which bodies below a group are named, and what is told of them; the words stand in `sub_bodies.toml`."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Any

_WORDS: dict[str, Any] = tomllib.loads(
    files("corpus.records").joinpath("sub_bodies.toml").read_text(encoding="utf-8")
)


def _any(words: list[str]) -> str:
    return "(?:" + "|".join(word.replace(" ", r"\s+") for word in words) + ")"


CAPITAL = r"[A-ZÀ-Þ][\w’'-]*"
SORT = _any(_WORDS["sorts"])
_SUBJECT = (
    rf"(?:\s+(?:on|for|of)\s+(?:the\s+)?{CAPITAL}(?:\s+(?:(?:of|and|the|on|for|in|to|at)\s+)*{CAPITAL})*)?"
)
_NAMED = rf"(?:{CAPITAL}\s+){{0,4}}?{SORT}{_SUBJECT}"
_SMALL = rf"(?:{_any(_WORDS['small'])}\s+{_any(_WORDS['small_nouns'])}|{_any(_WORDS['small_alone'])})\b"
# 'Drafting Team for a model contract': the subject goes on in small letters up to what is told of the body
_TAIL = r"(?:\s+(?:on|for|to)\s+(?:[a-z]|\d)[^,.;:()]{2,70}?|\s+on\s+[A-Z][^,.;:()]{2,60}?)?"
_ACRONYM = r"(?:\s+\((?P<{name}_acronym>[A-Z][\w-]+)\))?"

MADE_OF = _any(_WORDS["made_of"])
LEADERS: dict[str, str] = {verb: _any(words) for verb, words in _WORDS["leaders"].items()}
LEADING: dict[str, str] = {verb: _any(words) for verb, words in _WORDS["leading"].items()}
LEADER = "(?:" + "|".join(LEADERS.values()) + ")"
LEADS = "(?:" + "|".join(LEADING.values()) + ")"


def named_body(name: str) -> str:
    """Return the pattern of a body's name as the group `name`: 'Task Team on Wind (TTW)'."""
    return f"(?P<{name}>{_NAMED}{_ACRONYM.replace('{name}', name)})"


def told_body(name: str) -> str:
    """Return the pattern of a body, also one written small, up to what is told of it; as the group `name`."""
    return f"(?P<{name}>(?:{_NAMED}|{_SMALL}){_TAIL}{_ACRONYM.replace('{name}', name)})"


def verb_of(table: dict[str, str], word: str) -> str:
    """Return the verb of a record about who leads a body: `lead`, `chair` or `host`, `lead` where no list has the word."""
    return next((verb for verb, words in table.items() if re.fullmatch(words, word.strip(), re.I)), "lead")
