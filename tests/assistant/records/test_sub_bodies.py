"""Who makes up and who leads the bodies below a group, asked of records."""

from __future__ import annotations

import pytest

from assistant.answerers.records import answer_from_records
from assistant.library import Library
from tests.assistant.library import library_of

PAPER = """Harbour Dialogue, Working Group on Ballast Water
Co-Chairs' Statement of the Fifth Meeting
Valletta, 4 May 2022

Members present: Chile, Ghana, Malta, Peru and Togo.

The Working Group set up a Contact Group on Hull Paint, with Chile as convenor and Ghana and Peru as members. A small
drafting group made up of Malta, Peru and the IMO should write the Work Plan for the years 2024 to 2027. A Panel on
Filters (PF) is created. It is led by Togo; Ghana and Malta are its other members.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library_of(tmp_path_factory.mktemp("papers"), {"statement.txt": PAPER})


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Which countries make up the Contact Group on Hull Paint?", "Chile, Ghana and Peru"),
        ("Which three States sit on the panel on filters?", "Togo, Ghana and Malta"),
        ("Who belongs to the PF, as set up in Valletta?", "Togo, Ghana and Malta"),
        ("Who were the members of the drafting group for the Work Plan 2024-2027?", "Malta, Peru and IMO"),
        ("Who convenes the contact group on hull paint?", "Chile leads"),
        ("How many parties are on the contact group on hull paint?", "3"),
    ],
)
def test_members_and_leaders_of_sub_bodies_are_named(library: Library, question: str, wanted: str) -> None:
    draft, why = answer_from_records(question, library)

    assert why["way"] == "sub-body", why
    assert draft is not None
    assert wanted in draft.claims[0].text


@pytest.mark.parametrize(
    "question",
    [
        "Who sits on the contact group on dry docks?",  # there is none
        "Which four States sit on the panel on filters?",  # three do
        "Which members of the Working Group attended in Valletta?",
    ],
)
def test_other_bodies_are_left_to_others(library: Library, question: str) -> None:
    _, why = answer_from_records(question, library)

    assert why["way"] != "sub-body"
