"""By how much a figure grew or fell from one time or meeting to another: 'By how many did the fleet grow …?'"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answerers.draft import Draft
from assistant.answerers.reading.terms import word_stem
from assistant.answerers.worked_out.asking import HOW_MANY, head_of, unit_of
from assistant.answerers.worked_out.bearing import Word, borne, thing
from assistant.answerers.worked_out.sides import Side, side
from assistant.answerers.worked_out.sums import difference
from assistant.answerers.worked_out.tellings import Sentence, Telling, sentences, tellings
from assistant.answerers.worked_out.wordlists import stems
from assistant.library import Library

_CHANGE = re.compile(
    rf"^\W*{HOW_MANY}\s+(?:did|has|have|had)\s+(?P<subject>.+?)\s+(?P<verb>\w+)(?:\s+(?:up|down))?\s+"
    r"(?:(?:between|from)\s+(?P<first>.+?)\s+(?:and|to|until)\s+(?P<second>.+?))\W*$",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:to|into|for|from)\s+(?:the|its|a|their)\s+(?P<noun>(?:\w+\s+){0,2}\w+)", re.IGNORECASE
)
_MEETINGS = re.compile(r"\b(?:meeting|session|sitting|report|statement)s?\b", re.IGNORECASE)


def change(question: str, library: Library) -> Draft | None:
    """Return by how much a figure changed, None where the question asks for no change or a figure is missing."""
    asked = _CHANGE.match(" ".join(question.split()))
    if asked is None:
        return None
    verb = word_stem(asked["verb"])
    up, down = verb in stems("up"), verb in stems("down")
    unit = unit_of(asked["unit"], asked["subject"])
    if up == down or unit is None:
        return None
    meetings = bool(_MEETINGS.search(f"{asked['first']} {asked['second']}"))
    sides = [side(asked[name], library, meetings) for name in ("first", "second")]
    words = thing(f"{asked['unit'] or ''} {asked['subject']}") - {unit}
    head = head_of(asked["subject"])
    pool = list(sentences(library))
    earlier, later = (_told(words, head, unit, one, pool) for one in sides)
    if earlier is None or later is None:
        return None
    greater, less = (later, earlier) if up else (earlier, later)
    return difference(greater, less, unit, asked["unit"])


def _told(
    words: frozenset[Word], head: Word | None, unit: Word, when: Side | None, pool: Sequence[Sentence]
) -> Telling | None:
    """The one figure that the papers give for a time, None where they give none or several."""
    if when is None:
        return None
    wanted = stems("wanted")
    found = [  # 'offered 24 handsets to the pool' says not how many the pool has
        one
        for one in tellings(
            words, unit, [sentence for sentence in pool if when.bears(sentence)], bool(when.papers)
        )
        if not any(word_stem(word) in wanted for word in re.findall(r"\w+", one.sentence.text))
        and not _given(head, one.sentence.text)
    ]
    return found[0] if len({one.figure.value for one in found}) == 1 else None


def _given(head: Word | None, text: str) -> bool:
    """Whether a sentence tells what came to the thing or from it: 'gave four boats to the fleet'."""
    return head is not None and any(borne({head}, match["noun"]) for match in _TO.finditer(text))
