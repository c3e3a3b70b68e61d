"""Run by the kill test in a process of its own: syncs a folder into an index, slowly enough to be hit."""

from __future__ import annotations

import sys
from pathlib import Path

from corpus.readers import discover
from index import Index
from tests.index.conftest import WordEmbedding, term


def main(folder: str, directory: str) -> None:
    with Index.open(directory, embedding=WordEmbedding()) as index:
        print("open", flush=True)
        index.sync(discover([Path(folder)]), records=lambda document: [term(document)], batch=1)
        print("done", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
