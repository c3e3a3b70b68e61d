"""Noise put into clean text as recognition makes it: figures for letters and letters for figures."""

from __future__ import annotations

import random
import re

_PRINTED = {
    **{"o": ("0",), "O": ("0",), "l": ("1", "I"), "I": ("l", "1"), "i": ("1",), "m": ("rn",)},
    **{"s": ("5",), "S": ("5",), "B": ("8",), "0": ("O",), "1": ("l",)},
}
_WORD = re.compile(r"[^\W\d_]{5,}|\d{2,4}")


def misread(text: str, source: random.Random, share: float) -> str:
    """Return text with about `share` of its words of five letters or more, and its numbers, misread once."""

    def put(found: re.Match[str]) -> str:
        word = found[0]
        places = [place for place, char in enumerate(word) if char in _PRINTED]
        if not places or source.random() > share:
            return word
        at = source.choice(places)
        return word[:at] + source.choice(_PRINTED[word[at]]) + word[at + 1 :]

    return _WORD.sub(put, text)
