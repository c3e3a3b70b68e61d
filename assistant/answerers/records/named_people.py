"""How many persons a list of participants names, counted twice and told only where both counts agree."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answerers.draft import Claim, Draft, Quote
from assistant.answerers.records.lists import Attended, attended
from assistant.answerers.records.wording import answered, the_meeting
from assistant.library import Library
from assistant.question.occasions import Occasion
from corpus.document import BlockKind, Document, Span
from corpus.names.people import FoundPerson, find_people
from corpus.records.types import Person


def count_named(occasions: Sequence[Occasion], library: Library) -> Draft | None:
    """Return the number of persons in the list of participants of a meeting, the secretariat's among them.

    None where no list names persons, where a line of it names none, or where the persons read out of the
    list are not those with a form of address in its text.
    """
    found = attended(occasions, library)
    place = _place(found, library) if found is not None else None
    if found is None or place is None:
        return None
    document, span = place
    if any(_names_absentees(one.group.evidence[0], document, span) for one in found.absent):
        return None
    read = {
        person.name
        for person in library.of_type(Person)
        if person.document == document.id
        and any(span.start <= evidence.start and evidence.end <= span.end for evidence in person.evidence[:1])
    }
    written = _written(document, span)
    if written is None or len(written) < 3 or written != read:
        return None
    text = (
        f"{len(read)} persons are named in the list of participants of {the_meeting(found.occasion)} "
        "(counted from the list)."
    )
    return answered(Claim(text=text, quotes=(Quote(document=document.id, span=span),)))


def _place(found: Attended, library: Library) -> tuple[Document, Span] | None:
    """The stretch of a document from the first to the last of its lists that name persons."""
    lists = [
        one
        for one in found.present
        if any(party.represented_by for party in one.parties)
        and "\n" in _text(one.group.document, one.group.evidence[0], library)
    ]
    if not lists:
        return None
    document = library.documents[lists[0].group.document]
    start = min(one.group.evidence[0].start for one in lists)
    end = max(one.group.evidence[0].end for one in lists)
    for section in document.sections:
        if section.start <= start and any("participants" in head.lower() for head in section.path):
            if section.end > end or any(later.start <= end < later.end for later in document.sections):
                end = max(end, _end_of(document, section.path))
            break
    return document, Span(start=start, end=end)


def _names_absentees(away: Span, document: Document, span: Span) -> bool:
    """Whether the stretch holds persons who sent apologies or were absent."""
    inside = span.start <= away.start and away.end <= span.end
    return inside and any(person.honorific for person in find_people(document.text[away.start : away.end]))


def _end_of(document: Document, path: tuple[str, ...]) -> int:
    """Where the sections under the head of the list end."""
    depth = next(number for number, head in enumerate(path) if "participants" in head.lower()) + 1
    return max(section.end for section in document.sections if section.path[:depth] == path[:depth])


def _text(document: str, span: Span, library: Library) -> str:
    return library.documents[document].text[span.start : span.end]


def _persons(text: str, row: bool) -> list[FoundPerson]:
    """The persons with a form of address in a block; of a row those of the first cell that holds any.

    A post in a cell behind ('Chief Information Officer') may look like a person.
    """
    for cell in text.split("|") if row else [text]:
        people = [person for person in find_people(cell) if person.honorific]
        if people:
            return people
    return []


def _written(document: Document, span: Span) -> set[str] | None:
    """The persons with a form of address in the blocks of a stretch; None where a line of a person has none."""
    names: set[str] = set()
    heads: set[int | None] = set()  # tables whose first row has gone by
    for block in document.blocks:
        if block.start < span.start or block.end > span.end or block.kind is BlockKind.HEADING:
            continue
        people = _persons(document.text[block.start : block.end], block.kind is BlockKind.ROW)
        names.update(person.name for person in people)
        if block.kind is BlockKind.ROW and block.table not in heads:
            heads.add(block.table)
            continue
        text = document.text[block.start : block.end]
        nameless = not people and (
            (block.kind is BlockKind.ITEM and "," in text)
            or (block.kind is BlockKind.ROW and sum(bool(cell.strip()) for cell in text.split("|")) > 1)
        )
        if nameless:
            return None
    return names
