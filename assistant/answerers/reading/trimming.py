"""Long sentences cut at clause boundaries to the part that answers."""

from __future__ import annotations

import re

from assistant.answerers.reading.found import Case
from assistant.answerers.reading.spans import sentence

_LONG = 38  # words
_BOUNDARY = re.compile(
    r";\s+(?:and\s+)?|,\s+(?=(?:which|who|whose|while|but|so that|and (?:the|it|they|he|she|then|is|was|has|had|will)|highlighting|noting|with the aim)\b)|\s+[–—]\s+(?=including|which|and)"
)


def trimmed(case: Case, spot: tuple[int, int] | None = None) -> str:
    """Return the unit as a sentence; where it is long, only the clauses with the question's words and the spot."""
    text = case.unit.text
    if len(text.split()) <= _LONG:
        return sentence(text)
    cuts = [0, *[match.end() for match in _BOUNDARY.finditer(text)], len(text)]
    places = [case.unit.words[number].start for number in case.cover.inside if number < len(case.unit.words)]
    if spot is not None:
        places += [spot[0], max(spot[0], spot[1] - 1)]
    if len(cuts) == 2 or not places:
        return sentence(text)
    clauses = list(zip(cuts, cuts[1:], strict=False))
    touched = [
        number for number, (start, end) in enumerate(clauses) if any(start <= place < end for place in places)
    ]
    if not touched:
        return sentence(text)
    first, last = min(touched), max(touched)
    if first and not re.match(r"[A-Z(]", text[clauses[first][0] :]):
        first = 0  # a clause that does not begin with its own subject needs what stands before it
    piece = text[clauses[first][0] : clauses[last][1]]
    if piece.count("(") != piece.count(")") or piece.count("[") != piece.count("]"):
        return sentence(text)
    return sentence(piece)
