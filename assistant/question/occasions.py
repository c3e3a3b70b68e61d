"""Meetings as such: one occasion for all the records, of whatever document, that speak of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from assistant.question.bodies import BodyNames
from corpus.document import DateRange, Document, Precision
from corpus.names.gatherings import OWN
from corpus.names.numbers import find_ordinals
from corpus.records.types import Meeting
from index.words import STOPWORDS, stem

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True, eq=False)
class Occasion:
    """A meeting or event. `records` are what the documents say of it, the fullest account first."""

    records: tuple[Meeting, ...]

    @property
    def lead(self) -> Meeting:
        """The record of the document that is about this meeting, or else the fullest one."""
        return self.records[0]

    @property
    def number(self) -> int | None:
        """The ordinal of the meeting."""
        return next((record.number for record in self.records if record.number is not None), None)

    @property
    def told(self) -> tuple[Meeting, ...]:
        """The records that say how it was held; where it was not held yet, those that say how it is planned."""
        held = tuple(record for record in self.records if record.status == "held")
        return held or self.records

    @property
    def dates(self) -> DateRange | None:
        """Its dates as the most authoritative record gives them."""
        dated = [record.dates for record in self.told if record.dates is not None]
        return next((dates for dates in dates_by_day(dated)), None)

    @property
    def place(self) -> str | None:
        """Its place as the most authoritative record gives it."""
        return next((record.place for record in self.told if record.place), None)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of its records."""
        return frozenset(record.id for record in self.records)

    @property
    def papers(self) -> frozenset[str]:
        """The ids of the documents that are about this meeting."""
        return frozenset(record.document for record in self.records if record.main)

    @property
    def years(self) -> frozenset[int]:
        """The years in which it took place, by any record."""
        return frozenset(
            year
            for record in self.records
            if record.dates is not None
            for year in (record.dates.start.year, record.dates.end.year)
        )


def dates_by_day(dated: Sequence[DateRange]) -> list[DateRange]:
    """Return dates with those exact to the day first, else as they come."""
    return sorted(dated, key=lambda dates: dates.precision != Precision.DAY)


def occasions(
    meetings: Sequence[Meeting], documents: Mapping[str, Document], bodies: BodyNames
) -> tuple[Occasion, ...]:
    """Group meeting records into occasions, ordered by date (undated ones last).

    Two records are the same occasion when their bodies do not contradict each other and either the ordinal
    and the sort of meeting agree, or the days and the place do.
    """
    ranked = sorted(meetings, key=lambda meeting: _authority(meeting, documents), reverse=True)
    groups: list[list[Meeting]] = []
    for meeting in ranked:
        for group in groups:
            if _same(meeting, group[0], bodies) and not any(meeting.parent == one.id for one in group):
                group.append(meeting)
                break
        else:
            groups.append([meeting])
    found = [Occasion(tuple(group)) for group in groups]
    return tuple(
        sorted(
            found,
            key=lambda one: (one.dates is None, one.dates.start if one.dates else None, one.number or 0),
        )
        if all(one.dates for one in found)
        else sorted(found, key=_when)
    )


def _when(occasion: Occasion) -> tuple[int, int, int]:
    dates = occasion.dates
    return (0, dates.start.toordinal(), occasion.number or 0) if dates else (1, 0, occasion.number or 0)


def _authority(meeting: Meeting, documents: Mapping[str, Document]) -> tuple[int, ...]:
    document = documents.get(meeting.document)
    official = document is not None and document.metadata.kind in ("statement", "minutes")
    filled = sum(
        bool(value) for value in (meeting.number, meeting.dates, meeting.place, meeting.chairs, meeting.venue)
    )
    exact = meeting.dates is not None and meeting.dates.precision == Precision.DAY
    return (int(meeting.main), int(meeting.status == "held"), int(official), int(exact), filled)


def _same(one: Meeting, other: Meeting, bodies: BodyNames) -> bool:
    if one.document == other.document and one.main and other.main:
        return False
    if one.id in (other.parent,) or other.id in (one.parent,):
        return False
    if not bodies.compatible(one.body, other.body):
        return False
    nameless = any(body and bodies.nameless(body) for body in (one.body, other.body))
    if nameless and one.document != other.document and not _overlap(one.dates, other.dates):
        return False
    if one.number is not None and other.number is not None:
        if one.number == other.number and {one.status, other.status} == {"held", "planned"}:
            later = one if one.status == "held" else other
            ahead = other if later is one else one
            moved = later.dates is None or ahead.dates is None or later.dates.end >= ahead.dates.start
            if moved and later.document != ahead.document:  # planned in one paper, held at another time
                return sort_words(one.name) == sort_words(other.name)
        if one.number != other.number or (
            one.dates and other.dates and not _overlap(one.dates, other.dates, days=40)
        ):
            return False
        return sort_words(one.name) == sort_words(other.name) or _overlap(one.dates, other.dates, days=6)
    if one.document == other.document and one.parent is not None and other.parent is not None:
        return _overlap(one.dates, other.dates) and bool(sort_words(one.name) & sort_words(other.name))
    if one.dates is None or other.dates is None:
        return False
    named_alike = bool(sort_words(one.name) & sort_words(other.name)) or not (
        sort_words(one.name) and sort_words(other.name)
    )
    return named_alike and _overlap(one.dates, other.dates) and _same_place(one.place, other.place)


def _overlap(one: DateRange | None, other: DateRange | None, days: int = 0) -> bool:
    if one is None or other is None:
        return False
    slack = timedelta(days=days)
    if days == 0 and Precision.YEAR in (one.precision, other.precision):
        return False
    return one.start <= other.end + slack and other.start <= one.end + slack


def _same_place(one: str | None, other: str | None) -> bool:
    if not one or not other:
        return True
    return bool(name_words(one) & name_words(other))


@lru_cache(maxsize=4096)
def sort_words(name: str) -> frozenset[str]:
    """Return the stems that say what sort of meeting a name denotes, without ordinals and plain 'meeting'."""
    text = name
    for found in reversed(find_ordinals(name)):
        text = text[: found.start] + " " + text[found.end :]
    plain = {stem(word) for word in (*OWN, "annual", "the", "regular", "working", "group", "held")}
    return frozenset(
        stem(word.lower())
        for word in _WORD.findall(text)
        if word.lower() not in STOPWORDS and stem(word.lower()) not in plain
    )


@lru_cache(maxsize=4096)
def all_words(name: str) -> frozenset[str]:
    """Return the stems of all words of a name."""
    return frozenset(stem(word.lower()) for word in _WORD.findall(name))


@lru_cache(maxsize=4096)
def name_words(name: str) -> frozenset[str]:
    """Return the words of a place or title in lower case, without the small ones."""
    return frozenset(
        word.lower() for word in _WORD.findall(name) if len(word) > 2 and word.lower() not in STOPWORDS
    )


def by_records(found: Iterable[Occasion], meeting_ids: Iterable[str]) -> tuple[Occasion, ...]:
    """Return the occasions that one of the meeting ids belongs to."""
    wanted = set(meeting_ids)
    return tuple(occasion for occasion in found if occasion.ids & wanted)
