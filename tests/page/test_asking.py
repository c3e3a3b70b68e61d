"""A question on its way to an answer: streamed, stopped, asked anew, failed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant import Assistant
from assistant.answer import Route
from assistant.interface.page.chat import STOPPED, Frame, asking, shown
from assistant.interface.page.conversations import Conversation
from assistant.interface.page.desk import Desk
from assistant.settings import Settings
from tests.assistant.model.papers import Scripted
from tests.page.conftest import DOCUMENTS

READER = "browser:a-key-of-a-test"
WHERE = "Where was the Third Meeting held?"


def repeats(keys: list[str]) -> Iterator[str]:
    yield f"The Third Meeting was held in Kigali, Rwanda [{keys[0]}]."


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with Assistant.open(
        index=tmp_path_factory.mktemp("asking") / "index", documents=[DOCUMENTS]
    ) as assistant:
        yield assistant


def desk_over(assistant: Assistant, folder: Path) -> Desk:
    settings = Settings().serve
    settings.data = folder
    return Desk.over(assistant, settings)


def kept(desk: Desk, conversation: Conversation) -> Conversation:
    found = desk.conversations.load(READER, conversation.id)
    assert found is not None
    return found


def asked(desk: Desk, conversation: Conversation, question: str, replace: int | None = None) -> list[Frame]:
    return list(asking(desk, READER, conversation, question, None, replace))


def test_the_status_comes_at_once_and_the_answer_with_its_evidence_at_the_end(
    plain: Assistant, tmp_path: Path
) -> None:
    desk = desk_over(plain, tmp_path)
    frames = asked(desk, desk.conversations.new(), WHERE)
    assert "Reading the documents" in frames[0].thread
    assert "Kigali" not in frames[0].thread
    assert [frame.done for frame in frames] == [False] * (len(frames) - 1) + [True]
    assert "Kigali" in frames[-1].thread
    assert "<mark" in frames[-1].evidence
    turn = kept(desk, frames[-1].conversation).turns[0]
    assert turn.answer is not None
    assert turn.answer.model_copy(update={"trace": {}}) == plain.ask(WHERE).model_copy(update={"trace": {}})


def test_the_proven_answer_is_shown_and_kept_while_a_model_writes(plain: Assistant, tmp_path: Path) -> None:
    model = Scripted(script=repeats, asked=[])
    desk = desk_over(Assistant(plain.index, Settings(), model), tmp_path)
    proven = plain.ask(WHERE).text.split(" [")[0]
    steps = asking(desk, READER, desk.conversations.new(), WHERE, None)
    writing = next(frame for frame in steps if "putting it into words" in frame.thread)
    assert proven in writing.thread
    assert "<mark" in writing.evidence
    answer = kept(desk, writing.conversation).turns[0].answer
    assert answer is not None
    assert answer.route is not Route.MODEL
    steps.close()  # what a stop does
    assert kept(desk, writing.conversation).turns[0].answer == answer


def test_a_question_that_is_stopped_stays_and_can_be_asked_again(plain: Assistant, tmp_path: Path) -> None:
    desk = desk_over(plain, tmp_path)
    steps = asking(desk, READER, desk.conversations.new(), WHERE, None)
    first = next(steps)
    steps.close()
    stopped = kept(desk, first.conversation)
    assert [(turn.question, turn.answer, turn.error) for turn in stopped.turns] == [(WHERE, None, STOPPED)]
    again = asked(desk, stopped, WHERE, 0)[-1].conversation
    assert [turn.answer is not None for turn in again.turns] == [True]


def test_an_edited_question_takes_the_place_of_the_old_one_and_of_what_came_after(
    plain: Assistant, tmp_path: Path
) -> None:
    desk = desk_over(plain, tmp_path)
    talk = asked(desk, desk.conversations.new(), WHERE)[-1].conversation
    talk = asked(desk, talk, "And who chaired it?")[-1].conversation
    assert len(talk.turns) == 2
    talk = asked(desk, talk, "Where was the Second Meeting held?", 0)[-1].conversation
    assert [turn.question for turn in talk.turns] == ["Where was the Second Meeting held?"]
    assert "Entebbe" in asked(desk, talk, "When was it held?")[-1].thread
    assert kept(desk, talk).title == "Where was the Second Meeting held?"


def test_a_name_given_by_the_reader_survives_an_edit(plain: Assistant, tmp_path: Path) -> None:
    desk = desk_over(plain, tmp_path)
    talk = asked(desk, desk.conversations.new(), WHERE)[-1].conversation
    talk.title = "Brief for the minister"
    asked(desk, talk, "Where was the Second Meeting held?", 0)
    assert kept(desk, talk).title == "Brief for the minister"


def test_a_question_that_is_refused_says_why(plain: Assistant, tmp_path: Path) -> None:
    desk = desk_over(plain, tmp_path)
    frame = asked(desk, desk.conversations.new(), "???")[-1]
    assert frame.done
    assert "question is empty" in frame.thread


def test_a_page_without_documents_says_so(tmp_path: Path) -> None:
    (papers := tmp_path / "papers").mkdir()
    with Assistant.open(index=tmp_path / "index", documents=[papers]) as assistant:
        desk = desk_over(assistant, tmp_path / "data")
        assert "no documents yet" in shown(desk, READER, desk.conversations.new())


def test_trouble_on_the_server_shows_in_the_turn_and_tells_no_details(
    plain: Assistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_over(plain, tmp_path)

    def broken(*_: Any, **__: Any) -> Any:
        raise RuntimeError("/srv/secret/index is gone")

    monkeypatch.setattr(plain, "stream", broken)
    frame = asked(desk, desk.conversations.new(), WHERE)[-1]
    monkeypatch.undo()
    assert frame.done
    assert "went wrong" in frame.thread
    assert "Try again" in frame.thread
    assert "secret" not in frame.thread
    assert asked(desk, frame.conversation, WHERE, 0)[-1].conversation.turns[0].answer is not None
