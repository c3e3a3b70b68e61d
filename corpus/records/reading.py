"""All readers of records over one document."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import replace

from corpus.document import Document
from corpus.names.parties import PartyTable
from corpus.orders import without_orders
from corpus.records.actions import read_actions
from corpus.records.attendance import read_attendance
from corpus.records.contributions import read_contributions
from corpus.records.decisions import read_decisions
from corpus.records.headcounts import read_headcounts
from corpus.records.meetings import DocumentMeetings, read_meetings
from corpus.records.people import read_people
from corpus.records.places import without_false_place
from corpus.records.plans import read_plans
from corpus.records.programme import read_programme
from corpus.records.sub_bodies import read_sub_bodies, read_sub_body_tables
from corpus.records.terms import read_terms
from corpus.records.types import AnyRecord

_LOG = logging.getLogger(__name__)

Reader = Callable[[Document, DocumentMeetings], Iterable[AnyRecord]]

_READERS: tuple[Reader, ...] = (
    read_attendance,
    read_headcounts,
    read_people,
    read_contributions,
    read_sub_bodies,
    read_sub_body_tables,
    read_programme,
    read_decisions,
    read_actions,
    read_plans,
)


def read(document: Document) -> tuple[AnyRecord, ...]:
    """Return the records of a document: meetings, terms, then what each reader finds.

    A document of unforeseen form must not stop an indexing run: a reader that fails on it is logged and its
    records are left out. Spans outside the text and ids given twice are dropped. Nothing is read from text that
    gives orders to an assistant (see `corpus.orders`).
    """
    document = without_orders(document)
    nothing = DocumentMeetings((), PartyTable.of(), None, ())
    terms = _guarded(read_terms, document, nothing)
    try:
        context = read_meetings(document, PartyTable.of(term for term in terms if term.type == "term"))
    except Exception:
        _LOG.exception("meetings of %s could not be read", document.id)
        context = nothing
    context = replace(
        context, meetings=tuple(without_false_place(meeting, document) for meeting in context.meetings)
    )
    records: list[AnyRecord] = [*context.meetings, *terms]
    for reader in _READERS:
        records += _guarded(reader, document, context)
    return tuple(_sound(document, records))


def _guarded(reader: Reader, document: Document, context: DocumentMeetings) -> list[AnyRecord]:
    try:
        return list(reader(document, context))
    except Exception:
        _LOG.exception("%s failed on %s", reader.__name__, document.id)
        return []


def _sound(document: Document, records: list[AnyRecord]) -> Iterable[AnyRecord]:
    length = len(document.text)
    seen: set[str] = set()
    for record in records:
        inside = all(0 <= span.start <= span.end <= length for span in record.evidence)
        if record.evidence and inside and record.id not in seen:
            seen.add(record.id)
            yield record
