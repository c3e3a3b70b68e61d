"""The outcome of one question, and why."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Verdict(StrEnum):
    """The outcome of one question."""

    RIGHT = "right"
    WRONG = "wrong"
    REFUSED = "refused"  # the gold answer exists, but none was given
    RIGHTLY_REFUSED = "rightly refused"
    ANSWERED_UNANSWERABLE = "answered the unanswerable"


class Grade(BaseModel):
    """The verdict on one answer, why, and for lists how much of it was found."""

    model_config = ConfigDict(frozen=True)

    verdict: Verdict
    why: str
    precision: float | None = None  # of a list: named items that are gold
    recall: float | None = None  # of a list: gold items that are named

    @property
    def f1(self) -> float | None:
        """The F1 of a list."""
        if self.precision is None or self.recall is None:
            return None
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def right(why: str) -> Grade:
    """Return the grade of a right answer."""
    return Grade(verdict=Verdict.RIGHT, why=why)


def wrong(why: str) -> Grade:
    """Return the grade of a wrong answer."""
    return Grade(verdict=Verdict.WRONG, why=why)
