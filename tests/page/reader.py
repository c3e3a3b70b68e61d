"""A person with a browser of their own, for the tests that drive Chromium."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

OBSERVERS = "Who attended the Third Meeting as observers?"


class Reader:
    """A person with a browser of their own."""

    def __init__(
        self, browser: Any, address: str, width: int = 1360, login: tuple[str, str] | None = None
    ) -> None:
        self.context = browser.new_context(viewport={"width": width, "height": 900}, accept_downloads=True)
        self.page = self.context.new_page()
        self.page.set_default_timeout(60_000)
        self.address = address
        self.foreign: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda request: self._asked(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        if login:
            self.page.goto(address)
            self.log_in(*login)
            self.page.wait_for_selector(".wg-welcome, .wg-turn", state="attached")
        else:
            self.open()

    def _asked(self, url: str) -> None:
        if urlsplit(url).scheme not in ("data", "blob") and urlsplit(url).hostname != "127.0.0.1":
            self.foreign.append(url)

    def open(self, query: str = "") -> None:
        self.page.goto(self.address + query)
        self.page.wait_for_selector(".wg-welcome, .wg-turn", state="attached")

    def log_in(self, name: str, password: str) -> None:
        """Fill in the form that stands before the page where there are users."""
        self.page.get_by_label("username").fill(name)
        self.page.get_by_label("password").fill(password)
        self.page.get_by_role("button", name="Login").click()

    def tab(self, name: str) -> None:
        self.page.get_by_role("tab", name=name).click()

    def ask(self, question: str) -> Any:
        """Ask and return the last turn once its answer is complete."""
        before = self.page.locator(".wg-turn").count()
        self.page.fill("#wg-question textarea", question)
        self.page.click("#wg-send")
        turn = self.page.locator(".wg-turn").nth(before)
        turn.locator(".wg-tools, .wg-error").first.wait_for()
        return turn

    def download(self, button: str, to: Path) -> Path:
        """Press a button that downloads a file; return where the file lies."""
        with self.page.expect_download() as waiting:
            self.page.get_by_role("button", name=button, exact=True).click()
        waiting.value.save_as(to)
        return to
