"""What a reader can do on the page, in a real headless Chromium."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from docx import Document as WordDocument
from typer.testing import CliRunner

from assistant.interface.commands import app
from assistant.interface.page.feedback import FeedbackStore
from tests.page.conftest import Served
from tests.page.reader import OBSERVERS, Reader
from tests.typeset import Head, Text, typeset_pdf

pytestmark = pytest.mark.browser


@pytest.fixture
def reader(chromium: Any, served: Served) -> Iterator[Reader]:
    one = Reader(chromium, served.address)
    yield one
    one.context.close()


def test_a_citation_opens_with_exactly_its_quote_marked(reader: Reader, served: Served) -> None:
    turn = reader.ask(OBSERVERS)
    for name in ("Burundi", "Zambia", "World Bank"):
        assert name in turn.locator(".wg-text").inner_text()
    expected = served.assistant.ask(OBSERVERS).citations[0]
    turn.locator(".wg-marker").first.click()
    card = reader.page.locator("#wg-evidence-panel .wg-card.wg-current")
    card.wait_for()
    assert card.locator("mark").text_content() == expected.quote
    assert "Third Meeting" in card.locator("h3").inner_text()
    where = card.locator(".wg-where").inner_text()
    assert "17 and 18 May 2022" in where
    assert "Attendance" in where
    after = card.locator("details", has_text="Passage after")
    after.locator("summary").click()
    assert "common signal for ferries" in after.inner_text()
    assert "chaired by Rwanda" in (card.locator("details", has_text="Passage before").text_content() or "")
    assert card.get_by_text("Source").get_attribute("href") == "https://example.org/lake-basin/third-meeting"


def test_how_it_was_answered_unfolds_under_the_answer(reader: Reader, served: Served) -> None:
    turn = reader.ask(OBSERVERS)
    fold = turn.locator(".wg-how")
    assert not fold.locator("ol").is_visible()
    fold.get_by_text("How was this answered?").click()
    assert OBSERVERS in fold.locator("li").first.inner_text()
    fold.get_by_text("Trace (JSON)").click()
    trace = json.loads(fold.locator("pre").inner_text())
    expected = served.assistant.ask(OBSERVERS).trace
    assert {**trace, "seconds": {}} == {**expected, "seconds": {}}


def test_a_follow_up_takes_the_meeting_from_the_question_before(reader: Reader) -> None:
    reader.ask("Which members attended the Second Meeting?")
    turn = reader.ask("And the observers?")
    text = turn.locator(".wg-text").inner_text()
    assert "Burundi" in text
    assert "Zambia" not in text


def test_what_the_documents_do_not_say_shows_at_a_glance(reader: Reader) -> None:
    turn = reader.ask("What was the budget of the Third Meeting?")
    assert "do not say" in turn.locator(".wg-badge").inner_text()


def test_filters_restrict_the_answer(reader: Reader) -> None:
    reader.page.get_by_text("Search only in").click()
    reader.page.get_by_label("To year").fill("2021")
    reader.page.get_by_label("To year").blur()
    turn = reader.ask("Which countries were observers?")
    assert "Zambia" not in turn.locator(".wg-text").inner_text()


def test_a_reload_keeps_the_conversation_and_others_do_not_see_it(
    reader: Reader, chromium: Any, served: Served
) -> None:
    reader.ask(OBSERVERS)
    reader.open()
    assert OBSERVERS in reader.page.locator(".wg-question").first.inner_text()
    assert reader.page.locator("#wg-conversations .wg-conversation").count() == 1
    other = Reader(chromium, served.address)
    assert other.page.locator(".wg-turn").count() == 0
    assert other.page.locator("#wg-conversations .wg-conversation").count() == 0
    other.context.close()


def test_conversations_are_begun_renamed_and_deleted(reader: Reader) -> None:
    reader.ask(OBSERVERS)
    reader.page.click("#wg-new")
    reader.page.wait_for_selector(".wg-welcome")
    reader.ask("Who chaired the Second Meeting?")
    names = reader.page.locator("#wg-conversations .wg-conversation")
    assert names.count() == 2
    reader.page.once("dialog", lambda dialog: dialog.accept("Brief for the minister"))
    reader.page.locator("#wg-conversations [data-act=rename]").first.click()
    reader.page.get_by_role("button", name="Brief for the minister", exact=True).wait_for()
    reader.page.once("dialog", lambda dialog: dialog.accept())
    reader.page.locator("#wg-conversations [data-act=delete]").first.click()
    reader.page.get_by_role("button", name="Brief for the minister", exact=True).wait_for(state="detached")
    assert names.count() == 1


def test_an_uploaded_pdf_answers_for_its_reader_alone(
    reader: Reader, chromium: Any, served: Served, tmp_path: Path
) -> None:
    sentence = "The Fifth Session of the Harbour Committee was held in Mombasa, Kenya, on 4 March 2023."
    pdf = typeset_pdf(
        tmp_path / "harbour session.pdf",
        [Head("Statement of the Fifth Session of the Harbour Committee", 0), Text(sentence)],
        page_numbers="Page {page} of {pages}",
    )  # fmt: skip
    reader.tab("Documents")
    reader.page.get_by_text("Add documents").click()
    reader.page.set_input_files("#wg-upload input[type=file]", [str(pdf), str(_broken_pdf(tmp_path))])
    reader.page.locator("#wg-upload").get_by_text("broken").first.wait_for()
    reader.page.click("#wg-add")
    report = reader.page.locator("#wg-report table")
    report.wait_for()
    assert re.search(r"harbour session\.pdf\s+added", report.inner_text())
    assert re.search(r"broken\.pdf\s+failed", report.inner_text())
    reader.tab("Ask")
    question = "Where was the Fifth Session of the Harbour Committee held?"
    turn = reader.ask(question)
    assert "Mombasa" in turn.locator(".wg-text").inner_text()
    turn.locator(".wg-marker").first.click()
    reader.page.get_by_role("button", name="Show the page").first.click()
    reader.page.locator("#wg-picture img").wait_for()
    assert "could not be located" not in reader.page.locator("#wg-picture").inner_text()
    other = Reader(chromium, served.address)
    assert "Mombasa" not in other.ask(question).locator(".wg-text").inner_text()
    other.context.close()


def test_a_cell_of_the_matrix_opens_its_evidence(reader: Reader) -> None:
    reader.tab("Meetings")
    cell = reader.page.get_by_role("button", name=re.compile(r"^Zambia, Third Meeting.*: observer"))
    cell.click()
    mark = reader.page.locator("#wg-meeting-evidence .wg-card mark").first
    mark.wait_for()
    assert "Zambia" in (mark.text_content() or "")
    absent = reader.page.get_by_role("button", name=re.compile(r"^Zambia, Second Meeting.*not on the list"))
    assert absent.count() == 1


def test_two_meetings_are_compared(reader: Reader) -> None:
    reader.tab("Compare")
    reader.page.get_by_label("Later meeting").wait_for()
    reader.page.wait_for_function(
        "document.querySelector('[aria-label=\"Later meeting\"]').value.includes('2022')"
    )
    reader.page.get_by_role("button", name="Compare the meetings").click()
    new = reader.page.locator("#wg-comparison section").first
    new.wait_for()
    assert "Zambia" in new.inner_text()
    assert "Tanzania" in reader.page.locator("#wg-comparison section").nth(1).inner_text()


def test_two_plans_are_compared_each_line_with_its_evidence(reader: Reader) -> None:
    reader.tab("Compare")
    reader.page.wait_for_function(
        "document.querySelector('[aria-label=\"Later plan\"]')?.value.includes('2025')"
    )
    reader.page.get_by_role("button", name="Compare the plans").click()
    sections = reader.page.locator("#wg-comparison section")
    sections.first.wait_for()
    told = {one.split(" (")[0]: one for one in sections.all_inner_texts()}
    assert "Shared weather warnings" in told["New"]
    assert "Safer ferries → Safer ferries and landing stages" in told["Changed"]
    assert "Faster rescue" in told["Gone"]
    sections.nth(1).get_by_role("button", name="Evidence for").click()
    cards = reader.page.locator("#wg-compare-evidence .wg-card")
    cards.first.wait_for()
    assert ["2023" in one for one in cards.locator("h3").all_inner_texts()] == [True, False]
    assert all("Safer ferries" in (one.text_content() or "") for one in cards.locator("mark").all())


def test_quotes_are_read_without_signs_of_markup_and_are_the_quotes_all_the_same(
    reader: Reader, served: Served
) -> None:
    question = "What are the objectives of the Work Plan 2025-2026?"
    turn = reader.ask(question)
    assert "landing stages" in turn.locator(".wg-text").inner_text()
    reader.page.locator("#wg-evidence-panel .wg-card").first.wait_for()
    cards = reader.page.locator("#wg-evidence-panel .wg-card")
    quotes = [one.quote for one in served.assistant.ask(question).citations]
    assert [one.text_content() for one in cards.locator("mark").all()] == quotes
    read = cards.first.locator("blockquote").inner_text()
    assert "landing stages" in read
    assert not re.search(r"\*\*|\||#", read)


def test_hostile_markup_in_a_document_shows_as_text(reader: Reader) -> None:
    turn = reader.ask("What is the colour of the harbour buoys?")
    assert '<img src=x onerror="window.broken = 3">' in turn.locator(".wg-text").inner_text()
    assert "pineapple" not in turn.locator(".wg-text").inner_text()
    turn.locator(".wg-marker").first.click()
    assert "${window.broken = 4}" in reader.page.locator("#wg-evidence-panel").inner_text()
    reader.tab("Documents")
    reader.page.locator("#wg-documents [data-act=view]", has_text="buoys").click()
    reader.page.locator("#wg-document .wg-body").wait_for()
    assert "<script>window.broken = 5</script>" in reader.page.locator("#wg-document .wg-body").inner_text()
    assert reader.page.evaluate("window.broken") is None
    assert reader.page.locator("#wg-document img").count() == 0


def test_a_link_opens_the_passage_in_its_document(reader: Reader, served: Served) -> None:
    one = served.assistant.ask(OBSERVERS).citations[0]
    reader.open(f"?document={one.document}&start={one.start}&end={one.end}")
    mark = reader.page.locator("#wg-document mark").first
    mark.wait_for()
    assert mark.is_visible()
    assert one.quote.startswith(mark.text_content() or "-")


def test_a_link_to_an_answer_asks_its_question(reader: Reader) -> None:
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    turn = reader.ask(OBSERVERS)
    turn.get_by_role("button", name="Link to answer 1").click()
    reader.page.get_by_text("Link copied").wait_for()
    link = reader.page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(reader.address)
    reader.page.click("#wg-new")
    reader.page.locator(".wg-welcome").wait_for()
    reader.open(link.removeprefix(reader.address))
    opened = reader.page.locator(".wg-turn .wg-text", has_text="Zambia")
    opened.wait_for()
    assert OBSERVERS in reader.page.locator(".wg-question").inner_text()


def test_an_answer_is_copied_with_its_citations(reader: Reader) -> None:
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    turn = reader.ask(OBSERVERS)
    turn.get_by_role("button", name="Copy answer 1").click()
    reader.page.get_by_text("Copied with its citations").wait_for()
    copied = reader.page.evaluate("navigator.clipboard.readText()")
    assert "[1] “" in copied
    assert "Third Meeting" in copied


def test_documents_are_searched(reader: Reader) -> None:
    reader.tab("Documents")
    reader.page.locator("#wg-documents table").wait_for()
    reader.page.fill("#wg-doc-search textarea, #wg-doc-search input", "kigali")
    reader.page.get_by_text(re.compile(r"^1 of \d+ documents$")).wait_for()


def test_feedback_is_kept_with_the_answer_and_exported_as_a_draft_question(
    reader: Reader, served: Served, tmp_path: Path
) -> None:
    turn = reader.ask("Who chaired the Third Meeting?")
    turn.get_by_text("Feedback", exact=True).click()
    turn.get_by_label("Wrong").check()
    turn.get_by_label("Comment").fill("It was someone else.")
    turn.get_by_role("button", name="Send feedback").click()
    reader.page.get_by_text("Your feedback is kept").wait_for()
    kept = [one for _, one in FeedbackStore(served.settings.serve.data / "feedback").all()]
    assert [one.comment for one in kept if one.answer.question == "Who chaired the Third Meeting?"] == [
        "It was someone else."
    ]
    out = tmp_path / "drafts.jsonl"
    told = CliRunner().invoke(
        app, ["feedback", "export", "--out", str(out), "--data", str(served.settings.serve.data)]
    )
    assert told.exit_code == 0
    drafts = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    draft = next(one for one in drafts if one["question"] == "Who chaired the Third Meeting?")
    assert (draft["verdict"], draft["note"], draft["answer"]) == ("wrong", "It was someone else.", "")


def test_an_export_downloads_with_numbered_references(reader: Reader, tmp_path: Path) -> None:
    reader.ask(OBSERVERS)
    reader.page.get_by_text("Export this conversation").click()
    brief = reader.download("Markdown", tmp_path / "brief.md").read_text("utf-8")
    assert "## References" in brief
    assert re.search(r"^1\. “", brief, re.MULTILINE)
    word = WordDocument(str(reader.download("Word (DOCX)", tmp_path / "brief.docx")))
    assert any(one.text.startswith("[1] “") for one in word.paragraphs)
    with pdfplumber.open(reader.download("PDF", tmp_path / "brief.pdf")) as pdf:
        text = pdf.pages[0].extract_text()
    assert "Zambia" in text
    assert "[1] “" in text


def test_the_page_asks_no_other_machine(reader: Reader) -> None:
    reader.ask(OBSERVERS)
    for name in ("Documents", "Meetings", "Compare"):
        reader.tab(name)
        reader.page.wait_for_timeout(300)
    assert reader.foreign == []
    assert reader.errors == []


def test_the_page_fits_a_phone(chromium: Any, served: Served) -> None:
    one = Reader(chromium, served.address, width=390)
    one.ask(OBSERVERS)
    for name in ("Ask", "Documents", "Meetings"):
        if (
            one.page.get_by_role("tab", name=name).count()
            and one.page.get_by_role("tab", name=name).is_visible()
        ):
            one.tab(name)
        one.page.wait_for_timeout(200)
        assert one.page.evaluate("document.documentElement.scrollWidth") <= 392
    one.context.close()


def _broken_pdf(folder: Path) -> Path:
    file = folder / "broken.pdf"
    file.write_bytes(b"%PDF-1.4\nnothing follows")
    return file
