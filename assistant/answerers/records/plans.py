"""Answers about work plans: who leads what, with whom, by when, for how much, measured how."""

from __future__ import annotations

from assistant.answerers.draft import Draft
from assistant.answerers.records.plan_fields import field_of_activity
from assistant.answerers.records.plan_figures import planned_figure
from assistant.answerers.records.plan_lists import activities_of, leads_nothing, objectives
from assistant.answerers.records.plan_met import reached, target_met
from assistant.answerers.records.plan_objectives import lead_of_objective
from assistant.answerers.records.plan_progress import reported
from assistant.answerers.records.plan_ranked import ranked
from assistant.answerers.records.plan_results import against_target
from assistant.answerers.records.plan_scope import of_plan, without_trackers
from assistant.answerers.records.plan_told import told_of_plan
from assistant.library import Library
from assistant.question.cues import CueKind
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
    items = _of_body(of_plan(words, without_trackers(items, library), library), scope, library)
    if not items:
        return None
    return (
        leads_nothing(words, items, library)
        or lead_of_objective(asked, items, library)
        or against_target(asked, items, library)
        or planned_figure(asked, items, library)
        or target_met(asked, items, library)
        or reached(asked, items, library)
        or objectives(words, items, library)
        or ranked(words, items, library)
        or activities_of(words, items, library)
        or told_of_plan(words, items, library)
        or reported(asked, items, library)
        or field_of_activity(words, items, library)
    )


def _of_body(items: list[PlanItem], scope: Scope, library: Library) -> list[PlanItem]:
    """Keep the items of the plans of the body that the question names, where several plans are left."""
    named = any(cue.kind == CueKind.BODY for cue in scope.cues)
    bodies = {occasion.lead.body for occasion in scope.occasions if occasion.lead.body}
    if not named or not bodies or len({item.document for item in items}) < 2:
        return items
    own = {
        item.document
        for item in items
        if (body := library.documents[item.document].metadata.body)
        and any(library.bodies.compatible(body, other) for other in bodies)
    }
    return [item for item in items if item.document in own] or items
