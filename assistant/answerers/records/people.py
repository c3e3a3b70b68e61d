"""Answers about persons: who held an office at a meeting, who represented whom, and in what post."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answerers.draft import Claim, Draft, Quote
from assistant.answerers.records.differing import differing_chairs
from assistant.answerers.records.lists import attended
from assistant.answerers.records.wording import (
    answered,
    capital,
    enumerate_names,
    group_quote,
    not_stated,
    quotes,
    the_meeting,
)
from assistant.library import Library
from assistant.question.attending import segments
from assistant.question.lexicon import phrases
from assistant.question.occasions import Occasion
from assistant.question.parties import NamedParty, named_parties
from assistant.question.persons import NamedPerson, name_parts, named_persons, same_name
from assistant.question.scope import Scope
from assistant.question.words import Words, phrase_stems
from corpus.document import Kind
from corpus.records.types import Meeting, Person

# Offices at a meeting: the lexicon's list, and the roles of a Person record that fill it.
_OFFICES: tuple[tuple[str, str, frozenset[str], str], ...] = (
    ("chair", "vice", frozenset({"vice-chair", "vice-co-chair", "deputy chair"}), "was Vice-Chair of"),
    ("chair", "co", frozenset({"co-chair", "chair"}), "co-chaired"),
    ("chair", "phrases", frozenset({"chair", "co-chair"}), "chaired"),
    ("moderate", "phrases", frozenset({"moderator", "facilitator"}), "moderated"),
    (
        "open",
        "phrases",
        frozenset({"opened", "opening", "opening remarks", "welcomed", "welcoming remarks"}),
        "opened",
    ),
    ("close", "phrases", frozenset({"closed", "closing", "closing remarks"}), "closed"),
)


def answer_people(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Return the answer to a question about persons, or None."""
    words = words.copy()
    persons = named_persons(words, library)
    for person in persons:
        words.take_span(person.start, person.end)
    if persons and words.has(phrases("post")):
        return _post(words, scope, library, persons)
    if persons:
        return None
    return _represented(words, scope, library) or _office(words, scope, library)


# What post


def _post(words: Words, scope: Scope, library: Library, persons: Sequence[NamedPerson]) -> Draft | None:
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
    if words.has(("function", "role")) and scope.named:
        duties = _duties(scope, library, persons)
        if duties is not None:
            return duties
    for named in persons:
        records = [record for record in named.records if record.post]
        records = _in_scope(records, scope, library) or records
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
            known = next((post for post in posts if _same_post(post, _full_post(record))), None)
            if known is None:
                posts[_full_post(record)] = record
            elif len(_full_post(record)) > len(known) and record.document == posts[known].document:
                posts[_full_post(record)] = posts.pop(known)
        if len(posts) > 3:
            return None
        for post, record in posts.items():
            where = (
                f" (according to “{library.documents[record.document].metadata.title}”)"
                if len(posts) > 1
                else ""
            )
            claims.append(Claim(text=f"{_name(record)} was {post}{where}.", quotes=quotes([record])))
    return answered(*claims)


_DUTIES = {
    "chair": "chaired it", "co-chair": "co-chaired it", "vice-chair": "was its Vice-Chair", "moderator": "was its moderator",
    "minutes taker": "took the minutes", "rapporteur": "was its rapporteur", "opened": "opened it", "closed": "closed it",
    "welcomed": "welcomed the participants", "head of delegation": "was head of delegation",
}  # fmt: skip


def _duties(scope: Scope, library: Library, persons: Sequence[NamedPerson]) -> Draft | None:
    """What a person did at a meeting, where the documents say more than that the person was there."""
    claims = []
    for named in persons:
        records = _in_scope(list(named.records), scope, library)
        done = {_DUTIES[role]: record for record in records for role in record.roles if role in _DUTIES}
        if not done:
            return None
        meeting = the_meeting(scope.occasions[0])
        post = next((_full_post(record) for record in records if record.post), None)
        name = f"{_name(records[0])}, {post}," if post else _name(records[0])
        claims.append(
            Claim(text=f"At {meeting}, {name} {enumerate_names(list(done))}.", quotes=quotes(done.values()))
        )
    return answered(*claims)


def _same_post(one: str, other: str) -> bool:
    first, second = set(one.lower().replace(",", " ").split()), set(other.lower().replace(",", " ").split())
    return first <= second or second <= first


def _full_post(person: Person) -> str:
    post = person.post or ""
    if person.organisation and person.organisation.lower() not in post.lower():
        post = f"{post}, {person.organisation}"
    return post


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


def _name(person: Person) -> str:
    return f"{person.honorific} {person.name}" if person.honorific else person.name


# Who represented whom


def _represented(words: Words, scope: Scope, library: Library) -> Draft | None:
    if not words.has(phrases("represent")) or not words.has(
        ("who", "whom", "name", "names", "delegates", "which person", "which people")
    ):
        return None
    words = words.copy()
    parties = list(named_parties(words, library))
    if len(parties) != 1 or not scope.named:
        return None
    party = parties[0]
    words.take_span(party.start, party.end)
    leads = words.has(("led", "lead", "head", "headed", "leader"))
    for wanted in ("represent", "attend", "person_noun", "count"):
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
        meeting = the_meeting(group[0])
        if not persons:
            missing.append(_nobody(party, group, library, leads))
            continue
        names = [_with_post(one) for one in persons]
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
    for person in _people_at(group, library):
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
        known = next((one for one in _people_at(group, library) if same_name(one.name, name)), None)
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


def _with_post(person: Person) -> str:
    post = _full_post(person)
    return f"{_name(person)} ({post})" if post else _name(person)


# Who chaired, opened, moderated


def _asks_who(words: Words) -> bool:
    return words.has(("who", "whom", "whose", "name", "which", "what", "list"))


_RANGE = re.compile(r"\bfrom (?:its |the )?\w+ to (?:its |the )?\w+ (?:meeting|session)", re.IGNORECASE)


def _office(words: Words, scope: Scope, library: Library) -> Draft | None:
    if not _asks_who(words):
        return None
    if not scope.groups or any(not group for group in scope.groups) or _RANGE.search(words.text):
        return None
    words = words.copy()
    pieces = segments(words, scope, len(scope.groups))
    named = [_office_in(words, start, end) for start, end in pieces]
    common = next((office for office in named if office is not None), None)
    if common is None:
        return None
    offices = [office or common for office in named]
    for table, key, _, _ in set(offices):
        words.take(phrases(table, key))
    words.take(phrases("chair", "phrases"))
    by_name = words.take(("by name", "named", "names of", "name of"))
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
            names = [_with_post(one) for one in people]
            claims.append(
                Claim(
                    text=f"{enumerate_names(names)} {offices[0][3]} {the_meeting(occasion)}.",
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
        names_ = enumerate_names(list(parties[0].chairs))
        text = f"{the_meeting(occasion)} was {'co-' if len(parties[0].chairs) > 1 else ''}chaired by {names_}"
        if by_name or (words.starts_with("who") and by_name):
            return not_stated(f"{capital(text)}; the documents name no persons.", _chairs_quote(parties[0]))
        claims.append(Claim(text=f"{capital(text)}.", quotes=tuple(_chairs_quote(parties[0]))))
    return answered(*claims)


def _office_in(words: Words, start: int, end: int) -> tuple[str, str, frozenset[str], str] | None:
    for office in _OFFICES:
        for first, last in words.find(phrases(office[0], office[1])):
            if start <= words.words[first].start and words.words[last - 1].end <= end:
                return office
    return None


def _people_at(group: Sequence[Occasion], library: Library) -> list[Person]:
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
    main = {record.document for occasion in group for record in occasion.records if record.main}
    nearness = (ids, parents, parts)
    people = [one for near in nearness for one in library.of_type(Person) if one.meeting in near]
    people += [one for one in library.of_type(Person) if one.meeting is None and one.document in main]
    return people


def _holders(group: Sequence[Occasion], roles: frozenset[str], library: Library) -> list[Person]:
    found: dict[tuple[str, ...], Person] = {}
    ids = {id for occasion in group for id in occasion.ids}
    people = [one for one in _people_at(group, library) if roles.intersection(one.roles)]
    for person in [one for one in people if one.meeting in ids] or people:
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
        role = set(phrase_stems(person.role_text or ""))
        return (sum(1 for word in left if word in role), -len(role - asked))

    best = max(fit(person) for person in people)
    texts = {person.role_text for person in people}
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
            text=f"{enumerate_names([_name(one) for one in kept])} {enumerate_names(did)}.",
            quotes=quotes(proof),
        )
    )


def _chairs(group: Sequence[Occasion]) -> list[Meeting]:
    return [record for occasion in group for record in occasion.records if record.chairs]


def _chairs_quote(meeting: Meeting) -> list[Quote]:
    span = meeting.spans.get("chairs") or meeting.evidence[0]
    return [Quote(document=meeting.document, span=span)]


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
        proof = _chairs_quote(meetings[0]) if meetings else []
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


def _in_scope(records: list[Person], scope: Scope, library: Library) -> list[Person]:
    if not scope.named:
        return []
    ids = {id for occasion in scope.occasions for id in occasion.ids}
    documents = {
        record.document for occasion in scope.occasions for record in occasion.records if record.main
    }
    return [one for one in records if one.meeting in ids] or [
        one for one in records if one.document in documents
    ]
