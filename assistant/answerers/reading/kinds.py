"""Of what kinds the names of a unit are: parties, organisations, persons, languages."""

from __future__ import annotations

from functools import lru_cache

import pycountry

from assistant.answerers.reading.units import Unit
from corpus.names.parties import find_parties
from corpus.names.people import find_people
from corpus.records.types import PartyKind

LISTED = "listed"  # things of any kind, each an item of a list that the unit leads in


def names_kind(unit: Unit, kind: str) -> bool:
    """Whether a unit names something of a kind of `synonyms.toml`, or leads in a list where LISTED is asked for."""
    if kind == LISTED:
        return len(unit.items) > 1
    if kind == "person":
        return _person(unit.text)
    if kind == "language":
        return any(unit.text[word.start : word.end] in _languages() for word in unit.words)
    if not any(key.startswith("@p=") for key in unit.stems):
        return False
    if kind == "party":
        return True
    return any(one.party.kind is not PartyKind.STATE for one in find_parties(unit.text))


@lru_cache(maxsize=16384)
def _person(text: str) -> bool:
    return bool(find_people(text))


@lru_cache(maxsize=1)
def _languages() -> frozenset[str]:
    """Return the names of the languages that have a two-letter code (ISO 639-1)."""
    return frozenset(
        str(language.name).split(" (")[0].split(";")[0]
        for language in pycountry.languages
        if getattr(language, "alpha_2", None)
    )
