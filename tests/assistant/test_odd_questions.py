"""Questions that nobody should ask: a clear error or a refusal, never a crash and never a guess."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant, Status
from assistant.errors import BadQuestion

STATEMENT = """# Statement of the Chair: Third Meeting of the Panel on Harbour Pilots

The Third Meeting of the Panel on Harbour Pilots was held in Gdynia, Poland, on 8 June 2018.
It was attended by three members (Estonia, Latvia and Poland).
Ms Jadwiga Nowicka-Lis of Poland chaired the meeting.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    place: Path = tmp_path_factory.mktemp("pilots")
    (place / "statement.md").write_text(STATEMENT, encoding="utf-8")
    with Assistant.open(index=tmp_path_factory.mktemp("index"), documents=[place]) as opened:
        yield opened


def test_a_question_of_fifty_thousand_characters_is_refused_with_its_limit(assistant: Assistant) -> None:
    with pytest.raises(BadQuestion, match=r"50,000 characters; at most 4,000 are read\. Shorten it"):
        assistant.ask("Who chaired it? ".ljust(50_000, "x"))


@pytest.mark.parametrize("question", ["", "   ", "\n\t", "?", "\ufffd", "🤷"])
def test_a_question_without_a_word_says_so(assistant: Assistant, question: str) -> None:
    with pytest.raises(BadQuestion):
        assistant.ask(question)


@pytest.mark.parametrize(
    "question",
    [
        "Welche Kosten hatte die dritte Sitzung des Gremiums?",
        "Quel était le budget de la troisième réunion ?",
        "¿Cuánto costó la tercera reunión?",
        "Berapa biaya pertemuan ketiga?",
        "第三次会议的预算是多少？",
        "ما هي ميزانية الاجتماع الثالث؟",
        "Какой был бюджет третьего совещания?",
    ],
)
def test_a_question_in_another_language_is_not_answered_with_a_guess(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)
    assert answer.status in (Status.NOT_STATED, Status.UNCLEAR), answer.text
    assert answer.text


@pytest.mark.parametrize("question", ["a\x00b", "' OR 1=1 --", "[1] [2]", "{{7*7}}"])
def test_what_is_no_question_is_not_answered(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status in (Status.NOT_STATED, Status.UNCLEAR)
