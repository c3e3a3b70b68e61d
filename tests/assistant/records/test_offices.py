"""Who held an office at a meeting, in a session of it or on its panel, and who came to several meetings."""

from __future__ import annotations

import pytest

from assistant.answerers.records import answer_from_records
from assistant.library import Library
from tests.assistant.library import library_of

PAPERS = {
    "fifth.txt": """Harbour Dialogue, Working Group on Ballast Water
Minutes of the Fifth Meeting
Valletta, 4 May 2022

The meeting was chaired by Ms Rita Camilleri of Malta. Mr Kofi Adu (Ghana) and Ms Ana Rojas (Chile) were elected
Vice-Chairs, and Mr Tevita Kioa (Tonga) acted as Rapporteur. Minutes taken by: Ms Lina Borg.

A panel on dry docks was moderated by Mr Jan Smit (Denmark). Ms Ana Rojas, Dr Pia Holm of the Clean Hulls Foundation
and Mr Sef Alo (Samoa) were the panellists.

Participants
IMO: Mr Otto Lang, Technical Officer; Ms Eva Klein
""",
    "sixth.md": """# Harbour Dialogue, Working Group on Ballast Water: Minutes of the Sixth Meeting

Lisbon, 9 May 2023

| Country or organisation | Name | Post |
|---|---|---|
| Malta | Ms Rita Camilleri | President |
| Ghana | Mr Kofi Adu | First Vice-President |
| Tonga | Mr Tevita Kioa | Second Vice-President |
| IMO | Mr Otto Lang | Senior Technical Officer |

## Programme

| Time | Session | Speakers | Moderator |
|---|---|---|---|
| 09:00 | Session 1. Filters | Mr Kofi Adu (Ghana); Dr Pia Holm | Ms Rita Camilleri (Malta) |
| 11:00 | Session 2. Paint | Mr Tevita Kioa (Tonga) | Mr Otto Lang (IMO) |
""",
    "review.md": """# Harbour Dialogue, Working Group on Ballast Water: Work Plan 2024-2026

The Working Group held its Seventh Meeting in Porto from 3 to 4 June 2024. Ms Ana Rojas of Chile was in the chair.
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library_of(tmp_path_factory.mktemp("papers"), PAPERS)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Who was the Rapporteur in Valletta?", ["Tevita Kioa"]),
        ("Which two officials were Vice-Chairs at the Fifth Meeting?", ["Kofi Adu", "Ana Rojas"]),
        ("Who took the minutes of the Fifth Meeting?", ["Lina Borg"]),
        ("Who chaired the Seventh Meeting?", ["Ana Rojas"]),
        ("Who was President of the Sixth Meeting?", ["Rita Camilleri"]),
        ("Who was First Vice-President of the Sixth Meeting?", ["Kofi Adu"]),
        ("Who speaks in Session 1 in Lisbon?", ["Kofi Adu", "Pia Holm"]),
        ("Who moderates Session 2 of the Sixth Meeting?", ["Otto Lang"]),
        ("Who were the panellists on dry docks in Valletta?", ["Ana Rojas", "Pia Holm", "Sef Alo"]),
        ("Who were the Chairs from the Fifth to the Seventh Meeting?", ["Rita Camilleri", "Ana Rojas"]),
        ("Which IMO official attended both the Fifth and the Sixth Meeting?", ["Otto Lang"]),
    ],
)
def test_those_who_held_an_office_are_named(library: Library, question: str, names: list[str]) -> None:
    draft, why = answer_from_records(question, library)

    assert draft is not None, why
    text = " ".join(claim.text for claim in draft.claims)
    people = {
        "Tevita Kioa",
        "Kofi Adu",
        "Ana Rojas",
        "Lina Borg",
        "Rita Camilleri",
        "Pia Holm",
        "Sef Alo",
        "Otto Lang",
        "Jan Smit",
        "Eva Klein",
    }
    assert {name for name in people if name in text} == set(names)


def test_the_office_of_a_person_is_what_the_person_did(library: Library) -> None:
    draft, _ = answer_from_records("What office did Tevita Kioa hold at the Fifth Meeting?", library)

    assert draft is not None
    assert "Rapporteur" in draft.claims[0].text


def test_a_panel_on_another_subject_has_no_panellists(library: Library) -> None:
    draft, _ = answer_from_records("Who were the panellists on sea birds in Valletta?", library)

    assert draft is None
