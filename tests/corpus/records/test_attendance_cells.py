"""Lists of attendance in the cells of a table: a head beside or over the names, in Word, Markdown, HTML, PDF."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from corpus.readers import read
from corpus.records import read_records
from corpus.records.types import AnyRecord, Attendance, Person

TITLE = "Minutes of the Third Meeting of the Working Group on Quiet Fjords"


def lists(records: Sequence[AnyRecord]) -> dict[str, list[str]]:
    """Capacity → names as written."""
    found: dict[str, list[str]] = {}
    for record in records:
        if isinstance(record, Attendance):
            found.setdefault(record.capacity.value, []).append(record.written)
    return found


def minutes(folder: Path, rows: Sequence[Sequence[str]]) -> tuple[AnyRecord, ...]:
    paper = docx.Document()
    paper.add_heading(TITLE, 0)
    paper.add_paragraph("Bergen, 4–5 March 2021")
    table = paper.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    paper.add_heading("1. Opening", 1)
    paper.add_paragraph("The meeting was opened at 09:30 and the agenda was adopted.")
    paper.save(str(folder / "minutes.docx"))
    return read_records(read(folder / "minutes.docx"))


@pytest.mark.parametrize(
    "rows",
    [
        [
            ("Date", "4–5 March 2021"),
            ("Present", "Denmark, Estonia and Norway"),
            ("In attendance", "UNEP; FAO"),
            ("Apologies", "Iceland, Sweden"),
        ],
        [
            ("Present", "In attendance", "Apologies"),
            ("Denmark", "UNEP", "Iceland"),
            ("Estonia", "FAO", "Sweden"),
            ("Norway", "", ""),
        ],
        [
            ("Present", "Ms Karin Holt (Denmark), Mr Jaan Tamm (Estonia), Mr Lars Moe (Norway)"),
            ("In attendance", "Ms Ida Berg (UNEP); Mr Tom Hall (FAO)"),
            ("Apologies", "Iceland; Sweden"),
        ],
        [
            ("Present", ""),
            ("Denmark", "Ms Karin Holt"),
            ("Estonia", "Mr Jaan Tamm"),
            ("Norway", "Mr Lars Moe"),
            ("In attendance", ""),
            ("UNEP", "Ms Ida Berg"),
            ("FAO", "Mr Tom Hall"),
            ("Apologies", ""),
            ("Iceland", ""),
            ("Sweden", "Ms Eva Lind"),
        ],
    ],
    ids=["rows", "columns", "persons", "heads between"],
)
def test_a_box_of_minutes_tells_who_was_there_and_who_was_not(
    tmp_path: Path, rows: Sequence[Sequence[str]]
) -> None:
    records = minutes(tmp_path, rows)

    assert lists(records) == {
        "member": ["Denmark", "Estonia", "Norway"],
        "international organisation": ["UNEP", "FAO"],
        "apologies": ["Iceland", "Sweden"],
    }


def test_persons_in_a_box_stand_for_their_parties_and_not_for_its_head(tmp_path: Path) -> None:
    records = minutes(
        tmp_path,
        [
            ("Present", "Denmark: Ms Karin Holt\nEstonia: Mr Jaan Tamm"),
            ("In attendance", "Ms Ida Berg (NHCU)\nMr Tom Hall (FAO)"),
        ],
    )

    parties = {record.name: record.party for record in records if isinstance(record, Person)}
    assert parties["Karin Holt"] == "Denmark"
    assert "Present" not in parties.values()
    assert "NHCU" in lists(records)["participant"]


def test_a_table_of_duties_is_no_list_of_attendance(tmp_path: Path) -> None:
    records = minutes(
        tmp_path,
        [("Country", "Contribution"), ("Denmark", "Iceland, Norway"), ("Sweden", "Estonia, Latvia")],
    )

    assert lists(records) == {}


def test_heads_of_groups_between_tight_rows_of_a_pdf_part_the_groups(tmp_path: Path) -> None:
    sheet = canvas.Canvas(str(tmp_path / "record.pdf"), pagesize=A4)
    sheet.setFont("Helvetica-Bold", 14)
    sheet.drawString(60, 780, "Record of the Sixth Meeting of the Commission on Mangrove Coasts")
    sheet.setFont("Helvetica", 10)
    sheet.drawString(60, 760, "Paramaribo, 8 May 2016")
    rows = [
        ("PARTICIPANTS",),
        ("MEMBER STATES",),
        ("Belize", "Ms Rosa Tun"),
        ("Guyana", "Mr Anil Persaud"),
        ("Suriname", "Ms Joan Pinas"),
        ("OBSERVER STATES",),
        ("Brazil", "Mr Caio Lima"),
        ("France", "Ms Lou Petit"),
    ]
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            sheet.drawString(60 + 180 * column, 730 - 14 * number, text)
    sheet.save()

    records = read_records(read(tmp_path / "record.pdf"))

    assert lists(records) == {"member": ["Belize", "Guyana", "Suriname"], "observer": ["Brazil", "France"]}
    parties = {record.name: record.party for record in records if isinstance(record, Person)}
    assert parties["Joan Pinas"] == "Suriname"
    assert parties["Caio Lima"] == "Brazil"


def test_a_column_of_absentees_beside_those_who_came_holds_nobody_who_was_there(tmp_path: Path) -> None:
    found = lists(
        minutes(
            tmp_path,
            [
                ("Group", "Came", "Did not attend"),
                ("Members", "Denmark, Norway", "Iceland, Sweden"),
                ("Observers", "UNEP", "FAO"),
            ],
        )
    )

    assert found["member"] == ["Denmark", "Norway"]
    assert found["absent"] == ["Iceland", "Sweden", "FAO"]
    assert found["observer"] == ["UNEP"]
