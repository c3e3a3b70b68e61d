"""The graders as an assertion, for pytest users."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from eval.grading import Verdict, grade
from eval.judging import valid
from eval.questions import Message, Question

if TYPE_CHECKING:
    from assistant import Answer, Assistant


def assert_answer(
    assistant: Assistant,
    question: str,
    answer: str | Sequence[str] | None,
    *,
    aliases: Sequence[str] | Sequence[Sequence[str]] = (),
    history: Sequence[Mapping[str, str]] = (),
    source: str | None = None,
) -> Answer:
    """Ask, and assert that the answer is right and its citations stand; return the answer.

    `answer` is the gold answer: one text, several that must all be named, or None where the documents do not
    say and the assistant must refuse. `source` is the file name of a document that must be cited.
    Raises AssertionError with the verdict, the answer and the gold answer.
    """
    gold = Question(
        id="asserted",
        question=question,
        type="asserted",
        answer="not stated" if answer is None else answer if isinstance(answer, str) else tuple(answer),
        aliases=tuple(one if isinstance(one, str) else tuple(one) for one in aliases),  # type: ignore[arg-type]
        answerable=answer is not None,
        history=tuple(Message(role=one["role"], content=one["content"]) for one in history),
    )
    given = assistant.ask(question, history)
    outcome = grade(gold, given.text, given.abstained)
    if outcome.verdict not in (Verdict.RIGHT, Verdict.RIGHTLY_REFUSED):
        raise AssertionError(
            f"{outcome.verdict}: {outcome.why}\n  question: {question}\n  answer:   {given.text}\n"
            f"  gold:     {gold.answer}"
        )
    if valid(given.citations, assistant.library().document) is False:
        raise AssertionError(f"a citation does not stand where it says\n  answer: {given.text}")
    if source is not None and not any(source in one.document for one in given.citations):
        raise AssertionError(f"it does not cite {source}, but {[one.document for one in given.citations]}")
    return given
