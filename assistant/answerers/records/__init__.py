"""Exact answers from typed records."""

from __future__ import annotations

import re
from typing import Any

from assistant.answerers.draft import Draft
from assistant.answerers.records.actions import answer_actions
from assistant.answerers.records.asking_back import ask_back
from assistant.answerers.records.attendance import answer_attendance
from assistant.answerers.records.contributions import answer_contributions
from assistant.answerers.records.decided import answer_decided
from assistant.answerers.records.definitions import answer_definition
from assistant.answerers.records.headcounts import answer_headcount
from assistant.answerers.records.meetings import answer_meetings
from assistant.answerers.records.paper_dates import answer_paper_date
from assistant.answerers.records.people import answer_people
from assistant.answerers.records.plans import answer_plans
from assistant.answerers.records.premises import answer_premises
from assistant.answerers.records.programme_items import answer_programme_item
from assistant.answerers.records.sessions import answer_session
from assistant.answerers.records.sub_bodies import answer_sub_body
from assistant.answerers.records.told_of import answer_told_of
from assistant.answerers.records.visits import answer_visits
from assistant.library import Library
from assistant.question.scope import scope_of
from assistant.question.words import read_words

# 'By which date was it due, and when did it go online?' asks for two things; one of them is no answer.
_COMPOUND = re.compile(
    r"(?<!when )(?<!where )\b(?:and|or)\s+(?:by\s+)?(?:when|who|what|where|how|which)\s+(?:did|does|do|was|were|is|are|has|had|will|many|much|else)\b"
    r"|\band\s+(?:why|when|where|how|by\s+whom)\s*[?.!]*$",
    re.IGNORECASE,
)

_WAYS = (
    ("premises", answer_premises),
    ("headcount", answer_headcount),
    ("sub-body", answer_sub_body),
    ("programme item", answer_programme_item),
    ("session", answer_session),
    ("visits", answer_visits),
    ("people", answer_people),
    ("attendance", answer_attendance),
    ("meetings", answer_meetings),
    ("contributions", answer_contributions),
    ("told of", answer_told_of),
    ("decided", answer_decided),
    ("paper dates", answer_paper_date),
    ("actions", answer_actions),
    ("plans", answer_plans),
)


def answer_from_records(question: str, library: Library) -> tuple[Draft | None, dict[str, Any]]:
    """Return the exact answer to a question, or None where it was not read in full; and how it was read.

    A question is only answered here when every word that means something has been accounted for.
    """
    words = read_words(question, library.vocabulary)
    draft = answer_definition(words, library)
    if draft is not None:
        return draft, {"way": "definition"}
    scope = scope_of(words, library)
    why: dict[str, Any] = {
        "cues": [f"{cue.kind}: {question[cue.start : cue.end]}" for cue in scope.cues],
        "meetings": [[occasion.lead.name for occasion in group[:5]] for group in scope.groups],
    }
    if _COMPOUND.search(question):
        return None, {**why, "way": None, "because": "two questions in one"}
    unclear = ask_back(words, scope, library, lambda reading: answer_from_records(reading, library)[0])
    if unclear is not None:
        return unclear, {**why, "way": "ask back"}
    denied = words.has(("not", "never", "neither", "nobody"))
    for way, answer in _WAYS:
        if denied and answer is not answer_attendance:
            continue
        draft = answer(words, scope, library)
        if draft is not None:
            return draft, {**why, "way": way}
    return None, {**why, "way": None, "unexplained": [word.text for word in words.left()]}


__all__ = ["answer_from_records"]
