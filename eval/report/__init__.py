"""The report of a run as one HTML file that needs neither a network nor this program."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from eval.report.plots import share_plot
from eval.results import Run, by, figures
from eval.tables import GROUPS, numbers, shares


def write_report(run: Run, path: Path) -> None:
    """Write the report; text of documents and answers is escaped."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(render(run), encoding="utf-8")


def render(run: Run) -> str:
    """Return the report as HTML."""
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(files("eval.report").joinpath("report.html").read_text("utf-8"))
    found = figures(run.results)
    answerable = [one for one in run.results if one.question.answerable]
    plots = []
    for group in ("type", "set", "route", "document"):
        groups = by(answerable, GROUPS[group])
        if group == "type" or len(groups) > 1:
            bars = {name: one.right for name, one in groups.items()}
            plots.append((f"Right among answerable, by {group}", Markup(share_plot(bars))))
    return template.render(
        run=run,
        found=found,
        shares=shares(found),
        numbers=numbers(found),
        plots=plots,
        wrong=[one for one in run.results if not one.right],
        sentence=_sentence(run),
    )


def _sentence(run: Run) -> str:
    """Return the headline in words."""
    found = figures(run.results)
    parts = [f"{len(run.results)} questions were asked."]
    if found.right.interval is not None:
        low, high = found.right.interval
        parts.append(
            f"Of {found.right.total} that the documents answer, {found.right.hits} were answered right "
            f"({found.right.value:.0%}; with 95 % confidence between {low:.0%} and {high:.0%})."
        )
    if found.abstention.total:
        parts.append(
            f"Of {found.abstention.total} that they do not answer, {found.abstention.hits} were "
            "rightly refused."
        )
    if found.citation_validity.total:
        parts.append(
            f"In {found.citation_validity.hits} of {found.citation_validity.total} answers with citations, "
            "every quote stands in its document exactly where it says."
        )
    return " ".join(parts)
