"""Asks the questions of some sets, grades the answers and judges their citations."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from eval.grading import grade
from eval.judging import evidence_rank, right_document, right_page, supported, valid
from eval.questions import Question, load_questions
from eval.results import Result, Run
from eval.sets import grouped
from eval.systems import System, opener

Progress = Callable[[str, int, int, Result], None]
"""Called after each question: the system's name, how many are done, how many there are, the result."""


def run(
    questions: Sequence[Path],
    documents: Path | None = None,
    systems: Sequence[str] = ("assistant",),
    progress: Progress | None = None,
    model: str | None = None,
) -> list[Run]:
    """Ask every question of some files with every system; return a run for each system.

    `documents` is a folder or file to answer over; left out, each question file is asked over the documents
    that belong to it (see `eval.sets.documents_for`). `model` names a chat model for systems that use one.
    The outcome depends on nothing but its inputs; only the seconds differ from run to run.
    Raises BadQuestions for a question file that cannot be used, KeyError for an unknown system and
    FileNotFoundError for missing files.
    """
    loaded = load_questions(questions)  # all of them first: a bad line should not end a long run
    if documents is not None and not documents.exists():
        raise FileNotFoundError(f"There are no documents at {documents}.")
    openers = {name: opener(name, model) for name in systems}
    runs = []
    for name, open_system in openers.items():
        results: list[Result] = []
        folders = []
        for folder, files in grouped(questions, documents):
            folders.append(str(folder))
            with open_system([folder]) as system:
                for path in files:
                    for question in load_questions([path]):
                        results.append(ask(system, question, path.stem))
                        if progress is not None:
                            progress(name, len(results), len(loaded), results[-1])
        runs.append(
            Run(
                system=name,
                questions=tuple(map(str, questions)),
                documents=tuple(folders),
                results=tuple(results),
            )
        )
    return runs


def run_with(
    open_system: AbstractContextManager[System], questions: Sequence[Question], name: str, set_name: str = ""
) -> Run:
    """Ask questions of one opened system, for tests and for systems of one's own."""
    with open_system as system:
        results = tuple(ask(system, question, set_name) for question in questions)
    return Run(system=name, questions=(set_name,), documents=(), results=results)


def ask(system: System, question: Question, set_name: str = "") -> Result:
    """Ask one question and judge all of the answer. `seconds` is the time of asking alone."""
    history = [message.model_dump() for message in question.history]
    started = time.perf_counter()
    response = system.ask(question.question, history)
    seconds = time.perf_counter() - started
    citations = response.citations
    retrieved = response.retrieved or system.retrieve(question.question, history)
    return Result(
        question=question,
        set=set_name,
        text=response.text,
        status=response.status,
        route=response.route,
        abstained=response.abstained,
        citations=citations,
        grade=grade(question, response.text, response.abstained),
        valid=valid(citations, system.document),
        supported=None if response.abstained else supported(question, citations),
        right_document=None if response.abstained else right_document(question, citations, system.document),
        right_page=None if response.abstained else right_page(question, citations, system.document),
        evidence_rank=evidence_rank(question, retrieved),
        retrieved=tuple(retrieved),
        seconds=seconds,
    )
