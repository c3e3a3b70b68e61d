"""Files of folders, and the ids they get."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import UnreadableDocument
from corpus.readers import SUFFIXES, discover


def made(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The session was held.")
    return folder


def test_a_folder_gives_its_documents_with_relative_ids(tmp_path: Path) -> None:
    made(tmp_path, "b.txt", "a/2024/plan.md", "a/news.HTML", "a/minutes.docx", "c.pdf", "d.htm", "e.markdown")
    assert [id for _, id in discover([tmp_path])] == [
        "a/2024/plan.md",
        "a/minutes.docx",
        "a/news.HTML",
        "b.txt",
        "c.pdf",
        "d.htm",
        "e.markdown",
    ]
    assert all(path.is_file() for path, _ in discover([tmp_path]))


def test_hidden_and_foreign_files_are_left_out(tmp_path: Path) -> None:
    made(
        tmp_path,
        "a.txt",
        ".git/x.txt",
        ".hidden.md",
        "~$minutes.docx",
        "photo.png",
        "data.csv",
        "sub/.cache/y.txt",
    )
    assert [id for _, id in discover([tmp_path])] == ["a.txt"]


def test_documents_of_kinds_that_are_not_read_are_listed_so_that_a_report_can_say_so(tmp_path: Path) -> None:
    made(tmp_path, "old.doc", "letter.rtf", "sheet.xlsx", "a.txt")
    assert [id for _, id in discover([tmp_path])] == ["a.txt", "letter.rtf", "old.doc", "sheet.xlsx"]


def test_a_single_file_has_its_name_as_id(tmp_path: Path) -> None:
    made(tmp_path, "deep/down/minutes.txt")
    path = tmp_path / "deep/down/minutes.txt"
    assert discover([path]) == [(path, "minutes.txt")]
    assert discover([str(path)]) == [(path, "minutes.txt")]  # type: ignore[list-item]


def test_a_file_named_twice_is_listed_once(tmp_path: Path) -> None:
    made(tmp_path, "a.txt", "b.txt")
    assert [id for _, id in discover([tmp_path, tmp_path / "a.txt", tmp_path])] == ["a.txt", "b.txt"]


def test_files_of_one_name_in_two_folders_have_different_ids(tmp_path: Path) -> None:
    made(tmp_path, "2023/minutes.txt", "2024/minutes.txt", "2024/plan.txt")
    ids = [id for _, id in discover([tmp_path / "2023", tmp_path / "2024"])]
    assert ids == ["2023/minutes.txt", "2024/minutes.txt", "plan.txt"]


def test_an_unknown_path_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="no such file or folder"):
        discover([tmp_path / "nowhere"])


def test_the_suffixes_that_are_read() -> None:
    assert {".pdf", ".txt", ".md", ".markdown", ".html", ".htm", ".docx"} == SUFFIXES
