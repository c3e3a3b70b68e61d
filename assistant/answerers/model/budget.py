"""What the calls for one question may use, and what they used, in tokens and money."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.trace import Spent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.settings import ModelSettings

_CHARACTERS_A_TOKEN = 4  # of English, about; used only where a provider does not count
_MILLION = 1_000_000


class OverBudget(RuntimeError):  # noqa: N818 - named for what it is about
    """The next call would use more than one question may."""


@dataclass
class Budget:
    """The ceiling for one question and what has been used of it; `cost` is in the currency of the prices."""

    tokens: int
    cost: float | None
    price_in: float = 0.0  # of a million tokens read
    price_out: float = 0.0  # of a million tokens written
    calls: int = 0
    read: int = 0
    written: int = 0
    estimated: bool = False  # a provider did not count, so characters were

    @classmethod
    def of(cls, settings: ModelSettings) -> Budget:
        """Return the whole budget of a question by the settings."""
        return cls(
            settings.question_tokens, settings.question_cost, settings.input_price, settings.output_price
        )

    @property
    def spent(self) -> float:
        """What the calls so far have cost."""
        return self._price(self.read, self.written)

    def admit(self, characters: int, tokens: int) -> None:
        """Raise OverBudget if a prompt of so many characters, answered in so many tokens, would go beyond."""
        asked = -(-characters // _CHARACTERS_A_TOKEN)
        total = self.read + self.written + asked + tokens
        if total > self.tokens:
            raise OverBudget(
                f"the question would take about {total:,} tokens; {self.tokens:,} are allowed "
                "(WG_ASSISTANT_MODEL__QUESTION_TOKENS)"
            )
        cost = self.spent + self._price(asked, tokens)
        if self.cost is not None and cost > self.cost:
            raise OverBudget(
                f"the question would cost up to {cost:.4f}; {self.cost:.4f} is allowed "
                "(WG_ASSISTANT_MODEL__QUESTION_COST)"
            )

    def count(self, usage: Mapping[str, int] | None, asked: int, answered: int) -> None:
        """Add a call: by the provider's count, or by the characters asked and answered where it gives none."""
        self.calls += 1
        if usage:
            self.read += usage.get("input_tokens", 0)
            self.written += usage.get("output_tokens", 0)
            return
        self.estimated = True
        self.read += -(-asked // _CHARACTERS_A_TOKEN)
        self.written += -(-answered // _CHARACTERS_A_TOKEN)

    def as_trace(self) -> Spent:
        """Return the figures for the trace."""
        return Spent(
            calls=self.calls,
            input_tokens=self.read,
            output_tokens=self.written,
            estimated=self.estimated,
            cost=round(self.spent, 6) if self.price_in or self.price_out else None,
        )

    def _price(self, read: int, written: int) -> float:
        return (read * self.price_in + written * self.price_out) / _MILLION
