"""Errors that say what is wrong with a file and what to do about it."""

from __future__ import annotations


class UnreadableDocument(Exception):  # noqa: N818 - named for what it is about
    """A file that could not be read: which one, why, and what its owner can do."""

    def __init__(self, path: str, reason: str, advice: str) -> None:
        super().__init__(f"{path}: {reason}. {advice}")
        self.path = path
        self.reason = reason
        self.advice = advice
