"""What a later paper reports on an activity of a plan: when it was finished, where it was moved."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answerers.draft import Claim, Draft, Quote
from assistant.answerers.records.plan_fields import activity_in
from assistant.answerers.records.plan_results import bears
from assistant.answerers.records.plan_scope import cued, wording
from assistant.answerers.records.wording import answered
from assistant.library import Library
from assistant.question.lexicon import phrases
from assistant.question.words import Words
from corpus.document import BlockKind, Document, Span, Table
from corpus.records.statements import clean, split, statements, without_marker
from corpus.records.types import PlanItem


def reported(words: Words, items: list[PlanItem], library: Library) -> Draft | None:
    """Return the one place that reports what the question asks of an activity, or None.

    Only rows and sentences count that bear the number of the activity, for names alike abound.
    """
    for terms in wording()["reported"].values():
        cues = cued(words, terms["question"])
        if not cues:
            continue
        marked = words.copy()
        marked.explained |= cues
        marked.take(phrases("plan"))
        marked.take(tuple(wording()["fillers"]["phrases"]))
        item = activity_in(words, marked, items, library)
        if item is None:
            continue
        found = [
            (document, span)
            for document, span in _reports(item, library)
            if re.search(terms["report"], document.text[span.start : span.end], re.IGNORECASE)
        ]
        if len(found) == 1:
            document, span = found[0]
            text = _row(document, span) or clean(without_marker(document.text[span.start : span.end])[0])
            return answered(
                Claim(text=f"{text.rstrip('. ')}.", quotes=(Quote(document=document.id, span=span),))
            )
    return None


def _reports(item: PlanItem, library: Library) -> Iterator[tuple[Document, Span]]:
    own = library.documents[item.document].metadata
    for document in library.documents.values():
        other = document.metadata
        if document.id == item.document or (
            own.body and other.body and not library.bodies.compatible(own.body, other.body)
        ):
            continue
        for statement in statements(document):
            if statement.kind is BlockKind.HEADING:
                continue
            span = Span(start=statement.start, end=statement.end)
            if statement.kind is BlockKind.ITEM and bears(statement.text, item.number):
                yield document, span  # all of the item is about the activity
                continue
            for place in (
                [span] if statement.kind is BlockKind.ROW else [one.span() for one in split(statement)]
            ):
                if bears(document.text[place.start : place.end], item.number):
                    yield document, place


def _row(document: Document, span: Span) -> str | None:
    """The cells of a row one behind the other, if the place is a row."""
    tables: tuple[Table, ...] = tuple(document.tables)
    for table in tables:
        for row in table.rows:
            if row.start <= span.start and span.end <= row.end:
                cells = [clean(cell.text) for cell in row.cells if cell.text.strip()]
                return f"{cells[0]}: {'; '.join(cells[1:])}" if len(cells) > 1 else None
    return None
