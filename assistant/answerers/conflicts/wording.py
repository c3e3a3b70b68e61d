"""How an answer says that the papers differ, or agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Route, Status
from assistant.answerers.conflicts.authority import sort_of, weightier
from assistant.answerers.draft import Claim, Draft, Quote
from corpus.document import Document
from corpus.names.dates import format_range

_LONGEST = 64  # characters of a title


@dataclass(frozen=True)
class Told:
    """What one paper says: a sentence with its proof, and the value in it that answers, where it is one."""

    document: Document
    text: str
    quotes: tuple[Quote, ...]
    value: str = ""


def conflict(told: Sequence[Told], route: Route, lead: str = "", subject: str = "") -> Draft:
    """Return the answer that gives what each paper says, each cited, and which counts for more.

    `lead` opens the answer ('No' to a question whether they agree); `subject` stands before the values
    ('The Third Meeting was held').
    """
    opening = f"{lead}, the sources differ" if lead else "The sources differ"
    ordered, because = _by_weight(told)
    claims = _sayings(ordered, opening, subject)
    if because:
        claims.append(Claim(text=f"The first counts for more: {because}.", quotes=ordered[0].quotes))
    return Draft(status=Status.CONFLICT, route=route, claims=tuple(claims))


def agreement(told: Sequence[Told], route: Route, lead: str = "") -> Draft:
    """Return the answer that papers say the same; `lead` opens it ('Yes')."""
    opening = f"{lead}, they agree" if lead else "They agree"
    return Draft(status=Status.ANSWERED, route=route, claims=tuple(_sayings(told, opening, "")))


def _sayings(told: Sequence[Told], opening: str, subject: str) -> list[Claim]:
    claims = []
    for number, one in enumerate(told):
        if one.value:
            said = f"{f'{subject} ' if subject else ''}{one.value} according to {name(one.document)}."
        else:
            said = f"{name(one.document)} says: “{one.text.rstrip('. ')}”."
        text = f"{opening}: {said}" if number == 0 else f"{said[:1].upper()}{said[1:]}"
        claims.append(Claim(text=text, quotes=one.quotes))
    return claims


_SORTS = {
    "statement": "the statement",
    "minutes": "the minutes",
    "plan": "the work plan",
    "programme": "the programme",
    "report": "the report",
    "press": "the press item",
    "page": "the page",
}


def name(document: Document) -> str:
    """Return what to call a paper: its sort, its date where it has one, and its title, cut where it is long."""
    title = " ".join(document.metadata.title.split())
    if len(title) > _LONGEST:
        title = title[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:·") + " …"
    dates = document.metadata.dates
    dated = (
        f" of {format_range(dates)}" if dates is not None and (dates.end - dates.start).days < _SHORT else ""
    )
    return f"{_SORTS[sort_of(document)]}{dated} (“{title}”)"


_SHORT = 31  # days: a paper of a longer time than that is not told by its dates


def _by_weight(told: Sequence[Told]) -> tuple[list[Told], str]:
    """Return the papers with the one that counts for most first, and why it does; '' where nothing says so."""
    best, because = told[0], ""
    for one in told[1:]:
        ruling = weightier(best.document, one.document)
        if ruling is not None:
            because = ruling.because
            best = one if ruling.better.id == one.document.id else best
    return [best, *(one for one in told if one is not best)], because
