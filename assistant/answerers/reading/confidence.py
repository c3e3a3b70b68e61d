"""How sure an answer is: a logistic model over what the unit covers of the question and lacks of it.

The weights stand in `confidence.toml`; `python -m eval.fitting` fits them anew on question sets with gold
answers. A candidate's value is the estimated probability that it answers the question rightly. `worded` are weights
of the words alone, fitted before nearness in meaning was known: what they are sure of needs no more.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from assistant.answerers.reading.asking import Term
from assistant.answerers.reading.evidence import ACTS
from assistant.answerers.reading.found import Case, Found
from assistant.answerers.reading.terms import word_stem
from assistant.question.shape import Shape
from corpus.document import BlockKind
from corpus.names.numbers import find_ordinals

_NEGATION = re.compile(
    r"\b(?:not|no|never|without|none|neither|nor|unable|absent|apologies|missing|missed)\b", re.IGNORECASE
)
# What has been asked about as done is not told by what is to come.
_PAST = re.compile(r"\b(?:did|was|were|had|has|have)\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|shall|is to|are to|should|planned|foreseen|envisaged|scheduled|expected|intends?)\b",
    re.IGNORECASE,
)
# What the words alone make this sure is the answer, unless it is this unlikely in all.
WORDED, NOT_FAR = 0.45, 0.12
_LIGHT = 0.3  # weight of a word of the question that an answer may well lack
_NAMED = re.compile(r"[A-ZÀ-Ý]|.*\d")


@dataclass(frozen=True, slots=True)
class Standing:
    """By how much a unit falls short of others, each 0 or less.

    `behind` of the best rank of all units, `among` of the best of those in which an answer was found, and `short`
    among these in the words of the question that it bears.
    """

    behind: float
    among: float
    short: float


def features(case: Case, found: Found, standing: Standing) -> dict[str, float]:
    """Return what is known of a candidate, by name; all between -1 and about 2."""
    unit, cover, asked = case.unit, case.cover, case.asked
    missing = [term for term in cover.missing if term.word not in found.waived]
    lacking = sum(term.weight for term in missing)
    waived = sum(term.weight for term in cover.missing if term.word in found.waived)
    score = min(1.0, cover.score * cover.total / max(cover.total - waived, 0.2))
    plain = [term.weight for term in missing if not term.scope and not term.noun]
    values = {
        "bias": 1.0,
        "cover": score,
        "cover squared": score * score,
        "own": cover.own,
        "own and cover": cover.own * score,
        "fit": found.fit,
        "fit and cover": found.fit * score,
        "lead": max(-1.0, 4.0 * case.short),
        "lead among answers": max(-1.0, 4.0 * standing.short),
        "rank": max(-1.0, 4.0 * standing.behind),
        "rank among answers": max(-1.0, 4.0 * standing.among),
        "lacking share": min(1.0, lacking / cover.total),
        "heaviest lacking": max(plain, default=0.0),
        "name lacking": max((term.weight for term in missing if _name(term)), default=0.0),
        "scope lacking": float(sum(term.scope for term in missing)),
        "noun lacking": max((term.weight for term in missing if term.noun), default=0.0),
        "name outside": max((term.weight for term in case.terms if _outside(term, case)), default=0.0),
        "ahead": float(bool(_PAST.search(asked.text)) and bool(_AHEAD.search(unit.text))),
        "act lacking": max((1.0 for term in missing if ACTS & {term.stem, *term.also}), default=0.0),
        "another of its kind": float(_other_one(asked.text, unit.text)),
        "short question": 1.0 / max(1, len(case.terms)),
        "long unit": min(2.0, len(unit.words) / 40),
        "leans": float(unit.pronoun),
        "row": float(unit.kind is BlockKind.ROW),
        "item": float(unit.kind is BlockKind.ITEM),
        "heading": float(unit.kind is BlockKind.HEADING),
        "negation": float(bool(_NEGATION.search(asked.text)) != bool(_NEGATION.search(unit.text))),
        "plain": float(found.note == "plain"),
        "plain and cover": score * (found.note == "plain"),
        "lacks nothing": float(not any(term.weight >= _LIGHT for term in missing)),
        "title": float(found.note == "title"),
        "most words": float(case.short == 0.0),
        "lead, not like": max(-1.0, 4.0 * case.short) * max(0.0, 1.0 - case.like),
        "like": case.like,
        "like squared": case.like * max(0.0, case.like),
        "behind": case.behind,
        "likest": float(case.behind == 0.0),
        "like and cover": case.like * score,
        "like and lacking": case.like * min(1.0, lacking / cover.total),
        "like, short question": case.like / max(1, len(case.terms)),
    }
    for shape in Shape:
        values[f"shape {shape}"] = float(asked.shape is shape)
        values[f"cover of {shape}"] = score * (asked.shape is shape)
    return values


def _outside(term: Term, case: Case) -> bool:
    """Whether a name of the question stands only around the unit, which so may be about another."""
    inside = {term.stem, *term.also} & case.unit.stems.keys()
    return _name(term) and not term.scope and not inside and term not in case.cover.missing


def _other_one(question: str, text: str) -> bool:
    """Whether the text is about another of a numbered kind: the 'second operation' where the first is asked about."""
    asked = _numbered(question)
    told = _numbered(text)
    return any(noun in told and not numbers & told[noun] for noun, numbers in asked.items())


def _numbered(text: str) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for one in find_ordinals(text):
        after = re.match(r"\W+([^\W\d]+)", text[one.end :])
        if after:
            found.setdefault(word_stem(after[1]), set()).add(one.value)
    return found


def _name(term: Term) -> bool:
    return term.party is not None or (not term.scope and bool(_NAMED.match(term.word)))


@lru_cache(maxsize=2)
def _weights(name: str) -> dict[str, float]:
    table = tomllib.loads((files(__package__) / "confidence.toml").read_text(encoding="utf-8"))
    return {str(feature): float(value) for feature, value in table[name].items()}


def confidence(values: Mapping[str, float], weights: Mapping[str, float] | None = None) -> float:
    """Return the probability, 0 … 1, that a candidate with these features is right.

    `weights` are those of `confidence.toml` unless given.
    """
    return _logistic(values, _weights("weights") if weights is None else weights)


def worded_sureness(values: Mapping[str, float]) -> float:
    """Return the probability, 0 … 1, that a candidate is right, told by the words alone that it shares."""
    return _logistic(values, _weights("worded"))


def stands(values: Mapping[str, float], weights: Mapping[str, float] | None = None) -> bool:
    """Whether its words make an answer sure, and nearness in meaning does not belie it."""
    return worded_sureness(values) >= WORDED and confidence(values, weights) >= NOT_FAR


def _logistic(values: Mapping[str, float], weights: Mapping[str, float]) -> float:
    total = sum(weights.get(name, 0.0) * value for name, value in values.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
