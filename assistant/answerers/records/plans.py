"""Answers about work plans: who leads what, with whom, by when, for how much, measured how."""

from __future__ import annotations

from assistant.answerers.draft import Draft
from assistant.answerers.records.plan_fields import field_of_activity
from assistant.answerers.records.plan_lists import activities_of, leads_nothing, objectives
from assistant.answerers.records.plan_ranked import ranked
from assistant.answerers.records.plan_results import against_target
from assistant.answerers.records.plan_scope import of_plan
from assistant.answerers.records.plan_told import told_of_plan
from assistant.library import Library
from assistant.question.scope import Scope
from assistant.question.words import Words
from corpus.records.types import PlanItem


def answer_plans(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Return the answer to a question about an activity or objective of a work plan, or None."""
    items = list(library.of_type(PlanItem))
    if not items:
        return None
    asked = words
    words = words.copy()
    items = of_plan(words, items, library)
    if not items:
        return None
    return (
        leads_nothing(words, items, library)
        or against_target(asked, items, library)
        or objectives(words, items, library)
        or ranked(words, items, library)
        or activities_of(words, items, library)
        or told_of_plan(words, items, library)
        or field_of_activity(words, items, library)
    )
