"""A real full disk and a folder that may not be written to: a clear error, and nothing lost."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.readers import discover, read
from index import Index, IndexTrouble
from tests.index.conftest import FILES, WordEmbedding, term


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that others may look into, unlike pytest's own."""
    with tempfile.TemporaryDirectory(prefix="wg-confined-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def papers(folder: Path, count: int) -> Path:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        body = "\n\n".join(
            f"{at}. Point {at} of paper {number} was adopted by Chile and Peru after an exchange of views. "
            * 5
            for at in range(1, 8)
        )
        (folder / f"paper-{number:02}.md").write_text(f"# Paper {number}\n\n{body}\n", encoding="utf-8")
    return folder


def confined(kind: str, files: Path, directory: Path) -> str:
    command = [sys.executable, "-m", "tests.index.confined", kind, str(files), str(directory)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.strip()


def whole(files: Path, directory: Path) -> None:
    """Check that a sync with room and rights completes the index, with nothing missing or doubled."""
    found = discover([files])
    with Index.open(directory, embedding=WordEmbedding()) as index:
        for document in index.documents():
            assert index.records(document.id) == [term(document)]
            assert "".join(passage.text for passage in index.passages(document.id)) == document.text
        index.sync(found, records=lambda document: [term(document)])
        assert index.documents() == sorted((read(p, id=n) for p, n in found), key=lambda d: d.id)
        assert index.store._passages.count() == len(index.passages())
        assert index.store._records.count() == len(found)


def test_a_disk_that_runs_full_says_so_and_loses_nothing(place: Path) -> None:
    files = papers(place / "files", 2)
    with Index.open(place / "index", embedding=WordEmbedding()) as index:
        index.sync(discover([files]), records=lambda document: [term(document)])
    papers(files, 40)
    said = confined("no room", files, place / "index")
    assert said.startswith("DiskFull")
    assert "what was indexed before is still there" in said
    with Index.open(place / "index", embedding=WordEmbedding()) as index:
        assert {"paper-00.md", "paper-01.md"} <= {document.id for document in index.documents()}
    whole(files, place / "index")


@pytest.fixture
def small_disk(place: Path) -> Iterator[Path]:
    """A disk of two megabytes, where mounting one is allowed."""
    disk = place / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    try:
        done = subprocess.run(mount, capture_output=True, check=False)
    except OSError as error:
        pytest.skip(f"no disk can be mounted here ({error})")
    if done.returncode != 0:
        pytest.skip("no disk can be mounted here (that takes root)")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_small_disk_that_runs_full_says_so_and_loses_nothing(place: Path, small_disk: Path) -> None:
    files = papers(place / "files", 60)
    said = confined("no bounds", files, small_disk / "index")
    assert said.startswith("DiskFull")
    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    whole(files, small_disk / "index")


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="there are no such rights here")
def test_a_folder_that_may_not_be_written_to_says_so_and_stays_whole(place: Path) -> None:
    files = papers(place / "files", 2)
    with Index.open(place / "index", embedding=WordEmbedding()) as index:
        index.sync(discover([files]), records=lambda document: [term(document)])
    for path in [place / "index", *(place / "index").rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    said = confined("no rights", files, place / "index")
    assert said.startswith("IndexNotWritable")
    assert "WG_ASSISTANT_INDEX__DIRECTORY" in said
    for path in [place / "index", *(place / "index").rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    whole(files, place / "index")


def test_a_new_folder_where_nothing_may_be_written_says_so(place: Path) -> None:
    (place / "shut").mkdir(mode=0o555)
    said = confined("no rights", papers(place / "files", 1), place / "shut" / "index")
    assert said.startswith("IndexNotWritable")


def trouble(directory: Path, files: list[tuple[Path, str]]) -> str | None:
    """Return what an index says when it is brought up to date; None where it is whole afterwards."""
    try:
        with Index.open(directory, embedding=WordEmbedding()) as index:
            index.sync(files)
            assert index.search("Who chaired the meeting?")
            assert len(index.documents()) == len(FILES)
    except IndexTrouble as error:
        return str(error)
    return None


@pytest.mark.parametrize("damage", ["vectors gone", "vectors cut", "database cut", "database gone"])
def test_a_damaged_folder_is_repaired_or_says_how_to_rebuild(
    tmp_path: Path, files: list[tuple[Path, str]], damage: str
) -> None:
    directory = tmp_path / "index"
    with Index.open(directory, embedding=WordEmbedding()) as index:
        index.sync(files)
    database = directory / "chroma.sqlite3"
    for path in directory.rglob("*.bin"):
        if damage == "vectors gone":
            path.unlink()
        elif damage == "vectors cut":
            path.write_bytes(path.read_bytes()[:10])
    if damage == "database cut":
        database.write_bytes(database.read_bytes()[: 3 * 4096])
    elif damage == "database gone":
        database.unlink()
    said = trouble(directory, files)
    assert said is None or "wg-assistant index --rebuild" in said
    with Index.open(directory, embedding=WordEmbedding(), rebuild=True) as index:
        index.sync(files)
    assert trouble(directory, files) is None
