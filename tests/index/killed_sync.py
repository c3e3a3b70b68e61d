"""Run by the kill test in a process of its own: forks a child that syncs, for every line that it is sent.

Importing takes seconds, a fork takes none; so the kills fall into the sync and not into the start of Python.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import chromadb  # noqa: F401 - imported before the first fork

from corpus.readers import discover
from index import Index
from tests.index.conftest import WordEmbedding, term


def sync_once(folder: str, directory: str) -> None:
    with Index.open(directory, embedding=WordEmbedding()) as index:
        print(f"open {os.getpid()}", flush=True)
        index.sync(discover([Path(folder)]), records=lambda document: [term(document)], batch=1)


def main(folder: str, directory: str) -> None:
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                sync_once(folder, directory)
            except BaseException as error:
                print(f"failed: {error}", flush=True)
            os._exit(0)
        os.waitpid(child, 0)
        print("ended", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
