"""Tables of plans in the words of many hands: columns, bands, labels, sums with their unit, struck values."""

from __future__ import annotations

import pytest

from corpus.records.plan_money import money_in, names_currency, sum_in, unit_of
from corpus.records.plans import read_plans

from .reading_papers import context, written

HEAD = "# Work Plan of the Panel on Mountain Paths 2031–2033\n\n"


def activities(table: str, above: str = ""):
    document = written(f"{HEAD}{above}\n\n{table}\n")
    return [item for item in read_plans(document, context(document)) if item.level == "activity"]


def test_an_output_is_what_is_done_where_another_column_measures_it():
    (item,) = activities(
        "| Ref. | Output | Lead | With | Schedule | Measure of success |\n|---|---|---|---|---|---|\n"
        "| 2.4 | 14 huts with radio | Nepal | Bhutan, ICIMOD | By May 2032 | 14 huts answer daily |"
    )
    assert (item.number, item.text, item.lead) == ("2.4", "14 huts with radio", "Nepal")
    assert (item.partners, item.timeline, item.indicator) == (
        ("Bhutan", "ICIMOD"),
        "By May 2032",
        "14 huts answer daily",
    )


def test_helpers_are_no_deadline_and_two_columns_of_dates_are_beginning_and_end():
    (item,) = activities(
        "| # | Task | In charge | Helped by | Starts | Ends | How we shall know |\n|---|---|---|---|---|---|---|\n"
        "| 3 | Signposts in four scripts | India | Nepal | June 2031 | March 2032 | 900 posts set |"
    )
    assert (item.number, item.lead, item.partners) == ("3", "India", ("Nepal",))
    assert (item.start, item.end, item.timeline) == ("June 2031", "March 2032", "June 2031 – March 2032")


def test_the_value_that_replaces_a_struck_one_holds():
    (item,) = activities(
        "| No. | Measure | Responsible | When | Yardstick |\n|---|---|---|---|---|\n"
        "| 1 | Rope bridges | ~~China~~ **Bhutan** | ~~May 2031~~ **April 2032** | 6 bridges |"
    )
    assert (item.lead, item.timeline) == ("Bhutan", "April 2032")


@pytest.mark.parametrize(
    ("band", "number", "text"),
    [
        ("Aim II – Paths that last", "II", "Paths that last"),
        ("Line B – Rescue in time", "B", "Rescue in time"),
        ("Goal 3: Guides who stay", "3", "Guides who stay"),
    ],
)
def test_a_band_across_the_table_names_what_its_rows_serve(band, number, text):
    document = written(
        f"{HEAD}| Code | Activity | Lead | Time frame |\n|---|---|---|---|\n| {band} | | | |\n"
        "| X1 | Survey of scree slopes | Nepal | 2032 |\n"
    )
    objective, activity = read_plans(document, context(document))
    assert (objective.level, objective.number, objective.text) == ("objective", number, text)
    assert activity.objective == band


@pytest.mark.parametrize("label", ["A1", "1.3", "4-1", "II.2", "C.4"])
def test_labels_before_the_text_of_an_activity(label):
    (item,) = activities(
        f"| Activity | Lead | Deadline |\n|---|---|---|\n| {label} Snow gauges | India | May 2032 |"
    )
    assert (item.number, item.text) == (label, "Snow gauges")


def test_a_figure_that_begins_an_activity_is_no_label():
    (item,) = activities(
        "| Activity | Lead | Deadline |\n|---|---|---|\n| 12 helipads cleared | India | May 2032 |"
    )
    assert (item.number, item.text) == (None, "12 helipads cleared")


@pytest.mark.parametrize(
    ("head", "cell", "budget"),
    [
        ("Money (CHF)", "1,250,000", "CHF 1,250,000"),
        ("EUR", "0.4 m", "EUR 0.4 million"),
        ("Cost in thousand US dollars", "85", "85 thousand US dollars"),
        ("Sum (€)", "7,000", "€7,000"),
        ("Budget (euros)", "none (host pays)", "none (host pays)"),
        ("Budget (euros)", "–", None),
    ],
)
def test_sums_bear_the_unit_of_their_column(head, cell, budget):
    (item,) = activities(
        f"| Activity | Lead | Deadline | {head} |\n|---|---|---|---|\n| Snow gauges | India | May 2032 | {cell} |"
    )
    assert item.budget == budget


def test_the_unit_may_be_told_in_the_text_and_is_proven_there():
    table = (
        "| Activity | Lead | Deadline | Sum |\n|---|---|---|---|\n| Snow gauges | India | May 2032 | 340 |"
    )
    told = "All sums are in thousands of euros and cover three years."
    document = written(f"{HEAD}{told}\n\n{table}\n")
    (item,) = read_plans(document, context(document))
    assert item.budget == "340 thousand euros"
    assert told in [document.text[span.start : span.end] for span in item.evidence]


def test_a_row_of_totals_is_no_activity():
    assert (
        len(
            activities(
                "| Activity | Lead | Deadline | EUR |\n|---|---|---|---|\n"
                "| Snow gauges | India | May 2032 | 4,000 |\n| Total | | | 4,000 |"
            )
        )
        == 1
    )


def test_heads_that_name_a_currency():
    assert names_currency("thousand US dollars")
    assert names_currency("EUR")
    assert not names_currency("Pound lock at the harbour")
    assert unit_of("Lead") is None
    assert sum_in("900", None) == "900"


def test_sums_of_money_in_a_sentence():
    assert [amount for amount, _ in money_in("It costs 3.2 million euros, of which NOK 40,000 is paid.")] == [
        "3.2 million euros",
        "NOK 40,000",
    ]
