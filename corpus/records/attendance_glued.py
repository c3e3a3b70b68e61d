"""Lines of a list of attendance that fell into one paragraph: 'Kenya Ms X, Director Malawi (guest) Mr Y'."""

from __future__ import annotations

import re

from corpus.names.parties import PartyTable
from corpus.names.people import find_people
from corpus.records.attendance_groups import Entry, entry_of
from corpus.records.attendance_heads import take_remarks
from corpus.records.capacities import capacity_of
from corpus.records.enumerations import read_list
from corpus.records.types import Capacity

_BESIDE = re.compile(r"\s*(?P<aside>(?:\([^()]*\)\s*)*)(?:[,:–—-]|(?:[.…·_]\s?){2,})?\s*$")
_SAME = re.compile(r"(?:[;,/&]|\band|\bwith)\s*$")


def glued_entries(text: str, offset: int, parties: PartyTable) -> tuple[list[Entry], bool] | None:
    """Return the parties of a paragraph of fallen lines, and whether each of its persons has one.

    None where it is no such paragraph: fewer than two known parties stand right before a person.
    """
    people = [person for person in find_people(text) if person.honorific]
    hits = [hit for hit in parties.find(text) if not hit.demonym]
    entries: list[Entry] = []
    behind: list[int] = []  # where the persons of each entry begin
    known, whole, at = 0, True, 0
    for person in people:
        start = person.whole[0]
        before = [hit for hit in hits if at <= hit.start and hit.end <= start]
        beside = _BESIDE.fullmatch(text[before[-1].end : start]) if before else None
        entry: Entry | None = None
        if before and beside is not None:
            hit = before[-1]
            known += 1
            entry = Entry(text[hit.start : hit.end], offset + hit.start, offset + hit.end, hit.party)
            for aside in re.findall(r"\(([^()]*)\)", beside["aside"]):
                stated = capacity_of(aside)
                entry.capacity = stated if stated in (Capacity.GUEST, Capacity.OBSERVER) else entry.capacity
        elif not entries and (items := read_list(text, 0, start, parties)) and len(items) == 1:
            entry = entry_of(text, items[0], offset, parties)
        if entry is not None:
            entry.people = [person.name]
            entries.append(entry)
            behind.append(start)
        elif entries and _SAME.search(text[at:start].rstrip() + " "):
            entries[-1].people.append(person.name)
        else:
            whole = False
        at = person.end
    if known < 2 or not entries or behind[0] > 120:
        return None
    for number, entry in enumerate(entries):
        stop = entries[number + 1].start - offset if number + 1 < len(entries) else len(text)
        take_remarks(entry, text[behind[number] : stop])
    return entries, whole
