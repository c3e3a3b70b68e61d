"""Answers on the post that a person holds, or what the person did at a meeting."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answerers.draft import Claim, Draft
from assistant.answerers.records.persons_told import full_post, in_scope
from assistant.answerers.records.wording import (
    answered,
    enumerate_names,
    full_name,
    not_stated,
    quotes,
    the_meeting,
)
from assistant.library import Library
from assistant.question.lexicon import phrases
from assistant.question.persons import NamedPerson
from assistant.question.scope import Scope
from assistant.question.words import Words
from corpus.document import Kind
from corpus.names.people_words import is_post
from corpus.records.types import Person


def answer_post(words: Words, scope: Scope, library: Library, persons: Sequence[NamedPerson]) -> Draft | None:
    """Return the posts of the persons that a question names, or None."""
    words.take(phrases("post"))
    words.take(phrases("person_noun"))
    kinds = _kinds_named(words)
    words.take(
        (
            "time",
            "his",
            "her",
            "their",
            "list",
            "participants",
            "chaired",
            "working",
            "group",
            "opened",
            "moderated",
        )
    )
    claims: list[Claim] = []
    if len(words.left()) > 1:
        return None
    if len(scope.groups) > 1 and scope.named:
        return _at_each(scope, persons)
    if words.has(("function", "role", "office", "capacity", "part")) and scope.named:
        duties = _duties(scope, library, persons)
        if duties is not None:
            return duties
    for named in persons:
        records = [record for record in named.records if record.post]
        records = in_scope(records, scope) or records
        records = [
            one for one in records if not kinds or library.documents[one.document].metadata.kind in kinds
        ] or records
        if not records:
            if words.has(("ministry", "office")):
                return None
            return not_stated(
                f"The documents do not say what post {named.name} held.", quotes(named.records[:1])
            )
        posts: dict[str, Person] = {}
        for record in records:
            known = next((post for post in posts if _same_post(post, full_post(record))), None)
            if known is None:
                posts[full_post(record)] = record
            elif len(full_post(record)) > len(known) and record.document == posts[known].document:
                posts[full_post(record)] = posts.pop(known)
        if len(posts) > 3:
            return None
        for post, record in posts.items():
            where = (
                f" (according to “{library.documents[record.document].metadata.title}”)"
                if len(posts) > 1
                else ""
            )
            claims.append(Claim(text=f"{full_name(record)} was {post}{where}.", quotes=quotes([record])))
    return answered(*claims)


def _at_each(scope: Scope, persons: Sequence[NamedPerson]) -> Draft | None:
    """The post of one person at each of several meetings; None where it is not told for all of them."""
    if len(persons) != 1:
        return None
    claims = []
    for group in scope.groups:
        there = in_scope([one for one in persons[0].records if one.post], Scope((group,), scope.cues))
        if not there:
            return None
        told = max(there, key=lambda one: len(full_post(one)))
        offices = [
            one.role_text
            for one in there
            if one.role_text and (any(role in _DUTIES for role in one.roles) or is_post(one.role_text))
        ]
        held = list(dict.fromkeys([full_post(told), *offices]))
        if len({post for post in map(full_post, there) if not _same_post(post, full_post(told))}) > 0:
            return None
        text = f"At {the_meeting(group[0])}, {full_name(told)} was {enumerate_names(held)}."
        claims.append(Claim(text=text, quotes=quotes([told])))
    return answered(*claims)


_DUTIES = {
    "chair": "chaired it", "co-chair": "co-chaired it", "vice-chair": "was its Vice-Chair", "moderator": "was its moderator",
    "minutes taker": "took the minutes", "rapporteur": "was its Rapporteur", "convenor": "was its convenor", "opened": "opened it", "closed": "closed it",
    "welcomed": "welcomed the participants", "head of delegation": "was head of delegation",
}  # fmt: skip


def _duties(scope: Scope, library: Library, persons: Sequence[NamedPerson]) -> Draft | None:
    """What a person did at a meeting, where the documents say more than that the person was there."""
    claims = []
    for named in persons:
        records = in_scope(list(named.records), scope)
        done = {_DUTIES[role]: record for record in records for role in record.roles if role in _DUTIES}
        if not done:
            return None
        meeting = the_meeting(scope.occasions[0])
        post = next((full_post(record) for record in records if record.post), None)
        name = f"{full_name(records[0])}, {post}," if post else full_name(records[0])
        claims.append(
            Claim(text=f"At {meeting}, {name} {enumerate_names(list(done))}.", quotes=quotes(done.values()))
        )
    return answered(*claims)


def _same_post(one: str, other: str) -> bool:
    first, second = set(one.lower().replace(",", " ").split()), set(other.lower().replace(",", " ").split())
    return first <= second or second <= first


def _kinds_named(words: Words) -> set[Kind]:
    kinds = set()
    for kind, names in (
        (Kind.STATEMENT, ("statement", "summary", "conclusions", "communique")),
        (Kind.MINUTES, ("minutes",)),
        (Kind.WORK_PLAN, ("plan", "work plan")),
    ):
        if words.take(names):
            kinds.add(kind)
    return kinds
