"""What a question wants to be told - who came, when, how many, who - and which passages tell such a thing."""

from __future__ import annotations

import re
from enum import Flag, auto
from functools import lru_cache

from corpus.names.parties import find_parties

_LISTED = 3  # parties that make a list


class Shape(Flag):
    """A sort of fact; a passage may state several, a question may ask for several."""

    NOTHING = 0
    ATTENDANCE = auto()  # a list of who came, or in what capacity
    NUMBER = auto()
    DATE = auto()
    PERSON = auto()


_COMING = (
    r"attend\w*|participa\w+|delegat\w+|apologies|regrets|absent|missing|excused|remotely|online|by video|turn(?:ed)? up|took part|take part|taken part|taking part"
    r"|represented|present at|were present|was present|in attendance|among those present|observers?|registered"
)
_PRESENT = re.compile(rf"\b(?:{_COMING}|present|members|invited|countries|organi[sz]ations|joined)\b", re.I)
_ASKED = (
    (
        re.compile(
            rf"\b(?:{_COMING}|came|listed|showed up|(?:was|were) .{{2,40}}\b(?:there|present|at the)\b"
            r"|capacity|at the meeting|who (?:was|were) (?:there|at))\b",
            re.I,
        ),
        Shape.ATTENDANCE,
    ),
    (re.compile(r"\b(?:how many|number of|nr of|how much|count|total)\b", re.I), Shape.NUMBER),
    (
        re.compile(
            r"\b(?:when|what dates?|which dates?|what day|which day|which year|what year|since|until)\b", re.I
        ),
        Shape.DATE,
    ),
    (re.compile(r"\b(?:who|whom|whose|name of|post|job)\b", re.I), Shape.PERSON),
)
_NUMBER = re.compile(
    r"\b(?:\d{1,3}(?![\d.:/-])|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty"
    r"|fifty|sixty|seventy|eighty|ninety)\b",
    re.I,
)
_DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b"
)
_PERSON = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Professor|Ambassador|H\.E|Hon|Sir|Dame|Madam|Director|Minister|Secretary|Commissioner"
    r"|Chair|President)\b"
)


@lru_cache(maxsize=1024)
def asked_shape(question: str) -> Shape:
    """Return what a question asks for."""
    shape = Shape.NOTHING
    for pattern, sort in _ASKED:
        if pattern.search(question):
            shape |= sort
    return shape


def told_shape(text: str, context: str) -> Shape:
    """Return what a passage tells; `context` is its title, headings and column names."""
    shape = Shape.NOTHING
    if _NUMBER.search(text):
        shape |= Shape.NUMBER
    if _DATE.search(text):
        shape |= Shape.DATE
    if _PERSON.search(text):
        shape |= Shape.PERSON
    if _PRESENT.search(text) or _PRESENT.search(context.rpartition("\n")[2]):
        parties = {found.party.name for found in find_parties(text) if not found.demonym}
        if len(parties) >= _LISTED:
            shape |= Shape.ATTENDANCE
    return shape
