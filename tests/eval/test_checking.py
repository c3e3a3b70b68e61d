"""A question set is checked before a figure on it is believed; drafts pass the check."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from eval.checking import check, problems
from eval.commands import app
from eval.questions import Question, save_questions
from eval.sets import documents_for, question_sets
from tests.eval.scripted import QUESTIONS, write_document


def test_a_good_set_has_no_problems(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    write_document(tmp_path / "documents")
    save_questions(QUESTIONS, tmp_path / "estuary.jsonl")
    assert check(tmp_path / "estuary.jsonl", tmp_path / "documents") == []
    assert CliRunner().invoke(app, ["check", str(tmp_path / "estuary.jsonl")]).exit_code == 0


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"evidence": "held in Accra on 8 March"}, "does not stand in record.md"),
        ({"source": ("minutes.md",)}, "'minutes.md' is none of the documents"),
        (
            {
                "question": "When and where was it held?",
                "answer": "8 March 2022, Lagos",
                "aliases": ("2022-03-08",),
            },
            "'2022-03-08' is graded wrong",
        ),
        ({"answer": " "}, "there is no gold answer"),
        ({"answerable": False}, "marked as not answerable"),
        ({"question": " "}, "the question is empty"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, change: dict[str, object], problem: str) -> None:
    document = write_document(tmp_path)
    changed = Question.model_validate(QUESTIONS[0].model_dump() | change)
    found = problems(changed, [document])
    assert any(problem in one for one in found), found


def test_evidence_is_found_however_it_is_broken(tmp_path: Path) -> None:
    document = write_document(tmp_path)
    loose = QUESTIONS[0].model_copy(update={"evidence": "held in\nLagos  on 8 and 9 March “2022”"})
    assert problems(loose, [document]) == []


@pytest.mark.parametrize("path", question_sets(), ids=lambda path: path.stem)
def test_the_sets_of_the_repository_are_sound(path: Path) -> None:
    assert check(path, documents_for(path)) == []


def test_drafts_are_questions_that_pass_the_check(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    write_document(tmp_path / "documents")
    out = tmp_path / "drafts.jsonl"
    result = CliRunner().invoke(app, ["new", "-d", str(tmp_path / "documents"), "-o", str(out)])
    assert result.exit_code == 0, result.output
    assert check(out, tmp_path / "documents") == []
    drafted = out.read_text()
    assert "8 and 9 March 2022" in drafted or "8-9 March 2022" in drafted or "8 to 9 March 2022" in drafted
    assert "Togo" in drafted
