"""Who presented, reported, proposed, spoke or sat on a panel, and on what: from what parties are told to have done."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.answerers.draft import Claim, Draft
from assistant.answerers.records.wording import answered, capital, enumerate_names, quotes
from assistant.library import Library
from assistant.question.lexicon import keys, phrases
from assistant.question.scope import Scope
from assistant.question.words import Words, content, phrase_stems, read_words
from corpus.records.types import Contribution, PartyKind

_MOST = 4  # contributions that one answer may put together
# 'Who …', 'Which civil society groups …', 'How many other workstreams …': the noun up to its verb
_OPENING = re.compile(
    r"\s*(?:who|whom|(?:which|what|how many)\s+(?P<noun>(?:[\w'’-]+\s+){0,5}?[\w'’-]+))\s+"
    r"(?:were\s+|was\s+|have\s+|has\s+|had\s+)?(?:on\s+the\s+|[a-z]+(?:ed|t|k|d)\b|represented|spoke|gave|put|made)",
    re.IGNORECASE,
)
_SAID_OF = re.compile(r"\s*[(\[].*", re.DOTALL)


def answer_contributions(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Return who did what is asked about at a meeting, or how many did; None where that is not asked in full.

    Every word of the question has to stand in what the document says of the contribution, so that a talk on
    another subject is no answer.
    """
    words = words.copy()
    opening = _OPENING.match(words.text)
    if opening is None:
        return None
    count = words.take(phrases("count"))
    asked = read_words(opening["noun"] or "")
    kinds = {PartyKind(key) for key in keys("party_kind") if asked.has(phrases("party_kind", key))}
    if re.search(r"\b(?:civil society|ngos?)\b", opening["noun"] or "", re.IGNORECASE):
        kinds = {PartyKind.CIVIL_SOCIETY}
    if opening["noun"] and not kinds and not asked.has(phrases("contribute", "actors")):
        return None
    words.take_span(*opening.span("noun"))
    panel = words.take(phrases("contribute", "panel"))
    verbs = {
        verb for key in keys("contribute") if words.has(phrases("contribute", key)) for verb in _verbs(key)
    }
    if panel:
        words.take(phrases("contribute", "sat"))
    elif not verbs:
        return None
    spoken = [key for key in keys("contribute") if key not in ("panel", "sat", "actors")]
    wording = content([word for number, word in enumerate(words.words) if number not in words.explained])
    for key in spoken:
        words.take(phrases("contribute", key))
    topic = [word.stem for word in words.left()]
    if not topic and not panel:
        return None
    found = [
        one
        for one in library.of_type(Contribution)
        if _at(one, scope, library)
        and (_on_panel(one) if panel else one.verb in verbs)
        and _named(one)
        and set(topic) <= _stems(one, library)
    ]
    found = _closest(found, wording, library)
    if not found or len(found) > _MOST or (count and len({one.actors for one in found}) > 1):
        return None
    claims = []
    for one in found:
        actors = _of_kind(one, kinds, library)
        if not actors:
            continue
        names = enumerate_names(actors)
        told = f"{names} {'took part in' if panel else _told(one.verb)} {one.subject.strip(' .')}"
        if panel:
            told = f"{names} took part in the panel"
        claims.append(
            Claim(text=capital(f"{len(actors)}: {told}." if count else f"{told}."), quotes=quotes([one]))
        )
    return answered(*claims) if claims else None


def _verbs(key: str) -> tuple[str, ...]:
    return tuple(key.split())


def _at(one: Contribution, scope: Scope, library: Library) -> bool:
    if not scope.named:
        return True
    meeting = library.meetings.get(one.meeting or "")
    return one.meeting in scope.ids or (meeting is not None and meeting.parent in scope.ids)


def _on_panel(one: Contribution) -> bool:
    return one.verb != "moderate" and "panel" in phrase_stems(f"{one.subject} {one.session or ''}")


def _named(one: Contribution) -> bool:
    """Whether the paper names who it was: 'Presenters' or 'the Chair' names nobody."""
    general = {stem for phrase in phrases("contribute", "actors") for stem in phrase_stems(phrase)}
    return not any(set(phrase_stems(actor)) <= general for actor in one.actors)


def _text(one: Contribution, library: Library) -> str:
    document = library.documents[one.document]
    return " ".join(document.text[span.start : span.end] for span in one.evidence)


def _stems(one: Contribution, library: Library) -> set[str]:
    return set(
        phrase_stems(f"{one.subject} {one.session or ''} {' '.join(one.actors)} {_text(one, library)}")
    )


def _closest(found: list[Contribution], wording: tuple[str, ...], library: Library) -> list[Contribution]:
    """Of several contributions, those that put the question's words side by side as it does, if there are any."""
    if len({one.actors for one in found}) < 2:
        return found
    pairs = set(pairwise(wording))
    close = [
        one for one in found for stems in [phrase_stems(_text(one, library))] if pairs & set(pairwise(stems))
    ]
    return close or found


def _of_kind(one: Contribution, kinds: set[PartyKind], library: Library) -> list[str]:
    if not kinds:
        return list(one.actors)
    kept = []
    for actor in one.actors:
        party = library.parties.resolve(_SAID_OF.sub("", actor))
        if party is not None and party.kind in kinds:
            kept.append(actor)
    return kept


def _told(verb: str) -> str:
    return phrases("contribute_past", verb)[0]
