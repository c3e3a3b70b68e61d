"""How many years or days lie between two events, each dated by an answer of its own."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.answer import Route, Status
from assistant.answerers.draft import Claim, Draft, Quote
from assistant.answerers.worked_out.wordlists import participle
from corpus.document import DateRange, Precision
from corpus.names.dates import find_dates, format_range
from corpus.names.numbers import find_ordinals

Ask = Callable[[str], Draft | None]

_ASKED = re.compile(
    r"^\W*how\s+many\s+(?P<unit>years|days)\s+(?:lie|lay|passed|pass|elapsed|went\s+by|are\s+there|were\s+there|are|were)\s+"
    r"between\s+(?P<first>.+?)\s+and\s+(?P<second>.+?)\W*$",
    re.IGNORECASE,
)
_ACT = re.compile(r"^the\s+(?P<noun>[a-z-]+)\s+of\s+(?P<of>.+)$")
_OWN = re.compile(r"^(?:its|their|his|her)\b", re.IGNORECASE)


def between(question: str, ask: Ask) -> Draft | None:
    """Return the time between two events, None where the question asks for none or a date is missing.

    `ask` answers a question of its own, 'When was the first session held?'. Years are counted by the calendar,
    unless they fall short of that by more than half a year.
    """
    asked = _ASKED.match(" ".join(question.split()))
    if asked is None:
        return None
    second = _OWN.sub("the", asked["second"])
    found = [_dated(written, ask) for written in (_in_full(asked["first"], second), second)]
    if found[0] is None or found[1] is None:
        return None
    (start, proof), (end, more) = sorted((found[0], found[1]), key=lambda one: one[0].start)
    if asked["unit"].lower() == "days":
        if not all(one.precision is Precision.DAY and one.start == one.end for one in (start, end)):
            return None
        count = (end.start - start.start).days
        text = f"{count} days, from {format_range(start)} to {format_range(end)}."
    else:
        count = end.start.year - start.start.year
        exact = all(one.precision is Precision.DAY for one in (start, end))
        if exact and count - (end.start - start.start).days / 365.25 > 0.5:
            return None  # from a December to a January is no year
        text = (
            f"{count} years: {end.start.year} − {start.start.year} = {count}"
            f" ({format_range(start)}; {format_range(end)})."
        )
    claim = Claim(text=text, quotes=tuple(dict.fromkeys((*proof, *more))))
    return Draft(status=Status.ANSWERED, route=Route.RECORDS, claims=(claim,)) if count > 0 else None


def _in_full(first: str, second: str) -> str:
    """Give 'the first' the noun that only 'the tenth session of the board' has."""
    ordinals = find_ordinals(first)
    after = find_ordinals(second)
    if ordinals and after and not first[ordinals[-1].end :].strip():
        return f"{first} {second[after[0].end :].strip()}"
    return first


def _dated(written: str, ask: Ask) -> tuple[DateRange, tuple[Quote, ...]] | None:
    """The one date that the papers give for an event, with its proof."""
    act = _ACT.match(written)
    done = participle(act["noun"]) if act is not None else None
    if act is not None and done is not None:
        question = f"When was {act['of']} {done}?"
    elif find_ordinals(written):
        question = f"When was {written} held?"
    else:
        return None
    draft = ask(question)
    if draft is None or draft.status is not Status.ANSWERED:
        return None
    dates = {found.range for claim in draft.claims for found in find_dates(claim.text)}
    quotes = tuple(quote for claim in draft.claims for quote in claim.quotes)
    return (next(iter(dates)), quotes) if len(dates) == 1 and quotes else None
