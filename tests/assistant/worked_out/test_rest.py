"""How many of a whole are left is worked out from a sentence that tells the part and the whole."""

from __future__ import annotations

import pytest

from assistant import Assistant, Status


@pytest.mark.parametrize(
    "question",
    [
        "How many fog horns for the northern coast had not yet been tested?",
        "How many of the fog horns meant for the northern coast were still to be tested in September 2021?",
        "How many fog horns of the northern coast had not been tested at the meeting in Bergen?",
    ],
)
def test_what_is_left_is_the_whole_less_the_part(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith("6 fog horns: 15 − 9 = 6")
    assert [citation.document for citation in answer.citations] == ["fifth.md"]


@pytest.mark.parametrize(
    "question",
    [
        "How many fog horns for the northern coast had not yet been painted?",  # nobody says how many were
        "How many fog horns for the northern coast had not yet been tested in June 2015?",  # at another time
        "How many bells for harbour walls had not yet been cast?",  # three, as the paper says itself
        "How many fog horns for the northern coast have been tested?",
    ],
)
def test_nothing_is_taken_away_where_the_papers_tell_it_otherwise_or_not_at_all(
    assistant: Assistant, question: str
) -> None:
    assert " − " not in assistant.ask(question).text
