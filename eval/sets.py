"""The question sets of the repository, and which documents each is asked over."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import corpus

FOLDER = Path(__file__).parent / "questions"
SHIPPED = Path(corpus.__file__).parent / "documents"


def question_sets() -> list[Path]:
    """Return the question files of the repository, by name."""
    return sorted(FOLDER.glob("*.jsonl"))


def documents_for(questions: Path) -> Path:
    """Return the folder of documents that a question file is asked over.

    It is the folder `NAME-documents` beside a file whose name begins with NAME, or `documents` beside a file
    outside the repository's own sets; otherwise the shipped corpus.
    """
    named = [
        folder
        for folder in sorted(questions.parent.glob("*-documents"))
        if folder.is_dir() and questions.stem.startswith(folder.name.removesuffix("-documents"))
    ]
    if named:
        return max(named, key=lambda folder: len(folder.name))
    beside = questions.parent / "documents"
    if beside.is_dir() and questions.parent != FOLDER:
        return beside
    return SHIPPED


def grouped(questions: Sequence[Path], documents: Path | None) -> list[tuple[Path, list[Path]]]:
    """Return which question files are asked over which documents, in the order of the files."""
    groups: dict[Path, list[Path]] = {}
    for path in questions:
        groups.setdefault(documents or documents_for(path), []).append(path)
    return list(groups.items())
