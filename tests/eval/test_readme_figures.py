"""The figures of the README are those of the committed baseline and the committed run."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from eval.gate import Baseline

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
RUN = json.loads((ROOT / "eval" / "runs" / "working-group.json").read_text(encoding="utf-8"))

SETS = {
    "working-group": "Working Group, over",
    "practice": "practice: two",
    "practice-followups": "practice, follow-up",
    "spelling": "misspelt",
    "false-premises": "false premises",
    "conflicts": "documents that disagree",
    "noise": "poor scans",
    "unseen-1": "unseen 1:",
    "unseen-11": "unseen 11:",
}
SYSTEMS = {
    "assistant": "WG Assistant |",
    "best-sentence": "best sentence by BM25",
    "stock": "stock LangChain recipe",
}


def row(opening: str) -> list[str]:
    """The cells of the table's row that begins so, without its first."""
    (found,) = [line for line in README.splitlines() if line.startswith(f"| {opening}")]
    return [cell.strip() for cell in found.strip("| ").split("|")][1:]


@pytest.mark.parametrize("name", SETS)
def test_each_set_stands_as_in_the_baseline(name: str) -> None:
    floors = Baseline.load().sets[name]
    stated = [
        f"{floors[figure].hits} of {floors[figure].total}" if figure in floors else "–"
        for figure in ("right", "wrong", "abstention")
    ]
    assert row(SETS[name]) == stated


@pytest.mark.parametrize("system", SYSTEMS)
def test_each_system_stands_as_in_the_committed_run(system: str) -> None:
    figures = RUN["systems"][system]["figures"]
    stated = []
    for label in ("right among answerable", "answered but wrong", "refused among unanswerable"):
        counted = re.search(r"\((\d+ of \d+)\)", figures[label])
        assert counted is not None
        stated.append(counted[1])
    assert row(SYSTEMS[system]) == stated


def test_the_command_that_makes_the_run_again_stands_there() -> None:
    assert RUN["command"] in " ".join(README.split())
