"""Follow-ups that ask the last question again, of another party or another meeting of the same series."""

from __future__ import annotations

import re

from assistant.library import Library
from assistant.question.parties import NamedParty, named_parties
from assistant.question.words import read_words
from corpus.names.numbers import find_ordinals

# 'Who held that office in Suva?', 'And who did so in Suva?'
_THAT_OFFICE = re.compile(
    r"^\W*who\s+(?:(?:held|had|has|filled|took|occupied|was\s+in)\s+(?:that|this|the\s+same)\s+(?:office|post|function|role|position|job|chair)"
    r"|did\s+(?:so|that|it|the\s+same|this))\b",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^\W*(?:(?:and|but|so|what\s+about|how\s+about)\s+)*(?:for\s+|of\s+)?(?:the\s+)?", re.I)
_LATER = re.compile(
    r"^\W*(?:(?:\w+|\d+)\s+(?:years?|months?)\s+(?:later|earlier|before|after|on)|later|earlier)\s*,\s*(?=(?:in|at)\b)",
    re.IGNORECASE,
)
_THAT_DELEGATION = re.compile(r"\b(?:that|this|the\s+same|the)\s+delegation\b(?!\s+of\b)", re.IGNORECASE)
_NOUN_BEHIND = re.compile(
    r"\s+((?:[A-Z][\w-]*\s+){0,2}(?:Meeting|Session|Sitting|Plenary|Conference|Round|Workshop))\b", re.I
)


def same_office(body: str) -> str | None:
    """Return what a question on 'that office' names besides it ('in Suva'), or None."""
    office = _THAT_OFFICE.match(body)
    return body[office.end() :].strip() if office else None


def of_another_party(body: str, last: str, library: Library) -> str | None:
    """Return the last question with the one party it names replaced by the one that a fragment consists of."""
    lead = _LEAD.match(body)
    bare = body[lead.end() if lead else 0 :].strip(" ?.!")
    new = _parties(bare, library)
    if len(new) != 1 or new[0].adjective or (new[0].start, new[0].end) != (0, len(bare)):
        return None
    old = [one for one in _parties(last, library) if not one.adjective]
    if len(old) != 1:
        return None
    return last[: old[0].start] + bare + last[old[0].end :]


def with_party(body: str, last: str, library: Library) -> str:
    """Put the party of the last question behind 'that delegation'."""
    if not _THAT_DELEGATION.search(body):
        return body
    old = [one for one in _parties(last, library) if not one.adjective]
    if len(old) != 1:
        return body
    return _THAT_DELEGATION.sub(lambda _: f"the delegation of {old[0].written}", body, count=1)


def with_noun(body: str, last: str) -> str:
    """Give a bare ordinal ('at the ninth') the noun that the ordinal of the last question stands with."""
    body = _LATER.sub("", body)
    here = find_ordinals(body)
    if len(here) != 1 or body[here[0].end :].strip(" ?.!,"):
        return body
    for before in find_ordinals(last):
        if noun := _NOUN_BEHIND.match(last, before.end):
            return f"{body[: here[0].end]} {noun[1]}{body[here[0].end :]}"
    return body


def _parties(text: str, library: Library) -> list[NamedParty]:
    return named_parties(read_words(text, library.vocabulary), library)
