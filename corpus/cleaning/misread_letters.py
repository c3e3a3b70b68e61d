"""Letters that recognition takes for each other: 'lnternational', 'Iabour', 'heIp', 'waming', 'tbe'.

Only words that nobody knows are touched, and only where the other reading is a known word. What could be a
name is left alone, but for the strokes l and I, which no name has in the wrong place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from corpus.cleaning.scanned import Scan, proper
from corpus.cleaning.words import COMMON, KNOWN, SURE, frequency

_OPEN = r"(?<![\w@./:=?&%’'-])"
_END = r"(?![\w@]|\.\w)"
_STROKE = re.compile(
    r"(?<!\w)l[bcdfghjkmnpqrstvwxz]|[A-ZÀ-Þ]l[A-ZÀ-Þ]|[a-zà-ÿ]I|(?<=[A-ZÀ-Þ])I[a-zà-ÿ]|\bl[A-ZÀ-Þ]|[A-ZÀ-Þ]l\b"
)
_BETWEEN = re.compile(r"[b-df-hj-km-np-tv-z]l[bcdfghjkmnpqrstvwxz]")
_SENTENCE_START = re.compile(r"(^|[.!?:;]\s+|\n)l(?=[tnsf]\s+[a-z0-9])")
_L_FIRST = re.compile(rf"{_OPEN}l[bcdfghjkmnpqrstvwxz][^\W\d_]+{_END}")
_L_CAPITALS = re.compile(
    rf"{_OPEN}(?=[A-ZÀ-Þl]*[A-ZÀ-Þ][A-ZÀ-Þl]*[A-ZÀ-Þ])(?=[A-ZÀ-Þ]*l)[A-ZÀ-Þl]{{3,}}{_END}"
)
_I_FIRST = re.compile(rf"(?<![A-ZÀ-Þa-zà-ÿ]\. ){_OPEN}I[a-zà-ÿ]{{2,}}{_END}(?! [A-ZÀ-Þ])")
_I_AMID = re.compile(rf"{_OPEN}(?:[^\W\d_]*[a-zà-ÿ]I+[a-zà-ÿ]*|[A-ZÀ-Þ]I[a-zà-ÿ]{{2,}}){_END}")
_RN = re.compile(r"(?<![\w@./:-])[a-zà-ÿ]*rn[a-zà-ÿ]*(?![\w@]|\.\w)")
_L_AMID = re.compile(
    r"(?<![\w@./:-])[A-Za-zÀ-ÿ]?[a-zà-ÿ]*[b-df-hj-km-np-tv-z]l[bcdfghjkmnpqrstvwxz][a-zà-ÿ]*(?!\w)"
)
_SMALL = re.compile(r"(?<![\w@./:=?&%’'-])[a-zà-ÿ]{5,}(?![\w@’'-]|\.\w)")
_TITLED = re.compile(
    r"\b((?:Mr|Mrs|Ms|Mme|Dr|Prof|Amb|Hon|Sir)\.? (?:[A-ZÀ-Þ][\w’'-]+ )?)l(?=[b-df-hj-np-tv-z][a-zà-ÿ])"
)
_CAPITALISED = re.compile(r"(?<![\w@./:=?&%’'-])[A-ZÀ-Þ][a-zà-ÿ]*(?:rn|m)[a-zà-ÿ]*(?![\w@’'-]|\.\w)")
_LONG = 7  # letters: a shorter capitalised word may be anybody's name
_THE = re.compile(r"(?<![\w@./:=?&%’'-])(?:tbe|thc|tlie|tlic)(?![\w@’'-]|\.\w)")
_UNKNOWN = 1.0
_EVERYDAY = 3.5
# What is printed, and what recognition makes of it.
_ALIKE = (
    *(("rn", "m"), ("m", "rn"), ("m", "n"), ("n", "m"), ("h", "b"), ("b", "h"), ("e", "c"), ("c", "e")),
    *(("h", "li"), ("d", "cl"), ("cl", "d"), ("w", "vv"), ("u", "ii"), ("n", "u"), ("u", "n")),
)


def misread_letters(text: str, scan: Scan | None = None) -> str:
    """Return text with letters put right that recognition confuses: 'rn' and m, l, i and I."""
    scan = scan or Scan()
    if scan.noisy or _STROKE.search(text):
        text = _SENTENCE_START.sub(lambda found: found[1] + "I", text)
        text = _strokes(text, scan)
    if "rn" in text:
        text = _RN.sub(_instead("rn", "m", KNOWN), text)
    if _BETWEEN.search(text):
        text = _L_AMID.sub(_instead("l", "i", COMMON), text)
    if scan.noisy:
        text = _THE.sub("the", text)
        text = _SMALL.sub(lambda found: nearest(found[0]), text)
        text = _CAPITALISED.sub(lambda found: _capitalised(found, scan), text)
    return text


def _instead(old: str, new: str, least: float) -> Callable[[re.Match[str]], str]:
    def chosen(found: re.Match[str]) -> str:
        word = found[0]
        spelt = word.replace(old, new)
        return spelt if not frequency(word) and frequency(spelt) >= least else word

    return chosen


def _strokes(text: str, scan: Scan) -> str:
    """The strokes l and I, which look the same in many types."""

    def first_i(found: re.Match[str]) -> str:
        word = found[0]
        spelt = "I" + word[1:]
        weight = scan.weight(spelt)
        least = SURE if len(word) < 4 else KNOWN
        return spelt if weight >= least and weight >= frequency(word) + 1.5 else word

    def first_l(found: re.Match[str]) -> str:
        word = found[0]
        spelt = "l" + word[1:]
        sure = frequency(word) < 2.5 and frequency(spelt) >= frequency(word) + 2.0
        return spelt if sure and frequency(spelt) >= KNOWN and not _in_a_name(found) else word

    def amid(found: re.Match[str]) -> str:
        word = found[0]
        spelt = word[0] + word[1:].replace("I", "l")
        weight = scan.weight(spelt)
        return spelt if weight >= KNOWN and weight >= frequency(word) + 1.0 else word

    def capitals(found: re.Match[str]) -> str:
        spelt = found[0].replace("l", "I")
        return spelt if scan.noisy or scan.weight(spelt) >= KNOWN else found[0]

    text = _L_FIRST.sub(first_i, text)
    text = _L_CAPITALS.sub(capitals, text)
    text = _I_AMID.sub(amid, text)
    if scan.noisy:
        text = _I_FIRST.sub(first_l, text)
        text = _TITLED.sub(r"\1I", text)
    return text


def _capitalised(found: re.Match[str], scan: Scan) -> str:
    """A capitalised word with rn for m, or m for rn: one that stands elsewhere, or a common word amid others."""
    word = found[0]
    if frequency(word) >= _UNKNOWN:
        return word
    readings = [
        word[:at] + printed + word[at + len(read) :]
        for printed, read in (("m", "rn"), ("rn", "m"))
        for at in _places(read, word)
    ]
    spelt = max(readings, key=scan.weight, default=word)
    if (
        spelt in scan.words
        or ("rn" in word and proper(spelt.casefold()))
        or (len(word) >= _LONG and frequency(spelt) >= COMMON + 1 and not _in_a_name(found))
    ):
        return spelt
    return word


def _places(read: str, word: str) -> list[int]:
    return [at for at in range(1, len(word)) if word.startswith(read, at)]


def _in_a_name(found: re.Match[str]) -> bool:
    """Tell whether a capitalised word stands before, so that this one may be a name ('Mr Ioan')."""
    before = found.string[: found.start()].rstrip(" ").rsplit(" ", 1)[-1]
    if before.endswith((".", ":", ";", ",")) or frequency(before) >= SURE:
        return False
    return before[:1].isupper()


@lru_cache(maxsize=20_000)
def nearest(word: str) -> str:
    """Return the everyday word of which an unknown one is the misreading, or the word itself."""
    own = frequency(word)
    if own >= 1.5:
        return word
    spelt = max(_readings(word), key=frequency, default=word)
    least = COMMON if own < _UNKNOWN / 10 else _EVERYDAY
    return spelt if frequency(spelt) >= max(least, own + 2.5) else word


def _readings(word: str) -> Iterator[str]:
    for printed, read in _ALIKE:
        at = word.find(read)
        while at >= 0:
            yield word[:at] + printed + word[at + len(read) :]
            at = word.find(read, at + 1)
