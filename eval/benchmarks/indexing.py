"""What indexing costs beside the bare encoding of the same passages, and how fast an index opens and answers.

python -m eval.benchmarks.indexing [FOLDER …]      (default: the corpus that ships)
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

import corpus
from corpus.readers import discover, read
from corpus.records import read_records
from index import Index
from index.embedding import load_embedding
from index.store import embedded_text

TARGET = 1.3  # times the bare encoding
_QUESTIONS = (
    "Who attended the last meeting as observers?",
    "When was the work plan endorsed?",
    "How many members took part?",
    "Who chaired the session?",
    "What does the secretariat do?",
)
_ROUNDS = 20


def main(folders: Sequence[str]) -> int:
    """Measure and print; return 0 where indexing meets its target."""
    console = Console()
    files = discover([Path(folder) for folder in folders] or [Path(corpus.__file__).parent / "documents"])
    embedding = load_embedding()
    embedding.embed_query("warm")  # loading model and tables is paid once a process, on both sides
    read_records(read(files[0][0], id=files[0][1]))
    with tempfile.TemporaryDirectory() as folder:
        with Index.open(folder) as index:
            began = time.perf_counter()
            index.sync(files, records=read_records)
            indexing = time.perf_counter() - began
            texts = [embedded_text(passage) for passage in index.passages()]
        began = time.perf_counter()
        embedding.encode(texts)
        bare = time.perf_counter() - began
        began = time.perf_counter()
        with Index.open(folder) as index:
            opening = time.perf_counter() - began
            began = time.perf_counter()
            index.search(_QUESTIONS[0])
            first = time.perf_counter() - began
            spent = []
            for question in _QUESTIONS * _ROUNDS:
                began = time.perf_counter()
                index.search(question)
                spent.append(time.perf_counter() - began)
            began = time.perf_counter()
            index.sync(files, records=read_records)
            again = time.perf_counter() - began
    ratio = indexing / bare
    console.print(f"{len(files)} files, {len(texts)} passages")
    console.print(
        f"indexing {indexing:.2f} s, bare encoding {bare:.2f} s: {ratio:.2f} times (target {TARGET})"
    )
    console.print(f"second sync {again:.2f} s, opening {opening:.2f} s, first question {first:.2f} s")
    console.print(f"question, warm: median {1000 * statistics.median(spent):.1f} ms")
    return 0 if ratio <= TARGET else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
