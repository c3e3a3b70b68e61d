"""Puts a question into the plain words and the plain order that the rules read.

People ask the same thing politely ('Could you please confirm whether Chad had a delegation at …?'), as an order
('Kindly list the observers present in …'), in pieces ('third meeting, lomé – who chaired?') and in everyday
words ('who made it to …'). Each step here undoes one of these; what they do not know stays as it was written.
"""

from __future__ import annotations

from assistant.question.plain.indirect import direct
from assistant.question.plain.orders import asked_for
from assistant.question.plain.pieces import put_in_order
from assistant.question.plain.wordings import everyday, short_forms
from assistant.question.plain.wrappers import bare

__all__ = ["plainly"]


def plainly(question: str) -> str:
    """Return a question in plain words: the question first, no courtesies, 'Did …' for 'whether …'.

    A question that is plain already comes back unchanged, and so does any text that holds no question.
    """
    text = put_in_order(short_forms(question.strip()))
    for _ in range(3):  # an order may be wrapped in another: 'I need you to tell me …'
        before = text
        text = asked_for(direct(bare(text)))
        if text == before:
            break
    return everyday(text) if text.strip(" ?.!,") else question
