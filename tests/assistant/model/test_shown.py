"""How an answer came about is shown under it, and what is wrong with a model is said in one line."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.answer import Answer, Route, Status
from assistant.interface.commands import app
from assistant.interface.page.how import how_answered
from assistant.trace import FollowUpTrace, ModelTrace, SentenceTrace, Spent, Trace

TRACE = Trace(
    question="Who chaired the <b>Fourth</b> Session?",
    follow_up=FollowUpTrace(rules="Who chaired it?", model=None, taken="rules", because="the model failed"),
    passages=[],
    model=ModelTrace(
        prompt="system: …",
        output="Norway chaired. Oslo chaired.",
        sentences=[
            SentenceTrace(text="Norway chaired.", failures=[]),
            SentenceTrace(text="Oslo chaired.", failures=["'Oslo' does not stand there"]),
        ],
        outcome="used",
        seconds=1.5,
        spent=Spent(calls=1, input_tokens=200, output_tokens=9, estimated=False, cost=0.0123),
    ),
    seconds={"question": 0.01, "prose": 1.5},
)


def answer(trace: Trace) -> Answer:
    return Answer(
        question="Who chaired it?", text="Norway.", status=Status.ANSWERED, route=Route.MODEL, trace=trace
    )


def test_the_fold_tells_the_steps_and_holds_the_whole_trace() -> None:
    html = how_answered(answer(TRACE))
    assert "1 of 2 sentences proven" in html
    assert "200 tokens read, 9 written, cost 0.0123" in html
    assert "<b>" not in html
    found = re.search(r"<pre>(.*)</pre>", html, re.DOTALL)
    assert found is not None
    assert json.loads(unescape(found[1])) == TRACE


def test_without_a_trace_there_is_no_fold() -> None:
    assert how_answered(answer(Trace())) == ""


def test_a_trace_survives_being_saved() -> None:
    saved = answer(TRACE).model_dump_json()
    assert Answer.model_validate_json(saved).trace == TRACE


@pytest.mark.parametrize(
    ("name", "said"), [("nosuchprovider:x", "nosuchprovider:x"), ("openai:some-model", "OPENAI_API_KEY")]
)
def test_a_model_that_cannot_be_used_ends_the_command_with_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    (tmp_path / "paper.md").write_text("# Paper\n\nNorway chaired.\n", encoding="utf-8")
    result = CliRunner().invoke(
        app, ["ask", "Who chaired?", "-d", str(tmp_path), "--index", str(tmp_path / "index"), "--model", name]
    )
    assert result.exit_code == 1
    assert "ModelTrouble" in result.output
    assert said in result.output.replace("\n", "")
    assert "Traceback" not in result.output


def test_a_server_that_is_down_leaves_the_proven_answer_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("langchain_openai", reason="langchain-openai is not installed")
    monkeypatch.setenv("WG_ASSISTANT_MODEL__BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("WG_ASSISTANT_MODEL__RETRIES", "0")
    text = "# Fourth Session of the Eel Commission\n\nThe Fourth Session was held in Ostrava on 3 May 2022.\n"
    (tmp_path / "paper.md").write_text(text, encoding="utf-8")
    result = CliRunner().invoke(
        app,
        [
            "ask",
            "Where was the Fourth Session held?",
            "-d",
            str(tmp_path / "paper.md"),
            "--index",
            str(tmp_path / "index"),
            "--model",
            "openai:x",
        ],
    )
    assert result.exit_code == 0, result.output
    assert "Ostrava" in result.output
    assert "no server answers at http://127.0.0.1:9/v1" in " ".join(result.output.split())
