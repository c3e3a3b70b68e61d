"""Grades an answer against gold, deterministically, and is not to be fooled.

An answer is right when it says what the gold answer says and nothing that contradicts it. A hedge, a partial
list, a list with a name too many, a wrong year or a denied fact is wrong, however much of the gold it holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from corpus.names.parties import find_parties
from eval.questions import Question
from eval.wording import covers, normal, numbers_of, same_dates, says


class Verdict(StrEnum):
    """The outcome of one question."""

    RIGHT = "right"
    WRONG = "wrong"
    REFUSED = "refused"  # the gold answer exists, but none was given
    RIGHTLY_REFUSED = "rightly refused"
    ANSWERED_UNANSWERABLE = "answered the unanswerable"


class Grade(BaseModel):
    """The verdict on one answer, why, and for lists how much of it was found."""

    model_config = ConfigDict(frozen=True)

    verdict: Verdict
    why: str
    precision: float | None = None  # of a list: named items that are gold
    recall: float | None = None  # of a list: gold items that are named

    @property
    def f1(self) -> float | None:
        """The F1 of a list."""
        if self.precision is None or self.recall is None:
            return None
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


_HEDGE = re.compile(
    r"\b(?:maybe|perhaps|possibly|probably|presumably|might have|may have|not (?:entirely |quite )?(?:sure|certain)|"
    r"it is unclear|i think|i believe|i guess|either\b.{1,80}\bor|could be|or possibly)\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"\b(?:not|no|never|neither|nor|without|except|excluding|instead of|rather than|other than|n't|absent|denied)\b",
    re.IGNORECASE,
)
_YES = re.compile(r"^\W*(?:yes|correct|indeed)\b", re.IGNORECASE)
_NO = re.compile(r"^\W*no\b", re.IGNORECASE)


def grade(question: Question, text: str, abstained: bool) -> Grade:
    """Grade an answer's text; `abstained` says that the system gave none.

    Which rule decides follows from the gold answer itself (yes/no, a list, a date, a number, a name or phrase).
    """
    if not question.answerable:
        if abstained:
            return Grade(verdict=Verdict.RIGHTLY_REFUSED, why="the documents do not say, and it says so")
        return Grade(verdict=Verdict.ANSWERED_UNANSWERABLE, why="the documents do not say, but it answers")
    if abstained:
        return Grade(verdict=Verdict.REFUSED, why="the documents say, but it does not answer")
    if _HEDGE.search(text):
        return _wrong("it hedges")
    items = question.items
    if len(items) > 1:
        return _list(question, items, text)
    wordings = items[0]
    gold = normal(wordings[0])
    if gold in ("yes", "no"):
        return _yes_no(gold, text)
    if re.fullmatch(r"\d+", gold):
        return _count(question, wordings, text)
    return _phrase(question, wordings, text)


def _right(why: str, **more: float) -> Grade:
    return Grade(verdict=Verdict.RIGHT, why=why, **more)


def _wrong(why: str, **more: float) -> Grade:
    return Grade(verdict=Verdict.WRONG, why=why, **more)


def _yes_no(gold: str, text: str) -> Grade:
    yes, no = bool(_YES.search(text)), bool(_NO.search(text))
    if not yes and not no:
        sentence = re.split(r"(?<=[.!?])\s", text.strip(), maxsplit=1)[0]
        no = bool(
            re.search(
                r"\b(?:did not|was not|were not|is not|are not|not listed|not among|absent|apologies)\b",
                sentence,
                re.I,
            )
        )
        yes = not no and bool(
            re.search(
                r"\b(?:attended|took part|was (?:listed|present|represented|among)|participated|joined)\b",
                sentence,
                re.I,
            )
        )
    said = "yes" if yes else "no" if no else ""
    if said == gold:
        return _right(f"it says {said}")
    return _wrong(f"it says {said or 'neither yes nor no'}, gold is {gold}")


def _count(question: Question, wordings: Sequence[str], text: str) -> Grade:
    wanted = {int(number) for wording in wordings for number in re.findall(r"\d+", normal(wording))[:1]}
    asked = set(numbers_of(question.question))
    said = numbers_of(text)
    given = [number for number in said if number not in asked] or said
    if not given:
        return (
            _right("worded as an alias")
            if any(says(text, one) for one in wordings)
            else _wrong("it gives no number")
        )
    if given[0] in wanted and not _denied(text, str(given[0])):
        return _right(f"it gives {given[0]}")
    if any(number in wanted for number in given):
        return _wrong(f"the number it gives first is {given[0]}, not the gold one")
    return _wrong(f"it gives {given[0]}, gold is {sorted(wanted)[0]}")


def _phrase(question: Question, wordings: Sequence[str], text: str) -> Grade:
    dated = [same_dates(text, wording) for wording in wordings]
    if any(dated):
        return _right("the dates agree")
    for wording in wordings:
        if says(text, wording):
            if _denied(text, wording):
                return _wrong(f"it denies '{wording}'")
            extra = _siblings(question, wordings, text)
            if extra:
                return _wrong(f"it also names {extra}")
            return _right(f"it says '{wording}'")
    if dated[0] is False:
        return _wrong("the dates differ")
    if covers(text, wordings[0]):
        return _right("it says the same in other words")
    return _wrong("it does not say the gold answer")


def _list(question: Question, items: Sequence[Sequence[str]], text: str) -> Grade:
    found = [any(_names(text, wording) for wording in wordings) for wordings in items]
    extra = _extras(question, items, text)
    named = sum(found)
    recall = named / len(items)
    precision = named / (named + len(extra)) if named + len(extra) else 0.0
    if all(found) and not extra:
        return _right("the list is complete", precision=precision, recall=recall)
    missing = [items[number][0] for number, hit in enumerate(found) if not hit]
    why = "; ".join(
        part
        for part in (
            f"missing {', '.join(missing)}" if missing else "",
            f"too many {', '.join(extra)}" if extra else "",
        )
        if part
    )
    return _wrong(why, precision=precision, recall=recall)


def _names(text: str, wording: str) -> bool:
    if not wording.strip():
        return False
    return (says(text, wording) and not _denied(text, wording)) or covers(text, wording)


def _extras(question: Question, items: Sequence[Sequence[str]], text: str) -> list[str]:
    """Parties that the answer lists though they are neither gold nor named in the question."""
    golds = [
        party.party.name for wordings in items for wording in wordings for party in find_parties(wording)
    ]
    if len({*golds}) < len(items) / 2:
        return []
    allowed = set(golds) | {party.party.name for party in find_parties(question.question)}
    extra: list[str] = []
    for listed in _enumerated(text):
        for party in find_parties(listed):
            wordings = [wording for one in items for wording in one]
            if (
                party.demonym
                or party.party.name in allowed
                or any(says(wording, party.party.name) for wording in wordings)
            ):
                continue
            if party.party.name not in extra:
                extra.append(party.party.name)
    return extra


def _enumerated(text: str) -> list[str]:
    """The parts of an answer that are enumerations: where a list stands, not where a place is named."""
    text = re.sub(r"\s*\[\d+\]", "", text)
    parts = []
    for sentence in re.split(r"(?<=[.;!?])\s+|\n", text):
        sentence = re.sub(
            r"\b(?:held|took place|met|meeting|hosted) (?:in|at|by) [^,.;]+(?:, [A-Z][\w ]+)?", " ", sentence
        )
        sentence = re.sub(r"\([^)]*\d[^)]*\)", " ", sentence)
        if sentence.count(",") + len(re.findall(r"\band\b", sentence)) >= 1 or sentence.startswith("- "):
            parts.append(sentence)
    return parts


def _siblings(question: Question, wordings: Sequence[str], text: str) -> str | None:
    """A second name joined to the gold one ('Kenya and Malawi'), where one was asked for."""
    if question.type not in ("person", "place", "attendee_role", "paraphrase", "cross_document", "topic"):
        return None
    golds = {party.party.name for wording in wordings for party in find_parties(wording)}
    if not golds or len(wordings[0].split()) > 4:
        return None
    asked = {party.party.name for party in find_parties(question.question)}
    for party in find_parties(text):
        name = party.party.name
        if name in golds or name in asked or party.demonym:
            continue
        around = text[max(0, party.start - 6) : party.end + 6]
        for gold in wordings:
            joined = rf"{re.escape(gold)}\s*(?:,|and|or)\s*{re.escape(text[party.start : party.end])}|{re.escape(text[party.start : party.end])}\s*(?:,|and|or)\s*{re.escape(gold)}"
            if re.search(joined, text):
                return around.strip()
    return None


def _denied(text: str, wording: str) -> bool:
    """Whether the wording stands under a denial of its own clause that the wording does not have itself."""
    if _DENIAL.search(wording):
        return False
    plain = re.sub(r"\s*\[\d+\]", "", text)
    place = re.search(re.escape(wording), plain, re.IGNORECASE)
    if place is None:
        return False
    before = re.split(r"[.;:!?]|, (?:but|and|while)\b|\bbut\b", plain[: place.start()])[-1]
    tail = " ".join(before.split()[-4:])
    if re.search(r"\b(?:not only|no later|not later|no fewer|no less)\b", tail, re.IGNORECASE):
        return False
    if _DENIAL.search(tail):
        return True
    after = " ".join(plain[place.end() :].split()[:3])
    return bool(re.match(r"\W*(?:did|was|were|is|has|had)\s+not\b", after, re.IGNORECASE))
