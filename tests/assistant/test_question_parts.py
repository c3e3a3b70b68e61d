"""A question that asks two things is cut in two, each of which stands on its own as far as its words allow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant, Status
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


STATEMENT = """# Statement of the Chair: Third Meeting of the Panel on Lighthouses

The Third Meeting of the Panel on Lighthouses was held in Gdynia, Poland, on 8 June 2018.
Ms Jadwiga Nowicka-Lis of Poland chaired the meeting. The lamp at Hel was lit on 9 May 2018.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    place: Path = tmp_path_factory.mktemp("lighthouses")
    (place / "statement.md").write_text(STATEMENT, encoding="utf-8")
    with Assistant.open(index=tmp_path_factory.mktemp("index"), documents=[place]) as opened:
        yield opened


def test_both_questions_are_answered_where_both_are_stated(assistant: Assistant) -> None:
    answer = assistant.ask("Who chaired the Third Meeting, and when was the lamp at Hel lit?")

    assert "Nowicka-Lis" in answer.text
    assert "9 May 2018" in answer.text


def test_none_is_answered_where_only_one_is_stated(assistant: Assistant) -> None:
    answer = assistant.ask("Who chaired the Third Meeting, and what did the lamp at Hel cost?")

    assert answer.status is Status.NOT_STATED
    assert "Nowicka-Lis" not in answer.text
