"""Persons as the records tell of them: their posts, and who was at a meeting."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answerers.records.wording import full_name
from assistant.library import Library
from assistant.question.occasions import Occasion
from assistant.question.scope import Scope
from corpus.records.types import Person


def full_post(person: Person) -> str:
    """Return a person's post with the ministry or agency that it does not name itself."""
    post = person.post or ""
    if person.organisation and person.organisation.lower() not in post.lower():
        post = f"{post}, {person.organisation}" if post else person.organisation
    return post


def with_post(person: Person) -> str:
    """Return a person's name with the post in brackets."""
    post = full_post(person)
    return f"{full_name(person)} ({post})" if post else full_name(person)


def people_at(group: Sequence[Occasion], library: Library) -> list[Person]:
    """Persons of a meeting: those that the records tie to it; its documents' persons tied to no other."""
    ids = {id for occasion in group for id in occasion.ids}
    parents = {record.parent for occasion in group for record in occasion.records if record.parent}
    package = ids | parents
    parts = {
        id
        for one in library.occasions
        if any(record.parent in package for record in one.records)
        for id in one.ids
    }
    main = {id for occasion in group for id in occasion.papers}
    nearness = (ids, parents, parts)
    people = [one for near in nearness for one in library.of_type(Person) if one.meeting in near]
    people += [one for one in library.of_type(Person) if one.meeting is None and one.document in main]
    return people


def in_scope(records: list[Person], scope: Scope) -> list[Person]:
    """Return the records of the meetings asked about, or else those of their papers; none where none is named."""
    if not scope.named:
        return []
    return [one for one in records if one.meeting in scope.ids] or [
        one for one in records if one.document in scope.papers
    ]
