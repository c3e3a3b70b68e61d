"""The mark that a change of an index folder is under way."""

from __future__ import annotations

from pathlib import Path

from index.tables import plain_words


class Unfinished:
    """A mark in the folder while a change is under way; finding it at a start means that one was cut off."""

    def __init__(self, mark: Path | None) -> None:
        self._mark = mark

    def __enter__(self) -> None:
        if self._mark:
            with plain_words(str(self._mark.parent)):
                self._mark.touch()

    def __exit__(self, kind: object, *_: object) -> None:
        if self._mark and kind is None:
            self._mark.unlink(missing_ok=True)
