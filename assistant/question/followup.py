"""Completes a follow-up question from the conversation before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.library import Library
from assistant.question.asked_again import of_another_party, same_office, with_noun, with_party
from assistant.question.cues import CueKind
from assistant.question.followup_tasks import with_result, with_task
from assistant.question.followup_things import with_thing
from assistant.question.lexicon import phrases
from assistant.question.occasions import Occasion
from assistant.question.persons import named_persons
from assistant.question.scope import Scope, scope_of
from assistant.question.words import Words, read_words
from corpus.names.numbers import ordinal_word

if TYPE_CHECKING:
    from assistant.conversation import Message

_OPENING = re.compile(
    r"^\s*(?:(?:and|but|so|ok(?:ay)?|yes|no|well|then|also|right)\b[\s,.:;–—-]*)+", re.IGNORECASE
)
_THAT_ONE = re.compile(
    r"^\s*(?:that one|this one|the (?:first|latter|former) one)\b[\s,.:;–—-]*", re.IGNORECASE
)
# 'his Vice-Chairs' are those of the meeting
_OFFICE_BESIDE = re.compile(
    r"\b(?:his|her|their|its)\s+(?=(?:(?:vice|co|deputy)[- ]?chair|rapporteur|deputy\b|deputies\b))",
    re.IGNORECASE,
)
_PERSONAL = re.compile(r"\b(he|she|him|her|his|hers)\b", re.IGNORECASE)
_THERE = re.compile(r"\b(there|at it|at that meeting|at this meeting|at the same meeting)\b", re.IGNORECASE)
_THE_ONE = re.compile(r"\bthe (?:one|meeting)(?= (?:in|of|at)\b)", re.IGNORECASE)
_PLANNED = re.compile(r"\b(?:planned|scheduled|foreseen|due|will|going\s+to|supposed)\b", re.IGNORECASE)
_YEAR_BEFORE = re.compile(
    r"\b(?:the )?(?:year|meeting) (before|after)\b|\bthe (previous|next|following) (?:year|one|meeting)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Turn:
    """An earlier exchange: the question, its answer, and the meetings that it was about."""

    question: str
    answer: str
    scope: Scope
    words: Words


def complete(question: str, history: Sequence[Message], library: Library) -> str:
    """Return the question with its pronouns and omissions filled in from the history.

    The result is a question of its own; where nothing is left out it is the question as it was asked.
    """
    turns = _turns(history, library)
    if not turns:
        return question
    body = _THAT_ONE.sub("", _OPENING.sub("", question)).strip() or question
    body = _OFFICE_BESIDE.sub("the ", body)
    last = turns[-1]
    body = with_party(with_noun(body, last.question), last.question, library)
    if (again := of_another_party(body, last.question, library)) is not None:
        return again
    elliptic = body != question.strip()
    words = read_words(body, library.vocabulary)
    scope = scope_of(words, library)
    if scope.named and (rest := same_office(body)):
        return _into_last_question(rest, scope, words, last, library)
    exchange = f"{last.question} {last.answer}"
    if (result := with_result(body, exchange, last.scope, library)) is not None:
        return result
    if not scope.named:
        task = with_task(body, exchange, last.scope, library)
        if task is not None:
            return task
    if _is_fragment(words, scope):
        return _into_last_question(body, scope, words, last, library)
    filled, shifted = _shift(body, turns, library)
    filled = _persons(filled, turns, library)
    filled = (
        _THERE.sub(lambda _: _meeting_phrase(turns, library) or "there", filled, count=1)
        if not scope.named
        else filled
    )
    if not scope.named:
        filled = with_thing(filled, [(turn.question, turn.scope) for turn in turns])
    if not scope.named and not shifted and (elliptic or _needs_meeting(filled, library)):
        phrase = _meeting_phrase(turns, library)
        if phrase and phrase.lower() not in filled.lower():
            filled = f"{filled.rstrip(' ?.!')} {phrase}?"
    return filled


def _turns(history: Sequence[Message], library: Library) -> list[_Turn]:
    turns: list[_Turn] = []
    question = ""
    for message in history:
        if message.role == "user":
            question = message.content
            words = read_words(question, library.vocabulary)
            turns.append(_Turn(question, "", scope_of(words, library), words))
        elif turns:
            turn = turns[-1]
            turns[-1] = _Turn(turn.question, message.content, turn.scope, turn.words)
    return turns


def _is_fragment(words: Words, scope: Scope) -> bool:
    """'And at the one in Livingstone?', 'the observers?', 'By when?': no verb and no question of its own."""
    verbs = (
        *phrases("attend"),
        *phrases("held"),
        *phrases("chair"),
        *phrases("open"),
        "was",
        "were",
        "is",
        "are",
        "did",
        "do",
        "does",
        "has",
        "have",
        "had",
        "will",
    )
    if words.has(verbs) and not (
        scope.named
        and len(words.words) <= 7
        and not words.has(("who", "which", "what", "when", "where", "how"))
    ):
        # 'Who chaired it?' is short, but whole: what 'it' stands for is put in its place.
        return len(words.words) <= 3 and not words.has(("was", "were", "is", "are", "did", "it", "them"))
    return len(words.words) <= 8


def _into_last_question(body: str, scope: Scope, words: Words, last: _Turn, library: Library) -> str:
    """Put what a fragment names in the place of its like in the last question."""
    if scope.named:
        cues = [cue for cue in last.scope.cues if cue.kind not in (CueKind.BODY,)]
        if cues:
            start, end = min(cue.start for cue in cues), max(cue.end for cue in cues)
            start, end = _whole_phrase(last.question, start, end)
            fragment = _THE_ONE.sub("the meeting", body.strip(" ?.!"))
            fragment = re.sub(r"^(?:what|how) about\s+", "", fragment, flags=re.IGNORECASE)
            if not re.match(r"(?:at|in|of|for|during|on)\b", fragment, re.IGNORECASE):
                fragment = f"at {fragment}"
            return f"{last.question[:start].rstrip()} {fragment}{last.question[end:]}"
        return f"{last.question.rstrip(' ?.!')} {body}"
    return _replaced_group(body, words, last, library)


def _whole_phrase(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a meeting's cues to the whole phrase: 'at the Third Meeting in Antananarivo'."""
    before = re.search(
        r"(?:\b(?:at|in|of|for|during|on|to)\s+)?(?:the\s+)?(?:[\w-]+\s+){0,0}$", text[:start], re.IGNORECASE
    )
    begin = before.start() if before else start
    lead = re.search(
        r"\b(?:attended|at|in|of|for|during)\s*(?:the\s*)?$", text[:begin].rstrip() + " ", re.IGNORECASE
    )
    if lead is not None and not before:
        begin = lead.start()
    after = re.match(
        r"[\s,]*(?:meetings?|sessions?|sittings?|plenar(?:y|ies)|conferences?|events?)?",
        text[end:],
        re.IGNORECASE,
    )
    return begin, end + (after.end() if after and after.group().strip() else 0)


def _replaced_group(body: str, words: Words, last: _Turn, library: Library) -> str:
    """'And the observers?' after 'Which members attended …?'; 'By when?' after a question on a task."""
    from assistant.question.lexicon import keys

    asked = [
        (last.words.words[first].start, last.words.words[end - 1].end)
        for key in keys("capacity")
        for first, end in last.words.find(phrases("capacity", key))
    ]
    names = any(words.has(phrases("capacity", key)) for key in keys("capacity"))
    if asked and names:
        start, end = min(asked)
        fragment = re.sub(r"^(?:what|how) about\s+", "", body.strip(" ?.!"), flags=re.IGNORECASE)
        return last.question[:start] + re.sub(r"^the\s+", "", fragment) + last.question[end:]
    topic = _topic(last)
    return f"{body.strip(' ?.!')} {topic}?".strip()


def _topic(turn: _Turn) -> str:
    """What the last exchange was about: the answer's first sentence, which is the more definite, or the question."""
    answer = re.sub(r"\s*\[\d+\]", "", turn.answer).strip()
    if (
        len(answer.split()) >= 4
        and len(answer) < 200
        and not answer.lower().startswith(("the documents do not", "yes", "no"))
    ):
        return f"({answer.rstrip('.')})"
    return f"({turn.question.rstrip(' ?')})"


def _persons(text: str, turns: Sequence[_Turn], library: Library) -> str:
    match = _PERSONAL.search(text)
    if match is None:
        return text
    for turn in reversed(turns):
        for source in (turn.answer, turn.question):
            found = named_persons(read_words(source, library.vocabulary), library)
            if found:
                name = found[-1].name if source is turn.answer else found[0].name
                possessive = match.group().lower() in ("his", "hers") or (
                    match.group().lower() == "her" and re.match(r"\s+[a-z]", text[match.end() :]) is not None
                )
                return text[: match.start()] + (f"{name}'s" if possessive else name) + text[match.end() :]
    return text


def _meeting_phrase(turns: Sequence[_Turn], library: Library) -> str | None:
    """Name the meeting that the conversation is about, as 'at the Fifth Meeting of … (Maputo, May 2021)'."""
    for turn in reversed(turns):
        for text in (turn.question, turn.answer):
            if not text:
                continue
            scope = turn.scope if text is turn.question else _scope(text, library)
            if not scope.named:
                continue
            cues = list(scope.cues)
            start, end = min(cue.start for cue in cues), max(cue.end for cue in cues)
            phrase = text[start:end].strip()
            if len(phrase) > 160:
                phrase = " ".join(text[cue.start : cue.end] for cue in cues)
            has_noun = any(
                noun in phrase.lower()
                for noun in (
                    "meeting",
                    "session",
                    "sitting",
                    "plenary",
                    "conference",
                    "event",
                    "dialogue",
                    "workshop",
                )
            )
            ordinal = any(cue.kind == CueKind.ORDINAL for cue in cues)
            if ordinal and not has_noun:
                after = re.match(
                    r"\s+((?:[\w-]+\s+){0,3}?(?:meetings?|sessions?|sittings?|plenar(?:y|ies)|conferences?))\b",
                    text[end:],
                    re.IGNORECASE,
                )
                phrase += " " + (after.group(1) if after else "Meeting")
                has_noun = True
            if not has_noun:
                phrase = f"meeting {'in ' if not phrase.lower().startswith(('in ', 'of ')) else ''}{phrase}"
            return f"at the {phrase}"
    return None


def _scope(text: str, library: Library) -> Scope:
    return scope_of(read_words(text, library.vocabulary), library)


def _shift(text: str, turns: Sequence[_Turn], library: Library) -> tuple[str, bool]:
    """'the year before', 'the previous meeting': the neighbour of the meeting the conversation is about."""
    match = _YEAR_BEFORE.search(text)
    if match is None:
        return text, False
    back = (match.group(1) or match.group(2) or "").lower() in ("before", "previous")
    planned = not back and match.group(2) is not None and _PLANNED.search(text) is not None
    for turn in reversed(turns):
        for scope in (turn.scope, _scope(turn.answer, library) if turn.answer else turn.scope):
            occasion = next((one for group in scope.groups for one in group if one.dates), None)
            named = _numbered_neighbour(occasion, back, library, planned=planned) if match.group(2) else None
            if planned and named is None:
                continue  # 'where is the next one planned?' after a meeting that others have followed
            if scope.named and named is not None:
                return text[: match.start()] + named + text[match.end() :], True
            if scope.named and occasion is not None and occasion.dates is not None:
                year = occasion.dates.start.year + (-1 if back else 1)
                return text[: match.start()] + f"in {year}" + text[match.end() :], True
    return text, False


def _numbered_neighbour(
    occasion: Occasion | None, back: bool, library: Library, *, planned: bool = False
) -> str | None:
    """Name the meeting of the same body before or after one, where the documents know it by its number."""
    if occasion is None or occasion.number is None or occasion.lead.body is None:
        return None
    number = occasion.number + (-1 if back else 1)
    known = any(
        one.number == number
        and library.bodies.compatible(one.lead.body or "", occasion.lead.body)
        and (not planned or one.lead.status == "planned")
        for one in library.occasions
    )
    return f"the {ordinal_word(number)} Meeting of {occasion.lead.body}" if known else None


def _needs_meeting(text: str, library: Library) -> bool:
    """Whether a question asks about a meeting without naming one."""
    words = read_words(text, library.vocabulary)
    scope = scope_of(words, library)
    if scope.named:
        return False
    wanted = (
        *phrases("attend"),
        *phrases("chair"),
        *phrases("open"),
        *phrases("moderate"),
        *phrases("host"),
        *phrases("attend", "apologies"),
    )
    return words.has(wanted) and len(words.words) <= 9
