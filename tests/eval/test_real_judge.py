"""A real, very small model as judge: its opinions are worth nothing, its calls and the counting of them must work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.settings import ModelSettings
from eval import systems as systems_module
from eval.commands import app
from eval.questions import save_questions
from eval.results import Runs
from eval.small_model import NAME, missing, small_model
from tests.eval.scripted import QUESTIONS, RIGHT, Scripted, opened, write_document


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A run of four questions, all of them answered as they should be."""
    (tmp_path / "documents").mkdir()
    document = write_document(tmp_path / "documents")
    save_questions(QUESTIONS, tmp_path / "estuary.jsonl")
    monkeypatch.setitem(
        systems_module.SYSTEMS, "scripted", lambda paths, model=None: opened(Scripted(document, RIGHT))
    )
    out = str(tmp_path / "runs.json")
    return ["run", "-q", str(tmp_path / "estuary.jsonl"), "-s", "scripted", "-o", out, "--judge", NAME]


@pytest.fixture
def served() -> Iterator[ModelSettings]:
    with small_model(max_tokens=12) as settings:
        yield settings


@pytest.mark.slow
@pytest.mark.skipif(bool(missing()), reason=f"the real small model needs {', '.join(missing())}")
def test_a_real_model_judges_beside_the_graders(
    command: list[str], served: ModelSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WG_ASSISTANT_MODEL__BASE_URL", str(served.base_url))
    monkeypatch.setenv("WG_ASSISTANT_MODEL__MAX_TOKENS", "12")
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 0, result.output
    said = " ".join(result.output.split())
    assert "3 of 3" in said  # the figures are the graders' alone
    assert "the model judge agrees with the graders on" in said


def test_a_judge_that_is_down_is_told_in_a_line_and_loses_no_answer(
    command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("langchain_openai", reason="langchain-openai is not installed")
    monkeypatch.setenv("WG_ASSISTANT_MODEL__BASE_URL", "http://127.0.0.1:9/v1")
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 2
    said = " ".join(result.output.split())
    assert "The judge failed: no server answers at http://127.0.0.1:9/v1" in said
    assert "Traceback" not in said
    assert len(Runs.load(Path(command[command.index("-o") + 1])).of("scripted").results) == 4
