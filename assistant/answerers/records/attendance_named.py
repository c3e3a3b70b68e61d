"""Whether a paper names a party about attendance although no list of the paper holds it."""

from __future__ import annotations

import re

from assistant.answerers.records.lists import Attended, unique
from assistant.library import Library
from assistant.question.parties import NamedParty
from corpus.document import BlockKind, Document
from corpus.orders import without_orders
from corpus.records.types import Attendance
from index.words import STOPWORDS, stem

_WORD = re.compile(r"[^\W\d_]+")
# Words of the names of organisations that tell none from another.
_COMMON = frozenset(
    stem(word)
    for word in (
        "international", "regional", "national", "world", "global", "united", "nations", "organisation",
        "organization", "association", "federation", "union", "group", "network", "office", "centre", "center",
        "agency", "institute", "council", "commission", "committee", "company", "development", "bank", "fund",
        "society", "coalition", "foundation", "secretariat", "people", "delegation", "government", "republic",
    )
)  # fmt: skip


def resolved(named: NamedParty, found: Attended, library: Library) -> NamedParty:
    """Return the party with the name of the one listed party that has all words of the name asked for.

    'the Dune federation' is the 'International Federation of Dune Wardens' where no other listed party may be.
    """
    if named.party is not None:
        return named
    wanted = _words(named.written)
    if not wanted - _COMMON:
        return named
    fitting = {
        attendance.party
        for one in found.lists
        for attendance in unique(one.parties)
        if wanted <= _words(f"{attendance.written} {attendance.party}")
    }
    if len(fitting) != 1:
        return named
    return NamedParty(fitting.pop(), named.written, named.start, named.end, named.adjective)


def named_about(named: NamedParty, found: Attended, library: Library) -> list[str]:
    """Return the sentences in or beside the lists that name the party, or a listed name akin to it.

    Where there are any, a 'no' would be rash.
    """
    documents = sorted({one.group.document for one in found.lists})
    sentences = [
        sentence
        for id in documents
        for text in _attendance_part(without_orders(library.documents[id]), found)
        for sentence in re.split(r"(?<=[.;!?])\s+", text)
    ]
    akin = [
        attendance.written for one in found.lists for attendance in one.parties if _kin(named, attendance)
    ]
    return [sentence for sentence in sentences if _names(sentence, named, library)] + akin


def _kin(named: NamedParty, attendance: Attendance) -> bool:
    """Whether a party that no table knows shares a telling word with one that is listed."""
    if named.party is not None:
        return False
    listed = _words(f"{attendance.written} {attendance.party}")
    return bool((_words(named.written) - _COMMON) & listed)


def _words(name: str) -> frozenset[str]:
    return frozenset(stem(word.lower()) for word in _WORD.findall(name) if word.lower() not in STOPWORDS)


def _attendance_part(document: Document, found: Attended) -> list[str]:
    """The text of the lists and of the paragraphs around them in the same section."""
    spans = [one.group.evidence[0] for one in found.lists if one.group.document == document.id]
    blocks = document.blocks
    touched = {
        number
        for number, block in enumerate(blocks)
        if any(block.start < span.end and span.start < block.end for span in spans)
    }
    near = set(touched)
    for number in touched:
        for beside in (number - 1, number + 1):
            if 0 <= beside < len(blocks) and blocks[beside].section == blocks[number].section:
                near.add(beside)
    return [
        document.text[blocks[number].start : blocks[number].end]
        for number in sorted(near)
        if blocks[number].kind is not BlockKind.HEADING
    ]


def _names(text: str, named: NamedParty, library: Library) -> bool:
    if re.search(rf"\b{re.escape(named.written)}\b", text):
        return True
    return named.party is not None and any(
        library.same_party(hit.party.name, named.party)
        for hit in library.parties.find(text)
        if not hit.demonym
    )
