"""Tables over several pages: which lines between the pages belong to them."""

from __future__ import annotations

from corpus.readers.pdf_grid import CellLines, Grid, GridRow
from corpus.readers.pdf_join import JoinedTable, PageContent, joined
from corpus.readers.pdf_lines import PrintedLine, Word

COLUMNS = ((50.0, 200.0), (200.0, 500.0))


def line(text: str, left: float, top: float, *, bold: bool = False) -> PrintedLine:
    words = tuple(
        Word(word, left + 40 * n, left + 40 * n + 36, 10.0, bold, top, top + 10)
        for n, word in enumerate(text.split())
    )
    return PrintedLine(words, top, top + 10)


def row(party: str, person: str, top: float, page: int) -> GridRow:
    cells: tuple[CellLines, ...] = ((line(party, 50, top),), (line(person, 200, top),))
    return GridRow(cells, page)


def head(text: str, top: float, page: int) -> GridRow:
    return GridRow(((line(text, 50, top, bold=True),), ()), page, spanning=True)


def pages(foot: PrintedLine) -> list[PageContent]:
    first = (head("MEMBERS", 700, 1), row("Corvia", "Ms Lind", 714, 1), row("Vesk", "Mr Orm", 728, 1))
    second = (row("Orland", "Ms Roe", 80, 2), row("Tarn", "Mr Ask", 94, 2))
    return [
        PageContent(1, 800.0, [Grid(COLUMNS, first, 700, 740, ruled=False), foot]),
        PageContent(2, 800.0, [Grid(COLUMNS, second, 80, 106, ruled=False)]),
    ]


def test_a_head_of_rows_at_the_foot_of_a_page_stays_in_the_table() -> None:
    (table,) = joined(pages(line("OBSERVERS", 50, 744, bold=True)))
    assert isinstance(table, JoinedTable)
    assert [one.texts[0] for one in table.rows] == [
        "MEMBERS",
        "Corvia",
        "Vesk",
        "OBSERVERS",
        "Orland",
        "Tarn",
    ]
    assert table.rows[3].spanning


def test_a_running_foot_follows_the_table() -> None:
    table, foot = joined(pages(line("Restricted", 50, 780)))
    assert isinstance(table, JoinedTable)
    assert [one.texts[0] for one in table.rows] == ["MEMBERS", "Corvia", "Vesk", "Orland", "Tarn"]
    assert not isinstance(foot, JoinedTable)
    assert foot.line.text == "Restricted"
