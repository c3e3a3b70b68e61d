"""Corrects what a question takes for granted where the documents say otherwise.

Only what the records contradict is corrected: another day or place than the one a meeting was held on or in, a
party that is on no list although the lists are whole, another capacity, another chair, another number.
"""

from __future__ import annotations

from assistant.answerers.draft import Draft
from assistant.answerers.records.premises.acts import approved_after_all
from assistant.answerers.records.premises.numbers import wrong_number
from assistant.answerers.records.premises.parties import not_there, wrong_capacity, wrong_chair
from assistant.answerers.records.premises.settings import wrong_day, wrong_place
from assistant.library import Library
from assistant.question.cues import CueKind
from assistant.question.scope import Scope
from assistant.question.words import Words

__all__ = ["answer_premises"]

_OF_THE_MEETING = (wrong_day, wrong_place)
_OF_ITS_PARTIES = (wrong_chair, wrong_capacity, not_there, wrong_number)


def answer_premises(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Return the correction of what a question presupposes, None where the records contradict nothing in it."""
    contrary = approved_after_all(words, library)
    if contrary is not None or not scope.named:
        return contrary
    for check in (*_OF_THE_MEETING, *(_OF_ITS_PARTIES if _one_meeting(scope) else ())):
        draft: Draft | None = check(words, scope, library)
        if draft is not None:
            return draft
    return None


def _one_meeting(scope: Scope) -> bool:
    """Whether one meeting is named, by more than a date that several share."""
    if len(scope.groups) != 1:
        return False
    pointed = any(cue.kind in (CueKind.ORDINAL, CueKind.NAME, CueKind.PLACE) for cue in scope.cues)
    return pointed or len(scope.groups[0]) == 1
