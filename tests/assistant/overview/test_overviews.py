"""'Summarise', 'brief me on' and 'what changed between' are answered part by part, in order, and cited."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import eval
from assistant.answer import Route, Status
from assistant.answerers.overview import wish_of
from assistant.api import Assistant
from assistant.citations import without_markers
from assistant.events import TextEvent
from assistant.settings import ModelSettings, Settings
from tests.assistant.model.papers import Scripted, says
from tests.assistant.overview.papers import FIRST, PLANS, SECOND

SUMMARY = "Summarise the Second Meeting of the Working Group on Otters."


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder: Path = tmp_path_factory.mktemp("otters")
    papers = folder / "papers"
    papers.mkdir()
    (papers / "second-meeting.md").write_text(FIRST, encoding="utf-8")
    (papers / "third-meeting.md").write_text(SECOND, encoding="utf-8")
    for years, text in PLANS.items():
        (papers / f"plan-{years}.md").write_text(text, encoding="utf-8")
    with Assistant.open(index=folder / "index", documents=[papers]) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "subject", "other"),
    [
        ("Please summarise the Second Meeting.", "the Second Meeting", ""),
        ("Give me a short summary of the work plan, please", "the work plan", ""),
        ("Brief me on river counts", "river counts", ""),
        ("What changed between the 2nd and the 3rd Meeting?", "the 2nd", "the 3rd Meeting"),
        ("Compare the plan of 2019 with the plan of 2022", "the plan of 2019", "the plan of 2022"),
    ],
)
def test_the_wish_for_an_overview_is_read(question: str, subject: str, other: str) -> None:
    wish = wish_of(question)
    assert wish is not None
    assert (wish.subject, wish.other) == (subject, other)


def test_no_question_of_the_measured_sets_is_taken_for_one() -> None:
    for path in sorted((Path(eval.__file__).parent / "questions").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert wish_of(json.loads(line)["question"]) is None


def test_a_summary_follows_the_sections_and_cites_every_line(plain: Assistant) -> None:
    answer = plain.ask(SUMMARY)
    assert answer.status is Status.ANSWERED
    lines = answer.text.splitlines()
    assert "Oslo" in lines[0]
    heads = [match[1] for line in lines if (match := re.match(r"- (\w+):", line))]
    assert heads == ["Attendance", "Rivers", "Decisions", "Decisions"]
    assert "members (3) and observers (1)" in answer.text
    assert all(re.search(r"\[\d+\]", line) for line in lines)
    assert {one.document for one in answer.citations} == {"second-meeting.md"}
    assert "Atlantis" not in answer.text
    assert "restates" not in answer.text


def test_two_meetings_differ_in_place_time_and_who_came(plain: Assistant) -> None:
    text = plain.ask(
        "What changed between the Second and the Third Meeting of the Working Group on Otters?"
    ).text
    assert "held in Oslo, Norway (3 and 4 May 2021)" in text
    assert "held in Lima, Peru (8 and 9 June 2022)" in text
    assert re.search(r"Third Meeting but not at the Second Meeting: Ghana \(1\)", text)
    assert re.search(r"Second Meeting but not at the Third Meeting: Kenya \(1\)", text)


def test_two_plans_differ_in_their_items(plain: Assistant) -> None:
    answer = plain.ask(
        "What changed between the Forward Work Plan 2019-2021 and the Forward Work Plan 2022-2024?"
    )
    assert answer.route is Route.RECORDS
    assert "1 stand in nearly the same words" in answer.text
    assert re.search(r"Only in [^\n]*2022-2024: [^\n]*atlas of holts", answer.text)
    assert re.search(r"Only in [^\n]*2019-2021: [^\n]*Train divers", answer.text)


def test_a_brief_on_a_subject_quotes_what_is_said_of_it(plain: Assistant) -> None:
    answer = plain.ask("Brief me on a register of rivers")
    assert "register of rivers" in answer.text
    assert answer.citations


def test_what_no_document_tells_is_not_summed_up(plain: Assistant) -> None:
    assert plain.ask("Summarise the Ninetieth Meeting of the Postal Union.").abstained


def shortening(which: int = 1) -> Scripted:
    """A model that repeats one sentence of each section, and puts one of its own after it."""

    class Shortening(Scripted):
        def _stream(self, messages, stop=None, run_manager=None, **kwargs):  # type: ignore[no-untyped-def]
            from langchain_core.messages import AIMessageChunk
            from langchain_core.outputs import ChatGenerationChunk

            prompt = messages[-1].text
            self.asked.append(prompt)
            found = re.findall(r"^\[([a-z]{5})\][^\n]*\n([^\n]+)", prompt, re.MULTILINE)
            key, sentence = found[min(which, len(found) - 1)]
            for piece in (sentence.rstrip("."), f" [{key}].", f" Atlantis joined the talks [{key}]."):
                yield ChatGenerationChunk(message=AIMessageChunk(piece))

    return Shortening(script=None, asked=[])


def test_a_model_shortens_section_by_section_and_only_proven_sentences_stay(plain: Assistant) -> None:
    model = shortening()
    answer = Assistant(plain.index, Settings(), model).ask(SUMMARY)
    assert answer.route is Route.MODEL
    assert "Members asked for more counts in winter" in answer.text
    assert "Atlantis" not in answer.text
    assert "members (3) and observers (1)" in answer.text  # a list of attendance stays exact
    assert (
        answer.text.index("Kari Lund") < answer.text.index("counts in winter") < answer.text.index("register")
    )
    trace = answer.trace["model"]
    assert trace["outcome"].startswith("used")
    assert trace["spent"]["calls"] == len(model.asked) >= 3
    assert not any("Atlantis" in prompt for prompt in model.asked)


def prose(assistant: Assistant) -> list[tuple[str, int]]:
    """The streamed sentences of the model's overview, each with how often the model had been asked by then."""
    assert isinstance(assistant.model, Scripted)
    return [
        (event.text, len(assistant.model.asked))
        for event in assistant.stream(SUMMARY)
        if isinstance(event, TextEvent) and event.source == "prose"
    ]


def test_each_part_is_shown_as_soon_as_it_is_done(plain: Assistant) -> None:
    found = prose(Assistant(plain.index, Settings(), shortening()))
    asked = dict(found)
    rivers = next(calls for text, calls in asked.items() if "counts in winter" in text)
    decisions = next(calls for text, calls in asked.items() if "register" in text)
    assert rivers < decisions  # the second part stood there before the third was asked for
    whole = without_markers(Assistant(plain.index, Settings(), shortening()).ask(SUMMARY).text)
    assert all(text.removeprefix("- ") in whole for text in asked)


def test_nothing_is_streamed_where_the_model_writes_no_part(plain: Assistant) -> None:
    model = Scripted(script=says("Atlantis joined the talks [{0}]."), asked=[])
    assistant = Assistant(plain.index, Settings(), model)
    assert prose(assistant) == []
    assert model.asked
    assert assistant.ask(SUMMARY).text == plain.ask(SUMMARY).text


def test_a_part_that_fails_keeps_what_was_shown_before_it(plain: Assistant) -> None:
    class Failing(type(shortening())):  # type: ignore[misc]
        """Ends its work after the second section."""

        def _stream(self, messages, stop=None, run_manager=None, **kwargs):  # type: ignore[no-untyped-def]
            if len(self.asked) >= 2:
                raise RuntimeError("Error code: 401")
            yield from super()._stream(messages, stop, run_manager, **kwargs)

    assistant = Assistant(plain.index, Settings(), Failing(script=None, asked=[]))
    found = [text for text, _ in prose(assistant)]
    assert any("counts in winter" in text for text in found)
    assert any("count otters in every member state" in text for text in found)  # the document's own sentence


def test_a_sentence_that_points_back_to_one_left_out_is_taken_out(plain: Assistant) -> None:
    answer = Assistant(plain.index, Settings(), shortening(which=2)).ask(SUMMARY)
    assert "They praised" not in answer.text
    assert "otters had come back" in answer.text  # the document's own sentence stays for that part


def test_a_long_overview_is_shortened_once_more_as_a_whole(plain: Assistant) -> None:
    model = shortening()
    settings = Settings(model=ModelSettings(overview_sentences=2))
    answer = Assistant(plain.index, settings, model).ask(SUMMARY)
    assert "Section: all parts" in model.asked[-1]
    assert len(answer.citations) < 4
    assert answer.citations


def test_beyond_the_budget_the_documents_own_sentences_stay(plain: Assistant) -> None:
    model = shortening()
    settings = Settings(model=ModelSettings(question_tokens=600))
    answer = Assistant(plain.index, settings, model).ask(SUMMARY)
    assert 0 < len(model.asked) < 3
    assert "tokens; 600 are allowed" in answer.trace["model"]["outcome"]
    assert "register of rivers" in answer.text


def test_a_model_that_fails_leaves_the_summary(plain: Assistant) -> None:
    def broken(keys: list[str]) -> Iterator[str]:
        raise RuntimeError("Error code: 401")
        yield ""

    answer = Assistant(plain.index, Settings(), Scripted(script=broken, asked=[])).ask(SUMMARY)
    assert answer.text == plain.ask(SUMMARY).text
    assert "key was refused" in answer.notice
