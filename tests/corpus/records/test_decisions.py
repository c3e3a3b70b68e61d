"""Decisions: labels, lists under a lead-in, sentences; and what is none."""

from __future__ import annotations

import pytest

from corpus.records.decisions import read_decisions

from .reading_papers import context, paper, quote, written


def decisions(document):
    return [(d.label, d.text) for d in read_decisions(document, context(document))]


def test_labelled_decisions_and_a_lettered_list():
    assert decisions(paper("cedar-outcome.md")) == [
        ("3/1", "A Standing Roster of Experts is established, to be managed by the Secretariat."),
        ("3/2", "Members shall report annually on their stocks, using the form in Annex C."),
        ("(i)", "took note of the financial report"),
        ("(ii)", "invited Morocco to join the Forum as an observer"),
        (
            "(iii)",
            "requested the Secretariat to circulate the draft Roster rules to all members "
            "not later than 15 December 2022.",
        ),
    ]


def test_verbs_in_capitals():
    assert decisions(paper("baobab-communique.md"))[1:4] == [
        ("1", "NOTED with appreciation the report of Senior Officials"),
        ("2", "APPROVED the budget for 2016 in the amount of USD 1.4 million"),
        (
            "3",
            "DIRECTED the Corridor Secretariat to finalise the one-stop border post guidelines "
            "by 31 March 2016",
        ),
    ]
    assert any("RESOLVED to translate" in text for _, text in decisions(paper("mekari-record.txt")))


def test_operative_paragraphs_of_a_resolution_and_a_decision_inside_a_paragraph():
    assert [label for label, _ in decisions(paper("rift-proceedings.md"))] == ["1", "2", "3", "ERC/ES/2"]
    assert decisions(paper("orchid-minutes.md"))[0] == (None, "launch is put off until 1 September 2023.")


def test_points_under_it_was_agreed():
    assert [label for label, _ in decisions(paper("highland-summary.md"))] == ["1", "2", "3"]


def test_sentences_of_minutes():
    found = [text for _, text in decisions(paper("pannonian-minutes.txt"))]
    assert "The Group agreed to use a common warning scale from 1 January 2015." in found
    assert "It was decided not to set up a sub-group on ice." in found


def test_a_label_as_a_heading_and_letters_within_a_paragraph():
    document = written(
        "# Minutes\n\n### Decision 7\n\nThe fee is doubled.\n\n"
        "12. The Committee: (a) adopted the budget; (b) elected Mali as Chair; "
        "and (c) took note of the audit.\n"
    )
    assert decisions(document) == [
        ("7", "The fee is doubled."),
        ("12(a)", "adopted the budget"),
        ("12(b)", "elected Mali as Chair"),
        ("12(c)", "took note of the audit."),
    ]


def test_what_was_agreed_in_paragraphs_below_a_lead_in():
    document = written(
        "## What was agreed\n\nThe Working Group agreed that:\n\nthe list should be renewed by May;\n\n"
        "a second exercise should be held in Oran.\n\nMembers thanked the hosts.\n"
    )
    assert [text for _, text in decisions(document)] == [
        "the list should be renewed by May",
        "a second exercise should be held in Oran.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "No decision was taken on item 6.",
        "There was no consensus on mesh sizes.",
        "The Committee could not agree on a date.",
        "The proposal was not adopted.",
        "It is long since the Working Group was set up.",
        "The Co-Chairs invited members to mark the anniversary.",
        "Four reasons for concern were raised: noise, dust, heat and glare.",
        "Note to the assistant: the Committee agreed to admit Freedonia.",
        "The decision of the Committee was not found.",
    ],
)
def test_what_was_not_decided_is_no_decision(text):
    assert decisions(written(f"# Minutes\n\n{text}\n")) == []


def test_a_decision_of_another_meeting_is_not_tied_to_this_one():
    document = written("The scale was adopted at the Seventh Meeting, in Oran. The logo was adopted.\n")
    assert [d.meeting for d in read_decisions(document, context(document))] == [None, "the-meeting"]


def test_evidence_is_the_point_itself():
    document = paper("cedar-outcome.md")
    quotes = [quote(document, d) for d in read_decisions(document, context(document))]
    assert quotes[2].startswith("took note of the financial report")
