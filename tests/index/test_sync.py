"""A sync does what changed, and only that; one file never costs another."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from corpus.document import Document
from corpus.passages import passages
from corpus.readers import discover, read
from index import Index, Outcome
from index.errors import DiskFull, IndexInUse
from index.searchable import searchable
from index.sync import sync
from tests.index.conftest import FILES, WordEmbedding, term

Files = list[tuple[Path, str]]


@pytest.fixture
def index(tmp_path: Path) -> Index:
    with Index.open(tmp_path / "index", embedding=WordEmbedding()) as opened:
        yield opened


def outcomes(index: Index, files: Files, **settings: object) -> dict[str, Outcome]:
    return {report.path: report.outcome for report in index.sync(files, **settings)}  # type: ignore[arg-type]


def embedded(index: Index) -> list[str]:
    assert isinstance(index.embedding, WordEmbedding)
    return index.embedding.embedded


def test_new_files_are_added_with_their_records(index: Index, files: Files) -> None:
    reports = index.sync(files, records=lambda document: [term(document)])
    assert [(r.path, r.outcome, r.document) for r in reports] == [
        (name, Outcome.ADDED, name) for _, name in files
    ]
    read_ = [read(path, id=name) for path, name in files]
    assert [r.passages for r in reports] == [len(searchable(d, passages(d))) for d in read_]
    assert index.documents() == sorted((read(p, id=n) for p, n in files), key=lambda d: d.id)
    assert len(index.records()) == 3


def test_a_second_run_does_nothing(index: Index, files: Files) -> None:
    index.sync(files)
    generation = index.generation

    def read_nothing(path: Path, name: str) -> Document:
        raise AssertionError(f"{name} was read again")

    assert set(outcomes(index, files, read=read_nothing).values()) == {Outcome.UNCHANGED}
    assert index.generation == generation


def test_only_a_changed_file_is_read_and_only_its_new_passages_embedded(index: Index, files: Files) -> None:
    index.sync(files)
    before = len(embedded(index))
    path = files[1][0]
    path.write_text(FILES["minutes/seventh-session.md"].replace("40,000", "50,000"), encoding="utf-8")
    found = outcomes(index, files)
    assert found["minutes/seventh-session.md"] is Outcome.CHANGED
    assert found["about.md"] is Outcome.UNCHANGED
    assert len(embedded(index)) - before == 1
    assert "50,000 euros" in index.document("minutes/seventh-session.md").text
    assert len(index.passages()) == sum(len(searchable(d, passages(d))) for d in index.documents())


def test_a_moved_file_keeps_its_vectors(index: Index, files: Files, tmp_path: Path) -> None:
    index.sync(files)
    before = len(embedded(index))
    moved = tmp_path / "moved.md"
    files[0][0].rename(moved)
    found = outcomes(index, [(moved, "archive/moved.md"), *files[1:]])
    assert found["archive/moved.md"] is Outcome.MOVED
    assert len(embedded(index)) == before
    assert {d.id for d in index.documents()} == {"archive/moved.md", files[1][1], files[2][1]}


def test_a_file_that_is_gone_goes_unless_more_is_only_added(index: Index, files: Files) -> None:
    index.sync(files)
    assert outcomes(index, files[1:], remove_missing=False).get(files[0][1]) is None
    assert index.document(files[0][1])
    assert outcomes(index, files[1:])[files[0][1]] is Outcome.REMOVED
    assert files[0][1] not in {d.id for d in index.documents()}


def test_a_duplicate_is_indexed_once_and_both_names_are_known(
    index: Index, files: Files, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.md"
    copy.write_bytes(files[0][0].read_bytes())
    found = outcomes(index, [*files, (copy, "copy.md")])
    assert found["copy.md"] is Outcome.DUPLICATE
    assert len(index.documents()) == 3
    assert index.document(files[0][1]).aliases == ("copy.md",)
    assert outcomes(index, [*files, (copy, "copy.md")])["copy.md"] is Outcome.DUPLICATE
    outcomes(index, files)
    assert index.document(files[0][1]).aliases == ()


def test_a_copy_that_is_added_later_becomes_a_further_name(
    index: Index, files: Files, tmp_path: Path
) -> None:
    index.sync(files)
    copy = tmp_path / "upload.md"
    copy.write_bytes(files[0][0].read_bytes())
    assert outcomes(index, [(copy, "upload.md")], remove_missing=False) == {"upload.md": Outcome.DUPLICATE}
    assert index.document(files[0][1]).aliases == ("upload.md",)


def test_two_files_that_swap_their_names_swap_their_documents(index: Index, files: Files) -> None:
    index.sync(files)
    (first, _), (second, _) = files[:2]
    one, two = first.read_bytes(), second.read_bytes()
    first.write_bytes(two)
    second.write_bytes(one)
    index.sync(files)
    assert {d.id: d.sha256 for d in index.documents()} == {n: read(p, id=n).sha256 for p, n in files}


def test_one_bad_file_never_stops_the_others(index: Index, files: Files, tmp_path: Path) -> None:
    empty = tmp_path / "empty.md"
    empty.touch()
    nowhere = tmp_path / "nowhere.md"
    reports = {r.path: r for r in index.sync([(empty, "empty.md"), *files, (nowhere, "nowhere.md")])}
    assert [name for name, r in reports.items() if r.outcome is Outcome.FAILED] == ["empty.md", "nowhere.md"]
    assert reports["empty.md"].reason
    assert "No such file" in reports["nowhere.md"].reason
    assert len(index.documents()) == 3


def test_a_fault_in_reading_one_file_is_reported_as_that(index: Index, files: Files) -> None:
    def faulty(path: Path, name: str) -> Document:
        if name == "about.md":
            raise ZeroDivisionError("oops")
        return read(path, id=name)

    reports = {r.path: r for r in index.sync(files, read=faulty)}
    assert reports["about.md"].outcome is Outcome.FAILED
    assert "ZeroDivisionError: oops" in reports["about.md"].reason
    assert len(index.documents()) == 2


def test_a_file_that_can_no_longer_be_read_keeps_its_earlier_version(index: Index, files: Files) -> None:
    index.sync(files)
    files[2][0].write_bytes(b"")
    report = next(r for r in index.sync(files) if r.path == "about.md")
    assert report.outcome is Outcome.FAILED
    assert "the earlier version stays" in report.reason
    assert "Guayaquil" in index.document("about.md").text


def test_progress_ends_with_all_files_done(index: Index, files: Files) -> None:
    calls: list[tuple[int, int]] = []
    index.sync(files, progress=lambda done, total, name: calls.append((done, total)), batch=1)
    assert calls[0] == (0, 3)
    assert calls[-1] == (3, 3)
    assert [done for done, _ in calls] == sorted(done for done, _ in calls)


def test_a_full_disk_says_so_and_loses_nothing(
    index: Index, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.sync(files[:1])

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(type(index.store._passages._collection), "upsert", full)
        with pytest.raises(DiskFull, match="what was indexed before is still there"):
            index.sync(files)
    assert [d.id for d in index.documents()] == [files[0][1]]
    index.sync(files)
    assert len(index.documents()) == 3


def test_an_index_in_use_is_not_touched(index: Index, files: Files, tmp_path: Path) -> None:
    index.sync(files)
    with pytest.raises(IndexInUse):
        Index.open(tmp_path / "index", embedding=WordEmbedding())
    assert len(index.documents()) == 3


def test_another_process_is_told_who_owns_the_folder(index: Index, files: Files, tmp_path: Path) -> None:
    with _syncing(tmp_path / "files", tmp_path / "index") as other:
        assert f"in use by another process (number {os.getpid()})" in _asked(other)


@contextmanager
def _syncing(folder: Path, directory: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.index.killed_sync", str(folder), str(directory)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        yield other
        assert other.stdin is not None
        other.stdin.close()


def _asked(other: subprocess.Popen[str]) -> str:
    """Have the other process sync, and return the first that it says of it."""
    assert other.stdin is not None
    assert other.stdout is not None
    other.stdin.write("go\n")
    other.stdin.flush()
    return other.stdout.readline().strip()


def _whole(directory: Path) -> None:
    """Check what a reader sees right after a kill, before any sync: whole documents only."""
    with Index.open(directory, embedding=WordEmbedding()) as index:
        for document in index.documents():
            held = index.passages(document.id)
            assert "".join(passage.text for passage in held) == document.text
            assert len(index.store.vectors(document.id)) == len(held)
            assert index.records(document.id) == [term(document)]


@pytest.mark.slow
def test_twenty_random_kills_lose_and_double_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    rng = random.Random(20)

    def write(version: int) -> None:
        for number in range(8):
            body = "\n\n".join(
                f"{paragraph + 1}. Version {version} of point {paragraph} of paper {number} was adopted "
                "by Chile and Peru after a long exchange of views. " * 6
                for paragraph in range(4)
            )
            (folder / f"paper-{number}.md").write_text(f"# Paper {number}\n\n{body}\n", encoding="utf-8")

    with _syncing(folder, tmp_path / "index") as other:
        kills = 0
        for version in range(100):
            write(version)
            said = _asked(other)  # 'open …': from here on a kill can hurt
            time.sleep(rng.uniform(0, 0.4))
            with suppress(ProcessLookupError):  # the sync may be over before it is killed: that is no kill
                os.kill(int(said.removeprefix("open ")), signal.SIGKILL)
                kills += 1
            assert other.stdout is not None
            assert other.stdout.readline() == "ended\n"
            if version % 5 == 4:
                _whole(tmp_path / "index")
            if kills == 20:
                break
        assert kills == 20
    files = discover([folder])
    with Index.open(tmp_path / "index", embedding=WordEmbedding()) as index:
        index.sync(files, records=lambda document: [term(document)])
        expected = [read(path, id=name) for path, name in files]
        assert index.documents() == sorted(expected, key=lambda d: d.id)
        assert index.passages() == [p for d in index.documents() for p in passages(d)]
        assert index.records() == [term(d) for d in index.documents()]
        assert index.store._passages.count() == len(index.passages())
        assert index.store._records.count() == len(index.records())
        for passage in index.passages():
            vector = index.embedding.embed_query(f"{passage.context}\n{passage.text}")
            found = index.store.nearest(vector, 3, [passage.document])
            assert found[0][1] > 0.999


def test_sync_needs_no_facade(index: Index, files: Files) -> None:
    reports = sync(index.store, files, embedding=WordEmbedding())
    assert {report.outcome for report in reports} == {Outcome.ADDED}
