"""Decisions in scans whose bullets recognition has misread, and years spelt with letters."""

from __future__ import annotations

import pytest

from corpus.cleaning.scan import repair
from corpus.readers.text import read_text
from corpus.records import read_records
from corpus.records.types import Attendance, Capacity, Contribution, Decision, Person

_TOP = (
    "Dune Working Group\n\nStatement of the 4th Meeting\n\nAtar, Mauritania, 6 June 2022\n\n"
    "The Dune Working Group held its 4th Meeting in Atar, Mauritania, on 6 June 2022.\n\n"
)


def test_bullets_that_a_scan_has_misread_are_bullets() -> None:
    text = _TOP + (
        "The Working Group:\n\n° endorsed the Guidelines on Fences;\n* established a Wind Cell, to be hosted by Niger;\n"
        "© extended the mandate of the Seed Panel; and\ne asked the Secretariat to prepare a plan.\n"
    )
    decisions = [r for r in read_records(read_text(text.encode(), "x.txt", "0")) if isinstance(r, Decision)]
    assert [(d.label, d.text.rstrip(".")) for d in decisions] == [
        (None, "endorsed the Guidelines on Fences"),
        (None, "established a Wind Cell, to be hosted by Niger"),
        (None, "extended the mandate of the Seed Panel"),
        (None, "asked the Secretariat to prepare a plan"),
    ]


@pytest.mark.parametrize(
    ("spoilt", "right"),
    [
        ("in May 2O23", "in May 2023"),
        ("since 20l9", "since 2019"),
        ("the O2 mast", "the O2 mast"),
        ("1999", "1999"),
    ],
)
def test_years_with_letters_for_figures(spoilt: str, right: str) -> None:
    assert repair(spoilt) == right


def test_two_who_chair_jointly_are_co_chairs_and_a_panel_has_members() -> None:
    text = _TOP + (
        "The meeting was chaired jointly by Ms Salma Diop, Director of Forests of Senegal, and Mr Ali Saleh, Director of "
        "Water of Chad. A panel composed of Mali, Niger and the FAO asked why fences fall.\n\n"
        "Attendance\n\nMembers: Mali, Niger and Chad.\n\nTogo had been invited as an observer and did not come.\n"
    )
    found = read_records(read_text(text.encode(), "x.txt", "0"))
    chairs = {r.name: r.roles for r in found if isinstance(r, Person)}
    assert chairs == {"Salma Diop": ("co-chair",), "Ali Saleh": ("co-chair",)}
    panel = [r.actors for r in found if isinstance(r, Contribution) and r.verb == "discuss"]
    assert panel == [("Mali", "Niger", "FAO")]
    absent = [(r.party, r.note) for r in found if isinstance(r, Attendance) and r.capacity is Capacity.ABSENT]
    assert absent == [("Togo", "invited as an observer")]
