"""How many of a whole are left, from a sentence that tells both: 'seven of the twelve teams have been certified'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.answerers.draft import Draft
from assistant.answerers.figures import Figure, figures
from assistant.answerers.reading.terms import word_stem
from assistant.answerers.worked_out.asking import before_of, head_of
from assistant.answerers.worked_out.bearing import Word, thing
from assistant.answerers.worked_out.papers import named_after
from assistant.answerers.worked_out.sums import subtracted
from assistant.answerers.worked_out.tellings import Sentence, about, has_unit, sentences
from assistant.answerers.worked_out.wordlists import forms, pattern, stems
from assistant.library import Library
from corpus.document import DateRange
from corpus.names.dates import find_dates

_ASKED = re.compile(
    r"^\W*how\s+many\s+(?:of\s+)?(?:the\s+|its\s+|their\s+)?(?P<unit>.+?)"
    r"(?=\s+(?:had|have|has|was|were|are|is|did|do|does|still|remain|remained|fewer|less|lacked|lack|short|planned|meant)\b)"
    r"(?P<predicate>.+?)\W*$",
    re.IGNORECASE,
)
_OF = re.compile(
    r"^(?:\s+[^\W\d]+)?\s+(?:out\s+)?of\s+(?:the\s+|all\s+|its\s+|their\s+|these\s+)?(?:planned\s+)?$",
    re.IGNORECASE,
)


def rest(question: str, library: Library) -> Draft | None:
    """Return how many of a whole are left, None where no one sentence of the papers tells part and whole.

    The sentence must bear every word of the question; names and dates of a meeting may be those of its paper.
    """
    text = " ".join(question.split())
    asked = _ASKED.match(text)
    if asked is None or not pattern("rest").search(asked["predicate"]):
        return None
    unit = head_of(asked["unit"])
    if unit is None:
        return None
    dates = [found.range for found in find_dates(text)]
    words = thing(_bare(f"{asked['unit']} {asked['predicate']}")) - {unit}
    found = [
        (sentence, part, whole)
        for sentence in sentences(library)
        for part, whole in _shares(sentence.text, unit)
        if _fits(sentence, dates) and about(words, sentence, named_after(sentence, text, library))
    ]
    if len({(part.value, whole.value) for _, part, whole in found}) != 1:
        return None
    sentence, part, whole = found[0]
    return subtracted(whole.value, part.value, before_of(asked["unit"]), (sentence.quote,))


def _bare(text: str) -> str:
    """The words without those that ask for the rest, and without dates."""
    for found in reversed(find_dates(text)):
        text = text[: found.start] + text[found.end :]
    return " ".join(word for word in re.findall(r"[\w’'-]+", text) if word.lower() not in forms("around"))


def _shares(text: str, unit: Word) -> Iterator[tuple[Figure, Figure]]:
    """Yield part and whole of each 'seven of the twelve teams', unless the sentence tells of what is left itself."""
    found = figures(text)
    for part, whole in pairwise(found):
        if not _OF.match(text[part.end : whole.start]) or part.value > whole.value:
            continue
        clause = re.split(r"[;:]|\.\s", text[part.start :])[0]
        if any(word_stem(word) in stems("denied") for word in re.findall(r"\w+", clause)):
            continue
        if has_unit(text, whole, unit) or has_unit(text, part, unit):
            yield part, whole


def _fits(sentence: Sentence, dates: list[DateRange]) -> bool:
    """Whether a paper is of the time that the question names, if it names one."""
    held = sentence.document.metadata.dates
    if not dates:
        return True
    return held is not None and any(held.start <= one.end and one.start <= held.end for one in dates)
