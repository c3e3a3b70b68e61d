"""The graders as an assertion, and a model's opinion beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest
from langchain_core.language_models.fake_chat_models import FakeListChatModel

from assistant.answer import Answer, Route, Status
from assistant.settings import ModelSettings
from corpus.document import Document
from eval import assert_answer
from eval.model_judge import agreement, judge_all
from eval.run import run_with
from tests.eval.scripted import QUESTIONS, QUOTES, RIGHT, Scripted, cite, opened, write_document


class One:
    """An assistant that gives one answer."""

    def __init__(
        self, document: Document, text: str, shift: int = 0, status: Status = Status.ANSWERED
    ) -> None:
        self._document, self._text, self._shift, self._status = document, text, shift, status

    def ask(self, question: str, history: Sequence[Mapping[str, str]] = ()) -> Answer:
        cited = (cite(self._document, QUOTES["t2"], self._shift),) if "[1]" in self._text else ()
        return Answer(
            question=question, text=self._text, status=self._status, route=Route.RECORDS, citations=cited
        )

    def library(self) -> object:
        return SimpleNamespace(document=lambda id: self._document if id == self._document.id else None)


@pytest.fixture
def document(tmp_path: Path) -> Document:
    return write_document(tmp_path)


ASKED = "Which members attended the Third Session?"
MEMBERS = ["Benin", "Ghana", "Nigeria", "Togo"]


def test_a_right_answer_passes_and_is_returned(document: Document) -> None:
    given = assert_answer(One(document, RIGHT["t2"]), ASKED, MEMBERS, source="record.md")  # type: ignore[arg-type]
    assert given.text == RIGHT["t2"]


@pytest.mark.parametrize(
    ("text", "shift", "source", "why"),
    [
        ("Benin, Ghana and Togo [1].", 0, None, "missing Nigeria"),
        (RIGHT["t2"], 1, None, "does not stand where it says"),
        (RIGHT["t2"], 0, "plan.md", "does not cite plan.md"),
    ],
)
def test_what_is_wrong_fails_with_the_reason(
    document: Document, text: str, shift: int, source: str | None, why: str
) -> None:
    with pytest.raises(AssertionError, match=why):
        assert_answer(One(document, text, shift), ASKED, MEMBERS, source=source)  # type: ignore[arg-type]


def test_none_asserts_a_refusal(document: Document) -> None:
    refusing = One(document, "The documents do not say.", status=Status.NOT_STATED)
    assert_answer(refusing, "What did it cost?", None)  # type: ignore[arg-type]
    with pytest.raises(AssertionError, match="answered the unanswerable"):
        assert_answer(One(document, "It cost 5 euros."), "What did it cost?", None)  # type: ignore[arg-type]


def test_a_model_judge_is_compared_with_the_graders(document: Document) -> None:
    texts = RIGHT | {"t1": "In 1999."}
    results = run_with(opened(Scripted(document, texts)), QUESTIONS, "scripted").results
    opinions = judge_all(
        results, FakeListChatModel(responses=["RIGHT", "right.", "I cannot say"]), ModelSettings()
    )
    assert opinions == [True, True, None, None]
    found = agreement(results, opinions)
    assert (found.agree.hits, found.agree.total, found.unread) == (1, 2, 1)
    assert found.model_only == ("t1",)
    assert found.kappa == 0
