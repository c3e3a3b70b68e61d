"""A process of its own with less room or fewer rights than it needs, for the tests of both.

Called as `python -m tests.index.confined KIND FILES INDEX`; prints the error's kind and message, or 'nothing'.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from pathlib import Path

import chromadb  # noqa: F401 - loaded before rights are given up

from corpus.readers import discover
from index import Index
from index.errors import IndexTrouble
from tests.index.conftest import WordEmbedding, term

ROOM = 48 * 1024  # bytes by which a file may still grow
NOBODY = 65534


def main(kind: str, files: Path, directory: Path) -> None:
    """Sync the files under the confinement of that kind."""
    found = discover([files])
    embedding = WordEmbedding()
    embedding.embed_query("loaded before rights are given up")
    try:
        if kind == "no rights":
            if os.getuid() == 0:  # nothing is forbidden to root
                os.setuid(NOBODY)
            with Index.open(directory, embedding=embedding):
                pass
        with Index.open(directory, embedding=embedding) as index:
            if kind == "no room":
                largest = max(path.stat().st_size for path in directory.rglob("*") if path.is_file())
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (largest + ROOM, largest + ROOM))
            index.sync(found, records=lambda document: [term(document)])
    except IndexTrouble as error:
        print(type(error).__name__, error)
        return
    print("nothing")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
