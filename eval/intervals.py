"""How sure a share is: Wilson's score interval, and McNemar's exact test for two systems on one set."""

from __future__ import annotations

import math

from pydantic import BaseModel, ConfigDict

_Z = 1.959964  # 95 %


class Share(BaseModel):
    """`hits` of `total`, with the 95 % interval (Wilson 1927) of the share behind it."""

    model_config = ConfigDict(frozen=True)

    hits: int
    total: int

    @property
    def value(self) -> float | None:
        """The share, or None of nothing."""
        return self.hits / self.total if self.total else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Lower and upper bound, or None of nothing."""
        if not self.total:
            return None
        share, n = self.hits / self.total, self.total
        middle = (share + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
        half = _Z * math.sqrt(share * (1 - share) / n + _Z**2 / (4 * n * n)) / (1 + _Z**2 / n)
        # An end of the scale is its own bound; rounding must not push it past the share.
        return max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half))

    def __str__(self) -> str:
        """'0.95 [0.89, 0.98] (95 of 100)'."""
        if self.value is None or self.interval is None:
            return "–"
        low, high = self.interval
        return f"{self.value:.3f} [{low:.3f}, {high:.3f}] ({self.hits} of {self.total})"


def mcnemar(fixed: int, broken: int) -> float:
    """Return the two-sided exact p-value that two systems are equally good (McNemar 1947).

    `fixed` questions only the second got right, `broken` ones only the first.
    """
    n = fixed + broken
    if n == 0:
        return 1.0
    least = min(fixed, broken)
    tail: float = sum(math.comb(n, k) for k in range(least + 1)) / 2.0**n
    return min(1.0, 2 * tail)
