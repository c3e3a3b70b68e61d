"""Lists of attendance as they are set: led by dots, under heads in capitals, in cells, and told in half a sentence."""

from __future__ import annotations

from pathlib import Path

from corpus.records.types import Attendance, Headcount
from tests.corpus.records.test_attendance_layouts import lists, noted, of

MINUTES = """MINUTES OF THE FOURTH SESSION
Commission on Avalanche Warning
Chur (Switzerland) and online, 3 and 4 May 2019

PRESENT IN CHUR
  Austria .......... Ms Heidi Gruber, Weather Service
  France ........... Mr Luc Morel, Ministry of the
                     Interior; Ms Anne Petit
  Italy ............ Dr Carla Bruni

CONNECTED ONLINE
  Andorra .......... Mr Jordi Pons
  Slovenia ......... Ms Ana Kos, Adviser

ABSENT WITH APOLOGY   Germany, Liechtenstein
NOT REPRESENTED       Monaco

ALSO ATTENDING
  World Meteorological Organization (WMO): Mr Tom Reed (first day only)
  Friends of the Slopes, NGO: Ms Ida Holm
  Alpine Ropeways, company: Mr Urs Frei (item 3 only)

1. OPENING
The Chair opened the session and welcomed Spain, which is to join in 2020.
"""


def test_dots_lead_from_a_party_to_its_persons_under_heads_in_capitals(tmp_path: Path) -> None:
    records = of(tmp_path, MINUTES, "paper.txt")
    found = lists(records)
    assert found["member"] == ["Austria", "France", "Italy", "Andorra", "Slovenia"]
    assert found["apologies"] == ["Germany", "Liechtenstein"]
    assert found["absent"] == ["Monaco"]
    assert noted(records, "Slovenia").presence == "online"
    assert noted(records, "Austria").presence == "in person"
    assert noted(records, "France").represented_by == ("Luc Morel", "Anne Petit")
    assert noted(records, "Alpine Ropeways").capacity.value == "private sector"
    assert not any(isinstance(r, Attendance) and r.party == "Spain" for r in records)


def test_a_capacity_told_in_half_a_sentence(tmp_path: Path) -> None:
    records = of(
        tmp_path,
        """## Attendance

Five of the seven members were represented: Croatia, Hungary, Romania, Serbia and Slovenia. Moldova, where floods
had closed the roads, and Ukraine, which was holding elections, sent written reports. Civil society was represented
by Sava Voices and the River Watch Alliance, and business by a single company, Vodomer Instruments.
""",
    )
    found = lists(records)
    assert found["absent"] == ["Moldova", "Ukraine"]
    assert found["private sector"] == ["Vodomer Instruments"]
    assert found["civil society"] == ["Sava Voices", "River Watch Alliance"]


def test_who_is_on_the_list_was_there_though_it_sent_a_paper(tmp_path: Path) -> None:
    records = of(
        tmp_path,
        "## Attendance\n\nThe members present were Croatia, Hungary and Serbia. Serbia also sent written comments.\n",
    )
    assert "absent" not in lists(records)


def test_those_who_went_on_a_trip_are_not_all_who_came(tmp_path: Path) -> None:
    records = of(
        tmp_path,
        "## Attendance\n\nThe list of registration closed at 52 names.\n\nTwenty participants visited the dam.\n",
    )
    assert [r.number for r in records if isinstance(r, Headcount)] == [52]


def test_the_members_of_a_smaller_body_did_not_thereby_attend(tmp_path: Path) -> None:
    records = of(
        tmp_path,
        "## Decisions\n\nA Sub-group on Gauges was created. Members: Croatia, Hungary and Serbia.\n",
    )
    assert lists(records) == {}
