"""A question is also looked for under what the corpus calls the thing, and forgiven its spelling."""

from __future__ import annotations

import pytest

from index.expansion import Vocabulary, acronyms, correct, expand
from index.synonyms import synonyms
from index.words import stem

TEXT = """
The Pelican Group on Salt Marsh Restoration (PGSMR) met with the Coastal Data Office [CDO].
Uzbekistan and Kiribati attended as observers of the annual meeting; Mr Tevita Faleolo chaired.
The taskforce on dikes and the work stream on eels reported. Campaigns raise awareness.
"""


@pytest.fixture
def vocabulary() -> Vocabulary:
    found = Vocabulary()
    found.add(TEXT)
    return found


@pytest.mark.parametrize(
    ("text", "acronym", "expansion"),
    [
        ("the Global Reef Alliance (GRA) said", "GRA", "Global Reef Alliance"),
        ("the Fund for Orphaned Wells [FOW]", "FOW", "Fund for Orphaned Wells"),
        ("- BMC: Border Mediation Centre", "BMC", "Border Mediation Centre"),
        ("| RTA | Regional Tea Association |", "RTA", "Regional Tea Association"),
        ("a working group on tariffs (WG-T)", "WG-T", "working group on tariffs"),
    ],
)
def test_acronyms_are_read_where_a_text_defines_them(text: str, acronym: str, expansion: str) -> None:
    assert (acronym, expansion) in list(acronyms(text))


@pytest.mark.parametrize("text", ["in May (2024)", "Chile (CHAIR) spoke", "as agreed (see Annex)", "(IV)"])
def test_brackets_that_define_nothing_are_left(text: str) -> None:
    assert list(acronyms(text)) == []


def test_an_acronym_stands_for_its_words_and_the_other_way_round(vocabulary: Vocabulary) -> None:
    assert {"salt", "marsh"} <= set(expand("When did PGSMR meet?", vocabulary))
    assert "cdo" in expand("Who sent the Coastal Data Office?", vocabulary)


def test_what_was_asked_weighs_more_than_what_it_may_mean(vocabulary: Vocabulary) -> None:
    weights = expand("When did PGSMR meet?", vocabulary)
    assert weights["pgsmr"] == 1.0
    assert 0 < weights["marsh"] < 1


def test_compounds_are_found_written_apart_and_together(vocabulary: Vocabulary) -> None:
    assert stem("taskforce") in expand("the task force", vocabulary)
    assert {"work", "stream"} <= set(expand("the workstream", vocabulary))


def test_other_names_of_a_state_are_looked_for(vocabulary: Vocabulary) -> None:
    assert stem("Türkiye") in expand("Was Turkey there?", vocabulary)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("did kiribatti come", "kiribati"),
        ("who are the observrs", "observers"),
        ("Mr Faleollo", "faleolo"),
        ("the anual meeting", "annual"),
        ("usbekistan", "uzbekistan"),
    ],
)
def test_a_slip_of_the_pen_is_forgiven(written: str, meant: str, vocabulary: Vocabulary) -> None:
    assert meant in correct(written, vocabulary)


@pytest.mark.parametrize(
    "question",
    [
        "the birthday celebration",
        "Was Pakistan there?",
        "wich delegates",
        "IOM and UNODC",
        "marshes restored",
    ],
)
def test_words_that_are_right_are_left(question: str, vocabulary: Vocabulary) -> None:
    assert correct(question, vocabulary) == question


def test_synonyms_of_the_genre_go_both_ways() -> None:
    assert stem("endorsed") in synonyms("Which plan was adopted?")
    assert stem("adopted") in synonyms("Which plan did they sign off?")
    assert stem("sign") not in synonyms("Which plan did they sign off?")
