"""axe-core finds no serious violation on any tab, in light and in dark."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.page.conftest import Served
from tests.page.reader import OBSERVERS, Reader

pytestmark = pytest.mark.browser

_FETCH = ("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix")


@pytest.fixture(scope="module")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The source of axe-core, fetched from npm."""
    if shutil.which("npm") is None:
        pytest.skip("npm is not installed, so axe-core cannot be fetched")
    folder = tmp_path_factory.mktemp("axe")
    try:
        subprocess.run([*_FETCH, str(folder), "axe-core@4"], check=True, capture_output=True, timeout=60)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        pytest.skip(f"axe-core could not be fetched: {error}")
    return Path(folder, "node_modules/axe-core/axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_serious_violation_on_any_tab(chromium: Any, served: Served, axe: str, theme: str) -> None:
    reader = Reader(chromium, served.address)
    reader.open(f"?__theme={theme}")
    turn = reader.ask(OBSERVERS)
    turn.locator(".wg-marker").first.click()
    reader.page.evaluate(axe)
    found = _violations(reader, "Ask")
    reader.tab("Documents")
    reader.page.locator("#wg-documents [data-act=view]").first.click()
    reader.page.locator("#wg-document .wg-doc").wait_for()
    reader.page.get_by_text("Add documents").click()
    found += _violations(reader, "Documents")
    reader.tab("Meetings")
    reader.page.locator(".wg-cell").first.click()
    reader.page.locator("#wg-meeting-evidence .wg-card").first.wait_for()
    found += _violations(reader, "Meetings")
    reader.tab("Compare")
    reader.page.get_by_role("button", name="Compare the meetings").click()
    reader.page.locator("#wg-comparison h2, #wg-comparison .wg-empty").first.wait_for()
    found += _violations(reader, "Compare")
    reader.context.close()
    assert not found, "\n".join(found)


def _violations(reader: Reader, tab: str) -> list[str]:
    result = reader.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{tab}: {one['id']} ({one['impact']}): {node['html'][:160]} {node['failureSummary'][:200]}"
        for one in result["violations"]
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]
