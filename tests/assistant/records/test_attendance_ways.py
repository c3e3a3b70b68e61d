"""In the paper's own words for a capacity, by the way of coming, and never from another body's list."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answerers.records import answer_from_records
from assistant.library import Library
from tests.assistant.library import library_of, said

MINUTES = """# Minutes of the Third Meeting of the Committee on Reed Beds

Tulcea and online, 5–6 May 2021

## Attendance

Members. Bulgaria and Romania were in the room. Ukraine was connected by remote link.

Intergovernmental bodies. WMO sat as a permanent participant.

A second company, Reedcraft Works, had registered but did not appear.

Seventy-four people signed in: 50 on the spot and 24 by link.

| Delegation | Name | Way | Status |
|---|---|---|---|
| Egypt | Ms Mona Adly | on line | Guest of the Chair |
"""
REGISTER = """# Committee on Reed Beds

## Past meetings

| Meeting | Dates | Place | Registered |
|---|---|---|---|
| Third | 5–6 May 2021 | Tulcea | 74 |
| Second | 9–10 April 2019 | Izmail | 61 |
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("reeds")
    return library_of(folder, {"third.md": MINUTES, "meetings.md": REGISTER})


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("In what capacity did WMO attend the Third Meeting?", "as a permanent participant"),
        (
            "Under what heading does WMO figure in the list of participants of the Third Meeting?",
            "as a permanent",
        ),
        ("Which members followed the Third Meeting on line?", "Ukraine"),
        ("Was Reedcraft Works at the Third Meeting?", "No, Reedcraft Works was absent"),
        ("How many people were physically at the Third Meeting?", "50 people"),
        ("How many people followed the Third Meeting by link?", "24 people"),
        ("How many people attended the Third Meeting?", "74 people"),
        ("How many people registered for the Second Meeting?", "61 persons registered for"),
    ],
)
def test_the_papers_own_words_and_figures(library: Library, question: str, answer: str) -> None:
    assert answer in said(answer_from_records(question, library)[0])


def test_no_list_of_another_body_denies_attendance(library: Library) -> None:
    draft, _ = answer_from_records("Was Norway present at the Third Meeting of the Expert Panel?", library)
    assert "not on the list" not in said(draft)
    own, _ = answer_from_records(
        "Was Norway present at the Third Meeting of the Committee on Reed Beds?", library
    )
    assert "No" in said(own)
