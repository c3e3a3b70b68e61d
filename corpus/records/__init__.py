"""Records: facts read out of a document, typed, each with its evidence span."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.document import Document
    from corpus.records.types import AnyRecord


def read_records(document: Document) -> tuple[AnyRecord, ...]:
    """Return the records that a document states, in the order of their kinds and places; never raises."""
    from corpus.records.reading import read  # here, since the readers need names, and names need the types

    return read(document)
