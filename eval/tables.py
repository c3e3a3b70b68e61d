"""Runs and comparisons as tables on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.table import Table

from eval.comparing import Change
from eval.intervals import Share
from eval.results import Figures, Result, Run, by, figures

_SHARES = (
    ("right among answerable", "right"),
    ("right among answered", "precision"),
    ("answered but wrong", "wrong"),
    ("refused among unanswerable", "abstention"),
    ("false refusals", "false_refusals"),
    ("lists named whole", "lists_whole"),
    ("citation valid", "citation_validity"),
    ("citation supports", "citation_support"),
    ("right document", "right_document"),
    ("right page", "right_page"),
    ("evidence among the first 4", "recall_at_4"),
    ("evidence among the first 10", "recall_at_10"),
)


def shares(found: Figures) -> list[tuple[str, Share]]:
    """Return the shares of some figures with their names in plain words."""
    return [(label, getattr(found, name)) for label, name in _SHARES]


def numbers(found: Figures) -> list[tuple[str, str]]:
    """Return the figures that are no shares, with their names, as text."""
    rows = [("mean reciprocal rank of the evidence", found.mrr), ("F1 of lists", found.list_f1)]
    texts = [(label, "–" if value is None else f"{value:.3f}") for label, value in rows]
    times = [("seconds, median", found.seconds_p50), ("seconds, 95th percentile", found.seconds_p95)]
    return texts + [(label, "–" if value is None else f"{value:.3f}") for label, value in times]


def figures_table(runs: Sequence[Run]) -> Table:
    """Return all figures, a column a system: share [95 % interval] (hits of total)."""
    table = Table("Figure", *(run.system for run in runs))
    all_figures = [figures(run.results) for run in runs]
    for row in zip(*map(shares, all_figures), strict=True):
        table.add_row(row[0][0], *(str(share) for _, share in row))
    for line in zip(*map(numbers, all_figures), strict=True):
        table.add_row(line[0][0], *(text for _, text in line))
    return table


GROUPS: dict[str, Callable[[Result], str]] = {
    "set": lambda one: one.set,
    "type": lambda one: one.question.type,
    "route": lambda one: one.route or "none",
    "document": lambda one: (
        ", ".join(one.question.source) if len(one.question.source) == 1 else "several or none"
    ),
}


def groups_table(run: Run, group: str) -> Table:
    """Return right, wrong and refused of each set, type, route or document (see GROUPS)."""
    table = Table(title=f"{run.system}, by {group}", title_justify="left")
    for head in (group.capitalize(), "Right", "Wrong", "False refusals", "Refused (unanswerable)"):
        table.add_column(head)
    for name, found in by(run.results, GROUPS[group]).items():
        cells = (found.right, found.wrong, found.false_refusals, found.abstention)
        table.add_row(
            name,
            *(f"{cell.value:.0%} ({cell.hits} of {cell.total})" if cell.total else "–" for cell in cells),
        )
    return table


def changes_table(title: str, changes: Sequence[Change]) -> Table:
    """Return questions whose outcome changed, with both answers."""
    table = Table(
        "Id", "Question", "Before", "After", title=f"{title} ({len(changes)})", title_justify="left"
    )
    for change in changes:
        question = change.before.question
        table.add_row(question.id, question.question, change.before.text[:200], change.after.text[:200])
    return table
