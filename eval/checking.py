"""Checks a question set before anybody trusts a figure on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.document import Document, Kind
from eval.grading import Verdict, grade
from eval.judging import STATEMENT, same_source
from eval.locating import locate
from eval.questions import Question, load_questions
from eval.systems import read_all


def check(questions: Path, documents: Path) -> list[str]:
    """Return what is wrong with a question file over some documents, a sentence a problem, by question.

    Checked are: ids (when the file is loaded), sources that exist, evidence that stands in a source, gold
    answers and aliases that are graded right themselves, a gold answer and evidence where there should be
    some, and none where the documents do not say.
    Raises BadQuestions for a file that cannot be loaded.
    """
    read = read_all([documents])
    return [problem for question in load_questions([questions]) for problem in problems(question, read)]


def problems(question: Question, documents: Sequence[Document]) -> list[str]:
    """Return what is wrong with one question."""
    return [f"{question.id}: {problem}" for problem in _problems(question, documents)]


def _problems(question: Question, documents: Sequence[Document]) -> Iterator[str]:
    if not question.question.strip():
        yield "the question is empty"
    sources = [document for document in documents if _named(document, question.source)]
    for source in question.source:
        if not any(_named(document, (source,)) for document in documents):
            yield f"the source '{source}' is none of the documents"
    if question.answerable:
        yield from _answer(question)
        yield from _evidence(question, sources or list(documents))
    elif question.evidence:
        yield "it has evidence, but is marked as not answerable"
    if isinstance(question.answer, tuple) and len(question.aliases) > len(question.answer):
        yield "there are aliases for more items than the answer has"
    if question.history and question.history[-1].role != "assistant":
        yield "the history does not end with an answer"


def _answer(question: Question) -> Iterator[str]:
    if not any(wording.strip() for wordings in question.items for wording in wordings):
        yield "there is no gold answer"
        return
    firsts = [wordings[0] for wordings in question.items]
    texts = [firsts[0] if len(firsts) == 1 else f"{', '.join(firsts[:-1])} and {firsts[-1]}"]
    if len(firsts) == 1:
        texts += question.items[0][1:]
    for text in texts:
        outcome = grade(question, f"{text[:1].upper()}{text[1:]}.", abstained=False)
        if outcome.verdict is not Verdict.RIGHT:
            yield f"its own answer '{text}' is graded {outcome.verdict}: {outcome.why}"


def _evidence(question: Question, sources: Sequence[Document]) -> Iterator[str]:
    if question.evidence and not any(locate(document.text, question.evidence) for document in sources):
        where = ", ".join(question.source) or "any document"
        yield f"the evidence '{question.evidence[:60]}' does not stand in {where}"


def _named(document: Document, sources: Sequence[str]) -> bool:
    return any(
        same_source(document.id, source)
        or any(same_source(alias, source) for alias in document.aliases)
        or (source == STATEMENT and document.metadata.kind == Kind.STATEMENT)
        for source in sources
    )
