"""Finds quoted words in a text however its white space, quotation marks, bullets or hyphens were changed."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from corpus.document import Span


@lru_cache(maxsize=2048)
def letters(text: str) -> tuple[str, tuple[int, ...]]:
    """Return only the letters and digits of a text, folded, with the offset of each in the text."""
    kept: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for part in unicodedata.normalize("NFKD", char):
            if part.isalnum():
                kept.append(part.casefold()[:1])
                places.append(place)
    return "".join(kept), tuple(places)


def locate(text: str, quoted: str) -> Span | None:
    """Return where the text has the quoted words, letters and digits alone compared; None if it has not."""
    wanted = letters(quoted)[0]
    have, places = letters(text)
    at = have.find(wanted) if wanted else -1
    if at < 0:
        return None
    return Span(start=places[at], end=places[at + len(wanted) - 1] + 1)


def holds(text: str, quoted: str) -> bool:
    """Whether the text has the quoted words, in the sense of `locate`."""
    wanted = letters(quoted)[0]
    return bool(wanted) and wanted in letters(text)[0]
