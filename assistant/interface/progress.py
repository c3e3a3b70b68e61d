"""Progress and outcomes of indexing on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from index.types import FileReport, Outcome
from index.types import Progress as Report


@contextmanager
def shown_progress(console: Console) -> Iterator[Report]:
    """Yield a callback `(done, total, what)` that draws a bar as soon as there is something to do."""
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
    ) as bar:
        task = bar.add_task("Indexing", total=None, visible=False)

        def report(done: int, total: int, what: str) -> None:
            bar.update(
                task, completed=done, total=total, description=f"Indexing {what[:40]:<40}", visible=True
            )

        yield report


_STYLES = {
    Outcome.FAILED: "red",
    Outcome.ADDED: "green",
    Outcome.CHANGED: "green",
    Outcome.DUPLICATE: "yellow",
}


def shown_reports(console: Console, reports: Sequence[FileReport], only_failures: bool = False) -> None:
    """Print a table of what became of each file."""
    shown = [one for one in reports if one.outcome == Outcome.FAILED or not only_failures]
    if not shown:
        return
    table = Table("File", "Outcome", "Passages", "Reason")
    for one in shown:
        table.add_row(
            one.path,
            str(one.outcome),
            str(one.passages or ""),
            one.reason,
            style=_STYLES.get(one.outcome, ""),
        )
    console.print(table)
