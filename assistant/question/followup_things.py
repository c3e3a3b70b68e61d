"""The thing that a conversation is about, for follow-ups such as 'When was it published?'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.question.lexicon import phrases
from assistant.question.scope import Scope

_THING = re.compile(r"\b(it|its|this|that|they|them|their|those|these)\b", re.IGNORECASE)
_TITLED = re.compile(
    r"(?:[A-Z][\w-]+(?:\s+(?:of|on|for|the|and)\s+(?=[A-Z])|\s+)){1,6}[A-Z][\w-]+|“[^”]+”|\"[^\"]+\""
)
_DEFINITE = re.compile(
    r"\bthe ((?:[\w’'-]+ ){0,3}[\w’'-]+?)(?= (?:in|of|for|to|is|was|were|are|will|should|has|had|bring|say|by|at|on|from|under|with)\b|[?.,]|$)",
    re.IGNORECASE,
)
# 'When was Peru's survey of appeals originally due?': what a verb is said of
_SUBJECT = re.compile(
    r"^\W*(?:\w+\s+)?(?:what|which|when|where|why|how)\b[^,?]{0,30}?\b(?:was|were|is|are|has|had)\s+(?P<thing>[^,?]{3,90}?)\s+"
    r"(?:(?:originally|initially|first|finally|actually|at\s+first|later|still|to\s+be|been|being)\s+)*"
    r"(?:due|held|set|begun|meant|supposed|put|made|built|given|taken|written|left|run|[a-z]+ed)\b",
    re.IGNORECASE,
)
# 'What date did the plan give for Poarta?'
_LAST = re.compile(
    r"\b(?:for|about|of|on)\s+(?P<thing>(?:the\s+)?[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+)*)\s*\?*\s*$"
)


def with_thing(text: str, turns: Sequence[tuple[str, Scope]]) -> str:
    """Put the thing that the last exchange was about in the place of 'it'; `turns` are questions with their scope."""
    match = _THING.search(text)
    if match is None or (
        match.group().lower() in ("that", "this", "these", "those")
        and re.match(r"\s+\w", text[match.end() :])
    ):
        return text
    for question, scope in reversed(turns):
        thing = _noun_phrase(question, scope)
        if thing:
            possessive = match.group().lower() in ("its", "their")
            return text[: match.start()] + (f"{thing}'s" if possessive else thing) + text[match.end() :]
    return text


def _noun_phrase(question: str, scope: Scope) -> str | None:
    """The thing a question is about: a title in capitals, or else its last definite noun phrase before the meeting."""
    cues = [(cue.start, cue.end) for cue in scope.cues]
    for match in _TITLED.finditer(question):
        if match.start() == 0 and " " not in match.group():
            continue
        if not any(start < match.end() and match.start() < end for start, end in cues):
            return match.group()
    nouns = set(phrases("occasion", "nouns"))
    for match in _DEFINITE.finditer(question):
        phrase = match.group(1)
        if phrase.split()[-1].lower() in nouns or any(
            start < match.end() and match.start() < end for start, end in cues
        ):
            continue
        if "plan" in phrase.lower().split():
            continue
        return f"the {phrase}"
    for pattern in (_SUBJECT, _LAST):
        said = pattern.search(question)
        if said is not None and not any(
            start < said.end("thing") and said.start("thing") < end for start, end in cues
        ):
            return said["thing"]
    return None
