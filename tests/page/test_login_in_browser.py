"""Users with hashed passwords: who may come in, and that two of them see nothing of each other's."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from gradio_client import Client

from assistant.interface.page.readers import hashed_password
from tests.page.conftest import Served, serving
from tests.page.reader import OBSERVERS, Reader
from tests.typeset import Head, Text, typeset_pdf

pytestmark = pytest.mark.browser

PASSWORDS = {"amina": "lake basin 2022", "bruno": "signal for ferries"}
SENTENCE = "The Fifth Session of the Harbour Committee was held in Mombasa, Kenya, on 4 March 2023."
QUESTION = "Where was the Fifth Session of the Harbour Committee held?"


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    users = {name: hashed_password(password) for name, password in PASSWORDS.items()}
    with serving(tmp_path_factory.mktemp("closed"), users=users) as one:
        yield one


def test_nobody_comes_in_without_the_right_password(chromium: Any, closed: Served) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(closed.address)
    page.get_by_label("username").fill("amina")
    page.get_by_label("password").fill("wrong")
    page.get_by_role("button", name="Login").click()
    page.get_by_text("Incorrect Credentials").wait_for()
    assert page.locator("#wg-tabs").count() == 0
    assert page.request.get(f"{closed.address}config").status == 401
    context.close()
    with pytest.raises(Exception, match=r"(?i)auth|login|401|credentials"):
        Client(closed.address, verbose=False).predict(OBSERVERS, api_name="/ask")


def test_two_users_keep_conversations_and_uploads_apart(
    chromium: Any, closed: Served, tmp_path: Path
) -> None:
    amina = Reader(chromium, closed.address, login=("amina", PASSWORDS["amina"]))
    bruno = Reader(chromium, closed.address, login=("bruno", PASSWORDS["bruno"]))
    pdf = typeset_pdf(
        tmp_path / "harbour session.pdf",
        [Head("Statement of the Fifth Session of the Harbour Committee", 0), Text(SENTENCE)],
    )
    amina.tab("Documents")
    amina.page.get_by_text("Add documents").click()
    amina.page.set_input_files("#wg-upload input[type=file]", str(pdf))
    amina.page.locator("#wg-upload").get_by_text("harbour").first.wait_for()
    amina.page.click("#wg-add")
    amina.page.locator("#wg-report table").wait_for()
    amina.tab("Ask")
    assert "Mombasa" in amina.ask(QUESTION).locator(".wg-text").inner_text()
    assert "Mombasa" not in bruno.ask(QUESTION).locator(".wg-text").inner_text()
    bruno.tab("Documents")
    bruno.page.locator("#wg-documents table").wait_for()
    assert "Harbour Committee" not in bruno.page.locator("#wg-documents").inner_text()
    assert bruno.page.get_by_role("button", name="Remove").count() == 0
    # A user finds the conversations again in another browser; nobody else does.
    again = Reader(chromium, closed.address, login=("amina", PASSWORDS["amina"]))
    again.page.locator("#wg-conversations .wg-conversation", has_text="Fifth Session").click()
    again.page.locator(".wg-turn .wg-tools").first.wait_for()
    assert "Mombasa" in again.page.locator(".wg-text").inner_text()
    bruno.open()
    assert bruno.page.locator("#wg-conversations .wg-conversation").count() == 1
    for one in (amina, bruno, again):
        one.context.close()
    # Over REST the same holds.
    answers = {
        name: Client(closed.address, auth=(name, password), verbose=False).predict(QUESTION, api_name="/ask")
        for name, password in PASSWORDS.items()
    }
    assert "Mombasa" in answers["amina"]["text"]
    assert "Mombasa" not in json.dumps(answers["bruno"])


def test_passwords_are_kept_as_hashes_only(closed: Served) -> None:
    kept = json.dumps(closed.settings.serve.users)
    assert all(password not in kept for password in PASSWORDS.values())
    for file in closed.settings.serve.data.rglob("*"):
        if file.is_file():
            assert not any(word.encode() in file.read_bytes() for word in PASSWORDS.values())
