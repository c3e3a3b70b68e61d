"""What a reader of records may ask about the document beyond its text."""

from __future__ import annotations

from typing import Protocol


class Context(Protocol):
    """The meetings of a document and the names of parties, as far as they are known before a reader starts."""

    def meeting_at(self, position: int) -> str | None:
        """Return the id of the meeting that the text at a position is about, or None."""
        ...

    def party(self, written: str) -> str | None:
        """Return the canonical name of the party that is written so, or None where it is not known."""
        ...
