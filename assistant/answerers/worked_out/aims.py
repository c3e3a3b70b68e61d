"""By how much a result misses or exceeds its target, from a sentence that tells both: '24 wells, against a target of 35'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.answerers.draft import Draft
from assistant.answerers.figures import Figure, figures
from assistant.answerers.worked_out.asking import HOW_MANY, unit_of
from assistant.answerers.worked_out.bearing import Word, borne, thing
from assistant.answerers.worked_out.papers import named_after
from assistant.answerers.worked_out.sums import subtracted
from assistant.answerers.worked_out.tellings import about, has_unit, sentences
from assistant.answerers.worked_out.wordlists import pattern
from assistant.library import Library

_ASKED = re.compile(
    rf"^\W*{HOW_MANY}\s+(?:did|has|have|had|was|were)\s+(?P<subject>.+?)\s+(?P<verb>miss(?:ed)?|fall\s+short|fallen\s+short|short"
    r"|below|behind|exceed(?:ed)?|surpass(?:ed)?|above|beyond)\b(?P<aim>.+)$",
    re.IGNORECASE,
)


def against_aim(question: str, library: Library) -> Draft | None:
    """Return by how much a result differs from its target, None where no one sentence tells both."""
    text = " ".join(question.split())
    asked = _ASKED.match(text)
    if asked is None or not pattern("aim").search(asked["aim"]):
        return None
    unit = unit_of(asked["unit"], asked["subject"])
    words = thing(f"{asked['unit'] or ''} {asked['subject']}") - ({unit} if unit is not None else set())
    if unit is None or not words:
        return None
    found = []
    for sentence in sentences(library):
        for result, aim in _pairs(sentence.text, unit):
            left = words - borne(words, named_after(sentence, text, library))
            if about(left, sentence):
                found.append((sentence, result, aim))
    if len({(result.value, aim.value) for _, result, aim in found}) != 1:
        return None
    sentence, result, aim = found[0]
    noun = (asked["unit"] or "").strip()
    if pattern("short").search(asked["verb"]):
        return subtracted(aim.value, result.value, noun, (sentence.quote,))
    return subtracted(result.value, aim.value, noun, (sentence.quote,))


def _pairs(text: str, unit: Word) -> Iterator[tuple[Figure, Figure]]:
    """Yield each result with the unit and the target that is told beside it."""
    for result, aim in pairwise(figures(text)):
        if has_unit(text, result, unit) and pattern("against").search(text[result.end : aim.start]):
            yield result, aim
