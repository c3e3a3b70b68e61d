"""The table of known parties: states with their names and demonyms, and the usual organisations.

The data stand in `states.csv` and `organisations.csv` beside this module, for users to extend; states that
`states.csv` lacks come from pycountry.
"""

from __future__ import annotations

import csv
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import pycountry

from corpus.records.types import PartyKind


@dataclass(frozen=True, slots=True)
class Party:
    """A state, organisation, company or body. `name` is canonical: equal names mean the same party."""

    name: str
    kind: PartyKind
    acronym: str | None = None
    demonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alias:
    """One written form of a party; `demonym` for 'Kenyan'."""

    written: str
    party: Party
    demonym: bool = False


_APOSTROPHES = re.compile(r"['’‘ʼ`´]")
_NOT_WORD = re.compile(r"[^\w,()&]+|_")


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """Fold a name for comparison: no case, no diacritics, no dots, hyphens, apostrophes; '&' is 'and'."""
    decomposed = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    plain = "".join(character for character in decomposed if not unicodedata.combining(character))
    plain = _APOSTROPHES.sub("", plain).casefold().replace("&", " and ")
    plain = re.sub(r"(?<=\b\w)\.(?=\w\b)|(?<=\b\w)\.", "", plain)
    return " ".join(re.sub(r"[^\w]+|_", " ", plain).split())


@lru_cache(maxsize=1)
def _kind_words() -> tuple[tuple[PartyKind, re.Pattern[str]], ...]:
    sections = tomllib.loads(files("corpus.names").joinpath("kinds.toml").read_text(encoding="utf-8"))
    return tuple(
        (PartyKind(kind), re.compile(rf"\b(?:{'|'.join(map(re.escape, section['words']))})\b"))
        for kind, section in sections.items()
    )


def guess_kind(name: str) -> PartyKind:
    """Guess what sort of party a name denotes that the table lacks, by the words in it."""
    if re.match(
        r"(?:United Nations|UN|World|International) .*(?:Organi[sz]ation|Fund|Programme|Bank|Office)\b", name
    ):
        return PartyKind.INTERNATIONAL_ORGANISATION
    for kind, pattern in _kind_words():
        if pattern.search(name):
            return kind
    return PartyKind.UNKNOWN


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files("corpus.names").joinpath(name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


def _split(field: str) -> list[str]:
    return [part.strip() for part in field.split(";") if part.strip()]


@lru_cache(maxsize=1)
def known_aliases() -> tuple[Alias, ...]:
    """All written forms in the data files and pycountry, the surest first."""
    aliases: list[Alias] = []
    codes = set()
    for row in _rows("states.csv"):
        codes.add(row["code"])
        demonyms = _split(row["demonyms"])
        party = Party(row["name"], PartyKind.STATE, None, tuple(demonyms))
        aliases.append(Alias(row["name"], party))
        aliases.extend(Alias(written, party) for written in _split(row["aliases"]))
        country = pycountry.countries.get(alpha_2=row["code"])
        if country is not None:
            aliases.extend(Alias(name, party) for name in _pycountry_names(country))
        aliases.extend(Alias(written, party, demonym=True) for written in demonyms)
    for country in pycountry.countries:
        if country.alpha_2 not in codes:
            party = Party(country.name.split(" (")[0], PartyKind.STATE)
            aliases.append(Alias(party.name, party))
            aliases.extend(Alias(name, party) for name in _pycountry_names(country))
    for row in _rows("organisations.csv"):
        acronym = row["acronym"].strip() or None
        party = Party(row["name"], PartyKind(row["kind"]), acronym)
        aliases.append(Alias(row["name"], party))
        if acronym:
            aliases.append(Alias(acronym, party))
        aliases.extend(Alias(written, party) for written in _split(row["aliases"]))
    return tuple(aliases)


def _pycountry_names(country: object) -> Iterator[str]:
    for attribute in ("name", "common_name", "official_name"):
        name = getattr(country, attribute, None)
        if name:
            yield str(name)
