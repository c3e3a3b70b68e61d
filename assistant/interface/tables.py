"""Documents and records as tables for the terminal, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

from rich.table import Table

from assistant.api import DocumentView
from corpus.document import DateRange, Document
from corpus.names.dates import format_range
from corpus.records.types import AnyRecord


def documents_table(documents: Sequence[Document]) -> Table:
    """Return the list of documents."""
    table = Table("Id", "Title", "Kind", "Body", "No", "Dates", "Place", "Pages")
    for document in documents:
        metadata = document.metadata
        table.add_row(
            document.id,
            metadata.title,
            str(metadata.kind),
            metadata.body or "",
            str(metadata.number or ""),
            format_range(metadata.dates) if metadata.dates else "",
            metadata.place or "",
            str(len(document.pages) or ""),
        )
    return table


def records_table(view: DocumentView) -> Table:
    """Return what was read out of one document, with the quote behind every record."""
    table = Table("Record", "What was read", "Quote", title=view.metadata.title, show_lines=True)
    for record in view.records:
        table.add_row(record.type, summary(record), quote(view, record))
    return table


def summary(record: AnyRecord) -> str:
    """Return a record's values, a line each, without ids and evidence."""
    lines = []
    for name, value in record:
        if name in ("id", "document", "evidence", "type", "spans", "meeting", "group", "parent") or value in (
            None,
            (),
            "",
        ):
            continue
        lines.append(f"{name}: {_shown(value)}")
    return "\n".join(lines)


def _shown(value: object) -> str:
    if isinstance(value, DateRange):
        return format_range(value)
    if isinstance(value, tuple):
        return ", ".join(str(part) for part in value)
    return str(value)


def quote(view: Document, record: AnyRecord) -> str:
    """Return the text that states a record."""
    return " … ".join(view.text[span.start : span.end] for span in record.evidence)


def records_json(views: Sequence[DocumentView]) -> str:
    """Return all records as JSON, each with its quote."""
    rows = [
        {**record.model_dump(mode="json"), "quote": quote(view, record)}
        for view in views
        for record in view.records
    ]
    return json.dumps(rows, indent=2, ensure_ascii=False)


def records_csv(views: Sequence[DocumentView]) -> str:
    """Return all records as CSV: document, record, field values, quote, start and end of the quote."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(["document", "record", "values", "quote", "start", "end"])
    for view in views:
        for record in view.records:
            span = record.evidence[0] if record.evidence else None
            writer.writerow(
                [
                    view.id,
                    record.type,
                    summary(record).replace("\n", "; "),
                    quote(view, record),
                    span.start if span else "",
                    span.end if span else "",
                ]
            )
    return file.getvalue()
