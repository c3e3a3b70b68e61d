"""Answers on a person told of at several meetings: 'Which official of X attended both sessions?'"""

from __future__ import annotations

import re

from assistant.answerers.draft import Claim, Draft
from assistant.answerers.records.persons_told import people_at, with_post
from assistant.answerers.records.wording import answered, enumerate_names, quotes, the_meeting
from assistant.library import Library
from assistant.question.lexicon import phrases
from assistant.question.parties import named_parties
from assistant.question.persons import name_parts, same_name
from assistant.question.scope import Scope
from assistant.question.words import Words, phrase_stems
from corpus.records.types import Person

_PERSONS = (
    "official", "officials", "delegate", "delegates", "representative", "representatives", "person", "people", "persons", "expert", "experts",
    "officer", "officers", "staff member", "individual", "individuals", "same",
)  # fmt: skip


def answer_common_delegate(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Return the persons of the party that a question names who are told of at every meeting it names, or None."""
    if len(scope.groups) < 2 or any(not group for group in scope.groups):
        return None
    if not words.has(_PERSONS) or not re.match(r"\W*(?:who|which|what|name)\b", words.text, re.IGNORECASE):
        return None
    words = words.copy()
    parties = named_parties(words, library)
    if len(parties) != 1 or parties[0].party is None:
        return None
    words.take_span(parties[0].start, parties[0].end)
    for table in ("attend", "represent", "person_noun", "held"):
        words.take(phrases(table))
    words.take((*_PERSONS, *phrases("compare", "both"), "each", "all", "three", "two", "four"))
    if words.left():
        return None
    party = parties[0].party
    there: list[list[Person]] = [
        [one for one in people_at(group, library) if one.party and library.same_party(one.party, party)]
        for group in scope.groups
    ]
    common = [
        one
        for one in there[0]
        if all(any(same_name(one.name, other.name) for other in group) for group in there[1:])
    ]
    distinct: list[Person] = []
    for one in common:
        if not any(same_name(one.name, other.name) for other in distinct):
            distinct.append(
                max(
                    (each for each in common if same_name(each.name, one.name)),
                    key=lambda each: len(each.post or ""),
                )
            )
    if not distinct:
        return None
    proof = [
        one for group in there for one in group if any(same_name(one.name, each.name) for each in distinct)
    ]
    meetings = enumerate_names([the_meeting(group[0]) for group in scope.groups])
    text = f"{enumerate_names([with_post(one) for one in distinct])} of {party} attended {meetings}."
    return answered(Claim(text=text, quotes=quotes(proof)))


_BECAME = ("became", "become", "later", "went on to", "go on to", "would become", "then", "was elected", "rose", "turned", "rise", "elected")  # fmt: skip


def answer_risen_delegate(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Return the delegate of a party at one meeting who held the office named at a later one, or None.

    'Which delegate of X in 2018 became Vice-Chair in 2024?': all words of the office must stand in the post or
    role that the later paper gives the person.
    """
    if len(scope.groups) != 2 or any(not group for group in scope.groups) or not words.has(_BECAME):
        return None
    if not re.match(r"\W*(?:who|which|what|name)\b", words.text, re.IGNORECASE):
        return None
    words = words.copy()
    parties = named_parties(words, library)
    if len(parties) != 1 or parties[0].party is None:
        return None
    words.take_span(parties[0].start, parties[0].end)
    for table in ("attend", "represent", "person_noun", "held"):
        words.take(phrases(table))
    words.take((*_PERSONS, *_BECAME, "came", "listed"))
    office = {word.stem for word in words.left()}
    if not office:
        return None
    before, after = (people_at(group, library) for group in scope.groups)
    party = parties[0].party
    found = [
        (earlier, later)
        for later in after
        if office <= set(phrase_stems(f"{later.role_text or ''} {later.post or ''}"))
        for earlier in before
        if earlier.party and library.same_party(earlier.party, party) and same_name(earlier.name, later.name)
    ]
    if len({name_parts(later.name) for _, later in found}) != 1:
        return None
    earlier, later = found[0]
    text = (
        f"{with_post(earlier)} of {party}, at {the_meeting(scope.groups[0][0])}; "
        f"at {the_meeting(scope.groups[1][0])} the same person was {later.role_text or later.post}."
    )
    return answered(Claim(text=text, quotes=quotes([earlier, later])))
