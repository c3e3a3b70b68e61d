"""What an answer is shows at a glance: answered, not stated, sources that differ, a question asked back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.page.conftest import Served, serving
from tests.page.reader import Reader

pytestmark = pytest.mark.browser

STATEMENT = """---
title: "Statement of the Sixth Meeting of the {body}"
kind: statement
body: {body}
number: 6
date_start: {day}
place: {place}
---

# Sixth Meeting of the {body}

The Sixth Meeting of the {body} was held in {place}. The meeting was chaired by {chair}.

## Attendance

The meeting was attended by three members ({members}) and one observer (Samoa).
"""
PAPERS = {
    "reefs.md": STATEMENT.format(
        body="Reef Wardens’ Board", day="2020-02-11", place="Suva, Fiji", chair="Fiji", members="Fiji, Palau and Tonga"
    ),
    "ports.md": STATEMENT.format(
        body="Port Pilots’ Circle", day="2018-10-03", place="Lima, Peru", chair="Peru", members="Chile, Cuba and Peru"
    ),
    "buoys.md": "---\ntitle: \"Notice on buoys\"\nkind: page\n---\n\n# Buoys\n\nThe harbour of Oporu has 41 buoys.\n",
    "buoys-2.md": "---\ntitle: \"Survey of buoys\"\nkind: page\n---\n\n# Survey\n\nThe harbour of Oporu has 38 buoys.\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder: Path = tmp_path_factory.mktemp("several")
    papers = folder / "papers"
    papers.mkdir()
    for name, text in PAPERS.items():
        (papers / name).write_text(text, "utf-8")
    with serving(folder, papers) as one:
        yield one


@pytest.fixture
def reader(chromium: Any, several: Served) -> Iterator[Reader]:
    one = Reader(chromium, several.address)
    yield one
    one.context.close()


def test_an_open_question_comes_back_with_choices_to_click(reader: Reader) -> None:
    turn = reader.ask("Who chaired the Sixth Meeting?")
    assert "Which one do you mean?" in turn.locator(".wg-badge").inner_text()
    choices = turn.get_by_role("group", name="Choose a reading").get_by_role("button")
    assert choices.count() == 2
    assert turn.get_by_role("group", name="You could ask next").count() == 0
    choices.filter(has_text="Port Pilots").click()
    reader.page.locator(".wg-turn").nth(1).locator(".wg-tools").first.wait_for()
    answer = reader.page.locator(".wg-turn").nth(1)
    assert "Peru" in answer.locator(".wg-text").inner_text()
    assert "Fiji" not in answer.locator(".wg-text").inner_text()
    assert "Answered from the documents" in answer.locator(".wg-badge").inner_text()


def test_sources_that_differ_show_at_a_glance_each_with_its_quote(reader: Reader) -> None:
    turn = reader.ask("How many buoys does the harbour of Oporu have?")
    assert "The sources differ" in turn.locator(".wg-badge").inner_text()
    assert turn.locator(".wg-marker").count() >= 2
    turn.locator(".wg-marker").first.click()
    marks = reader.page.locator("#wg-evidence-panel mark")
    marks.first.wait_for()
    told = " ".join(marks.all_text_contents())
    assert "41" in told
    assert "38" in told


def test_what_is_suggested_next_is_answered_and_is_new(reader: Reader) -> None:
    reader.ask("Who chaired the Sixth Meeting of the Port Pilots’ Circle?")
    told = [reader.page.locator(".wg-turn .wg-text").first.inner_text()]
    for number in (1, 2, 3):
        chips = reader.page.get_by_role("group", name="You could ask next").get_by_role("button")
        assert chips.count() >= 1
        chips.first.click()
        turn = reader.page.locator(".wg-turn").nth(number)
        turn.locator(".wg-tools").first.wait_for()
        assert "Answered from the documents" in turn.locator(".wg-badge").inner_text()
        assert turn.locator(".wg-marker").count() >= 1
        told.append(turn.locator(".wg-text").inner_text())
    assert len(set(told)) == len(told)


def test_after_a_dead_end_the_meeting_that_was_named_offers_what_is_known(reader: Reader) -> None:
    turn = reader.ask("What was the budget of the Sixth Meeting of the Reef Wardens’ Board?")
    assert "do not say" in turn.locator(".wg-badge").inner_text()
    chips = turn.get_by_role("group", name="You could ask next").get_by_role("button")
    assert chips.count() >= 1
    chips.first.click()
    after = reader.page.locator(".wg-turn").nth(1)
    after.locator(".wg-tools").first.wait_for()
    assert "Answered from the documents" in after.locator(".wg-badge").inner_text()
