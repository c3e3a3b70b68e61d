"""Persons in lines of lists: 'Armenia: Ms L, Head of …; Mr M, …', 'Chair: Ms X', sign-offs under a paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.document import BlockKind, Document
from corpus.names.dates import find_dates
from corpus.names.people import FoundPerson, find_people, read_person
from corpus.names.people_words import is_post
from corpus.records.acronyms import BODIES
from corpus.records.persons import Mention, organisation_of, party_of, split_post, take_marks
from corpus.records.roles import roles_named, singular
from corpus.records.statements import Statement, clean, headings, statements, without_marker

if TYPE_CHECKING:
    from corpus.records.context import Context

_HEAD = re.compile(r"^(?P<head>[^:;\n.]{2,90}?)\s*(?::|\.{3,}|\s[–—]|\t|\s{3,})\s*(?=\S)")
_PRESENT = re.compile(
    r"\b(?:present|attendance|participants?|attendees|delegations?|list\s+of|in\s+attendance|members|observers|secretariat"
    r"|representatives|who\s+took\s+part|apologies|absent|speakers|panell?ists|on\s+the\s+(?:line|call)|regrets)\b",
    re.IGNORECASE,
)
_NOT_PARTY = re.compile(
    r"(?:venue|dates?|place|time|ref(?:erence)?|subject|contact|e-?mail|tel|phone|address|hotel|location|source|website"
    r"|title|document|agenda|language|item|annex|note|photo\w*|objective|activity|lead|partners?|owner|due)\b",
    re.IGNORECASE,
)
_GROUP = re.compile(r"(?P<party>[^,;()]{2,60}?)\s*\((?P<names>[^()]{3,120})\)")
_SERVES = re.compile(
    r"(?:(?:Executive|Technical|General|Deputy|Recording|Acting)\s+)?(?:Secretary|Coordinator|Co-ordinator|Treasurer|Director)",
    re.IGNORECASE,
)
_SEGMENT = re.compile(r"[^;]+")
_TIME = re.compile(r"^\s*\d{1,2}[:.h]\d{2}(?:\s*[-–—]\s*\d{1,2}[:.h]\d{2})?\s*(?:[ap]\.?m\.?)?\s*[-–—:|]?\s*")
_SIGNED = re.compile(r"^\s*(?:\(?signed\)?|for\s+the\s+secretariat|done\s+at)\b[:,]?\s*", re.IGNORECASE)


def listed_people(document: Document, context: Context) -> list[Mention]:
    """Return the persons named in list lines, labelled lines and sign-offs."""
    mentions: list[Mention] = []
    for statement in statements(document, BlockKind.ITEM, BlockKind.PARAGRAPH):
        mentions += _labelled(document, statement, context)
    mentions += _signatures(document, context)
    return mentions


def _labelled(document: Document, statement: Statement, context: Context) -> Iterator[Mention]:
    begin = 0
    for line in statement.text.split("\n"):
        yield from _line(document, statement, begin, line, context)
        begin += len(line) + 1


def _line(
    document: Document, statement: Statement, begin: int, line: str, context: Context
) -> Iterator[Mention]:
    body, cut = without_marker(line)
    time = _TIME.match(body)
    if time:
        body, cut = body[time.end() :], cut + time.end()
    head = _HEAD.match(body)
    if head is None and _in_list(document, statement) and (together := _fallen_together(body)):
        yield from _run_on(statement, begin + cut, body, together, context)
        return
    if head is None:
        if statement.kind is BlockKind.ITEM and _in_list(document, statement):
            yield from _bare(statement, begin + cut, body, context)
        return
    label = clean(head["head"])
    rest = body[head.end() :]
    if not _begins_with_person(rest):
        if _PRESENT.search(head["head"]):
            yield from _grouped(statement, begin + cut + head.end(), rest, context)
        return
    left = begin + cut + head.start("head")
    label, marks, _ = take_marks(label)
    label = clean(label)
    roles = roles_named(label)
    if not roles and _SERVES.fullmatch(label):
        roles = (label.lower(),)  # 'Secretary: Mr X'
    party = None if roles else _party(label, context)
    if (not roles and party is None) or _NOT_PARTY.match(label):
        return
    yield from _segments(
        statement, begin + cut + head.end(), rest, context, label, left, roles or marks, party
    )


def _fallen_together(body: str) -> FoundPerson | None:
    """A party, its delegate and the delegate's post that columns have left in one line without marks."""
    people = find_people(body)
    if len(people) != 1 or not people[0].honorific or people[0].post or len(body) > 160:
        return None
    before, after = body[: people[0].start].strip(), body[people[0].end :]
    words = before.split()
    named = not words or (len(words) <= 8 and words[0][0].isupper() and not re.search(r"[.:;,]", before))
    post = take_marks(after)[0].strip(" .")
    return people[0] if named and after[:1] == " " and post[:1].isupper() and is_post(post) else None


def _run_on(
    statement: Statement, begin: int, body: str, person: FoundPerson, context: Context
) -> Iterator[Mention]:
    before = body[: person.start].strip()
    bare, marked, words = take_marks(body[person.end :])
    post, held, said = split_post(bare.strip(" ."))
    party = context.parties.party(before).name if before else None
    yield Mention(
        name=person.name,
        at=statement.start + begin + max(0, body.find(person.name)),
        spans=(statement.span(begin, begin + len(body.rstrip())),),
        honorific=person.honorific,
        post=post,
        organisation=organisation_of(post, person.organisation),
        party=party,
        party_stated=party is not None,
        roles=tuple(dict.fromkeys([*marked, *held])) or ("participant",),
        role_text="; ".join(text for text in (words, said) if text) or None,
    )


def _in_list(document: Document, statement: Statement) -> bool:
    return any(_PRESENT.search(head) for head in headings(document, statement)[-2:])


def _begins_with_person(text: str) -> bool:
    first = re.split(r"[;,]", take_marks(text)[0])[0].strip()
    people = find_people(first)
    if people and people[0].honorific and people[0].start <= 12:
        return True
    person = read_person(re.split(r"[;\n]", take_marks(text)[0])[0].strip(" ."))
    return person is not None and person.start <= 2


def _party(label: str, context: Context) -> str | None:
    """Return the canonical name of the party that a line is headed by; None where the label is no party."""
    if len(label.split()) > 12:
        return None
    known = context.parties.resolve(label.split(",")[0] if "," in label else label, fuzzy=False)
    known = context.parties.resolve(label, fuzzy=False) or known
    if known is not None:
        return known.name
    words = [word for word in re.findall(r"[\w’'-]+", label) if len(word) > 3]
    capital = sum(word[0].isupper() for word in words)
    return context.parties.party(label).name if words and capital * 2 > len(words) else None


def _segments(
    statement: Statement,
    begin: int,
    rest: str,
    context: Context,
    label: str,
    label_start: int,
    roles: tuple[str, ...],
    party: str | None,
) -> Iterator[Mention]:
    for match in _SEGMENT.finditer(rest):
        segment = match.group()
        bare, marked, words = take_marks(segment)
        for person, post in _read(bare):
            if person.honorific is None and not (roles or marked or (post and is_post(post.split(",")[0]))):
                continue
            start = begin + match.start()
            left = len(segment) - len(segment.lstrip())
            right = len(segment.rstrip(" .,\t"))
            kept, held, said = split_post(post)
            of_post = party_of(post, person.party, context)
            named = roles_named(label) if roles else ()
            all_roles = tuple(dict.fromkeys([*roles, *marked, *held]))
            texts = [singular(label) if named else None, words, said]
            yield Mention(
                name=person.name,
                at=statement.start + start + max(0, segment.find(person.name)),
                spans=(
                    statement.span(start + left if match.start() else label_start, start + right),
                    *((statement.span(label_start, begin),) if match.start() else ()),
                ),
                honorific=person.honorific,
                post=kept,
                organisation=organisation_of(kept, person.organisation),
                party=party or of_post,
                party_stated=(party or of_post) is not None,
                roles=all_roles or ("participant",),
                role_text="; ".join(dict.fromkeys(text for text in texts if text)) or None,
            )


def _read(segment: str) -> list[tuple[FoundPerson, str | None]]:
    """Read a segment as one person with the post behind the name, or as several persons."""
    text = segment.strip(" .\t")
    everybody = find_people(text)
    people = [person for person in everybody if person.honorific]
    if len(everybody) > len(people) == 1 and everybody[0] == people[0]:
        return [(person, person.post) for person in everybody]  # 'Ms A (Fiji), B C (Tonga)'
    if len(people) > 1:
        return [(person, person.post) for person in people]
    if people and people[0].start <= 12:
        person = people[0]
        rest = clean(text[person.end :]).lstrip(",–—-: ")
        rest = re.sub(r"\s*\([^()]*\)\s*$", "", rest).strip(" .,")
        return [(person, person.post if person.post and not rest else (rest or person.post))]
    alone = read_person(text)
    return [(alone, alone.post)] if alone is not None else []


def _bare(statement: Statement, begin: int, body: str, context: Context) -> Iterator[Mention]:
    """'Ms L, Head of the Unit, Ministry of Labour (Armenia)' as an item of a list of participants."""
    bare, marked, words = take_marks(body)
    bracket = re.search(r"\(([^()]+)\)\s*[.;]?\s*$", bare.strip())
    party = context.parties.resolve(bracket[1], fuzzy=False) if bracket else None
    read = _read(bare)
    if len(read) != 1:
        return
    person, post = read[0]
    described = post or person.organisation or ""
    if person.honorific is None and not (is_post(described) or marked or _of_body(described, context)):
        return
    kept, held, said = split_post(post)
    unit = organisation_of(kept, person.organisation)
    if kept and not is_post(kept):
        unit, kept = kept, None
    known = context.parties.resolve(person.party, fuzzy=False) if person.party else None
    last = context.parties.resolve(kept.rsplit(", ", 1)[-1], fuzzy=False) if kept and ", " in kept else None
    found = party or last or known
    if last is not None and kept:
        kept = kept.rsplit(", ", 1)[0]
    yield Mention(
        name=person.name,
        at=statement.start + begin + max(0, body.find(person.name)),
        spans=(statement.span(begin, begin + len(body.rstrip(" .;"))),),
        honorific=person.honorific,
        post=kept,
        organisation=None if found and unit and context.parties.resolve(unit, fuzzy=False) == found else unit,
        party=found.name if found else None,
        party_stated=found is not None,
        roles=tuple(dict.fromkeys([*marked, *held])) or ("participant",),
        role_text="; ".join(text for text in (words, said) if text) or None,
    )


def _of_body(described: str, context: Context) -> bool:
    """Say whether what stands behind a name names an organisation or a party."""
    return bool(BODIES.search(described)) or bool(context.parties.find(described))


def _grouped(statement: Statement, begin: int, rest: str, context: Context) -> Iterator[Mention]:
    """'Present: Tonga (Sione Vea, Ana Kauvaka), UNICEF (Mark Orton, chairing)'."""
    groups = list(_GROUP.finditer(rest))
    if len(groups) < 2:
        return
    for group in groups:
        label = re.sub(r"^(?:and|the)\s+", "", group["party"].strip(" ,;"))
        if not label[:1].isupper() or find_dates(group["names"]):
            continue  # 'admitted at the Fifth Meeting (Suva, 4 May 2023)'
        party = context.parties.party(label).name
        last: list[Mention] = []
        for name in re.finditer(r"[^,;]+", group["names"]):
            person = read_person(name.group().strip())
            roles = roles_named(name.group())
            if person is None:
                if roles and last:
                    words = clean(name.group())
                    last[-1] = replace(last[-1], roles=roles, role_text=words)
                continue
            start = begin + group.start("names") + name.start()
            last.append(
                Mention(
                    name=person.name,
                    at=statement.start + start,
                    spans=(statement.span(begin + group.start(), begin + group.end()),),
                    honorific=person.honorific,
                    party=party,
                    party_stated=True,
                    roles=("participant",),
                )
            )
        yield from last


def _signatures(document: Document, context: Context) -> Iterator[Mention]:
    """A name on a line of its own, with the post on the line below, at the end of a paper."""
    last = statements(document, BlockKind.PARAGRAPH)[-6:]
    for place, statement in enumerate(last):
        lines = [line.strip() for line in _SIGNED.sub("", statement.text).split("\n") if line.strip()]
        if len(lines) == 1 and place + 1 < len(last):
            below = last[place + 1].text.strip().split("\n")[0]
            lines.append(below) if len(below) < 90 else None
        if not 2 <= len(lines) <= 5 or len(lines[0]) > 60 or lines[0].endswith((".", ":")):
            continue
        person = read_person(lines[0])
        if person is None or person.post or not (is_post(lines[1]) or roles_named(lines[1])):
            continue
        post, roles, words = split_post(", ".join(line.rstrip(",") for line in lines[1:]))
        known = [hit.party.name for hit in context.parties.find(" ".join(lines[1:]))]
        yield Mention(
            name=person.name,
            at=statement.start + max(0, statement.text.find(person.name)),
            spans=(statement.span(),),
            honorific=person.honorific,
            post=post,
            organisation=organisation_of(post, person.organisation),
            party=known[-1] if known else None,
            party_stated=bool(known),
            roles=roles,
            role_text=words,
        )
