"""Which shipped documents were taken out by their users, so that a restart does not bring them back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path


class Removed:
    """Ids of removed documents, kept in a small file beside the index."""

    def __init__(self, directory: Path) -> None:
        self._file = directory / "removed.json"
        self._ids: set[str] = set()
        if self._file.exists():
            self._ids = set(json.loads(self._file.read_text(encoding="utf-8")))

    def __contains__(self, id: str) -> bool:
        """Whether a document was removed."""
        return id in self._ids

    def note(self, id: str) -> None:
        """Remember that a document was removed."""
        self._ids.add(id)
        self._write()

    def forget(self, ids: Iterable[str]) -> None:
        """Forget the removal of documents that are added again."""
        back = self._ids.intersection(ids)
        if back:
            self._ids -= back
            self._write()

    def _write(self) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_text(json.dumps(sorted(self._ids)), encoding="utf-8")
