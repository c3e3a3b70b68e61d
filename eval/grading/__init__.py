"""Grades an answer against gold, deterministically, and is not to be fooled.

An answer is right when it says what the gold answer says and nothing that contradicts it. A hedge, a partial
list, a list with a name too many, a wrong year or a denied fact is wrong, however much of the gold it holds.
"""

from __future__ import annotations

import re

from eval.grading.counts import grade_count
from eval.grading.denial import hedges, refuses
from eval.grading.lists import grade_list
from eval.grading.names import names
from eval.grading.phrases import grade_phrase
from eval.grading.verdict import Grade, Verdict, right, wrong
from eval.grading.yes_no import grade_yes_no
from eval.questions import Question
from eval.wording import normal, says

__all__ = ["Grade", "Verdict", "grade"]

_WORDS = 90  # an answer may have so many words, and more where the gold answer has many
_NO_STATEMENT = re.compile(
    r"\b(?:not (?:stated|say|record\w*|said)|do(?:es)? not|no (?:such )?\w+|nothing|did not|was not|were not|"
    r"absent|apologies|not represented|not present)\b",
    re.I,
)


def grade(question: Question, text: str, abstained: bool) -> Grade:
    """Grade an answer's text; `abstained` says that the system gave none.

    Which rule decides follows from the gold answer itself (yes/no, a list, a number, a name, date or phrase);
    only questions of type 'false_premise' have a rule of their own: the correction must be named.
    """
    if not question.answerable:
        if abstained or refuses(text):
            return Grade(verdict=Verdict.RIGHTLY_REFUSED, why="the documents do not say, and it says so")
        return Grade(verdict=Verdict.ANSWERED_UNANSWERABLE, why="the documents do not say, but it answers")
    if question.type == "false_premise":
        return _false_premise(question, text, abstained)
    if abstained or refuses(text):
        return Grade(verdict=Verdict.REFUSED, why="the documents say, but it does not answer")
    return _committed(question, text) or _by_gold(question, text)


def _committed(question: Question, text: str) -> Grade | None:
    """Return why an answer is none at all: it hedges, is empty, or buries the answer in a passage."""
    if not normal(text):
        return wrong("it is empty")
    hedge = hedges(text, _known(question))
    if hedge is not None:
        return wrong(f"it hedges: '{hedge.strip()}'")
    limit = _WORDS + 3 * sum(len(wordings[0].split()) for wordings in question.items)
    if len(text.split()) > limit:
        return wrong(f"it takes {len(text.split())} words: a passage, not an answer")
    return None


def _known(question: Question) -> str:
    gold = " ".join(wording for wordings in question.items for wording in wordings)
    return f"{question.question} {gold} {question.evidence or ''}"


def _by_gold(question: Question, text: str) -> Grade:
    items = question.items
    if len(items) > 1:
        return grade_list(question.question, items, text)
    wordings = items[0]
    gold = normal(wordings[0])
    if gold in ("yes", "no"):
        return grade_yes_no(question.question, gold, text, wordings[1:])
    if re.fullmatch(r"\d+", gold) and question.type != "date":
        return grade_count(question.question, wordings, text)
    return grade_phrase(question.question, wordings, text)


def _false_premise(question: Question, text: str, abstained: bool) -> Grade:
    """Right is the correction; refusing is right where the gold answer itself is that nothing is stated."""
    hedge = hedges(text, _known(question))
    if hedge is not None and not abstained:
        return wrong(f"it hedges: '{hedge.strip()}'")
    wordings = [wording for item in question.items for wording in item]
    for wording in wordings:
        if names(text, wording, negated=True) or says(text, wording):
            return right(f"it names the correction '{wording}'")
    denials = [wording for wording in wordings if _NO_STATEMENT.search(wording)]
    if denials and (abstained or refuses(text)):
        return right("it says that the documents do not state what the question assumes")
    if denials and grade_yes_no(question.question, "no", text).verdict == Verdict.RIGHT:
        return right("it denies what the question assumes")
    if abstained or refuses(text):
        return Grade(verdict=Verdict.REFUSED, why="it does not answer, and does not name the false premise")
    return wrong("it does not name the false premise")
