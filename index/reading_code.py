"""Which code reads the documents: what older code read out of a file must not pass for what this code reads."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

import corpus

_SOURCES = frozenset([".py", ".toml", ".csv", ".txt"])  # the code, and the tables of words and names it uses
_SHIPPED = "documents"


@lru_cache(maxsize=1)
def reading_code() -> str:
    """Return a digest (16 hex digits) of the reading code of `corpus`; a few milliseconds, once a process."""
    return digest_of(Path(corpus.__file__).parent)


def digest_of(package: Path) -> str:
    """Return the digest of the sources of a package, the documents that ship with it aside."""
    digest = hashlib.sha256()
    for path in sorted(package.rglob("*")):
        name = path.relative_to(package)
        if path.suffix in _SOURCES and name.parts[0] != _SHIPPED:
            digest.update(f"{name.as_posix()}\0".encode())
            digest.update(path.read_bytes())
            digest.update(b"\0")
    return digest.hexdigest()[:16]
