"""Words that a scan has broken, or spelt with figures: 'organ isations', 'Inter- national', 'wi1l'."""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus.cleaning.words import COMMON, KNOWN, frequency, whole

_HYPHENATED = re.compile(
    r"(?<![\w-])([A-Za-zÀ-ÿ]{2,})- (?!(?:and|or|to|nor|as|but|versus|und|et)\b)([a-zà-ÿ]+)(?![\w-])"
)
_PAIR = re.compile(r"(?<![\w’'-])([A-Za-zÀ-ÿ]{2,}) ([a-zà-ÿ]{2,})(?![\w’'-])")
_WITH_FIGURES = re.compile(r"(?<![\w@./:-])[A-Za-zÀ-ÿ]*[a-zà-ÿ][01][a-zà-ÿ]+[01a-zà-ÿ]*(?![\w@/]|\.\w)")
_IN_CAPITALS = re.compile(r"(?<![\w@./:-])(?=\w*[l10])[A-ZÀ-Þl10]{2,}(?![\w@]|[./:-]\w)")
_SENTENCE_START = re.compile(r"(^|[.!?:;]\s+|\n)l(?=[tnsf]\s+[a-z0-9])")
# A year with letters for its figures: '2O23', '20l9'.
_YEAR = re.compile(r"(?<![\w@./:-])(?=[\dOoIl]*\d[\dOoIl]*\d)(?:[1Il]9|2[0Oo])[\dOoIl]{2}(?![\w@])")
_RN = re.compile(r"(?<![\w@./:-])[a-zà-ÿ]*rn[a-zà-ÿ]*(?![\w@]|\.\w)")
_L_AMID = re.compile(
    r"(?<![\w@./:-])[A-Za-zÀ-ÿ]?[a-zà-ÿ]*[b-df-hj-km-np-tv-z]l[bcdfghjkmnpqrstvwxz][a-zà-ÿ]*(?!\w)"
)
# Endings that are no words of their own.
_ENDINGS = frozenset(
    [
        *("ment", "ments", "tion", "tions", "sion", "sions", "ation", "ations", "isation", "isations"),
        *("ization", "izations", "ness", "ity", "ities", "ance", "ances", "ence", "ences", "ibility"),
        *("ability", "ively", "ously", "ings", "ated", "ating", "ism", "isms", "ists"),
    ]
)
_FIGURES = str.maketrans("OoIl", "0011")
LIKELY = 2.5
SURE = 5.5  # a word so common that even two letters of it can be told


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


def letters_for_figures(text: str) -> str:
    """Return text with the figures 1 and 0 inside words as letters: 'wi1l' → 'will'."""

    def put(found: re.Match[str]) -> str:
        word = found[0]
        for letter in ("l", "i"):
            spelt = word.replace("1", letter).replace("0", "o")
            if frequency(spelt) >= KNOWN:
                return spelt
        return word

    text = _WITH_FIGURES.sub(put, text)
    text = _IN_CAPITALS.sub(_capitals, text)
    text = _YEAR.sub(lambda found: found[0].translate(_FIGURES), text)
    return _SENTENCE_START.sub(lambda found: found[1] + "I", text)


def _capitals(found: re.Match[str]) -> str:
    """'GU1NEA', 'CLlMATE', '0F': a word in capitals has neither figures nor a small l."""
    word = found[0]
    spelt = word.replace("1", "I").replace("l", "I").replace("0", "O")
    capitals = sum(char.isupper() for char in word)
    least = KNOWN if len(word) > 3 and capitals >= 3 else SURE
    return spelt if capitals and frequency(spelt) >= least else word


def misread_letters(text: str) -> str:
    """Return text with letters put right that recognition confuses: 'rn' for m, l for i.

    Only words that nobody knows are touched, and only where the other reading is a known word.
    """

    def put(old: str, new: str, least: float) -> Callable[[re.Match[str]], str]:
        def chosen(found: re.Match[str]) -> str:
            word = found[0]
            spelt = word.replace(old, new)
            return spelt if not frequency(word) and frequency(spelt) >= least else word

        return chosen

    text = _RN.sub(put("rn", "m", KNOWN), text)
    return _L_AMID.sub(put("l", "i", COMMON), text)
