"""Meetings as they are gathered, and the context that is made of them for the other readers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.document import DateRange, Document, Span
from corpus.names.parties import PartyTable
from corpus.records.meeting_details import Details
from corpus.records.meeting_mentions import mentions
from corpus.records.statements import record_id
from corpus.records.types import Meeting

NEAR_DAYS = 10  # an event this close to the main meeting belongs to its package
INTRO = 14  # statements at the head of a document that may say how its meeting was held


@dataclass(slots=True)
class Draft:
    """A meeting that is being put together; spans and evidence are offsets in the document."""

    name: str
    number: int | None
    sort: str
    body: str | None
    details: Details
    evidence: list[tuple[int, int]]
    main: bool = False
    parent: bool = False
    of: str | None = None  # id of the parent where that is not the main meeting
    covers: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class DocumentMeetings:
    """The meetings of a document, and which stretches of its text are about which."""

    meetings: tuple[Meeting, ...]
    parties: PartyTable
    main: str | None
    covers: tuple[tuple[int, int, str], ...]
    years: tuple[int, ...] = ()

    def meeting_at(self, position: int) -> str | None:
        """Return the id of the meeting that the text at a position is about, or None."""
        inside = [cover for cover in self.covers if cover[0] <= position < cover[1]]
        return min(inside, key=lambda cover: cover[1] - cover[0])[2] if inside else self.main

    def told_before(self, text: str) -> str | None:
        """Return the id of the one numbered meeting that the text before a sentence speaks of, or None."""
        numbers = {mention.number for mention in mentions(text) if mention.number is not None}
        return self.numbered(numbers.pop()) if len(numbers) == 1 else None

    def numbered(self, number: int) -> str | None:
        """Return the id of the meeting with an ordinal, if the document speaks of one."""
        return next((m.id for m in self.meetings if m.number == number and m.parent is None), None)


def identity(document: Document, draft: Draft) -> str:
    """Return the id of a meeting: stable for the same document, name and dates."""
    dates = draft.details.dates
    key = (
        draft.name.lower(),
        draft.number,
        dates.start.isoformat() if dates else "",
        draft.details.status,
    )
    return record_id(document, "meeting", "main" if draft.main else "", *key)


def assembled(
    document: Document, parties: PartyTable, main: Draft | None, drafts: list[Draft]
) -> DocumentMeetings:
    """Make the records of the gathered meetings, the main one first."""
    main_id = identity(document, main) if main is not None else None
    meetings: list[Meeting] = []
    covers: list[tuple[int, int, str]] = []
    seen: set[str] = set()
    for draft in [*([main] if main is not None else []), *drafts]:
        key = identity(document, draft)
        if key in seen:
            continue
        seen.add(key)
        details = draft.details
        meetings.append(
            Meeting(
                id=key,
                document=document.id,
                evidence=tuple(Span(start=a, end=b) for a, b in draft.evidence) or (Span(start=0, end=0),),
                body=draft.body,
                name=draft.name,
                number=draft.number,
                dates=details.dates,
                planned_dates=details.planned_dates,
                place=details.place,
                planned_place=details.planned_place,
                venue=details.venue,
                mode=details.mode,
                chairs=details.chairs,
                hosts=details.hosts,
                status=details.status,
                parent=draft.of or (main_id if draft.parent else None),
                main=draft.main,
                spans={name: Span(start=a, end=b) for name, (a, b) in details.spans.items()},
            )
        )
        covers.extend((start, end, key) for start, end in draft.covers)
    return DocumentMeetings(tuple(meetings), parties, main_id, tuple(covers))


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{4,}|[A-Z]{2,}", text)) - {
        "Working",
        "Group",
        "Meeting",
        "Process",
    }


def shares_words(one: str, other: str) -> bool:
    """Whether two names of bodies have a word in common."""
    first, second = _words(one), _words(other)
    return not first or not second or bool(first & second)


def within(inner: DateRange | None, outer: DateRange | None) -> bool:
    """Whether days lie inside other days."""
    return inner is not None and outer is not None and outer.start <= inner.start and inner.end <= outer.end


def close_to(one: DateRange | None, other: DateRange | None) -> bool:
    """Whether days lie so close to others that they belong to one package."""
    if one is None or other is None:
        return False
    gap = max((other.start - one.end).days, (one.start - other.end).days)
    return gap <= NEAR_DAYS
