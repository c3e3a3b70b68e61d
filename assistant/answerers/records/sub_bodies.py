"""Answers on the bodies below a group: who makes up a drafting group, a task team or a panel, and who leads it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answerers.draft import Claim, Draft
from assistant.answerers.records.wording import answered, capital, enumerate_names, quotes
from assistant.library import Library
from assistant.question.cues import Cue, CueKind
from assistant.question.lexicon import phrases
from assistant.question.scope import Scope
from assistant.question.words import Words, content, phrase_stems
from corpus.names.numbers import parse_number
from corpus.records.types import Contribution

_LEADING = frozenset({"lead", "chair", "host"})
_ASKS = re.compile(
    r"^\W*(?:and\s+|please\s+)*(?:who|whom|which|what|how many|name|list|by whom)\b", re.IGNORECASE
)
_MARK = re.compile(r"\s*\([^()]*\)$")


def answer_sub_body(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Return who makes up or leads the sub-body that a question names, or None.

    Every word of the question that does not say which meeting is meant has to be told of the body: of its name,
    or in the sentence that tells of it.
    """
    sorts = {part for phrase in phrases("sub_body", "sorts") for part in phrase_stems(phrase)}
    if not _ASKS.match(words.text):
        return None
    told = [one for one in library.of_type(Contribution) if one.verb in _LEADING | {"compose"}]
    acronyms = {name.lower() for one in told for name in re.findall(r"\(([A-Z][\w-]+)\)", one.subject)}
    if not any(word.stem in sorts or word.text.lower() in acronyms for word in words.words):
        return None
    words = words.copy()
    leaders = bool(words.find(phrases("sub_body", "lead")))
    members = bool(words.find(phrases("sub_body", "members"))) and not _led_first(words)
    if not members and not leaders:
        return None
    for key in ("members", "lead", "parties", "set_up"):
        words.take(phrases("sub_body", key))
    count = words.take(phrases("count"))
    told = [one for one in told if (one.verb == "compose") == members and _sort_named(one, words, sorts)]
    found = _meant(told, words, scope, library)
    if len({_key(one) for one in found}) != 1:
        return None
    if not members:
        return _leader(found, words)
    one = max(found, key=lambda record: _when(record, library))
    stated = _number(words)
    if stated is not None and stated != len(one.actors):
        return None
    names = enumerate_names(one.actors)
    text = f"{names} made up the {one.subject}."
    return answered(
        Claim(text=f"{len(one.actors)}: {text}" if count else capital(text), quotes=quotes([one]))
    )


def _led_first(words: Words) -> bool:
    """Whether who leads is asked, the members being named only in passing."""
    lead, members = words.find(phrases("sub_body", "lead")), words.find(phrases("sub_body", "members"))
    return bool(lead) and lead[0][0] < members[0][0] and words.starts_with("who", "which", "what", "by")


def _leader(found: Sequence[Contribution], words: Words) -> Draft | None:
    persons = [one for one in found if any(re.match(r"(?:Mr|Ms|Mrs|Dr|Prof)\b", name) for name in one.actors)]
    if words.has(phrases("party_kind", "state")):
        found = [one for one in found if one not in persons]
    elif persons and words.starts_with("who"):
        found = persons
    if len({one.actors for one in found}) != 1:
        return None
    one = found[0]
    did = {"lead": "leads", "chair": "chairs", "host": "hosts"}[one.verb]
    verb = did if len(one.actors) == 1 else did.removesuffix("s")
    return answered(
        Claim(text=f"{enumerate_names(one.actors)} {verb} the {one.subject}.", quotes=quotes([one]))
    )


def _meant(told: Sequence[Contribution], words: Words, scope: Scope, library: Library) -> list[Contribution]:
    """The records that tell all that the question says: at the meeting it names, or else wherever told.

    A date or a place in the question may be one of the body's task ('the group for the plan of 2030').
    """
    cues = [cue for cue in scope.cues if cue.kind not in (CueKind.BODY, CueKind.NAME)]
    wanted = set(_wanted(words, cues))
    found = [one for one in told if _of_meeting(one, scope) and wanted <= _stems(one, library)]
    if found or not cues:
        return found
    wanted = set(_wanted(words, ()))
    return [one for one in told if wanted <= _stems(one, library)]


def _wanted(words: Words, meeting: Sequence[Cue]) -> tuple[str, ...]:
    """The words that have to be told of the body: all but those of the question's form and of the meeting meant."""
    own = {
        part
        for table, key in (
            *(("sub_body", key) for key in ("members", "lead", "parties", "set_up")),
            ("filler", "phrases"),
            ("count", "phrases"),
        )
        for phrase in phrases(table, key)
        for part in phrase_stems(phrase)
    }
    kept = content(
        [
            word
            for word in words.words
            if word.stem not in own
            and parse_number(word.norm) in (None, *range(1900, 2100))
            and not any(cue.start < word.end and word.start < cue.end for cue in meeting)
        ]
    )
    return tuple(part for word in kept for part in (word.split("-") if word[0].isdigit() else [word]))


def _number(words: Words) -> int | None:
    """The number of members that a question states: 'Which four Parties …'."""
    found = re.match(r"\W*(?:which|what|who are the|name the|list the)\s+(\w+)\b", words.text, re.IGNORECASE)
    return parse_number(found[1]) if found else None


def _of_meeting(one: Contribution, scope: Scope) -> bool:
    return not scope.named or one.meeting in scope.ids or one.document in scope.papers


def _sort_named(one: Contribution, words: Words, sorts: set[str]) -> bool:
    """Whether the question names the body's sort, or its acronym: 'the panel' is no 'group'."""
    acronym = re.search(r"\(([A-Z][\w-]+)\)", one.subject)
    if acronym and any(word.text.lower() == acronym[1].lower() for word in words.words):
        return True
    own = set(phrase_stems(one.subject)) & sorts
    return bool(own) and own <= {word.stem for word in words.words}


def _stems(one: Contribution, library: Library) -> set[str]:
    document = library.documents[one.document]
    told = " ".join(document.text[span.start : span.end] for span in one.evidence)
    where = f"{document.metadata.title} {document.metadata.body or ''} {document.metadata.place or ''}"
    around = _sentence_around(one, document.text)
    return set(phrase_stems(f"{one.subject} {told} {around} {where}"))


def _sentence_around(one: Contribution, text: str) -> str:
    start, end = one.evidence[0].start, one.evidence[0].end
    left = max(text.rfind(". ", 0, start), text.rfind("\n\n", 0, start), start - 300)
    stops = [at for at in (text.find(". ", end), text.find("\n\n", end), end + 300) if at >= 0]
    return text[max(left, 0) : min(stops)]


def _key(one: Contribution) -> frozenset[str]:
    return frozenset(phrase_stems(_MARK.sub("", one.subject)))


def _when(one: Contribution, library: Library) -> tuple[bool, int]:
    dates = library.documents[one.document].metadata.dates
    return (dates is not None, dates.start.toordinal() if dates else 0)
