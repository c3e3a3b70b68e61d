"""The Documents tab and the filters of the chat, in a real headless Chromium."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from gradio_client import Client

from tests.page.conftest import Served, serving
from tests.page.reader import Reader
from tests.typeset import Head, NewPage, Text, typeset_pdf

pytestmark = pytest.mark.browser

QUAY = (
    "The Ninth Session of the Quay Council was held in Apia, Samoa, on 5 May 2020, and was chaired by Samoa."
)
WHERE = "Where was the Ninth Session of the Quay Council held?"


@pytest.fixture
def own(chromium: Any, tmp_path: Path) -> Iterator[tuple[Reader, Served]]:
    """A reader of a page of their own, because documents come and go here."""
    with serving(tmp_path) as served:
        reader = Reader(chromium, served.address)
        yield reader, served
        reader.context.close()


@pytest.fixture
def reader(chromium: Any, served: Served) -> Iterator[Reader]:
    one = Reader(chromium, served.address)
    yield one
    one.context.close()


def listed(reader: Reader) -> list[str]:
    reader.page.locator("#wg-documents table").wait_for()
    return reader.page.locator("#wg-documents tbody tr td:first-child").all_inner_texts()


def choose(reader: Reader, label: str, option: str) -> None:
    reader.page.get_by_label(label, exact=True).last.click()
    reader.page.get_by_role("option", name=option).click()


def quay_pdf(folder: Path) -> Path:
    head = Head("Statement of the Ninth Session of the Quay Council", 0)
    rest = [NewPage(), Head("Discussion"), Text("The Council agreed on a common fee for berths.")]
    return typeset_pdf(folder / "quay.pdf", [head, Text(QUAY), *rest], page_numbers="Page {page} of {pages}")


def upload(reader: Reader, *files: Path) -> str:
    """Add files and return the table of outcomes."""
    reader.tab("Documents")
    reader.page.get_by_text("Add documents").click()
    reader.page.set_input_files("#wg-upload input[type=file]", [str(one) for one in files])
    reader.page.locator("#wg-upload .file-preview tr").nth(len(files) - 1).wait_for()
    reader.page.click("#wg-add")
    report = reader.page.locator("#wg-report table")
    report.wait_for()
    return str(report.inner_text())


def test_the_table_tells_what_each_document_is(reader: Reader) -> None:
    reader.tab("Documents")
    listed(reader)
    heads = reader.page.locator("#wg-documents th").all_inner_texts()
    assert heads[:7] == ["Title", "Kind", "Body", "Date", "Place", "Pages", "Records"]
    row = reader.page.locator("#wg-documents tr", has_text="Third Meeting").first.inner_text()
    for told in ("statement", "Lake Basin Working Group", "17 and 18 May 2022", "Kigali, Rwanda"):
        assert told in row


def test_the_table_is_filtered_by_kind_and_body(reader: Reader) -> None:
    reader.tab("Documents")
    whole = listed(reader)
    choose(reader, "Kind", "work plan")
    reader.page.get_by_text(re.compile(r"^2 of \d+ documents$")).wait_for()
    assert all("Work Plan" in one for one in listed(reader))
    choose(reader, "Kind", "any")
    choose(reader, "Body", "Lake Basin")
    reader.page.get_by_text(re.compile(r"^4 of \d+ documents$")).wait_for()
    assert len(whole) > 4
    reader.page.fill("#wg-doc-search textarea, #wg-doc-search input", "zanzibar")
    reader.page.get_by_text("No document matches.").wait_for()


def test_a_document_shows_its_outline_its_text_and_its_records_beside_their_quotes(reader: Reader) -> None:
    reader.tab("Documents")
    reader.page.locator("#wg-documents [data-act=view]", has_text="Third Meeting").click()
    view = reader.page.locator("#wg-document")
    view.get_by_role("navigation", name="Outline of the document").wait_for()
    view.get_by_role("navigation").get_by_role("button", name="Discussion").click()
    assert "Discussion" in reader.page.evaluate("document.activeElement.textContent")
    records = view.get_by_role("complementary")
    records.locator("summary", has_text="Attendance").first.click()
    entry = records.locator(".wg-record", has_text="Zambia").first
    assert "Zambia" in (entry.locator("q").text_content() or "")
    entry.get_by_role("button").click()
    view.locator("mark").first.wait_for()
    assert "Zambia" in " ".join(view.locator(".wg-body mark").all_text_contents())


@pytest.mark.parametrize(
    ("label", "option"),
    [("Body", "Harbour"), ("Number of the meeting", "2"), ("work plan", None)],
)
def test_a_filter_on_the_chat_shuts_out_what_it_does_not_name(
    reader: Reader, label: str, option: str | None
) -> None:
    reader.page.get_by_text("Search only in").click()
    if option is None:
        reader.page.get_by_label(label).check()
    else:
        reader.page.get_by_label(label, exact=True).first.click()
        reader.page.get_by_role("option", name=option).click()
        reader.page.keyboard.press("Escape")
    turn = reader.ask("Where was the Third Meeting held?")
    assert "Kigali" not in turn.locator(".wg-text").inner_text()


def test_several_files_each_have_an_outcome(own: tuple[Reader, Served], tmp_path: Path) -> None:
    reader, _ = own
    twin = tmp_path / "twin"
    twin.mkdir()
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "note.md").write_text("# Note\n\nThe quay of Apia has nine berths.\n", "utf-8")
    (twin / "note.md").write_text("# Note\n\nThe quay of Suva has four berths.\n", "utf-8")
    told = upload(
        reader, quay_pdf(tmp_path), tmp_path / "photo.png", tmp_path / "empty.txt", tmp_path / "note.md", twin / "note.md"
    )  # fmt: skip
    assert re.search(r"quay\.pdf\s+added", told)
    assert re.search(r"photo\.png\s+failed.*picture", told)
    assert re.search(r"empty\.txt\s+failed.*empty", told)
    assert re.search(r"note\.md\s+added", told)
    assert re.search(r"note \(2\)\.md\s+added", told)
    # the table is drawn anew after the outcomes are told
    reader.page.locator("#wg-documents tr", has_text="Quay Council").first.wait_for()
    assert sum("Quay Council" in one for one in listed(reader)) == 1
    assert sum("Note" in one for one in listed(reader)) >= 2


def test_a_file_that_is_too_large_is_named(own: tuple[Reader, Served], tmp_path: Path) -> None:
    reader, served = own
    large = tmp_path / "large.txt"
    large.write_text("ferry " * (served.settings.serve.max_upload_mb * 1024 * 1024 // 6 + 1000))
    reader.tab("Documents")
    reader.page.get_by_text("Add documents").click()
    reader.page.set_input_files("#wg-upload input[type=file]", str(large))
    reader.page.get_by_text(
        re.compile(r'exceed the maximum allowed size of 5\.?0? Mb.*"large\.txt"', re.I)
    ).wait_for()


def test_a_document_is_removed_once_that_is_confirmed(own: tuple[Reader, Served], tmp_path: Path) -> None:
    reader, served = own
    upload(reader, quay_pdf(tmp_path))
    reader.tab("Ask")
    assert "Apia" in reader.ask(WHERE).locator(".wg-text").inner_text()
    reader.tab("Documents")
    remove = reader.page.get_by_role("button", name="Remove Statement of the Ninth Session")
    asked: list[str] = []
    reader.page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    remove.click()
    assert "cannot be undone" in asked[0]
    reader.page.wait_for_timeout(300)
    assert remove.count() == 1
    reader.page.once("dialog", lambda dialog: dialog.accept())
    remove.click()
    remove.wait_for(state="detached")
    assert not list((served.settings.serve.data / "files").rglob("*.pdf"))
    reader.tab("Ask")
    reader.page.click("#wg-new")
    reader.page.locator(".wg-welcome").wait_for()
    assert "Apia" not in reader.ask(WHERE).locator(".wg-text").inner_text()
    reader.page.locator("#wg-conversations .wg-conversation").last.click()
    reader.page.get_by_text("has been removed or changed since this answer").wait_for()


def test_a_quote_from_a_pdf_shows_with_its_page_drawn(own: tuple[Reader, Served], tmp_path: Path) -> None:
    reader, _ = own
    upload(reader, quay_pdf(tmp_path))
    reader.tab("Ask")
    turn = reader.ask("What did the Quay Council agree on?")
    assert "fee for berths" in turn.locator(".wg-text").inner_text()
    turn.locator(".wg-marker").first.click()
    card = reader.page.locator("#wg-evidence-panel .wg-card").first
    assert "page 2" in card.locator(".wg-where").inner_text()
    before = card.locator("details", has_text="Passage before")
    before.locator("summary").click()
    assert "Apia" in before.inner_text()
    card.get_by_role("button", name="Show the page").click()
    picture = reader.page.locator("#wg-picture img")
    picture.wait_for()
    assert "page 2" in (picture.get_attribute("alt") or "").lower()
    yellow = picture.evaluate(
        """(image) => {
            const canvas = document.createElement("canvas");
            [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
            const context = canvas.getContext("2d");
            context.drawImage(image, 0, 0);
            const data = context.getImageData(0, 0, canvas.width, canvas.height).data;
            let count = 0;
            for (let n = 0; n < data.length; n += 4) count += data[n] > 200 && data[n + 2] < 120;
            return count;
        }"""
    )
    assert yellow > 500


def test_where_uploads_are_off_nothing_is_added_or_removed(chromium: Any, tmp_path: Path) -> None:
    with serving(tmp_path, upload=False) as served:
        reader = Reader(chromium, served.address)
        reader.tab("Documents")
        listed(reader)
        assert reader.page.get_by_text("Add documents").count() == 0
        assert reader.page.get_by_role("button", name="Remove").count() == 0
        named = Client(served.address, verbose=False).view_api(return_format="dict", print_info=False)
        assert not any("add" in name or "upload" in name for name in named["named_endpoints"])
        reader.context.close()
