"""A question that asks two things is cut in two, each of which stands on its own as far as its words allow."""

from __future__ import annotations

import pytest

from assistant.question.parts import parts


def test_a_thing_named_with_its_place_keeps_it_in_the_second_question() -> None:
    assert parts(
        "When was the trial of the depot in Punta Roja to begin, and when did the depot really open?"
    ) == (
        "When was the trial of the depot in Punta Roja to begin?",
        "When did the depot in Punta Roja really open?",
    )


@pytest.mark.parametrize(
    "question",
    [
        "When and where did the panel meet?",
        "Who led the depot in Punta Roja?",
        "What was said of bread and butter?",
    ],
)
def test_one_question_stays_one(question: str) -> None:
    assert parts(question) == (question,)
