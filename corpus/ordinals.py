"""Ordinal numbers of meetings: 'Fifth Meeting', '10th Annual Meeting', 'XII Session', 'Meeting No. 4'."""

from __future__ import annotations

import re

_UNITS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"]  # fmt: skip
_TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80, "ninet": 90}
WORDS: dict[str, int] = {word: number for number, word in enumerate(_UNITS, 1)}
WORDS |= {stem + "ieth": value for stem, value in _TENS.items()}
WORDS |= {
    f"{stem}y-{unit}": value + number
    for stem, value in _TENS.items()
    for number, unit in enumerate(_UNITS[:9], 1)
}
WORDS["inaugural"] = 1
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ORDINAL = (
    r"(?P<ordinal>\d{1,3}\s?(?:st|nd|rd|th)|(?:"
    + "|".join(sorted(WORDS, key=len, reverse=True)).replace("-", "[- ]")
    + r")|[IVXL]{1,6}(?:st|nd|rd|th)?)"
)
_GATHERING = r"(?:meeting|session|conference|forum|dialogue|plenary|assembly|summit|symposium)"
_NUMBERED = re.compile(
    rf"\b(?:{_ORDINAL}\.?\s+(?:(?!and\b|of\b)[\w’'-]+\s+){{0,4}}?{_GATHERING}|{_GATHERING}\s+(?:no\.?|number|nr\.?|#)\s*"
    rf"(?P<figure>\d{{1,3}}|[IVXL]{{1,6}}))\b",
    re.IGNORECASE,
)
_MEETING = re.compile(r"\b(?:meeting|session)\b", re.IGNORECASE)
_NOT_COUNTED = re.compile(r"\banniversary\b", re.IGNORECASE)


def ordinal_value(word: str) -> int | None:
    """Return the number of an ordinal in words, figures or Roman figures ('fifth', '10th', 'XII'), else None."""
    plain = re.sub(r"\s", "-", word.strip().lower())
    if plain in WORDS:
        return WORDS[plain]
    figures = re.fullmatch(r"(\d{1,3})-?(?:st|nd|rd|th)?", plain)
    if figures:
        return int(figures[1])
    numerals = re.fullmatch(r"([ivxlc]+?)(?:st|nd|rd|th)?", plain)
    return _roman(numerals[1]) if numerals else None


def meeting_number(text: str) -> int | None:
    """Return the number of the meeting that a title or sentence names first; meetings go before other gatherings."""
    found = [
        (not _MEETING.search(match[0]), match.start(), number)
        for match in _NUMBERED.finditer(text)
        if not _NOT_COUNTED.search(match[0])
        and (number := ordinal_value(match["ordinal"] or match["figure"])) is not None
        and 0 < number < 200
    ]
    return min(found)[2] if found else None


def _roman(numerals: str) -> int | None:
    total = 0
    for here, after in zip(numerals, [*numerals[1:], ""], strict=True):
        value = _ROMAN[here]
        total += -value if after and _ROMAN[after] > value else value
    return total or None
