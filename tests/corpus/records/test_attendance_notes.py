"""Tables of participants with columns without heads, marks explained below, days, and the place of attendance."""

from __future__ import annotations

from pathlib import Path

from tests.corpus.records.test_attendance_layouts import lists, noted, of

HEADLESS = """## Annex: those who took part

| | Name | Post | Days present |
|---|---|---|---|
| **MEMBERS** | | | |
| Hungary | Mr Bela Toth | Director | 9–10 |
| | Ms Eva Nagy | Adviser | 9 |
| Romania | Ms Ana Popa (a) | Director | 9–10 |
| Serbia | Ms Jelena Savic | Engineer | 10 |
| **OBSERVERS** | | | |
| Moldova | Mr Ion Rusu | Counsellor | 9–10 |
| **PERMANENT OFFICE, OSIJEK** | | | |
| Permanent Office | Ms Iva Horvat | Head | 9–10 |

(a) Took part online.
"""


def test_a_column_of_parties_needs_no_head(tmp_path: Path) -> None:
    records = of(tmp_path, HEADLESS)

    assert lists(records) == {
        "member": ["Hungary", "Romania", "Serbia"],
        "observer": ["Moldova"],
        "secretariat": ["Permanent Office"],
    }
    assert noted(records, "Hungary").represented_by == ("Bela Toth", "Eva Nagy")


def test_marks_and_days_are_said_of_the_party(tmp_path: Path) -> None:
    records = of(tmp_path, HEADLESS)

    assert (noted(records, "Romania").mode, noted(records, "Romania").presence) == ("online", "online")
    assert noted(records, "Serbia").note == "days present: 10"
    assert noted(records, "Moldova").note is None  # as most others


def test_what_is_said_of_one_of_two_delegates_is_not_said_of_the_party(tmp_path: Path) -> None:
    assert noted(of(tmp_path, HEADLESS), "Hungary").note is None


def test_the_place_is_a_way_of_coming(tmp_path: Path) -> None:
    records = of(
        tmp_path,
        """## Attendance

| Delegation | Names | How present |
|---|---|---|
| Hungary | Mr Bela Toth | in Osijek, item 4 only |
| Romania | Ms Ana Popa | on line |
| Serbia | Ms Jelena Savic | in Osijek |
""",
    )

    assert noted(records, "Hungary").presence == "in person"
    assert noted(records, "Hungary").note == "item 4 only"
    assert noted(records, "Romania").presence == "online"


def test_lists_in_columns_under_a_row_of_heads(tmp_path: Path) -> None:
    records = of(
        tmp_path,
        """PRESENT                                 EXCUSED                 SECRETARIAT

Hungary      Mr Bela Toth               Croatia                 Ms Iva Horvat
Romania      Ms Ana Popa (online)       Albania (observer)      Mr Ivo Babic
Serbia       Ms Jelena Savic            FAO                     Ms Mia Kos
Slovenia     Mr Jan Novak

Observers
Moldova      Mr Ion Rusu (day 2)
Ukraine      Ms Olha Bondar

Invited for item 4
Vodomer Instruments      Ms Lea Mlinar
""",
        "paper.txt",
    )

    found = lists(records)
    assert found["member"] == ["Hungary", "Romania", "Serbia", "Slovenia"]
    assert found["apologies"] == ["Croatia", "Albania", "FAO"]
    assert found["observer"] == ["Moldova", "Ukraine"]
    assert found["invited guest"] == ["Vodomer Instruments"]
    assert noted(records, "Romania").presence == "online"
    assert noted(records, "Moldova").note == "day 2"


def test_a_list_of_its_own_sort_among_others(tmp_path: Path) -> None:
    records = of(
        tmp_path,
        """## Who came

| Members | Hungary, Romania, Serbia |
|---|---|
| Candidates | Albania, Montenegro |
| Observers | Moldova, Ukraine |
| Venue | Osijek, Croatia |
| Company | Vodomer Instruments (10 April only) |
""",
    )

    assert noted(records, "Albania").capacity_text == "Candidates"
    assert "Croatia" not in [name for names in lists(records).values() for name in names]
    assert lists(records)["private sector"] == ["Vodomer Instruments"]
