"""What questions for a difference have in common: 'by how many settlements', 'how many percentage points'."""

from __future__ import annotations

import re

from assistant.answerers.reading.terms import tokens
from assistant.answerers.worked_out.bearing import Word, thing
from assistant.answerers.worked_out.tellings import SHARE

HOW_MANY = r"by\s+how\s+(?:many|much)(?:\s+(?P<unit>(?!did\b|has\b|have\b|had\b|was\b|were\b)[^,?]+?))?"
_POINTS = re.compile(r"\b(?:percentage\s+points?|per\s?cent|percent|points)\b", re.IGNORECASE)
_NUMBER_OF = re.compile(r"\b(?:number|total|count)\s+of\s+(?:the\s+)?(?P<noun>[^\W\d_]+)", re.IGNORECASE)


def unit_of(written: str | None, subject: str) -> Word | None:
    """Return what the figures count: the noun after 'how many', or that of 'the number of …' in the subject."""
    if written and _POINTS.search(written):
        return SHARE
    named = _NUMBER_OF.search(subject)
    noun = written or (named["noun"] if named else "")
    last = tokens(noun)[-1:]
    words = thing(noun[last[0].start :]) if last else frozenset()
    return next(iter(words)) if len(words) == 1 else None


def head_of(subject: str) -> Word | None:
    """Return the noun of a phrase that the others explain: 'register' of 'the register of moves'."""
    noun = before_of(subject)
    last = tokens(noun)[-1:]
    words = thing(noun[last[0].start :]) if last else frozenset()
    return next(iter(words)) if len(words) == 1 else None


def before_of(phrase: str) -> str:
    """Return a phrase up to what explains it: 'teams' of 'teams for the coast'."""
    return re.split(r"\b(?:of|for|in|on|by|from|at|with|to)\b", phrase)[0].strip()
