"""Answers on the sessions and panels of a meeting: who speaks, sits on the panel, moderates or reports there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.answerers.draft import Claim, Draft
from assistant.answerers.records.persons_told import with_post
from assistant.answerers.records.wording import answered, enumerate_names, quotes
from assistant.library import Library
from assistant.question.cues import CueKind
from assistant.question.lexicon import phrases
from assistant.question.persons import name_parts
from assistant.question.scope import Scope, matching
from assistant.question.words import Words, content, phrase_stems
from corpus.names.numbers import parse_number, parse_ordinal
from corpus.records.types import Person

# What is asked of a session: the lexicon's list, the roles that answer it, and how it is told.
_DOES: tuple[tuple[str, frozenset[str], str, str], ...] = (
    ("moderate", frozenset({"moderator", "facilitator", "chair", "co-chair"}), "moderates", "moderate"),
    ("rapporteur", frozenset({"rapporteur"}), "is Rapporteur of", "are Rapporteurs of"),
    ("speaks", frozenset({"speaker", "presenter", "panellist", "keynote speaker"}), "speaks in", "speak in"),
)
_MODERATES = frozenset({"moderator", "facilitator"})
_NUMBERED = re.compile(
    r"\b(?P<sort>session|panel|module|block|part|item)\s+(?:no\.?\s*)?(?P<number>\d{1,2}|[IVX]{1,4}|[A-H]|one|two|three|four|five|six|seven|eight|nine)\b",
    re.IGNORECASE,
)


def answer_session(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Return who does what is asked about in the session or panel that a question names, or None.

    The session is named by its number or by words of its title; a panel also by words of the passage that tells
    of it.
    """
    does = next((one for one in _DOES if words.has(phrases("session", one[0]))), None)
    if does is None or not words.has(("who", "whom", "which", "what", "list", "name", "names")):
        return None
    numbered = _NUMBERED.search(words.text)
    scope = _without_number(scope, numbered, library)
    people = [
        one
        for one in library.of_type(Person)
        if does[1] & set(one.roles)
        and (not scope.named or one.meeting in scope.ids or one.document in scope.papers)
    ]
    if numbered is not None:
        wanted = _number(numbered["number"])
        held = [one for one in people if one.session and _number_of(one.session, numbered["sort"]) == wanted]
    else:
        held = _by_words(words, scope, people, library)
    # who chaired the meeting is asked for only where nobody is told to have moderated
    held = [one for one in held if does[3] == "moderate" and _MODERATES & set(one.roles)] or held
    if not held or len({(one.document, one.session or _block(one, library)) for one in held}) != 1:
        return None
    distinct = list({name_parts(one.name): one for one in reversed(held)}.values())[::-1]
    verb = does[2] if len(distinct) == 1 else does[3]
    where = f"“{distinct[0].session}”" if distinct[0].session else "the panel"
    text = f"{enumerate_names([with_post(one) for one in distinct])} {verb} {where}."
    return answered(Claim(text=text, quotes=quotes(distinct)))


def _without_number(scope: Scope, numbered: re.Match[str] | None, library: Library) -> Scope:
    """Return the meetings meant where 'Session 3' is one of the sessions of a meeting, and no Third Session."""
    if numbered is None:
        return scope
    cues = tuple(cue for cue in scope.cues if not (cue.start < numbered.end() and numbered.start() < cue.end))
    return Scope((matching(cues, library),), cues) if cues else Scope((), ())


def _by_words(words: Words, scope: Scope, people: Sequence[Person], library: Library) -> list[Person]:
    """Those of the one session or panel that bears all words of the question by which it is named."""
    own = {
        part
        for table, key in (*(("session", key) for key in ("moderate", "rapporteur", "speaks", "sorts")), ("filler", "phrases"), ("person_noun", "phrases"))
        for phrase in phrases(table, key)
        for part in phrase_stems(phrase)
    }  # fmt: skip
    meant = [cue for cue in scope.cues if cue.kind is not CueKind.NAME]
    topic = content(
        [
            word
            for word in words.words
            if word.stem not in own
            and not any(cue.start < word.end and word.start < cue.end for cue in meant)
        ]
    )
    if not topic or not words.has(phrases("session", "sorts")):
        return []
    found = [one for one in people if set(topic) <= set(phrase_stems(_told_of(one, library)))]
    panels = {
        (one.document, _block(one, library))
        for one in people
        if one.session is None and _told_of(one, library)
    }
    if found or len(panels) != 1 or not scope.named:
        return found
    # the one panel of the meeting, called by words that its paper puts side by side elsewhere
    ((document, block),) = panels
    told = phrase_stems(library.documents[document].text)
    if len(topic) > 1 and set(pairwise(topic)) <= set(pairwise(told)):
        return [one for one in people if one.document == document and _block(one, library) == block]
    return []


def _told_of(one: Person, library: Library) -> str:
    if one.session is not None:
        return one.session
    start, end = _block(one, library)
    text = library.documents[one.document].text[start:end]
    return text if re.search(r"\bpanel\b", text, re.IGNORECASE) else ""


def _block(one: Person, library: Library) -> tuple[int, int]:
    at = one.evidence[0].start
    return next(
        (
            (block.start, block.end)
            for block in library.documents[one.document].blocks
            if block.start <= at < block.end
        ),
        (at, at),
    )


def _number_of(session: str, sort: str) -> int | None:
    """The number that a session's title bears: 'Session 3. What works', 'Panel II'."""
    for found in _NUMBERED.finditer(session):
        if found["sort"].lower() == sort.lower():
            return _number(found["number"])
    return None


def _number(written: str) -> int | None:
    if len(written) == 1 and written.upper() in "ABCDEFGH" and not written.isdigit():
        return ord(written.upper()) - ord("A") + 1
    return parse_number(written) or parse_ordinal(written)
