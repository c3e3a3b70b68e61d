"""Sentences: where they end, and above all where they do not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import sentences


def split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The meeting was chaired by Mr. Tomas Belik and Ms. A. J. Orlova of the Ministry.",
        "H.E. Mrs. Ona Vell, Minister of Fisheries, opened the meeting.",
        "Document No. 14 and paras. 3 to 5 of Art. 9 were noted.",
        "Some gear, e.g. Danish seines, i.e. encircling nets, was banned.",
        "The text of 10.10.2023 was approved at 9.30 a.m. on Tuesday.",
        "Delegates from St. Vesper and Mt. Orel Ltd. took part.",
        "The U.S. Coast Guard and the U.N. Office shared 3.5 million records.",
        "The meeting of 10. October 2023 was brief.",
        "Prof. Dr. K. L. Maro spoke.",
    ],
)
def test_abbreviations_initials_and_numbers_do_not_end_a_sentence(sentence):
    assert split(f"{sentence} The Chair closed the meeting.") == [sentence, "The Chair closed the meeting."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The answer was no. Members regretted it.", ["The answer was no.", "Members regretted it."]),
        ("It adjourned at 5 p.m. The Chair left.", ["It adjourned at 5 p.m.", "The Chair left."]),
        ("He said: “We agree.” Norland did not.", ["He said: “We agree.”", "Norland did not."]),
        ("Is it ready? Not yet! Wait.", ["Is it ready?", "Not yet!", "Wait."]),
        ("Observers came (three in all). They left.", ["Observers came (three in all).", "They left."]),
        ("This falls under Annex B. The rest stands.", ["This falls under Annex B.", "The rest stands."]),
        ("It met in 2019. In 2020 it did not.", ["It met in 2019.", "In 2020 it did not."]),
        ("Agreed with Coral Ltd. The firm paid.", ["Agreed with Coral Ltd.", "The firm paid."]),
    ],
)
def test_sentences_end_where_a_reader_stops(text, expected):
    assert split(text) == expected


def test_the_number_of_a_paragraph_stays_with_its_sentence():
    text = "12. The Chair thanked all. 4.2 It was agreed. AP 5/1. Send the list. (a) Noted."
    assert split(text) == [
        "12. The Chair thanked all.",
        "4.2 It was agreed.",
        "AP 5/1. Send the list.",
        "(a) Noted.",
    ]


def test_hard_line_breaks_do_not_end_a_sentence_but_items_rows_and_blank_lines_do():
    text = (
        "Decisions\n\nThe Working Group met in Port\nVesper and agreed:\n- to meet again;\n- to report.\n"
        "1. First point\n| A | B |\n| c. D | e |\nafter the table"
    )
    assert split(text) == [
        "Decisions",
        "The Working Group met in Port\nVesper and agreed:",
        "- to meet again;",
        "- to report.",
        "1. First point",
        "| A | B |",
        "| c. D | e |",
        "after the table",
    ]


def test_a_dash_that_begins_a_wrapped_line_is_not_a_bullet():
    assert split("It met on 18\n- 20 May 2021 in Aland.") == ["It met on 18\n- 20 May 2021 in Aland."]


def test_offsets_count_from_start():
    spans = sentences("One. Two.", start=100)
    assert [(span.start, span.end) for span in spans] == [(100, 104), (105, 109)]


@given(st.text(alphabet=st.sampled_from(list("Ab1 .!?\n-|(a)“”\f\tMr")), max_size=200))
def test_spans_are_in_order_and_hold_all_but_white_space(text):
    spans = sentences(text)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] != "" for s in spans)
    covered = "".join(text[s.start : s.end] for s in spans)
    assert "".join(covered.split()) == "".join(text.split())
