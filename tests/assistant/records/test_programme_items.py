"""Numbered items of a programme, and when papers say that they were published."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answerers.records import answer_from_records
from assistant.library import Library
from tests.assistant.library import library_of, said

PROGRAMME = """# Third Workshop on Avalanches: Programme

Chur, Switzerland, 6–7 May 2031

## Day 1: Tuesday, 6 May 2031

| Time | Session | Speakers and moderator |
|---|---|---|
| 09:00–10:30 | Session 1. Snow | Moderator: Ms Ada Neve (Italy); Speakers: Mr Jo Sne (Norway); Dr Eva Lumi |
| 11:00–12:30 | Session 2. Ice | Chair: Mr Emil Firn |
"""
MINUTES = """# Working Group on Floods: Minutes of the Second Session

Oslo, Norway, 3 May 2029

1. The Second Session was chaired by Norway.
"""
NEWS = """# Bern: Working Group on Seeds takes stock

Posted by the Secretariat on 11 June 2031 · Updated 27 June 2031

The Fifth Session of the Working Group on Seeds was held in Bern, Switzerland, from 4 to 6 June 2031.
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(tmp_path, {"programme.md": PROGRAMME, "minutes.md": MINUTES, "news.md": NEWS})


def test_a_numbered_item_is_no_session_of_a_body(library: Library) -> None:
    answer = said(answer_from_records("When is Session 2 in Chur scheduled?", library)[0])
    assert "6 May 2031, 11:00–12:30" in answer


def test_persons_of_an_item_by_what_they_do(library: Library) -> None:
    assert said(answer_from_records("Who are the speakers of Session 1 in Chur?", library)[0]).startswith(
        "Mr Jo Sne and Dr Eva Lumi speak"
    )
    assert "Ada Neve" in said(answer_from_records("Who moderates Session 1 in Chur?", library)[0])
    assert "Emil Firn" in said(answer_from_records("Who chairs Session 2 of the Chur workshop?", library)[0])


def test_where_there_is_no_programme_a_session_of_the_body_is_meant(library: Library) -> None:
    assert "programme" not in said(answer_from_records("When was Session 2 in Oslo?", library)[0])


def test_the_day_a_page_was_posted_is_not_that_of_the_session(library: Library) -> None:
    posted = said(answer_from_records("When was the news item on the Bern session published?", library)[0])
    updated = said(answer_from_records("When was the page on the Bern session last updated?", library)[0])
    assert "11 June 2031" in posted
    assert "27 June 2031" in updated


def test_a_town_is_known_without_what_tells_it_from_others(tmp_path: Path) -> None:
    paper = MINUTES.replace("Oslo, Norway", "Cuetzalan del Progreso, Mexico")
    few = library_of(tmp_path, {"minutes.md": paper})
    assert "3 May 2029" in said(answer_from_records("When was the session in Cuetzalan held?", few)[0])
