"""The numbered sessions of a programme, and the persons in them by what they do there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.document import DateRange, Document, Span
from corpus.names.numbers import parse_number, parse_ordinal
from corpus.records.columns import columns, vocabulary
from corpus.records.programme import sessions_of
from corpus.records.statements import clean, unmarked

ITEM = re.compile(
    r"\b(?P<sort>session|panel|module|block|part|item|breakout|segment|slot|track|round ?table|workshop|lecture|unit|theme)"
    r"(?:\s+group)?\s+(?:no\.?\s*)?(?P<number>\d{1,2}|(?-i:[IVX]{1,4}|[A-H])|one|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)
"""A numbered item of a programme, as its title and questions call it: 'Session 5', 'Panel II', 'Breakout A'."""

# label in a cell → what the persons behind it do
_DOES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (does, re.compile(rf"(?:{words})", re.IGNORECASE))
    for does, words in (
        (
            "moderate",
            r"(?:co-?)?(?:moderat|facilitat|animat)(?:ors?|ion|ed by)|(?:session |co-?)?chair(?:s|person|man|woman|ed by)?|presiding|led by|lead",
        ),
        ("rapporteur", r"rapporteurs?|note-?takers?|reporting"),
        ("respond", r"respondents?|discussants?|response|responses|commentators?"),
        (
            "speak",
            r"(?:keynote |guest |invited |lead |main )?(?:speakers?|speech|address|presenters?|presentations?|presented by|panel|panell?ists?|lecturers?|trainers?|resource persons?|experts?|introduction|input|inputs|keynote|with|talks?)",
        ),
    )
)
_LABEL = re.compile(r"(?:^|[;.|\n]\s*)(?P<label>[A-Z][\w -]{2,28}?)\s*[:–—]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class ProgrammeItem:
    """A numbered item of a programme; `people` are the texts that name persons, by what these do."""

    sort: str
    number: int
    title: str
    time: str | None
    date: DateRange | None
    span: Span
    people: tuple[tuple[str, str], ...]


def numbered(written: str) -> int | None:
    """Return the number that is written as a figure, a Roman one, a word or a letter."""
    if re.fullmatch(r"[A-H]", written):
        return ord(written) - ord("A") + 1
    return parse_number(written) or parse_ordinal(written)


def programme_items(document: Document) -> Iterator[ProgrammeItem]:
    """Yield the numbered items of the programmes that a document has as tables, in order."""
    for table in document.tables:
        roles = columns(table.header, vocabulary("programme_columns.toml"))
        if "session" not in roles or not roles.keys() & {"time", "date", "people", "speaker", "moderator"}:
            continue
        for session in sessions_of(document, table, roles):
            found = ITEM.match(session.title)
            number = numbered(found["number"]) if found else None
            if found is None or number is None:
                continue
            people: list[tuple[str, str]] = []
            for role, name in (
                ("moderator", "moderate"),
                ("rapporteur", "rapporteur"),
                ("speaker", "speak"),
                ("people", ""),
            ):
                index = roles.get(role)
                if index is not None and index < len(session.row.cells):
                    people += _by_label(clean(unmarked(session.row.cells[index].text)), name)
            span = Span(start=session.row.start, end=session.row.end)
            yield ProgrammeItem(
                found["sort"].lower(), number, session.title, session.time, session.date, span, tuple(people)
            )


def _by_label(text: str, does: str) -> Iterator[tuple[str, str]]:
    """Share a cell out by its labels: 'Moderator: Ms A; Speakers: Mr B; Mr C'; what has none is of its column."""
    labels = list(_LABEL.finditer(text))
    first = text[: labels[0].start()] if labels else text
    if first.strip() and does:
        yield does, first.strip(" ;.|")
    for place, label in enumerate(labels):
        end = labels[place + 1].start() if place + 1 < len(labels) else len(text)
        named = next((name for name, words in _DOES if words.fullmatch(label["label"].strip())), "other")
        yield named, text[label.end() : end].strip(" ;.|")
