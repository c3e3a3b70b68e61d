"""By keyboard alone, in dark and light, and on narrow and wide screens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.page.conftest import Served
from tests.page.reader import OBSERVERS, Reader

pytestmark = pytest.mark.browser

QUESTIONS = (
    OBSERVERS, "Who chaired the Second Meeting?", "Where was the Second Meeting held?", "Who chaired the Third Meeting?",
    "Which members attended the Third Meeting?",
)  # fmt: skip
PAPER = "getComputedStyle(document.querySelector('gradio-app')).backgroundColor"
FOCUSED = "document.activeElement.matches"


@pytest.fixture
def reader(chromium: Any, served: Served) -> Iterator[Reader]:
    one = Reader(chromium, served.address)
    yield one
    one.context.close()


def press_until(reader: Reader, key: str, selector: str) -> None:
    """Press a key until the focus is on an element that fits; fail where it never is."""
    for _ in range(60):
        reader.page.keyboard.press(key)
        if reader.page.evaluate(f"{FOCUSED}({selector!r})"):
            return
    raise AssertionError(f"The focus never came to {selector}")


def test_question_evidence_and_document_are_reached_by_keyboard_alone(reader: Reader) -> None:
    page = reader.page
    assert page.evaluate(f"{FOCUSED}('#wg-question textarea')")
    page.keyboard.type(OBSERVERS)
    page.keyboard.press("Enter")
    page.locator(".wg-turn .wg-tools").first.wait_for()
    press_until(reader, "Shift+Tab", ".wg-marker")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.locator(".wg-card.wg-current").wait_for()
    assert page.evaluate(f"{FOCUSED}('.wg-card')")
    press_until(reader, "Tab", ".wg-card [data-act=open]")
    page.keyboard.press("Enter")
    mark = page.locator("#wg-document mark").first
    mark.wait_for()
    press_until(reader, "Shift+Tab", "[role=tab]")
    press_until(reader, "ArrowRight", "[role=tab]:last-child")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Compare the meetings").wait_for()


def test_feedback_is_given_by_keyboard_alone(reader: Reader) -> None:
    reader.ask(OBSERVERS)
    reader.page.locator("#wg-question textarea").focus()
    press_until(reader, "Shift+Tab", ".wg-feedback summary")
    reader.page.keyboard.press("Enter")
    press_until(reader, "Tab", ".wg-feedback input")
    reader.page.keyboard.press("ArrowDown")
    press_until(reader, "Tab", ".wg-feedback textarea")
    reader.page.keyboard.type("Someone else came too.")
    press_until(reader, "Tab", "[data-act=feedback]")
    reader.page.keyboard.press("Enter")
    reader.page.get_by_text("Your feedback is kept").wait_for()


def test_dark_and_light_change_at_a_press_and_survive_a_reload(reader: Reader) -> None:
    def paper() -> Any:
        return reader.page.evaluate(PAPER)

    before = paper()
    reader.page.get_by_role("button", name="Light / dark").click()
    reader.page.wait_for_function(f"{PAPER} !== {before!r}")
    after = paper()
    reader.open()
    reader.page.wait_for_function(f"{PAPER} === {after!r}")


def test_the_newest_answer_of_a_long_conversation_is_in_view_above_the_question_field(reader: Reader) -> None:
    for question in QUESTIONS:
        last = reader.ask(question)
    turn, field = (
        last.locator(".wg-question").bounding_box(),
        reader.page.locator("#wg-ask-row").bounding_box(),
    )
    thread = reader.page.locator("#wg-thread").bounding_box()
    assert turn is not None
    assert field is not None
    assert thread is not None
    assert thread["y"] <= turn["y"] < thread["y"] + thread["height"] - 60
    assert thread["y"] + thread["height"] <= field["y"]
    scrolled = reader.page.evaluate("document.getElementById('wg-thread').scrollTop")
    assert scrolled > 0
    covered = reader.page.evaluate(
        """() => {
            const { x, y } = document.querySelector("#wg-question textarea").getBoundingClientRect();
            return document.elementFromPoint(x + 5, y + 5).closest("#wg-thread") !== null;
        }"""
    )
    assert not covered


def test_on_a_phone_the_question_field_stays_at_hand_and_the_newest_answer_is_in_view(
    chromium: Any, served: Served
) -> None:
    reader = Reader(chromium, served.address, width=390)
    for question in QUESTIONS[:3]:
        last = reader.ask(question)
    reader.page.wait_for_timeout(200)
    height = reader.page.evaluate("window.innerHeight")
    turn, field = last.locator(".wg-question").bounding_box(), reader.page.locator("#wg-send").bounding_box()
    assert turn is not None
    assert field is not None
    assert 0 <= turn["y"] < height - 200
    reader.page.evaluate("window.scrollTo(0, 0)")
    field = reader.page.locator("#wg-send").bounding_box()
    assert field is not None
    assert field["y"] + field["height"] <= height
    reader.context.close()
