"""When and where a meeting was held, first planned, or is only roughly known, asked of records."""

from __future__ import annotations

import pytest

from assistant.answer import Status
from assistant.answerers.records import answer_from_records
from assistant.library import Library
from tests.assistant.library import library_of

PAPERS = {
    "second.md": """# Dune Dialogue, Working Group on Oases: Minutes of the Second Meeting

Atar, Mauritania, 4 May 2016

The Second Meeting was originally planned for 9 and 10 March 2016 and was moved to 4 May 2016. The Working Group had held
its first meeting, in Port Sudan in 2014. The Third Meeting will be held in Agadez in March 2018.
""",
    "fourth.md": """# Dune Dialogue, Working Group on Oases: Minutes of the Fourth Meeting

Nouakchott, Mauritania, 6 June 2020

The Fourth Meeting was held on 6 June 2020. The Third Meeting had been held online on 24 and 25 November 2018. The Fifth
Meeting will be held in Zinder in April 2022.
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library_of(tmp_path_factory.mktemp("papers"), PAPERS)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Where did the Working Group on Oases meet for the first time?", "Port Sudan"),
        ("For which dates was the Second Meeting originally planned?", "9 and 10 March 2016"),
        ("When was the Third Meeting held?", "24 and 25 November 2018"),
        ("Where was the Third Meeting held?", "online"),
        ("When is the Fifth Meeting?", "April 2022"),
    ],
)
def test_what_came_about_is_told_and_what_was_planned_only_where_asked(
    library: Library, question: str, wanted: str
) -> None:
    draft, why = answer_from_records(question, library)

    assert draft is not None, why
    assert draft.status is Status.ANSWERED
    assert wanted in draft.claims[0].text


def test_a_month_is_no_exact_date(library: Library) -> None:
    draft, _ = answer_from_records("What is the exact date of the Fifth Meeting?", library)

    assert draft is not None
    assert draft.status is Status.NOT_STATED
    assert "April 2022" in draft.claims[0].text
