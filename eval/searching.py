"""What the reading route is given for each question of a set: the question in plain words, and the passages found."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from assistant import Assistant
from assistant.question.plain import plainly
from corpus.document import Document
from eval.questions import Question, load_questions
from index.types import Hit

Searched = tuple[Question, str, list[Hit], Callable[[str], Document | None]]


def searched(questions: Path, documents: Path) -> Iterator[Searched]:
    """Yield each question of a file with its plain words, the passages found in the documents, and the way to these.

    `documents` is a folder or a file; the index is gone when the last question has been taken.
    """
    paths = sorted(documents.iterdir()) if documents.is_dir() else [documents]
    with (
        tempfile.TemporaryDirectory() as folder,
        Assistant.open(documents=paths, index=folder) as assistant,
    ):
        count = assistant.settings.retrieval.passages
        for question in load_questions([questions]):
            text = plainly(question.question)
            yield question, text, list(assistant.index.search(text, k=count)), assistant.library().document
