"""Words that a scan has broken: 'organ isations', 'Inter- national'."""

from __future__ import annotations

import re

from corpus.cleaning.words import COMMON, KNOWN, frequency, whole

_HYPHENATED = re.compile(
    r"(?<![\w-])([A-Za-zÀ-ÿ]{2,})- (?!(?:and|or|to|nor|as|but|versus|und|et)\b)([a-zà-ÿ]+)(?![\w-])"
)
_PAIR = re.compile(r"(?<![\w’'-])([A-Za-zÀ-ÿ]{2,}) ([a-zà-ÿ]{2,})(?![\w’'-])")
# Endings that are no words of their own.
_ENDINGS = frozenset(
    [
        *("ment", "ments", "tion", "tions", "sion", "sions", "ation", "ations", "isation", "isations"),
        *("ization", "izations", "ness", "ity", "ities", "ance", "ances", "ence", "ences", "ibility"),
        *("ability", "ively", "ously", "ings", "ated", "ating", "ism", "isms", "ists"),
    ]
)
LIKELY = 2.5


def join_hyphenated(text: str) -> str:
    """Return text with words joined that a line end broke ('Inter- national'); 'pre- and' stays."""
    return _HYPHENATED.sub(lambda found: whole(found[1], found[2]), text)


def join_split_words(text: str) -> str:
    """Return text with words joined that a false space splits: the whole is a word, a part is none."""
    out, at = [], 0
    while found := _PAIR.search(text, at):
        first, second = found[1], found[2]
        merged = first + second
        if _split(first, second, merged):
            out.append(text[at : found.start()] + merged)
            at = found.end()
        else:
            out.append(text[at : found.start()] + first + " ")
            at = found.start(2)
    return "".join(out) + text[at:]


def _split(first: str, second: str, merged: str) -> bool:
    if first.isupper() or frequency(merged) < LIKELY:
        return False
    if second in _ENDINGS:
        return True
    weakest = min(frequency(first), frequency(second))
    # The stranger part must be no word at all, or far rarer than the whole ('consign ment').
    return (weakest < KNOWN and frequency(merged) > weakest + 1.0) or (
        weakest < COMMON and frequency(merged) > weakest + 1.5 and min(len(first), len(second)) <= 4
    )
