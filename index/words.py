"""Words as the lexical side sees them: one form for all the ways in which the genre writes a thing.

Question and passage go through the same mill, so a form need only be the same on both sides, not pretty:
'Organisation' and 'organization', 'Tenth' and '10th', 'nine' and '9', 'co-chair' and 'cochair' meet.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("english")
_TOKEN = re.compile(r"[^\W_]+(?:[-‐‑–.&/'’][^\W_]+)*")
_WORD = re.compile(r"[^\W_]+")
_JOINT = re.compile(r"[-‐‑–.&/'’]")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")  # U.S.A (its last stop is not part of the token)
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_ROMAN = re.compile(r"(?=[XVI]{2,5}$)X{0,3}(?:IX|IV|V?I{0,3})$")
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
)
_NUMBERS = {word: str(at) for at, word in enumerate((_UNITS + " seventeen eighteen nineteen").split())}
_TENTHS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: 10 * at for at, word in enumerate(_TENTHS.split(), start=2)}
_NUMBERS |= {word: str(number) for word, number in _TENS.items()}
_FIRST = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_ORDINALS = {word: at for at, word in enumerate(_FIRST.split(), start=1)}
_ORDINALS |= {word[:-1] + "ieth": number for word, number in _TENS.items()}

# British and American spelling fall together; the left side need not be a word.
_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e|es|ed|er|ers|ing|ation|ations|ational)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{3})our(?=(?:s|ed|ing|al|able|er|ers|ite|ly)?$)"), "or"),
    (re.compile(r"(?<=[a-z]{2}t)re(?=s?$)"), "er"),
    (re.compile(r"^programm(?=es?$)"), "program"),
    (re.compile(r"(?<=program)e(?=s?$)"), ""),
    (re.compile(r"(?<=^(?:def|off|lic))ence(?=s?$)"), "ense"),
    (re.compile(r"(?<=[aeiou][bcdfgkmnprstv][aeio]l)l(?=(?:ing|ed|er|ers|ation)$)"), ""),
    (re.compile(r"(?<=dg)e(?=ments?$)"), ""),
)


def words(text: str) -> list[str]:
    """Return the stems of a text, in order.

    A compound gives its joined form and its parts ('EWG-FT' → 'ewgft', 'ewg', 'ft'), a number in words the
    number, an ordinal its figure ('Tenth', '10th' and 'X' → '10th').
    """
    found: list[str] = []
    for token in _TOKEN.findall(text):
        found.extend(_forms(token))
    return found


def surface(text: str) -> list[str]:
    """Return the words of a text without case and diacritics, compounds split, unstemmed."""
    return [part for token in _TOKEN.findall(text) for part in _JOINT.split(plain(token)) if part]


def plain(text: str) -> str:
    """Return a text without case, diacritics and ligatures."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the form under which a single word is found; empty for an empty word."""
    folded = _POSSESSIVE.sub("", plain(word))
    if folded in _ORDINALS:
        return _ordinal(_ORDINALS[folded])
    if folded in _NUMBERS:
        return _NUMBERS[folded]
    if match := _ORDINAL.match(folded):
        return _ordinal(int(match[1]))
    if not folded.isalpha() or not folded.isascii():
        return folded
    for pattern, right in _SPELLINGS:
        folded = pattern.sub(right, folded)
    return str(_STEMMER.stemWord(folded))


def ordinal(word: str) -> int | None:
    """Return the number that an ordinal stem stands for: '10th' → 10; None for any other word."""
    match = _ORDINAL.match(word)
    return int(match[1]) if match else None


@lru_cache(maxsize=65536)
def _forms(token: str) -> tuple[str, ...]:
    if _ROMAN.match(token):
        return (plain(token), _ordinal(_roman(token)))
    if _DOTTED.fullmatch(token):
        return (plain(token).replace(".", ""),)
    token = _POSSESSIVE.sub("", token)
    parts = [part for part in _JOINT.split(plain(token)) if part]
    if len(parts) == 1:
        return (stem(parts[0]),)
    if parts[0] in _TENS and len(parts) == 2:
        if parts[1] in _ORDINALS:
            return (_ordinal(_TENS[parts[0]] + _ORDINALS[parts[1]]),)
        if parts[1] in _NUMBERS:
            return (str(_TENS[parts[0]] + int(_NUMBERS[parts[1]])),)
    return (stem("".join(parts)), *(stem(part) for part in parts))


def _ordinal(number: int) -> str:
    return f"{number}th"  # one ending for all: 1th, 2th


def _roman(numeral: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


_FUNCTION_WORDS = """
a about after all also am an and any are as at be been before being but by can could did do does
done down during each for from had has have having he her here his how i if in into is it its itself
just may me might more most my no nor not now of off on once only or other our out over own per same
she should so some such than that the their them then there these they this those through to too
under until up us very was we were what when where which while who whom whose why will with would
you your please tell give list name say said according s t
"""
STOPWORDS = frozenset(stem(word) for word in _FUNCTION_WORDS.split())
"""Stems of the words that say nothing of what is asked for."""


def content_stems(text: str) -> frozenset[str]:
    """Return the stems of the words of a text that say something: figures, and words of two letters or more."""
    found = (stem(word) for word in _WORD.findall(text) if len(word) > 1 or word.isdigit())
    return frozenset(found) - STOPWORDS
