"""Whether an answer read from the text stands beside the question: true, but of another thing than is asked.

Three kinds of questions tempt to it. 'By how much did it grow?' is not answered by how much there is; 'What became
of the task?' not by the row that gives the task; 'How many does the plan foresee?' not by how many there are.
"""

from __future__ import annotations

import re

from assistant.answer import Status
from assistant.answerers.draft import Draft, Quote
from assistant.answerers.records.plan_figures import asked_of_plan
from assistant.library import Library
from corpus.document import Kind
from corpus.records.types import ActionItem

_DIFFERENCE = re.compile(
    r"\bby\s+how\s+(?:many|much)\b"
    r"|\bwhat\s+(?:is|was|were|are)\s+the\s+(?:difference|gap|increase|decrease|rise|drop|fall|growth|decline|shortfall|surplus)\b"
    r"|\bhow\s+(?:many|much)\s+(?:\S+\s+){0,6}?(?:more|fewer|less|higher|lower|larger|smaller|longer|shorter)\b[^?]*\bthan\b"
    r"|\bhow\s+(?:many|much)\s+(?:\S+\s+){0,8}?(?:short\s+of|(?:below|above|behind|beyond)\s+(?:the|its|their))\b"
    r"|\bhow\s+(?:many|much)\b[^?]*\b(?:missing|lacking|wanting|needed|outstanding)\b[^?]*\b(?:targets?|goals?|aims?|objectives?)\b",
    re.IGNORECASE,
)
_TELLS_DIFFERENCE = re.compile(
    r"\bby\s+(?:about\s+|some\s+|nearly\s+|almost\s+|over\s+|more\s+than\s+|up\s+to\s+)?(?:an?\b|one|two|three|four|five|six|seven|eight|nine|ten|[a-z]+teen|half|\W?\d)"
    r"|\b(?:more|fewer|less|higher|lower|larger|smaller|longer|shorter|extra|additional|short|shortfall|gap|surplus|difference|missing|lacking|wanting|above|below|beyond"
    r"|doubled|tripled|trebled|halved|late|early|ahead|behind)\b|−",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"\bhow\s+(?:many|much)\b[^?]*\bbetween\b[^?]*(?:\b(?:19|20)\d\d\b|\b(?:meeting|session|report|statement|plan|minutes|review)s?\b)",
    re.IGNORECASE,
)
_STOCK = re.compile(
    r"\b(?:now|so\s+far|to\s+date|in\s+all|in\s+total|altogether|already|by\s+the\s+end|stands?\s+at|stood\s+at)\b",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"\bwhat\s+(?:has\s+|had\s+)?(?:became|become|came|come)\s+of\b|\bwhat\s+(?:has\s+)?happen(?:s|ed)?\s+(?:to|with)\b|\bwhat\s+was\s+(?:the\s+)?(?:outcome|result|fate|follow-up)\b"
    r"|\bhow\s+(?:was|were|did)\b[^?]*\b(?:followed\s+up|turn\s+out|end)\b|\b(?:was|were|has|have)\b[^?]*\b(?:done|delivered|received|completed|finished|carried\s+out)\s+(?:in|on)\s+time\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:plan(?:ned|s)?|programme|target|goal|aim|foreseen|instead\s+of|out\s+of|against)\b", re.IGNORECASE
)


def stands_beside(question: str, draft: Draft, library: Library) -> bool:
    """Return whether an answer from the text is surely not of what the question asks."""
    if draft.status is not Status.ANSWERED:
        return False
    text = " ".join(claim.text for claim in draft.claims)
    if _DIFFERENCE.search(question) and not _TELLS_DIFFERENCE.search(text):
        return True
    if _SPAN.search(question) and _STOCK.search(text):
        return True
    quotes = [quote for claim in draft.claims for quote in claim.quotes]
    if _OUTCOME.search(question) and quotes and all(_gives_task(quote, library) for quote in quotes):
        return True
    return (
        asked_of_plan(question) is not None
        and not _PLAN.search(text)
        and bool(quotes)
        and not any(library.documents[quote.document].metadata.kind is Kind.WORK_PLAN for quote in quotes)
        and any(document.metadata.kind is Kind.WORK_PLAN for document in library.documents.values())
    )


def _gives_task(quote: Quote, library: Library) -> bool:
    """Whether a place is that of a task as it was given, without a word on how it went."""
    return any(
        action.document == quote.document
        and not action.status
        and any(span.start < quote.span.end and quote.span.start < span.end for span in action.evidence)
        for action in library.of_type(ActionItem)
    )
