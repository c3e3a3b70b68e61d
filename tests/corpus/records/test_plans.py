"""Plan items: objectives and activities with lead, partners, timeline and indicator."""

from __future__ import annotations

from corpus.records.plans import read_plans

from .reading_papers import context, paper, quote, written


def items(document):
    return read_plans(document, context(document))


def rows(document):
    return [(i.level, i.number, i.text, i.lead, i.partners, i.timeline, i.indicator) for i in items(document)]


def test_a_table_in_columns_of_other_names_under_headed_pillars():
    document = paper("lagoon-programme.md")
    assert rows(document)[:5] == [
        ("objective", "A", "Healthy waters", None, (), None, None),
        (
            "activity",
            "A1",
            "Map of seagrass beds",
            "Palau",
            ("Kiribati", "Nauru"),
            "Q1 2026 – Dec 2026",
            "Map published",
        ),
        (
            "activity",
            "A2",
            "Early warning for algal blooms",
            "LPS",
            ("SPREP", "FSM"),
            "2026 – mid-2027",
            "System running",
        ),
        ("objective", "B", "Strong communities", None, (), None, None),
        ("activity", "B1", "Training of 60 wardens", "Tuvalu", (), "2026 – June 2028", "Certificates"),
    ]
    assert items(document)[1].objective == "Pillar A. Healthy waters"


def test_goals_as_headings_with_activities_as_cards_and_items():
    document = paper("steppe-plan.md")
    assert rows(document) == [
        ("objective", "1", "Earlier warning", None, (), None, None),
        (
            "activity",
            "1.1",
            "Set up twelve observation posts",
            "Kazakhstan",
            ("Uzbekistan", "FAO"),
            "by April 2022",
            "twelve posts reporting weekly",
        ),
        ("activity", "1.2", "Share satellite images", "Secretariat", (), "continuous", None),
        ("objective", "2", "Safer spraying", None, (), None, None),
        (
            "activity",
            "2.1",
            "Revise the list of permitted pesticides",
            "Kyrgyzstan",
            ("WHO", "Tajikistan"),
            "by 31 December 2021",
            None,
        ),
        ("activity", "2.2", "Train 300 operators", "Turkmenistan", (), "May 2023", "300 certificates"),
    ]


def test_fields_in_running_text_under_bold_objectives():
    found = rows(paper("alpine-roadmap.md"))
    assert found[1] == (
        "activity",
        "A.1",
        "Harmonise danger levels",
        "SLF",
        ("ZAMG", "Météo-France"),
        "Q4 2020",
        "one scale in use in five countries",
    )
    assert [number for _, number, *_ in found] == ["A", "A.1", "A.2", "B", "B.1"]


def test_workstreams_with_deliverables():
    assert [(level, number, text) for level, number, text, *_ in rows(paper("delta-plan.md"))] == [
        ("objective", None, "Drainage"),
        ("activity", "D1", "Pump audit in 6 cities; D2. Spare parts pool"),
        ("activity", "D3", "Training manual"),
        ("objective", None, "Early warning"),
        ("activity", "E1", "Shared SMS gateway"),
    ]


def test_rows_that_repeat_or_leave_out_their_objective():
    document = written(
        "# Dune Process Work Plan 2024\n\n"
        "| Priority | Action | Lead country | With | When | Target |\n|---|---|---|---|---|---|\n"
        "| 1. Wells | 1.1 Dig ten wells | Chad | Mali, Niger | June 2024 | ten wells |\n"
        "| | 1.2 Test the water | Mali | - | 2024 | |\n"
        "| 2. Tracks | 2.1 Mark the tracks | Niger | all members | | 400 km |\n"
    )
    found = [(i.level, i.number, i.objective) for i in items(document)]
    assert found == [
        ("objective", "1", None),
        ("activity", "1.1", "1. Wells"),
        ("activity", "1.2", "1. Wells"),
        ("objective", "2", None),
        ("activity", "2.1", "2. Tracks"),
    ]


def test_objectives_enumerated_below_a_sentence_in_a_sentence_and_below_a_heading():
    below = written(
        "# Minutes\n\nThe Forward Work Plan 2030-32 has three high-level objectives:\n\n"
        "1. Clean air.\n2. Safe roads.\n3. Quiet nights.\n"
    )
    assert [(i.number, i.text, i.plan) for i in items(below)] == [
        ("1", "Clean air", "Forward Work Plan 2030-32"),
        ("2", "Safe roads", "Forward Work Plan 2030-32"),
        ("3", "Quiet nights", "Forward Work Plan 2030-32"),
    ]
    within = paper("sahel-news.md")
    assert [i.text for i in items(within)] == [
        "animal health",
        "water points",
        "markets",
        "conflict prevention",
    ]
    headed = written(
        "# Work Plan 2030\n\n## Focus areas\n\n"
        "1. Clean air.\n2. Safe roads.\n\n## Contact\n\n1. Write to us.\n"
    )
    assert [i.text for i in items(headed)] == ["Clean air", "Safe roads"]


def test_the_stocktake_of_a_plan_and_a_chronicle_are_no_plan():
    stocktake = written(
        "# Statement\n\n## Stocktake of the Work Plan 2020\n\n- Activity 2.1 (wells): seven of ten are dug.\n"
        "- Activity 2.2 (tracks): on schedule.\n"
    )
    assert items(stocktake) == []
    history = written(
        "# History\n\n| Date | Step |\n|---|---|\n| 2 May 2013 | set up |\n| 2015 | first plan |\n"
    )
    assert items(history) == []


def test_every_item_quotes_its_words():
    for name in ("lagoon-programme.md", "steppe-plan.md", "sahel-news.md"):
        document = paper(name)
        for item in items(document):
            assert item.text in " ".join(quote(document, item).split())
