"""The figure that a plan sets: 'How many kits does the plan foresee?', 'How many pilots are to be trained under it?'."""

from __future__ import annotations

import re

from assistant.answerers.draft import Claim, Draft, Quote
from assistant.answerers.records.plan_fields import described
from assistant.answerers.records.plan_results import likely, target_of
from assistant.answerers.records.plan_scope import take_dates, take_title, wording
from assistant.answerers.records.wording import answered
from assistant.library import Library
from assistant.question.lexicon import phrases
from assistant.question.words import Words, content, phrase_stems
from corpus.records.types import PlanItem


def asked_of_plan(question: str) -> re.Match[str] | None:
    """Return how a question asks for a figure that a plan sets, with the thing counted as 'unit'; None if it does not."""
    text = " ".join(question.split())
    for pattern in wording()["planned"]["questions"]:
        found = re.search(pattern, text, re.IGNORECASE)
        if found is not None:
            return found
    return None


def planned_figure(words: Words, items: list[PlanItem], library: Library) -> Draft | None:
    """Return the one figure with the unit asked for that the plan sets for the activity described, or None."""
    asked = asked_of_plan(words.text)
    if asked is None:
        return None
    measured = [item for item in items if item.level == "activity" and item.indicator]
    unit = phrase_stems(asked["unit"])
    marked = Words(words.text, words.words, set())
    take_dates(marked)
    marked.take(phrases("plan"))
    marked.take(tuple(wording()["planned"]["around"]))
    wanted = [*content(marked.left())]
    item = likely([*wanted, *(stem for stem in unit if stem not in wanted)], measured)
    if item is None and wanted:
        take_title(marked, items, library)
        item = likely([*content(marked.left()), *unit], measured)
    target = target_of(item, unit) if item is not None else None
    if item is None or target is None:
        return None
    indicator = (item.indicator or "").rstrip(". ")
    quote = Quote(document=item.document, span=item.evidence[0])
    return answered(Claim(text=f"The target of {described(item)} is: {indicator}.", quotes=(quote,)))
