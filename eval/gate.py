"""The gate: no committed figure may be undercut by more than its tolerance."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from eval.intervals import Share
from eval.results import Figures, Result, figures

BASELINE = Path(__file__).parent / "baseline.json"

AT_LEAST = (
    *("right", "precision", "abstention", "citation_validity", "citation_support"),
    *("right_document", "recall_at_4", "recall_at_10"),
)
AT_MOST = ("wrong", "false_refusals")
_TOLERANCE = 0.02


class Floor(BaseModel):
    """A figure as it was committed, and by how much a new run may be worse."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    value: float
    hits: int
    total: int
    tolerance: float


class Baseline(BaseModel):
    """The committed figures, by set and by name."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sets: dict[str, dict[str, Floor]]

    @classmethod
    def load(cls, path: Path = BASELINE) -> Baseline:
        """Read a baseline. Raises FileNotFoundError and ValueError."""
        return cls.model_validate_json(path.read_text(encoding="utf-8"))

    def save(self, path: Path = BASELINE) -> None:
        """Write the baseline, a figure a line, so that a diff shows what changed."""
        sets = {}
        for name, floors in self.sets.items():
            lines = [f'  "{figure}": {json.dumps(floor.model_dump())}' for figure, floor in floors.items()]
            sets[name] = "{\n" + ",\n".join(lines) + "\n }"
        body = ",\n".join(f' "{name}": {floors}' for name, floors in sets.items())
        path.write_text('{"sets": {\n' + body + "\n}}\n", encoding="utf-8")


def measured(results: Sequence[Result], before: Baseline | None = None) -> Baseline:
    """Return the baseline that some results make; tolerances set before are kept.

    A new tolerance is one question of the set, at least two points of a hundred; citation validity has none.
    """
    sets: dict[str, dict[str, Floor]] = {}
    for name, found in _by_set(results).items():
        floors = {}
        for figure in (*AT_LEAST, *AT_MOST):
            share: Share = getattr(found, figure)
            if share.value is None:
                continue
            old = before.sets.get(name, {}).get(figure) if before else None
            fresh = (
                0.0 if figure == "citation_validity" else max(_TOLERANCE, math.ceil(1e4 / share.total) / 1e4)
            )
            floors[figure] = Floor(
                value=round(share.value, 4),
                hits=share.hits,
                total=share.total,
                tolerance=old.tolerance if old else fresh,
            )
        sets[name] = floors
    return Baseline(sets=sets)


def breaches(baseline: Baseline, results: Sequence[Result]) -> list[str]:
    """Return, in a sentence each, the figures of the baseline that some results undercut."""
    now = _by_set(results)
    found = []
    for name, floors in baseline.sets.items():
        if name not in now:
            found.append(f"{name}: the set was not run")
            continue
        for figure, floor in floors.items():
            share: Share = getattr(now[name], figure)
            if share.value is None:
                found.append(f"{name}, {figure}: nothing was measured, the baseline is {floor.value:.3f}")
            elif figure in AT_MOST and share.value > floor.value + floor.tolerance + 1e-9:
                found.append(_breach(name, figure, share, floor, "above"))
            elif figure in AT_LEAST and share.value < floor.value - floor.tolerance - 1e-9:
                found.append(_breach(name, figure, share, floor, "below"))
    return found


def _breach(name: str, figure: str, share: Share, floor: Floor, where: str) -> str:
    return (
        f"{name}, {figure}: {share.value:.3f} ({share.hits} of {share.total}) is {where} the baseline of "
        f"{floor.value:.3f} by more than {floor.tolerance}"
    )


def _by_set(results: Sequence[Result]) -> dict[str, Figures]:
    groups: dict[str, list[Result]] = {}
    for one in results:
        groups.setdefault(one.set, []).append(one)
    return {name: figures(group) for name, group in sorted(groups.items())}
