"""Parties: names, aliases, misspellings, and what a corpus defines itself."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from corpus.names.parties import PartyTable, find_parties, resolve, same_party
from corpus.names.party_table import known_aliases
from corpus.records.types import PartyKind


class Defined(NamedTuple):
    acronym: str
    expansion: str


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Vietnam", "Viet Nam"),
        ("Lao PDR", "Laos"),
        ("Turkey", "Türkiye"),
        ("Korea, Republic of", "South Korea"),
        ("the Republic of Korea", "Korea"),
        ("DPRK", "Democratic People's Republic of Korea"),
        ("UAE", "the United Arab Emirates"),
        ("Government of the Republic of Zambia", "Zambia"),
        ("Delegation of Kenya", "Kenyan"),
        ("East Timor", "Timor Leste"),
        ("Cote d’Ivoire", "Côte d'Ivoire"),
        ("Aussie", "Australia"),
        ("U.S.", "United States of America"),
        ("International Labor Organization", "ILO"),
        ("International Labour Organization (ILO)", "ILO"),
        ("Moldova (observer)", "Republic of Moldova"),
        ("Iran (Islamic Republic of)", "Iran, Islamic Republic of"),
        ("Trinidad & Tobago", "Trinidad and Tobago"),
        ("kiribatti", "Kiribati"),
        ("madagaskar", "Madagascar"),
        ("phillipines", "Philippines"),
    ],
)
def test_same(a: str, b: str) -> None:
    assert same_party(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Niger", "Nigeria"),
        ("Guinea", "Papua New Guinea"),
        ("Guinea", "Equatorial Guinea"),
        ("Congo", "Democratic Republic of the Congo"),
        ("Republic of Korea", "DPRK"),
        ("Austria", "Australia"),
        ("Dominica", "Dominican Republic"),
        ("Mali", "Malawi"),
        ("Samoa", "American Samoa"),
    ],
)
def test_different(a: str, b: str) -> None:
    assert not same_party(a, b)


@pytest.mark.parametrize("name", ["Nigera", "Freedonia", "us", "the members", "", "Chair"])
def test_no_party(name: str) -> None:
    assert resolve(name) is None


def test_every_known_form_resolves_to_a_party_of_its_name() -> None:
    for alias in known_aliases():
        assert resolve(alias.written) is not None, alias.written


def test_parties_stand_where_they_are_found() -> None:
    text = (
        "Trinidad and Tobago, Korea, Republic of, Papua New Guinea, the U.S. and TIMOR-LESTE met the Kenyan "
        "delegation and the International Labour Organization [ILO]; it told us of the South China Sea."
    )
    found = [(text[f.start : f.end], f.party.name) for f in find_parties(text)]
    assert found == [
        ("Trinidad and Tobago", "Trinidad and Tobago"),
        ("Korea, Republic of", "Republic of Korea"),
        ("Papua New Guinea", "Papua New Guinea"),
        ("U.S.", "United States"),
        ("TIMOR-LESTE", "Timor-Leste"),
        ("Kenyan", "Kenya"),
        ("International Labour Organization", "International Labour Organization"),
        ("ILO", "International Labour Organization"),
    ]


def test_a_corpus_defines_its_own_parties() -> None:
    table = PartyTable.of(
        [Defined("HRG", "Harbour Rangers Guild Network"), Defined("IMO", "International Moorings Office")]
    )
    party = table.resolve("HRG")
    assert party is not None
    assert party.kind is PartyKind.CIVIL_SOCIETY
    assert party == table.resolve("the Harbour Rangers Guild Network")
    assert table.party("IMO").name == "International Moorings Office"  # the corpus's meaning wins
    assert resolve("HRG") is None


def test_a_listed_name_that_is_not_known_is_a_party_of_its_own() -> None:
    table = PartyTable.of()
    party = table.party("the Lagoon Watch Alliance (LWA)")
    assert (party.name, party.acronym, party.kind) == (
        "Lagoon Watch Alliance",
        "LWA",
        PartyKind.CIVIL_SOCIETY,
    )
    assert table.party("Kontiki Shipping Ltd").kind is PartyKind.COMPANY
