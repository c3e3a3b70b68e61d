"""Who came, how they came, who excused themselves, and how many, asked of records."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.answerers.records import answer_from_records
from assistant.library import Library
from corpus.readers.markdown import read_markdown
from corpus.records import read_records

PAPERS = {
    "fifth.md": """# Report of the Fifth Meeting of the Working Group on Salt Marshes

Venice and online, 3–4 March 2021

## Attendance

Members: Denmark, Germany, Italy, Portugal, the European Commission and Wetlands International.

Observers: Morocco, UNEP and FAO.

Denmark and Morocco joined by video link.

Apologies: France. Absent: Malta and Spain.
""",
    "sixth.md": """# Report of the Sixth Meeting of the Working Group on Salt Marshes

Huelva, Spain, 6–7 May 2022

## Attendance

Members: Germany, Italy and Portugal. Observers: Morocco.

Apologies: Denmark. Absent: Malta.
""",
    "progress.md": """# Progress report on salt marshes

The Working Group on Salt Marshes held its Seventh Meeting in Aveiro from 14 to 16 May 2023. Eight of the ten Parties attended.
""",
}


@pytest.fixture(scope="module")
def library() -> Library:
    documents = [read_markdown(text.encode(), name, name) for name, text in PAPERS.items()]
    return Library(documents, [record for document in documents for record in read_records(document)])


def answer(library: Library, question: str) -> str:
    draft, why = answer_from_records(question, library)
    assert draft is not None, why
    return " ".join(claim.text for claim in draft.claims)


@pytest.mark.parametrize(
    ("question", "named", "left_out"),
    [
        ("Which observers attended the Fifth Meeting?", ["Morocco", "UNEP", "FAO"], ["Italy"]),
        ("Which members joined the Fifth Meeting remotely?", ["Denmark"], ["Germany", "Morocco"]),
        (
            "Which member states were physically at the Fifth Meeting?",
            ["Germany", "Italy", "Portugal"],
            ["Denmark"],
        ),
        ("Who excused themselves from the Fifth Meeting?", ["France sent apologies"], ["Malta", "Spain"]),
        ("Who was absent from the Fifth Meeting?", ["France", "Malta", "Spain"], []),
        ("Who missed both the Fifth and the Sixth Meeting?", ["Malta"], ["Spain", "France", "Denmark"]),
        ("Who missed the Sixth Meeting but attended the Fifth?", ["Denmark"], ["Malta"]),
        (
            "Which members were missing from the Sixth Meeting but took part in the Fifth?",
            ["Denmark"],
            ["Malta"],
        ),
        (
            "Which members present at the Fifth Meeting were missing at the Sixth Meeting?",
            ["Denmark"],
            ["Germany", "France"],
        ),
        (
            "Which members that were at the Fifth Meeting could not come to the Sixth Meeting?",
            ["Denmark"],
            ["Malta"],
        ),
        ("Which members missed the Fifth Meeting but not the Sixth?", ["None"], ["Denmark", "Spain"]),
        ("How many Parties were represented at the Seventh Meeting?", ["8 "], []),
    ],
)
def test_the_lists_answer_with_those_asked_for(
    library: Library, question: str, named: Sequence[str], left_out: Sequence[str]
) -> None:
    text = answer(library, question)

    assert all(piece in text for piece in named), text
    assert not any(piece in text for piece in left_out), text


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Was Wetlands International a member or an observer at the Fifth Meeting?", "as a member"),
        ("Was UNEP a member or an observer at the Fifth Meeting?", "as an observer"),
        ("Was Denmark in the room at the Fifth Meeting?", "No, Denmark attended"),
        ("Does the report count Malta as having attended the Fifth Meeting?", "No, Malta was absent"),
        ("In what way did Denmark take part in the Fifth Meeting: in person or online?", "by video link"),
        ("Did Germany send anybody to the Sixth Meeting?", "Yes, Germany attended"),
        ("Did a Danish delegation come to the Fifth Meeting?", "Yes, Denmark attended"),
        ("Was a Maltese delegation at the Fifth Meeting?", "No, Malta was absent"),
        ("Did Norway observe the Fifth Meeting of the working group?", "No, Norway is not on the list"),
    ],
)
def test_a_party_is_told_with_its_capacity_and_how_it_came(
    library: Library, question: str, wanted: str
) -> None:
    assert wanted in answer(library, question)


@pytest.mark.parametrize(
    "question",
    [
        "Which members joined the Sixth Meeting remotely?",  # the lists say nothing of how they came
        "How many observers were represented at the Seventh Meeting?",  # only parties are counted
        "How many participants were at the Fifth Meeting?",  # parties are listed, persons are not counted
        "Which members were absent from the Fifth Meeting but were at the Seventh?",  # no list of the Seventh
    ],
)
def test_what_no_list_tells_is_not_made_up(library: Library, question: str) -> None:
    draft, _ = answer_from_records(question, library)

    assert draft is None or draft.status.value == "not_stated"


def test_no_party_is_denied_that_a_paper_names_beside_its_lists() -> None:
    paper = """# Report of the Second Meeting of the Panel on Peat Roads

Riga, 4–5 March 2020

## Attendance

Members: Denmark, Germany and Poland. Observers: Morocco.

Iceland followed the debate from an adjoining hall at the Chair's request.
"""
    document = read_markdown(paper.encode(), "second.md", "second.md")
    library = Library([document], list(read_records(document)))

    draft, _ = answer_from_records("Did Iceland attend the Second Meeting?", library)

    assert draft is None or not any("No, " in claim.text for claim in draft.claims)
    assert "No, Spain is not" in answer(library, "Did Spain attend the Second Meeting?")


def test_a_list_of_parties_is_asked_about_one_by_one(library: Library) -> None:
    text = answer(
        library, "Of Denmark, Italy and Malta, which attended both the Fifth and the Sixth Meeting?"
    )

    assert "Italy" in text
    assert "Denmark" not in text
    assert "Germany" not in text


def test_who_else_came_leaves_out_the_head_of_the_delegation() -> None:
    paper = """# Report of the Second Meeting of the Panel on Peat Roads

Riga, 4–5 March 2020

## Participants

| Delegation | Head of delegation | Other delegates |
|---|---|---|
| Denmark | Ms Karin Holt, Director of Roads | Mr Jens Friis |
| Poland | Mr Adam Lis, Deputy Minister | none |
"""
    document = read_markdown(paper.encode(), "second.md", "second.md")
    library = Library([document], list(read_records(document)))

    text = answer(library, "Who else came with the delegation of Denmark at the Second Meeting?")

    assert "Jens Friis" in text
    assert "Karin Holt" not in text
