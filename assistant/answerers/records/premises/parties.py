"""A party that was not there, not in that capacity, or not in the chair."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Route, Status
from assistant.answerers.draft import Claim, Draft, Quote
from assistant.answerers.records.lists import Attended, attended, unique
from assistant.answerers.records.wording import (
    answered,
    capital,
    enumerate_names,
    field_quote,
    full_name,
    group_quote,
    in_capacity,
    quotes,
    the_meeting,
)
from assistant.library import Library
from assistant.question.lexicon import keys, phrases
from assistant.question.occasions import Occasion
from assistant.question.parties import NamedParty, named_parties
from assistant.question.scope import Scope
from assistant.question.words import Words
from corpus.records.types import Attendance, Capacity, Person

# Verbs by which a question has a party take part: 'What did X say at …', 'Why did X leave …'.
_DOES = re.compile(
    r"^(?:did|does|do|has|have|was|were)?\s*(?:not\s+)?(?:say|said|present|presented|report|reported|propose|proposed|state|stated"
    r"|announce|announced|offer|offered|ask|asked|suggest|suggested|stress|stressed|raise|raised|tell|told|pledge|pledged"
    r"|speak|spoke|share|shared|describe|described|argue|argued|leave|left|attend|attended|join|joined|take part|took part"
    r"|participate|participated|come|came|send|sent|demand|demanded|request|requested|explain|explained|sign|signed)\b",
    re.IGNORECASE,
)
_DELEGATION = re.compile(
    r"(?:[’']s?)?\s*(?:delegations?|delegates?|representatives?|head of delegation|minister|government|observers?)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(r"^\W*(?:what|why|how|which|when|where|who|whom|since)\b", re.IGNORECASE)


def not_there(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Say that a party that a question has act at a meeting is not on its lists, where they are whole."""
    if not _OPENS.match(words.text) or len(scope.groups) != 1 or not scope.groups[0]:
        return None
    party = _acting(words, library)
    found = attended(scope.groups[0], library)
    if party is None or party.party is None or found is None:
        return None
    away = _entries(party, [one.parties for one in found.absent], library)
    if _entries(party, [one.parties for one in found.present], library):
        return None
    meeting = the_meeting(found.occasion)
    if away:
        text = f"{party.party} did not attend {meeting}: it is listed among those absent or with apologies."
        return answered(Claim(text=text, quotes=quotes(away[:1])))
    if not found.closed or _mentioned(party, found, library):
        return None
    count = sum(len(unique(one.parties)) for one in found.present)
    text = f"{party.party} is not on the list of those who attended {meeting} ({count} parties are listed)."
    proof = tuple(group_quote(one.group) for one in found.present)
    return Draft(status=Status.NOT_STATED, route=Route.RECORDS, claims=(Claim(text=text, quotes=proof),))


def wrong_capacity(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Correct the capacity in which a question has a party attend: 'Why did X attend as a member?'"""
    if not re.match(r"\W*(?:why|how|when|since|what|which)\b", words.text, re.IGNORECASE):
        return None
    parties = [one for one in named_parties(words, library) if not one.adjective]
    if len(scope.groups) != 1 or not scope.groups[0] or len(parties) != 1:
        return None
    asked = _capacity_of(words, parties[0])
    found = attended(scope.groups[0], library)
    if asked is None or found is None:
        return None
    entries = _entries(parties[0], [one.parties for one in found.present], library)
    if not entries or any(one.capacity in (asked, Capacity.PARTICIPANT, Capacity.SPEAKER) for one in entries):
        return None
    entry = entries[0]
    article = "an" if asked.value[0] in "aeiou" else "a"
    text = (
        f"{entry.written.strip()} attended {the_meeting(found.occasion)} {in_capacity(entry.capacity)}, "
        f"not as {article} {asked.value}."
    )
    return answered(Claim(text=text, quotes=quotes([entry])))


def _capacity_of(words: Words, party: NamedParty) -> Capacity | None:
    """Return the capacity that the question gives the party: 'a member', 'as an observer'; the first counts."""
    found: list[tuple[int, Capacity]] = []
    for key in keys("capacity"):
        for first, last in words.find(phrases("capacity", key)):
            before = words.text[: words.words[first].start]
            told = re.search(
                r"\b(?:as (?:an? |the )?|(?:was|is|were|be|being) an? |become an? |became an? )$",
                before,
                re.IGNORECASE,
            )
            direct = re.search(r"\ban?\s+$", before) and party.end <= words.words[first].start
            if (told or direct) and not re.search(r"\bnot (?:as )?an? $", before):
                found.append((words.words[last - 1].start, Capacity(key)))
    return (
        min(found)[1]
        if found and min(found)[1] in (Capacity.MEMBER, Capacity.OBSERVER, Capacity.GUEST)
        else None
    )


def wrong_chair(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Correct the party that a question has in the chair: 'Why did X chair the Sixth Meeting?'"""
    if len(scope.groups) != 1 or not scope.groups[0]:
        return None
    if words.has(phrases("chair", "vice")):
        return None
    parties = list(named_parties(words, library))
    occasion = scope.groups[0][0]
    if (
        len({one.party for one in parties}) != 1
        or parties[0].party is None
        or not _chairs_it(words, parties[0])
    ):
        return None
    chairs, names, proof = _chairing(occasion, library)
    if not chairs or any(library.same_party(one, parties[0].party) for one in chairs):
        return None
    did = "co-chaired" if len(chairs) > 1 else "chaired"
    text = (
        f"{capital(the_meeting(occasion))} was {did} by {enumerate_names(names)}, not by {parties[0].party}."
    )
    if re.match(r"\W*(?:did|was|were|is|has|had)\b", words.text, re.IGNORECASE):
        text = f"No: {text[:1].lower()}{text[1:]}"
    return answered(Claim(text=text, quotes=proof))


_CHAIRING = re.compile(
    r"^(?:[’']s?)?\s*(?:(?:did|has|have|was|is)\s+)?(?:(?:the\s+)?(?:delegation\s+)?)?(?:chair|chaired|co-chair|co-chaired|preside over|presided over"
    r"|hold the chair|held the chair|as (?:the )?(?:co-)?chair|in the chair|(?:was|is) (?:the )?(?:co-)?chair)\b(?!s?[’'])",
    re.IGNORECASE,
)


def _chairs_it(words: Words, party: NamedParty) -> bool:
    if party.adjective:
        return False
    return bool(_CHAIRING.match(words.text[party.end :].lstrip(" ,")))


def _chairing(occasion: Occasion, library: Library) -> tuple[list[str], list[str], tuple[Quote, ...]]:
    """Return the parties in the chair, their names or persons for the answer, and the proof."""
    people = [
        person
        for person in library.of_type(Person)
        if person.meeting in occasion.ids
        and {"chair", "co-chair"}.intersection(person.roles)
        and person.session is None
    ]
    if people and all(person.party for person in people):
        own = {person.document for person in people[:1]}
        kept = [person for person in people if person.document in own]
        named = [f"{full_name(one)} ({one.party})" for one in kept]
        return [one.party for one in people if one.party], list(dict.fromkeys(named)), quotes(kept)
    record = next((one for one in occasion.records if one.chairs), None)
    if record is None or people:
        return [], [], ()
    parties = [library.parties.resolve(chair) for chair in record.chairs]
    if any(party is None for party in parties):
        return [], [], ()
    return (
        [party.name for party in parties if party is not None],
        list(record.chairs),
        (field_quote(record, "chairs"),),
    )


def _acting(words: Words, library: Library) -> NamedParty | None:
    """The one party that a question has act: the subject of its verb."""
    found = []
    for party in named_parties(words, library):
        after = words.text[party.end :]
        delegation = _DELEGATION.match(after)
        if delegation is not None:
            after = after[delegation.end() :]
        if party.adjective and delegation is None:
            continue
        if _DOES.match(after.lstrip()):
            found.append(party)
    if (
        not found
        and (unknown := _UNKNOWN.match(words.text))
        and _DOES.match(words.text[unknown.end() :].lstrip())
    ):
        name = unknown["name"]
        return NamedParty(name, name, unknown.start("name"), unknown.end())
    return found[0] if len(found) == 1 else None


# A name that no table knows, as the subject: 'What did Zenith Mills present …'.
_UNKNOWN = re.compile(
    r"^\W*(?i:what|why|how|when|where)\s+did\s+(?:the\s+)?(?P<name>(?!(?:Mr|Ms|Mrs|Dr|Prof|The)\b)[A-ZÀ-Ý][\w&’'-]*(?:\s+[A-ZÀ-Ý][\w&’'-]*){0,4})(?=\s+[a-z])"
)


def _entries(party: NamedParty, lists: Sequence[Sequence[Attendance]], library: Library) -> list[Attendance]:
    name = party.party
    return [
        one
        for parties in lists
        for one in parties
        if name is not None and library.same_party(one.party, name)
    ]


def _mentioned(party: NamedParty, found: Attended, library: Library) -> bool:
    """Whether the papers of the meeting name the party somewhere: it may have had a part there."""
    papers = found.occasion.papers | {one.group.document for one in found.lists}
    # A name that no table knows may stand there in another form: one of its words is enough.
    known = library.parties.resolve(party.written) is not None
    forms = [party.written] if known else party.written.split()
    written = re.compile("|".join(rf"\b{re.escape(form)}\b" for form in forms))
    if any(written.search(library.documents[id].text) for id in papers):
        return True
    return any(
        mention.party.name == party.party
        for id in papers
        for mention in library.parties.find(library.documents[id].text)
    )
