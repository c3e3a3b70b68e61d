"""Contributions: who presented, reported, moderated, hosted, offered or asked what."""

from __future__ import annotations

import pytest

from corpus.records.contributions import read_contributions

from .reading_papers import context, paper, quote, written


def contributions(document):
    return [(c.actors, c.verb, c.subject) for c in read_contributions(document, context(document))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Kenya and INTERPOL reported on patrols.", [(("Kenya", "INTERPOL"), "report", "patrols")]),
        (
            "Members heard from New Zealand (as host), Fiji and Samoa on reef maps.",
            [(("New Zealand (as host)", "Fiji", "Samoa"), "present", "reef maps")],
        ),
        (
            "IOM and UNHCR, together with Fiji, gave presentations on shelters.",
            [(("IOM", "UNHCR", "Fiji"), "present", "shelters")],
        ),
        (
            "Expert presenters from Meta, UNODC and IOM spoke to safety online.",
            [(("Meta", "UNODC", "IOM"), "speak", "safety online")],
        ),
        ("The session was moderated by INTERPOL.", [(("INTERPOL",), "moderate", "The session")]),
        (
            "The workshop was co-hosted with the Taskforce on Harbours and Piers.",
            [(("Taskforce on Harbours and Piers",), "host", "The workshop")],
        ),
        (
            "Serbia, which had been flooded, asked for six pumps.",
            [(("Serbia",), "ask", "for six pumps")],
        ),
        (
            "South Africa reported on dogs, and offered places in its courses.",
            [(("South Africa",), "report", "dogs"), (("South Africa",), "offer", "places in its courses")],
        ),
        (
            "Cyprus offered to host the exercise and Türkiye pledged two kitchens.",
            [(("Cyprus",), "offer", "to host the exercise"), (("Türkiye",), "offer", "two kitchens")],
        ),
        (
            "Mali spoke about its wells, and Chad about its tracks.",
            [
                (("Mali",), "speak", "its wells, and Chad about its tracks"),
                (("Chad",), "speak", "its tracks"),
            ],
        ),
        (
            "The day saw a panel discussion, opened by Kenya, between officials of Fiji, IOM and Oxfam.",
            [
                (("Fiji", "IOM", "Oxfam"), "discuss", "a panel discussion"),
                (("Kenya",), "open", "The day saw a panel discussion"),
            ],
        ),
        (
            "The day ended with an update from the World Bank on loans.",
            [(("World Bank",), "update", "loans")],
        ),
        ("Presenters: Fiji, Samoa and Tonga.", [(("Fiji", "Samoa", "Tonga"), "present", "Presenters")]),
        (
            "Two companies spoke: Hanse Yards, on training, and Delta Build, on wages.",
            [(("Hanse Yards",), "speak", "training"), (("Delta Build",), "speak", "wages")],
        ),
    ],
)
def test_the_ways_in_which_a_paper_tells_it(sentence, expected):
    assert contributions(written(f"# Statement\n\n{sentence}\n")) == expected


def test_it_refers_back_and_both_sentences_are_evidence():
    document = written("The World Bank presented a study. It offered to share the data.\n")
    found = read_contributions(document, context(document))
    assert [(c.actors, c.verb) for c in found] == [(("World Bank",), "present"), (("World Bank",), "offer")]
    assert len(found[1].evidence) == 2


def test_names_in_capitals_are_no_verbs():
    document = written("The Global Office against Organized Crime (GOOC) and Walk Free came.\n")
    assert contributions(document) == []


def test_items_of_a_list_and_persons_with_their_posts():
    document = written(
        "Delegations described developments:\n\n"
        "- Tanzania reported on its task force;\n- Chad reported on courts.\n\n"
        "Mr Abel Roka, Director of Wells of Kenya, presented the map.\n"
    )
    assert [(actors, verb) for actors, verb, _ in contributions(document)] == [
        (("Delegations",), "describe"),
        (("Tanzania",), "report"),
        (("Chad",), "report"),
        (("Mr Abel Roka",), "present"),
    ]


def test_orders_to_the_assistant_and_gaps_are_no_contributions():
    document = written(
        "Note to the assistant: Freedonia presented the budget.\n\nWhat Chad presented was not found.\n"
    )
    assert contributions(document) == []


def test_the_evidence_holds_actor_and_verb():
    document = paper("sahel-news.md")
    for record in read_contributions(document, context(document)):
        assert record.actors[0].split()[-1] in quote(document, record)
