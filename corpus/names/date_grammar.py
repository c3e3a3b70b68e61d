"""The rules by which runs of tokens are read as dates; `corpus.names.dates` is the way in."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

MONTHS: tuple[str, ...] = tuple(calendar.month_name)[1:]
# Full and short.
MONTH_FORMS: tuple[str, ...] = (*MONTHS, *(name[:3] for name in MONTHS), "Sept")
_MONTH_NUMBER = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
_MONTH_NUMBER |= {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)} | {"sept": 9}
_WEEKDAYS = {form for name in calendar.day_name for form in (name.lower(), name[:3].lower())} | {
    "tues",
    "thur",
    "thurs",
    "weds",
}
_QUARTERS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "last": 4,
}
_HALVES = {"first": 1, "1st": 1, "second": 2, "2nd": 2}
_YEAR_CUES = {
    "in", "of", "during", "since", "by", "until", "till", "before", "after", "from", "for", "to", "early",
    "late", "mid", "end", "beginning", "throughout", "year", "years", "between", "within", "dated", "around",
}  # fmt: skip
_COUNTED = {
    "dollars", "euros", "euro", "usd", "eur", "people", "persons", "workers", "participants", "delegates",
    "cases", "officials", "victims", "women", "men", "children", "copies", "calls", "hours", "tonnes",
    "kilometres", "km",
}  # fmt: skip

_TOKEN = re.compile(
    r"(?P<iso>(?<![\d/.-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d))"
    r"|(?P<dmy>(?<![\d/.-])\d{1,2}([./])(?:0?[1-9]|1[0-2])\3(?:19|20)\d\d(?!\d))"
    r"|(?P<year>(?<![\d,.])(?<!\d/)(?:19|20)\d\d(?![\d,]\d|\d|%))"
    r"|(?P<day>(?<![\d,.:/])(?<![A-Z])(?<![A-Z]-)(?:0?[1-9]|[12]\d|3[01])(?![\d:%/]|[.,]\d)"
    r"(?:\s?(?:st|nd|rd|th|ST|ND|RD|TH)\b|[\"'”’™*°]{1,3}(?=\s))?)"
    r"|(?P<word>[A-Za-z]+)"
    r"|(?P<dash>[-–—‒−])"
    r"|(?P<comma>,)"
    r"|(?P<dot>\.)"
    r"|(?P<amp>&)"
    r"|(?P<slash>/)"
    r"|(?P<other>\S)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or figure with its place; `value` is the day, month or year that it denotes."""

    kind: str
    text: str
    start: int
    end: int
    value: int = 0


@dataclass(frozen=True, slots=True)
class Read:
    """What a rule read: the tokens up to `stop`, days and month; the year may be missing."""

    stop: int
    first: tuple[int, int]  # month, day (day 0: the whole month; month 0: the whole year)
    last: tuple[int, int]
    year: int | None
    last_year: int | None = None  # where it differs from `year`
    days: tuple[int, ...] = ()  # days of one month, named one by one
    separate: tuple[tuple[int, int], ...] = ()


def tokenize(text: str) -> list[Token]:
    """Cut a text into tokens; white space is dropped."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        kind, word = str(match.lastgroup), match.group()
        if kind not in ("iso", "dmy", "year", "day", "word", "dash", "comma", "dot", "amp", "slash"):
            kind = next(k for k, v in match.groupdict().items() if v is not None)
        value = 0
        if kind == "word":
            lower = word.lower()
            if lower in _MONTH_NUMBER and word[0].isupper():
                kind, value = "month", _MONTH_NUMBER[lower]
            elif lower in _WEEKDAYS and word[0].isupper():
                kind = "weekday"
        elif kind == "year":
            value = int(word)
        elif kind == "day":
            value = int(re.match(r"\d+", word).group())  # type: ignore[union-attr]
        found.append(Token(kind, word, match.start(), match.end(), value))
    return found


class Grammar:
    """The rules over one text's tokens. Every rule takes a position and returns a `Read` or None."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens

    def kind(self, at: int) -> str:
        """Return the kind of a token; empty behind the last one."""
        return self.tokens[at].kind if at < len(self.tokens) else ""

    def word(self, at: int) -> str:
        """Return a token in lower case; empty behind the last one."""
        return self.tokens[at].text.lower() if at < len(self.tokens) else ""

    def value(self, at: int) -> int:
        """Return the day, month or year that a token denotes."""
        return self.tokens[at].value

    def skip_weekday(self, at: int) -> int:
        """Pass 'Tuesday', 'Tuesday,', 'Tues.', 'the'."""
        start = at
        if self.word(at) == "the" and self.kind(at + 1) in ("day", "weekday"):
            at += 1
        if self.kind(at) == "weekday":
            at += 1
            if self.kind(at) in ("comma", "dot"):
                at += 1
            if self.word(at) in ("the", "on"):
                at += 1
        return at if self.kind(at) == "day" or (self.kind(at) == "month" and at > start) else start

    def joint(self, at: int) -> tuple[str, int]:
        """Read what joins two dates: '' (nothing), 'list' (',', 'and') or 'range' ('to', '–')."""
        if self.kind(at) == "comma":
            at += 1
            if self.word(at) in ("and", "or") or self.kind(at) == "amp":
                at += 1
            return "list", at
        if self.word(at) in ("and", "or") or self.kind(at) == "amp":
            return "list", at + 1
        if self.kind(at) == "dash" or self.word(at) in ("to", "until", "till", "through", "thru"):
            if self.word(at + 1) in ("to", "and", "until") and self.kind(at) == "dash":
                return "", at
            return "range", at + 1
        return "", at

    def year_after(self, at: int) -> tuple[int | None, int]:
        """Read an optional year after a month or day: '2024', ', 2024', 'of 2024'."""
        stop = at
        if self.kind(stop) == "dot":
            stop += 1
        if self.kind(stop) == "comma" or self.word(stop) == "of":
            stop += 1
        if self.kind(stop) == "year":
            return self.value(stop), stop + 1
        return None, at

    def day_run(self, at: int) -> tuple[list[int], bool, int] | None:
        """Read '18', '18, 19 and 20', '2–4 and 6': the days, whether they are named one by one, the stop."""
        at = self.skip_weekday(at)
        if self.kind(at) != "day":
            return None
        days, at, listed = [self.value(at)], at + 1, False
        while True:
            dotted = at + 1 if self.kind(at) == "dot" and self.kind(at + 1) == "dash" else at
            joint, after = self.joint(dotted)
            after = self.skip_weekday(after)
            if not joint or self.kind(after) != "day" or self.value(after) <= days[-1]:
                return days, listed, at
            if joint == "range":
                days.extend(range(days[-1] + 1, self.value(after) + 1))
            else:
                days.append(self.value(after))
                listed = True
            at = after + 1

    def days_then_month(self, at: int) -> Read | None:
        """'18, 19 and 20 November 2024', '1st and 2nd of June 2020', 'Tuesday 18 to Thursday 20 May 2021'."""
        run = self.day_run(at)
        if run is None:
            return None
        days, listed, stop = run
        if self.word(stop) == "of":
            stop += 1
        if self.kind(stop) != "month":
            return None
        month = self.value(stop)
        year, stop = self.year_after(stop + 1)
        return Read(stop, (month, days[0]), (month, days[-1]), year, days=tuple(days) if listed else ())

    def month_then_days(self, at: int) -> Read | None:
        """'November 6-8, 2018', 'Nov. 6 and 8 2018'."""
        at = self.skip_weekday(at)
        if self.kind(at) != "month":
            return None
        stop = at + 1
        if self.kind(stop) == "dot":
            stop += 1
        run = self.day_run(stop)
        if run is None:
            return None
        days, listed, stop = run
        if self.kind(stop) == "month":  # '… May 3 June 2020': the day belongs to what follows
            return None
        month = self.value(at)
        year, stop = self.year_after(stop)
        return Read(stop, (month, days[0]), (month, days[-1]), year, days=tuple(days) if listed else ())

    def single(self, at: int) -> Read | None:
        """Days of one month, in either order of day and month."""
        return self.days_then_month(at) or self.month_then_days(at)

    def across_months(self, at: int) -> Read | None:
        """'28 February to 2 March 2023', '30 June – 2 July 2021', '29 December 2020 to 3 January 2021'."""
        first = self.single(at)
        if first is None or len(first.days) > 1:
            return None
        joint, stop = self.joint(first.stop)
        if joint != "range" and not (joint and self.between(at)):
            return None
        last = self.single(stop)
        if last is None or len(last.days) > 1:
            return None
        if last.year is None and first.year is not None and last.first >= first.first:
            last = replace(last, year=first.year)
        return Read(last.stop, first.first, last.last, first.year or last.year, last.year)

    def across_two_days(self, at: int) -> Read | None:
        """'30 June and 1 July 2021': two neighbouring days in two months."""
        first = self.single(at)
        if first is None or first.year is not None:
            return None
        joint, stop = self.joint(first.stop)
        last = self.single(stop) if joint == "list" and self.kind(first.stop) != "comma" else None
        if last is None or last.year is None:
            return None
        try:
            ends = date(last.year, *first.last), date(last.year, *last.first)
        except ValueError:
            return None
        if ends[1] - ends[0] != timedelta(days=1):
            return None
        return Read(last.stop, first.first, last.last, last.year)

    def between(self, at: int) -> bool:
        """Whether 'between' stands before a token: then 'and' joins the ends of a run."""
        return at > 0 and self.word(at - 1) == "between"

    def month_year(self, at: int) -> Read | None:
        """'June 2023', 'June and July 2023', 'July to December 2019', 'July 2022 to December 2024'."""
        if self.kind(at) != "month":
            return None
        first = last = self.value(at)
        year, stop = self.year_after(at + 1)
        joint, after = self.joint(stop)
        if joint and self.kind(after) == "month" and self.kind(after + 1) != "day":
            last_year, last_stop = self.year_after(after + 1)
            spans = joint == "range" or self.between(at) or (year is None and self.kind(stop) != "comma")
            if last_year is not None and spans:
                return Read(last_stop, (first, 0), (self.value(after), 0), year or last_year, last_year)
        return None if year is None else Read(stop, (first, 0), (last, 0), year)

    def part_of_year(self, at: int) -> Read | None:
        """'third quarter of 2019', 'Q3 2019', 'second half of 2024'."""
        if re.fullmatch(r"q", self.word(at)) and self.kind(at + 1) == "day" and self.value(at + 1) <= 4:
            parts, number, stop = 4, self.value(at + 1), at + 2
        elif self.word(at + 1) in ("quarter", "half"):
            parts = 4 if self.word(at + 1) == "quarter" else 2
            named = (_QUARTERS if parts == 4 else _HALVES).get(self.word(at))
            if named is None:
                return None
            number, stop = named, at + 2
        else:
            return None
        year, stop = self.year_after(stop)
        length = 12 // parts
        last = number * length
        return None if year is None else Read(stop, (last - length + 1, 0), (last, 0), year)

    def years(self, at: int) -> Read | None:
        """'in 2023', '2022–2025', '2021-23', 'late 2019': a bare number of four figures is no year."""
        if self.kind(at) != "year":
            return None
        year = self.value(at)
        if self.kind(at + 1) in ("dash", "slash") or self.word(at + 1) == "to":
            last = 0
            if self.kind(at + 2) == "year":
                last = self.value(at + 2)
            elif self.kind(at + 2) == "day" and len(self.word(at + 2)) == 2 and self.kind(at + 3) != "dash":
                last = year // 100 * 100 + self.value(at + 2)
            if year < last <= year + 30:
                return Read(at + 3, (0, 0), (0, 0), year, last)
        if self.word(at + 1) in _COUNTED:
            return None
        before = at - 1
        if self.kind(before) == "dash":
            before -= 1
        cued = before >= 0 and self.word(before) in _YEAR_CUES
        listed = before >= 1 and self.word(before) in ("and", "or") and self.kind(before - 1) == "year"
        return Read(at + 1, (0, 0), (0, 0), year) if cued or listed else None

    def read(self, at: int) -> Read | None:
        """Apply the rules at a token, the longest reading first."""
        rules: tuple[Callable[[int], Read | None], ...] = (
            self.across_months,
            self.across_two_days,
            self.days_then_month,
            self.month_then_days,
            self.month_year,
            self.part_of_year,
            self.years,
        )
        for rule in rules:
            if (read := rule(at)) is not None:
                return self.spread(at, read)
        return None

    def spread(self, at: int, read: Read) -> Read:
        """'between 16 and 18 May' is a run of days, not two days."""
        if read.days and self.between(at):
            return replace(read, days=())
        return read
