"""The command line `wg-assistant eval`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from assistant.errors import ModelTrouble
from eval.questions import BadQuestions
from eval.results import Result, Run, Runs
from eval.run import Progress as Report
from eval.run import run as run_systems
from eval.sets import documents_for, question_sets
from eval.tables import GROUPS, changes_table, figures_table, groups_table

app = typer.Typer(help="Measures how good the answers are, and what changed.", no_args_is_help=True)
out = Console()
err = Console(stderr=True)

Questions = Annotated[
    list[Path] | None,
    typer.Option("--questions", "-q", help="Question files; the repository's own sets if left out."),
]
Documents = Annotated[
    Path | None,
    typer.Option("--documents", "-d", help="Folder to answer over; that of each question file if left out."),
]
RunFile = Annotated[
    str, typer.Argument(help="A file that `eval run` wrote; FILE:SYSTEM picks one of its systems.")
]


@contextmanager
def _clear_errors() -> Iterator[None]:
    """Print what is wrong in one line, and exit with 2, for errors of the input."""
    try:
        yield
    except (
        BadQuestions,
        FileNotFoundError,
        KeyError,
        ModelTrouble,
        ModuleNotFoundError,
        ValidationError,
    ) as error:
        message = error.args[0] if isinstance(error, KeyError) and error.args else error
        err.print(f"[bold red]{type(error).__name__}[/]: ", end="")
        err.print(str(message), highlight=False, markup=False)
        raise typer.Exit(2) from None


@contextmanager
def _shown() -> Iterator[Report]:
    """Yield a callback for `run` that draws a bar a system with the running score."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, TextColumn("{task.fields[score]}"), console=err) as bar:
        tasks = {}
        right: dict[str, int] = {}

        def report(system: str, done: int, total: int, result: Result) -> None:
            if system not in tasks:
                tasks[system] = bar.add_task(system, total=total, score="")
            right[system] = right.get(system, 0) + result.right
            score = f"{right[system]} of {done} as they should be ({right[system] / done:.0%})"
            bar.update(tasks[system], completed=done, score=score)

        yield report


@app.command()
def run(
    questions: Questions = None,
    documents: Documents = None,
    system: Annotated[
        list[str] | None,
        typer.Option(
            "--system",
            "-s",
            help="assistant (no model), small-model, model, stock, best-sentence; may be given several times.",
        ),
    ] = None,
    out_: Annotated[
        Path | None, typer.Option("--out", "-o", help="Where to write every answer, as JSON.")
    ] = None,
    summary: Annotated[
        Path | None, typer.Option(help="Where to write all figures and grades, without the texts, as JSON.")
    ] = None,
    model: Annotated[str | None, typer.Option(help="Chat model, by its name for init_chat_model.")] = None,
    judge: Annotated[
        str | None, typer.Option(help="Chat model that judges the answers beside the graders, by name.")
    ] = None,
) -> None:
    """Ask question sets, and print how good the answers are and how sure that is."""
    with _clear_errors(), _shown() as progress:
        runs = run_systems(
            questions or question_sets(), documents, system or ["assistant"], progress=progress, model=model
        )
    if out_ is not None:  # first: what was answered must not be lost to trouble with a judge
        Runs(runs=tuple(runs)).save(out_)
        err.print(f"every answer is in {out_}", highlight=False)
    out.print(figures_table(runs))
    for one in runs:
        for group in GROUPS:
            out.print(groups_table(one, group))
    if judge is not None:
        with _clear_errors():
            _print_agreement(runs, judge)
    if summary is not None:
        from eval.summary import summary as summary_of

        summary_of(runs, " ".join(["wg-assistant", *sys.argv[1:]])).save(summary)
        err.print(f"the summary is in {summary}", highlight=False)


def _print_agreement(runs: Sequence[Run], judge: str) -> None:
    from assistant.answerers.model import load_model
    from assistant.settings import Settings
    from eval.model_judge import agreement, judge_all

    settings = Settings().model
    model = load_model(judge, settings)
    for one in runs:
        opinions = judge_all(one.results, model, settings)
        out.print(f"{one.system}: {agreement(one.results, opinions)}", highlight=False, markup=False)


@app.command()
def compare(before: RunFile, after: RunFile) -> None:
    """List the questions that were fixed and broken, and whether the difference may be chance."""
    from eval.comparing import compare as compare_runs

    with _clear_errors():
        found = compare_runs(_load(before), _load(after))
    out.print(changes_table("Fixed", found.fixed))
    out.print(changes_table("Broken", found.broken))
    out.print(
        f"{found.shared} questions in both runs; {len(found.fixed)} fixed, {len(found.broken)} broken, "
        f"{found.reworded} worded otherwise with the same outcome. McNemar's exact test: {found.chance}.",
        highlight=False,
    )
    for name, ids in (("first", found.only_before), ("second", found.only_after)):
        if ids:
            out.print(f"Only in the {name} run: {', '.join(ids)}", highlight=False)


@app.command()
def report(
    run_file: RunFile,
    html: Annotated[Path, typer.Option("--html", help="Where to write the report, one file without links.")],
) -> None:
    """Write a report that can be read without this program."""
    from eval.report import write_report

    with _clear_errors():
        write_report(_load(run_file), html)
    err.print(f"the report is in {html}", highlight=False)


@app.command()
def check(
    questions: Annotated[Path, typer.Argument(help="A question file.")],
    documents: Documents = None,
) -> None:
    """Check a question set: evidence, sources, gold answers, ids. Exits with 1 if something is wrong."""
    from eval.checking import check as check_questions

    with _clear_errors():
        found = check_questions(questions, documents or documents_for(questions))
    for problem in found:
        out.print(problem, highlight=False, markup=False, soft_wrap=True)
    err.print(f"{len(found)} problems" if found else "nothing is wrong", highlight=False)
    raise typer.Exit(1 if found else 0)


@app.command()
def new(
    documents: Annotated[
        Path, typer.Option("--documents", "-d", help="File or folder to draft questions on.")
    ],
    out_: Annotated[Path, typer.Option("--out", "-o", help="Where to write the drafts, JSON Lines.")],
) -> None:
    """Draft questions from what is read out of documents. Review every line before you measure with it."""
    from eval.drafting import draft
    from eval.questions import save_questions

    with _clear_errors():
        drafts = draft(documents)
        save_questions(drafts, out_)
    err.print(f"{len(drafts)} drafts are in {out_}: review each, then `wg-assistant eval check {out_}`.")


@app.command()
def gate(
    update: Annotated[bool, typer.Option("--update", help="Make today's figures the baseline.")] = False,
    baseline: Annotated[
        Path | None, typer.Option(help="The baseline; the committed one if left out.")
    ] = None,
) -> None:
    """Fail if a committed figure on the repository's own sets is undercut by more than its tolerance."""
    from eval.gate import BASELINE, Baseline, breaches, measured

    place = baseline or BASELINE
    with _clear_errors(), _shown() as progress:
        old = Baseline.load(place) if place.exists() else None
        if old is None and not update:
            raise FileNotFoundError(
                f"There is no baseline at {place}. `wg-assistant eval gate --update` makes it."
            )
        results = run_systems(question_sets(), progress=progress)[0].results
    if update:
        measured(results, old).save(place)
        out.print(f"{place} holds today's figures; commit it with the reason.", highlight=False)
        return
    assert old is not None
    found = breaches(old, results)
    for breach in found:
        out.print(breach, style="red", highlight=False, markup=False, soft_wrap=True)
    out.print("The gate is closed." if found else "Every figure stands.", highlight=False)
    raise typer.Exit(1 if found else 0)


def _load(name: str) -> Run:
    """Load 'FILE' or 'FILE:SYSTEM'."""
    if Path(name).exists() or ":" not in name:
        return Runs.load(Path(name)).of()
    path, _, system = name.rpartition(":")
    return Runs.load(Path(path)).of(system)
