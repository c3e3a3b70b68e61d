"""Asks back where a numbered meeting may be that of several bodies, and each of them has an answer of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.answer import Route, Status
from assistant.answerers.draft import Claim, Draft, Quote
from assistant.answerers.records.wording import the_meeting
from assistant.library import Library
from assistant.question.cues import Cue, CueKind
from assistant.question.occasions import Occasion
from assistant.question.scope import Scope, equally_meant, scope_of
from assistant.question.words import Words, read_words

_MOST = 5  # readings offered
# What stands around an ordinal in a meeting's name: 'the', and up to the noun: 'Third [annual meeting]'.
_ARTICLE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_NOUN = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:meeting|session|conference|assembly|gathering)\b", re.IGNORECASE
)


def ask_back(
    words: Words, scope: Scope, library: Library, answer: Callable[[str], Draft | None]
) -> Draft | None:
    """Return the readings of a question as choices, or None where it is clear which meeting it means.

    It is not clear where a question gives an ordinal and no more, and meetings of several bodies bear it equally
    well. Each choice is the question with the body added; it is offered only where it then means just that
    meeting, and `answer` has an answer for it that is no other's. Where only one has an answer, there is
    something to ask if it is not the meeting that would be taken unasked.
    """
    meant = meetings_meant(scope, library)
    if len(meant) < 2:
        return None
    offered: list[_Reading] = []
    for occasion in meant[:_MOST]:
        reading = _read_as(occasion, words.text, scope.cues[0], library, answer)
        if reading is not None and not any(reading.proof == one.proof for one in offered):
            offered.append(reading)
    answered = [one for one in offered if one.answered]
    taken = [one for one in offered if one.occasion in scope.groups[0]]
    if len(answered) >= 2:
        offered = answered
    elif not answered or not taken or answered[0] in taken:
        return None
    *others, last = [one.name for one in offered]
    asked = f"Which meeting do you mean: {', '.join(others)} or {last}?"
    return Draft(
        status=Status.UNCLEAR,
        route=Route.RECORDS,
        claims=(Claim(text=asked),),
        choices=tuple(one.question for one in offered),
    )


def meetings_meant(scope: Scope, library: Library) -> list[Occasion]:
    """Return the meetings, one a body, that an ordinal alone may mean; none where there is more, or no ordinal."""
    if len(scope.groups) != 1 or [cue.kind for cue in scope.cues] != [CueKind.ORDINAL]:
        return []
    return _of_different_bodies(equally_meant(scope.cues, library), library)


@dataclass(frozen=True)
class _Reading:
    """A question read as one about a meeting of one body, and what it is answered with."""

    occasion: Occasion
    name: str
    question: str
    answered: bool
    proof: frozenset[Quote]


def _read_as(
    occasion: Occasion, asked: str, cue: Cue, library: Library, answer: Callable[[str], Draft | None]
) -> _Reading | None:
    """Return the question with the meeting named in full; None where it then says less, or has no draft."""
    noun = _NOUN.match(asked, cue.end)
    article = _ARTICLE.search(asked[: cue.start])
    name = f"{the_meeting(occasion)} of {_the(occasion.lead.body or '')}"
    question = (
        asked[: article.start() if article else cue.start] + name + asked[noun.end() if noun else cue.end :]
    )
    if scope_of(read_words(question, library.vocabulary), library).occasions != (occasion,):
        return None
    draft = answer(question)
    if draft is None:
        return None
    proof = frozenset(quote for claim in draft.claims for quote in claim.quotes)
    return _Reading(occasion, name, question, draft.status in (Status.ANSWERED, Status.CONFLICT), proof)


def _of_different_bodies(group: tuple[Occasion, ...], library: Library) -> list[Occasion]:
    """Return the meetings whose body is known and can be told from that of each one before."""
    found: list[Occasion] = []
    for occasion in group:
        body = occasion.lead.body
        if body and not any(library.bodies.compatible(body, one.lead.body) for one in found):
            found.append(occasion)
    return found


def _the(name: str) -> str:
    return name if name.lower().startswith("the ") else f"the {name}"
