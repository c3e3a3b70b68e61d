"""What the reading route answers, and with which words of the documents."""

from __future__ import annotations

import pytest

from assistant.answer import Route, Status
from tests.assistant.reading.asking import ask, quoted, text
from tests.assistant.reading.papers import ALL, MINUTES, PLAN, STATEMENT

ANSWERED = [
    ("Who opened the Fourth Meeting of the Expert Group on Dangerous Cargo?", ["Ana Iturra"]),
    ("Who was Vice-Chair at the Valparaíso meeting?", ["Kofi Badu"]),
    ("What post did Pieter van Aalst hold?", ["Head of Port Security"]),
    ("When did Exercise Amber Light take place?", ["3 to 14 September 2018"]),
    ("How many persons registered in Valparaíso?", ["43"]),
    ("How many mislabelled containers were found in Exercise Amber Light?", ["61"]),
    ("How much money did Exercise Amber Light cost?", ["90,000 euros"]),
    ("Why was the next exercise put off?", ["had not been delivered"]),
    ("What does IMO stand for?", ["International Maritime Organization"]),
    ("In which city did the Expert Group on Dangerous Cargo meet in April 2019?", ["Valparaíso"]),
    ("Who leads the training of inspectors in the Work Plan 2020–2023?", ["Singapore"]),
    ("What is the indicator for the study on batteries?", ["Study published"]),
    ("By when is the final report on the Work Plan 2020–2023 due?", ["31 March 2024"]),
    ("On what date was the Work Plan 2020–2023 adopted?", ["12 February 2020"]),
    ("In which venue did the Tallinn meeting take place?", ["Hotel Aurora"]),
    ("Who represented Kenya at the Second Meeting in Tallinn?", ["Joseph Mutua"]),
    ("By when was Portugal to circulate the list of indicators?", ["30 September 2017"]),
    ("wich company came to valparaiso", ["Lodestar Lines"]),
]


@pytest.mark.parametrize(("question", "wanted"), ANSWERED)
def test_a_stated_fact_is_answered_with_the_sentence_that_states_it(question: str, wanted: list[str]) -> None:
    draft = ask(question, *ALL)

    assert draft.status is Status.ANSWERED, text(draft)
    assert draft.route is Route.READING
    for piece in wanted:
        assert piece in text(draft)
        assert any(piece in quote for quote in quoted(draft, *ALL))


@pytest.mark.parametrize(
    ("question", "items", "others"),
    [
        (
            "Which three obstacles were discussed in Valparaíso?",
            ["missing safety sheets", "labels that fade at sea", "trained inspectors"],
            ["common form"],
        ),
        (
            "Which members attended the Fourth Meeting in Valparaíso?",
            ["Chile", "Ghana", "Netherlands", "Singapore", "Viet Nam"],
            ["Iceland", "Peru", "Malta"],
        ),
        (
            "Which observers attended the Fourth Meeting in Valparaíso?",
            ["Iceland", "Peru"],
            ["Ghana", "Malta"],
        ),
        (
            "Which two risks were identified in the Work Plan 2020–2023?",
            ["ports change their software", "exchange of cargo data"],
            ["final report"],
        ),
        (
            "Which members sent apologies for the Tallinn meeting?",
            ["Canada", "Uruguay"],
            ["Kenya", "Estonia"],
        ),
    ],
)
def test_a_list_is_given_whole_and_alone(question: str, items: list[str], others: list[str]) -> None:
    draft = ask(question, *ALL)

    assert draft.status is Status.ANSWERED, text(draft)
    said = text(draft).casefold()
    assert all(item.casefold() in said for item in items)
    assert not any(other.casefold() in said for other in others)


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Did Singapore attend the Fourth Meeting in Valparaíso?", "Yes"),
        ("Did Malta attend the Fourth Meeting in Valparaíso?", "No"),
        ("Did Canada take part in the Tallinn meeting?", "No"),
    ],
)
def test_yes_and_no_come_with_their_proof(question: str, word: str) -> None:
    draft = ask(question, *ALL)

    assert draft.status is Status.ANSWERED, text(draft)
    assert text(draft).startswith(word)
    assert quoted(draft, *ALL)


def test_a_row_is_read_with_the_names_of_its_columns() -> None:
    draft = ask("Who leads the study on batteries in sea freight?", PLAN)

    assert "Lead: Chile" in text(draft)
    assert quoted(draft, PLAN)[0].startswith("|")


def test_an_answer_is_short() -> None:
    for question, _ in ANSWERED:
        assert len(text(ask(question, *ALL)).split()) <= 45


def test_instructions_in_a_document_change_nothing() -> None:
    draft = ask("Where was the Second Meeting of the Meridian Forum held?", MINUTES)

    assert "Tallinn" in text(draft)
    assert "Paris" not in text(draft)


def test_the_same_question_gives_the_same_draft() -> None:
    question = "Who was Vice-Chair at the Valparaíso meeting?"

    assert ask(question, STATEMENT) == ask(question, STATEMENT)
