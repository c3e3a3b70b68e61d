"""How long an answer takes once warm, over the corpus that ships, and what reading the records costs.

    python -m eval.benchmarks.latency

On a machine that does other work as well, the figures are upper bounds.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

import corpus
from assistant import Assistant
from corpus.document import Document
from corpus.readers import discover, read
from corpus.records import read_records
from corpus.records.types import AnyRecord
from eval.questions import load_questions
from eval.sets import FOLDER
from index import Index
from index.embedding import load_embedding

ANSWER, RECORDS = 0.100, 0.030  # seconds: median of all answers, and of those from records
READING = 0.20  # part of indexing that reading the records may take
_SETS = ("working-group", "spelling", "false-premises")


def main() -> int:
    """Measure and print; return 0 where all three targets are met."""
    console = Console()
    met = [_answers(console), _reading(console)]
    return 0 if all(met) else 1


def _answers(console: Console) -> bool:
    questions = load_questions([FOLDER / f"{name}.jsonl" for name in _SETS])
    by_route: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder, Assistant.open(index=folder) as assistant:
        assistant.index.warm()
        assistant.ask(questions[0].question)
        for question in questions:
            began = time.perf_counter()
            answer = assistant.ask(question.question)
            spent = time.perf_counter() - began
            for route in ("all", str(answer.route)):
                by_route.setdefault(route, []).append(spent)
    table = Table(
        "route", "answers", "median", "95 %", title=f"{len(questions)} questions, warm, milliseconds"
    )
    for route, spent_ in by_route.items():
        cuts = statistics.quantiles(spent_, n=20) if len(spent_) > 1 else spent_ * 19
        median = statistics.median(spent_)
        table.add_row(route, str(len(spent_)), f"{1000 * median:.1f}", f"{1000 * cuts[18]:.1f}")
    console.print(table)
    whole = statistics.median(by_route["all"])
    records = statistics.median(by_route.get("records", [0.0]))
    console.print(f"targets: median below {1000 * ANSWER:.0f} ms, from records below {1000 * RECORDS:.0f} ms")
    return whole < ANSWER and records < RECORDS


def _reading(console: Console) -> bool:
    files = discover([Path(corpus.__file__).parent / "documents"])
    load_embedding().embed_query("warm")  # loading model and tables is paid once a process
    read_records(read(files[0][0], id=files[0][1]))
    spent = 0.0

    def timed(document: Document) -> Sequence[AnyRecord]:
        nonlocal spent
        began = time.perf_counter()
        found = read_records(document)
        spent += time.perf_counter() - began
        return found

    with tempfile.TemporaryDirectory() as folder, Index.open(folder) as index:
        began = time.perf_counter()
        index.sync(files, records=timed)
        whole = time.perf_counter() - began
    console.print(
        f"indexing {whole:.2f} s, of it reading the records {spent:.2f} s: {spent / whole:.0%} "
        f"(at most {READING:.0%})"
    )
    return spent / whole <= READING


if __name__ == "__main__":
    sys.exit(main())
