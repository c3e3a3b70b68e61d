"""Plans in blocks of labels and values, and columns that only their cells tell."""

from __future__ import annotations

from corpus.records.plans import read_plans

from .reading_papers import context, written

HEAD = "# Work Plan of the Panel on Mountain Paths 2031–2033\n\n"


def activities(text: str):
    document = written(f"{HEAD}{text}\n")
    return [item for item in read_plans(document, context(document)) if item.level == "activity"]


def test_each_activity_has_a_block_of_its_own():
    first, second = activities(
        "## Strand A – Safe ways\n\n"
        "| Task A1 | Radio huts on the passes |\n|---|---|\n| Run by | Nepal |\n| Together with | Bhutan; India |\n"
        "| To be ready by | May 2032 |\n| Yardstick | 14 huts answer daily |\n\n"
        "| Task A2 | Rope bridges |\n|---|---|\n| Run by | China |\n| To be ready by | June 2033 |\n"
    )
    assert (first.number, first.text, first.lead, first.timeline) == (
        "A1",
        "Radio huts on the passes",
        "Nepal",
        "May 2032",
    )
    assert (first.partners, first.indicator) == (("Bhutan", "India"), "14 huts answer daily")
    assert first.objective == "Strand A – Safe ways"
    assert (second.number, second.lead, second.indicator) == ("A2", "China", None)


def test_one_table_may_hold_all_blocks():
    numbers = [
        item.number
        for item in activities(
            "| Item | Detail |\n|---|---|\n| Output 1.1 | Maps of scree |\n| Lead | India |\n| Deadline | 2032 |\n"
            "| Output 1.2 | Guides |\n| Lead | Nepal |\n| Deadline | 2033 |\n"
        )
    ]
    assert numbers == ["1.1", "1.2"]


def test_labels_and_values_of_a_meeting_are_no_activity():
    assert (
        activities("| Venue | Hall of the Guides |\n|---|---|\n| Date | 3 May 2031 |\n| Lead | Nepal |\n")
        == []
    )


def test_cells_tell_what_a_column_holds_whose_head_says_it_in_other_words():
    (item, _) = activities(
        "| Ref. | Output | Led by | Friends of the work | To be seen through | How it is measured |\n|---|---|---|---|---|---|\n"
        "| A.1 | Huts with radio | Nepal | Bhutan, India | January to May 2032 | 14 huts |\n"
        "| A.2 | Rope bridges | China | Bhutan | yearly | 6 bridges |"
    )
    assert (item.text, item.lead, item.partners) == ("Huts with radio", "Nepal", ("Bhutan", "India"))
    assert (item.timeline, item.indicator) == ("January to May 2032", "14 huts")


def test_a_table_of_donors_in_a_plan_has_no_activities():
    assert (
        activities(
            "| Contributor | Amount | Set apart for |\n|---|---|---|\n| Japan | 5,000 | Bridges |\n| India | 3,000 | Huts |"
        )
        == []
    )


def test_items_without_fields_are_remarks_where_activities_have_theirs():
    found = activities(
        "## Strand A: Safe ways\n\n"
        + "".join(
            f"* **A.{n} Path {n}**\n    * Responsible: Nepal\n    * Yardstick: {n} km cleared\n"
            for n in (1, 2, 3)
        )
        + "* snow may close the passes\n"
    )
    assert [(item.number, item.lead, item.indicator) for item in found] == [
        (f"A.{n}", "Nepal", f"{n} km cleared") for n in (1, 2, 3)
    ]
