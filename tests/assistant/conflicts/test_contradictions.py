"""Where papers give different values for one thing, the answer gives both, cited, and says which counts for more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Answer, Assistant, Status
from tests.assistant.conflicts.papers import FILES


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    place: Path = tmp_path_factory.mktemp("dredging")
    for name, text in FILES.items():
        (place / name).write_text(text, encoding="utf-8")
    with Assistant.open(index=tmp_path_factory.mktemp("index"), documents=[place]) as opened:
        yield opened


def cited(answer: Answer) -> list[str]:
    return [citation.document for citation in answer.citations]


def test_two_figures_are_both_given_and_the_statement_counts_for_more_than_the_press(
    assistant: Assistant,
) -> None:
    answer = assistant.ask("How many barges were inspected under Operation Kittiwake?")
    assert answer.status is Status.CONFLICT
    assert answer.text.index("318 barges") < answer.text.index("381 barges")
    assert "counts for more" in answer.text
    assert "statement of the meeting" in answer.text
    assert cited(answer) == ["fourth.md", "gazette.md"]


def test_of_two_days_the_later_paper_gives_the_one_that_counts_for_more(assistant: Assistant) -> None:
    answer = assistant.ask("When was the register of silt samples opened?")
    assert answer.status is Status.CONFLICT
    assert answer.text.index("7 March 2020") < answer.text.index("3 February 2020")
    assert "it is the later paper" in answer.text
    assert cited(answer) == ["report.md", "fourth.md"]


@pytest.mark.parametrize(
    ("question", "right", "other"),
    [
        ("How many barges were inspected under Operation Sandpiper?", "77", "318"),  # another operation
        ("How many divers did Belgium lend to the survey of old wrecks?", "14", "9 divers"),  # another party
    ],
)
def test_another_figure_for_another_thing_contradicts_nothing(
    assistant: Assistant, question: str, right: str, other: str
) -> None:
    answer = assistant.ask(question)
    assert answer.status is Status.ANSWERED
    assert right in answer.text
    assert other not in answer.text


def test_a_number_in_words_agrees_with_its_figures(assistant: Assistant) -> None:
    answer = assistant.ask("For how many days was the harbour of Ghent closed in 2021?")
    assert answer.status is Status.ANSWERED
    assert "eleven days" in answer.text or "11 days" in answer.text


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        (
            "Do the statement and the newspaper agree on the number of barges inspected under "
            "Operation Kittiwake?",
            "No, the sources differ",
        ),
        (
            "Do the statement and the Harbour Gazette differ on the number of barges inspected under "
            "Operation Kittiwake?",
            "Yes, the sources differ",
        ),
    ],
)
def test_papers_that_a_question_sets_side_by_side_are_asked_one_by_one(
    assistant: Assistant, question: str, opening: str
) -> None:
    answer = assistant.ask(question)
    assert answer.text.startswith(opening)
    assert answer.status is Status.CONFLICT
    assert {"fourth.md", "gazette.md"} == set(cited(answer))


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        (
            "Do the statement of 2022 and the progress report agree on the number of days that the harbour of "
            "Ghent was closed?",
            "Yes, they agree",
        ),
        (
            "Do the statement of 2022 and the progress report differ on the number of days that the harbour of "
            "Ghent was closed?",
            "No, they agree",
        ),
    ],
)
def test_papers_that_say_the_same_agree(assistant: Assistant, question: str, opening: str) -> None:
    answer = assistant.ask(question)
    assert answer.text.startswith(opening)
    assert answer.status is Status.ANSWERED
    assert {"fifth.md", "report.md"} == set(cited(answer))


def test_a_figure_asked_of_each_paper_is_given_for_each(assistant: Assistant) -> None:
    answer = assistant.ask(
        "How many barges were inspected under Operation Kittiwake according to the statement, and how many "
        "according to the newspaper?"
    )
    assert "318" in answer.text
    assert "381" in answer.text


def test_a_paper_that_does_not_speak_of_the_thing_is_not_compared(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Do the progress report and the statement agree on the number of divers that Belgium lent?"
    )
    assert "differ" not in answer.text
    assert "they agree" not in answer.text
