"""Attendance by marks: a party a row, a meeting a column, and a legend that explains 'M', 'O', '✓' or '–'."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corpus.readers import read
from corpus.records import read_records
from corpus.records.types import AnyRecord, Attendance, AttendanceGroup, Completeness, Meeting

LETTERS = """<html><body><h1>Attendance at meetings of the Task Force on River Dolphins</h1>
<table><tr><th>Party</th><th>First Meeting (Phnom Penh, 3–4 May 2018)</th><th>Second Meeting (Kratie, 10 June 2019)</th></tr>
<tr><td>Cambodia</td><td>M</td><td>M</td></tr>
<tr><td>Lao PDR</td><td>M</td><td>V</td></tr>
<tr><td>Thailand</td><td>O</td><td>M</td></tr>
<tr><td>Viet Nam</td><td>M</td><td>–</td></tr>
<tr><td>WWF</td><td></td><td>O (V)</td></tr></table>
<p>M = member; O = observer; V = by video link; – = did not attend</p></body></html>"""

TICKS = """# Working Group on Alpine Huts: who came

| Meeting | Date | Place |
| --- | --- | --- |
| First Meeting | 12 May 2016 | Chur |
| Second Meeting | 3 June 2017 | Bolzano |

## Attendance

| State | 1st | 2nd |
| --- | :---: | :---: |
| Austria | ✓ | ✓ |
| France | ✓ | ✗ |
| Italy | {italy} | ✓ |

✓ present; ✗ apologies sent; a blank: not represented
"""

DAYS = """# Minutes of the Fifth Meeting of the Board on Cork Oak

Évora, 5 June 2019

| Delegation | Present | Apologies |
| --- | --- | --- |
| Portugal | X | |
| Spain | X | |
| Algeria | | X |
"""


def of(folder: Path, name: str, text: str) -> tuple[AnyRecord, ...]:
    (folder / name).write_text(text)
    return read_records(read(folder / name, id=name))


def lists(records: Sequence[AnyRecord], number: int) -> dict[str, set[str]]:
    """Capacity → names as written, of the meeting with a number."""
    meeting = next(r.id for r in records if isinstance(r, Meeting) and r.number == number)
    found: dict[str, set[str]] = {}
    for record in records:
        if isinstance(record, Attendance) and record.meeting == meeting:
            found.setdefault(record.capacity.value, set()).add(record.written)
    return found


def test_letters_tell_capacity_and_absence_meeting_by_meeting(tmp_path: Path) -> None:
    records = of(tmp_path, "table.html", LETTERS)

    assert lists(records, 1) == {"member": {"Cambodia", "Lao PDR", "Viet Nam"}, "observer": {"Thailand"}}
    assert lists(records, 2) == {
        "member": {"Cambodia", "Lao PDR", "Thailand"},
        "observer": {"WWF"},
        "absent": {"Viet Nam"},
    }


def test_a_mark_for_a_video_link_tells_how_a_party_came(tmp_path: Path) -> None:
    records = of(tmp_path, "table.html", LETTERS)

    assert {r.written for r in records if isinstance(r, Attendance) and r.presence == "online"} == {
        "Lao PDR",
        "WWF",
    }


def test_the_heads_of_columns_name_the_meetings_with_date_and_place(tmp_path: Path) -> None:
    meetings = [r for r in of(tmp_path, "table.html", LETTERS) if isinstance(r, Meeting)]

    assert [(m.number, str(m.dates.start) if m.dates else None, m.place) for m in meetings] == [
        (1, "2018-05-03", "Phnom Penh"),
        (2, "2019-06-10", "Kratie"),
    ]


def test_ticks_under_ordinals_belong_to_the_meetings_of_the_page(tmp_path: Path) -> None:
    records = of(tmp_path, "page.md", TICKS.format(italy=""))

    assert lists(records, 1) == {"participant": {"Austria", "France"}, "absent": {"Italy"}}
    assert lists(records, 2) == {"participant": {"Austria", "Italy"}, "apologies": {"France"}}


def test_a_mark_without_explanation_leaves_the_lists_open(tmp_path: Path) -> None:
    records = of(tmp_path, "page.md", TICKS.format(italy="q"))

    first = next(r.id for r in records if isinstance(r, Meeting) and r.number == 1)
    assert {
        group.completeness
        for group in records
        if isinstance(group, AttendanceGroup) and group.meeting == first
    } == {Completeness.INCOMPLETE}


def test_crosses_under_present_and_apologies_sort_the_delegations(tmp_path: Path) -> None:
    records = of(tmp_path, "minutes.md", DAYS)

    assert lists(records, 5) == {"participant": {"Portugal", "Spain"}, "apologies": {"Algeria"}}


def test_a_table_of_who_ratified_what_is_no_attendance(tmp_path: Path) -> None:
    text = LETTERS.replace("Attendance at meetings", "Fees paid to each fund").replace(
        "did not attend", "has not paid"
    )

    assert not [r for r in of(tmp_path, "table.html", text) if isinstance(r, Attendance)]
