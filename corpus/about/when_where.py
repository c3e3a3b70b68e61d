"""When and where the meeting was that a document is about: not when it was published or adopted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.about.venues import VENUE_WORD
from corpus.document import DateRange, Kind, Precision
from corpus.layout.datelines import is_dateline
from corpus.names.dates import find_dates

_PUBLISHED = re.compile(
    r"\b(?:published|posted|adopted|approved|issued|updated|endorsed|signed|printed|circulated"
    r"|corrections?|corrected|revised|draft of"
    r"|last modified|reference|ref\.?|in force|valid|announced|(?-i:planned)|^\W*planned|postponed|since|until|last met"
    r"|previous|established"
    r"|set up)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    r"\b(?:issue|newsletter|bulletin|volume|vol\.?|edition)\b\W*(?:no\.?\s*)?\d+", re.IGNORECASE
)
_HELD = re.compile(
    r"\b(?:held|met|meets|took place|takes? place|gathered|came together|convened|meeting|session"
    r"|workshop|event|conference"
    r"|hosted|assembled|attended)\b",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(r"(?:dates?|when|dates? and (?:time|venue|place))\s*[:–—-]\s*", re.IGNORECASE)
_PLACE_LABEL = re.compile(
    r"(?:place|venue|location|where|city|at|in|held (?:in|at)|(?:dates? and )(?:venue|place))\s*[:–—-]\s*(.+)$",
    re.IGNORECASE,
)
_ONLINE = re.compile(
    r"[,;(]?\s*(?:\b(?:and|or)\b )?\b(?:by video|on[ -]?line|virtual|hybrid|via |in hybrid|in person)\b.*$",
    re.IGNORECASE,
)
_TOWN = r"[A-Z][\w’'.-]+(?: (?:of|the|and|de|da|del|la|el|[A-Z][\w’'.-]+)(?=[\s,.)]|$)){0,3}"
_PLACE = rf"(?P<place>{_TOWN}(?:, (?:the )?{_TOWN})?)"
_IN = re.compile(rf"(?<!rafficking )\bin (?:the city of )?{_PLACE}")
_OPENING_PLACE = re.compile(
    rf"{_PLACE}(?: \([^()]*\))?\s*[–—]\s*(?=[A-Z“\"])"
)  # of a news item: 'Koror, Palau – The …'
_VERB = re.compile(
    r"\b(?:held|met|meets|took place|takes place|gathered|came together|convened|hosted|assembled"
    r"|meeting was)\b",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"\b(?:meetings?|sessions?|round\s?tables?|symposium|seminars?|webinars?|conference|exercise|visit|field\s+day|tour|held"
    r"|committee|council|panel|statement|co-?chairs?|chair|group|minutes|summary|conclusions|plan|event|dialogue|process|annual"
    r"|final|draft|workshop|monday|tuesday|wednesday|thursday|friday|saturday|sunday|from|january|february|march|april|may"
    r"|june|july|august|september|october|november|december|persons|online|virtual|published|posted|updated|its|report"
    r"|programme|agenda|note|done|date|english|french|spanish|first|accordance|conjunction|partnership|working|ministry"
    r"|department|government)\b",
    re.IGNORECASE,
)
FIRST = 6  # blocks after the title that may carry labelled facts
LONG_SPAN = 180  # days: a span that is longer is the period of a plan, no meeting


def _published(before: str) -> bool:
    """Whether a date is rather that of a paper, or of something else, by the words before it."""
    found = _PUBLISHED.search(before)
    return found is not None and not _VERB.search(found.group())


def dates_of(kind: Kind, heads: Sequence[str], first: Sequence[str]) -> DateRange | None:
    """Return the dates of the meeting, or the period of a work plan; None where the top does not say."""
    if kind is Kind.WORK_PLAN:
        return _period(heads, first)
    for line in first[:FIRST]:
        if _DATE_LABEL.match(line) and (found := find_dates(line)):
            return found[0].range
    for line in (
        *heads,
        *(line for block in first[:FIRST] for line in block.split("\n") if is_dateline(line)),
    ):
        for each in _of_a_meeting(line):
            return each
    best: DateRange | None = None
    for line in first:
        for date in find_dates(line):
            before = line[: date.start]
            if (
                date.range.precision is Precision.YEAR
                or _ISSUE.search(line)
                or _published(before)
                or _days(date.range) > LONG_SPAN
            ):
                continue
            if _HELD.search(before) or _HELD.search(line[date.end :][:150]):
                return date.range
            best = best or date.range
    return best if kind in (Kind.STATEMENT, Kind.MINUTES, Kind.EVENT, Kind.PROGRAMME) else None


def _of_a_meeting(line: str) -> Iterator[DateRange]:
    if _ISSUE.search(line):
        return
    for date in find_dates(line):
        if not _published(line[: date.start]) and date.range.precision is not Precision.YEAR:
            yield date.range


def _period(heads: Sequence[str], first: Sequence[str]) -> DateRange | None:
    """Return the period of a plan: exact days from its first lines, else the years of its title."""
    for line in first:
        for date in find_dates(line):
            if date.range.precision is Precision.DAY and _days(date.range) > LONG_SPAN:
                return date.range
    for line in (*heads, *first[:FIRST]):
        for date in find_dates(line):
            if date.range.precision is not Precision.DAY and not _published(line[: date.start]):
                return date.range
    return None


def _days(dates: DateRange) -> int:
    return (dates.end - dates.start).days


def place_of(heads: Sequence[str], first: Sequence[str]) -> str | None:
    """Return town and country of the meeting as written; None where the top does not say."""
    for line in first[:FIRST]:
        if label := _PLACE_LABEL.match(line):
            return _town(_without_dates(_ONLINE.sub("", label[1])).strip(" .,;–—-()"))
    for line in (*heads, *(line for block in first[:4] for line in _lines(block))):
        if place := _beside_a_date(line):
            return place
    for line in first[:5]:
        opening = _OPENING_PLACE.match(line)
        if opening and not _NO_PLACE.search(opening["place"]):
            return opening["place"]
        if place := _met_in(line):
            return place
    return None


def _lines(block: str) -> list[str]:
    """The lines of a block that may give a place beside a date."""
    lines = [line.strip() for line in block.split("\n")] if "\n" in block else [block]
    return [line for line in lines if is_dateline(line) or len(line) <= 60]


def _beside_a_date(line: str) -> str | None:
    """Return the place of 'Fifth Meeting, Maputo, 18–20 May 2021' or '7 May 2025, Port Vila, Vanuatu'."""
    for date in find_dates(line):
        if date.range.precision is Precision.YEAR or _published(line[: date.start]):
            continue
        before = re.sub(r"(?:\b(?:on|from)\b|[,|·(–—-]|\s)+$", "", line[: date.start])
        good: list[str] = []
        for part in reversed(re.split(r"[,:|·(]|\s[–—-]\s|\b(?:in|at)\b", before)):
            if VENUE_WORD.search(part):
                continue
            if not _is_place(part.strip()):
                break
            good.insert(0, part.strip())
        if good:
            return ", ".join(good[-2:])
        after = re.match(rf"[\s,|·(–—-]*(?:in |at )?{_PLACE}[\s).]*$", _ONLINE.sub("", line[date.end :]))
        if after and not _NO_PLACE.search(after["place"]):
            return after["place"]
    return None


def _is_place(part: str) -> bool:
    return (
        part[:1].isupper()
        and len(part.split()) <= 4
        and not any(char.isdigit() for char in part)
        and not _NO_PLACE.search(part)
        and not (part.isupper() and len(part) <= 6)
    )


def _met_in(line: str) -> str | None:
    """Return the place of a sentence that says where one met."""
    verb = _VERB.search(line)
    if not verb:
        return None
    sentence = re.split(r"(?<=[a-z0-9)])\.\s", line[verb.start() :])[0]
    for found in _IN.finditer(sentence):
        place = found["place"].rstrip(".")
        if not _NO_PLACE.search(place) and not (place.isupper() and len(place) <= 6):
            return re.sub(r",? (?:and|the|of)$", "", place)
    return None


def _without_dates(text: str) -> str:
    for date in reversed(find_dates(text)):
        text = text[: date.start] + text[date.end :]
    return text


def _town(place: str) -> str | None:
    """Return town and country of an address: its last two parts."""
    parts = [part.strip() for part in place.split(",") if part.strip()]
    return (", ".join(parts[-2:]) if len(parts) > 2 else ", ".join(parts)) or None
