"""Persons: who is named, with post, organisation and party, and in what role at the meeting."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.document import Document, Span
from corpus.records.attendance import delegates
from corpus.records.chair_party import chairing_party
from corpus.records.people_listed import listed_people
from corpus.records.people_named import named_people
from corpus.records.people_tables import tabled_people
from corpus.records.persons import Mention
from corpus.records.statements import addresses_assistant, record_id
from corpus.records.types import Person

if TYPE_CHECKING:
    from corpus.records.context import Context

_CHAIRS = frozenset({"chair", "co-chair"})


def read_people(document: Document, context: Context) -> list[Person]:
    """Return a record for every statement about a named person, in the order of the document.

    Where a later mention gives only a surname, the name is the one given in full elsewhere in the document.
    """
    tabled = tabled_people(document, context)
    listed = listed_people(document, context)
    taken = {(span.start, span.end) for mention in [*tabled, *listed] for span in mention.spans}
    prose = [
        mention
        for mention in named_people(document, context)
        if not any(start <= mention.at < end for start, end in taken)
    ]
    mentions = sorted([*tabled, *listed, *prose], key=lambda mention: mention.at)
    mentions = [_in_full(mention, mentions) for mention in mentions if not addresses_assistant(mention.name)]
    mentions = [_with_party(document, context, mention, mentions) for mention in mentions]
    under = delegates(document, context)
    mentions = [_of_delegation(mention, under) for mention in mentions]
    records: dict[str, Person] = {}
    for mention in _distinct(mentions):
        record = _record(document, context, mention)
        records.setdefault(record.id, record)
    return list(records.values())


def _record(document: Document, context: Context, mention: Mention) -> Person:
    return Person(
        id=record_id(document, "person", mention.name, mention.at),
        document=document.id,
        evidence=mention.spans,
        meeting=context.meeting_at(mention.at),
        honorific=mention.honorific,
        name=mention.name,
        post=mention.post,
        organisation=mention.organisation,
        party=mention.party,
        roles=mention.roles,
        role_text=mention.role_text,
        session=mention.session,
        predecessor=mention.predecessor,
    )


def _parts(name: str) -> list[str]:
    return [part.casefold() for part in name.replace(".", " ").split()]


def _clash(one: str | None, other: str | None) -> bool:
    """Say whether two forms of address cannot be those of one person: 'Mr' and 'Ms'."""
    male = [bool(form and re.search(r"\b(?:Mr|Sir|Lord)\b", form)) for form in (one, other)]
    female = [bool(form and re.search(r"\b(?:Ms|Mrs|Miss|Dame|Madam)\b", form)) for form in (one, other)]
    return (male[0] and female[1]) or (female[0] and male[1])


def _in_full(mention: Mention, mentions: list[Mention]) -> Mention:
    """Give a mention by surname the full name, where just one person of the document has that surname."""
    parts = _parts(mention.name)
    full = {
        other.name
        for other in mentions
        if len(_parts(other.name)) > len(parts)
        and (
            parts[0] in _parts(other.name) if len(parts) == 1 else _parts(other.name)[-len(parts) :] == parts
        )
        and not _clash(mention.honorific, other.honorific)
    }
    return replace(mention, name=full.pop()) if len(full) == 1 else mention


def _with_party(document: Document, context: Context, mention: Mention, mentions: list[Mention]) -> Mention:
    """Give a mention without a party the one that the document gives the person elsewhere, or the chair's."""
    if mention.party:
        return mention
    same = [other for other in mentions if other.name == mention.name and other.party]
    if same and len({other.party for other in same}) == 1:
        return replace(mention, party=same[0].party, spans=(*mention.spans, same[0].spans[0]))
    if _CHAIRS & set(mention.roles) and "co-chair" not in mention.roles:
        found = chairing_party(document, context)
        if found is not None:
            party, span = found
            return replace(mention, party=party, spans=(*mention.spans, span))
    return mention


def _of_delegation(mention: Mention, under: dict[str, tuple[str, tuple[int, int]]]) -> Mention:
    """Give a person in a list of participants the party that stands over it."""
    if mention.party or mention.name not in under:
        return mention
    party, (start, end) = under[mention.name]
    return replace(
        mention,
        party=party,
        party_stated=True,
        roles=mention.roles or ("participant",),
        spans=(*mention.spans, Span(start=start, end=end)),
    )


def _distinct(mentions: list[Mention]) -> list[Mention]:
    """Leave out bare mentions ('Mr Drony said …' without more) of persons about whom more is said."""
    told = {mention.name for mention in mentions if mention.post or mention.roles or mention.party_stated}
    return [
        mention
        for mention in mentions
        if mention.post or mention.roles or mention.party_stated or mention.name not in told
    ]
