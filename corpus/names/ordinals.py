"""Numbers of meetings: 'Fifth Meeting', '12th Annual Meeting', 'XII Session', 'Meeting No. 4'."""

from __future__ import annotations

import re

from corpus.names.gatherings import MEETING
from corpus.names.numbers import find_ordinals, parse_number, parse_ordinal

_NUMBERED_NOUN = rf"(?:{MEETING}|conference|forum|dialogue|assembly|summit|symposium)"
_FOLLOWS = re.compile(
    rf"\s+(?:(?!and\b|of\b|in\b|on\b|for\b)[\w’'-]+\s+){{0,4}}?{_NUMBERED_NOUN}\b", re.IGNORECASE
)
_ROMAN = re.compile(r"(?<![\w.])[IVXL]{1,6}(?![\w.])")
_NUMBERED = re.compile(
    rf"\b{_NUMBERED_NOUN}\s+(?:no\.?|number|nr\.?|#)?\s*(\d{{1,3}}|[IVXL]{{1,6}})\b(?![-–/]\d)", re.IGNORECASE
)
_MEETING = re.compile(rf"\b{MEETING}\b", re.IGNORECASE)
LARGEST = 200


def ordinal_value(word: str) -> int | None:
    """Return the number of an ordinal or a bare number ('fifth', '10th', 'XII', '10'), else None."""
    return parse_ordinal(word) or parse_number(word)


def meeting_number(text: str) -> int | None:
    """Return the number of the meeting named first in a text; meetings go before other gatherings."""
    ordinals = [(each.start, each.end, each.value) for each in find_ordinals(text)]
    ordinals += [(each.start(), each.end(), parse_ordinal(each[0]) or 0) for each in _ROMAN.finditer(text)]
    found = [
        (not _MEETING.search(after[0]), start, value)
        for start, end, value in ordinals
        if (after := _FOLLOWS.match(text, end)) and not re.search(r"\banniversary\b", after[0], re.IGNORECASE)
    ]
    found += [
        (not _MEETING.match(each[0]), each.start(), ordinal_value(each[1]) or 0)
        for each in _NUMBERED.finditer(text)
    ]
    found = [each for each in found if 0 < each[2] < LARGEST]
    return min(found)[2] if found else None
