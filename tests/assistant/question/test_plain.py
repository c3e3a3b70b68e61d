"""The same thing is asked politely, as an order, in pieces and in everyday words; one plain question stands for all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question.plain import plainly


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        (
            "Could you please confirm whether Chad had a delegation at the Third Meeting?",
            "Did Chad have a delegation at the Third Meeting?",
        ),
        (
            "I wish to establish whether Niger participated in the session in Lomé.",
            "Did Niger participate in the session in Lomé?",
        ),
        ("Can you tell me whether Togo was represented in Lomé?", "Was Togo represented in Lomé?"),
        ("Is it correct that Benin was represented in Lomé?", "Was Benin represented in Lomé?"),
        ("May I ask what the venue was for the Lomé meeting?", "what was the venue for the Lomé meeting?"),
        ("any idea when the Panel met in Lomé?", "when the Panel met in Lomé?"),
    ],
)
def test_courtesies_and_indirect_questions_become_direct_ones(asked: str, plain: str) -> None:
    assert plainly(asked) == plain


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("Kindly list the observers present in Lomé.", "Which observers attended Lomé?"),
        (
            "Please provide the names of the members attending the Lomé session.",
            "Which members attended the Lomé session?",
        ),
        (
            "I need the member states that came to the 3rd session",
            "Which member states came to the 3rd session?",
        ),
        ("Name the persons who chaired the Panel.", "Who chaired the Panel?"),
        (
            "Please give the number of Parties represented in Lomé.",
            "How many Parties were represented in Lomé?",
        ),
        ("Please provide the membership of the drafting cell.", "Who are the members of the drafting cell?"),
    ],
)
def test_an_order_becomes_the_question_it_wants_answered(asked: str, plain: str) -> None:
    assert plainly(asked) == plain


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("third meeting, lomé – who chaired?", "who chaired, third meeting, lomé?"),
        ("lomé sept 2021 which members came", "which members came, lomé Sept 2021?"),
        (
            "For the May 2020 session in Lomé, please list the observers.",
            "Which observers, For the May 2020 session in Lomé?",
        ),
        ("lomé meeting - anyone from togo?", "Was togo there, lomé meeting?"),
        ("lomé chair?", "Who was the chair in lomé?"),
        ("togo came to lomé?", "Was togo there to lomé?"),
        ("Togo – did it come to Lomé?", "did Togo come to Lomé?"),
    ],
)
def test_what_is_asked_comes_first(asked: str, plain: str) -> None:
    assert plainly(asked) == plain


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("who made it to the lomé session", "who attended at the lomé session"),
        ("who did Togo send to Lomé?", "who represented Togo at Lomé?"),
        ("Who attended the Lomé session on behalf of Togo?", "who represented Togo at the Lomé session?"),
        (
            "Which States were at meetings 2, 4 and 5?",
            "Which States were at the second, the fourth and the fifth meeting?",
        ),
        ("Who chaired sessions 2 to 4?", "Who chaired from the second to the fourth session?"),
        ("Did Togo's delegation come in 10/2019?", "Did Togo's delegation come in October 2019?"),
    ],
)
def test_everyday_wordings_become_the_plain_ones(asked: str, plain: str) -> None:
    assert plainly(asked) == plain


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        (
            "observers in the room at the lomé session",
            "Which observers were in the room at the lomé session?",
        ),
        ("lomé third session observers list", "Which observers attended lomé third session?"),
        ("total headcount lomé session", "How many people attended in all, lomé session?"),
        ("lomé session dates?", "When was lomé session?"),
        ("Togo at the Lomé session?", "Was Togo at the Lomé session?"),
        ("Togo at the third session - party or observer?", "In what capacity was Togo at the third session?"),
        ("any togo people in lomé for the third session", "Was togo there, in lomé for the third session?"),
        ("togo - lomé session - present?", "Was togo there, lomé session?"),
        (
            "When the Panel met in Lomé, which of its members came?",
            "which of its members came, When the Panel met in Lomé?",
        ),
        (
            "The study shown in Lomé was based on how many answers?",
            "The study shown in Lomé was based on how many answers?",
        ),
        ("benin joined the compact when?", "when did benin joined the compact?"),
    ],
)
def test_a_mere_name_stands_for_the_question_it_wants_answered(asked: str, plain: str) -> None:
    assert plainly(asked) == plain


@pytest.mark.parametrize(
    "asked",
    [
        "Which observers attended the Third Meeting in Lomé?",
        "Of Chad, Niger and Togo, which attended both meetings?",
        "Since the Bureau leads objective 3, how does it fund it?",
        "When was the course postponed, and to which dates?",
        "Between which four parties was the compact signed?",
        "What does TFX stand for?",
    ],
)
def test_a_plain_question_stays_as_it_is(asked: str) -> None:
    assert plainly(asked) == asked


@given(st.text(max_size=120))
def test_any_text_is_taken_and_nothing_becomes_empty(text: str) -> None:
    assert bool(plainly(text).strip(" ?.!,")) or not text.strip(" ?.!,")
