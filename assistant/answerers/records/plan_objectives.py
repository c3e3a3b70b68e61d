"""Who coordinates a pillar, strand or objective of a plan: 'Who leads strand B?'."""

from __future__ import annotations

import re

from assistant.answerers.draft import Claim, Draft
from assistant.answerers.records.wording import answered, quotes
from assistant.library import Library
from assistant.question.words import Words
from corpus.records.types import PlanItem

_ASKED = re.compile(
    r"\b(?:who|whom|which|what)\b.*?\b(?:leads?|led|coordinat\w+|co-ordinat\w+|conven\w+|heads?|steers?|runs?|oversees?|looks\s+after|responsible|in\s+charge|answers\s+for|owns?)\b"
    r"(?:\s+(?:of|for|on))?\s+(?:the\s+)?(?P<noun>pillar|strand|objective|priority(?:\s+area)?|theme|component|work\s*stream|axis|line(?:\s+of\s+(?:action|work))?|cluster|goal)\s+"
    r"(?P<number>[A-Z]?\d{1,2}|[IVX]{1,4}|[A-H])\b(?!\.\d)",
    re.IGNORECASE,
)


def lead_of_objective(words: Words, items: list[PlanItem], library: Library) -> Draft | None:
    """Return who leads the objective that a question gives by its number, where the one plan names somebody."""
    asked = _ASKED.search(words.text)
    if asked is None:
        return None
    found = [
        item
        for item in items
        if item.level == "objective" and item.lead and (item.number or "").upper() == asked["number"].upper()
    ]
    if len(found) != 1:
        return None
    noun = " ".join(asked["noun"].lower().split())
    text = f"{found[0].lead} leads {noun} {found[0].number} (“{found[0].text.rstrip('. ')}”)."
    return answered(Claim(text=text, quotes=quotes(found)))
