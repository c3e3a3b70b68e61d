"""The systems that are measured side by side, each over a document of the test."""

from __future__ import annotations

from pathlib import Path

import pytest
from langchain_core.language_models.fake_chat_models import FakeListChatModel

from eval.questions import Question
from eval.run import run_with
from eval.systems import SYSTEMS, Response, opener
from tests.eval.scripted import QUESTIONS, write_document

WHEN = QUESTIONS[0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "documents"
    place.mkdir()
    write_document(place)
    return place


def answered(
    system: str, folder: Path, model: FakeListChatModel | None, question: Question = WHEN
) -> Response:
    with opener(system, model)([folder]) as opened:
        return opened.ask(question.question, ())


def test_the_assistant_answers_and_cites(folder: Path) -> None:
    run = run_with(opener("assistant")([folder]), QUESTIONS, "assistant")
    assert all(one.right for one in run.results), [one.text for one in run.results]
    assert all(one.valid for one in run.results if not one.abstained)
    assert all(one.evidence_rank for one in run.results if one.question.evidence)


def test_the_best_sentence_is_one_of_the_document_and_nothing_of_another_language(folder: Path) -> None:
    response = answered("best-sentence", folder, None)
    assert response.text == "The Third Session was held in Lagos on 8 and 9 March 2022."
    assert answered("best-sentence", folder, None, Question(
        id="x", question="Quanto costa il biglietto?", type="topic", answer="-")).abstained  # fmt: skip


def test_the_stock_recipe_without_a_model_gives_its_best_passage(folder: Path) -> None:
    response = answered("stock", folder, None)
    assert response.text == response.retrieved[0]
    assert "8 and 9 March 2022" in response.text


def test_the_stock_recipe_with_a_model_gives_what_it_writes(folder: Path) -> None:
    response = answered("stock", folder, FakeListChatModel(responses=["It was held on 8 and 9 March 2022."]))
    assert (response.text, response.abstained) == ("It was held on 8 and 9 March 2022.", False)
    assert answered("stock", folder, FakeListChatModel(responses=["I don't know."])).abstained


def test_the_model_of_the_assistant_has_to_be_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WG_ASSISTANT_MODEL__NAME", raising=False)
    with pytest.raises(KeyError, match="--model NAME"), opener("model")([folder]):
        pass
    writing = FakeListChatModel(responses=["Nothing to add."])
    assert answered("model", folder, writing).text == answered("assistant", folder, None).text


def test_every_system_has_an_opener() -> None:
    assert {"assistant", "small-model", "model", "stock", "best-sentence"} == SYSTEMS.keys()
