"""The summary of a run that is committed: every figure, and how each question came out, without the texts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from eval.results import Run, figures
from eval.tables import shares


class SystemSummary(BaseModel):
    """A system's figures (share, hits and total, by name in plain words) and the grade of each question."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    figures: dict[str, str]
    grades: dict[str, str]  # question id → verdict


class Summary(BaseModel):
    """What a run came to, by system; nothing in it depends on the machine."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    command: str
    systems: dict[str, SystemSummary]

    def save(self, path: Path) -> None:
        """Write the summary, a question a line, so that a diff shows what changed."""
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(self.model_dump(), indent=1, ensure_ascii=False)
        path.write_text(text + "\n", encoding="utf-8")


def summary(runs: Sequence[Run], command: str) -> Summary:
    """Return the summary of some runs; `command` is what makes them again."""
    return Summary(
        command=command,
        systems={
            run.system: SystemSummary(
                figures={label: str(share) for label, share in shares(figures(run.results))},
                grades={one.question.id: str(one.grade.verdict) for one in run.results},
            )
            for run in runs
        },
    )
