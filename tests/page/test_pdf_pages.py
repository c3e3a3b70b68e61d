"""Quotes marked on the pages of PDFs: in running text, in tables, over two pages, from any folder."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from assistant import Assistant
from assistant.interface.page.desk import Desk
from assistant.interface.page.page_view import page_view
from assistant.interface.page.pdf_page import page_picture
from assistant.settings import Settings
from tests.typeset import Grid, Head, NewPage, Text, typeset_pdf

LINES = (
    "The Third Session of the Ferry Committee was held in Mombasa, Kenya, on 4 March 2023, and was "
    "co-chaired by the Ministries of Transport of Kenya and of the Republic of Côte d’Ivoire."
)
NEAR_YELLOW = 120  # blue of a marked pixel is below


def marked_rows(png: bytes) -> list[int]:
    """The rows of pixels that hold a marked pixel."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    width, height = picture.size
    data = picture.load()
    assert data is not None
    return [
        y for y in range(0, height, 3)
        if any((p := data[x, y])[0] > 200 and p[2] < NEAR_YELLOW for x in range(0, width, 5))
    ]  # fmt: skip


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return typeset_pdf(
        tmp_path_factory.mktemp("pdf") / "ferry session.pdf",
        [
            Head("Statement of the Third Session of the Ferry Committee", 0),
            Text(LINES),
            Grid(["No.", "Objective", "Lead"], [["1", "Safer ferries on the lake", "Kenya"], ["2", "Faster rescue at night", "Peru"]]),
            NewPage(),
            Head("Discussion"),
            Text("The Committee agreed to meet again in Lima."),
        ],
    )  # fmt: skip


def test_running_text_is_marked_over_its_lines(pdf: Path) -> None:
    png, found = page_picture(pdf, 1, LINES)
    assert found
    whole = marked_rows(png)
    one, _ = page_picture(pdf, 1, "Mombasa, Kenya")
    assert 0 < len(marked_rows(one)) < len(whole)


def test_a_row_of_a_table_is_marked_in_its_line_alone(pdf: Path) -> None:
    png, found = page_picture(pdf, 1, "| 2 | Faster rescue at night | Peru |")
    assert found
    rows = marked_rows(png)
    assert max(rows) - min(rows) < 40  # pixels: one line


def test_what_is_not_on_the_page_is_not_marked(pdf: Path) -> None:
    png, found = page_picture(pdf, 2, "The budget was adopted without a vote.")
    assert not found
    assert marked_rows(png) == []
    with pytest.raises(ValueError, match="no page 9"):
        page_picture(pdf, 9, "x")


def test_a_pdf_of_any_served_folder_is_drawn_also_after_a_restart(pdf: Path, tmp_path: Path) -> None:
    settings = Settings()
    settings.serve.data = tmp_path / "data"
    with Assistant.open(index=tmp_path / "index", documents=[pdf.parent], settings=settings) as assistant:
        document = assistant.documents()[0]
        start = document.text.index("Mombasa")
    with Assistant.open(index=tmp_path / "index", documents=[pdf.parent], settings=settings) as assistant:
        desk = Desk.over(assistant, settings.serve)
        view = page_view(desk, "", {"document": document.id, "start": start, "end": start + 14})
        assert view.count("<figure") == 1
        assert "data:image/png" in view
        assert "could not be located" not in view
        end = document.text.index("Lima") + 4
        both = page_view(desk, "", {"document": document.id, "start": start, "end": end})
        assert both.count("<figure") == 2
        missing = page_view(desk, "", {"document": "no.pdf", "start": 0, "end": 1})
        assert "not at hand" in missing
        assert "no such passage" in page_view(desk, "", {"document": document.id, "start": "x"})


def test_a_file_that_has_changed_is_not_passed_off_as_the_source(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    file = typeset_pdf(folder / "a.pdf", [Head("Minutes of the Ferry Committee", 0), Text(LINES)])
    settings = Settings()
    settings.serve.data = tmp_path / "data"
    with Assistant.open(index=tmp_path / "index", documents=[folder], settings=settings) as assistant:
        document = assistant.documents()[0]
        typeset_pdf(file, [Head("Minutes of another committee", 0), Text("Nothing.")])
        assert Desk.over(assistant, settings.serve).sources.of(document) is None
