"""Readers: a file of any supported format → a typed Document.

`read` reads one file, `discover` lists the files of folders with their ids. What stands here is imported when
it is first used, because the process that parses PDFs passes through this module and must start fast.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corpus.readers.discovery import discover
    from corpus.readers.limits import ReadingLimits
    from corpus.readers.reading import read
    from corpus.readers.sniffing import SUFFIXES

__all__ = ["SUFFIXES", "ReadingLimits", "discover", "read"]

_PLACES = {
    "SUFFIXES": "corpus.readers.sniffing",
    "ReadingLimits": "corpus.readers.limits",
    "discover": "corpus.readers.discovery",
    "read": "corpus.readers.reading",
}


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_PLACES[name]), name)
