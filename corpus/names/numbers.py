"""Numbers and ordinals, in words and in figures, as the genre writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINAL_UNITS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]

_VALUE = {word: number for number, word in enumerate(_UNITS)}
_VALUE |= {word: 20 + 10 * number for number, word in enumerate(_TENS)}
_ORDINAL = {word: number for number, word in enumerate(_ORDINAL_UNITS)}
_ORDINAL |= {f"{word[:-1]}ieth": 20 + 10 * number for number, word in enumerate(_TENS)}
_ORDINAL |= {"inaugural": 1, "hundredth": 100}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

_CARDINAL_WORD = rf"(?:{'|'.join(sorted((w for w in _VALUE if w != 'zero'), key=len, reverse=True))})"
_TEN_WORD = rf"(?:{'|'.join(_TENS)})"
_UNIT_WORD = rf"(?:{'|'.join(_UNITS[1:10])})"
_BELOW_100 = rf"(?:{_TEN_WORD}[-‐‑ ]{_UNIT_WORD}|{_CARDINAL_WORD})"
_WORDS = (
    rf"(?:(?:an?|{_UNIT_WORD}) hundred(?: and {_BELOW_100})?|half a dozen|(?:a|two) dozen|{_BELOW_100}|both)"
)
_NUMBER = re.compile(
    rf"(?<![\w.,])(?P<figure>\d{{1,3}}(?:,\d{{3}})+|\d{{1,7}})(?![\d%]|[.,]\d|(?:st|nd|rd|th)\b)"
    rf"|\b(?P<word>{_WORDS})\b(?!-)",
    re.IGNORECASE,
)
_ORDINAL_SIMPLE = rf"(?:{'|'.join(sorted((w for w in _ORDINAL if w != 'zeroth'), key=len, reverse=True))})"
_ORDINAL_WORDS = (
    rf"(?:one[- ]hundredth|(?:one[- ]hundred[- ](?:and[- ])?)?(?:{_TEN_WORD}[-‐‑ ])?{_ORDINAL_SIMPLE})"
)
_ORDINALS = re.compile(
    rf"(?<![\w.,])(?P<figure>\d{{1,3}})\s?(?:st|nd|rd|th)\b|\b(?P<word>{_ORDINAL_WORDS})\b", re.IGNORECASE
)
_ROMAN_WORD = re.compile(r"(?:C{0,1}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))")


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number in a text: `text[start:end]` states `value`."""

    start: int
    end: int
    value: int


def parse_number(text: str) -> int | None:
    """Read 'seventy-four', '1,904', 'one hundred and twelve', 'a dozen', 'both'; None for anything else."""
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    if match["figure"]:
        return int(match["figure"].replace(",", ""))
    return _words(match["word"])


def _words(text: str) -> int:
    words = re.split(r"[-‐‑\s]+", text.lower())
    if words == ["both"]:
        return 2
    if words[-1] == "dozen":
        return {"half": 6, "a": 12, "two": 24}[words[0]]
    total = 0
    for word in words:
        if word == "hundred":
            total = max(total, 1) * 100
        elif word in _VALUE:
            total += _VALUE[word]
        elif word in ("a", "an"):
            total = 1
    return total


def find_numbers(text: str) -> list[FoundNumber]:
    """Find the whole numbers in a text, in words or figures; ordinals, decimals and percentages are none."""
    found = []
    for match in _NUMBER.finditer(text):
        value = int(match["figure"].replace(",", "")) if match["figure"] else _words(match["word"])
        found.append(FoundNumber(match.start(), match.end(), value))
    return found


def parse_ordinal(text: str) -> int | None:
    """Read 'Tenth', '10th', 'twenty-first', 'XII', 'inaugural'; a bare figure is no ordinal."""
    text = text.strip()
    match = _ORDINALS.fullmatch(text)
    if match is not None:
        return int(match["figure"]) if match["figure"] else _ordinal_words(match["word"])
    if text and _ROMAN_WORD.fullmatch(text):
        return _roman(text)
    return None


def _ordinal_words(text: str) -> int:
    words = re.split(r"[-‐‑\s]+", text.lower())
    if words == ["one", "hundredth"]:
        return 100
    total = 100 if "hundred" in words else 0
    return total + sum(_VALUE.get(word, 0) for word in words[1 if total else 0 : -1]) + _ORDINAL[words[-1]]


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    return sum(-v if i + 1 < len(values) and v < values[i + 1] else v for i, v in enumerate(values))


def find_ordinals(text: str) -> list[FoundNumber]:
    """Find the ordinals in a text, in words or figures ('Tenth', '10th', 'twenty-first')."""
    return [
        FoundNumber(m.start(), m.end(), int(m["figure"]) if m["figure"] else _ordinal_words(m["word"]))
        for m in _ORDINALS.finditer(text)
    ]


def number_word(number: int) -> str:
    """Write a number in words: 74 → 'seventy-four'; for 0 to 999."""
    if not 0 <= number <= 999:
        raise ValueError(f"no words for {number}")
    if number < 20:
        return _UNITS[number]
    if number < 100:
        tens, unit = _TENS[number // 10 - 2], number % 10
        return f"{tens}-{_UNITS[unit]}" if unit else tens
    rest = f" and {number_word(number % 100)}" if number % 100 else ""
    return f"{_UNITS[number // 100]} hundred{rest}"


def ordinal_word(number: int) -> str:
    """Write an ordinal in words: 12 → 'twelfth'; for 1 to 199."""
    if not 1 <= number <= 199:
        raise ValueError(f"no word for the ordinal of {number}")
    if number < 20:
        return _ORDINAL_UNITS[number]
    if number < 100:
        tens, unit = _TENS[number // 10 - 2], number % 10
        return f"{tens}-{_ORDINAL_UNITS[unit]}" if unit else f"{tens[:-1]}ieth"
    return "one hundred" + (f" and {ordinal_word(number - 100)}" if number > 100 else "th")
