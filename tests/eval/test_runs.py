"""Runs, figures, comparisons and the gate, with answers written by the test."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from eval import systems as systems_module
from eval.commands import app
from eval.comparing import compare
from eval.gate import Baseline, breaches, measured
from eval.questions import BadQuestions, load_questions, save_questions
from eval.report import render
from eval.results import Run, Runs, by, figures
from eval.run import run, run_with
from eval.sets import FOLDER
from eval.summary import Summary, summary
from tests.eval.scripted import QUESTIONS, QUOTES, RIGHT, TEXT, Scripted, opened, write_document


@pytest.fixture
def right(tmp_path: Path) -> Run:
    system = Scripted(write_document(tmp_path), RIGHT, passages=("Something else.", TEXT))
    return run_with(opened(system), QUESTIONS, "scripted", "estuary")


def changed(tmp_path: Path, **texts: str) -> Run:
    return run_with(
        opened(Scripted(write_document(tmp_path), RIGHT | texts)), QUESTIONS, "scripted", "estuary"
    )


def test_a_run_of_right_answers_has_no_fault(right: Run) -> None:
    found = figures(right.results)
    assert (found.right.hits, found.right.total) == (3, 3)
    assert (found.abstention.hits, found.abstention.total) == (1, 1)
    assert found.wrong.hits == found.false_refusals.hits == 0
    assert found.citation_validity.value == found.citation_support.value == found.right_document.value == 1
    assert (found.recall_at_4.hits, found.mrr) == (3, 0.5)


def test_a_citation_that_stands_elsewhere_is_not_valid(tmp_path: Path) -> None:
    system = Scripted(write_document(tmp_path), RIGHT, shift=1)
    found = figures(run_with(opened(system), QUESTIONS, "scripted").results)
    assert (found.citation_validity.hits, found.citation_validity.total) == (0, 3)


def test_a_valid_quote_without_the_facts_does_not_support(tmp_path: Path) -> None:
    quotes = QUOTES | {
        "t2": "Observers (2): Cameroon and the International Organization for Migration (IOM)."
    }
    system = Scripted(write_document(tmp_path), RIGHT, quotes=quotes)
    by_id = {one.question.id: one for one in run_with(opened(system), QUESTIONS, "scripted").results}
    assert by_id["t2"].valid is True
    assert by_id["t2"].supported is False
    assert by_id["t1"].supported is True


def test_a_refusal_counts_against_right_but_not_against_precision(tmp_path: Path) -> None:
    found = figures(changed(tmp_path, t1="").results)
    assert found.right.hits == 2
    assert found.false_refusals.hits == 1
    assert found.precision.value == 1


def test_an_answer_to_the_unanswerable_counts_against_precision(tmp_path: Path) -> None:
    found = figures(changed(tmp_path, t4="It cost 12,000 euros.").results)
    assert found.right.value == 1
    assert (found.precision.hits, found.precision.total) == (3, 4)
    assert found.abstention.hits == 0


def test_a_list_counts_only_if_it_is_whole(right: Run, tmp_path: Path) -> None:
    whole, partly = (
        figures(right.results),
        figures(changed(tmp_path, t2="Benin, Ghana and Togo [1].").results),
    )
    assert (whole.lists_whole.hits, whole.lists_whole.total, whole.list_f1) == (1, 1, 1)
    assert (partly.lists_whole.hits, partly.lists_whole.total) == (0, 1)
    assert partly.list_f1 == pytest.approx(6 / 7)


def test_groups_have_figures_of_their_own(right: Run) -> None:
    groups = by(right.results, lambda one: one.question.type)
    assert groups["date"].right.total == 1
    assert groups["unanswerable"].right.value is None


def test_comparing_lists_fixed_and_broken_questions(right: Run, tmp_path: Path) -> None:
    other = changed(tmp_path, t1="It was held on 8 and 9 March 2023.", t3="Chad did not attend.")
    found = compare(right, other)
    assert [change.before.question.id for change in found.broken] == ["t1"]
    assert not found.fixed
    assert found.reworded == 1
    assert compare(other, right).fixed[0].after.right
    assert compare(right, right).p == 1
    assert compare(right, right).chance == "p = 1.0000"


def test_runs_are_saved_and_loaded_whole(right: Run, tmp_path: Path) -> None:
    path = tmp_path / "out" / "runs.json"
    Runs(runs=(right,)).save(path)
    assert Runs.load(path).of("scripted") == right
    with pytest.raises(KeyError, match="stock"):
        Runs.load(path).of("stock")


def test_the_gate_stands_on_equal_figures_and_closes_on_worse_ones(right: Run, tmp_path: Path) -> None:
    baseline = measured(right.results)
    assert breaches(baseline, right.results) == []
    found = breaches(baseline, changed(tmp_path, t1="In 1999.", t2="Benin.").results)
    assert any("right" in breach and "below" in breach for breach in found)
    assert any("wrong" in breach and "above" in breach for breach in found)
    assert breaches(baseline, []) == ["estuary: the set was not run"]


def test_the_gate_tolerates_one_question(right: Run, tmp_path: Path) -> None:
    one_worse = changed(tmp_path, t1="")
    assert not [
        breach for breach in breaches(measured(right.results), one_worse.results) if ", right:" in breach
    ]


def test_invalid_citations_are_never_tolerated(right: Run, tmp_path: Path) -> None:
    broken = run_with(
        opened(Scripted(write_document(tmp_path), RIGHT, shift=1)), QUESTIONS, "scripted", "estuary"
    )
    assert any("citation_validity" in breach for breach in breaches(measured(right.results), broken.results))


def test_a_baseline_keeps_tolerances_that_were_set(right: Run, tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    measured(right.results).save(path)
    text = json.loads(path.read_text())
    text["sets"]["estuary"]["right"]["tolerance"] = 0.5
    path.write_text(json.dumps(text))
    assert measured(right.results, Baseline.load(path)).sets["estuary"]["right"].tolerance == 0.5


def test_the_command_of_the_gate_updates_stands_and_closes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "documents").mkdir()
    document = write_document(tmp_path / "documents")
    save_questions(QUESTIONS, tmp_path / "estuary.jsonl")
    monkeypatch.setattr("eval.commands.question_sets", lambda: [tmp_path / "estuary.jsonl"])
    texts = dict(RIGHT)
    monkeypatch.setitem(
        systems_module.SYSTEMS, "assistant", lambda paths, model=None: opened(Scripted(document, texts))
    )

    def gate(*more: str) -> Result:
        return CliRunner().invoke(app, ["gate", "--baseline", str(tmp_path / "baseline.json"), *more])

    assert gate().exit_code == 2  # there is no baseline yet
    assert gate("--update").exit_code == 0
    assert gate().exit_code == 0
    texts |= {"t1": "In 1999.", "t2": "Benin."}
    closed = gate()
    assert closed.exit_code == 1
    assert "estuary, right: 0.333 (1 of 3) is below the baseline of 1.000" in " ".join(closed.output.split())


def test_the_report_shows_wrong_answers_and_needs_no_network(right: Run, tmp_path: Path) -> None:
    wrong = changed(tmp_path, t2="Benin & <script>alert(1)</script> Togo [1].")
    page = render(wrong)
    assert "Which members attended the Third Session?" in page
    assert "Benin, Ghana" in page or "Benin; Ghana" in page
    assert "missing Ghana, Nigeria" in page
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "src=" not in page
    assert "<link" not in page
    assert "<svg" in page
    assert page == render(wrong)
    assert "When was the Third Session held?" not in page


def test_run_asks_files_over_the_documents_beside_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "documents").mkdir()
    document = write_document(tmp_path / "documents")
    save_questions(QUESTIONS, tmp_path / "estuary.jsonl")
    asked_over = []

    def open_scripted(paths: list[Path], model: object = None) -> object:
        asked_over.extend(paths)
        return opened(Scripted(document, RIGHT))

    monkeypatch.setitem(systems_module.SYSTEMS, "scripted", open_scripted)
    seen = []
    runs = run(
        [tmp_path / "estuary.jsonl"], systems=["scripted"], progress=lambda *report: seen.append(report[:3])
    )
    assert asked_over == [tmp_path / "documents"]
    assert seen == [("scripted", number, 4) for number in (1, 2, 3, 4)]
    assert {one.set for one in runs[0].results} == {"estuary"}
    with pytest.raises(KeyError, match="no system 'oracle'"):
        run([tmp_path / "estuary.jsonl"], systems=["oracle"])

    out = tmp_path / "runs.json"
    command = ["run", "-q", str(tmp_path / "estuary.jsonl"), "-s", "scripted", "--out", str(out)]
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 0, result.output
    assert "right among answerable" in result.output
    assert "3 of 3" in result.output
    result = CliRunner().invoke(app, ["compare", str(out), f"{out}:scripted"])
    assert "0 fixed, 0 broken" in " ".join(result.output.split())
    result = CliRunner().invoke(app, ["report", str(out), "--html", str(tmp_path / "report.html")])
    assert result.exit_code == 0
    assert "<svg" in (tmp_path / "report.html").read_text()


def test_a_bad_question_file_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"id": "a", "question": "Who?", "type": "person", "answer": "X"}\nnonsense\n')
    with pytest.raises(BadQuestions, match="line 2"):
        load_questions([path])
    path.write_text('{"id": "a", "question": "Who?", "type": "person", "answer": "X"}\n' * 2)
    with pytest.raises(BadQuestions, match="'a' stands also"):
        load_questions([path])
    result = CliRunner().invoke(app, ["run", "-q", str(path)])
    assert result.exit_code == 2


def test_questions_survive_saving(tmp_path: Path) -> None:
    save_questions(QUESTIONS, tmp_path / "saved.jsonl")
    assert tuple(load_questions([tmp_path / "saved.jsonl"])) == QUESTIONS


def test_a_summary_holds_figures_and_grades_and_nothing_of_the_machine(right: Run, tmp_path: Path) -> None:
    path = tmp_path / "runs" / "summary.json"
    summary([right], "wg-assistant eval run").save(path)
    again = right.model_copy(
        update={"results": tuple(one.model_copy(update={"seconds": 99.0}) for one in right.results)}
    )
    assert summary([again], "wg-assistant eval run") == Summary.model_validate_json(path.read_text())
    held = json.loads(path.read_text())["systems"]["scripted"]
    assert held["figures"]["right among answerable"].endswith("(3 of 3)")
    assert held["grades"] == {"t1": "right", "t2": "right", "t3": "right", "t4": "rightly refused"}


def test_two_runs_over_the_same_documents_are_the_same_but_for_the_seconds() -> None:
    questions = [FOLDER / "conflicts.jsonl"]
    first, second = (
        [one.model_copy(update={"seconds": 0.0}) for one in run(questions)[0].results] for _ in range(2)
    )
    assert len(first) >= 15
    assert first == second
