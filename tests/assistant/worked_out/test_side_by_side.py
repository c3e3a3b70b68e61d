"""What two papers give for one thing is set side by side, and the time between two events is counted."""

from __future__ import annotations

from assistant import Assistant, Status


def test_two_papers_that_give_other_figures_are_both_cited(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Which figures for the rescues of Exercise Gannet do the minutes of 2015 and 2021 give?"
    )
    assert answer.status is Status.CONFLICT
    assert "33 rescues" in answer.text
    assert "38 rescues" in answer.text
    assert {citation.document for citation in answer.citations} == {"second.md", "fifth.md"}


def test_whether_they_agree_is_answered_first(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Do the minutes of 2015 and 2021 agree on the number of rescues in Exercise Gannet?"
    )
    assert answer.text.startswith("No")
    assert answer.status is Status.CONFLICT


def test_a_figure_of_another_exercise_is_set_beside_none(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Which figures for the rescues of Exercise Petrel do the minutes of 2015 and 2021 give?"
    )
    assert answer.status is not Status.CONFLICT
    assert "33" not in answer.text


def test_years_between_an_act_and_a_meeting_are_counted_from_both_dates(assistant: Assistant) -> None:
    answer = assistant.ask(
        "How many years lie between the foundation of the network of signal masters and the Second Meeting?"
    )
    assert answer.text.startswith("3 years")
    assert "4 March 2012" in answer.text
    assert len(answer.citations) == 2


def test_full_years_are_given_without_the_months_over_them(assistant: Assistant) -> None:
    founded = "the foundation of the network of signal masters"
    answer = assistant.ask(f"How many years lie between {founded} and the Fifth Meeting?")
    assert answer.text.startswith("9 years")  # and six months


def test_years_are_not_counted_where_nobody_says_when_it_was(assistant: Assistant) -> None:
    answer = assistant.ask(
        "How many years lie between the opening of the museum of lamps and the Second Meeting?"
    )
    assert answer.status is not Status.ANSWERED
