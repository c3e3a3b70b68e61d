"""Who spoke, presented or sat on a panel, asked of records."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answerers.records import answer_from_records
from assistant.library import Library
from corpus.readers import read
from corpus.records import read_records

PAPER = """Harbour Dialogue, Working Group on Ballast Water
Co-Chairs' Statement of the Fifth Meeting
Valletta, 4 May 2022

The Fifth Meeting featured a panel discussion between representatives from Chile, Ghana, the IMO and the
Clean Hulls Foundation. Denmark, Malaysia and Peru presented their efforts to test treatment plants on old
ships. Ghana proposed a common logbook. Presenters stressed the need for training.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    path: Path = tmp_path_factory.mktemp("papers") / "statement.txt"
    path.write_text(PAPER)
    document = read(path, id=path.name)
    return Library([document], read_records(document))


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Who sat on the panel at the Fifth Meeting?", ["Chile", "Ghana", "IMO", "Clean Hulls Foundation"]),
        ("How many countries presented on treatment plants at the Fifth Meeting?", ["3: Denmark"]),
        ("Which delegation proposed a common logbook?", ["Ghana proposed a common logbook"]),
    ],
)
def test_those_who_contributed_are_named(library: Library, question: str, wanted: list[str]) -> None:
    draft, why = answer_from_records(question, library)

    assert draft is not None, why
    text = " ".join(claim.text for claim in draft.claims)
    assert all(piece in text for piece in wanted)


@pytest.mark.parametrize(
    "question",
    [
        "Who presented on satellite images at the Fifth Meeting?",  # nobody did
        "Who stressed the need for training?",  # 'presenters' names nobody
        "What is a treatment plant, as presented in Valletta?",
    ],
)
def test_what_was_not_contributed_by_anyone_named_is_left_to_others(library: Library, question: str) -> None:
    draft, _ = answer_from_records(question, library)

    assert draft is None


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("What did Ghana propose at the Fifth Meeting?", "Ghana proposed a common logbook."),
        (
            "What did Peru present at the Fifth Meeting?",
            "their efforts to test treatment plants on old ships.",
        ),
    ],
)
def test_what_a_party_did_is_told_in_the_papers_words(library: Library, question: str, wanted: str) -> None:
    draft, _ = answer_from_records(question, library)
    assert draft is not None
    (claim,) = draft.claims
    assert claim.text.endswith(wanted)
    assert claim.quotes


@pytest.mark.parametrize(
    "question",
    [
        "What did Ghana present at the Fifth Meeting?",  # it proposed
        "What did Ghana propose on fees at the Fifth Meeting?",  # not what it proposed
        "What did Ghana propose at the Sixth Meeting?",
    ],
)
def test_what_a_party_did_not_do_is_not_told(library: Library, question: str) -> None:
    draft, _ = answer_from_records(question, library)
    assert draft is None or "logbook" not in draft.claims[0].text
