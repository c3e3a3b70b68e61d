"""Rebuilding the index keeps what was added beside the shipped corpus, and what was removed stays removed."""

from __future__ import annotations

from pathlib import Path

import pytest

import assistant.api as api
from assistant import Assistant

STATEMENT = """# Statement of the Second Meeting of the Forum on Ice Roads

The Second Meeting of the Forum on Ice Roads was held in {place} on 3 and 4 March 2020.
"""


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "shipped"
    folder.mkdir()
    (folder / "kept.md").write_text(STATEMENT.format(place="Rovaniemi"), encoding="utf-8")
    (folder / "unwanted.md").write_text(STATEMENT.format(place="Whitehorse"), encoding="utf-8")
    monkeypatch.setattr(api, "SHIPPED", folder)
    return folder


def test_added_documents_are_read_again_and_removed_ones_stay_away(tmp_path: Path, shipped: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "added.md").write_text(STATEMENT.format(place="Tromsø"), encoding="utf-8")
    (own / "lost.md").write_text(STATEMENT.format(place="Murmansk"), encoding="utf-8")
    with Assistant.open(index=tmp_path / "index") as opened:
        opened.add([own / "added.md", own / "lost.md"])
        opened.remove("unwanted.md")
    (own / "lost.md").unlink()

    with Assistant.open(index=tmp_path / "index", rebuild=True) as rebuilt:
        assert [document.id for document in rebuilt.documents()] == ["added.md", "kept.md"]
        told = {Path(report.path).name: report for report in rebuilt.reports}
        assert told["lost.md"].reason.startswith("No such file")  # said, and not passed over
