"""The task or activity of a plan that a conversation is about, for follow-ups such as 'When was it due?'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.library import Library
from assistant.question.lexicon import phrases
from assistant.question.scope import Scope
from assistant.question.words import phrase_stems, read_words
from corpus.document import Kind
from corpus.names.dates import find_dates
from corpus.records.types import ActionItem, PlanItem

_IT = re.compile(r"\b(?:it|this|that)\b(?!\s+(?:meeting|session)\b)", re.IGNORECASE)
_ITS = re.compile(r"\bits\b", re.IGNORECASE)
_BY_WHEN = re.compile(r"\W*(?:by|until)\s+(?:when|(?:what|which)\s+date)\W*", re.IGNORECASE)
_VERB = re.compile(r"\b(?:is|was|are|were|will|does|did|has|had)\b", re.IGNORECASE)
_MOST = 8  # words of such a follow-up
_COVERED = 0.7  # of the words of a task, by the exchange before


def with_task(question: str, before: str, scope: Scope, library: Library) -> str | None:
    """Return a follow-up with the task in it that the exchange `before` was about; None where there is none.

    'Until when?' and 'Who took it over?' ask for a field of a task without naming one. `scope` is that of the
    earlier question.
    """
    words = read_words(question, library.vocabulary)
    pronoun = _IT.search(question)
    if len(words.words) > _MOST or not words.take(phrases("task", "field")):
        return None
    words.take(phrases("task", "around"))
    if words.left():
        return None
    if pronoun is None and not (
        _BY_WHEN.fullmatch(question) or _VERB.search(question) or _ITS.search(question)
    ):
        return None  # 'With whose help?' goes with the last question as it stands
    found = _task(before, scope, library)
    if found is None:
        return None
    task = found[1]
    if _BY_WHEN.fullmatch(question):
        return f"By when is {task} due?"
    if _ITS.search(question):
        question, pronoun = _ITS.sub("the", question), None
    if pronoun is None:
        return f"{question.rstrip(' ?.!')} of {task}?"
    return f"{question[: pronoun.start()]}{task}{question[pronoun.end() :]}"


# 'Had they reached the target by May?', 'How many are there so far?', 'In how many States was it kept in May?'
_THE_TARGET = re.compile(
    r"\b(?:the|its|their|that|this)\s+(?P<noun>targets?|goals?|aims?|yardstick|indicator|ceiling|limit)\b(?!\s+(?:of|for|set|in)\b)",
    re.IGNORECASE,
)
_ASKS_IF = re.compile(r"^\W*(?:had|have|has|did|was|were|is|are)\b", re.IGNORECASE)
_HOW_MANY = re.compile(
    r"^\W*(?:in\s+how\s+many\s+(?P<noun>[a-z]+)|how\s+many(?:\s+of\s+(?:them|these|those))?)\s+(?:had|have|has|were|was|are|is|did)\s+(?:they|there|it|been|them)\b",
    re.IGNORECASE,
)
_LONGEST = 14  # words of a follow-up on a result


def with_result(question: str, before: str, scope: Scope, library: Library) -> str | None:
    """Return a follow-up on what a task has reached, with the task in it; None where it is no such question."""
    words = read_words(question, library.vocabulary)
    target = _THE_TARGET.search(question)
    counted = _HOW_MANY.match(question)
    if len(words.words) > _LONGEST or not (counted or (target and _ASKS_IF.match(question))):
        return None
    found = _task(before, scope, library)
    if found is None or not isinstance(found[0], PlanItem):
        return None
    indicator, task = found[0].indicator, found[1]
    if target is not None and counted is None:
        return f"{question[: target.end()]} of {task}{question[target.end() :]}"
    noun = counted["noun"] if counted is not None else None
    if noun and not set(phrase_stems(noun)) <= set(phrase_stems(indicator or "")):
        return None  # of something that the plan does not count
    dates = find_dates(question)
    when = f" in {question[dates[0].start : dates[0].end]}" if len(dates) == 1 else ""
    return f"How many were reached under {task}{when}?"


def _task(before: str, scope: Scope, library: Library) -> tuple[ActionItem | PlanItem, str] | None:
    """The one task whose label or nearly all words stand in the exchange, and how a question names it."""
    said = set(phrase_stems(before))
    found: dict[tuple[float, float], dict[str, ActionItem | PlanItem]] = {}
    for item, number, lead, named in _tasks(scope, library):
        own = set(phrase_stems(item.text))
        if not own:
            continue
        covered = len(own & said) / len(own)
        labelled = number is not None and _stands(number, before)
        led = bool(lead) and set(phrase_stems(lead or "")) <= said and len(own & said) > 1
        if labelled or led or (len(own) > 1 and covered >= _COVERED):
            found.setdefault((float(labelled), covered), {})[named] = item
    if not found:
        return None
    best = found[max(found)]
    return next((item, named) for named, item in best.items()) if len(best) == 1 else None


def _tasks(
    scope: Scope, library: Library
) -> Iterator[tuple[ActionItem | PlanItem, str | None, str | None, str]]:
    """Every task with its label, lead and name: those of the meetings in question, and all activities of plans."""
    actions = list(library.of_type(ActionItem))
    if scope.named and scope.ids:
        actions = [
            item for item in actions if item.meeting in scope.ids or item.document in scope.papers
        ] or actions
    for item in actions:
        label = re.search(r"\d+(?:[./-]\d+)+$|[A-Z]+[.-]?\d+$", item.label or "")
        yield item, (label.group() if label else None), None, f"“{item.text.rstrip(' .')}”"
    plans = [item for item in library.of_type(PlanItem) if item.level == "activity"]
    own = [item for item in plans if library.documents[item.document].metadata.kind is Kind.WORK_PLAN]
    plans = own or plans  # a tracker repeats them
    for plan in plans:
        alone = plan.number and sum(other.number == plan.number for other in plans) == 1
        yield (
            plan,
            plan.number,
            plan.lead,
            f"activity {plan.number}" if alone else f"“{plan.text.rstrip(' .')}”",
        )


def _stands(label: str, text: str) -> bool:
    telling = re.search(r"\d", label) and re.search(r"\D", label)  # a bare '3' may be anything
    return bool(telling and re.search(rf"(?<![\w./-]){re.escape(label)}(?!\w|[./-]\d)", text))
