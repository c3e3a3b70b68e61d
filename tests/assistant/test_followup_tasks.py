"""Follow-ups that ask for a field of the task the conversation is about."""

from __future__ import annotations

import pytest

from assistant.conversation import Message
from assistant.library import Library
from assistant.question.followup import complete
from tests.assistant.library import library_of

PLAN = """# Programme of Work 2031–2034 of the Working Group on Quiet Seas (WGQS)

| Code | Measure | Responsible | Time | Yardstick |
|------|---------|-------------|------|-----------|
| A1 | Buoys with microphones | Latvia | by May 2032 | 120 buoys |
| A2 | Atlas of noise | Finland | by May 2033 | 8 sheets |
"""
REPORT = """# Report of the Ninth Meeting of the Working Group on Quiet Seas (WGQS)

Tallinn, 4 to 6 June 2032

## Actions

| No. | Task | Who | By |
|-----|------|-----|----|
| 9-1 | Price of quiet screws | Iceland | 3 August 2032 |
| 9-2 | Letter to harbours | Estonia | 5 September 2032 |
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library_of(tmp_path_factory.mktemp("papers"), {"plan.md": PLAN, "report.md": REPORT})


@pytest.mark.parametrize(
    ("asked", "answered", "then", "whole"),
    [
        (
            "Which task on screws was set?",
            "Task 9-1: the price of quiet screws.",
            "When was it due?",
            "When was “Price of quiet screws” due?",
        ),
        (
            "Who has to write the letter to harbours?",
            "Estonia.",
            "Until when?",
            "By when is “Letter to harbours” due?",
        ),
        ("Who leads A1?", "Latvia.", "Who took it over later?", "Who took activity A1 over later?"),
        (
            "Who leads the atlas of noise?",
            "Finland.",
            "What is its deadline?",
            "What is the deadline of activity A2?",
        ),
    ],
)
def test_the_task_stands_for_it(library: Library, asked: str, answered: str, then: str, whole: str) -> None:
    history = [Message(role="user", content=asked), Message(role="assistant", content=answered)]
    assert complete(then, history, library) == whole


def test_no_task_is_put_in_where_none_was_spoken_of(library: Library) -> None:
    history = [
        Message(role="user", content="Which harbour is the loudest?"),
        Message(role="assistant", content="Turku."),
    ]
    assert "“" not in complete("When was it due?", history, library)


def test_a_fragment_goes_with_the_last_question(library: Library) -> None:
    history = [
        Message(role="user", content="Who leads A1?"),
        Message(role="assistant", content="Latvia."),
    ]
    assert complete("With whose help?", history, library) == "With whose help (Who leads A1)?"
