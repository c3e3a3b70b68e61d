"""What sort of paper one is, which papers a question names, and which of two counts for more."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answerers.conflicts.authority import sort_of, weightier
from assistant.answerers.conflicts.papers import papers
from assistant.answerers.conflicts.values import differ, values
from assistant.library import Library
from assistant.question.shape import shape_of
from corpus.document import Document
from corpus.readers import read
from corpus.records import read_records
from tests.assistant.conflicts.papers import FILES


@pytest.fixture(scope="module")
def read_papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    place: Path = tmp_path_factory.mktemp("papers")
    for name, text in FILES.items():
        (place / name).write_text(text, encoding="utf-8")
    return {name: read(place / name, id=name) for name in FILES}


@pytest.fixture(scope="module")
def library(read_papers: dict[str, Document]) -> Library:
    documents = list(read_papers.values())
    return Library(documents, [record for document in documents for record in read_records(document)])


def test_the_sort_of_a_paper_is_seen_by_kind_title_and_head(read_papers: dict[str, Document]) -> None:
    sorts = {name: sort_of(document) for name, document in read_papers.items()}
    assert sorts == {
        "fourth.md": "statement",
        "gazette.md": "press",
        "fifth.md": "statement",
        "report.md": "report",
    }


@pytest.mark.parametrize(
    ("one", "other", "better"),
    [
        ("fourth.md", "gazette.md", "fourth.md"),  # although the press item is the later
        ("report.md", "gazette.md", "report.md"),
        ("fourth.md", "fifth.md", "fifth.md"),
        ("report.md", "fifth.md", "report.md"),
    ],
)
def test_the_body_before_the_press_then_the_later_before_the_earlier(
    read_papers: dict[str, Document], one: str, other: str, better: str
) -> None:
    for first, second in ((one, other), (other, one)):
        ruling = weightier(read_papers[first], read_papers[second])
        assert ruling is not None
        assert ruling.better.id == better
        assert ruling.because


def test_of_two_papers_of_one_day_none_counts_for_more(read_papers: dict[str, Document]) -> None:
    assert weightier(read_papers["fourth.md"], read_papers["fourth.md"]) is None


@pytest.mark.parametrize(
    ("written", "groups"),
    [
        ("the statements of 2020 and 2022", [{"fourth.md"}, {"fifth.md"}]),
        ("the two statements", [{"fourth.md"}, {"fifth.md"}]),
        ("the Harbour Gazette", [{"gazette.md"}]),
        ("the statement of 2022 and the progress report", [{"fifth.md"}, {"report.md"}]),
        ("the documents", [{"fourth.md"}, {"gazette.md"}, {"fifth.md"}, {"report.md"}]),
        ("the Chronicle of Atlantis", []),
    ],
)
def test_a_designation_names_its_papers(library: Library, written: str, groups: list[set[str]]) -> None:
    found = [{document.id for document in group} for group in papers(written, library)]
    assert sorted(found, key=sorted) == sorted(groups, key=sorted)


@pytest.mark.parametrize(
    ("question", "one", "other", "apart"),
    [
        ("How many boats were seized?", "They seized 40 boats.", "Forty boats were seized.", False),
        ("How many boats were seized?", "They seized 40 boats.", "In 2021, 41 boats were seized.", True),
        (
            "How many boats were seized?",
            "They seized 40 boats and 7 nets.",
            "Seized: 40 boats, 9 nets.",
            False,
        ),
        ("How many boats were seized?", "They seized 40 boats.", "They seized boats.", False),
        ("When was it signed?", "It was signed on 4 May 2021.", "Signed: 4.5.2021 in Bonn.", False),
        ("When was it signed?", "It was signed on 4 May 2021.", "It was signed on 5 May 2021.", True),
        ("When was it signed?", "It was signed on 4 May 2021.", "It was signed in May 2021.", False),
        ("Who chaired it?", "Ms Ilse Marten chaired it.", "It was chaired by Mr Jan Wolny.", True),
        ("Who chaired it?", "Ms Ilse Marten chaired it.", "It was chaired by Ms Marten.", False),
    ],
)
def test_two_sentences_differ_where_both_say_something_and_share_none_of_it(
    question: str, one: str, other: str, apart: bool
) -> None:
    asked = shape_of(question)
    assert differ(values(asked, one), values(asked, other)) is apart
