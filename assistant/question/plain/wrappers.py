"""Takes away what stands around a question and asks nothing: courtesies, 'any idea', 'y/n'."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.question.plain.tables import patterns

_LEAST = 2  # words that must be left


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    return re.compile(rf"^\W*(?:{'|'.join(patterns('openings'))})[\s,:]*", re.IGNORECASE)


@lru_cache(maxsize=1)
def _closing() -> re.Pattern[str]:
    return re.compile(
        rf"[\s,;:.?!–—-]+\(?(?:{'|'.join(patterns('closings'))})\)?(?P<end>\s*[?.!]*)$", re.IGNORECASE
    )


def bare(text: str) -> str:
    """Return a question without what it is wrapped in; a wrapper that leaves nothing is no wrapper."""
    for _ in range(4):
        opening = _opening().match(text)
        if opening is None or len(text[opening.end() :].split()) < _LEAST:
            break
        text = text[opening.end() :]
    for _ in range(3):
        closing = _closing().search(text)
        if closing is None or len(text[: closing.start()].split()) < _LEAST:
            break
        text = text[: closing.start()].rstrip() + "?"
    return text
