"""Answers on who followed a person in a post: 'Who succeeded X as Head of the Office?'"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.answerers.draft import Claim, Draft
from assistant.answerers.records.persons_told import full_post
from assistant.answerers.records.wording import answered, full_name, quotes
from assistant.library import Library
from assistant.question.persons import NamedPerson, name_parts, same_name
from assistant.question.words import Words, phrase_stems
from corpus.records.types import Person

_FOLLOWED = ("succeed", "succeeded", "succeeds", "successor", "replaced", "replace", "replaces", "took over from", "take over from", "takes over from", "came after", "followed")  # fmt: skip
_NOISE = ("new", "later", "afterwards", "then", "since", "the", "position", "post", "office", "person", "named", "appointed")  # fmt: skip
_LOWER = re.compile(r"\b(?:deputy|vice|assistant|associate|acting|interim|former|alternate)\b")
_ASKS = re.compile(r"\W*(?:who|which|what|name|whom)\b", re.IGNORECASE)


def answer_successor(words: Words, library: Library, persons: Sequence[NamedPerson]) -> Draft | None:
    """Return who took over from the one person named, or None.

    Either a paper says so itself, or a later paper gives the same post to exactly one other person.
    """
    if len(persons) != 1 or not words.has(_FOLLOWED) or not _ASKS.match(words.text):
        return None
    words = words.copy()
    words.take((*_FOLLOWED, *_NOISE))
    named = persons[0]
    asked = {word.stem for word in words.left()}
    said = [
        one
        for one in library.of_type(Person)
        if one.predecessor is not None and same_name(one.predecessor, named.name)
    ]
    if _only_name(said):
        told = max(said, key=lambda one: len(one.post or ""))
        post = f" as {told.post}" if told.post else ""
        text = f"{full_name(told)} took over from {named.name}{post}."
        return answered(Claim(text=text, quotes=quotes([told])))
    former = _with_post(named.records, asked)
    if former is None:
        return None
    office = re.split(r",|\sof\s", full_post(former))[0]
    wanted = asked | set(phrase_stems(office)) if asked else set(phrase_stems(full_post(former)))
    since = _dated(former, library)
    if len(wanted) < 2 or since is None:
        return None
    later = [
        one
        for one in library.of_type(Person)
        if one.post
        and wanted <= set(phrase_stems(full_post(one)))
        and not same_name(one.name, named.name)
        and _rank(one) == _rank(former)
        and (_dated(one, library) or since) > since
    ]
    if not _only_name(later):
        return None
    text = (
        f"{full_name(former)} was {full_post(former)}; later {full_name(later[0])} was {full_post(later[0])}."
    )
    return answered(Claim(text=text, quotes=quotes([former, later[0]])))


def _with_post(records: Sequence[Person], asked: set[str]) -> Person | None:
    """The fullest record of a post that has most words of the one asked for; None where none has one."""
    posts = [one for one in records if one.post]
    return max(
        posts,
        key=lambda one: (len(asked & set(phrase_stems(full_post(one)))), len(full_post(one))),
        default=None,
    )


def _rank(person: Person) -> set[str]:
    """What makes a post another than the one it names besides: a Deputy Head is no Head."""
    return set(_LOWER.findall(full_post(person).lower()))


def _only_name(people: Sequence[Person]) -> bool:
    return len({name_parts(one.name) for one in people}) == 1


def _dated(person: Person, library: Library) -> date | None:
    """When the meeting or paper was in which a person is named."""
    meeting = library.meetings.get(person.meeting or "")
    dates = (meeting.dates if meeting is not None else None) or library.documents[
        person.document
    ].metadata.dates
    return dates.start if dates is not None else None
