"""From ranked passages to an answer in the documents' own sentences, or to the word that they do not say."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.answer import Route, Status
from assistant.answerers.draft import Claim, Draft
from assistant.answerers.reading import values
from assistant.answerers.reading.confidence import Standing, confidence, features, stands, worded_sureness
from assistant.answerers.reading.counts import count_in
from assistant.answerers.reading.found import Case, Found
from assistant.answerers.reading.gathering import gathered
from assistant.answerers.reading.lists import list_in
from assistant.answerers.reading.people import capacity_in, person_in, post_in
from assistant.answerers.reading.places import place_in
from assistant.answerers.reading.plainly import near, plainly_in
from assistant.answerers.reading.ranking import ranked, readings_of
from assistant.answerers.reading.refusal import not_stated
from assistant.answerers.reading.required import tells_what_it_must
from assistant.answerers.reading.rows import foretells, tells_only_plans
from assistant.answerers.reading.statements import definition_in, reason_in, statement_in
from assistant.answerers.reading.yes_no import yes_or_no
from assistant.question.shape import Asked, Shape, shape_of
from corpus.document import Document
from corpus.records.plan_money import money_in
from index.types import Hit

# What the words alone make sure is the answer (`stands`); else the surest answer is given, from this probability on,
# and below it the documents do not say. Of 2,000 questions put to this route alone, each of
# eleven sets left out of the fitting in turn: 830 right, 167 wrong (by the words alone, from 0.38 on: 730, 224).
THRESHOLD = 0.55
_BOTH = re.compile(
    r"\b(?:[Bb]oth\b[^?]*?\b((?:19|20)\d\d|[A-Z][\w’'-]+) and (?:in |at )?(?:the )?|(?:in|at) (?:the )?((?:19|20)\d\d|[A-Z][\w’'-]+)"
    r" and (?:then )?(?:in|at) (?:the )?)((?:19|20)\d\d|[A-Z][\w’'-]+)\b"
)
_WEIGHED = 6  # answers that may be worth about as much as the best …
_ALIKE = 0.95  # … at this share of its worth
_EXAMINED = 30  # units whose shape is looked at, best first

_NEGATION = re.compile(
    r"\b(?:not|no|never|without|none|neither|nor|unable|absent|apologies)\b", re.IGNORECASE
)

Rule = Callable[[Case], Found | None]
_RULES: dict[Shape, Rule] = {
    Shape.LIST: list_in,
    Shape.YES_NO: yes_or_no,
    Shape.COUNT: count_in,
    Shape.DATE: values.date_in,
    Shape.DURATION: values.duration_in,
    Shape.PLACE: place_in,
    Shape.PERSON: person_in,
    Shape.POST: post_in,
    Shape.CAPACITY: capacity_in,
    Shape.DEFINITION: definition_in,
    Shape.REASON: reason_in,
    Shape.STATEMENT: statement_in,
}
_HOW_IT_WENT = frozenset((Shape.DATE, Shape.COUNT, Shape.DURATION))
_COST_OR_DELAY = re.compile(
    r"\b(?:cost|price|spent|how\s+(?:late|early|long\s+after|far\s+behind))\b", re.IGNORECASE
)
_DENIES = re.compile(
    r"\b(?:did|was|were|is|are|has|have|had|do|does)\b[^?]*\b(?:not|never)\b|n['’]t\b", re.IGNORECASE
)
_FIGURE = re.compile(r"\d[\d.,]*\d")
_COSTS = re.compile(
    r"\b(?:what|how\s+much)\s+(?:money\s+)?(?:did|does|do|will|would|has|have|had)\b[^?]*\bcost\b",
    re.IGNORECASE,
)
# Shapes that a sentence can answer without a word by which the shape is told.
_PLAIN = frozenset(
    (Shape.LIST, Shape.REASON, Shape.CAPACITY, Shape.POST, Shape.PERSON, Shape.DATE, Shape.DEFINITION)
)


@dataclass(frozen=True)
class Candidate:
    """An answer in the running: `value` ranks it among the others, `worded` by the words alone.

    For `standing` see `features`.
    """

    value: float
    worded: float
    standing: Standing
    case: Case
    found: Found

    @cached_property
    def features(self) -> dict[str, float]:
        """What says how sure the answer is; worked out when first asked for, as it may not be of all."""
        return features(self.case, self.found, self.standing)


def read(question: str, hits: Sequence[Hit], document_of: Callable[[str], Document | None]) -> Draft:
    """Return the answer that the passages hold, word for word or trimmed, or a draft that says they do not.

    `hits` are ranked passages, best first; `document_of` gives the document of an id. The spans of the quotes
    are offsets into the documents' canonical text.
    """
    asked = shape_of(question)
    running = candidates(asked, hits, document_of)
    if not running:
        return not_stated(asked, 0.0)
    sure, best = _surest(running)
    if sure < THRESHOLD:
        return not_stated(asked, sure)
    others = [(each.case, each.found) for each in running if each is not best]
    found = gathered(best.case, best.found, others)
    return Draft(
        status=Status.ANSWERED,
        route=Route.READING,
        claims=_unique(found.claims),
        confidence=round(min(sure, 0.999), 3),
    )


def _surest(running: Sequence[Candidate]) -> tuple[float, Candidate]:
    """Return the answer to give with how sure it is: the one that its words make sure, else the surest in all."""
    best = first_by_words(running)
    if stands(best.features):
        return max(worded_sureness(best.features), THRESHOLD), best
    return max(((confidence(one.features), one) for one in running), key=lambda each: each[0])


def first_by_words(running: Sequence[Candidate]) -> Candidate:
    """Return, of the answers worth about as much as the best by their words, the one that these make surest."""
    ordered = sorted(running, key=lambda each: -each.worded)
    near = [one for one in ordered[:_WEIGHED] if one.worded >= _ALIKE * ordered[0].worded]
    return max(near, key=lambda one: worded_sureness(one.features)) if len(near) > 1 else ordered[0]


def candidates(
    asked: Asked, hits: Sequence[Hit], document_of: Callable[[str], Document | None]
) -> list[Candidate]:
    """Return the answers that single units of the documents give, best first; at most 30."""
    cases = ranked(asked, hits, readings_of(hits, document_of))
    answers: list[tuple[float, Case, Found]] = []
    went = asked.shape in _HOW_IT_WENT or _COST_OR_DELAY.search(asked.text) is not None
    denied = asked.shape in (Shape.DATE, Shape.COUNT) and _DENIES.search(asked.text) is not None
    costs = _COSTS.search(asked.text) is not None
    both = _BOTH.search(asked.text)
    for rank, case in cases[:_EXAMINED]:
        if both is not None and not all(one in case.unit.text for one in both.groups() if one):
            continue  # what holds of one of the years or places is no answer
        if denied and not _negated(case.unit.text):
            continue
        if any(_FIGURE.fullmatch(term.word) and not term.scope for term in case.cover.missing):
            continue  # a figure that the question gives is the mark of what it is about
        if (went and tells_only_plans(case.unit, asked.text)) or foretells(case.unit.text, asked.text):
            continue
        found = _RULES[asked.shape](case)
        if found is None and (asked.shape in _PLAIN or near(case)):
            found = plainly_in(case)
        if found is not None and not (costs and not _tells_money(found)) and tells_what_it_must(case, found):
            answers.append((rank, case, found))
    shortest = max((case.short for _, case, _ in answers), default=0.0)
    running = [
        Candidate(
            rank * worth,
            case.rank * worth,
            Standing(rank - cases[0][0], rank - answers[0][0], case.short - shortest),
            case,
            found,
        )
        for rank, case, found in answers
        for worth in (_worth(case, found),)
    ]
    return sorted(running, key=lambda each: -each.value)


def _worth(case: Case, found: Found) -> float:
    return found.fit * (0.4 + 0.6 * sureness(case, found)) * _owned(case)


def _tells_money(found: Found) -> bool:
    return any(money_in(claim.text) for claim in found.claims)


def _owned(case: Case) -> float:
    """Favour a unit that bears the question's words itself over one that is only framed by them."""
    own = min(1.0, case.cover.own / 0.35)
    loose = case.asked.shape in (Shape.LIST, Shape.STATEMENT)
    floor = 0.7 if loose else 0.96 if case.unit.pronoun else 0.88
    return floor + (1.0 - floor) * own


def sureness(case: Case, found: Found) -> float:
    """Return how well an answer stands against others, 0 … 1: words covered, shape met, nothing decisive missing."""
    value = case.cover.score
    if found.waived:  # the name that a complete list lacks is the point of the answer
        lacking = sum(term.weight for term in case.cover.missing if term.word in found.waived)
        value = min(1.0, value * case.cover.total / max(case.cover.total - lacking, 0.2))
    for term in case.cover.missing:
        if term.word in found.waived:
            continue
        weight = min(1.0, term.weight)
        share = min(1.0, 2.4 * term.weight / case.cover.total)  # one word of many weighs less than one of few
        share = 0.8 if term.scope else 0.6 * weight * weight * share * (0.6 if term.noun else 1.0)
        value *= 1.0 - share
    if _negated(case.asked.text) and not _negated(case.unit.text):
        value *= 0.6
    return value * (0.55 + 0.45 * found.fit)


def _negated(text: str) -> bool:
    return bool(_NEGATION.search(text))


def _unique(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    kept: dict[str, Claim] = {}
    for claim in claims:
        kept.setdefault(claim.text, claim)
    return tuple(kept.values())
