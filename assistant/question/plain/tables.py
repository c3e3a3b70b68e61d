"""The table of wordings, read once."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

# Alternatives of a pattern: the words that open a question, and the verbs that make one of a statement.
QUESTION_WORDS = "which|what|who|whom|whose|when|where|why|how"
AUXILIARIES = "did|do|does|was|were|is|are|has|have|had|will|would|can|could|should"


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "wordings.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=16)
def patterns(name: str) -> tuple[str, ...]:
    """Return the patterns of one list of `wordings.toml`."""
    return tuple(str(pattern) for pattern in _tables()["lists"][name])


@lru_cache(maxsize=4)
def replacements(name: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the patterns of one table of `wordings.toml` with what stands for them, in the table's order."""
    return tuple((re.compile(pattern, re.IGNORECASE), plain) for pattern, plain in _tables()[name])


@lru_cache(maxsize=1)
def verbs() -> dict[str, str]:
    """Return the past forms of the verbs that a 'whether' clause may hold, with their base forms."""
    return {str(past): str(base) for past, base in _tables()["verbs"].items()}
