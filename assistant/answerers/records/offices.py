"""Answers on who chaired, opened, closed or moderated a meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answerers.draft import Claim, Draft, Quote
from assistant.answerers.records.differing import differing_chairs
from assistant.answerers.records.marked_chair import marked_chair
from assistant.answerers.records.office_ranges import RANGE, holders_in_range
from assistant.answerers.records.persons_told import people_at, with_post
from assistant.answerers.records.wording import (
    answered,
    capital,
    enumerate_names,
    field_quote,
    full_name,
    not_stated,
    quotes,
    the_meeting,
)
from assistant.library import Library
from assistant.question.attending_parts import segments
from assistant.question.lexicon import phrases
from assistant.question.occasions import Occasion
from assistant.question.parties import NamedParty, named_parties
from assistant.question.persons import name_parts, same_name
from assistant.question.scope import Scope
from assistant.question.words import Words, phrase_stems
from corpus.records.types import Meeting, PartyKind, Person

# Offices at a meeting: the lexicon's list, and the roles of a Person record that fill it.
_OFFICES: tuple[tuple[str, str, frozenset[str], str], ...] = (
    ("chair", "vice", frozenset({"vice-chair", "vice-co-chair", "deputy chair"}), "was Vice-Chair of"),
    ("chair", "co", frozenset({"co-chair", "chair"}), "co-chaired"),
    ("chair", "phrases", frozenset({"chair", "co-chair"}), "chaired"),
    ("rapporteur", "phrases", frozenset({"rapporteur"}), "was Rapporteur of"),
    ("minutes", "phrases", frozenset({"minutes taker"}), "took the minutes of"),
    ("moderate", "phrases", frozenset({"moderator", "facilitator"}), "moderated"),
    ("convene", "phrases", frozenset({"convenor"}), "convened"),
    (
        "open",
        "phrases",
        frozenset({"opened", "opening", "opening remarks", "welcomed", "welcoming remarks"}),
        "opened",
    ),
    ("close", "phrases", frozenset({"closed", "closing", "closing remarks"}), "closed"),
)


# 'Which person presided?' is not answered by the name of a State.
_PERSON_ASKED = (
    "which person",
    "what person",
    "which persons",
    "which individual",
    "which official",
    "which delegate",
    "which lady",
    "which woman",
    "which man",
    "which gentleman",
    "which minister",
    "which ambassador",
    "which expert",
    "which officer",
    "which diplomat",
)


def _asks_who(words: Words) -> bool:
    return words.has(("who", "whom", "whose", "name", "which", "what", "list"))


def answer_office(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Return who held the office that a question names at each of its meetings, or None."""
    if not _asks_who(words):
        return None
    if not scope.groups or any(not group for group in scope.groups):
        return None
    words = words.copy()
    pieces = segments(words, scope, len(scope.groups))
    named = [_office_in(words, start, end) for start, end in pieces]
    common = next((office for office in named if office is not None), None)
    if common is None:
        return None
    if RANGE.search(words.text):
        roles = common[2]
        return holders_in_range(scope, common[3], lambda group: _holders(group, roles, library), library)
    offices = [office or common for office in named]
    for table, key, _, _ in set(offices):
        words.take(phrases(table, key))
    words.take(phrases("chair", "phrases"))
    by_name = words.has(_PERSON_ASKED) | words.take(("by name", "named", "names of", "name of"))
    from_party = named_parties(words, library)
    for party in from_party:
        words.take_span(party.start, party.end)
    asks_party = words.take(
        (
            *phrases("party_kind", "state"),
            "agency",
            "agencies",
            "ministry",
            "ministries",
            "department",
            "member",
            "delegation",
        )
    )
    for table in ("held", "person_noun"):
        words.take(phrases(table))
    words.take(
        (
            "session",
            "event",
            "office",
            "meeting",
            "statement",
            "function",
            "order",
            "remarks",
            "address",
            "speech",
            "working",
            "group",
            "led",
            "acted",
            "served",
            "since",
            "new",
            "official",
            "officials",
            "two",
            "three",
            "people",
            "persons",
            "individuals",
        )
    )
    left = [word.stem for word in words.left()]
    found: list[tuple[Occasion, list[Person]]] = []
    for group, office in zip(scope.groups, offices, strict=True):
        people = _holders(group, office[2], library)
        people = _from(people, from_party, library)
        people = _by_wording(people, left, words)
        found.append((group[0], people))
    if len(set(offices)) > 1:
        return _same_person(found, offices)
    if any(left) and not all(_covers(people, left) for _, people in found):
        return None
    if asks_party:
        return _chairing_parties(scope.groups, found, offices[0], library)
    claims = []
    for (occasion, people), group in zip(found, scope.groups, strict=True):
        if people:
            holders = _every_holder(group, offices[0][2], library)
            differing = differing_chairs(holders, offices[0][3], occasion, library)
            if differing is not None and offices[0][1] != "co" and not from_party and not left:
                return differing
            names = [with_post(one) for one in people]
            claims.append(
                Claim(
                    text=f"{enumerate_names(names)} {_chosen(offices[0][3], people)} {the_meeting(occasion)}.",
                    quotes=quotes(people),
                )
            )
            continue
        parties = _chairs(group) if offices[0][0] == "chair" and offices[0][1] != "vice" else []
        if not parties or from_party:
            if offices[0][0] != "chair":
                return None
            return not_stated(
                f"The documents do not say who {offices[0][3]} {the_meeting(occasion)}.",
                _meeting_quote(occasion),
            )
        if (told := marked_chair(parties[0], the_meeting(occasion), library)) is not None:
            claims.append(told)
            continue
        names_ = enumerate_names(list(parties[0].chairs))
        text = f"{the_meeting(occasion)} was {'co-' if len(parties[0].chairs) > 1 else ''}chaired by {names_}"
        if by_name:
            return not_stated(
                f"{capital(text)}; the documents name no persons.", [field_quote(parties[0], "chairs")]
            )
        claims.append(Claim(text=f"{capital(text)}.", quotes=(field_quote(parties[0], "chairs"),)))
    return answered(*claims)


def _did(told: str, holders: int) -> str:
    """What the holders of an office did: 'was Vice-Chair of' one, 'were Vice-Chairs of' several."""
    return re.sub(r"^was ([\w-]+) of$", r"were \1s of", told) if holders > 1 else told


def _chosen(told: str, people: Sequence[Person]) -> str:
    """What those did who were only chosen at the meeting: 'was elected Chair at', not 'chaired'."""
    words = {re.sub(r"^(?:was|were)\s+", "", one.role_text or "") for one in people}
    if len(words) > 1 or not all(text.startswith("elected") for text in words):
        return _did(told, len(people))
    return f"{'was' if len(people) == 1 else 'were'} {words.pop()} at"


def _office_in(words: Words, start: int, end: int) -> tuple[str, str, frozenset[str], str] | None:
    for office in _OFFICES:
        for first, last in words.find(phrases(office[0], office[1])):
            if start <= words.words[first].start and words.words[last - 1].end <= end:
                return office
    return None


def _holders(group: Sequence[Occasion], roles: frozenset[str], library: Library) -> list[Person]:
    found: dict[tuple[str, ...], Person] = {}
    ids = {id for occasion in group for id in occasion.ids}
    present = people_at(group, library)
    people = [one for one in present if roles.intersection(one.roles)]
    people = people or [one for one in present if _presides(one, roles, library)]
    people = [one for one in people if one.meeting in ids] or people
    for person in [one for one in people if not _of_another_body(one)] or people:
        key = next(
            (
                key
                for key in found
                if set(key) <= set(name_parts(person.name)) or set(name_parts(person.name)) <= set(key)
            ),
            None,
        )
        if key is None:
            found[name_parts(person.name)] = person
        elif person.post and not found[key].post:
            found[key] = person
    return list(found.values())


def _presides(person: Person, roles: frozenset[str], library: Library) -> bool:
    """Whether a state's delegate is the President or a Vice-President, whom the body has instead of a chair.

    The president of an organisation that takes part is none.
    """
    party = library.parties.resolve(person.party) if person.party else None
    if party is None or party.kind is not PartyKind.STATE:
        return False
    office = "(?:(?:First|Second|Third) )?Vice-President" if "vice-chair" in roles else "President"
    titles = ((person.post or ""), *(person.role_text or "").split("; "))
    return bool({"chair", "vice-chair"} & roles) and any(re.fullmatch(office, title) for title in titles)


def _of_another_body(person: Person) -> bool:
    """Whether an office is that of a body named before: 'Its Chair, Mr X'."""
    return bool(re.match(r"(?:its|their)\b", person.post or "", re.IGNORECASE))


def _every_holder(group: Sequence[Occasion], roles: frozenset[str], library: Library) -> list[Person]:
    """All who are said to have held the office at the meeting itself, one record for each paper and name."""
    ids = {id for occasion in group for id in occasion.ids}
    found: dict[tuple[str, tuple[str, ...]], Person] = {}
    for person in library.of_type(Person):
        if person.meeting in ids and roles.intersection(person.roles) and person.session is None:
            known = next(
                (k for k in found if k[0] == person.document and same_name(found[k].name, person.name)), None
            )
            found.setdefault(known or (person.document, name_parts(person.name)), person)
    return list(found.values())


def _from(people: list[Person], parties: Sequence[NamedParty], library: Library) -> list[Person]:
    if not parties:
        return people
    return [
        person
        for person in people
        if any(
            person.party is not None
            and party.party is not None
            and library.same_party(person.party, party.party)
            for party in parties
        )
    ]


def _by_wording(people: list[Person], left: list[str], words: Words) -> list[Person]:
    """Of several holders keep those whose role is worded most like the question ('Senior Official Co-Chair')."""
    if len(people) < 2:
        return people
    asked = {word.stem for word in words.words}

    def fit(person: Person) -> tuple[int, int]:
        role = set(phrase_stems(person.role_text or person.post or ""))
        return (sum(1 for word in left if word in role), -len(role - asked))

    best = max(fit(person) for person in people)
    texts = {person.role_text or person.post for person in people}
    if len(texts) < 2:
        return people
    return [person for person in people if fit(person) == best]


def _covers(people: list[Person], left: list[str]) -> bool:
    return bool(people) and all(
        all(
            word in set(phrase_stems(f"{one.role_text or ''} {one.post or ''} {one.organisation or ''}"))
            for word in left
        )
        for one in people
    )


def _same_person(
    found: list[tuple[Occasion, list[Person]]], offices: Sequence[tuple[str, str, frozenset[str], str]]
) -> Draft | None:
    kept = [
        one
        for one in found[0][1]
        if all(any(same_name(one.name, other.name) for other in people) for _, people in found[1:])
    ]
    if not kept:
        return None
    proof = [
        one for _, people in found for one in people if any(same_name(one.name, other.name) for other in kept)
    ]
    did = [
        f"{office[3]} {the_meeting(occasion)}" for (occasion, _), office in zip(found, offices, strict=True)
    ]
    return answered(
        Claim(
            text=f"{enumerate_names([full_name(one) for one in kept])} {enumerate_names(did)}.",
            quotes=quotes(proof),
        )
    )


def _chairs(group: Sequence[Occasion]) -> list[Meeting]:
    return [record for occasion in group for record in occasion.records if record.chairs]


def _meeting_quote(occasion: Occasion) -> list[Quote]:
    return (
        [Quote(document=occasion.lead.document, span=occasion.lead.evidence[0])]
        if occasion.lead.evidence
        else []
    )


def _chairing_parties(
    groups: Sequence[Sequence[Occasion]],
    found: list[tuple[Occasion, list[Person]]],
    office: tuple[str, str, frozenset[str], str],
    library: Library,
) -> Draft | None:
    claims = []
    for group, (occasion, people) in zip(groups, found, strict=True):
        meetings = _chairs(group) if office[1] != "vice" else []
        parties = list(meetings[0].chairs) if meetings else []
        proof = [field_quote(meetings[0], "chairs")] if meetings else []
        if not parties:
            parties = list(dict.fromkeys(one.party for one in people if one.party))
            proof = list(quotes(people))
        if not parties:
            return not_stated(
                f"The documents do not say which party {office[3]} {the_meeting(occasion)}.",
                _meeting_quote(occasion),
            )
        claims.append(
            Claim(
                text=f"{enumerate_names(parties)} {office[3]} {the_meeting(occasion)}.", quotes=tuple(proof)
            )
        )
    return answered(*claims)
