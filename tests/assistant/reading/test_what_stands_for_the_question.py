"""What of a question need not be repeated by the text that answers it, and what must be before it is denied."""

from __future__ import annotations

from assistant.answer import Status
from tests.assistant.reading.asking import ask, document, text

RECORD = document(
    "record.md",
    """# Panel on Seed Stores: Record of the Sixth Sitting

Lusaka, 9 to 11 March 2021

## Attendance

Members without a delegation: Botswana, Malawi and Lesotho.

Delegations (with the number of their delegates): Benin (3 delegates), Ghana (4), Togo (2), Nigeria (5).

| Delegation | Head | Others | Standing |
| --- | --- | --- | --- |
| Zambia | Dr Chanda Mwale | 3 | Member |
| African Development Bank | Ms Paula Ferrol, Senior Specialist | none | Partner |

## Trial of the stores

The umpires of the trial noted that

- the first store was opened too late
- labels were legible in six cases out of ten
- nobody spoke to the farmers

The help line for farmers should answer in French, Portuguese and Swahili.

Namibia spoke of a fund for missing herders and gave 5,000 dollars to it.

The rent of the second store was paid by Ghana.
""",
)


def test_a_list_answers_below_a_sentence_that_breaks_off_whatever_noun_the_question_gives_its_items() -> None:
    draft = ask("What shortcomings did the umpires of the trial point out?", RECORD)

    assert [claim.text for claim in draft.claims] == [
        "- the first store was opened too late",
        "- labels were legible in six cases out of ten",
        "- nobody spoke to the farmers",
    ]


def test_the_figure_behind_the_name_asked_about_is_the_one_that_counts() -> None:
    assert text(ask("How many delegates did Nigeria bring to the Sixth Sitting?", RECORD)) == "Nigeria (5)."


def test_names_of_languages_stand_for_the_word_language() -> None:
    draft = ask("In which languages should the help line for farmers answer?", RECORD)

    assert draft.status is Status.ANSWERED
    assert "French, Portuguese and Swahili" in text(draft)


def test_the_name_of_a_state_stands_for_the_word_country() -> None:
    assert "Ghana" in text(ask("Which country paid the rent of the second store?", RECORD))


def test_a_none_in_another_cell_of_a_row_denies_nothing() -> None:
    draft = ask("Was the African Development Bank represented at the Sixth Sitting?", RECORD)

    assert not text(draft).startswith("No")


def test_a_denial_of_something_else_is_no_answer() -> None:
    draft = ask("Did Namibia join the herders?", RECORD)

    assert not text(draft).startswith("No")


def test_who_stands_under_a_head_of_the_absent_was_not_there() -> None:
    draft = ask("Was Malawi represented at the Sixth Sitting?", RECORD)

    assert text(draft).startswith("No: Malawi is named under “Members without a delegation")


REPORT = document(
    "report.md",
    """# Council on River Ferries: Report on the Second Year

The alert cell had sent out 21 alerts since it was set up, of which 3 proved to be false.

An outside review of the ferries is foreseen for the spring of 2026.

| No. | Activity | Lead | Indicator |
| --- | --- | --- | --- |
| 1 | Second rescue drill at Kindu | Zambia | 90 persons take part |
""",
)


def test_the_figure_of_a_part_is_told_apart_from_the_whole() -> None:
    answer = text(ask("How many false alerts had the alert cell sent out?", REPORT))

    assert answer.startswith("3:")


def test_what_a_plan_aims_at_is_not_what_came_about() -> None:
    assert ask("How many persons took part in the rescue drill at Kindu?", REPORT).status is Status.NOT_STATED


def test_what_is_only_foreseen_has_not_found_anything() -> None:
    draft = ask("What did the outside review of the ferries find?", REPORT)

    assert draft.status is Status.NOT_STATED, text(draft)


ADOPTED = document(
    "adopted.md",
    """# Council on River Ferries: Sixth Meeting

The Plan for Safe Piers was adopted in Kindu on 4 May 2021.

The Plan for Safe Piers is published on the website of the Council.

The Harbour Day of 5 May 2021 bore the title “Harbour Day: Lights and lines for every landing place”.
""",
)


def test_a_paper_is_found_where_it_is_published_and_not_where_it_was_adopted() -> None:
    assert "website of the Council" in text(ask("Where can the Plan for Safe Piers be found?", ADOPTED))


def test_a_full_title_says_more_than_the_question() -> None:
    assert "Lights and lines" in text(ask("What is the full title of the Harbour Day of May 2021?", ADOPTED))
    bare = document(
        "bare.md", "# Council on River Ferries\n\n## Harbour Day — 5 May 2021\n\nBoats were shown.\n"
    )
    assert ask("What is the full title of the Harbour Day of May 2021?", bare).status is Status.NOT_STATED


PROGRESS = document(
    "progress.md",
    """# Council on River Ferries: Progress

- **Pier lights (2.1):** delivered to five of seven piers, Kalemie and Kigoma are still missing. This was the only activity rated red.
- **Rescue drill (2.2):** held in Kindu in March 2021 with sixty persons from four ports. It was rated green.

The Council worked with the Lake Authority in 2020.
""",
)


def test_a_sentence_of_an_item_is_told_with_the_one_that_it_leans_on() -> None:
    assert "Pier lights (2.1)" in text(ask("Which activity was the only one rated red?", PROGRESS))


def test_what_holds_of_one_year_does_not_answer_for_two() -> None:
    draft = ask("With which body did the Council work in both 2020 and 2021?", PROGRESS)

    assert draft.status is Status.NOT_STATED
