"""Records of one meeting that contradict each other: other days, another city, another number of people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.answer import Route
from assistant.answerers.conflicts.wording import Told, conflict
from assistant.answerers.draft import Draft, Quote
from assistant.answerers.records.wording import capital, field_quote, full_name, the_meeting
from assistant.library import Library
from assistant.question.occasions import Occasion, name_words
from assistant.question.persons import same_name
from corpus.document import DateRange, Precision
from corpus.names.dates import format_range
from corpus.records.types import Headcount, Meeting, Person


def differing_dates(occasion: Occasion, library: Library) -> Draft | None:
    """Return that the papers give other days for a held meeting; None where they agree.

    Days of a part (a day of a package, the first day) contradict nothing, nor does a date that was only planned.
    """
    dated = [
        (record, record.dates)
        for record in occasion.records
        if record.dates is not None
        and record.dates.precision is Precision.DAY
        and record.status == "held"
        and _plainly(record)
    ]
    if not dated:
        return None
    kept = [dated[0]]
    for record, dates in dated[1:]:
        if record.document not in {one.document for one, _ in kept} and all(
            _apart(dates, other) for _, other in kept
        ):
            kept.append((record, dates))
    told = [_told(record, "dates", f"on {format_range(dates)}", library) for record, dates in kept]
    return _conflict(told, f"{capital(the_meeting(occasion))} was held")


def differing_places(occasion: Occasion, library: Library) -> Draft | None:
    """Return that the papers give other cities for a held meeting; None where they agree."""
    placed = [
        record for record in occasion.records if record.place and record.status == "held" and _plainly(record)
    ]
    if not placed:
        return None
    kept = [placed[0]]
    for record in placed[1:]:
        if record.document not in {one.document for one in kept} and not any(
            _city(record) & name_words(f"{one.place} {one.venue}")
            or _city(one) & name_words(f"{record.place} {record.venue}")
            for one in kept
        ):
            kept.append(record)
    told = [_told(record, "place", f"in {record.place}", library) for record in kept]
    return _conflict(told, f"{capital(the_meeting(occasion))} was held")


def differing_counts(counts: Sequence[Headcount], occasion: Occasion, library: Library) -> Draft | None:
    """Return that the papers count the people at a meeting otherwise; None where one paper alone counts them."""
    best: dict[str, Headcount] = {}
    for count in counts:
        if count.document not in best or count.number > best[count.document].number:
            best[count.document] = count
    kept: list[Headcount] = []
    for count in best.values():
        if all(count.number != one.number for one in kept):
            kept.append(count)
    told = [
        Told(
            library.documents[count.document],
            f"{count.number:,} {count.unit}",
            (Quote(document=count.document, span=count.evidence[0]),),
            f"{count.number:,} {count.unit} attended {the_meeting(occasion)}",
        )
        for count in kept
    ]
    return _conflict(told, "")


def differing_chairs(
    people: Iterable[Person], did: str, occasion: Occasion, library: Library
) -> Draft | None:
    """Return that the papers name other persons for an office of a meeting, one in each; else None."""
    by_document: dict[str, list[Person]] = {}
    for person in people:
        by_document.setdefault(person.document, []).append(person)
    if len(by_document) < 2 or any(len(named) != 1 for named in by_document.values()):
        return None
    kept: list[Person] = []
    for (person,) in by_document.values():
        if not any(same_name(person.name, one.name) for one in kept):
            kept.append(person)
    told = [
        Told(
            library.documents[person.document],
            person.name,
            (Quote(document=person.document, span=person.evidence[0]),),
            f"{full_name(person)} {did} {the_meeting(occasion)}",
        )
        for person in kept
    ]
    return _conflict(told, "")


def _told(record: Meeting, field: str, value: str, library: Library) -> Told:
    quote = field_quote(record, field)
    return Told(library.documents[record.document], value, (quote,), value)


def _conflict(told: Sequence[Told], subject: str) -> Draft | None:
    if len(told) < 2:
        return None
    return conflict(told, Route.RECORDS, subject=subject)


def _plainly(record: Meeting) -> bool:
    """Whether the record is of the meeting itself rather than of an event within it."""
    return record.parent is None


def _city(record: Meeting) -> frozenset[str]:
    return name_words((record.place or "").split(",")[0])


def _apart(one: DateRange, other: DateRange) -> bool:
    """Whether neither of two runs of days lies within the other."""
    within = one.start >= other.start and one.end <= other.end
    around = other.start >= one.start and other.end <= one.end
    return not within and not around
