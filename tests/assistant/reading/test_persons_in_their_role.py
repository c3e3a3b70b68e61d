"""A person is told in the role that is asked for, and what is still to be done was done by nobody."""

from __future__ import annotations

import pytest

from assistant.answer import Status
from tests.assistant.reading.asking import ask, document, text

PAPER = document(
    "report.txt",
    """Reef Compact, Working Group on Pilots
Report of the Sixth Meeting
Apia, 4 and 5 May 2021

After the break a public dialogue on tired crews was held, moderated by Mr Filo Tamasese of Reef Radio, with
Pearl Lines and the harbour union on the podium.

A review of the pilot scheme will be carried out by Samoa in the spring of 2022.
""",
)


@pytest.mark.parametrize(
    "question",
    [
        "Who spoke for Pearl Lines in the dialogue on tired crews?",
        "Who carried out the review of the pilot scheme?",
    ],
)
def test_another_role_and_a_plan_are_no_answer(question: str) -> None:
    assert ask(question, PAPER).status is Status.NOT_STATED


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who moderated the dialogue on tired crews?", "Filo Tamasese"),
        ("Who will carry out the review of the pilot scheme?", "Samoa"),
    ],
)
def test_what_is_asked_for_is_told(question: str, name: str) -> None:
    assert name in text(ask(question, PAPER))
