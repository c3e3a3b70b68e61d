"""How far a piece of a document covers what a question says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from assistant.answerers.reading.asking import Term
from assistant.answerers.reading.kinds import names_kind
from assistant.answerers.reading.terms import tokens, word_at, word_list
from assistant.answerers.reading.units import Reading, Unit
from corpus.document import BlockKind, DateRange, Precision
from corpus.names.dates import find_dates
from corpus.names.numbers import FoundNumber, find_ordinals

# How much a word counts by where it stands.
_INSIDE, _ALIKE, _LEAD, _HEADING, _BEFORE_PRONOUN, _BEFORE, _TITLE = 1.0, 0.92, 0.9, 0.8, 0.88, 0.5, 0.5
_LEANT = 0.8  # share of a word that counts as a unit's own where the unit leans on the sentence that bears it
_FILLED = 0.85  # a noun that names of its kind stand for
# What somebody does is not said by the title ('Statement of the Chair' does not say who chaired).
ACTS = frozenset(
    (
        "@chair",
        "@vicechair",
        "@open",
        "@close",
        "@lead",
        "@host",
        "@represent",
        "@attend",
        "@moderate",
        "@approve",
        "@setup",
        "@elect",
    )
)
_SCOPE_HEADING, _SCOPE_TITLE = 0.95, 0.92


@dataclass(slots=True)
class Cover:
    """How a unit covers the question: 0 … 1, the terms it lacks, and where in the unit the others stand."""

    score: float
    missing: list[Term] = field(default_factory=list)
    inside: list[int] = field(default_factory=list)  # word numbers in the unit
    occasion: list[int] = field(default_factory=list)  # word numbers of the meeting asked about
    own: float = 0.0  # weight share that the unit itself bears of what the title does not
    total: float = 1.0  # weight of all terms
    noun: float = 0.0  # how well the noun asked for is matched, 0 … 1


def cover(unit: Unit, terms: Sequence[Term], reading: Reading) -> Cover:
    """Say how well a unit covers the terms, together with what frames it and the title."""
    total = got = own = noun_total = noun_got = titled = 0.0
    result = Cover(0.0)
    for term in terms:
        if term.dates is not None:
            value, places = _dated(unit, term, reading)
        elif term.ordinal is not None:
            value, places = _occasion(unit, term, reading)
        else:
            value, places = _value(unit, term, reading)
        result.inside.extend(places)
        if term.ordinal is not None:
            result.occasion.extend(places)
        weight = term.weight * (0.5 if term.noun else 1.0)
        total += weight
        got += weight * value
        own += weight if places else _LEANT * weight if unit.pronoun and _before(unit, term) else 0.0
        titled += weight if not places and value >= _TITLE and _by_title(term, reading) else 0.0
        if term.noun and value < _FILLED and any(names_kind(unit, kind) for kind in term.kinds):
            value = _FILLED
        if term.noun:
            noun_total += term.weight
            noun_got += term.weight * value
        if value < 0.3:
            result.missing.append(term)
    result.score = got / total if total else 0.0
    result.own = own / max(total - titled, 0.2) if total else 0.0
    result.own = min(1.0, result.own)
    result.total = total or 1.0
    result.noun = noun_got / noun_total if noun_total else 0.0
    return result


def _before(unit: Unit, term: Term) -> bool:
    return any(key in unit.before for key in (term.stem, *term.also))


def _by_title(term: Term, reading: Reading) -> bool:
    if term.dates is not None or term.ordinal is not None:
        return True
    return any(key in reading.title for key in (term.stem, *term.also)) or bool(
        term.parts and all(part in reading.title for part in term.parts)
    )


def _value(unit: Unit, term: Term, reading: Reading) -> tuple[float, list[int]]:
    if term.stem in unit.stems:
        return _INSIDE, unit.stems[term.stem]
    for name in term.also:
        if name in unit.stems:
            return _ALIKE, unit.stems[name]
    if term.parts and all(part in unit.stems for part in term.parts):
        return _ALIKE * 0.95, unit.stems[term.parts[0]]
    keys = (term.stem, *term.also)
    best = 0.0
    if term.parts and all(part in reading.title for part in term.parts):
        best = _SCOPE_TITLE if term.scope else _TITLE + 0.3
    if any(key in unit.lead for key in keys):
        best = _LEAD
    if any(key in unit.heading for key in keys):
        best = max(best, _SCOPE_HEADING if term.scope else _HEADING)
    if any(key in unit.before for key in keys):
        best = max(best, _BEFORE_PRONOUN if unit.pronoun else _BEFORE)
    labelled = (
        not term.located
        and unit.kind in (BlockKind.ROW, BlockKind.ITEM)
        and any(key in reading.labels for key in keys)
    )
    acting = not term.scope and any(name in ACTS for name in term.also)
    if any(key in reading.title for key in keys) and not labelled and not acting:
        best = max(best, _SCOPE_TITLE if term.scope else _TITLE)
    return best, []


def _dated(unit: Unit, term: Term, reading: Reading) -> tuple[float, list[int]]:
    """Match a date of the question: in the unit, its headings or lead-in, or as the date of the document."""
    assert term.dates is not None
    document = reading.document
    about = document.metadata.dates
    year = about.start.year if about is not None and about.start.year == about.end.year else None
    found = find_dates(unit.text, year)
    best = max((_overlap(one.range, term.dates) for one in found), default=0.0)
    if best > 0.5:
        return best, [
            word_at(unit.words, one.start) for one in found if _overlap(one.range, term.dates) == best
        ]
    if unit.stems.keys() & {str(term.dates.start.year)} and term.dates.precision is Precision.YEAR:
        return _INSIDE, unit.stems[str(term.dates.start.year)]
    frames = [unit.heading_span, unit.lead_span, unit.before_span if unit.pronoun else None]
    for span in frames:
        if span is not None:
            for one in find_dates(document.text[span.start : span.end], year):
                best = max(best, _SCOPE_HEADING * _overlap(one.range, term.dates))
    if unit.table is not None:
        for one in find_dates(" . ".join(unit.table.header), year):
            best = max(best, _SCOPE_HEADING * _overlap(one.range, term.dates))
    for one in find_dates(reading.opening):
        best = max(best, _SCOPE_TITLE * _overlap(one.range, term.dates))
    if about is not None:
        best = max(best, _SCOPE_TITLE * _overlap(about, term.dates))
    return best, []


def _overlap(one: DateRange, other: DateRange) -> float:
    """1 where one date lies within the other, less where the found one is much wider, 0 where they part."""
    if one.end < other.start or other.end < one.start:
        return 0.0
    if (one.end - one.start).days > 3 * (
        other.end - other.start
    ).days + 40 and one.precision is not Precision.YEAR:
        return 0.2
    if one.precision is Precision.YEAR and other.precision is not Precision.YEAR:
        return 0.5 if one.start.year == one.end.year else 0.25
    if one.precision is Precision.YEAR and one.start.year != one.end.year:
        return 1.0 if one == other else 0.4
    return 1.0


def _occasion(unit: Unit, term: Term, reading: Reading) -> tuple[float, list[int]]:
    """Match 'Third Meeting': in the unit, in what frames it, or by the number of the document's meeting."""
    document = reading.document
    places = occasion_places(unit.text, term)
    if unit.row is not None and _numbered_row(unit, term, reading):
        return _INSIDE, [0]
    if places is not None:
        return _INSIDE, [word_at(unit.words, place) for place in places]
    headings = (
        " . ".join(document.sections[unit.section].path) if unit.section < len(document.sections) else ""
    )
    lead = document.text[unit.lead_span.start : unit.lead_span.end] if unit.lead_span else ""
    if occasion_places(lead, term) is not None or occasion_places(headings, term) is not None:
        return _SCOPE_HEADING, []
    if occasion_places(reading.opening, term) is not None or (
        document.metadata.number == term.ordinal and term.stem in reading.title
    ):
        # another meeting that the unit names itself is the one that the unit is about
        other = any(
            found.value != term.ordinal and _names_occasion(unit.text, found.end, term.stem)
            for found in _ordinals(unit.text)
        )
        return (0.4 if other else _SCOPE_TITLE), []
    if unit.pronoun and unit.before_span is not None:
        before = document.text[unit.before_span.start : unit.before_span.end]
        if occasion_places(before, term) is not None:
            return _BEFORE, []
    return 0.0, []


def _numbered_row(unit: Unit, term: Term, reading: Reading) -> bool:
    """Whether a row of a table of sessions is the one of the number asked for."""
    if unit.row is None or not unit.row.cells or unit.table is None:
        return False
    first = unit.row.cells[0].text.strip().rstrip(".")
    ordinal = _ordinals(first)
    number = (
        int(first) if first.isdigit() else ordinal[0].value if len(ordinal) == 1 and len(first) < 30 else None
    )
    if number != term.ordinal:
        return False
    return any(term.stem in place for place in (unit.lead, unit.heading, reading.title))


@lru_cache(maxsize=16384)
def _ordinals(text: str) -> tuple[FoundNumber, ...]:
    return tuple(find_ordinals(text))


def occasion_places(text: str, term: Term) -> list[int] | None:
    """Return where a text names the occasion of a term, or None."""
    places = [
        found.start
        for found in _ordinals(text)
        if found.value == term.ordinal and _names_occasion(text, found.end, term.stem)
    ]
    return places or None


def _names_occasion(text: str, end: int, stem: str) -> bool:
    following = tokens(text[end : end + 70])[:6]
    for token in following:
        if token.stem == stem:
            return True
        if token.stem in word_list("occasions") and stem in word_list("occasions"):
            return False
    return False
