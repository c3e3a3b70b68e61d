"""Activities of a plan beside each other: which costs the most, which are due or begin in a year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answerers.draft import Claim, Draft, Quote
from assistant.answerers.records.plan_scope import cued, take_dates, take_title, wording
from assistant.answerers.records.wording import answered, quotes
from assistant.library import Library
from assistant.question.lexicon import phrases
from assistant.question.words import Words
from corpus.document import DateRange
from corpus.names.dates import find_dates
from corpus.records.types import PlanItem

_AMOUNT = re.compile(
    r"(?P<figure>\d{1,3}(?:[, ]\d{3})+|\d+(?:\.\d+)?)\s*(?P<scale>thousand|million|billion|mn|bn|m|k)?\b",
    re.IGNORECASE,
)
_SCALE = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_OPEN = re.compile(
    r"\b(?:from|since|starting|beginning|as\s+of|every|each|monthly|yearly|annual\w*|rounds?|first)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\b(?:every|each|rounds?|times)\b", re.IGNORECASE)


def ranked(words: Words, items: list[PlanItem], library: Library) -> Draft | None:
    """Return which activity of the one plan in question costs most or least, or which fall into a year."""
    activities = [item for item in items if item.level == "activity"]
    if not activities:
        return None
    one = len({item.document for item in activities}) == 1
    return (_by_cost(words, activities, library) if one else None) or _in_year(words, activities, library)


def _asks_only(words: Words, cues: set[int], items: Sequence[PlanItem], library: Library) -> bool:
    marked = words.copy()
    marked.explained |= cues
    marked.take(phrases("plan"))
    marked.take(phrases("plan", "activity"))
    marked.take(tuple(wording()["ranked"]["around"]))
    take_dates(marked)
    take_title(marked, items, library)
    return not marked.left()


def _by_cost(words: Words, items: Sequence[PlanItem], library: Library) -> Draft | None:
    most, least = cued(words, wording()["ranked"]["most"]), cued(words, wording()["ranked"]["least"])
    cues = most or least
    if not cues or bool(most) == bool(least) or not _asks_only(words, cues, items, library):
        return None
    sums = [(item, _amount(item.budget)) for item in items if item.budget]
    values = [value for _, value in sums if value is not None]
    # a sum that cannot be read, or is missing for most, could be the one
    if len(values) < len(sums) or len(values) * 2 < len(items) or len(values) < 2:
        return None
    units = {re.sub(r"[\d.,\s]+", "", item.budget or "") for item, _ in sums}
    if len(units) != 1:
        return None
    best = max(values) if most else min(values)
    chosen = [item for item, value in sums if value == best]
    names = " and ".join(_name(item) for item in chosen)
    verb = "cost" if len(chosen) > 1 else "costs"
    degree = "most" if most else "least"
    text = (
        f"{names} {verb} the {degree}: {chosen[0].budget} (compared over the {len(sums)} sums of the plan)."
    )
    proof = [Quote(document=item.document, span=span) for item in chosen for span in item.evidence]
    rest = quotes([item for item, _ in sums if item not in chosen])
    return answered(Claim(text=text, quotes=tuple(dict.fromkeys((*proof, *rest)))[:12]))


def _amount(written: str | None) -> float | None:
    found = list(_AMOUNT.finditer(written or ""))
    if len(found) != 1:
        return None
    figure = float(re.sub(r"[, ]", "", found[0]["figure"]))
    return figure * _SCALE.get((found[0]["scale"] or "").lower(), 1)


def _in_year(words: Words, items: Sequence[PlanItem], library: Library) -> Draft | None:
    ends, starts = cued(words, wording()["ranked"]["ends"]), cued(words, wording()["ranked"]["starts"])
    cues = ends or starts
    dates = find_dates(words.text)
    if not cues or bool(ends) == bool(starts) or len(dates) != 1:
        return None
    if not re.match(r"\s*(?:which|what|name|list|how\s+many)\b", words.text, re.IGNORECASE):
        return None
    if not _asks_only(words, cues, items, library):
        return None
    asked = dates[0].range
    chosen = [
        item
        for item in items
        if (edge := _edge(item, end=bool(ends))) is not None
        and asked.start <= (edge.end if ends else edge.start) <= asked.end
    ]
    if len({item.document for item in chosen}) != 1:
        return None
    noun = "activity" if len(chosen) == 1 else "activities"
    names = "; ".join(f"{_name(item)} – {item.timeline}" for item in chosen)
    when = words.text[dates[0].start : dates[0].end]
    verb = ("is due" if ends else "begins") if len(chosen) == 1 else ("are due" if ends else "begin")
    text = f"{len(chosen)} {noun} of the plan {verb} in {when}: {names}."
    return answered(Claim(text=text, quotes=quotes(chosen)))


def _edge(item: PlanItem, *, end: bool) -> DateRange | None:
    """The time at which an activity ends or begins, where its timeline says so and it is done once."""
    own = (item.end if end else item.start) or item.timeline or ""
    dates = find_dates(own)
    if not dates or _AFTER.search(own):
        return None
    if end:
        if len(dates) == 1 and _OPEN.search(own[: dates[0].start]):
            return dates[0].range if re.search(r"\d{4}\s*[–-]\s*\d", own) else None
        return dates[-1].range
    opens = len(dates) > 1 or _OPEN.search(own[: dates[0].start]) or item.start
    return dates[0].range if opens else None


def _name(item: PlanItem) -> str:
    return f"{item.number} {item.text}" if item.number and item.number not in item.text else item.text
