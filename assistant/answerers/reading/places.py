"""Places in a unit: cities and countries, venues, and where a document can be found."""

from __future__ import annotations

import re
from functools import lru_cache

import pycountry

from assistant.answerers.reading.found import Case, Found
from assistant.answerers.reading.rows import rendered
from assistant.answerers.reading.terms import rarity, word_stem
from assistant.answerers.reading.trimming import nearest, pronoun_spans, same_clause, trimmed
from corpus.names.date_grammar import MONTHS
from corpus.names.numbers import find_ordinals
from corpus.names.parties import resolve
from corpus.records.types import PartyKind

_NAME = (
    r"[A-ZÀ-ÝŞ][\w’'-]+(?:\s+(?:of\s+|de\s+|es\s+|el\s+)?[A-ZÀ-ÝŞ][\w’'-]+)*"
    r"(?:,\s+[A-ZÀ-ÝŞ][\w’'-]+(?: [A-ZÀ-Ý][\w’'-]+)*)?"
)
_AFTER = re.compile(
    rf"\b(?P<word>[Ii]n|[Aa]t|[Nn]ear|[Tt]o|[Ff]rom|[Hh]osted by)\s+(?:the\s+)?(?P<name>{_NAME})"
)
_LABEL = re.compile(
    r"(?:^|[-–—,.;*]\s*)(?P<label>(?:date and )?(?:venue|place|location|offices?|seat|where|host city"
    r"|city|meeting place)\b[^:\n]{0,20}):\**\s*(?P<name>[^;\n]{3,90})",
    re.IGNORECASE,
)
_WEB = re.compile(
    r"\b(?:on|at|from|via) (?:the|its|our) (?:[\w’'-]+ ){0,5}(?:website|web site|web page|page|portal"
    r"|homepage)\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\bwhere\b.*\b(?:be found|be read|be seen|published|available|downloaded?|posted|obtained)\b",
    re.IGNORECASE,
)
_WEB_ASKED = re.compile(
    r"\b(?:publish|find|found|available|post(?:ed)?|download|online|put|kept|stored?|see|read|obtain|get)",
    re.IGNORECASE,
)
_TITLE_LINE = re.compile(
    rf"(?:^|[,–—-]\s*)(?P<name>{_NAME}),?\s*(?:[–—,-]\s*)?(?=\d{{1,2}}\b|(?:{'|'.join(MONTHS)})\b|$)"
)
_MOVED = re.compile(
    r"\b(?:moved|transferred|shifted|adjourned|relocated|switched|went over)\s+$", re.IGNORECASE
)
_VENUE_LINE = re.compile(
    r"(?:^|,\s*)(?P<name>(?:[A-ZÀ-Ý][\w’'-]+ ){1,5}(?:Hotel|Centre|Center|Hall|House|Palace|Building"
    r"|Headquarters|Institute|Resort|Plaza|University|Fale|Campus|Auditorium|Library|Museum)\b)"
)
_VENUE = re.compile(
    r"\b(?:at|in|moved to|transferred to) (?:the )?(?P<name>(?:[A-ZÀ-Ý][\w’'-]+ ){0,4}(?:Hotel|Centre|Center|Hall|Airport|House"
    r"|Palace|Building|Headquarters|Institute|Resort|Room|Plaza|University)\b(?: (?:of (?:the )?)?[A-ZÀ-Ý][\w’'-]+)*)"
)


def place_in(case: Case) -> Found | None:
    """Find the place that answers 'where'."""
    unit, asked = case.unit, case.asked
    if unit.row is not None:
        for number, name in enumerate(unit.table.header if unit.table else ()):
            if (
                re.search(r"\b(?:place|venue|city|location|where|host)\b", name, re.IGNORECASE)
                and number < len(unit.row.cells)
                and unit.row.cells[number].text
            ):
                return Found([case.claim(rendered(unit, [number]))], 1.0, "place in row")
    spots = [spot for spot in _spots(case) if not _asked(case, spot)]
    if not spots:
        return None
    venue = bool(re.search(r"\b(?:venue|hotel|building|hall)\b", asked.text, re.IGNORECASE))
    fits = {(start, end): fit * same_clause(case, (start, end)) for start, end, fit in spots}
    fit = max(fits.values())
    spot = nearest(case, [spot for spot, value in fits.items() if value == fit])
    if not case.cover.inside and not unit.pronoun and not _LABEL.search(unit.text) and len(unit.words) > 14:
        fit *= 0.5  # the sentence has nothing of the question: its place is of something else
    if venue and not (
        _VENUE.search(unit.text)
        or _VENUE_LINE.search(unit.text)
        or re.search(r"\bvenue", unit.text, re.IGNORECASE)
    ):
        return None
    return Found([case.claim(trimmed(case, spot), *pronoun_spans(case))], fit, "place")


def _spots(case: Case) -> list[tuple[int, int, float]]:
    text, asked = case.unit.text, case.asked.text
    if _PUBLISHED.search(asked):  # a paper is found on a page, not in the city where it was adopted
        return [(match.start(), match.end(), 1.0) for match in _WEB.finditer(text)]
    town = bool(re.search(r"\b(?:city|town|village)\b", asked, re.IGNORECASE))
    town_wanted = "country" not in asked.lower()  # then a country alone says less than a town
    spots: list[tuple[int, int, float]] = []
    if not town and _WEB_ASKED.search(asked):
        spots += [(match.start(), match.end(), 1.0) for match in _WEB.finditer(text)]
    spots += [(*match.span("name"), 1.0) for match in _LABEL.finditer(text)]
    spots += [(*match.span("name"), 1.0) for match in _VENUE.finditer(text) if not town]
    if not town and len(text.split()) <= 16:
        spots += [(*match.span("name"), 1.0) for match in _VENUE_LINE.finditer(text)]
    for match in _AFTER.finditer(text):
        if is_place(match["name"]):
            there = match["word"].lower() in ("in", "at", "near") or _MOVED.search(text[: match.start()])
            fit = 1.0 if there else 0.6
            spots.append(
                (*match.span("name"), fit * (0.8 if town_wanted and resolve(match["name"]) else 1.0))
            )
    if len(text.split()) <= 16 or re.match(r"[^:]{2,40}:", text):
        spots += [
            (*match.span("name"), 0.95) for match in _TITLE_LINE.finditer(text) if is_place(match["name"])
        ]
        label = re.match(r"[^:]{2,40}:\s*(?P<name>" + _NAME + ")", text)
        if label and is_place(label["name"]):
            spots.append((*label.span("name"), 0.9))
    return spots


def _asked(case: Case, spot: tuple[int, int, float]) -> bool:
    known = {word_stem(word) for word in re.findall(r"\w+", case.asked.text)}
    return {word_stem(word) for word in re.findall(r"\w+", case.unit.text[spot[0] : spot[1]])} <= known


@lru_cache(maxsize=8192)
def is_place(name: str) -> bool:
    """Whether capitalised words can name a place: no month, no known body, not made of common words."""
    first = name.split(",")[0].strip()
    words = re.findall(r"[\w’'-]+", first)
    if (
        not words
        or words[0] in MONTHS
        or find_ordinals(words[0])
        or any(re.match(r"[A-Z]{2}", word) for word in words)
    ):
        return False
    party = resolve(first)
    if party is not None:
        return party.kind is PartyKind.STATE
    if first.lower() in _gazetteer() or any(
        word.lower() in _gazetteer() and len(words) == 1 for word in words
    ):
        return True
    country = resolve(name.split(",")[-1].strip()) if "," in name else None
    if country is not None and country.kind is PartyKind.STATE:
        return True
    rare = [rarity(word.lower()) for word in words]
    return min(rare) >= 0.6 and max(rare) >= (1.0 if len(words) > 1 else 0.75)


@lru_cache(maxsize=1)
def _gazetteer() -> frozenset[str]:
    return frozenset(str(one.name).lower() for one in pycountry.subdivisions)
