"""Answers on whom a person stood for at a meeting: 'For whom did X appear in 2017, and for whom in 2019?'"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answerers.draft import Claim, Draft
from assistant.answerers.records.persons_told import people_at
from assistant.answerers.records.wording import answered, full_name, quotes, the_meeting
from assistant.library import Library
from assistant.question.lexicon import phrases
from assistant.question.persons import NamedPerson, same_name
from assistant.question.scope import Scope
from assistant.question.words import Words
from corpus.records.types import Person

_FOR_WHOM = re.compile(
    r"\b(?:for|on\s+behalf\s+of)\s+(?:whom|which|what|who)\b|\bon\s+whose\s+behalf\b"
    r"|\b(?:whom|who|(?:which|what)\s+(?:\w+\s+){1,2}?)\s*(?:did|does|had|has|was)\b[^?]*\brepresent(?:ed|ing)?\b"
    r"|\b(?:which|what)\b[^?]*\b(?:appear|speak|sit|come|attend)\s+for\b",
    re.IGNORECASE,
)
_DID = ("appear", "appeared", "speak", "spoke", "sit", "sat", "represent", "represented", "representing", "come", "came", "act", "stand", "stood", "behalf", "side")  # fmt: skip
_WHOM = ("country", "countries", "state", "government", "organisation", "organization", "organisations", "party", "parties", "body", "agency", "institution", "employer")  # fmt: skip


def answer_affiliation(
    words: Words, scope: Scope, library: Library, persons: Sequence[NamedPerson]
) -> Draft | None:
    """Return the party that the one person named stood for at each meeting named, or None.

    None too where the documents give a person no party at one of the meetings, or two.
    """
    if len(persons) != 1 or not _FOR_WHOM.search(words.text) or any(not group for group in scope.groups):
        return None
    words = words.copy()
    words.take((*_DID, *_WHOM, *phrases("represent"), *phrases("attend"), *phrases("person_noun")))
    if words.left():
        return None
    claims = []
    for group in scope.groups if scope.named else ():
        told = [
            one for one in people_at(group, library) if one.party and same_name(one.name, persons[0].name)
        ]
        party = _only_party(told, library)
        if party is None:
            return None
        text = f"At {the_meeting(group[0])}, {full_name(told[0])} represented {party}."
        claims.append(Claim(text=text, quotes=quotes(told[:1])))
    if not scope.named:
        told = [one for one in persons[0].records if one.party]
        party = _only_party(told, library)
        if party is None:
            return None
        claims.append(Claim(text=f"{full_name(told[0])} represented {party}.", quotes=quotes(told[:1])))
    return answered(*claims)


def _only_party(told: Sequence[Person], library: Library) -> str | None:
    names = {library.party_name(one.party) for one in told if one.party}
    return told[0].party if len(names) == 1 else None
