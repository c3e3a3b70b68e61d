"""Where papers give different values for the same thing: both, each cited, and which counts for more."""

from __future__ import annotations

from assistant.answerers.conflicts.compared import answer_compared
from assistant.answerers.conflicts.contradicted import contradicted

__all__ = ["answer_compared", "contradicted"]
