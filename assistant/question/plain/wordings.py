"""Replaces everyday wordings and short forms by the plain words that the rules read."""

from __future__ import annotations

import re

from assistant.question.plain.tables import replacements
from corpus.names.dates import capital_months
from corpus.names.numbers import ordinal_word

_NUMBERED = re.compile(
    r"\b(?P<noun>meeting|session|sitting|plenary|plenarie|round)s\s+(?P<numbers>\d{1,2}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+to\s+|\s*[-–]\s*|\s+through\s+)\d{1,2})+)\b",
    re.IGNORECASE,
)
_BODY_AND_NUMBER = re.compile(
    r"\b(?P<to>at|in|to|of|or|for|and|both)\s+(?P<body>[A-Z][A-Z-]*[A-Z])\s+(?P<number>\d{1,2})\b(?!\s*[./%-]|\s+[a-z]+s\b)"
)


def short_forms(text: str) -> str:
    """Return a text with its short forms written out: "int'l", 'mtg 3', 'sessions 2 and 4', 'sept 2021'."""
    text = capital_months(_replaced(text, "short"))
    text = _NUMBERED.sub(_ordinals, text)
    return _BODY_AND_NUMBER.sub(
        lambda match: (
            f"{match['to']} the {ordinal_word(int(match['number']))} meeting of the {match['body']}"
        ),
        text,
    )


def _ordinals(match: re.Match[str]) -> str:
    """'meetings 3, 5 and 7' as 'the third, the fifth and the seventh meeting', 'sessions 6 to 10' as a range."""
    noun = "plenary" if match["noun"].lower().startswith("plenar") else match["noun"]
    if re.search(r"to|through|[-–]", match["numbers"]):
        first, *_, last = re.findall(r"\d+", match["numbers"])
        return f"from the {ordinal_word(int(first))} to the {ordinal_word(int(last))} {noun}"
    named = re.sub(r"\d+", lambda number: f"the {ordinal_word(int(number.group()))}", match["numbers"])
    return f"{named} {noun}"


def everyday(text: str) -> str:
    """Return a question with its everyday wordings made plain: 'made it to' as 'attended'."""
    return _replaced(text, "everyday")


def _replaced(text: str, table: str) -> str:
    for pattern, plain in replacements(table):
        text = pattern.sub(plain, text)
    return text
