"""What changed from one run to another: questions fixed and broken, and whether that may be chance."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from eval.intervals import mcnemar
from eval.results import Result, Run


class Change(BaseModel):
    """One question whose outcome differs between two runs."""

    model_config = ConfigDict(frozen=True)

    before: Result
    after: Result


class Comparison(BaseModel):
    """Two runs over the questions that both asked."""

    model_config = ConfigDict(frozen=True)

    shared: int  # questions that both asked
    only_before: tuple[str, ...]  # ids
    only_after: tuple[str, ...]
    fixed: tuple[Change, ...]
    broken: tuple[Change, ...]
    reworded: int  # same outcome in other words

    @property
    def p(self) -> float:
        """The probability of so uneven a split if both were equally good (McNemar, exact, two-sided)."""
        return mcnemar(len(self.fixed), len(self.broken))

    @property
    def chance(self) -> str:
        """`p` as it is written: 'p = 0.0312', 'p < 0.0001'."""
        return f"p = {self.p:.4f}" if self.p >= 0.0001 else "p < 0.0001"


def compare(before: Run, after: Run) -> Comparison:
    """Compare two runs, question by question, by id."""
    first = {one.question.id: one for one in before.results}
    second = {one.question.id: one for one in after.results}
    shared = [id for id in first if id in second]
    pairs = [Change(before=first[id], after=second[id]) for id in shared]
    return Comparison(
        shared=len(shared),
        only_before=tuple(id for id in first if id not in second),
        only_after=tuple(id for id in second if id not in first),
        fixed=tuple(pair for pair in pairs if pair.after.right and not pair.before.right),
        broken=tuple(pair for pair in pairs if pair.before.right and not pair.after.right),
        reworded=sum(
            pair.before.right == pair.after.right and pair.before.text != pair.after.text for pair in pairs
        ),
    )
