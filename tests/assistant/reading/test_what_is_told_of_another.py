"""Values that stand near the words of a question but are told of something else are no answers."""

from __future__ import annotations

from assistant.answer import Status
from tests.assistant.reading.asking import ask, document, text

REPORT = document(
    "report.md",
    """# Council on Mountain Rescue: Report of the Fifth Session

The Fifth Session was held in Naryn on 3 and 4 June 2021. Both days were chaired by Nepal, which took the lead from
Bhutan on 1 January 2020.

The Council accepted the offer of Peru to host the Sixth Session in the second half of 2023.

The International Alpine Union (IAU) sat as a permanent guest. The plan was written by a drafting group (Nepal, Peru
and IAU).

In all, 61 people attended the session and 118 the open day.

The Cable Car League sat in on agenda items 3 and 6 only.

Georgia left the Council on 30 June 2020.

The final evaluation will be made by an outside consultant, to be chosen in May.

Lhotse Insurance charges climbers 75 dollars.
""",
)


def test_the_date_of_a_relative_clause_is_that_of_the_clause() -> None:
    said = text(ask("On which dates was the Fifth Session held?", REPORT))

    assert "3 and 4 June 2021" in said
    assert "1 January 2020" not in said


def test_since_when_somebody_leads_is_told_by_the_relative_clause_on_it() -> None:
    assert "1 January 2020" in text(ask("Since when has Nepal been in the lead?", REPORT))


def test_an_offer_to_host_does_not_tell_when_it_was_held() -> None:
    assert (
        ask("On which dates did the Council hold its Sixth Session in Peru?", REPORT).status
        is Status.NOT_STATED
    )


def test_the_figure_behind_the_second_event_is_that_of_the_second() -> None:
    assert text(ask("How many people attended the open day?", REPORT)).startswith("118")


def test_numbered_items_answer_which_items() -> None:
    assert "items 3 and 6" in text(ask("Which agenda items did the Cable Car League sit in on?", REPORT))


def test_a_name_in_a_list_in_brackets_has_no_standing_by_it() -> None:
    said = text(ask("In what capacity did the International Alpine Union take part?", REPORT))

    assert "drafting group" not in said


def test_a_reason_is_not_given_by_the_event_itself() -> None:
    assert ask("What reason did Georgia give for leaving the Council?", REPORT).status is Status.NOT_STATED


def test_one_to_be_chosen_has_no_name_yet() -> None:
    assert ask("Which consultant was chosen for the final evaluation?", REPORT).status is Status.NOT_STATED


def test_another_figure_than_the_question_gives_is_another_matter() -> None:
    assert ask("Which insurer charges climbers 410 dollars?", REPORT).status is Status.NOT_STATED
