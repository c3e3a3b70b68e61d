"""Which columns of a table say who attended."""

from __future__ import annotations

import re

from corpus.document import Cell, Document, Row, Table
from corpus.names.parties import PartyTable
from corpus.names.people import read_person
from corpus.records.capacities import (
    is_attendance_head,
)

PARTICIPANTS = {
    "party": (
        "delegation",
        "country",
        "state",
        "member state",
        "economy",
        "party",
        "member",
        "country organisation",
        "country or organisation",
        "organisation",
        "organization",
        "institution",
        "affiliation",
        "delegations",
        "representing",
        "country organization",
        "agency",
        "entity",
        "participant organisation",
        "members",
        "jurisdiction",
    ),
    "name": (
        "name",
        "names",
        "full name",
        "participant",
        "representative",
        "delegate",
        "representatives",
        "participants",
        "name of participant",
        "name of delegate",
        "head of delegation",
        "head",
        "leader",
        "represented by",
        "person",
        "persons",
        "people",
        "attendee",
        "attendees",
        "full names",
        "names of participants",
        "names of delegates",
        "participant name",
        "name and surname",
        "members of delegation",
        "members of the delegation",
        "delegation members",
        "surname",
    ),
    "others": (
        "other delegates",
        "other members",
        "other representatives",
        "other participants",
        "delegates",
        "alternates",
        "alternate",
        "advisers",
        "accompanied by",
    ),
    "title": ("title", "position", "post", "designation", "function", "role", "job title", "rank"),
    "status": (
        "status",
        "standing",
        "capacity",
        "category",
        "type",
        "attendance",
        "present",
        "participation",
        "mode",
        "took part",
        "attended",
        "presence",
        "form",
        "in person or online",
        "in person online",
        "how",
    ),
}


GROUPS = {
    "group": ("group", "category", "capacity", "status", "type", "attending as", "kind"),
    "count": ("count", "number", "no", "total", "stated", "count stated", "number of delegations"),
    "names": (
        "names",
        "members",
        "delegations",
        "participants",
        "who",
        "parties",
        "list",
        "countries",
        "name",
        "attendees",
        "states and organisations",
    ),
}


OTHER = re.compile(
    r"\b(?:time|activity|indicator|lead|topic|subject|presentation|decision|action|due|timeline|objective|owner|theme)\b",
    re.I,
)


YES = re.compile(
    r"^\W*(?:yes|x|✓|✔|present|attended|in person|on[ -]?line|remote|virtual|p)\W*$", re.IGNORECASE
)


NO = re.compile(r"^\W*(?:no|absent|apolog\w+|regrets|excused|–|-|a)\W*$", re.IGNORECASE)


def guessed(table: Table, parties: PartyTable) -> dict[str, int]:
    """The columns of a table without a header, by what stands in them."""
    rows = [row for row in table.rows if not row.spanning and len(row.cells) > 1]
    if not rows:
        return {}
    width = min(len(row.cells) for row in rows)
    scores = {
        index: (
            sum(parties.resolve(row.cells[index].text, fuzzy=False) is not None for row in rows),
            sum(read_person(row.cells[index].text) is not None for row in rows),
        )
        for index in range(width)
    }
    party = max(scores, key=lambda index: scores[index][0])
    name = max(scores, key=lambda index: scores[index][1])
    roles = {}
    if scores[party][0] * 2 >= len(rows):
        roles["party"] = party
    if name != party and scores[name][1] * 2 >= len(rows):
        roles["name"] = name
    return roles if "party" in roles else {}


def with_party(table: Table, roles: dict[str, int], parties: PartyTable) -> dict[str, int]:
    """Add the column of parties to the others, where its head is empty or says something else.

    Most of what stands in it must be known parties.
    """
    rows = [row for row in table.rows if not row.spanning and len(_filled(row)) > 1]
    for index in range(len(table.header)):
        cells = [row.cells[index].text.strip() for row in rows if index < len(row.cells)]
        filled = [cell for cell in cells if cell]
        known = sum(parties.resolve(cell, fuzzy=False) is not None for cell in filled)
        if index not in roles.values() and known > 2 and known * 2 >= len(filled):
            return {**roles, "party": index}
    return roles


def _filled(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if cell.text.strip()]


def is_participants(document: Document, table: Table, roles: dict[str, int], path: tuple[str, ...]) -> bool:
    """Say whether a table lists participants, by its columns and what stands over it."""
    if "name" not in roles and "party" not in roles:
        return False
    heads = [*path, " ".join(table.header)]
    attending = any(
        re.search(r"\b(?:participants?|attend\w*|delegat\w+|present|attendance)\b", head, re.I)
        for head in heads
    )
    spans = any(row.spanning and is_attendance_head(row.cells[0].text) for row in table.rows if row.cells)
    alone = [filled[0].text for row in table.rows if len(filled := _filled(row)) == 1]
    spans = spans or sum(is_attendance_head(text) for text in alone) > 1
    return (
        attending
        or spans
        or (
            document.metadata.kind.value in ("statement", "minutes")
            and "party" in roles
            and "name" in roles
            and bool(re.search(r"\bdelegation|representative", " ".join(table.header), re.I))
        )
    )
