"""Items of an agenda or paragraphs of a paper, asked for and told by their numbers."""

from __future__ import annotations

import re

from assistant.answerers.reading.found import Case, Found
from assistant.answerers.reading.trimming import trimmed

_NOUNS = frozenset(("items", "paragraphs", "articles", "annexes"))


def numbered_in(case: Case) -> Found | None:
    """Find 'items 4 and 5' where items are asked for, 'paragraphs 3 to 7' where paragraphs are."""
    head = (case.asked.noun or "").split()[-1:]
    if case.asked.count is not None or not head or head[0] not in _NOUNS or case.unit.row is not None:
        return None
    told = re.search(
        rf"\b{re.escape(head[0])}\s+\d+(?:\.\d+)?(?:(?:,\s*|\s+and\s+|,\s*and\s+|\s+to\s+|[-–])\d+(?:\.\d+)?)+",
        case.unit.text,
        re.I,
    )
    return Found([case.claim(trimmed(case, told.span()))], 0.95, "numbered") if told else None
