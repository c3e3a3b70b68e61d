"""By how much something grew or fell is worked out where both figures are told, each of its own time or meeting."""

from __future__ import annotations

import pytest

from assistant import Assistant, Status


@pytest.mark.parametrize(
    ("question", "total", "shown"),
    [
        ("By how many towers did the list of towers grow from Split to Bergen?", "45", "163 − 118"),
        (
            "By how many lenses did the Common Store shrink between the end of 2014 and August 2021?",
            "50",
            "640 − 590",
        ),
        (
            "By how many percentage points did mirrors in floating lights increase between the Second Meeting"
            " and the Fifth Meeting?",
            "18",
            "45 − 27",
        ),
    ],
)
def test_the_difference_is_given_with_the_sum_and_both_papers(
    assistant: Assistant, question: str, total: str, shown: str
) -> None:
    answer = assistant.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith(f"{total} ")
    assert shown in answer.text
    assert {citation.document for citation in answer.citations} == {"second.md", "fifth.md"}


@pytest.mark.parametrize(
    "question",
    [
        # it fell
        "By how many lenses did the Common Store grow between the end of 2014 and August 2021?",
        # twelve lamps were offered to the pool; how many it had, nobody says
        "By how many lamps did the pool of spare lamps grow between Split and Bergen?",
        # no paper tells of these
        "By how many towers did the list of ruined towers on lakes grow from Split to Bergen?",
        # no meeting was held there
        "By how many towers did the list of towers grow from Split to Valletta?",
    ],
)
def test_no_sum_is_made_where_a_figure_is_missing_or_the_change_went_the_other_way(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)
    assert " − " not in answer.text
    assert answer.status is not Status.ANSWERED
