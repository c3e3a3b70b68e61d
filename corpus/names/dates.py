"""The genre's dates, read by a strict grammar: what is not plainly a date is not found.

A text is cut into tokens (days, months, years, weekdays, connecting words); named rules then read runs of
tokens, the longest first. Day and month are never swapped by guessing: '3/4/2023' is not read at all.
"""

from __future__ import annotations

import calendar
import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from corpus.document import DateRange, Precision
from corpus.names.date_grammar import MONTH_FORMS, MONTHS, Grammar, Read, Token, tokenize


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text: `text[start:end]` states `range`."""

    start: int
    end: int
    range: DateRange


def _resolve(read: Read, year: int | None) -> DateRange | None:
    """Turn what a rule read into a range; None where the year is missing or the day does not exist."""
    first_year = read.year or year
    if first_year is None:
        return None
    last_year = read.last_year or first_year
    (first_month, first_day), (last_month, last_day) = read.first, read.last
    try:
        if first_month == 0:
            return DateRange(
                start=date(first_year, 1, 1), end=date(last_year, 12, 31), precision=Precision.YEAR
            )
        if first_day == 0:
            end_day = calendar.monthrange(last_year, last_month)[1]
            start, end = date(first_year, first_month, 1), date(last_year, last_month, end_day)
            return None if end < start else DateRange(start=start, end=end, precision=Precision.MONTH)
        if read.year is None and read.last_year is None and (last_month, last_day) < (first_month, first_day):
            last_year += 1
        elif (
            read.last_year
            and read.year == read.last_year
            and (last_month, last_day) < (first_month, first_day)
        ):
            first_year -= 1  # '29 December to 3 January 2021'
        start, end = date(first_year, first_month, first_day), date(last_year, last_month, last_day)
        days = tuple(date(first_year, first_month, day) for day in read.days)
    except ValueError:
        return None
    if end < start:
        return None
    gap = len(days) > 1 and (end - start).days != len(days) - 1
    return DateRange(start=start, end=end, days=days if gap else ())


_DOTTED_RUN = re.compile(
    r"(?<![\d/.])(?P<first>\d{1,2})\.?(?:(?P<month>\d{1,2})\.)?\s?[-–—]\s?"
    r"(?P<last>\d{1,2})[./](?P<end>\d{1,2})[./](?P<year>(?:19|20)\d\d)(?!\d)"
)
_ISO_RUN = re.compile(
    r"(?<!\d)(\d{4}-\d\d-\d\d)(?:\s*(?:/|to|–|—|until)\s*)(\d{4}-\d\d-\d\d)(?!\d)",
)


def _numeric(text: str) -> list[Found]:
    """Runs in figures: '10.–12.10.2023', '30.6.–2.7.2021', '2023-10-09/2023-10-11'."""
    found = []
    for match in _DOTTED_RUN.finditer(text):
        try:
            end = date(int(match["year"]), int(match["end"]), int(match["last"]))
            start = date(end.year, int(match["month"] or end.month), int(match["first"]))
        except ValueError:
            continue
        if start <= end:
            found.append(Found(match.start(), match.end(), DateRange(start=start, end=end)))
    for match in _ISO_RUN.finditer(text):
        try:
            start, end = date.fromisoformat(match[1]), date.fromisoformat(match[2])
        except ValueError:
            continue
        if start <= end:
            found.append(Found(match.start(), match.end(), DateRange(start=start, end=end)))
    return found


def _figures(token: Token) -> DateRange | None:
    try:
        if token.kind == "iso":
            day = date.fromisoformat(token.text)
        else:
            separator = "." if "." in token.text else "/"
            first, second, year = (int(part) for part in token.text.split(separator))
            if separator == "/" and first <= 12 and first != second:
                return None  # day and month could be swapped: not read
            day = date(year, second, first)
    except ValueError:
        return None
    return DateRange(start=day, end=day)


@lru_cache(maxsize=4096)
def _found(text: str, year: int | None) -> tuple[Found, ...]:
    if not any(character.isdigit() for character in text):
        return ()
    runs = sorted(_numeric(text), key=lambda run: run.start)
    starts = [run.start for run in runs]
    tokens = tokenize(text)
    grammar = Grammar(tokens)
    found: list[Found] = []
    waiting: list[tuple[int, int, Read, int]] = []  # dates without a year, and the token where each stops
    at = 0
    while at < len(tokens):
        token = tokens[at]
        index = bisect_left(starts, token.start)
        if index < len(runs) and runs[index].start == token.start:
            found.append(runs[index])
            while at < len(tokens) and tokens[at].start < runs[index].end:
                at += 1
            continue
        if token.kind in ("iso", "dmy"):
            if (day := _figures(token)) is not None:
                found.append(Found(token.start, token.end, day))
            at += 1
            continue
        read = grammar.read(at) if token.kind in ("day", "month", "weekday", "year", "word") else None
        if read is None:
            at += 1
            continue
        span = token.start, tokens[read.stop - 1].end
        if read.year is None and read.last_year is None:
            waiting.append((*span, read, read.stop))
        else:
            if (dates := _resolve(read, None)) is not None:
                found.append(Found(*span, dates))
            if waiting and read.year is not None:
                found.extend(_listed(grammar, waiting, at, read.year))
        at = read.stop
    if year is not None:
        seen = {item.start for item in found}
        for start, end, read, _ in waiting:
            if start not in seen and (dates := _resolve(read, year)) is not None:
                found.append(Found(start, end, dates))
    return tuple(sorted(found, key=lambda item: item.start))


def _listed(grammar: Grammar, waiting: list[tuple[int, int, Read, int]], at: int, year: int) -> list[Found]:
    """'12 January, 20 April and 28 June 2022': dates before the year in the same list take that year."""
    found = []
    while waiting:
        start, end, read, stop = waiting[-1]
        joint, after = grammar.joint(stop)
        if not joint or grammar.skip_weekday(after) < at - 2 or after > at:
            break
        waiting.pop()
        if (dates := _resolve(read, year)) is not None:
            found.append(Found(start, end, dates))
        at = next((i for i, token in enumerate(grammar.tokens) if token.start == start), 0)
    return found


_TYPED_MONTH = re.compile(rf"\b(?:{'|'.join(MONTH_FORMS)})\b(?=\.? (?:\d|of\b))", re.IGNORECASE)


def capital_months(text: str) -> str:
    """Give the months of a typed text their capital, so that 'nov 2024' is found as a date."""
    return _TYPED_MONTH.sub(lambda match: match.group().capitalize(), text)


def find_dates(text: str, year: int | None = None) -> list[Found]:
    """Find the dates that a text states, in order.

    `year` is the year in which dates without one lie ('on 18 November'); without it they are not found.
    Months and years come with the precision MONTH or YEAR and the first and last day they cover.
    """
    return list(_found(text, year))


def format_range(dates: DateRange) -> str:
    """Write a range in the genre's words: '18 to 20 November 2024', '21 and 23 September 2021', 'June 2023'.

    Two neighbouring days are joined with 'and'; no time of day, no weekday.
    """
    start, end = dates.start, dates.end
    if dates.precision is Precision.YEAR:
        return f"{start.year}" if start.year == end.year else f"{start.year} to {end.year}"
    if dates.precision is Precision.MONTH:
        first, last = MONTHS[start.month - 1], MONTHS[end.month - 1]
        if (start.year, start.month) == (end.year, end.month):
            return f"{first} {start.year}"
        return (
            f"{first} to {last} {end.year}"
            if start.year == end.year
            else f"{first} {start.year} to {last} {end.year}"
        )
    if dates.days:
        return _day_list(dates.days)
    if start == end:
        return _day(start)
    if start.year != end.year:
        return f"{_day(start)} to {_day(end)}"
    if start.month != end.month:
        return f"{start.day} {MONTHS[start.month - 1]} to {_day(end)}"
    joint = "and" if end - start == timedelta(days=1) else "to"
    return f"{start.day} {joint} {_day(end)}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _day_list(days: tuple[date, ...]) -> str:
    last = days[-1]
    if any((day.year, day.month) != (last.year, last.month) for day in days):
        return ", ".join(_day(day) for day in days[:-1]) + f" and {_day(last)}"
    return ", ".join(str(day.day) for day in days[:-1]) + f" and {_day(last)}"
