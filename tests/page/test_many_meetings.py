"""Sixty meetings with long names: the matrix stays readable, on a desktop and on a phone."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.page.conftest import Served, serving
from tests.page.many_meetings import COUNT, STATES, has_list, members, ordinal, write_meetings
from tests.page.reader import Reader

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("many")
    with serving(folder, write_meetings(folder / "papers")) as one:
        yield one


@pytest.fixture
def reader(chromium: Any, crowded: Served) -> Iterator[Reader]:
    one = Reader(chromium, crowded.address, width=1440)
    one.tab("Meetings")
    one.page.locator("#wg-matrix .wg-matrix").wait_for()
    yield one
    one.context.close()


def test_every_cell_says_what_the_statement_says(reader: Reader) -> None:
    cells = reader.page.eval_on_selector_all(".wg-cell", "all => all.map((one) => one.ariaLabel)")
    heads = reader.page.locator("#wg-matrix thead th").count()
    assert heads == COUNT + 1
    said = set(cells)
    for number in range(1, COUNT + 1):
        year = 2004 + (number - 1) // 3
        for state in STATES if has_list(number) else ():
            there = "member" if state in members(number) else "not on the list"
            assert f"{state}, {ordinal(number)} Meeting ({year}): {there}" in said
    unlisted = [number for number in range(1, COUNT + 1) if not has_list(number)]
    rows = reader.page.locator("#wg-matrix tbody tr").count()
    assert reader.page.locator("#wg-matrix td.wg-nolist").count() == len(unlisted) * rows


def test_the_matrix_scrolls_within_the_page_and_its_heads_stay(reader: Reader) -> None:
    page = reader.page
    assert page.evaluate("document.documentElement.scrollWidth") <= 1440
    region = page.get_by_role("region", name="Attendance of parties at meetings")
    region.evaluate("one => { one.scrollLeft = one.scrollWidth; one.scrollTop = 400; }")
    last = page.locator("#wg-matrix thead th").last
    assert "Sixtieth Meeting" in last.inner_text()
    box, around = last.bounding_box(), region.bounding_box()
    assert box is not None
    assert around is not None
    assert box["x"] + box["width"] <= around["x"] + around["width"] + 1
    assert abs(box["y"] - around["y"]) <= 2
    names = page.locator("#wg-matrix tbody th").nth(20).bounding_box()
    assert names is not None
    assert abs(names["x"] - around["x"]) <= 2
    widths = page.eval_on_selector_all("#wg-matrix thead th", "all => all.map((one) => one.offsetWidth)")
    assert max(widths[1:]) <= 44
    cut = page.eval_on_selector_all(
        "#wg-matrix thead b",
        "all => all.filter((one) => one.scrollWidth > one.parentElement.clientWidth).length",
    )
    assert cut == 0


def test_no_dot_of_the_timeline_covers_another(reader: Reader) -> None:
    dots = reader.page.eval_on_selector_all(
        "#wg-timeline circle",
        "all => all.map((one) => [one.cx.baseVal.value, one.cy.baseVal.value, one.r.baseVal.value])",
    )
    assert len(dots) == COUNT
    for n, (x, y, r) in enumerate(dots):
        for other_x, other_y, _ in dots[:n]:
            assert (x - other_x) ** 2 + (y - other_y) ** 2 >= (2 * r) ** 2


def test_a_cell_far_to_the_right_is_reached_by_the_arrow_keys_and_opens_its_evidence(reader: Reader) -> None:
    page = reader.page
    page.locator(".wg-cell[tabindex='0']").focus()
    for _ in range(COUNT):
        page.keyboard.press("ArrowRight")
    label = page.evaluate("document.activeElement.ariaLabel")
    assert "Sixtieth Meeting" in label
    page.keyboard.press("Enter")
    page.locator("#wg-meeting-evidence .wg-card").first.wait_for()
    assert "Sixtieth Meeting" in page.locator("#wg-meeting-evidence").inner_text()


def test_a_cell_without_a_list_and_a_dot_of_the_timeline_open_what_the_documents_say(reader: Reader) -> None:
    page = reader.page
    panel = page.locator("#wg-meeting-evidence")
    number = next(n for n in range(1, COUNT + 1) if not has_list(n))
    page.locator(".wg-cell[aria-label*='Kenya, " + ordinal(number) + " Meeting']").click()
    panel.get_by_text(re.compile(f"give no list of attendance for.*{ordinal(number)} Meeting")).wait_for()
    assert panel.locator(".wg-card mark").count() >= 1
    dot = page.get_by_role("button", name=re.compile(f"^7 {ordinal(7)} Meeting"))
    dot.focus()
    page.keyboard.press("Enter")
    panel.locator("h2", has_text=f"{ordinal(7)} Meeting").wait_for()
    assert panel.locator(".wg-card mark").count() >= 1


def test_the_matrix_is_exported_as_csv_and_png(reader: Reader, tmp_path: Path) -> None:
    table = reader.download("Attendance as CSV", tmp_path / "attendance.csv")
    rows = list(csv.DictReader(io.StringIO(table.read_text("utf-8-sig"))))
    kenya = next(row for row in rows if row["party"] == "Kenya")
    assert len(kenya) == COUNT + 1
    for number in (1, 7, 60):
        told = kenya[f"{ordinal(number)} Meeting ({2004 + (number - 1) // 3})"]
        listed = "member" if "Kenya" in members(number) else "not listed"
        assert told == (listed if has_list(number) else "no list given")
    picture = Image.open(reader.download("Attendance as PNG", tmp_path / "attendance.png"))
    assert picture.width > COUNT * 20
    assert picture.height > len(STATES) * 20
    assert len(picture.convert("RGB").getcolors(100_000) or ()) > 10


def test_the_matrix_fits_a_phone(chromium: Any, crowded: Served) -> None:
    one = Reader(chromium, crowded.address, width=390)
    for name in ("Meetings", "Documents", "Compare"):
        one.tab(name)  # all four tabs fit: none hides in a menu
        one.page.wait_for_timeout(300)
        assert one.page.evaluate("document.documentElement.scrollWidth") <= 390
    one.page.get_by_text(re.compile("fewer than two plans")).first.wait_for()
    one.context.close()
