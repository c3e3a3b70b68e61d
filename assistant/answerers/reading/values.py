"""Dates and spans of time in a unit."""

from __future__ import annotations

import re
from datetime import date

from assistant.answerers.reading.asking import Term
from assistant.answerers.reading.found import Case, Found
from assistant.answerers.reading.rows import cell_at, label, rendered
from assistant.answerers.reading.spans import sentence
from assistant.answerers.reading.terms import tokens
from assistant.answerers.reading.trimming import aside, nearest, pronoun_spans, same_clause, trimmed
from corpus.document import DateRange, Precision
from corpus.names.dates import Found as FoundDate
from corpus.names.dates import find_dates, format_range
from corpus.names.numbers import find_numbers, find_ordinals

_DUE = re.compile(
    r"\b(?:by|due|until|till|before|no[tr]? later than|deadline|at the latest|expires?)\b", re.IGNORECASE
)
_DATED_LINE = re.compile(
    r"(?:^|[-–*•.|]\s*)\**(?:dates?|when|held|format|time|date and \w+)\b[^:\n]{0,20}:|^[^.;]{0,80}$",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:most likely|probably|presumably|by inference|by sequence|it is thought)\b", re.IGNORECASE
)
_PLANNED_COLUMN = re.compile(
    r"\b(?:deadline|timeline|due|target|timeframe|time frame|schedule|by|until|at the latest|when)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\bwhen (?:will|do|should|shall)\b|\bplanned\b|\bexpected\b|\bis to\b", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:moved|postponed|extended|extension|until|instead|new|resched\w+|changed|delay\w*|later|put off)\b",
    re.IGNORECASE,
)
_DUE_ASKED = re.compile(r"\b(?:by (?:when|what|which)|due|deadline|until when|no later)\b", re.IGNORECASE)
_SPAN_OF_TIME = re.compile(
    r"\b(?:\w+(?:-\w+)?|\d+)(?: and a half)?[ -](?:(?:working|calendar|business|consecutive|full|more|further) )?(?:minutes?|hours?|days?|weeks?|months?|years?)\b"
    r"|\bfor the (?:period|years?)\b",
    re.IGNORECASE,
)


def date_in(case: Case) -> Found | None:
    """Find the date that answers 'when': in the unit, or in the heading over it."""
    unit, asked = case.unit, case.asked
    dates = case.reading.document.metadata.dates
    year = dates.start.year if dates and dates.start.year == dates.end.year else None
    known = [found.range for found in find_dates(asked.text)]
    found = [one for one in find_dates(unit.text, year) if one.range not in known]
    year_wanted = bool(re.search(r"\byears?\b", asked.text, re.IGNORECASE))
    if not found and year_wanted:
        found = _years(unit.text, asked.text)
    if found:
        fits = {(one.start, one.end): _date_fit(case, one, year_wanted) for one in found}
        fit = best = max(fits.values())
        if (
            _DUE_ASKED.search(asked.text)
            and not _DUE.search(unit.text)
            and not any("@due" in (head,) for head in unit.lead)
        ):
            fit *= 0.75
        if not case.cover.inside and not unit.pronoun and not _DATED_LINE.search(unit.text):
            fit *= 0.5  # the sentence has nothing of the question: its date is of something else
        spot = nearest(case, [spot for spot, value in fits.items() if value >= best - 0.05])
        fit *= same_clause(case, spot) * aside(case, spot)
        if unit.row is not None:
            return Found([case.claim(rendered(unit, [cell_at(unit, spot[0])]))], fit, "date in row")
        text = trimmed(case, spot)
        end = re.search(
            r"\buntil (?:when|what|which)|\b(?:end|expire|close|finish|run until)\b",
            asked.text,
            re.IGNORECASE,
        )
        one = next(each for each in found if (each.start, each.end) == spot)
        if len(found) > 1 or (end and one.range.start != one.range.end):
            last = DateRange(start=one.range.end, end=one.range.end, precision=one.range.precision)
            text = f"{format_range(last if end else one.range)}: {text}"
        return Found([case.claim(text, *pronoun_spans(case))], fit, "date")
    if unit.heading_span is not None and case.cover.own > 0.3:
        text = case.reading.document.text[unit.heading_span.start : unit.heading_span.end]
        if any(term.ordinal is not None and _other_occasion(text, term) for term in case.terms):
            return None
        headed = [
            one
            for one in find_dates(text, year)
            if one.range not in known and one.range.precision is Precision.DAY
        ]
        if headed:
            claims = [case.claim(sentence(text), unit.heading_span), case.claim(trimmed(case))]
            return Found(claims, 0.8, "date in heading")
    return None


def _other_occasion(heading: str, term: Term) -> bool:
    """Whether a heading is about another meeting of the sort asked about."""
    stems = {token.stem for token in tokens(heading)}
    numbers = {one.value for one in find_ordinals(heading)}
    return term.stem in stems and bool(numbers) and term.ordinal not in numbers


def _date_fit(case: Case, one: FoundDate, year_wanted: bool) -> float:
    """Say how well a date answers: to the day is best; a term set beforehand is not what came about."""
    fit = {Precision.DAY: 1.0, Precision.MONTH: 0.8, Precision.YEAR: 0.74}[one.range.precision]
    if _HEDGED.search(case.unit.text):
        fit *= 0.5
    if year_wanted:
        fit = 1.0
    elif one.range.precision is not Precision.DAY and _exact(case.asked.text):
        fit = 0.5 if one.range.precision is Precision.YEAR or _wide(one) else 0.7
    if re.search(r"\bnew (?:date|deadline|time)\b", case.asked.text, re.IGNORECASE) and not _MOVED.search(
        case.unit.text
    ):
        fit *= 0.7
    if case.unit.row is not None and case.unit.table is not None:
        column = cell_at(case.unit, one.start)
        header = case.unit.table.header[column] if column < len(case.unit.table.header) else ""
        planned_column = bool(_PLANNED_COLUMN.search(header))
        if column in label(case.unit)[1] and len(case.unit.row.cells) > 2:
            fit *= 0.7  # the date belongs to the name of the row
    else:
        planned_column = False
    asked_due = bool(_DUE_ASKED.search(case.asked.text))
    if planned_column and asked_due:
        return 1.0
    if asked_due and case.unit.row is not None:
        fit *= 0.8
    planned = bool(
        re.search(
            r"\b(?:by|before|until|till|not later than|no later than|due on|due by)\s+(?:the end of )?$"
            r"|\b(?:due|deadline|timeline|target)\W+$",
            case.unit.text[: one.start],
            re.IGNORECASE,
        )
    )
    if (planned or planned_column) and not asked_due and not _AHEAD.search(case.asked.text):
        fit *= 0.75
    return fit


def _wide(one: FoundDate) -> bool:
    return (one.range.end - one.range.start).days > 31


def _exact(question: str) -> bool:
    return bool(re.search(r"\b(?:dates?|days?)\b", question, re.IGNORECASE))


def _years(text: str, question: str) -> list[FoundDate]:
    return [
        FoundDate(
            match.start(),
            match.end(),
            DateRange(
                start=date(int(match[0]), 1, 1), end=date(int(match[0]), 12, 31), precision=Precision.YEAR
            ),
        )
        for match in re.finditer(r"\b(?:19|20)\d\d\b", text)
        if match[0] not in question
    ]


def said(case: Case, spots: list[tuple[int, int]], fit: float, note: str) -> Found | None:
    """Return the unit with the value nearest to the question's words; figures in words are given as figures too."""
    if not spots:
        return None
    spot = nearest(case, spots)
    if case.unit.row is not None:
        return Found([case.claim(rendered(case.unit, [cell_at(case.unit, spot[0])]))], fit, note)
    text = trimmed(case, spot)
    written = case.unit.text[spot[0] : spot[1]]
    value = next((one.value for one in find_numbers(written)), None)
    if note == "count" and value is not None and len(find_numbers(text)) > 1:
        text = f"{value}: {text}"  # of several figures, the one that was asked for comes first
    elif value is not None and (written.isalpha() or "-" in written):
        # 'Seventy-four persons' → 'Seventy-four (74) persons'
        text = re.sub(
            rf"\b{re.escape(written)}\b",
            lambda match: f"{match.group()} ({value})",
            text,
            count=1,
            flags=re.IGNORECASE,
        )
    return Found([case.claim(text, *pronoun_spans(case))], fit, note)


def duration_in(case: Case) -> Found | None:
    """Find the span of time that answers 'how long'."""
    spots = [(match.start(), match.end()) for match in _SPAN_OF_TIME.finditer(case.unit.text)]
    spots += [(one.start, one.end) for one in find_dates(case.unit.text) if one.range.start != one.range.end]
    return said(case, spots, 0.9, "duration")
