"""What a reader of records may ask about the document beyond its text."""

from __future__ import annotations

from typing import Protocol

from corpus.names.parties import PartyTable


class Context(Protocol):
    """The meetings of a document and the names of parties, as far as they are known by then."""

    @property
    def parties(self) -> PartyTable:
        """The known parties, with those that the document's own terms add."""
        ...

    def meeting_at(self, position: int) -> str | None:
        """Return the id of the meeting that the text at a position is about, or None."""
        ...
