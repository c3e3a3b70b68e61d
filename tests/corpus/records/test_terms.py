"""Terms: acronyms and short names with the expansions that a paper gives them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.records.acronyms import expansion_before, is_acronym
from corpus.records.terms import read_terms

from .reading_papers import context, paper, quote, written


def terms(text: str) -> dict[str, str]:
    document = written(text)
    return {term.acronym: term.expansion for term in read_terms(document, context(document))}


@pytest.mark.parametrize(
    ("text", "acronym", "expansion"),
    [
        ("The Reef Recovery Network (RRN) met.", "RRN", "Reef Recovery Network"),
        ("with the North Sea Office on Dredging [NSOD] and", "NSOD", "North Sea Office on Dredging"),
        ("the marine protected area (MPA) was enlarged", "MPA", "marine protected area"),
        ("the Taskforce on Harbours and Piers (TFHP) met", "TFHP", "Taskforce on Harbours and Piers"),
        ("the Expert Panel on Ice and Icing (EP-II) met", "EP-II", "Expert Panel on Ice and Icing"),
        ("during the Joint Season of Patrols (JSoP) in May", "JSoP", "Joint Season of Patrols"),
        ("LNHA (Lake Nara Harbour Authority) reported", "LNHA", "Lake Nara Harbour Authority"),
        ("illegal, unreported and unregulated (IUU) fishing", "IUU", "illegal, unreported and unregulated"),
        (
            "Chad and the World League of Herders and Nomads (WLHN) spoke",
            "WLHN",
            "World League of Herders and Nomads",
        ),
        (
            "the Federal Office of Police and Customs (BAKPZ) sent",
            "BAKPZ",
            "Federal Office of Police and Customs",
        ),
        (
            "The Working Group on Salt Roads (the ‘Working Group”) met.",
            "Working Group",
            "Working Group on Salt Roads",
        ),
        (
            'The Cedar Forum on Relief (hereinafter "the Forum") met.',
            "Forum",
            "Cedar Forum on Relief",
        ),
        ("The Dune Process Council on Wells (Council) met.", "Council", "Dune Process Council on Wells"),
    ],
)
def test_a_bracket_defines_a_term(text, acronym, expansion):
    assert terms(text) == {acronym: expansion}


@pytest.mark.parametrize(
    "text",
    [
        "Ms Ona Vell (Chair) spoke.",
        "Kenya (observer), Fiji (by video link) and Samoa (2) came.",
        "The report (see Annex IV) was noted.",
        "Mr Abel Roka (ILO) reported.",
        "The Ministry of Labour (Astana) sent a letter.",
        "It met in Riga (Latvia) (the third time).",
    ],
)
def test_other_brackets_define_nothing(text):
    assert terms(text) == {}


def test_lists_of_abbreviations_in_lines_prose_and_tables():
    assert terms("## Abbreviations\n\nRPU: Reef Patrol Unit, Suva. WFO: World Fish Office.") == {
        "RPU": "Reef Patrol Unit",
        "WFO": "World Fish Office",
    }
    assert terms("## Acronyms\n\n- RPU – Reef Patrol Unit\n- Bureau of Ports: BOP\n") == {
        "RPU": "Reef Patrol Unit",
        "BOP": "Bureau of Ports",
    }
    assert terms(
        "| Short form | Meaning |\n|---|---|\n| RPU | Reef Patrol Unit |\n| KLM | Coastal Guard |\n"
    ) == {
        "RPU": "Reef Patrol Unit",
        "KLM": "Coastal Guard",
    }


def test_the_evidence_holds_both_sides():
    document = paper("cedar-outcome.md")
    for term in read_terms(document, context(document)):
        assert term.acronym in quote(document, term)
        assert term.expansion in " ".join(quote(document, term).split())


@given(st.text(alphabet="ABCabc ofthe-&.", min_size=0, max_size=60), st.text(alphabet="ABCDof-", max_size=8))
def test_an_expansion_ends_the_text_and_begins_with_a_letter_of_the_acronym(before, acronym):
    if not is_acronym(acronym):
        return
    found = expansion_before(acronym, before, loose=False)
    if found is not None:
        assert before[found.end :].strip(" .-&") == ""
        assert found.text[0].lower() == acronym[0].lower()
