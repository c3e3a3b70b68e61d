"""Documents of two fictitious bodies, an embedding without a model, and both kinds of store."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from langchain_core.embeddings import Embeddings

from corpus.document import Document, Passage
from corpus.passages import passages
from corpus.readers import read
from corpus.records.types import AnyRecord, Term
from index.embedding import encode
from index.fingerprint import Fingerprint
from index.store import Store, embedded_text
from index.words import STOPWORDS, words

STATEMENT = """---
title: "Fourth Meeting of the Tidewater Accord Working Group on Port Safety"
kind: statement
body: Tidewater Accord Working Group on Port Safety
number: 4
date_start: 2022-05-10
date_end: 2022-05-11
place: Valparaiso, Chile
---
# Co-Chairs' Statement

The Fourth Meeting of the Working Group on Port Safety (WGPS) took place in Valparaiso on 10 and 11 May 2022.

## Attendance

The Meeting was attended by six members (Chile, Ecuador, Fiji, Peru, Samoa and Tonga) and two observers
(Mexico and Panama). Apologies were received from Colombia.

## Outcomes

The Working Group adopted the Handbook on Mooring Lines. The taskforce on Dredging presented its findings.
Ms Ines Quilodran, Harbour Master of Valparaiso, opened the workshop on tugboats.
"""

MINUTES = """# Minutes of the Seventh Session of the Larch Valley Commission on Alpine Trails

Date: 3 September 2019
Place: Bled, Slovenia

## Present

- Austria: Mr Jakob Ranner
- Italy: Ms Chiara Dal Pont
- Slovenia: Mr Matej Kosir (chair)

## 1. Waymarking

1.1 The Commission decided that yellow diamonds mark winter trails.

1.2 The budget for signposts is 40,000 euros.

## 2. Next session

2.1 The Eighth Session will be held in Merano in September 2020.
"""

PAGE = """# About the Working Group on Port Safety

The Working Group on Port Safety was set up in 2015 by the ministers of the Tidewater Accord. Its secretariat
is based in Guayaquil. The Regional Dredging Fund (RDF) pays for pilots.

| No | Date | Place |
| --- | --- | --- |
| 3 | 4 June 2021 | online |
| 4 | 10-11 May 2022 | Valparaiso |
"""

FILES = {
    "statements/fourth-meeting.md": STATEMENT,
    "minutes/seventh-session.md": MINUTES,
    "about.md": PAGE,
}


class WordEmbedding(Embeddings):
    """Texts with the same words are near each other: a bag of stems, hashed into 64 numbers."""

    name = "words-64"

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def embed_query(self, text: str) -> list[float]:
        vector = np.full(64, 1e-3)
        for word in words(text):
            if word not in STOPWORDS:
                vector[zlib.crc32(word.encode()) % 64] += 1
        return (vector / np.linalg.norm(vector)).tolist()

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        self.embedded.extend(texts)
        return [self.embed_query(text) for text in texts]


@pytest.fixture
def embedding() -> WordEmbedding:
    return WordEmbedding()


@pytest.fixture
def files(tmp_path: Path) -> list[tuple[Path, str]]:
    """The three files on disk, as (path, id)."""
    folder = tmp_path / "files"
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return [(folder / name, name) for name in FILES]


@pytest.fixture
def documents(files: list[tuple[Path, str]]) -> list[Document]:
    return [read(path, id=name) for path, name in files]


def term(document: Document, acronym: str = "WGPS", expansion: str = "Working Group on Port Safety") -> Term:
    return Term(
        id=f"{document.id}:{acronym}", document=document.id, evidence=(), acronym=acronym, expansion=expansion
    )


def put(
    store: Store, document: Document, records: tuple[AnyRecord, ...] = (), moved_from: str | None = None
) -> list[Passage]:
    """Index one document as a sync would."""
    cut = list(passages(document))
    vectors = encode(WordEmbedding(), [embedded_text(passage) for passage in cut])
    store.replace(document, cut, vectors, records, moved_from=moved_from)
    return cut


@pytest.fixture(scope="session")
def chroma_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real Chroma server on loopback."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("server")
    command = [str(Path(sys.executable).parent / "chroma"), "run", "--path", str(folder)]
    server = subprocess.Popen(
        [*command, "--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
    )
    try:
        for _ in range(300):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            if server.poll() is not None:
                pytest.fail("the Chroma server ended at once")
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


Open = Callable[..., Store]


@pytest.fixture(params=["folder", "server"])
def open_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Open]:
    """Opens the same index again and again: in a folder, or on a server."""
    place: dict[str, object] = {"directory": tmp_path / "index"}
    if request.param == "server":
        prefix = f"t{zlib.crc32(request.node.nodeid.encode()):08x}"
        place = {"server": request.getfixturevalue("chroma_server"), "prefix": prefix}
    opened: list[Store] = []

    def open_(embedding: str = "words-64") -> Store:
        for before in opened:
            before.close()
        opened.append(Store(Fingerprint(embedding=embedding), **place))  # type: ignore[arg-type]
        return opened[-1]

    yield open_
    for store in opened:
        store.close()
