"""The task or activity of a plan that a conversation is about, for follow-ups such as 'When was it due?'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.library import Library
from assistant.question.lexicon import phrases
from assistant.question.scope import Scope
from assistant.question.words import phrase_stems, read_words
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
    task = _task(before, scope, library)
    if task is None:
        return None
    if _BY_WHEN.fullmatch(question):
        return f"By when is {task} due?"
    if _ITS.search(question):
        question, pronoun = _ITS.sub("the", question), None
    if pronoun is None:
        return f"{question.rstrip(' ?.!')} of {task}?"
    return f"{question[: pronoun.start()]}{task}{question[pronoun.end() :]}"


def _task(before: str, scope: Scope, library: Library) -> str | None:
    """The one task whose label or nearly all words stand in the exchange, as a question names it."""
    said = set(phrase_stems(before))
    found: dict[tuple[float, float], set[str]] = {}
    for number, text, named in _tasks(scope, library):
        own = set(phrase_stems(text))
        if not own:
            continue
        covered = len(own & said) / len(own)
        labelled = number is not None and _stands(number, before)
        if labelled or (len(own) > 1 and covered >= _COVERED):
            found.setdefault((float(labelled), covered), set()).add(named)
    if not found:
        return None
    best = found[max(found)]
    return next(iter(best)) if len(best) == 1 else None


def _tasks(scope: Scope, library: Library) -> Iterator[tuple[str | None, str, str]]:
    """Label, words and name of every task: those of the meetings in question, and all activities of plans."""
    actions = list(library.of_type(ActionItem))
    if scope.named and scope.ids:
        actions = [
            item for item in actions if item.meeting in scope.ids or item.document in scope.papers
        ] or actions
    for item in actions:
        label = re.search(r"\d+(?:[./-]\d+)+$|[A-Z]+[.-]?\d+$", item.label or "")
        yield (label.group() if label else None), item.text, f"“{item.text.rstrip(' .')}”"
    plans = [item for item in library.of_type(PlanItem) if item.level == "activity"]
    for plan in plans:
        alone = plan.number and sum(other.number == plan.number for other in plans) == 1
        yield plan.number, plan.text, f"activity {plan.number}" if alone else f"“{plan.text.rstrip(' .')}”"


def _stands(label: str, text: str) -> bool:
    telling = re.search(r"\d", label) and re.search(r"\D", label)  # a bare '3' may be anything
    return bool(telling and re.search(rf"(?<![\w./-]){re.escape(label)}(?!\w|[./-]\d)", text))
