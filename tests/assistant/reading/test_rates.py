"""How much the reading route gets right on its own, on the question sets that lie beside the repository."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from assistant.answer import Status
from assistant.answerers.draft import Draft
from corpus.document import Document
from corpus.readers.reading import read as read_file
from index.words import STOPWORDS, words
from tests.assistant.reading.asking import ask, text

SHARED = Path(__file__).parents[4] / "shared"
pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the question sets in ../shared are not part of the repository"
)


def _main() -> tuple[list[Document], Path]:
    sheets = [
        path
        for path in sorted((SHARED / "facts").glob("*.md"))
        if path.name != "INDEX.md" and not path.name.startswith("01-")
    ]
    files = [*sheets, *sorted((SHARED / "seeds").glob("*.txt"))]
    return [read_file(path) for path in files], SHARED / "eval" / "questions.jsonl"


def _practice() -> tuple[list[Document], Path]:
    folder = SHARED / "practice"
    return [read_file(path) for path in sorted((folder / "documents").iterdir())], folder / "questions.jsonl"


def _says(answer: str, wanted: str) -> bool:
    """Whether an answer holds a form of a gold answer: its words in order, or all its telling words."""
    if re.search(rf"(?<!\w){re.escape(wanted.casefold())}(?!\w)", answer.casefold()):
        return True
    telling = {word for word in words(wanted) if word not in STOPWORDS}
    return bool(telling) and not wanted.isdigit() and telling <= set(words(answer))


def _right(question: dict[str, Any], draft: Draft) -> bool:
    if not question["answerable"]:
        return draft.status is not Status.ANSWERED
    if draft.status is not Status.ANSWERED:
        return False
    answer, gold, aliases = text(draft), question["answer"], question["aliases"]
    if gold in ("yes", "no"):
        return answer.casefold().startswith(gold)
    items: Sequence[str] = gold if isinstance(gold, list) else [gold]
    forms = aliases if isinstance(gold, list) else [aliases]
    return all(
        any(_says(answer, form) for form in (item, *(forms[place] if place < len(forms) else ())))
        for place, item in enumerate(items)
    )


@pytest.mark.parametrize("load", [_main, _practice], ids=["main", "practice"])
def test_reading_alone_answers_most_of_what_is_stated_and_refuses_the_rest(load: Any) -> None:
    documents, path = load()
    questions = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    marks: dict[bool, list[bool]] = {True: [], False: []}
    for question in questions:
        marks[question["answerable"]].append(_right(question, ask(question["question"], *documents)))

    assert sum(marks[True]) >= 0.60 * len(marks[True])
    assert sum(marks[False]) >= 0.80 * len(marks[False])
