"""Answers about action points: who owns one, by when it is due, and how many there are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answerers.draft import Claim, Draft
from assistant.answerers.records.action_progress import (
    asked_of_progress,
    called,
    named_action,
    progress_of_action,
)
from assistant.answerers.records.matching import best_match
from assistant.answerers.records.wording import answered, quotes
from assistant.library import Library
from assistant.question.lexicon import phrases
from assistant.question.scope import Scope
from assistant.question.words import Words, content
from corpus.names.dates import format_range
from corpus.records.types import ActionItem, PlanItem


def answer_actions(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Return the answer to a question about action points: owner, due date, how many, or None."""
    items = list(library.of_type(ActionItem))
    if not items:
        return None
    if scope.named and scope.ids:
        items = [
            item for item in items if item.meeting in scope.ids or item.document in scope.papers
        ] or items
    words = words.copy()
    counted = _count_actions(words, items, scope.named and bool(scope.ids))
    if counted is not None:
        return counted
    if asked_of_progress(words) is not None:
        return progress_of_action(words, items, library)
    if words.starts_with("how"):
        return None
    due = words.take(phrases("action", "due")) or (
        words.has(("must", "should", "was to", "were to", "has to", "have to", "is to", "are to"))
        and words.take(("when", "date"))
    )
    owner = words.has(
        ("who", "whom", "which country", "which member", "which party", "which organisation", "whose")
    ) and words.take(phrases("action", "owner"))
    if not (due or owner):
        return None
    words.take(phrases("action"))
    chosen = named_action(words, items)
    if chosen is None:
        words.take(phrases("action", "owner"))
        words.take(
            (
                "submit",
                "send",
                "present",
                "provide",
                "date",
                "when",
                "hand",
                "asked",
                "have",
                "originally",
                "original",
                "initially",
                "initial",
                "first",
            )
        )
        wanted = content(words.left())
        if not wanted:
            return None
        with_fields = [item for item in items if (item.due_text or item.due) or not due]
        chosen = best_match(wanted, with_fields, _action_text, least=0.66)
        if chosen is not None and chosen.label is None and _planned(wanted, library):
            return None  # an activity of a plan goes by that name
    if chosen is None:
        return None
    what = called(chosen)
    if due and (chosen.due or chosen.due_text):
        by = format_range(chosen.due) if chosen.due else chosen.due_text
        return answered(
            Claim(
                text=f"{what} is due by {by}" + (f" (owner: {chosen.owner})." if chosen.owner else "."),
                quotes=quotes([chosen]),
            )
        )
    if owner and chosen.owner:
        several = re.search(r",|\band\b|^[a-z].*s$", chosen.owner)
        verb = "are" if several else "is"
        return answered(Claim(text=f"{chosen.owner} {verb} responsible for {what}.", quotes=quotes([chosen])))
    return None


def _planned(wanted: Sequence[str], library: Library) -> bool:
    plans = [item for item in library.of_type(PlanItem) if item.level == "activity"]
    return best_match(wanted, plans, lambda item: f"{item.text} {item.lead or ''}", least=0.8) is not None


def _action_text(item: ActionItem) -> str:
    return f"{item.text} {item.owner or ''}"


def _count_actions(words: Words, items: Sequence[ActionItem], scoped: bool) -> Draft | None:
    words = words.copy()
    if not scoped or not words.take(phrases("count")) or not words.take(phrases("action")):
        return None
    words.take(phrases("decided"))
    words.take(("points", "given", "set", "out", "working", "group"))
    if words.left():
        return None
    labelled = [item for item in items if item.label]
    chosen = labelled or list(items)
    if not chosen:
        return None
    return answered(
        Claim(
            text=f"{len(chosen)} action points are recorded (counted from the list).", quotes=quotes(chosen)
        )
    )
