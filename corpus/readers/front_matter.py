"""Front matter: what an author states about a Markdown file, in YAML between two lines of dashes."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

import yaml

from corpus.document import DateRange, Kind, Precision
from corpus.metadata import MetadataHints
from corpus.names.dates import find_dates
from corpus.names.ordinals import ordinal_value

_FENCED = re.compile(r"\A---[ \t]*\n(.*?)(?:^)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_ISO_PERIOD = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?")  # a year or a month; days come from YAML as dates
_URL = re.compile(r"https?://[^\s)>\"']+")
_KINDS = {
    "workplan": Kind.WORK_PLAN,
    "plan": Kind.WORK_PLAN,
    "action_plan": Kind.WORK_PLAN,
    "news": Kind.EVENT,
    "press_release": Kind.EVENT,
    "agenda": Kind.PROGRAMME,
    "summary": Kind.STATEMENT,
}
_KEYS = {
    "body": {"body"},
    "number": {"number"},
    "place": {"place"},
    "dates": {"date", "date_start", "date_end"},
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Where the front matter ends in the text (its last dashes included), and what it says."""

    end: int
    hints: MetadataHints


def front_matter(text: str) -> FrontMatter | None:
    """Return the front matter that a text begins with, or None. Broken YAML gives no hints, and no error."""
    fenced = _FENCED.match(text)
    if not fenced:
        return None
    stated = _mapping(fenced[1])
    start, finish = _date(stated.get("date_start", stated.get("date"))), _date(stated.get("date_end"))
    number = stated.get("number")
    gaps = [*_texts(stated.get("gaps")), *_texts(stated.get("known_gaps"))]
    sources = [*_texts(stated.get("source")), *_texts(stated.get("url")), *_texts(stated.get("urls"))]
    hints = MetadataHints(
        title=_text(stated.get("title")),
        kind=_kind(_text(stated.get("kind"))),
        body=_text(stated.get("body")),
        number=ordinal_value(str(number)) if number is not None else None,
        dates=_span(start, finish),
        place=_text(stated.get("place")),
        urls=tuple(dict.fromkeys(url.rstrip(".,;") for line in sources for url in _URL.findall(line))),
        gaps=tuple(gaps),
        certain=True,
        left_open=frozenset(
            name
            for name, keys in _KEYS.items()
            if keys & stated.keys() and not any(_text(stated.get(key)) for key in keys)
        ),
    )
    return FrontMatter(len(fenced[0].rstrip()), hints)


def _mapping(source: str) -> dict[str, object]:
    try:
        loaded = yaml.safe_load(source)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return {str(key).lower(): value for key, value in loaded.items()} if isinstance(loaded, dict) else {}


def _text(value: object) -> str | None:
    words = " ".join(str(value).split()) if value is not None and not isinstance(value, (list, dict)) else ""
    return words or None


def _texts(value: object) -> list[str]:
    many = value if isinstance(value, list) else [value]
    return [words for each in many if (words := _text(each))]


def _kind(word: str | None) -> Kind | None:
    if word is None:
        return None
    name = re.sub(r"[\s-]+", "_", word.lower())
    return Kind(name) if name in Kind._value2member_map_ else _KINDS.get(name)


def _date(value: object) -> DateRange | None:
    if isinstance(value, date):
        return DateRange(start=value, end=value)
    text = str(value).strip() if value is not None else ""
    if period := _ISO_PERIOD.fullmatch(text):
        year, month = int(period[1]), int(period[2] or 0)
        if not 1 <= year <= 9999:
            return None
        first, last = month or 1, month or 12
        return DateRange(
            start=date(year, first, 1),
            end=date(year, last, monthrange(year, last)[1]),
            precision=Precision.MONTH if month else Precision.YEAR,
        )
    found = find_dates(text)
    return found[0].range if found else None


def _span(start: DateRange | None, end: DateRange | None) -> DateRange | None:
    if start is None or end is None or end.end < start.start:
        return start
    if start == end:
        return start
    coarse = min(start.precision, end.precision, key=["year", "month", "day"].index)
    return DateRange(start=start.start, end=end.end, precision=coarse)
