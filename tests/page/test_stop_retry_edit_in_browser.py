"""Stop, retry and edit, with a model that takes its time, in a real headless Chromium."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest

from tests.assistant.model.papers import Scripted
from tests.page.conftest import Served, serving
from tests.page.reader import OBSERVERS, Reader

pytestmark = pytest.mark.browser

# Notes that a turn was being answered, however briefly.
NOTE_BUSY = """() => {
    window.wasBusy = false;
    const look = () => { window.wasBusy ||= Boolean(document.querySelector(".wg-turn[aria-busy]")); };
    new MutationObserver(look).observe(document.body, { attributes: true, childList: true, subtree: true });
}"""
WHERE = "Where was the Third Meeting held?"


class Slow:
    """A model that writes nothing until it is let go."""

    def __init__(self) -> None:
        self.go = threading.Event()

    def __call__(self, keys: list[str]) -> Iterator[str]:
        self.go.wait(60)
        yield f"The Third Meeting was held in Kigali, Rwanda [{keys[0]}]."


@pytest.fixture(scope="module")
def slow() -> Slow:
    return Slow()


@pytest.fixture(scope="module")
def modelled(tmp_path_factory: pytest.TempPathFactory, slow: Slow) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("slow"), model=Scripted(script=slow, asked=[])) as one:
        yield one
        slow.go.set()


def test_stop_keeps_what_is_proven_and_the_page_can_be_asked_on(
    chromium: Any, modelled: Served, slow: Slow
) -> None:
    reader = Reader(chromium, modelled.address)
    reader.page.fill("#wg-question textarea", WHERE)
    reader.page.click("#wg-send")
    turn = reader.page.locator(".wg-turn").first
    turn.get_by_text("putting it into words").wait_for()
    assert "Kigali" in turn.locator(".wg-text").inner_text()
    assert turn.locator(".wg-marker").count() == 1
    assert not reader.page.locator("#wg-send").is_visible()
    reader.page.click("#wg-stop")
    turn.locator(".wg-tools").first.wait_for()
    assert "Kigali" in turn.locator(".wg-text").inner_text()
    reader.page.locator("#wg-send").wait_for()
    slow.go.set()
    assert "Entebbe" in reader.ask("Where was the Second Meeting held?").locator(".wg-text").inner_text()
    assert reader.page.locator(".wg-turn").count() == 2
    reader.open()
    assert reader.page.locator(".wg-turn").count() == 2
    reader.context.close()


def test_retry_asks_the_same_question_again(chromium: Any, served: Served) -> None:
    reader = Reader(chromium, served.address)
    reader.ask(OBSERVERS)
    reader.ask("Who chaired the Second Meeting?")
    asked: list[str] = []
    reader.page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    reader.page.get_by_role("button", name="Retry answer 1").click()
    assert "questions after it are dropped" in asked[0]
    assert reader.page.locator(".wg-turn").count() == 2
    turn = reader.page.locator(".wg-turn").nth(1)
    reader.page.evaluate(NOTE_BUSY)  # before the click: the answer may be there again in no time
    reader.page.get_by_role("button", name="Retry answer 2").click()
    reader.page.wait_for_function("window.wasBusy")
    turn.locator(".wg-text", has_text="Uganda").wait_for()
    reader.page.locator(".wg-turn[aria-busy]").wait_for(state="detached")
    turn.locator(".wg-tools").first.wait_for()
    assert "Uganda" in turn.locator(".wg-text").inner_text()
    assert reader.page.locator(".wg-turn").count() == 2
    reader.context.close()


def test_an_edited_question_replaces_the_old_one(chromium: Any, served: Served) -> None:
    reader = Reader(chromium, served.address)
    reader.ask("Where was the Second Meeting held?")
    reader.ask("Who chaired it?")
    reader.page.get_by_role("button", name="Edit the question of answer 1").click()
    form = reader.page.get_by_role("group", name="Edit the question")
    assert "questions after it are dropped" in form.inner_text()
    box = form.get_by_label("Question", exact=True)
    assert box.input_value() == "Where was the Second Meeting held?"
    box.press("Escape")
    assert reader.page.locator(".wg-question").first.is_visible()
    assert reader.page.locator(".wg-turn").count() == 2
    reader.page.get_by_role("button", name="Edit the question of answer 1").click()
    box.fill(WHERE)
    box.press("Enter")
    reader.page.locator(".wg-text", has_text="Kigali").wait_for()
    reader.page.locator(".wg-turn .wg-tools").first.wait_for()
    assert reader.page.locator(".wg-turn").count() == 1
    assert WHERE in reader.page.locator(".wg-question").inner_text()
    reader.context.close()


def test_a_refused_question_can_be_edited(chromium: Any, served: Served) -> None:
    reader = Reader(chromium, served.address)
    turn = reader.ask("???")
    assert "question is empty" in turn.locator(".wg-error").inner_text()
    reader.page.get_by_role("button", name="Edit question 1").click()
    reader.page.get_by_label("Question", exact=True).fill(WHERE)
    reader.page.get_by_role("button", name="Ask again").click()
    reader.page.locator(".wg-text", has_text="Kigali").wait_for()
    assert reader.page.locator(".wg-turn").count() == 1
    reader.context.close()
