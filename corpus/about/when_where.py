"""When and where the meeting was that a document is about: not when it was published or adopted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from corpus.about.venues import VENUE_WORD
from corpus.document import DateRange, Kind, Precision
from corpus.layout.datelines import is_dateline
from corpus.names.dates import find_dates
from corpus.names.parties import resolve

_PUBLISHED = re.compile(
    r"\b(?:published|posted|adopted|approved|issued|updated|endorsed|signed|printed|circulated"
    r"|rec[eil1]{2}ved|rec['’]?d|stamp|registered|filed|archived|scanned|transmitted|distribut(?:ed|ion)|distr|deposited"
    r"|uploaded|released|dated|version(?:\s+\S+)?(?:\s+of)?|deadline|closes|replac(?:es|ing)|supersed(?:es|ing)|prepared"
    r"|translated|modified|amended|entered into force|first met|met again|(?:has|have) since met"
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
    r"\b(?:held|met|meets|took place|takes? place|gathered|came together|convened|meeting|session|sitting|plenary"
    r"|workshop|event|conference"
    r"|hosted|assembled|attended)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\b(?:was|were|is|are|will|would|has|have|had|be|sub-?\s?(?:group|committee)s?|next|previous|last)\b|\.\s",
    re.IGNORECASE,
)  # what a line of a title does not have
_DATE_LABEL = re.compile(r"(?:dates?|when|dates? and (?:time|venue|place))\s*[:–—-]\s*", re.IGNORECASE)
_PLACE_LABEL = re.compile(
    r"(?P<what>place|venue|location|where|city|at|in|held (?:in|at)|(?:dates? and )(?:venue|place))\s*[:–—-][\s:]*"
    r"(?P<where>.+)$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[a-zà-ÿ)])\.\s+(?=[A-Z])")
_ONLINE = re.compile(
    r"[,;(]?\s*(?:\b(?:and|or)\b )?\b(?:by video|on[ -]?line|virtual|hybrid|via |in hybrid|in person)\b.*$",
    re.IGNORECASE,
)
_TOWN = r"[A-Z][\w’'.-]+(?: (?:of|the|and|de|da|del|la|el|[A-Z][\w’'.-]+)(?=[\s,.)]|$)){0,3}"
_PLACE = rf"(?P<place>{_TOWN}(?:, (?:the )?{_TOWN})?)"
_IN = re.compile(rf"(?<!rafficking )\bin (?:the city of )?{_PLACE}")
_BRACKETED = re.compile(
    r"(\b[A-ZÀ-Þ][\w’'-]+)\s+\(([A-ZÀ-Þ][^()\d]{2,40})\)(?=,?\s)"
)  # 'Dakar (Senegal), 4 April 2017'
_OPENING_PLACE = re.compile(
    rf"{_PLACE}(?: \([^()]*\))?\s*[–—]\s*(?=[A-Z“\"])"
)  # of a news item: 'Koror, Palau – The …'
_VERB = re.compile(
    r"\b(?:held|met|meets|took place|takes place|gathered|came together|convened|hosted|assembled"
    r"|meeting was)\b",
    re.IGNORECASE,
)
# 'KUALA LUMPUR, 3 May 2021 –', the beginning of a news item
_BYLINE = re.compile(rf"\W*(?P<place>{_TOWN}(?:, {_TOWN})?|[A-ZÀ-Þ’' -]{{4,40}}),?\s")
_IN_TITLE = re.compile(
    rf"\b(?:in|at)\s+(?P<place>{_TOWN}(?:, (?:the )?{_TOWN})?)(?P<more>\s+(?:with|after|on|to|as|amid|by)\s.*)?\s*$"
)
_MODE_ASIDE = re.compile(
    r"\s*\((?:and\s+)?(?:on[ -]?line|by\s+video|virtual|hybrid|remote)[^()]*\)"
    r"|,?\s+(?:and|or)\s+(?:also\s+)?(?:on[ -]?line|by\s+video(?:\s?-?(?:link|conference))?|virtual(?:ly)?|remote(?:ly)?)(?=\s*[,·|(–—-])",
    re.IGNORECASE,
)
_NEWS_VERB = re.compile(
    r"\b(?:clos|open|end|conclud|meet|conven|gather|begin|start|resum)(?:e?s|ing)?\s*$|\b(?:takes\s+stock|wraps\s+up|comes\s+together|sits|met|held|kicks\s+off)\s*$",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"\b(?:meetings?|sessions?|sittings?|plenary|round\s?tables?|symposium|seminars?|webinars?|conference|exercise|visit|field\s+day|tour|held"
    r"|committee|council|panel|statement|co-?chairs?|chair|group|minutes|summary|conclusions|plan|event|dialogue|process|annual"
    r"|final|draft|workshop|monday|tuesday|wednesday|thursday|friday|saturday|sunday|from|january|february|march|april|may"
    r"|june|july|august|september|october|november|december|persons|online|virtual|published|posted|updated|its|report"
    r"|programme|agenda|note|done|date|english|french|spanish|first|accordance|conjunction|partnership|working|ministry"
    r"|department|government)\b",
    re.IGNORECASE,
)
FIRST = 6  # blocks after the title that may carry labelled facts
LONG_LINE = 120  # characters of a line under a title that closes with a place and a date
SHORT_BLOCK = 160  # characters of a block that may begin with a place and a date
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
            return _day_after_day([date.range for date in found])
    for line in (
        *heads,
        *(line for block in first[:FIRST] for line in block.split("\n") if _is_head_line(line)),
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


def _is_head_line(line: str) -> bool:
    """Whether a line gives a date as titles do: alone, or closing a line of few words ('Summary, Lagos, 5 May 2021')."""
    return is_dateline(line) or (
        _ends_with_a_date(line)
        and ":" not in line
        and not _SENTENCE.search(line)
        and bool(_beside_a_date(line))
    )


def _day_after_day(dates: Sequence[DateRange]) -> DateRange:
    """The first days with those that follow them without a gap: 'Monday 4 May 2031, 9.00 to 17.00, and Tuesday 5 May'."""
    whole = dates[0]
    for later in dates[1:]:
        if whole.precision is not Precision.DAY or later.start != whole.end + timedelta(days=1):
            break
        whole = DateRange(start=whole.start, end=later.end, precision=Precision.DAY)
    return whole


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
    dated = next(
        (
            place
            for line in (*heads, *(line for block in first[:4] for line in _lines(block)))
            if (place := _beside_a_date(line))
        ),
        None,
    )
    dated = dated or _town_line(
        [line.strip() for block in (*heads, *first[:4]) for line in block.split("\n")]
    )
    for line in first[:FIRST]:
        if label := _PLACE_LABEL.match(line):
            where = re.sub(r"\s*\([^()]*$", "", _ONLINE.sub("", _SENTENCE_END.split(label["where"])[0]))
            town = _town(_without_dates(where).strip(" .,;–—-()"))
            if dated is None or label["what"].lower() != "venue" or dated.split(",")[0] in (town or ""):
                return town
            break  # the house alone: 'Venue: Flag Hall, Old Garrison', under a line with town and date
    if dated is not None:
        return dated
    for line in first[:5]:
        if place := _byline(line):
            return place
        opening = _OPENING_PLACE.match(line)
        if opening and not _NO_PLACE.search(opening["place"]):
            return opening["place"]
        if place := _met_in(line):
            return place
    return next((place for head in heads if (place := _in_title(head, first))), None)


def _byline(line: str) -> str | None:
    """Return the place of 'KUALA LUMPUR, 3 May 2021 – The …'."""
    for date in find_dates(line)[:1]:
        if date.start > 60 or not re.match(r"\W*[–—-]\s", line[date.end :]):
            return None
        found = _BYLINE.fullmatch(line[: date.start])
        if found is None or _NO_PLACE.search(found["place"]):
            return None
        place = found["place"].strip(" ,")
        return _written(place)
    return None


def _written(place: str) -> str:
    """Return a place as it is written in a text, also where a line gives it in capitals."""
    return ", ".join(
        part.title() if part.isupper() and len(part) > 3 else part for part in re.split(r",\s*", place)
    )


def _in_title(head: str, first: Sequence[str]) -> str | None:
    """Return the place at the end of a title ('Workshop on X in Maputo') that the lines below name too.

    What is no place ('Cooperation in Customs Matters') is not named without its subject.
    """
    found = _IN_TITLE.search(head.strip(" ."))
    if found is None or _NO_PLACE.search(found["place"]) or VENUE_WORD.search(found["place"]):
        return None
    town, _, country = found["place"].partition(", ")
    if found["more"] and not _NEWS_VERB.search(head[: found.start()]):
        return None
    if country and (party := resolve(country)) is not None and party.kind.value == "state":
        return found["place"]
    named = re.compile(rf"\b(?:in|at|to|from|of|left|reached)\s+{re.escape(town)}\b|^\W*{re.escape(town)}\b")
    if _NEWS_VERB.search(head[: found.start()]) and resolve(town) is None:
        return town
    return town if any(named.search(line) for line in first) and resolve(town) is None else None


def _town_line(lines: Sequence[str]) -> str | None:
    """Return the place of a line that stands over or under a line with nothing but the date.

    'Lima (Hotel Sol, Sala Azul) and online' / 'Tuesday 3 and Wednesday 4 May 2022'. Words alone may be a title: a
    house in brackets, a form or a country has to show that they are a town.
    """
    for line, other in (*pairwise(lines), *((below, above) for above, below in pairwise(lines))):
        if not is_dateline(other) or _published(other) or find_dates(line) or len(line) > LONG_LINE:
            continue
        bare = _MODE_ASIDE.sub("", line.rstrip(" .") + ",").rstrip(" ,")
        aside = re.search(r"\s*\((?P<house>[^()]*)\)\s*$", bare)
        place = bare[: aside.start()] if aside else bare
        town, _, country = place.partition(", ")
        if not _is_place(town) or (country and not _is_place(country)) or VENUE_WORD.search(place):
            continue
        state = resolve(country or (aside["house"] if aside else ""))
        if aside and state is not None and state.kind.value == "state":
            return f"{town}, {aside['house']}"
        if (
            bare != line.rstrip(" .")
            or (aside and VENUE_WORD.search(aside["house"]))
            or (country and state is not None and state.kind.value == "state")
        ):
            return _written(place)
    return None


def _lines(block: str) -> list[str]:
    """The lines of a block that may give a place beside a date."""
    lines = [line.strip() for line in block.split("\n")] if "\n" in block else [block]
    kept = [line for line in lines if is_dateline(line) or len(line) <= 60 or _ends_with_a_date(line)]
    return kept + _opening_dateline(block)


def _ends_with_a_date(line: str) -> bool:
    """Whether a line under a title closes with its date: 'Summary by the Chair · Lagos · 5 and 6 May 2021'."""
    return len(line) <= LONG_LINE and any(not line[date.end :].strip(" )*_") for date in find_dates(line))


def _opening_dateline(block: str) -> list[str]:
    """The place and the date that a line of a title block begins with: 'Quito (Ecuador), 4 May 2017, Room 2'."""
    line = _BRACKETED.sub(r"\1, \2", " ".join(block.split()))
    for date in find_dates(line)[:1]:
        if re.fullmatch(rf"{_TOWN}(?:, {_TOWN})?,\s*", line[: date.start]) and len(line) <= SHORT_BLOCK:
            return [line[: date.end]]
    return []


def _beside_a_date(line: str) -> str | None:
    """Return the place of 'Fifth Meeting, Maputo, 18–20 May 2021' or '7 May 2025, Port Vila, Vanuatu'."""
    line = _BRACKETED.sub(r"\1, \2", _MODE_ASIDE.sub("", line))
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
            return _written(", ".join(good[-2:]))
        after = re.match(rf"[\s,|·(–—-]*(?:in |at )?{_PLACE}[\s).]*$", _ONLINE.sub("", line[date.end :]))
        if after and not _NO_PLACE.search(after["place"]):
            return after["place"]
    return None


def _is_place(part: str) -> bool:
    return (
        part[:1].isupper()
        and not re.search(r"(?<!\S)(?!(?:of|the|and|de|da|do|del|la|el|al|du|des)\b)[a-z]{2,}", part)
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
