"""Answers on when and where a meeting was first planned, before it was moved or called off."""

from __future__ import annotations

from assistant.answerers.draft import Claim, Draft
from assistant.answerers.records.wording import answered, capital, field_quote, the_meeting
from assistant.question.lexicon import phrases
from assistant.question.scope import Scope
from assistant.question.words import Words
from corpus.names.dates import format_range

_AT_FIRST = (
    "originally", "original", "initially", "at first", "first planned", "first scheduled", "first announced", "first set",
)  # fmt: skip


def answer_first_planned(words: Words, scope: Scope) -> Draft | None:
    """Return the first date or place of the one meeting that a question names, or None where none is told."""
    if not scope.named or len(scope.groups) != 1 or not words.has(_AT_FIRST):
        return None
    words = words.copy()
    when, where = words.take(phrases("when")), words.take(phrases("where"))
    words.take(_AT_FIRST)
    words.take(phrases("held"))
    words.take(
        (
            "planned",
            "scheduled",
            "announced",
            "foreseen",
            "set",
            "due",
            "supposed",
            "meant",
            "session",
            "meeting",
        )
    )
    if words.left() or not (when or where):
        return None
    records = [record for one in scope.groups[0] for record in one.records]
    dated = next((one for one in records if one.planned_dates and one.status == "held"), None)
    placed = next((one for one in records if one.planned_place and one.status == "held"), None)
    if (when and dated is None) or (where and placed is None):
        return None
    text, proof = f"{capital(the_meeting(scope.groups[0][0]))} was first planned", []
    if where and placed is not None:
        text += f" in {placed.planned_place}"
        proof.append(field_quote(placed, "planned_place"))
    if when and dated is not None and dated.planned_dates is not None:
        text += f" for {format_range(dated.planned_dates)}"
        proof.append(field_quote(dated, "planned_dates"))
    return answered(Claim(text=f"{text}.", quotes=tuple(dict.fromkeys(proof))))
