"""What is decisive in a question has to be met: absence, money, the very session or plan that it names."""

from __future__ import annotations

import pytest

from assistant.answer import Status
from assistant.answerers.draft import Draft
from tests.assistant.reading.asking import ask, document, text

MINUTES = document(
    "minutes.md",
    """# Board on Avalanche Warning: Minutes of the Fourth Session

Skardu, Pakistan, 8 and 9 May 2019

Five members were represented by delegations.

The snow gauge may be borrowed from the Support Office for three weeks. The Support Office was represented by its
Director, Dr Amal Kharrat.

The relief fund now stands at 12 million rupees. Norway has pledged 400,000 kroner to it.

The warning centre in Gilgit employs 14 people.

The help line should be opened in Hunza by 30 June 2020.

Nepal and Bhutan will be the lead on beacons.

Tajikistan, where the passes were closed, sent a written report.
""",
)
PROGRAMME = document(
    "programme.md",
    """# Board on Avalanche Warning: Programme of the Fifth Session, Naryn, 2021

| Time | Session | Moderator |
| --- | --- | --- |
| 09:00 | Session 1. Snow gauges | Ms Pema Lhaden |
| 11:00 | Session 2. Beacons | Mr Ilyas Baig |
""",
)
PLAN = document(
    "plan.md",
    """# Board on Avalanche Warning: Work Plan 2020–2022

The plan was drafted by Nepal, Bhutan and Norway.

| No. | Activity | Responsible | By when |
| --- | --- | --- | --- |
| 1 | Handbook on snow gauges | Nepal | 31 May 2021 |
""",
)


def _refused(draft: Draft) -> bool:
    return draft.status is Status.NOT_STATED


@pytest.mark.parametrize(
    "question",
    [
        "who skipped skardu in 2019",
        "Which members stayed away from the session in Skardu?",
        "Which Director of the Support Office is about to retire?",
        "How much does it cost to borrow the snow gauge?",
        "By how much did the relief fund grow?",
        "How much has Norway paid of its pledge to the relief fund?",
        "How many people are still missing at the warning centre in Gilgit?",
        "How many people does the warning centre in Chitral employ?",
        "To which town is the help line to be transferred?",
        "Who was against the lead of Nepal and Bhutan on beacons?",
    ],
)
def test_what_is_decisive_in_the_question_must_be_told(question: str) -> None:
    assert _refused(ask(question, MINUTES))


def test_what_is_told_is_answered() -> None:
    assert "12 million rupees" in text(ask("How much money is in the relief fund?", MINUTES))
    assert "14" in text(ask("How many people does the warning centre in Gilgit employ?", MINUTES))


def test_who_sends_a_report_is_not_there() -> None:
    assert text(ask("Was Tajikistan represented at the Fourth Session?", MINUTES)).startswith("No")


def test_a_numbered_session_is_answered_by_that_session_alone() -> None:
    assert "Ilyas Baig" in text(ask("Who is the moderator of Session 2 in Naryn?", PROGRAMME))
    assert _refused(ask("Who is the moderator of Session 3 in Naryn?", PROGRAMME))


def test_another_plan_than_the_one_named_does_not_answer() -> None:
    assert "Bhutan" in text(ask("Who drafted the Work Plan 2020–2022?", PLAN))
    assert _refused(ask("Who drafted the Work Plan 2023–2026?", PLAN))


def test_a_row_of_a_plan_does_not_tell_what_became_of_it() -> None:
    assert _refused(ask("What became of the handbook on snow gauges given to Nepal?", PLAN))


def test_years_that_a_thing_is_about_are_no_date_for_it() -> None:
    task = document(
        "tasks.md", "# Tasks\n\nNepal is to send the accounts of rescue for 2018–2020 to Bhutan.\n"
    )

    assert _refused(ask("By what date is Nepal to send the accounts of rescue to Bhutan?", task))


def test_what_stands_at_the_later_time_did_not_come_in_between() -> None:
    news = document("news.md", "# News of October 2024\n\nNow 268 guides have signed the Naryn Code.\n")

    assert _refused(
        ask("How many guides signed the Naryn Code between the end of June 2022 and the Naryn meeting?", news)
    )
