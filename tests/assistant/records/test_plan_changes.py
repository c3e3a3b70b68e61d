"""Plans beside the papers that change them, and their activities beside each other."""

from __future__ import annotations

import pytest

from assistant.answerers.draft import Draft
from assistant.answerers.records import answer_from_records
from assistant.library import Library
from tests.assistant.library import library_of, said

PLAN = """# Programme of Work 2031–2034 of the Working Group on Quiet Seas (WGQS)

Adopted in Riga on 3 March 2031. The Nordic Fund pays EUR 300,000, the Tern Foundation (TF) EUR 95,000 and members the rest.

| Code | Measure | Responsible | Supported by | Time | Yardstick | Money (EUR) |
|------|---------|-------------|--------------|------|-----------|-------------|
| Pillar A: Listen | | | | | | |
| A1 | Buoys with microphones | Latvia | Estonia | by May 2032 | 120 buoys | 90,000 |
| A2 | Atlas of noise | Finland | Latvia | May 2031 - May 2033 | 8 sheets | 260,000 |
| Pillar B: Calm | | | | | | |
| B1 | Slower ferries at night | Estonia | Finland | from January 2032 | 40 ferries | 70,000 |
| B2 | School of quiet screws | Iceland | | every March | 30 pupils | 15,000 |
"""
REPORT = """# Report of the Ninth Meeting of the Working Group on Quiet Seas (WGQS)

Tallinn, 4 to 6 June 2032

Circulated on 2 July 2032 | Recorded by the Office

The Working Group on Quiet Seas met in Tallinn from 4 to 6 June 2032.

The Group made these decisions.

1. The lead for A1 passes from Latvia to Norway on 1 July 2032.
2. Estonia hands over its seat in the bureau to Finland.
## State of play

| Measure | How it stands |
|---------|---------------|
| A2 Atlas | Completed on 9 April 2032, a year early |
| B1 Ferries | Moved from Riga to Turku; 12 ferries |

3. To request harbours to count slower ferries by 3 August 2032.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library_of(tmp_path_factory.mktemp("papers"), {"plan.md": PLAN, "report.md": REPORT})


def sources(draft: Draft | None) -> set[str]:
    return {quote.document for claim in draft.claims for quote in claim.quotes} if draft else set()


def test_a_lead_that_was_passed_on_is_told_beside_that_of_the_plan(library: Library) -> None:
    draft, _ = answer_from_records("Who leads A1?", library)
    assert "In the plan, Latvia leads activity A1" in said(draft)
    assert "passes from Latvia to Norway" in said(draft)
    assert sources(draft) == {"plan.md", "report.md"}


@pytest.mark.parametrize(
    "question",
    ["Who leads A1 now?", "Who took over A1?", "To whom did A1 pass?", "Who took activity A1 over later?"],
)
def test_the_new_lead_alone_where_it_is_asked_for(library: Library, question: str) -> None:
    draft, _ = answer_from_records(question, library)
    assert said(draft) == "The lead for A1 passes from Latvia to Norway on 1 July 2032."
    assert sources(draft) == {"report.md"}


def test_the_plan_alone_where_the_plan_is_asked(library: Library) -> None:
    draft, _ = answer_from_records("Who leads A1 in the programme of work?", library)
    assert "Latvia" in said(draft)
    assert "Norway" not in said(draft)


def test_a_seat_that_was_passed_on_is_no_lead(library: Library) -> None:
    draft, _ = answer_from_records("Who leads B1?", library)
    assert said(draft) == "Estonia leads activity B1 (“Slower ferries at night”)."


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Which measure costs the most?", "A2 Atlas of noise costs the most: EUR 260,000"),
        ("Which activity of the Programme of Work has the smallest budget?", "B2 School of quiet screws"),
        ("Which activities are due in 2032?", "1 activity of the plan is due in 2032: A1 Buoys"),
        ("Which measures begin in 2032?", "1 activity of the plan begins in 2032: B1 Slower ferries"),
        ("What are the pillars of the WGQS's Programme of Work?", "Listen; Calm"),
    ],
)
def test_activities_beside_each_other(library: Library, question: str, wanted: str) -> None:
    draft, _ = answer_from_records(question, library)
    assert wanted in said(draft)


def test_what_is_repeated_each_year_is_not_due_in_one(library: Library) -> None:
    draft, _ = answer_from_records("Which activities are due in 2034?", library)
    assert "B2" not in said(draft)


def test_a_task_that_only_sounds_alike_does_not_stand_for_the_activity(library: Library) -> None:
    draft, _ = answer_from_records("Who is responsible for slower ferries at night?", library)
    assert "Estonia" in said(draft)
    assert "harbours" not in said(draft)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        (
            "When was the atlas of noise actually finished?",
            "A2 Atlas: Completed on 9 April 2032, a year early.",
        ),
        ("To which town has B1 been moved?", "B1 Ferries: Moved from Riga to Turku; 12 ferries."),
    ],
)
def test_what_became_of_an_activity_is_told_from_the_report(
    library: Library, question: str, wanted: str
) -> None:
    draft, _ = answer_from_records(question, library)
    assert said(draft) == wanted
    assert sources(draft) == {"report.md"}


def test_nothing_is_told_of_an_activity_on_which_no_paper_reports(library: Library) -> None:
    draft, _ = answer_from_records("When was the school of quiet screws actually finished?", library)
    assert "every March" not in said(draft)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("How much does the Nordic Fund pay for the programme?", "the Nordic Fund at EUR 300,000"),
        ("What sum does the TF contribute to the Programme of Work?", "Tern Foundation (TF) at EUR 95,000"),
    ],
)
def test_what_one_payer_gives(library: Library, question: str, wanted: str) -> None:
    draft, _ = answer_from_records(question, library)
    assert wanted in said(draft)


def test_nothing_is_told_of_who_is_no_payer(library: Library) -> None:
    draft, _ = answer_from_records("How much does the Gull Trust pay for the programme?", library)
    assert "EUR" not in said(draft)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("When was the Programme of Work 2031–2034 adopted?", "Adopted in Riga on 3 March 2031."),
        ("When was the record of the Ninth Meeting sent round?", "Circulated on 2 July 2032."),
    ],
)
def test_papers_tell_when_they_were_adopted_and_sent_round(
    library: Library, question: str, wanted: str
) -> None:
    draft, _ = answer_from_records(question, library)
    assert said(draft) == wanted


def test_a_meeting_was_not_sent_round(library: Library) -> None:
    draft, _ = answer_from_records("When was the Ninth Meeting sent round?", library)
    assert "2 July" not in said(draft)
