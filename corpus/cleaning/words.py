"""What is a word, and how the two halves of a broken one go together."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from functools import lru_cache

from wordfreq import zipf_frequency

COMMON = 3.0  # Zipf scale: a word that everybody knows
KNOWN = 1.8  # a rare word, still a word
SURE = 5.5  # a word so common that even two letters of it can be told
_OPEN_ENDED = frozenset({"and", "or", "to", "und", "et", "as", "nor", "but", "versus"})
_HALVES = re.compile(r"((?:[A-Za-zÀ-ÿ]|(?<=[a-zà-ÿ])[01]|[01](?=[a-zà-ÿ]))+)-$")
_WHOLE = re.compile(r"(?<![\w-])[^\W\d_]{4,}(?:-[^\W\d_]+)*(?![\w-])")
_HEAD = re.compile(r"((?:[A-Za-zÀ-ÿ]|(?<=[a-zà-ÿ])[01]|[01](?=[a-zà-ÿ]))+)(.*)", re.DOTALL)


@lru_cache(maxsize=50_000)
def frequency(word: str) -> float:
    """Return how common an English word is, on the Zipf scale (0: unknown, 7: 'the')."""
    return float(zipf_frequency(word.lower(), "en", minimum=0.0))


def whole_words(lines: Iterable[str]) -> frozenset[str]:
    """Return the words, with their hyphens, that stand whole on the lines of a document."""
    return frozenset(word for line in lines for word in _WHOLE.findall(line))


def join_broken(left: str, right: str, words: Container[str] = ()) -> str:
    """Return two printed lines as one text, a word broken at the line end made whole.

    'inter-' + 'national' gives 'international', 'long-' + 'term' 'long-term'; 'pre-' + 'and' stay apart.
    What stands whole in `words`, those of the document, is joined as it stands there.
    """
    left, right = left.rstrip(), right.lstrip()
    if not left or not right:
        return left or right
    if left.endswith(("\u00ad", "\u2010")) and right[0].isalpha():
        left = left[:-1] + "-"
    half = _HALVES.search(left)
    tail = _HEAD.match(right)
    if not half or not tail or tail[1].lower() in _OPEN_ENDED:
        dash = re.search(r"\d-$", left) and right[0].isdigit()
        slash = left.endswith("/") and not left.endswith(" /")
        return left + ("" if dash or slash else " ") + right
    return left[: half.start()] + whole(half[1], tail[1], words) + tail[2]


def whole(first: str, second: str, words: Container[str] = ()) -> str:
    """Return the word that two halves around a line end make; a hyphen of its own is kept."""
    merged, hyphened = first + second, f"{first}-{second}"
    if (merged in words) != (hyphened in words):
        return merged if merged in words else hyphened
    if not merged.isalpha():
        # Halves with figures for letters: the repair of the whole word comes later.
        spelt = (merged.replace("0", "o").replace("1", letter) for letter in "li")
        return merged if any(frequency(word) >= KNOWN for word in spelt) else hyphened
    if second[0].isupper() or first.isupper():
        return hyphened
    together = frequency(merged)
    both = min(frequency(first), frequency(second))
    if together >= KNOWN and (together >= COMMON or both < COMMON or together >= both):
        return merged
    if both >= COMMON and len(first) > 2:
        return hyphened
    return merged if both < KNOWN or together > 0 else hyphened
