"""Answers on who represented a party at a meeting, and who led its delegation."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answerers.draft import Claim, Draft
from assistant.answerers.records.lists import attended
from assistant.answerers.records.persons_told import people_at, with_post
from assistant.answerers.records.wording import (
    answered,
    enumerate_names,
    group_quote,
    not_stated,
    quotes,
    the_meeting,
)
from assistant.library import Library
from assistant.question.lexicon import phrases
from assistant.question.occasions import Occasion
from assistant.question.parties import NamedParty, named_parties
from assistant.question.persons import name_parts, same_name
from assistant.question.scope import Scope
from assistant.question.words import Words
from corpus.records.types import Person


def answer_delegation(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Return who represented the party that a question names, or None."""
    if not words.has(phrases("represent")) or not words.has(
        ("who", "whom", "name", "names", "delegates", "which person", "which people")
    ):
        return None
    if words.starts_with("how"):
        return None  # 'How did the delegate of X take part?'
    if words.starts_with("did", "was", "were", "is", "has", "had"):
        return None  # whether a delegation came, not who was in it
    words = words.copy()
    parties = list(named_parties(words, library))
    if len(parties) != 1 or not scope.named:
        return None
    party = parties[0]
    words.take_span(party.start, party.end)
    leads = words.has(("led", "lead", "head", "headed", "leader"))
    for wanted in ("represent", "attend", "person_noun", "count", "held"):
        words.take(phrases(wanted))
    words.take(
        (
            "led",
            "lead",
            "head",
            "headed",
            "leader",
            "made",
            "make",
            "up",
            "came",
            "part",
            "names",
            "composition",
            "consist",
            "members",
            "member",
            "official",
            "officials",
            "observer",
            "observers",
            "spoke",
            "speak",
            "speaker",
        )
    )
    if words.left():
        return None
    claims: list[Claim] = []
    missing: list[Draft] = []
    for group in scope.groups:
        if not group:
            return None
        persons = _delegates(party, group, library)
        if leads:
            heads = [one for one in persons if any("head" in role or "lead" in role for role in one.roles)]
            persons = heads or (persons if len(persons) == 1 else [])
        elif words.has(("else", "besides")):  # who came beside the one who led it
            heads = [one for one in persons if any("head" in role or "lead" in role for role in one.roles)]
            if not heads:
                return None
            persons = [one for one in persons if one not in heads]
        meeting = the_meeting(group[0])
        if not persons:
            missing.append(_nobody(party, group, library, leads))
            continue
        names = [with_post(one) for one in persons]
        verb = "led the delegation of" if leads else "represented"
        claims.append(
            Claim(
                text=f"{enumerate_names(names)} {verb} {_title(party)} at {meeting}.", quotes=quotes(persons)
            )
        )
    if missing:
        return missing[0] if not claims else None
    return answered(*claims)


def _title(party: NamedParty) -> str:
    return party.party or party.written


def _delegates(party: NamedParty, group: Sequence[Occasion], library: Library) -> list[Person]:
    people: dict[tuple[str, ...], Person] = {}
    for person in people_at(group, library):
        if person.party is None or party.party is None or not _from_list(person):
            continue
        if library.same_party(person.party, party.party):
            key = name_parts(person.name)
            if key not in people or (person.post and not people[key].post):
                people[key] = person
    if people:
        return list(people.values())
    found = attended(group, library)
    named = [
        (name, attendance)
        for one in (found.lists if found else ())
        for attendance in one.parties
        if party.party and library.same_party(attendance.party, party.party)
        for name in attendance.represented_by
    ]
    result = []
    for name, attendance in named:
        known = next((one for one in people_at(group, library) if same_name(one.name, name)), None)
        if known is not None and known not in result:
            result.append(known)
        elif known is None:
            result.append(
                Person(
                    id=f"{attendance.id}/{name}", document=attendance.document, evidence=attendance.evidence,
                    meeting=attendance.meeting, name=name, party=attendance.party,
                )
            )  # fmt: skip
    return result


def _from_list(person: Person) -> bool:
    """Whether the person was at the meeting in some function, rather than only spoken of."""
    return bool(person.roles) and not {"speaker", "predecessor", "successor"}.issuperset(person.roles)


def _nobody(party: NamedParty, group: Sequence[Occasion], library: Library, leads: bool) -> Draft:
    meeting = the_meeting(group[0])
    found = attended(group, library)
    what = "led the delegation of" if leads else "represented"
    if found is not None and party.party is not None:
        entries = [
            attendance
            for one in found.present
            for attendance in one.parties
            if library.same_party(attendance.party, party.party)
        ]
        if not entries and found.closed:
            return not_stated(
                f"{_title(party)} is not on the list of those who attended {meeting}, "
                f"so the documents do not say who {what} {_title(party)}.",
                [group_quote(one.group) for one in found.present],
            )
        if entries:
            return not_stated(
                f"The documents list {_title(party)} at {meeting}, but do not say who {what} {_title(party)}.",
                quotes(entries[:1]),
            )
    return not_stated(f"The documents do not say who {what} {_title(party)} at {meeting}.")
