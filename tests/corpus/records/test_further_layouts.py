"""Layouts beyond minutes and statements: messages, web pages with nested tables, rows that fell together."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import Document
from corpus.readers import read
from corpus.records import read_records
from corpus.records.types import AnyRecord, Attendance, Capacity, Meeting, Person, PlanItem

MESSAGE = """From: Secretariat, Reef Accord
To: Focal points
Cc: Drafting Team on Anchorages
Date: Mon, 6 May 2019 09:10:00 +0200
Subject: Fourth Meeting (Split) - summary record

Dear colleagues,

Below is the record of the Fourth Meeting of the Working Group on Reef Protection, which took place in Split on 24 and 25 April 2019.

WHO WAS THERE

In the room: Croatia, Italy, Malta.

On screen: Cyprus and Greece.

Nobody from: Albania.

Observer States: Norway (on screen).
"""

PAGE = """<html><body><h1>Third Session of the Committee on Quiet Harbours</h1>
<p>4–5 March 2020, Riga, Latvia</p>
<h2>Who came</h2>
<table><tr><th>Group</th><th>Names</th></tr><tr><td>Member States (4)</td><td><table><tr><td>Estonia</td><td>Finland</td></tr><tr><td>Latvia</td><td>Sweden</td></tr></table></td></tr>
<tr><td>Apologies</td><td>Poland, Denmark</td></tr>
<tr><td>Observers</td><td><table><tr><td>UNESCO</td><td>Ms Ida Holm-Berg</td></tr><tr><td>INTERPOL</td><td>Mr Jan Kask-Saar (online)</td></tr></table></td></tr></table>
</body></html>"""

MINUTES = """# Minutes of the Second Session of the Expert Group on Ferry Safety

Lomé, 3–4 May 2021 (as corrected on 9 July 2021)

## PRESENT

| Delegation | Representative | Function |
| --- | --- | --- |
| Côte d'Ivoire | Ms Awa Kone-Bah | Director of Ports (Chair) |
| Benin Ghana Togo | Mr Luc Dossa-Ayi Ms Efua Mensah-Ofori Mr Koffi Lawson-Adjei | Adviser Inspector Engineer |

## IN ATTENDANCE AS OBSERVERS

| Party | Representative | Function |
| --- | --- | --- |
| Morocco | Mr Omar Alaoui-Tazi | Secretary (online) |
"""

PROSE = """# Report of the Fifth Session of the Committee on Salt Roads

Ghent, Belgium, 7 June 2018

Estonia and Latvia followed the session as observers, and so did Norway and Iceland. Cyprus and Malta did not send a delegation.

Representatives of UNESCO, QXRT and INTERPOL attended as observers. The World Bank observed that, of nine loans, two were late.
"""

PLAN = """# Work Plan 2024–2026

## Objective 1 – Safe piers

- **1.a** Survey old piers (Lead: Fiji; with Samoa and Tonga; by 30 June 2025). *Target: 50 piers.*
- **1.b** Train divers (Lead: Vanuatu; with UNICEF; second half of 2025)
"""


def records(tmp_path: Path, name: str, text: str) -> tuple[Document, tuple[AnyRecord, ...]]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    document = read(path)
    return document, read_records(document)


def listed(found: tuple[AnyRecord, ...]) -> dict[Capacity, list[str]]:
    lists: dict[Capacity, list[str]] = {}
    for record in found:
        if isinstance(record, Attendance):
            lists.setdefault(record.capacity, []).append(record.written)
    return lists


@pytest.fixture
def message(tmp_path: Path) -> tuple[Document, tuple[AnyRecord, ...]]:
    return records(tmp_path, "mail.txt", MESSAGE)


def test_a_message_is_of_its_subject_not_of_its_sender(message):
    document, found = message
    main = next(r for r in found if isinstance(r, Meeting) and r.main)
    assert "From:" not in document.metadata.title
    assert document.metadata.body == "Working Group on Reef Protection"
    assert (main.number, main.place) == (4, "Split")
    assert main.dates is not None
    assert (main.dates.start.isoformat(), main.dates.end.isoformat()) == ("2019-04-24", "2019-04-25")


def test_lists_of_a_message_stand_behind_plain_words(message):
    lists = listed(message[1])
    assert lists[Capacity.PARTICIPANT] == ["Croatia", "Italy", "Malta", "Cyprus", "Greece"]
    assert lists[Capacity.ABSENT] == ["Albania"]
    assert lists[Capacity.OBSERVER] == ["Norway"]
    by_screen = {
        r.written for r in message[1] if isinstance(r, Attendance) and r.mode and "screen" in r.mode.lower()
    }
    assert by_screen == {"Cyprus", "Greece", "Norway"}


def test_a_table_with_tables_inside(tmp_path):
    _, found = records(tmp_path, "page.html", PAGE)
    lists = listed(found)
    assert lists[Capacity.MEMBER] == ["Estonia", "Finland", "Latvia", "Sweden"]
    assert lists[Capacity.APOLOGIES] == ["Poland", "Denmark"]
    assert lists[Capacity.OBSERVER] == ["UNESCO", "INTERPOL"]


def test_rows_that_fell_together_hold_as_many_persons_as_parties(tmp_path):
    _, found = records(tmp_path, "minutes.md", MINUTES)
    represented = {r.written: r.represented_by for r in found if isinstance(r, Attendance)}
    assert represented["Côte d'Ivoire"] == ("Awa Kone-Bah",)
    assert represented["Ghana"] == ("Efua Mensah-Ofori",)
    assert represented["Togo"] == ("Koffi Lawson-Adjei",)
    persons = {r.name: r for r in found if isinstance(r, Person)}
    assert persons["Luc Dossa-Ayi"].party == "Benin"
    assert persons["Awa Kone-Bah"].roles == ("chair",)
    assert persons["Awa Kone-Bah"].post == "Director of Ports"


def test_the_line_over_a_table_gives_the_capacity(tmp_path):
    document, found = records(tmp_path, "minutes.md", MINUTES)
    morocco = next(r for r in found if isinstance(r, Attendance) and r.written == "Morocco")
    assert (morocco.capacity, morocco.mode) == (Capacity.OBSERVER, "online")
    assert document.metadata.dates is not None
    assert document.metadata.dates.start.isoformat() == "2021-05-03"


def test_others_who_did_likewise_and_those_who_sent_nobody(tmp_path):
    lists = listed(records(tmp_path, "report.md", PROSE)[1])
    assert set(lists[Capacity.OBSERVER]) == {
        "Estonia",
        "Latvia",
        "Norway",
        "Iceland",
        "UNESCO",
        "QXRT",
        "INTERPOL",
    }
    assert lists[Capacity.ABSENT] == ["Cyprus", "Malta"]


def test_fields_in_brackets_with_a_target_behind_them(tmp_path):
    _, found = records(tmp_path, "plan.md", PLAN)
    items = {r.number: r for r in found if isinstance(r, PlanItem) and r.level == "activity"}
    assert (items["1.a"].lead, items["1.a"].partners) == ("Fiji", ("Samoa", "Tonga"))
    assert (items["1.a"].timeline, items["1.a"].indicator) == ("by 30 June 2025", "50 piers")
    assert (items["1.b"].lead, items["1.b"].timeline) == ("Vanuatu", "second half of 2025")
