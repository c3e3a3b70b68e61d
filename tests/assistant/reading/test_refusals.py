"""What the documents do not say is not answered, however much of the question they echo."""

from __future__ import annotations

import pytest

from assistant.answer import Status
from assistant.answerers.reading import read
from tests.assistant.reading.asking import ask, text
from tests.assistant.reading.papers import ALL, STATEMENT


@pytest.mark.parametrize(
    "question",
    [
        "Which four ports took part in Exercise Amber Light?",
        "Who represented Lodestar Lines at the Valparaíso meeting?",
        "Who chaired the Third Meeting of the Expert Group on Dangerous Cargo?",
        "In which city was the First Meeting of the Expert Group on Dangerous Cargo held?",
        "How many people attended the Second Meeting in Tallinn?",
        "What is the budget of the Work Plan 2020–2023?",
        "What is the e-mail address of Ms Ana Iturra?",
        "Which countries voted against the Work Plan 2020–2023?",
        "Who represented Canada at the Tallinn meeting?",
        "Which company prints the common labelling form?",
        "How many arrests followed Exercise Amber Light?",
        "Which civil society organisations attended the Tallinn meeting?",
        "What is the capital of Mongolia?",
        "",
        "????",
    ],
)
def test_what_is_not_stated_is_refused(question: str) -> None:
    draft = ask(question, *ALL)

    assert draft.status is Status.NOT_STATED, text(draft)
    assert text(draft).startswith("The documents do not say")
    assert not any(claim.quotes for claim in draft.claims)


def test_without_passages_there_is_nothing_to_say() -> None:
    assert read("Who chaired the meeting?", [], {STATEMENT.id: STATEMENT}.get).status is Status.NOT_STATED


def test_a_refusal_repeats_the_question_where_that_reads_well() -> None:
    assert text(ask("Who represented Lodestar Lines at the Valparaíso meeting?", *ALL)) == (
        "The documents do not say who represented Lodestar Lines at the Valparaíso meeting."
    )
