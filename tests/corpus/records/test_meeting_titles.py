"""Meetings by what stands over the text: datelines and stamps, towns with their house, chairs marked in a list."""

from __future__ import annotations

import pytest

from corpus.names.dates import format_range
from corpus.readers.text import read_text
from corpus.records import read_records
from corpus.records.types import Meeting


def main_of(text: str) -> Meeting:
    document = read_text(text.encode(), "x.txt", "0")
    found = [one for one in read_records(document) if isinstance(one, Meeting)]
    return next(one for one in found if one.main)


@pytest.mark.parametrize(
    "stamp", ["[stamp] RECEIVED 12 JUN 2031", "Registered on 12 June 2031", "Version of 12 June 2031"]
)
def test_stamps_and_versions_date_no_meeting(stamp: str) -> None:
    main = main_of(
        f"MOSS GROUP ON PEAT\n\n{stamp}\n\nMinutes of the Third Meeting\n\nTartu, Estonia, 4 - 5 May 2031\n\n"
        "1. The Moss Group on Peat convened for the third time.\n"
    )
    assert main.dates is not None
    assert format_range(main.dates) == "4 and 5 May 2031"


def test_the_date_that_closes_a_line_of_the_title_goes_before_those_of_the_text() -> None:
    main = main_of(
        "Steering Group on Avalanches: Fourth Session\n\nChair's summary, Chur, 4 to 6 May 2031\n\n"
        "1. The Steering Group gathered in the Palácio da Neve, Chur.\n\n"
        "2. The Sub-group first met on 7 October 2030 and reported to the session.\n"
    )
    assert main.dates is not None
    assert format_range(main.dates) == "4 to 6 May 2031"
    assert main.venue == "Palácio da Neve"


def test_a_town_with_its_house_stands_over_the_days() -> None:
    main = main_of(
        "ALPINE PROCESS ON SNOW\n\nWorking Group on Avalanches\n\nMINUTES - SECOND SESSION\n\n"
        "Chur (Hotel Firn, Salle Bleue) and online\n\nTuesday 6 and Wednesday 7 May 2031\n\n"
        "1. The session was opened.\n"
    )
    assert (main.place, main.mode) == ("Chur", "hybrid")


def test_a_day_is_a_part_of_its_meeting() -> None:
    document = read_text(
        b"Standing Group on Avalanches\n\nMinutes of the Second Session\n\n"
        b"Held in Chur, Switzerland, on 6 and 7 May 2031, from 09:30 on the first day to 12:45 on the second\n\n"
        b"1. The session was opened.\n",
        "x.txt",
        "0",
    )
    names = [one.name for one in read_records(document) if isinstance(one, Meeting)]
    assert names == ["Second Session"]
    assert document.metadata.body == "Standing Group on Avalanches"


def test_the_chair_is_of_the_delegation_that_is_marked() -> None:
    main = main_of(
        "Working Group on Avalanches\n\nMinutes of the Second Session\n\nChur, 6 and 7 May 2031\n\n"
        "Present: Austria: Mr Emil Firn; Italy: Ms Ada Neve (Chair); Norway: Mr Jo Sne\n"
    )
    assert main.chairs == ("Italy",)
