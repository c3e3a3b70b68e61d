"""Visits of a meeting's participants: where they were taken, and on which day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.document import BlockKind, DateRange, Document, Precision, Span
from corpus.names.dates import find_dates
from corpus.records.statements import Statement, clean, split, statements

_WHO = (
    r"(?:participants|delegates|delegations|members|experts|they|we|all|the\s+(?:[A-Z][\w’'-]+\s?){1,4}"
    r"|the\s+(?:group|meeting|committee|participants|delegates|delegations|members))"
)
_WENT = (
    r"(?:visited|toured|inspected|travelled\s+to|traveled\s+to|drove\s+to|sailed\s+to|were\s+taken\s+(?:to|to\s+see|through|round)"
    r"|were\s+shown(?:\s+(?:round|around|over))?|went\s+(?:out\s+)?to(?:\s+see)?|saw|had\s+seen|had\s+visited|(?:paid|made)\s+(?:a|an)\s+(?:\w+\s+)?visit\s+to)"
)
_DEED = re.compile(
    rf"\b{_WHO}\s+(?:also\s+|then\s+|later\s+|afterwards\s+)?{_WENT}\s+(?=(?:the|a|an|two|three)\s|(?-i:[A-Z]))",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"\b(?:(?:field|study|site|technical|guided)\s+)?(?:visits?|trips?|excursions?|tours?)\s+(?:to|of)\s+(?=(?:the|a|an)\s|(?-i:[A-Z]))",
    re.IGNORECASE,
)
_END = re.compile(
    r"[.;:]|,\s+(?!(?:[A-Z][\w’'-]+)(?:[.,;]|$))|\s+(?:on|before|after|where|which|who|that|and\s+(?:were|was|met|heard|saw|spoke|ended|returned)|in\s+the\s+(?:morning|afternoon)"
    r"|followed|as\s+guests?|took\s+place|was|were|is|will)\b|\n|\s*\||$"
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"\b(?P<name>{'|'.join(_WEEKDAYS)})\b(?:\s+(?P<day>\d{{1,2}})\b)?", re.IGNORECASE)
_NTH_DAY = re.compile(r"\b(?:the|on)\s+(?P<which>first|second|third|fourth|fifth|last|final)\s+day\b", re.I)
_PLANNED = re.compile(r"\b(?:will|would|shall|is\s+to|are\s+to|invited|offered|proposed|plans?\s+to)\b", re.I)


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit: what was visited, in the document's words, where that stands, and the day where it is told."""

    place: str
    span: Span
    dates: DateRange | None


def read_visits(document: Document) -> list[Visit]:
    """Return the visits that a document tells of, in its order; planned ones of later meetings are left out."""
    whole = document.metadata.dates
    year = whole.start.year if whole is not None else None
    found: list[Visit] = []
    for statement in statements(document):
        pieces = [statement] if statement.kind is BlockKind.ROW else list(split(statement))
        for sentence in pieces:
            for place in _places(sentence.text):
                day = _day(sentence, whole, year)
                visit = Visit(place, sentence.span(0, len(sentence.text)), day)
                if not any(one.place.lower() == place.lower() for one in found):
                    found.append(visit)
    return found


def _places(text: str) -> Iterator[str]:
    for pattern in (_DEED, _NOUN):
        for match in pattern.finditer(text):
            if _PLANNED.search(text[: match.end()]):
                continue
            end = _END.search(text, match.end())
            place = clean(text[match.end() : end.start() if end else len(text)]).strip(" ,")
            if 3 <= len(place) <= 110 and re.search(r"[A-Z]|\s", place):
                yield place


def _day(sentence: Statement, whole: DateRange | None, year: int | None) -> DateRange | None:
    """The day in the sentence: a date, a weekday or a numbered day of the meeting."""
    dated = [one.range for one in find_dates(sentence.text, year) if one.range.precision is Precision.DAY]
    if dated:
        return dated[0] if len(dated) == 1 else None
    if whole is None or whole.precision is not Precision.DAY:
        return None
    days = [whole.start + timedelta(days=n) for n in range((whole.end - whole.start).days + 1)]
    if (named := _WEEKDAY.search(sentence.text)) is not None:
        weekday = _WEEKDAYS.index(named["name"].lower())
        fit = [
            one
            for one in days
            if one.weekday() == weekday and (named["day"] is None or one.day == int(named["day"]))
        ]
        return _only(fit)
    if (nth := _NTH_DAY.search(sentence.text)) is not None:
        order = ("first", "second", "third", "fourth", "fifth")
        which = nth["which"].lower()
        place = order.index(which) if which in order else len(days) - 1
        return _only(days[place : place + 1])
    return None


def _only(days: list[date]) -> DateRange | None:
    return DateRange(start=days[0], end=days[0], precision=Precision.DAY) if len(days) == 1 else None
