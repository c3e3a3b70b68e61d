"""Where the files of documents lie, as far as they are at hand."""

from __future__ import annotations

import hashlib
from pathlib import Path

from assistant.api import Assistant
from corpus.document import Document


class SourceFiles:
    """Finds the file of a document, wherever it was read from, and makes sure that it is the same file."""

    def __init__(self, assistant: Assistant, *folders: Path) -> None:
        """`folders` are looked through where the assistant does not know the path (an index made elsewhere)."""
        self._assistant = assistant
        self._folders = folders
        self._found: dict[str, Path | None] = {}  # by sha256

    def of(self, document: Document) -> Path | None:
        """Return the file that a document was read from, None where it is not at hand or has changed."""
        if document.sha256 not in self._found:
            self._found[document.sha256] = self._look(document)
        path = self._found[document.sha256]
        return path if path is not None and path.exists() else None

    def forget(self) -> None:
        """Look anew from now on, after files came or went."""
        self._found.clear()

    def _look(self, document: Document) -> Path | None:
        for id in (document.id, *document.aliases):
            known = self._assistant.file(id)
            places = [folder / id for folder in self._folders]
            for path in [known, *places] if known is not None else places:
                if path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == document.sha256:
                    return path
        return None
