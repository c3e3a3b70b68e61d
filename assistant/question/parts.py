"""A question that asks two things, cut in two: 'When was it due, and when was it published?'"""

from __future__ import annotations

import re

_ASKS = r"(?:when|who|whom|what|where|why|how|which|whose)"
# 'Say when and where …' asks one thing of two shapes and stays whole, as does 'who was and how …'.
_JOINT = re.compile(
    rf",?\s+(?:and|but)\s+(?=(?:(?:by|in|on|at|to|from|of|for|until|since)\s+)?{_ASKS}\s+\S+\s+\S)",
    re.IGNORECASE,
)
_OPENS = re.compile(rf"^\s*(?:(?:by|in|on|at|to|from|of|for|until|since)\s+)?{_ASKS}\b", re.IGNORECASE)
_SHORTEST = 3  # words


def parts(question: str) -> tuple[str, ...]:
    """Return the two questions that `question` consists of, or the question alone.

    The second may leave out what the first has said; it is a follow-up to it.
    """
    for joint in _JOINT.finditer(question):
        first, second = question[: joint.start()].strip(), question[joint.end() :].strip()
        if _OPENS.match(first) and len(first.split()) >= _SHORTEST and not re.search(rf"\b{_ASKS}$", first):
            return f"{first.rstrip(' ,?')}?", f"{second[:1].upper()}{second[1:]}"
    return (question,)
