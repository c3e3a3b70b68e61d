"""The sentence as it stands, where no rule for the shape asked finds its answer in it."""

from __future__ import annotations

import re

from assistant.answerers.reading.counts import figures
from assistant.answerers.reading.found import Case, Found
from assistant.answerers.reading.spans import sentence
from assistant.answerers.reading.statements import statement_in
from assistant.answerers.reading.trimming import trimmed
from assistant.question.shape import Shape
from corpus.names.dates import find_dates
from corpus.names.parties import find_parties

# How near a unit must be to the question, and to the nearest unit, to answer without bearing its words.
_NEAR, _FIRST = 0.35, -0.06
_FIT, _SAID = 0.7, 0.75
_CONDITION = re.compile(
    r"\b(?:when|if|once|after|as soon as|upon|before|until|unless|where|for which|times?)\b"
)
_STANDING = re.compile(r"\b(?:status|standing|capacity|heading|label)\b", re.IGNORECASE)
_EXACT = re.compile(r"\b(?:on (?:which|what) (?:exact )?(?:dates?|days?)|exact dates?)\b", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?:minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|mornings?|afternoons?|quarters?)\b",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Tt]o|[Nn]ear|from|outside|off|around) (?:the )?(?P<name>[A-ZÀ-Ý][\w’'-]+)|\|"
)
# A sentence with one of these denies what it speaks of; one with none may still do so, and is no 'yes'.
_DENIED = re.compile(
    r"\b(?:not|no|none|neither|nor|never|nobody|unable|without|declined|refused|rejected|turned down|voted down"
    r"|struck out|dropped|withdrawn|withdrew|cancelled|postponed|put off|called off|failed|short of|fell short|instead of"
    r"|later than|(?:days|weeks|months) late|outside (?:its|the|their)|still (?:open|missing|outstanding|pending)"
    r"|has yet to|have yet to)\b",
    re.IGNORECASE,
)


def near(case: Case) -> bool:
    """Whether a unit speaks of what the question asks, though it may bear none of its words."""
    return case.like >= _NEAR and case.behind >= _FIRST


def plainly_in(case: Case) -> Found | None:
    """Return the sentence as it stands, if it can hold an answer of the shape asked.

    Only a sentence that bears the question's own words qualifies, or one that is near it in meaning.
    """
    asked = case.asked
    close = near(case)
    if not close and any(term.weight >= 0.5 and not term.noun for term in case.cover.missing):
        return None
    if asked.shape is Shape.YES_NO:
        return _denial(case) if close else None
    if not _holds(case, close):
        return None
    found = statement_in(case)
    return Found(found.claims, min(found.fit, _FIT), "plain") if found is not None else None


def _holds(case: Case, close: bool) -> bool:
    """Whether the text has what the shape asks for: a figure, a time, a name; figures and places only if it is near."""
    asked, text = case.asked, case.unit.text
    match asked.shape:
        case Shape.DATE:
            timed = _CONDITION.search(text) or (close and find_dates(text))
            return not _EXACT.search(asked.text) and bool(timed)
        case Shape.REASON:  # a reason in so many words is none of the circumstances
            return close or not re.search(r"\breasons?\b", asked.text, re.IGNORECASE)
        case Shape.CAPACITY:
            return not _STANDING.search(asked.text) or bool(re.search(r"\bas\b", text))
        case Shape.COUNT:
            return close and bool(figures(text, asked.text))
        case Shape.DURATION:
            return close and bool(figures(text, asked.text)) and bool(_TIME.search(text))
        case Shape.PLACE:
            return close and _placed(text)
        case _:
            return True


def _placed(text: str) -> bool:
    """Whether a text says where: 'in Lima', or a row of a table; 'in Spanish' says no place."""
    peoples = {one.start for one in find_parties(text) if one.demonym}
    return any(
        place["name"] is None or place.start("name") not in peoples for place in _PLACED.finditer(text)
    )


def _denial(case: Case) -> Found | None:
    """Answer 'No' with a sentence that denies what it speaks of."""
    if _DENIED.search(case.asked.text) or not _DENIED.search(case.unit.text) or case.unit.row is not None:
        return None
    said = sentence(trimmed(case))
    return Found([case.claim(f"No: {said}", case.span)], _SAID, "plain")
