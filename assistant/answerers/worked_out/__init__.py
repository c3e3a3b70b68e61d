"""Answers that are worked out from two figures or dates, each found on its own and cited; the sum is shown.

A wrong sum is worse than none: nothing is worked out unless each figure stands in a sentence that bears every
word of the thing asked about, with the unit asked for, and no other figure claims the place.
"""

from __future__ import annotations

from assistant.answerers.draft import Draft
from assistant.answerers.worked_out.aims import against_aim
from assistant.answerers.worked_out.between import Ask, between
from assistant.answerers.worked_out.changes import change
from assistant.answerers.worked_out.rest import rest
from assistant.library import Library

_WAYS = (change, rest, against_aim)


def answer_worked_out(question: str, library: Library, ask: Ask) -> Draft | None:
    """Return the answer to a question for a difference, None where it is none or a figure is missing.

    `ask` answers a simpler question: 'When was the board founded?'.
    """
    draft = next((draft for way in _WAYS if (draft := way(question, library)) is not None), None)
    return draft or between(question, ask)


__all__ = ["answer_worked_out"]
