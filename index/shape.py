"""What a question wants to be told (who came, when, how many) and which passages tell such a thing."""

from __future__ import annotations

import re
from enum import Flag, auto
from functools import lru_cache

from corpus.names.parties import find_parties

_HEADING = 60  # characters of a heading, at most
_FEW, _MANY = 3, 6  # parties that make a list: perhaps, surely


class Shape(Flag):
    """A sort of fact; a passage may state several, a question may ask for several."""

    NOTHING = 0
    ATTENDANCE = auto()  # a list of who came, or in what capacity
    NUMBER = auto()
    DATE = auto()
    PERSON = auto()
    TITLE = auto()
    DEFINITION = auto()  # of an acronym


_COMING = (
    r"attend\w*|participa\w+|delegat\w+|apologies|regrets|absent|missing|missed|excused|remotely"
    r"|turn(?:ed)? up|took part|take part|taken part|taking part|represented|present at|were present"
    r"|was present|in attendance|among those present|observers?|observed|registered"
)
_PRESENT = re.compile(
    rf"\b(?:{_COMING}|present|members|invited|countries|organi[sz]ations|joined|in the room|on screen|online"
    r"|by video|guests|sent)\b",
    re.I,
)
_HEADED = re.compile(
    r"^[\W\d]*(?:(?:list of |the )?(?:participa\w+|attend\w+|delegat\w+|observers|guests|members)\b"
    r"|present\b"
    r"|in attendance|apologies|regrets|absent|not (?:present|represented)"
    r"|who (?:came|was there|were there|took part)"
    r"|those (?:present|who)|governments|international organi[sz]ations|civil society|private sector)",
    re.I,
)
_ASKED = (
    (
        re.compile(
            rf"\b(?:{_COMING}|came|come|listed|show(?:ed)? up|capacity|joined|at the meeting"
            r"|who (?:was|were) (?:there|at|in))\b"
            r"|^\W*(?:was|were|is|are)\b.{2,60}\b(?:there|present|at|in|among|part)\b",
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
    (re.compile(r"\b(?:(?:full )?(?:title|name)s? of|entitled|titled)\b", re.I), Shape.TITLE),
    (
        re.compile(r"\b(?:stands? for|abbreviat\w+|acronym|short for|spelt out|in full)\b", re.I),
        Shape.DEFINITION,
    ),
    (re.compile(r"\b(?:who|whom|whose|name of|post|job)\b", re.I), Shape.PERSON),
)
_NUMBER = re.compile(
    r"\b(?:\d{1,3}(?![\d.:/-])|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty"
    r"|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b",
    re.I,
)
_DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b"
)
_BRACKETED_ACRONYM = re.compile(r"\w\s+[(\[][A-Z][\w&/-]*[A-Z][\w&/-]*[)\]]")
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


def told_shape(text: str) -> Shape:
    """Return what a passage tells, attendance aside."""
    shape = Shape.NOTHING
    if _NUMBER.search(text):
        shape |= Shape.NUMBER
    if _DATE.search(text):
        shape |= Shape.DATE
    if _BRACKETED_ACRONYM.search(text):
        shape |= Shape.DEFINITION
    if _PERSON.search(text):
        shape |= Shape.PERSON
    return shape


def attendance(text: str, context: str) -> float:
    """Return how far a passage looks like a list of who came, 0 … 1.

    `context` is its title, headings and column names, the nearest last.
    """
    nearest = context.rpartition("\n")[2]
    first = text.strip().partition("\n")[0]
    headed = any(len(line) <= _HEADING and _HEADED.search(line) for line in (nearest, first))
    if not headed and not _PRESENT.search(text):
        return 0.0
    parties = len({found.party.name for found in find_parties(text) if not found.demonym})
    if headed:
        return 1.0 if parties >= _FEW else 0.8
    return 1.0 if parties >= _MANY else 0.5 if parties >= _FEW else 0.0
