"""Files on their way into the index: how far it is, and what became of each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.interface.page.desk import Desk
from assistant.interface.page.uploads import UploadRefused, take_in, taking_in
from assistant.settings import ServeSettings, Settings
from index.types import Outcome
from tests.page.conftest import DOCUMENTS

ONE, OTHER = "browser:the-key-of-the-first-reader", "browser:the-key-of-the-second-reader"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    settings: ServeSettings = Settings().serve
    settings.data = tmp_path / "data"
    settings.max_upload_mb = 1
    with Assistant.open(index=tmp_path / "index", documents=[DOCUMENTS]) as assistant:
        yield Desk.over(assistant, settings)


def notes(folder: Path, *names: str) -> list[Path]:
    folder.mkdir(exist_ok=True)
    files = [folder / f"{name}.md" for name in names]
    for file in files:
        file.write_text(f"# Note on {file.stem}\n\nThe {file.stem} of Apia has nine berths.\n", "utf-8")
    return files


def test_each_file_is_told_of_before_it_is_read_and_the_outcomes_end_it(desk: Desk, tmp_path: Path) -> None:
    steps = list(taking_in(desk, ONE, notes(tmp_path / "papers", "quay", "dock", "pier")))
    said = " ".join(steps[:-1])
    for number, name in enumerate(("dock.md", "pier.md", "quay.md"), start=1):
        assert f"Reading file {number} of 3: {name}" in said
    assert steps[-1].count("<td>added</td>") == 3


def test_a_reader_is_told_nothing_of_the_files_of_others(desk: Desk, tmp_path: Path) -> None:
    list(taking_in(desk, ONE, notes(tmp_path / "papers", "secret")))
    steps = list(taking_in(desk, OTHER, notes(tmp_path / "others", "quay")))
    assert "quay.md" in steps[-1]
    assert "secret" not in " ".join(steps)


def test_what_is_refused_costs_the_other_files_nothing(desk: Desk, tmp_path: Path) -> None:
    (large := tmp_path / "large.txt").write_text("ferry " * 200_000)
    (sheet := tmp_path / "figures.xyz").write_bytes(b"\x00\x01\x02\x03")
    reports = {one.path.rsplit("/", 1)[-1]: one for one in take_in(desk, ONE, [large, sheet, *notes(tmp_path / "papers", "quay")])}  # fmt: skip
    assert {name: one.outcome for name, one in reports.items()} == {
        "large.txt": Outcome.FAILED, "figures.xyz": Outcome.FAILED, "quay.md": Outcome.ADDED,
    }  # fmt: skip
    assert "limit of 1 MB" in reports["large.txt"].reason
    assert "not read" in reports["figures.xyz"].reason
    assert [file.name for file in (desk.settings.data / "files").rglob("*.*")] == ["quay.md"]


def test_where_uploads_are_off_or_nobody_is_known_nothing_is_taken_in(desk: Desk, tmp_path: Path) -> None:
    files = notes(tmp_path / "papers", "quay")
    with pytest.raises(UploadRefused, match="Reload"):
        take_in(desk, "", files)
    desk.settings.upload = False
    with pytest.raises(UploadRefused, match="switched off"):
        take_in(desk, ONE, files)
    assert "switched off" in list(taking_in(desk, ONE, files))[-1]
    assert not list(desk.settings.data.rglob("quay.md"))
