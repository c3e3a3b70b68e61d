"""Documents in, ranked evidence out."""

from __future__ import annotations

from index.errors import (
    BrokenIndex,
    DiskFull,
    IndexInUse,
    IndexMismatch,
    IndexNotWritable,
    IndexTrouble,
    MissingModel,
    ServerUnreachable,
    UnknownDocument,
)
from index.library import Index, IndexStatus
from index.retriever import HybridRetriever
from index.types import FileReport, Filters, Hit, Outcome, Progress

__all__ = [
    "BrokenIndex",
    "DiskFull",
    "FileReport",
    "Filters",
    "Hit",
    "HybridRetriever",
    "Index",
    "IndexInUse",
    "IndexMismatch",
    "IndexNotWritable",
    "IndexStatus",
    "IndexTrouble",
    "MissingModel",
    "Outcome",
    "Progress",
    "ServerUnreachable",
    "UnknownDocument",
]
