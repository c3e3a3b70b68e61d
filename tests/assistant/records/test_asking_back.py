"""A numbered meeting that several bodies have held: the question goes back, with the readings to choose from."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import Status
from assistant.answerers.records import answer_from_records
from assistant.library import Library
from corpus.readers import read
from corpus.records import read_records

PAPERS = {
    "ferries.md": ("Ferry Safety Committee", 4, "Paramaribo, Suriname", "Suriname", "2021-03-02"),
    "lighthouses.md": ("Lighthouse Keepers’ Council", 4, "Tórshavn, Faroe Islands", "Denmark", "2019-09-12"),
    "lighthouses-5.md": ("Lighthouse Keepers’ Council", 5, "Bergen, Norway", "Norway", "2020-09-10"),
}
TEXT = """---
title: "Statement of the {nth} Meeting of the {body}"
kind: statement
body: {body}
number: {number}
date_start: {day}
place: {place}
---

# {nth} Meeting of the {body}

The {nth} Meeting of the {body} was held in {place}. The meeting was chaired by {chair}.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("papers")
    documents, records = [], []
    for name, (body, number, place, chair, day) in PAPERS.items():
        path = folder / name
        nth = {4: "Fourth", 5: "Fifth"}[number]
        path.write_text(
            TEXT.format(body=body, number=number, nth=nth, place=place, chair=chair, day=day), "utf-8"
        )
        documents.append(read(path, id=name))
        records += read_records(documents[-1])
    return Library(documents, records)


@pytest.mark.parametrize(
    "question", ["Who chaired the Fourth Meeting?", "Where did the 4th meeting take place?"]
)
def test_each_choice_is_a_question_that_has_an_answer_of_its_own(library: Library, question: str) -> None:
    draft, why = answer_from_records(question, library)
    assert draft is not None
    assert (draft.status, why["way"]) == (Status.UNCLEAR, "ask back")
    assert "Ferry Safety Committee" in draft.claims[0].text
    assert "Lighthouse Keepers’ Council" in draft.claims[0].text
    told = []
    for choice in draft.choices:
        answer, _ = answer_from_records(choice, library)
        assert answer is not None
        assert answer.status is Status.ANSWERED
        told.append(answer.claims[0].text)
    assert ("Suriname" in told[0], "Suriname" in told[1]) in ((True, False), (False, True))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who chaired the Fifth Meeting?", "Norway"),  # only one body has met five times
        ("Who chaired the Fourth Meeting of the Ferry Safety Committee?", "Suriname"),
        ("Who chaired the Fourth Meeting in 2019?", "Denmark"),
    ],
)
def test_where_it_is_clear_nobody_is_asked_back(library: Library, question: str, told: str) -> None:
    draft, _ = answer_from_records(question, library)
    assert draft is not None
    assert draft.status is Status.ANSWERED
    assert told in draft.claims[0].text
    assert not draft.choices
