"""Tables in PDFs come out with the rows and columns that a reader sees."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.document import BlockKind, Document
from corpus.readers import read
from tests.typeset import Block, Grid, Head, NewPage, Text, typeset_pdf

HEADER = ["No.", "Activity", "Lead", "Partners", "When"]
ACTIVITY = (
    "Collect the by-laws of inland port number {n} and publish them in two languages for the inspectors"
)
LEADS = ["Orland", "", "Vesk"]  # blank: the lead above


def plan_rows() -> list[list[str] | str]:
    rows: list[list[str] | str] = ["Objective 1: Share what is known about the river ports"]
    for n in range(1, 25):
        rows.append(
            [
                f"1.{n}",
                ACTIVITY.format(n=n),
                LEADS[n % 3],
                "Harbour Union; River Guard",
                f"By June {2030 + n}",
            ]
        )
        if n == 13:
            rows.append("Objective 2: Inspect together")
    return rows


def plan(**settings: bool) -> list[Block]:
    grid = Grid(HEADER, plan_rows(), [1, 5, 2, 3, 2])
    return [
        Head("Delta Compact on Inland Ports", 0),
        Head("Action Plan 2031-2033"),
        Text(
            "The plan was agreed on by the members at the third session. "
            "Leads report to the Compact each year."
        ),
        replace(grid, **settings),
        Head("Review"),
        Text("The plan is reviewed every year by two members that lead no activity."),
    ]


def cells(document: Document, table: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[table].rows]


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param({}, id="ruled, head on every page"),
        pytest.param({"repeat": False}, id="ruled, head on the first page only"),
        pytest.param({"repeat": False, "split": True}, id="a row broken across the page"),
        pytest.param({"split": True}, id="a row broken across the page, head repeated"),
        pytest.param({"shaded": True}, id="white print on a dark head"),
        pytest.param({"ruled": False}, id="without rules"),
        pytest.param({"ruled": False, "repeat": False}, id="without rules, one head"),
    ],
)
@pytest.mark.parametrize("landscape", [False, True], ids=["portrait", "landscape"])
def test_a_plan_over_several_pages_is_one_table(
    tmp_path: Path, settings: dict[str, bool], landscape: bool
) -> None:
    path = typeset_pdf(
        tmp_path / "plan.pdf",
        plan(**settings),
        landscape=landscape,
        running_head="Delta Compact - Action Plan",
        footer="DC/3/AP",
        page_numbers="Page {page} of {pages}",
    )
    document = read(path)
    assert len(document.pages) > 1
    assert len(document.tables) == 1
    assert document.tables[0].header == tuple(HEADER)
    assert cells(document) == [[row] if isinstance(row, str) else row for row in plan_rows()]
    assert [len(row.cells) == 1 for row in document.tables[0].rows] == [
        row.spanning for row in document.tables[0].rows
    ]
    assert "Delta Compact - Action Plan" not in document.text
    assert "Page 1 of" not in document.text


def test_rows_are_written_between_bars_and_lie_on_their_pages(tmp_path: Path) -> None:
    document = read(typeset_pdf(tmp_path / "plan.pdf", plan(), page_numbers="{page}"))
    lines = document.text.split("\n")
    assert "| No. | Activity | Lead | Partners | When |" in lines
    assert "| Objective 2: Inspect together |" in lines
    assert f"| 1.2 | {ACTIVITY.format(n=2)} | Vesk | Harbour Union; River Guard | By June 2032 |" in lines
    assert f"| 1.1 | {ACTIVITY.format(n=1)} | | Harbour Union; River Guard | By June 2031 |" in lines
    rows = [block for block in document.blocks if block.kind is BlockKind.ROW]
    assert document.page_at(rows[0].start) == 1
    assert document.page_at(rows[-1].start) == len(document.pages)
    for row in document.tables[0].rows:
        for cell in row.cells:
            assert document.text[cell.start : cell.end] == cell.text


PARTICIPANTS: list[list[str] | str] = [
    "Members",
    ["Amberland", "Ms Ilse Kroon", "Head of Unit, Ministry of Inland Transport and Waterways"],
    ["", "Mr Otto Brand", "Second Secretary, Embassy in Port Vesk"],
    ["Corvia", "Dr Anna Lind", "Director"],
    ["", "Mr Jan Oos", "Adviser"],
    ["Delmark", "Ms Petra Voll", "Harbour Master of the Free Port of Delmark City and the Lower Delta"],
    "Observers",
    ["Port Union", "Ms Eva Holm", "Secretary General"],
]


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "aligned"])
@pytest.mark.parametrize("header", [["Delegation", "Name", "Title"], None], ids=["head", "no head"])
def test_a_list_of_participants_keeps_its_blank_cells(
    tmp_path: Path, ruled: bool, header: list[str] | None
) -> None:
    blocks = [
        Head("Annex: List of participants"),
        Grid(header, PARTICIPANTS, [2, 2, 3], ruled=ruled),
        Text(
            "The list was closed by the Secretariat on the last day of the session, after all had registered."
        ),
    ]
    document = read(typeset_pdf(tmp_path / "list.pdf", blocks))
    assert len(document.tables) == 1
    assert document.tables[0].header == tuple(header or ())
    assert cells(document) == [[row] if isinstance(row, str) else row for row in PARTICIPANTS]
    assert "The list was closed by the Secretariat on the last day" in document.text


def test_two_tables_on_following_pages_stay_two(tmp_path: Path) -> None:
    first = Grid(["Country", "Name"], [["Amberland", "Ms Kroon"], ["Corvia", "Dr Lind"]], [1, 2])
    second = Grid(["Session", "Place"], [["First", "Port Vesk"], ["Second", "Corvia"]], [1, 2])
    document = read(typeset_pdf(tmp_path / "two.pdf", [Head("Annexes", 0), first, NewPage(), second]))
    assert [table.header for table in document.tables] == [("Country", "Name"), ("Session", "Place")]
    assert cells(document, 1) == [["First", "Port Vesk"], ["Second", "Corvia"]]


def test_a_programme_by_the_clock_is_a_table(tmp_path: Path) -> None:
    rows = [
        [
            "09:00",
            "Opening of the session by the Mayor of Port Vesk, who welcomes the delegations to the city",
        ],
        ["09:30", "Adoption of the agenda"],
        ["10:00 – 11:30", "Reports of members"],
        ["11:30", "Closing"],
    ]
    document = read(
        typeset_pdf(
            tmp_path / "programme.pdf",
            [Head("Programme", 0), Grid(["Time", "Item"], rows, [1, 3], ruled=False)],
        )
    )
    assert cells(document) == rows


def test_what_is_only_aligned_is_no_table(tmp_path: Path) -> None:
    """Heads of the form 'Date: …', numbered lists and justified prose."""
    prose = (
        "The members met in Port Vesk and considered the state of the inland ports of the whole region. " * 4
    )
    blocks: list[Block] = [
        Head("Agenda", 0),
        Grid(
            None,
            [["Date:", "12 and 13 May 2031"], ["Venue:", "Harbour House"], ["Chair:", "Estia"]],
            [1, 4],
            ruled=False,
        ),
        Grid(None, [["1.", "Opening"], ["2.", "Reports of members"], ["3.", "Closing"]], [1, 9], ruled=False),
        Text(prose),
        Text(prose),
    ]
    document = read(typeset_pdf(tmp_path / "agenda.pdf", blocks, justified=True))
    assert document.tables == ()
    assert "Date: 12 and 13 May 2031" in document.text
    assert prose.strip() in document.text


def test_a_framed_text_is_no_table(tmp_path: Path) -> None:
    def frame(canvas: object) -> None:
        canvas.rect(55, 700, 480, 90)  # type: ignore[attr-defined]

    document = read(
        typeset_pdf(tmp_path / "framed.pdf", [Head("Notice", 0), Text("All is well.")], draw=frame)
    )
    assert document.tables == ()
    assert "All is well." in document.text


def test_a_cell_over_several_rows_holds_for_each(tmp_path: Path) -> None:
    from reportlab.platypus import SimpleDocTemplate, Table

    table = Table(
        [["Lead", "Activity"], ["Orland", "Collect by-laws"], ["", "Print them"], ["Vesk", "Inspect"]],
        colWidths=[120, 240],
        style=[("GRID", (0, 0), (-1, -1), 0.5, "black"), ("SPAN", (0, 1), (0, 2))],
    )
    SimpleDocTemplate(str(tmp_path / "joined.pdf")).build([table])
    document = read(tmp_path / "joined.pdf")
    assert cells(document) == [["Orland", "Collect by-laws"], ["Orland", "Print them"], ["Vesk", "Inspect"]]


def test_a_head_of_two_rows_names_each_column(tmp_path: Path) -> None:
    from reportlab.platypus import SimpleDocTemplate, Table

    table = Table(
        [
            ["Activity", "Timeline", ""],
            ["", "Start", "End"],
            ["Collect by-laws", "2031", "2032"],
            ["Inspect", "2032", "2033"],
        ],
        colWidths=[200, 80, 80],
        style=[("GRID", (0, 0), (-1, -1), 0.5, "black"), ("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 0), (0, 1))],
    )
    SimpleDocTemplate(str(tmp_path / "head.pdf")).build([table])
    document = read(tmp_path / "head.pdf")
    assert document.tables[0].header == ("Activity", "Timeline Start", "Timeline End")
    assert cells(document) == [["Collect by-laws", "2031", "2032"], ["Inspect", "2032", "2033"]]


def test_names_under_each_other_in_one_cell_stay_apart_and_wrapped_text_does_not(tmp_path: Path) -> None:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    style = getSampleStyleSheet()["BodyText"]
    cells_ = ["Amberland<br/>Corvia<br/>Estia", "The Harbour Union of the Lower Delta and of the Upper Delta"]
    table = Table(
        [["Members", "Observers"], [Paragraph(text, style) for text in cells_]],
        colWidths=[200, 150],
        style=[("GRID", (0, 0), (-1, -1), 0.5, "black")],
    )
    SimpleDocTemplate(str(tmp_path / "names.pdf")).build([table])
    document = read(tmp_path / "names.pdf")
    assert document.tables[0].header == ("Members", "Observers")
    assert cells(document) == [
        ["Amberland; Corvia; Estia", "The Harbour Union of the Lower Delta and of the Upper Delta"]
    ]


@pytest.mark.parametrize(
    "style",
    [
        pytest.param([("LINEBELOW", (0, 0), (-1, -1), 0.5, "black")], id="level rules only"),
        pytest.param([("BOX", (0, 0), (-1, -1), 0.5, "black")], id="frame only"),
        pytest.param([("INNERGRID", (0, 0), (-1, -1), 0.5, "black")], id="inner rules only"),
        pytest.param([("ROWBACKGROUNDS", (0, 0), (-1, -1), ["lightgrey", "white"])], id="striped"),
    ],
)
def test_sparing_rules(tmp_path: Path, style: list[tuple[object, ...]]) -> None:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    rows = [["Delegation", "Name", "Title"], *(row for row in PARTICIPANTS if not isinstance(row, str))]
    body = getSampleStyleSheet()["BodyText"]
    content = [[Paragraph(text, body) for text in row] for row in rows]
    table = Table(content, colWidths=[110, 130, 220], style=[("VALIGN", (0, 0), (-1, -1), "TOP"), *style])
    prose = Paragraph("The following took part in the session of the Compact in Port Vesk.", body)
    SimpleDocTemplate(str(tmp_path / "rules.pdf")).build([prose, table, prose])
    document = read(tmp_path / "rules.pdf")
    assert document.tables[0].header == ("Delegation", "Name", "Title")
    assert cells(document) == rows[1:]
