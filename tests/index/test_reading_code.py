"""What an older version of the program had read is read anew, by itself, and nothing is lost by it."""

from __future__ import annotations

import logging
from pathlib import Path

import numpy as np
import pytest

from corpus.document import Document
from corpus.readers import read
from index import Index, Outcome
from index.errors import IndexMismatch
from index.reading_code import digest_of, reading_code
from tests.index.conftest import FILES, WordEmbedding, term

Files = list[tuple[Path, str]]


@pytest.fixture
def older(files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an index that other reading code made, without any records."""
    with monkeypatch.context() as patch, Index.open(tmp_path / "index", embedding=WordEmbedding()) as index:
        patch.setattr("index.sync.reading_code", lambda: "older")
        index.sync(files)
        assert index.records() == []
    return tmp_path / "index"


def test_documents_that_older_code_read_are_read_anew(
    older: Path, files: Files, caplog: pytest.LogCaptureFixture
) -> None:
    with Index.open(older, embedding=WordEmbedding()) as index, caplog.at_level(logging.WARNING):
        reports = index.sync(files, records=lambda document: [term(document)])
        assert {report.outcome for report in reports} == {Outcome.REREAD}
        assert len(index.records()) == 3
        assert index.embedding.embedded == []  # type: ignore[attr-defined]  # the same texts keep their vectors
        assert "reading them anew" in caplog.text
        again = index.sync(files, records=lambda document: [term(document)])
        assert {report.outcome for report in again} == {Outcome.UNCHANGED}


def test_documents_that_were_added_at_another_time_are_read_anew_from_where_they_are(
    older: Path, files: Files
) -> None:
    with Index.open(older, embedding=WordEmbedding()) as index:
        reports = index.sync(files[:1], records=lambda d: [term(d)], remove_missing=False)
        assert {r.path: r.outcome for r in reports} == {name: Outcome.REREAD for _, name in files}
        assert index.documents() == sorted((read(p, id=n) for p, n in files), key=lambda d: d.id)
        assert len(index.records()) == 3


def test_a_document_whose_file_is_gone_keeps_its_text_and_gets_its_records_anew(
    older: Path, files: Files
) -> None:
    gone, name = files[2]
    before = read(gone, id=name)
    gone.unlink()
    with Index.open(older, embedding=WordEmbedding()) as index:
        index.sync(files[:2], records=lambda d: [term(d)], remove_missing=False)
        assert index.document(name) == before
        assert index.records(name) == [term(before)]
        reports = index.sync(files[:2], remove_missing=False)
        assert {report.outcome for report in reports} == {Outcome.UNCHANGED}


def test_a_file_that_cannot_be_read_anew_keeps_what_older_code_read(older: Path, files: Files) -> None:
    def faulty(path: Path, name: str) -> Document:
        raise ZeroDivisionError("oops")

    with Index.open(older, embedding=WordEmbedding()) as index:
        reports = index.sync(files, read=faulty)
        assert all(r.outcome is Outcome.FAILED and "earlier version stays" in r.reason for r in reports)
        assert len(index.documents()) == len(FILES)


def test_a_further_name_survives_being_read_anew(older: Path, files: Files) -> None:
    with Index.open(older, embedding=WordEmbedding()) as index:
        index.store.rename("about.md", ["copy.md"])
        index.sync(files, remove_missing=False)
        assert index.document("about.md").aliases == ("copy.md",)


@pytest.mark.parametrize("stored", [{"role": "manifest", "id": "a.md"}, {"role": "manifest", "json": "{}"}])
def test_an_index_in_an_older_form_says_how_to_rebuild_it(
    older: Path, files: Files, stored: dict[str, str]
) -> None:
    with Index.open(older, embedding=WordEmbedding()) as index:
        table = index.store._documents
        table.delete(["manifest:about.md"])
        table.write([("manifest:about.md", stored, None)])
        with pytest.raises(IndexMismatch, match=r"another version.*wg-assistant index --rebuild"):
            index.sync(files)
    with Index.open(older, embedding=WordEmbedding(), rebuild=True) as index:
        index.sync(files)
        assert len(index.documents()) == 3


@pytest.mark.parametrize("table", ["_records", "_documents", "_passages"])
def test_other_entries_in_an_older_form_say_so_too(older: Path, files: Files, table: str) -> None:
    with Index.open(older, embedding=WordEmbedding()) as index:
        index.sync(files, records=lambda d: [term(d)])
        rows = [row for row in getattr(index.store, table).rows() if row[1].get("role") != "manifest"]
        old = {
            key: value for key, value in rows[0][1].items() if key in ("document", "revision", "role", "at")
        }
        index.store._client.get_collection(f"wg-{table[1:]}").delete(ids=[rows[0][0]])
        length = 64 if table == "_passages" else 2
        row = (rows[0][0], {**old, "at": 0}, "text")
        getattr(index.store, table).write([row], np.ones((1, length), dtype=np.float32))
        with pytest.raises(IndexMismatch, match="another version"):
            [index.documents(), index.passages(), index.records()]


def test_the_digest_changes_with_code_and_tables_and_with_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    (tmp_path / "documents").mkdir()
    (tmp_path / "records" / "plans.py").write_text("LEAST = 3\n", encoding="utf-8")
    (tmp_path / "heads.toml").write_text('present = ["Present"]\n', encoding="utf-8")
    before = digest_of(tmp_path)
    (tmp_path / "documents" / "new.md").write_text("# New\n", encoding="utf-8")
    (tmp_path / "records" / "plans.cpython-311.pyc").write_bytes(b"\0")
    assert digest_of(tmp_path) == before
    (tmp_path / "heads.toml").write_text('present = ["In attendance"]\n', encoding="utf-8")
    changed = digest_of(tmp_path)
    (tmp_path / "records" / "plans.py").write_text("LEAST = 4\n", encoding="utf-8")
    assert len({before, changed, digest_of(tmp_path)}) == 3
    assert len(reading_code()) == 16
