"""An assistant with a chat model: the proven answer first, its prose after it, and never less than without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer import Answer, Route, Status
from assistant.api import Assistant
from assistant.events import AnswerEvent, CitationEvent, StatusEvent, TextEvent
from assistant.settings import Settings
from index import Index
from tests.assistant.model.papers import Script, Scripted, says

MINUTES = """# Fourth Session of the Eel Commission

The Fourth Session of the Eel Commission was held in Ostrava, Czechia, on 3 and 4 May 2022.

The session was attended by three members: Norway, Chile and Kenya.

The Commission agreed to review the rules on eel traps.
"""
QUESTION = "Where was the Fourth Session of the Eel Commission held?"


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder: Path = tmp_path_factory.mktemp("papers")
    (folder / "fourth.md").write_text(MINUTES, encoding="utf-8")
    with Assistant.open(index=folder / "index", documents=[folder / "fourth.md"]) as assistant:
        yield assistant


def modelled(plain: Assistant, script: Script | str) -> Assistant:
    model = Scripted(script=says(script) if isinstance(script, str) else script, asked=[])
    index: Index = plain.index
    return Assistant(index, Settings(), model)


def same(one: Answer, other: Answer) -> bool:
    without = {"trace": {}, "notice": ""}
    return one.model_copy(update=without) == other.model_copy(update=without)


def repeating(plain: Assistant) -> Script:
    """A model that repeats the proven answer."""
    from assistant.citations import without_markers

    proven = without_markers(plain.ask(QUESTION).text)

    def script(keys: list[str]) -> Iterator[str]:
        yield proven
        yield f" [{keys[0]}]"

    return script


def test_without_a_model_the_stream_is_the_answer_in_pieces(plain: Assistant) -> None:
    answer = plain.ask(QUESTION)
    assert answer.status is Status.ANSWERED
    events = list(plain.stream(QUESTION))
    assert events[0] == StatusEvent("searching")
    assert "".join(event.text for event in events if isinstance(event, TextEvent)) == answer.text
    assert tuple(event.citation for event in events if isinstance(event, CitationEvent)) == answer.citations
    last = events[-1]
    assert isinstance(last, AnswerEvent)
    assert last.final
    assert same(last.answer, answer)


def test_prose_that_keeps_all_takes_the_place_of_the_proven_answer(plain: Assistant) -> None:
    answer = modelled(plain, repeating(plain)).ask(QUESTION)
    assert answer.route is Route.MODEL
    assert answer.text == plain.ask(QUESTION).text
    assert answer.trace["model"]["outcome"] == "used"
    assert "Ostrava" in answer.trace["model"]["prompt"]
    assert answer.trace["seconds"]["prose"] >= 0


@pytest.mark.parametrize(
    "said", ["It was held in Oslo [{0}].", "", "I do not know.", "Ostrava, on 5 May [{0}]."]
)
def test_the_answer_is_the_same_as_without_a_model_where_the_model_fails(plain: Assistant, said: str) -> None:
    answer = modelled(plain, said).ask(QUESTION)
    assert same(answer, plain.ask(QUESTION))
    assert "the proven answer stands instead" in answer.notice


def test_the_stream_gives_the_proven_answer_before_the_model_is_asked(plain: Assistant) -> None:
    assistant = modelled(plain, "It was held in Oslo [{0}].")
    seen = []
    for event in assistant.stream(QUESTION):
        seen.append(event)
        if isinstance(event, AnswerEvent) and not event.final:
            assert isinstance(assistant.model, Scripted)
            assert assistant.model.asked == []
            assert same(event.answer, plain.ask(QUESTION))
    assert not any(isinstance(event, TextEvent) and "Oslo" in event.text for event in seen)
    assert isinstance(seen[-1], AnswerEvent)
    assert seen[-1].final
    assert same(seen[-1].answer, plain.ask(QUESTION))


def test_a_model_overturns_no_refusal(plain: Assistant) -> None:
    question = "Who catered for the Fourth Session of the Eel Commission?"
    refused = plain.ask(question)
    assert refused.abstained
    assistant = modelled(plain, "Norway catered for the Fourth Session [{0}].")
    assert same(assistant.ask(question), refused)
    assert isinstance(assistant.model, Scripted)
    assert assistant.model.asked == []
