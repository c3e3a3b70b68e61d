"""Answers about persons: who held an office at a meeting, who represented whom, and in what post."""

from __future__ import annotations

from assistant.answerers.draft import Draft
from assistant.answerers.records.affiliations import answer_affiliation
from assistant.answerers.records.common_delegates import answer_common_delegate, answer_risen_delegate
from assistant.answerers.records.delegations import answer_delegation
from assistant.answerers.records.offices import answer_office
from assistant.answerers.records.posts import answer_post
from assistant.answerers.records.successors import answer_successor
from assistant.library import Library
from assistant.question.lexicon import phrases
from assistant.question.persons import named_persons
from assistant.question.scope import Scope
from assistant.question.words import Words


def answer_people(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Return the answer to a question about persons, or None."""
    words = words.copy()
    persons = named_persons(words, library)
    for person in persons:
        words.take_span(person.start, person.end)
    if persons and (draft := answer_affiliation(words, scope, library, persons)) is not None:
        return draft
    if persons and (draft := answer_successor(words, library, persons)) is not None:
        return draft
    if persons and words.has(phrases("post")):
        return answer_post(words, scope, library, persons)
    if persons:
        return None
    return (
        answer_risen_delegate(words, scope, library)
        or answer_common_delegate(words, scope, library)
        or answer_delegation(words, scope, library)
        or answer_office(words, scope, library)
    )
