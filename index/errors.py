"""Errors of the index: each says what is wrong and what to do about it."""

from __future__ import annotations

REBUILD = "wg-assistant index --rebuild"


class IndexTrouble(Exception):  # noqa: N818 - named for what it is about
    """Something is wrong with the index or its model; `reason` says what, `advice` what to do."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(f"{reason}. {advice}")
        self.reason = reason
        self.advice = advice

    def __str__(self) -> str:
        """Return reason and advice in one line."""
        return f"{self.reason}. {self.advice}"


class IndexMismatch(IndexTrouble):
    """The index was built with other settings than those asked for."""


class IndexInUse(IndexTrouble):
    """Another process (or another part of this one) owns the index folder."""


class BrokenIndex(IndexTrouble):
    """The index folder cannot be read."""


class IndexNotWritable(IndexTrouble):
    """The index folder cannot be written to."""


class DiskFull(IndexTrouble):
    """There is no room left; what was indexed before stays."""


class ServerUnreachable(IndexTrouble):
    """The Chroma server does not answer."""


class MissingModel(IndexTrouble):
    """The embedding model is not on this machine and could not be fetched."""


class UnknownDocument(IndexTrouble, KeyError):  # noqa: N818
    """No document of that name is indexed."""

    def __init__(self, document: str) -> None:
        super().__init__(
            f"There is no document {document!r} in the index",
            "`wg-assistant documents` lists the documents that are",
        )
