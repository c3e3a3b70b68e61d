"""Saying that the documents do not say, in the question's own terms where that is safe."""

from __future__ import annotations

import re

from assistant.answer import Route, Status
from assistant.answerers.draft import Claim, Draft
from assistant.question.shape import Asked, Shape

_GENERIC = "The documents do not say."
_LONGEST = 160


def not_stated(asked: Asked, confidence: float) -> Draft:
    """Return the draft that refuses; it cites nothing."""
    return Draft(
        status=Status.NOT_STATED,
        route=Route.READING,
        claims=(Claim(text=_sentence(asked)),),
        confidence=round(1.0 - confidence, 3),
    )


def _sentence(asked: Asked) -> str:
    """Turn 'Who chaired the meeting?' into 'The documents do not say who chaired the meeting.'"""
    text = asked.text.strip().rstrip("?!. ")
    if len(text) > _LONGEST or re.search(r"[?!\n.]\s|[\[\]<>]", text):
        return _GENERIC
    # Only a question word as subject keeps its word order; 'when did …' would have to be turned round.
    subject = re.match(
        r"(?:who|which [\w -]+?|how many [\w -]+?|what)\s+(?!did\b|do\b|does\b|was\b|were\b|is\b|are\b"
        r"|has\b|have\b|had\b|will\b|would\b|should\b|can\b)\w",
        text,
        re.IGNORECASE,
    )
    inside = re.search(r"\b(?:did|does|do|was|were|is|are|has|have|had|will|would|should|can|could)\b", text)
    if subject and asked.shape in (Shape.PERSON, Shape.LIST, Shape.COUNT, Shape.STATEMENT) and not inside:
        return f"The documents do not say {text[0].lower()}{text[1:]}."
    return _GENERIC
