"""Whether prose keeps all that the proven answer states, and adds nothing where that is all there is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Route
from assistant.answerers.draft import Claim, Draft
from assistant.answerers.model.marks import FACTS, Mark, Sort, marks

_VERDICT = re.compile(r"\W*(yes|no)\b", re.IGNORECASE)
_SHARE = 0.7  # of the words of each proven claim that must be kept beside all its facts


def keeps(prose: Sequence[Claim], proven: Draft) -> str | None:
    """Return what of the proven answer the prose lost, or None if it keeps all of it, proof included."""
    if not prose:
        return "no sentence of the model was proven"
    first, answer = _VERDICT.match(prose[0].text), _VERDICT.match(proven.claims[0].text)
    if (first and first[1].lower()) != (answer and answer[1].lower()):
        return "the model's first sentence does not give the same Yes or No"
    said = [mark for claim in prose for mark in marks(claim.text)]
    values = {mark.value for mark in said}
    quoted = {quote for claim in prose for quote in claim.quotes}
    for claim in proven.claims:
        stated = marks(claim.text)
        lost = [mark for mark in stated if mark.sort in FACTS and not _among(mark, said)]
        if lost:
            return f"'{lost[0].written}' is lost"
        words = {mark.value for mark in stated if mark.sort is Sort.WORD}
        if words and len(words & values) < _SHARE * len(words):
            return f"too little is left of “{claim.text[:80]}”"
        if not set(claim.quotes) <= quoted:
            return f"the proof of “{claim.text[:80]}” is lost"
    return None


def oversteps(sentence: str, proven: Draft) -> str | None:
    """Return what a sentence adds to an answer that is exact, or None.

    What the records say of lists, counts and dates is all that is to be said of them: further parties, names,
    numbers or dates beside it would read as part of the list. The same holds for who was there in what
    capacity, whatever the route.
    """
    stated = [mark for claim in proven.claims for mark in marks(claim.text)]
    said = marks(sentence)
    if proven.route is not Route.RECORDS and not any(mark.sort is Sort.ROLE for mark in said):
        return None
    beyond = [mark for mark in said if mark.sort in FACTS and not _among(mark, stated)]
    if beyond:
        return f"'{beyond[0].written}' is not part of the proven answer"
    return None


def _among(mark: Mark, others: Sequence[Mark]) -> bool:
    return any(other.value == mark.value for other in others)
