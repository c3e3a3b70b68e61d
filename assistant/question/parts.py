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
# 'the store in Lagos', of which the second question only says 'the store'
_NAMED = re.compile(
    r"\bthe\s+(?P<noun>[a-z][\w-]+)\s+(?P<where>(?:of|in|at|on|for|from)\s+(?:the\s+)?[A-ZÀ-Þ][\w’'-]*(?:\s+[A-ZÀ-Þ][\w’'-]*)*)"
)
_SHORTEST = 3  # words


def parts(question: str) -> tuple[str, ...]:
    """Return the two questions that `question` consists of, or the question alone.

    The second may leave out what the first has said; it is a follow-up to it.
    """
    for joint in _JOINT.finditer(question):
        first, second = question[: joint.start()].strip(), question[joint.end() :].strip()
        if _OPENS.match(first) and len(first.split()) >= _SHORTEST and not re.search(rf"\b{_ASKS}$", first):
            return f"{first.rstrip(' ,?')}?", _named_in_full(f"{second[:1].upper()}{second[1:]}", first)
    return (question,)


def _named_in_full(second: str, first: str) -> str:
    """Give a thing in the second question the name of its place that the first has."""
    for named in _NAMED.finditer(first):
        short = re.compile(rf"\bthe\s+{re.escape(named['noun'])}\b(?!\s+(?:of|in|at|on|for|from)\b)")
        second = short.sub(f"the {named['noun']} {named['where']}", second, count=1)
    return second
