"""Noise of scans is repaired; clean text is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.cleaning.broken_words import join_hyphenated, join_split_words
from corpus.cleaning.figures_in_words import letters_for_figures
from corpus.cleaning.ordinals import repair_ordinals
from corpus.cleaning.quotes import match_quotes
from corpus.cleaning.scan import ligatures, punctuation, repair, repair_blocks, spaces
from corpus.document import BlockKind
from corpus.raw import RawBlock


@pytest.mark.parametrize(
    ("noisy", "clean"),
    [
        ('the 10™" Annual Meeting', "the 10th Annual Meeting"),
        (
            'a 10" Anniversary Dialogue, 10" Annual Meeting',
            "a 10th Anniversary Dialogue, 10th Annual Meeting",
        ),
        ("the 10™ Meeting", "the 10th Meeting"),
        ("the 10t anniversary of the Group", "the 10th anniversary of the Group"),
        ('since the 2"4 Meeting', "since the 2nd Meeting"),
        ("its 3™ Meeting", "its 3rd Meeting"),
        ('8" November 2018', "8th November 2018"),
        ("the 21° Session", "the 21st Session"),
        ("on 22 nd November", "on 22nd November"),
        ("the 11” Meeting", "the 11th Meeting"),
    ],
)
def test_spoilt_ordinals_are_made_whole(noisy: str, clean: str) -> None:
    assert repair_ordinals(noisy) == clean


@pytest.mark.parametrize(
    "text",
    [
        'a screen of 12" and a pipe of 3"',
        'a 10" Steel pipe',
        'the "Agenda 21" Forum was held',
        "the “Agenda 21” Forum was held",
        "A21 Meeting, D5/1 Decision, version 2.3 Annual",
        "the 10th Annual Meeting",
        "5° Celsius at noon in 2019",
        "between 4 and 6 November 2018",
    ],
)
def test_what_only_looks_like_an_ordinal_stays(text: str) -> None:
    assert repair_ordinals(text) == text


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Ivato Inter- national Airport", "Ivato International Airport"),
        ("a regional in- telligence register", "a regional intelligence register"),
        ("will be circu- lated soon", "will be circulated soon"),
        ("long- term plans", "long-term plans"),
        ("pre- and post-departure", "pre- and post-departure"),
        ("in- or outbound", "in- or outbound"),
    ],
)
def test_words_broken_at_a_line_end_are_joined(broken: str, whole: str) -> None:
    assert join_hyphenated(broken) == whole


@pytest.mark.parametrize(
    ("split", "whole"),
    [
        ("civil society organ isations", "civil society organisations"),
        ("the weight of a consign ment", "the weight of a consignment"),
        ("the imple mentation of it", "the implementation of it"),
    ],
)
def test_words_split_by_a_false_space_are_joined(split: str, whole: str) -> None:
    assert join_split_words(split) == whole


@pytest.mark.parametrize(
    "text",
    [
        "in to on at as well as for the members to be in formal session",
        "the work plan of an other body may be taken up on line or in person",
        "Mali and Togo met in Accra with Kofi and Abena for the under signed",
        "no one can not attend any more, some times every body may be there",
        "the Task force and the co chairs went over all of the draft text",
    ],
)
def test_neighbouring_words_are_not_joined(text: str) -> None:
    assert join_split_words(text) == text


def test_figures_inside_words_are_letters() -> None:
    assert letters_for_figures("The guide wi1l show how pango1ins are he1d") == (
        "The guide will show how pangolins are held"
    )


@pytest.mark.parametrize(
    "text", ["A21 and H1N1", "COVID19", "b1tc01n.example", "a1b@mail.example", "No1 and 1st"]
)
def test_names_with_figures_stay(text: str) -> None:
    assert letters_for_figures(text) == text


@pytest.mark.parametrize(
    ("noisy", "clean"),
    [
        ("(the ‘Working Group”)", "(the ‘Working Group’)"),
        (
            "the ‘professionalisation” and ‘normalisation’ of it",
            "the ‘professionalisation’ and ‘normalisation’ of it",
        ),
        ('‘when the calendars allow it".', "‘when the calendars allow it’."),
    ],
)
def test_quotations_close_as_they_opened(noisy: str, clean: str) -> None:
    assert match_quotes(noisy) == clean


@pytest.mark.parametrize(
    "text",
    [
        "the members’ “common” plan",
        "“the members’ plan”",
        "‘one’ and “two”",
        "O’Neill said “no”",
        'the "plain" sort',
    ],
)
def test_matching_quotations_stay(text: str) -> None:
    assert match_quotes(text) == text


def test_characters_of_typesetting_become_plain_ones() -> None:
    assert ligatures("ﬁnal oﬃce") == "final office"
    assert spaces("a\u00a0b  c\u2009d") == "a b c d"
    assert punctuation("Kenya , Malawi ( Chair ) .") == "Kenya, Malawi (Chair)."


CLEAN = [
    "From 4 to 6 June 2024, the Working Group (WG-SLM) met in Ulaanbaatar, Mongolia; 2,340 workers took "
    "part.",
    "Decision D5/1: A21 and GI-TOC will report by 30 November 2021 (see SAD/WG-SLM/5/Min, para. 4.2).",
    "Write to secretariat@process.example or see https://process.example/a-b/c_d.html?x=1.",
    "Mr O'Brien's co-chair, Ms Seo Min-jae, said: “We’re on track – 62 per cent is not 100.”",
    "The pre- and post-departure sessions ran from 09:30 to 13:10; item 7 was taken before item 6.",
]


@pytest.mark.parametrize("text", CLEAN)
def test_clean_text_comes_back_as_it_is(text: str) -> None:
    assert repair(text) == text


@given(st.text(alphabet=st.sampled_from(list("abeilnorst10 -'\"‘’“”™.,;:()\n")), max_size=60))
def test_repair_is_idempotent_on_noise(text: str) -> None:
    once = repair(text)
    assert repair(once) == once


@given(st.lists(st.sampled_from([word for line in CLEAN for word in line.split()]), max_size=25))
def test_repair_loses_no_letter_or_figure_of_clean_words(words: list[str]) -> None:
    text = " ".join(words)
    assert [c for c in repair(text) if c.isalnum()] == [c for c in text if c.isalnum()]


def test_page_breaks_keep_their_place_when_text_before_them_is_repaired() -> None:
    text = 'Before the 10™" Meeting the organ isations met and here the second page begins.'
    block = RawBlock(BlockKind.PARAGRAPH, text, breaks=((text.index("here"), 2),))
    (repaired,) = repair_blocks([block])
    assert repaired.text[repaired.breaks[0][0] :].startswith("here the second page")
