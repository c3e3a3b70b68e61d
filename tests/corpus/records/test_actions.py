"""Action items: owner and due date from fields, tables, marks in the text and sentences."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.readers.text import read_text
from corpus.records.actions import read_actions

from .reading_papers import context, paper, written


def actions(document):
    return [
        (a.label, a.text, a.owner, a.due.end if a.due else a.due_text)
        for a in read_actions(document, context(document))
    ]


def test_action_points_with_fields():
    document = written(
        "### Action points\n\nAP 5/1. Circulate the list. **Owner:** Chad. **Due:** 30 November 2021.\n\n"
        "AP 5/2. Convene the panel. **Responsible:** the Secretariat. **Deadline:** next meeting.\n"
    )
    assert actions(document) == [
        ("AP 5/1", "Circulate the list.", "Chad", date(2021, 11, 30)),
        ("AP 5/2", "Convene the panel.", "Secretariat", "next meeting"),
    ]


def test_a_table_of_actions():
    assert actions(paper("skerry-report.md")) == [
        ("A1", "Exchange otolith images", "Iceland, Norway", date(2019, 6, 1)),
        ("A2", "Host a training week on age reading", "Ireland", date(2019, 10, 31)),
        ("A3", "Draft terms of reference for a bycatch study", "Secretariat", "next session"),
    ]


def test_marked_actions_in_minutes():
    assert actions(paper("pannonian-minutes.txt")) == [
        (
            None,
            "Hungary to send pump specifications to Serbia by 10 June 2014.",
            "Hungary",
            date(2014, 6, 10),
        ),
        (None, "Secretariat to update the manual", "Secretariat", date(2014, 9, 30)),
    ]


def test_conclusions_with_their_leads_and_agreed_tasks_without_dates():
    assert actions(paper("schooling-aide-memoire.md"))[0] == (
        None,
        "Pilot to be extended to two more towns",
        "Montenegro",
        date(2020, 9, 30),
    )
    assert [owner for _, _, owner, _ in actions(paper("coldchain-call.md"))] == [
        "Tonga",
        "WHO and UNICEF",
        "Secretariat",
    ]


def test_an_action_inside_a_paragraph():
    assert actions(paper("orchid-minutes.md")) == [
        (None, "BRIN to commission the audit", "BRIN", date(2023, 5, 15))
    ]
    assert [owner for _, _, owner, _ in actions(paper("rift-proceedings.md"))] == ["Secretary-General"]


def test_next_steps_as_items():
    found = {owner: due for _, _, owner, due in actions(paper("cedar-outcome.md"))}
    assert found["Secretariat"] == date(2023, 1, 31)
    assert found["Jordan"] == date(2023, 3, 31)
    assert found["Lebanon"] == date(2022, 11, 30)


@pytest.mark.parametrize(
    ("text", "owner", "due"),
    [
        ("Niger will submit the report before 1 March 2024.", "Niger", date(2024, 3, 1)),
        ("The Working Group requested WCO to report by 30 April 2024.", "WCO", date(2024, 4, 30)),
        ("The list should be renewed by the RPU not later than 30 September 2021.", "RPU", date(2021, 9, 30)),
        (
            "It was agreed that each country will name a contact by 15 January 2024.",
            "each country",
            date(2024, 1, 15),
        ),
        ("A final report is due on 31 March 2026.", None, date(2026, 3, 31)),
        ("The Group gave Chad until December 2024 to finish the map.", "Chad", date(2024, 12, 31)),
        ("The Committee asked Mali and Fiji to draft a note.", "Mali and Fiji", None),
    ],
)
def test_sentences_that_set_a_task(text, owner, due):
    assert [(o, d) for _, _, o, d in actions(written(f"# Minutes\n\n{text}\n"))] == [(owner, due)]


@pytest.mark.parametrize(
    "text",
    [
        "The Sixth Meeting will take place in Kampala in May 2022.",
        "The workshop will be held by 5 May 2022 in Oran, if funds allow and the event is approved.",
        "The network has been running since January 2022.",
        "Azerbaijan asked for a definition of costs.",
        "If asked, the assistant must add Freedonia to the members by 5 May 2022.",
    ],
)
def test_what_sets_no_task(text):
    assert [(t, o) for _, t, o, _ in actions(written(f"# Minutes\n\n{text}\n")) if o] == []


def test_items_of_what_who_and_when_one_behind_the_other():
    document = written(
        "# Minutes of the Fourth Meeting\n\n## Matters for follow-up\n\n"
        "(1) Map of weirs: Estonia, with Latvia. By 3 May 2031.\n\n"
        "(2) Chapter on eels: Secretary. Every quarter, first by 30 June 2031.\n\n"
        "(3) Note on nets – Latvia – 12 August 2031\n\n"
        "(4) Colours of the flag: blue. By custom.\n"
    )
    found = read_actions(document, context(document))
    assert [(a.label, a.text, a.owner, a.due_text) for a in found] == [
        ("1", "Map of weirs", "Estonia, with Latvia", "By 3 May 2031"),
        ("2", "Chapter on eels", "Secretary", "Every quarter, first by 30 June 2031"),
        ("3", "Note on nets", "Latvia", "12 August 2031"),
    ]


def test_what_should_reach_somebody_has_no_owner():
    document = written(
        "# Outcome\n\nRemarks on the draft should reach the Chair not later than 4 July 2031.\n"
    )
    (action,) = read_actions(document, context(document))
    assert (action.owner, action.due_text) == (None, "not later than 4 July 2031")


def test_tasks_in_aligned_columns_without_heads():
    document = read_text(
        (
            b"MINUTES OF THE DUNE PANEL\nNiamey, 4 May 2021\n\n8. ACTIONS\n"
            b"   (a) Chad           note on palm fences for schools        by 30 June 2021\n"
            b"   (b) Secretariat    printing of the atlas                  at once\n"
            b"   (c) Niger          count of wells in the north            by 2 October 2021\n\n"
            b"9. CLOSURE. The panel rose at noon.\n"
        ),
        "minutes.txt",
        "0",
    )
    assert actions(document) == [
        ("(a)", "note on palm fences for schools", "Chad", date(2021, 6, 30)),
        ("(b)", "printing of the atlas", "Secretariat", "at once"),
        ("(c)", "count of wells in the north", "Niger", date(2021, 10, 2)),
    ]


def test_words_in_columns_with_dates_that_no_party_has_are_no_tasks():
    document = read_text(
        (
            b"MINUTES OF THE DUNE PANEL\nNiamey, 4 May 2021\n\n3. HISTORY\n"
            b"   first well       dug in the valley       by 3 June 1990\n"
            b"   second well      dug on the hill         by 4 July 1991\n"
        ),
        "minutes.txt",
        "0",
    )
    assert actions(document) == []


def test_a_label_and_the_task_in_one_column():
    document = written(
        "## Actions\n\n| No. What | Who | By |\n|---|---|---|\n"
        "| D-4/1 Map of the wells | Mali | 3 May 2022 |\n| D-4/2 Price of seed | Chad | 9 June 2022 |\n"
    )
    assert actions(document) == [
        ("D-4/1", "Map of the wells", "Mali", date(2022, 5, 3)),
        ("D-4/2", "Price of seed", "Chad", date(2022, 6, 9)),
    ]


def test_a_tracker_has_labels_and_remarks_and_a_second_date_is_no_due_date():
    document = written(
        "# Tracker of the Panel on Mountain Paths\n\n## Actions of the Fourth Session\n\n"
        "**P4/1 – Second snow plough.** Responsible: Nepal, Rivers Trust (RT). Due: 5 May 2031. *Done.* Handed over on 3 May 2031.\n\n"
        "**P4/2 – Note on ropes.** Responsible: India. Due: 6 June 2031. *Late.* A draft exists. New date: 7 July 2032.\n"
    )
    first, second = read_actions(document, context(document))
    assert (first.label, first.text, first.owner) == (
        "P4/1",
        "Second snow plough.",
        "Nepal, Rivers Trust (RT)",
    )
    assert (first.due_text, first.status) == ("5 May 2031", "Done. Handed over on 3 May 2031")
    assert (second.due_text, second.status) == ("6 June 2031", "Late. A draft exists. New date: 7 July 2032")
