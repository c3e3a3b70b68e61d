"""The figure, date or name by which a sentence answers a question, so that two sentences can be compared."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.question.shape import Asked, Shape
from corpus.document import DateRange, Precision
from corpus.names.dates import find_dates, format_range
from corpus.names.numbers import FoundNumber, find_numbers, find_ordinals
from corpus.names.people import find_people
from index.words import STOPWORDS, stem

_REACH = 4  # words between a figure and the noun that it counts
_NAME = re.compile(r"[A-ZÀ-Ý][\w’'-]+(?: [A-ZÀ-Ý][\w’'-]+)*")
_WORD = re.compile(r"[^\W\d_]+")

Values = Mapping[str, str]  # what can be compared → the same as the sentence words it


def values(asked: Asked, sentence: str) -> Values:
    """Return what a sentence says of the shape asked for, normalised; empty where shape or sentence has none.

    Counts (sums of money among them), dates, places and persons can be compared; what the question itself says
    is left out.
    """
    if asked.shape is Shape.COUNT:
        return _counts(asked, sentence)
    if asked.shape is Shape.DATE:
        return {f"{one.start}/{one.end}": format_range(one) for one in _new_dates(asked, sentence)}
    if asked.shape is Shape.PLACE:
        return _first_name(asked, sentence)
    if asked.shape is Shape.PERSON:
        return {one.name.split()[-1].lower(): one.name for one in find_people(sentence)}
    return {}


def _first_name(asked: Asked, sentence: str) -> Values:
    """The first name in a sentence that the question does not have: the city."""
    known = {word.lower() for word in _WORD.findall(asked.text)}
    for match in _NAME.finditer(sentence, len(sentence.split(" ")[0])):
        own = [word for word in match.group().split() if word.lower() not in known]
        if own:
            return {" ".join(own).lower(): " ".join(own)}
    return {}


def _counts(asked: Asked, sentence: str) -> Values:
    known = {one.value for one in find_numbers(asked.text)}
    shut = [(one.start, one.end) for one in find_dates(sentence)]
    shut += [(one.start, one.end) for one in find_ordinals(sentence)]
    found = [
        one
        for one in find_numbers(sentence)
        if one.value not in known and not any(start <= one.start < end for start, end in shut)
    ]
    head = stem(asked.noun.split()[-1]) if asked.noun else None
    counted = [one for one in found if head and _counts_noun(sentence, one, head)]
    return {str(one.value): _with_unit(sentence, one, head) for one in counted or found}


def _with_unit(sentence: str, number: FoundNumber, head: str | None) -> str:
    """Return a figure with the noun that it counts, or with its unit: '214 seizures', '240,000 euros'."""
    following = re.match(r"(?:[ -][^\W_][\w’'-]*){1,4}", sentence[number.end :])
    words = following.group().split() if following else []
    reach = next(
        (place for place, word in enumerate(words, 1) if stem(word.lower()) == head), min(1, len(words))
    )
    kept = words[:reach] if words and words[0].lower() not in STOPWORDS else []
    written = sentence[number.start : number.end]
    figure = written if any(character.isdigit() for character in written) else str(number.value)
    sign = sentence[number.start - 1 : number.start]
    return " ".join([f"{sign if sign in ('$', '€', '£') else ''}{figure}", *kept])


def _counts_noun(sentence: str, number: FoundNumber, head: str) -> bool:
    following = [stem(word.lower()) for word in _WORD.findall(sentence[number.end : number.end + 80])]
    return head in following[:_REACH]


def _new_dates(asked: Asked, sentence: str) -> list[DateRange]:
    known = [found.range for found in find_dates(asked.text)]
    return [
        found.range
        for found in find_dates(sentence)
        if found.range.precision is Precision.DAY and found.range not in known
    ]


def differ(one: Values, other: Values) -> bool:
    """Whether two sentences that both say something have nothing in common."""
    return bool(one) and bool(other) and not one.keys() & other.keys()
