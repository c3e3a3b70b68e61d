"""Takes the screenshots of the documentation: `python -m assistant.interface.page.screenshots ADDRESS FOLDER`.

Needs a page that is being served over the shipped documents, playwright, and Chromium.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

CHROMIUM = "/usr/bin/chromium"
DESKTOP, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


def take_all(address: str, folder: Path) -> list[Path]:
    """Write all screenshots into a folder; return their paths."""
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    taken: list[Path] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--headless", "--no-sandbox", "--disable-gpu"]
        )

        def shoot(page: Any, name: str) -> None:
            page.wait_for_timeout(500)
            page.screenshot(path=folder / f"{name}.png")
            taken.append(folder / f"{name}.png")

        def opened(size: Any, theme: str) -> Any:
            page = browser.new_context(viewport=size).new_page()
            page.goto(f"{address}?__theme={theme}")
            page.wait_for_selector(".wg-welcome")
            return page

        def asked(page: Any) -> None:
            page.locator(".wg-welcome .wg-chip").nth(1).click()
            page.wait_for_selector(".wg-turn .wg-tools")
            page.locator(".wg-marker").first.click()

        for theme in ("light", "dark"):
            page = opened(DESKTOP, theme)
            if theme == "light":
                shoot(page, "welcome")
            asked(page)
            shoot(page, f"ask-{theme}")
            page.get_by_role("tab", name="Meetings").click()
            page.locator("#wg-matrix .wg-matrix").wait_for()
            if theme == "light":
                shoot(page, "timeline")
            page.locator(".wg-cell:not(.wg-blank)").nth(3).click()
            page.locator("#wg-meeting-evidence .wg-card").first.wait_for()
            page.locator("#wg-matrix h2").scroll_into_view_if_needed()
            page.evaluate("document.querySelector('#wg-matrix h2').scrollIntoView()")
            shoot(page, f"meetings-{theme}")
            page.get_by_role("tab", name="Documents").click()
            page.locator("#wg-documents table").wait_for()
            if theme == "light":
                shoot(page, "documents")
            page.locator("#wg-documents [data-act=view]").nth(1).click()
            page.locator("#wg-document .wg-doc").wait_for()
            page.locator("#wg-document summary", has_text="Attendance").first.click()
            shoot(page, f"document-{theme}")
            page.get_by_role("tab", name="Compare").click()
            page.wait_for_function(
                "document.querySelectorAll('[aria-label=\"Later meeting\"]')[0]?.value.length > 0"
            )
            page.get_by_role("button", name="Compare the meetings").click()
            page.locator("#wg-comparison section").first.wait_for()
            shoot(page, f"compare-{theme}")
            if theme == "light":
                page.get_by_role("button", name="Compare the plans").click()
                page.get_by_text("Changed (").wait_for()
                shoot(page, "plans")
        page = opened(PHONE, "light")
        shoot(page, "phone-welcome")
        asked(page)
        shoot(page, "phone-ask")
        page.get_by_role("tab", name="Meetings").click()
        page.locator("#wg-matrix .wg-matrix").wait_for()
        page.evaluate("document.querySelector('#wg-timeline h2').scrollIntoView()")
        shoot(page, "phone-meetings")
        browser.close()
    return taken


if __name__ == "__main__":
    for path in take_all(sys.argv[1], Path(sys.argv[2])):
        print(path)
