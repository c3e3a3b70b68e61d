"""What one party presented, reported, proposed or offered at a meeting, in the document's words."""

from __future__ import annotations

import re

from assistant.answerers.draft import Claim, Draft
from assistant.answerers.records.wording import answered, capital, quotes
from assistant.library import Library
from assistant.question.lexicon import keys, phrases
from assistant.question.parties import named_parties
from assistant.question.scope import Scope
from assistant.question.words import Words
from corpus.records.types import Contribution

_MOST = 4  # contributions that one answer may put together
_NO_DEED = ("panel", "sat", "actors")
_BEFORE = re.compile(r"\W*what\s+(?:did|has|have)\s+(?:the\s+)?(?:delegation\s+of\s+)?", re.IGNORECASE)
_SAID_OF = re.compile(r"\s*[(\[].*", re.DOTALL)


def answer_told_of(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Return what the party of 'What did X present at the Third Meeting?' is told to have presented there.

    None where the question holds anything else that means something, or the records tell no such thing.
    """
    if len(scope.groups) != 1 or not scope.groups[0]:
        return None
    words = words.copy()
    parties = [one for one in named_parties(words, library) if not one.adjective]
    if len(parties) != 1 or parties[0].party is None:
        return None
    party, name = parties[0], parties[0].party
    if not _BEFORE.fullmatch(words.text[: party.start]):
        return None
    words.take_span(party.start, party.end)
    asked = [
        key for key in keys("contribute") if key not in _NO_DEED and words.take(phrases("contribute", key))
    ]
    if not asked or words.left():
        return None
    verbs = {verb for key in asked for verb in key.split()}
    found = [
        one
        for one in library.of_type(Contribution)
        if one.meeting in scope.ids
        and one.verb in verbs
        and any(library.same_party(_SAID_OF.sub("", actor), name) for actor in one.actors)
    ]
    if not found or len(found) > _MOST:
        return None
    return answered(*(Claim(text=_told(one, library), quotes=quotes([one])) for one in found))


def _told(one: Contribution, library: Library) -> str:
    """The document's own clause, or who did what where the clause does not name who it was."""
    document = library.documents[one.document]
    said = " ".join(" ".join(document.text[span.start : span.end] for span in one.evidence).split())
    if not any(_SAID_OF.sub("", actor) in said for actor in one.actors):
        said = f"{', '.join(one.actors)} {phrases('contribute_past', one.verb)[0]} {one.subject}"
    return f"{capital(said.strip('-*•# ').rstrip(' .;,'))}."
