"""Judges what stands beside an answer: its citations, and the passages that were retrieved for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

from assistant.answer import Citation
from corpus.document import Document, Kind
from corpus.names.parties import find_parties, resolve
from eval.grading.counts import number_worded
from eval.grading.names import names
from eval.grading.yes_no import subject_of
from eval.locating import holds, locate
from eval.questions import Question
from eval.wording import content_words, dates_of, normal, same_date, says

DocumentOf = Callable[[str], Document | None]

STATEMENT = "seed"  # as a source: the statement among the documents, whatever its file is called


def valid(citations: Sequence[Citation], document_of: DocumentOf) -> bool | None:
    """Whether every quote stands in its document exactly where it says; None without citations."""
    if not citations:
        return None
    for citation in citations:
        document = document_of(citation.document)
        if document is None or document.text[citation.start : citation.end] != citation.quote:
            return False
    return True


def supported(question: Question, citations: Sequence[Citation]) -> bool | None:
    """Whether the quotes carry the facts of the gold answer; None where there is nothing to judge.

    Lists: every item stands in a quote. Numbers: the number does, or what was counted. Yes: the one asked for
    does. No: the quotes name the one asked for (as absent), or hold a list that lacks it.
    """
    if not citations or not question.answerable:
        return None
    quoted = "\n".join(citation.quote for citation in citations)
    if question.evidence and any(_touches(citation.quote, question.evidence) for citation in citations):
        return True
    items = question.items
    if len(items) > 1:
        return all(any(_stands(quoted, wording) for wording in wordings) for wordings in items)
    wordings = items[0]
    gold = normal(wordings[0])
    if gold in ("yes", "no"):
        return _supports_yes_no(question, gold, quoted)
    if gold.isdigit():
        return number_worded(quoted, wordings) or quoted.count(",") + 1 >= int(gold) > 2
    return any(_stands(quoted, wording) for wording in wordings)


def _supports_yes_no(question: Question, gold: str, quoted: str) -> bool:
    subject = subject_of(question.question)
    party = resolve(subject) if subject else None
    if subject and (says(quoted, subject) or (party and _stands(quoted, party.name))):
        return True
    if gold == "no":  # a list that lacks the one asked for
        return len(find_parties(quoted)) >= 3 or _same_words(quoted, question.evidence or question.question)
    return subject is None and _same_words(quoted, question.question, 0.5)


def right_document(question: Question, citations: Sequence[Citation], document_of: DocumentOf) -> bool | None:
    """Whether a citation comes from a gold source; None without citations or sources to compare."""
    if not citations or not question.source or not question.answerable:
        return None
    return any(_is_source(citation.document, question.source, document_of) for citation in citations)


def right_page(question: Question, citations: Sequence[Citation], document_of: DocumentOf) -> bool | None:
    """Whether a citation stands on the page of the evidence; None without evidence or pages."""
    if not question.evidence or not question.answerable:
        return None
    judged = False
    for citation in citations:
        document = document_of(citation.document)
        if document is None or not document.pages:
            continue
        place = locate(document.text, question.evidence)
        if place is None:
            continue
        judged = True
        if citation.page in {document.page_at(place.start), document.page_at(place.end - 1)}:
            return True
    return False if judged else None


def evidence_rank(question: Question, retrieved: Sequence[str]) -> int | None:
    """Return the rank, from 1, of the first passage that holds the evidence; None if none does."""
    if not question.evidence:
        return None
    return next(
        (rank for rank, passage in enumerate(retrieved, 1) if _touches(passage, question.evidence)), None
    )


def same_source(id: str, source: str) -> bool:
    """Whether a document's id names the source: by file name, with or without its suffix."""
    one, other = PurePosixPath(id), PurePosixPath(source)
    return other.name in (one.name, one.stem) or one.name == other.stem


def _is_source(id: str, sources: Sequence[str], document_of: DocumentOf) -> bool:
    for source in sources:
        if same_source(id, source):
            return True
        document = document_of(id)
        if source == STATEMENT and document is not None and document.metadata.kind == Kind.STATEMENT:
            return True
    return False


def _touches(text: str, evidence: str) -> bool:
    """Whether a text holds the evidence, or is so short that the evidence holds it."""
    return holds(text, evidence) or (len(text) >= 15 and holds(evidence, text))


def _same_words(text: str, evidence: str, least: float = 0.8) -> bool:
    wanted = set(content_words(evidence))
    return bool(wanted) and len(wanted & set(content_words(text))) / len(wanted) >= least


def _stands(quoted: str, wording: str) -> bool:
    dates = dates_of(wording)
    if dates and all(any(same_date(one, gold) for one in dates_of(quoted)) for gold in dates):
        return True
    return names(quoted, wording, negated=True)
