"""Persons in tables: lists of participants, tables of people and their parts, programmes with speakers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.document import Cell, Document, Row, Span, Table
from corpus.names.people import FoundPerson, find_people, read_person
from corpus.names.people_words import is_post
from corpus.records.acronyms import BODIES
from corpus.records.attendance_cells import is_label
from corpus.records.columns import columns, vocabulary
from corpus.records.persons import (
    ANOTHER_BESIDE,
    Mention,
    body_and_party,
    organisation_of,
    party_of,
    split_post,
    take_marks,
    title_behind,
)
from corpus.records.programme import ProgrammeSession, persons_in, programme_sessions
from corpus.records.roles import role_before, roles_named, singular
from corpus.records.statements import addresses_assistant, clean, states_gap, unmarked

if TYPE_CHECKING:
    from corpus.records.context import Context

_ENDS_IN_BODY = re.compile(r"^[^,]*\b(?:Department|Ministry|Office|Agency|Service|Secretariat|Authority)$")
_ATTENDED = re.compile(
    r"\s*\(\W*(?:online|virtual\w*|remote\w*|by video[\w ]*|in person)\W*\)", re.IGNORECASE
)
_SEPARATOR = re.compile(r"\s*(?:;|\n|<br\s*/?>|\s/\s)\s*")


_HEADS = re.compile(r"\W*(?:heads?(?:\s+of\s+delegation)?|led\s+by|leader)\W*", re.IGNORECASE)


def tabled_people(document: Document, context: Context) -> list[Mention]:
    """Return the persons that the tables of a document name, row by row."""
    mentions: list[Mention] = []
    roles: dict[str, int] = {}
    programme = {session.row.start: session for session in programme_sessions(document)}
    for table in document.tables:
        if table.header or not roles:
            roles = _roles(table)
        if not roles:
            mentions += _of_labels(table, context)
            continue
        carried = ""
        path = document.sections[table.section].path if table.section < len(document.sections) else ()
        heading = path[-1] if path else ""
        for row in table.rows:
            if row.spanning or sum(bool(cell.text.strip()) for cell in row.cells) == 1:
                carried = ""
                continue
            party = _cell(row, roles, "party")
            carried = party or carried
            if is_label(carried, context.parties):
                carried = ""  # 'Present' over the persons of several parties
            found = [
                _under(heading, mention) for mention in _of_row(row, roles, table.header, carried, context)
            ]
            if "others" in roles:
                if _HEADS.fullmatch(table.header[roles["name"]]):
                    found = [_leading(one, table.header[roles["name"]]) for one in found]
                beside = {role: index for role, index in roles.items() if role != "post"}
                beside["name"] = beside.pop("others")
                found += _of_row(row, beside, table.header, carried, context)
            if row.start in programme:
                found = _in_programme(found, programme[row.start], roles, context)
            mentions += found
    return mentions


def _of_labels(table: Table, context: Context) -> list[Mention]:
    """Persons in a table of labels and values: 'Record kept by | Ms X, Bureau of Y'."""
    mentions = []
    for row in table.rows:
        texts = [clean(unmarked(cell.text)) for cell in row.cells]
        if len(texts) != 2 or not any(person.honorific for person in find_people(texts[1])[:1]):
            continue
        if roles_named(texts[0]) or (is_post(texts[0]) and len(texts[0].split()) <= 3):
            mentions += _of_row(row, {"name": 1, "party": 0}, table.header, texts[0], context)
    return mentions


def _leading(mention: Mention, head: str) -> Mention:
    """Say of a person in a column for those who lead that this is the head of the delegation."""
    if set(mention.roles) == {"participant"}:
        return replace(mention, roles=("head of delegation",), role_text=head)
    return replace(mention, roles=("head of delegation", *mention.roles))


def _in_programme(
    found: list[Mention], session: ProgrammeSession, roles: dict[str, int], context: Context
) -> list[Mention]:
    """Give the persons of a session its title, and add those of its other columns: moderator, rapporteur."""
    mentions = [replace(mention, session=session.title) for mention in found]
    for role, cell in session.people:
        if roles["name"] < len(session.row.cells) and session.row.cells[roles["name"]] == cell:
            continue
        for person in persons_in(cell):
            party = party_of(person.post, person.party, context) or _bracketed(cell.text, person, context)
            mentions.append(
                Mention(
                    name=person.name,
                    at=cell.start + max(0, cell.text.find(person.name)),
                    spans=(Span(start=session.row.start, end=session.row.end),),
                    honorific=person.honorific,
                    post=person.post,
                    organisation=person.organisation,
                    party=party,
                    party_stated=party is not None,
                    roles=(role,),
                    role_text=role,
                    session=session.title,
                )
            )
    return mentions


def _roles(table: Table) -> dict[str, int]:
    roles = columns(table.header, vocabulary("people_columns.toml"))
    if not table.header:
        return _headless(table)
    if "name" not in roles:
        column = _column_of_names(table)
        if column is None:
            return {}
        if roles_named(table.header[column]):
            return {"name": column, "office": column}  # 'In the chair' over the persons
        roles = {role: index for role, index in roles.items() if index != column} | {"name": column}
    return roles if roles.keys() & {"post", "role", "party", "organisation", "session"} else {}


def _under(heading: str, mention: Mention) -> Mention:
    """Give a person without a role the one that the heading over the table names ('Co-chairs')."""
    named = roles_named(heading)
    if len(named) != 1 or set(mention.roles) != {"participant"}:
        return mention
    return replace(mention, roles=named, role_text=singular(heading))


def _headless(table: Table) -> dict[str, int]:
    """A table without a head, as aligned columns of a text give it: the party stands before the person."""
    column = _column_of_names(table)
    return {"name": column, "party": 0} if column == 1 else {}


def _column_of_names(table: Table) -> int | None:
    """Return the column in which most rows hold a person with an honorific."""
    rows = [row for row in table.rows if not row.spanning]
    width = max((len(row.cells) for row in rows), default=0)
    for column in range(width):
        cells = [row.cells[column].text for row in rows if column < len(row.cells)]
        held = sum(any(person.honorific for person in find_people(clean(cell))) for cell in cells)
        if held and held * 2 > len(cells):
            return column
    return None


def _cell(row: Row, roles: dict[str, int], role: str) -> str:
    index = roles.get(role)
    return clean(unmarked(row.cells[index].text)) if index is not None and index < len(row.cells) else ""


def _of_row(
    row: Row, roles: dict[str, int], header: tuple[str, ...], party: str, context: Context
) -> list[Mention]:
    if roles["name"] >= len(row.cells):
        return []
    cell = row.cells[roles["name"]]
    people = _people(cell)
    said_post, post_roles, post_words = take_marks(_cell(row, roles, "post"))
    post: str | None = clean(_ATTENDED.sub(" ", said_post)) or None
    if len(people) > 1:
        post_roles, post_words = (), None
    if post and (states_gap(post) or post in {"-", "–", "—"}):
        post = None
    part = _cell(row, roles, "role")
    mentions = _in_session(row, roles)
    session = "" if mentions else _cell(row, roles, "session")
    organisation = _cell(row, roles, "organisation") or None
    apart = body_and_party(party, context)
    if apart is not None:
        organisation, party = organisation or apart[0], apart[1]
    label = party.rstrip(" :")
    crowded = [hit.party.name for hit in context.parties.find(label) if not hit.demonym]
    in_order = len(crowded) == len(people) > 1 and context.parties.resolve(label, fuzzy=False) is None
    named = context.parties.resolve(label, fuzzy=False) if label else None
    headed = roles_named(label) if named is None else ()
    office = header[roles["office"]] if "office" in roles else ""
    held_by: str | None = None
    if headed or (named is None and is_post(label) and len(label.split()) <= 3):
        party = ""  # 'Chair: Captain X (Oman)' in aligned columns
        if not headed and post is None:
            post, held_by = label, label
    for place, (person, marked, mark_words) in enumerate(people):
        own = person.post if held_by and person.post else None  # 'President: Ms X, Director of Y'
        bare, held, said = split_post(own or (post if len(people) == 1 and post else person.post))
        said_part = part if part and part not in {"-", "–", "—"} else ""
        given = (
            *roles_named(office),
            *headed,
            *marked,
            *post_roles,
            *held,
            *roles_named(said_part),
            *roles_named(session),
        )
        words = [
            singular(office) or None,
            singular(label) if headed else held_by if own else None,
            mark_words,
            post_words,
            said,
            said_part or None,
            session if roles_named(session) else None,
        ]
        canonical = named.name if named else (context.parties.party(party).name if party else None)
        if in_order:
            canonical = crowded[place]  # lines of the table that fell together into one row
        canonical = (
            canonical
            or _bracketed(cell.text, person, context)
            or party_of(bare, person.party, context)
            or _party_in(bare, context)
        )
        office_of = bare and " of " in bare and is_post(bare.split(" of ")[0])  # 'Head of the Roads Agency'
        ends = bare and _ENDS_IN_BODY.search(bare) is not None and not office_of
        of_body = bare and BODIES.search(bare) and (not is_post(bare) or ends)
        if of_body and organisation is None:
            organisation, bare = bare, None
        unit = organisation or organisation_of(bare, person.organisation)
        mentions.append(
            Mention(
                name=person.name,
                at=cell.start,
                spans=(Span(start=row.start, end=row.end),),
                honorific=person.honorific,
                post=bare,
                organisation=unit if unit != canonical else None,
                party=canonical,
                party_stated=canonical is not None,
                roles=tuple(dict.fromkeys(given))
                or (("speaker",) if "session" in roles else ("participant",)),
                role_text="; ".join(dict.fromkeys(word for word in words if word)) or None,
            )
        )
    return mentions


def _in_session(row: Row, roles: dict[str, int]) -> list[Mention]:
    """'Panel on ports. Moderator: Ms X' in the column of a programme that names the session."""
    index = roles.get("session")
    if index is None or index >= len(row.cells):
        return []
    cell = row.cells[index]
    text = unmarked(cell.text)
    mentions = []
    for person in find_people(text):
        role = role_before(text[: person.whole[0]])
        if role is not None:
            mentions.append(
                Mention(
                    name=person.name,
                    at=cell.start + person.start,
                    spans=(Span(start=row.start, end=row.end),),
                    honorific=person.honorific,
                    post=person.post,
                    organisation=person.organisation,
                    party=person.party,
                    party_stated=person.party is not None,
                    roles=(role.role,),
                    role_text=role.words,
                )
            )
    return mentions


def _people(cell: Cell) -> list[tuple[FoundPerson, tuple[str, ...], str | None]]:
    text = clean(ANOTHER_BESIDE.sub("", unmarked(cell.text)))
    if not text or addresses_assistant(text) or states_gap(text):
        return []
    found = []
    for part in _SEPARATOR.split(text):
        untitled, title = title_behind(part)
        bare, roles, words = take_marks(untitled)
        several = [person for person in find_people(bare) if person.honorific]
        if len(several) > 1 or (several and several[0].start > 3):
            found += [
                (person, roles if place == 0 else (), words if place == 0 else None)
                for place, person in enumerate(several)
            ]
            continue
        person = read_person(bare)
        if person is not None:
            rest = clean(bare[person.end :]).strip(" ,;–—-")
            if (
                person.post is None
                and person.honorific
                and rest
                and len(rest) < 120
                and "," in bare[person.end :][:2]
            ):
                person = replace(person, post=None if rest == person.organisation else rest)
            found.append((replace(person, honorific=person.honorific or title), roles, words))
    return found


def _bracketed(text: str, person: FoundPerson, context: Context) -> str | None:
    """The party in brackets behind a name: 'Captain X (Oman)'."""
    match = re.search(rf"{re.escape(person.name)}\s*\((?P<party>[^()]+)\)", clean(unmarked(text)))
    known = context.parties.resolve(match["party"], fuzzy=False) if match else None
    return known.name if known else None


def _party_in(post: str | None, context: Context) -> str | None:
    hits = context.parties.find(post) if post else []
    return hits[-1].party.name if hits else None
