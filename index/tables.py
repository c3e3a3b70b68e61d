"""The Chroma collections of an index, and Chroma's troubles in this project's words."""

from __future__ import annotations

import errno
import re
import shutil
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import numpy as np

from index.errors import REBUILD, BrokenIndex, DiskFull, IndexNotWritable, IndexTrouble, ServerUnreachable

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from numpy.typing import NDArray

# Chroma's default search width of 100 loses neighbours; twice as wide is still a few milliseconds.
_HNSW = {"space": "cosine", "ef_construction": 200, "ef_search": 400, "max_neighbors": 32}
_LITTLE = 4_000_000  # bytes free on a disk that is as good as full: Chroma writes in steps of some megabytes
_ROWS = 1000  # written at a time
_PAGE = 5000  # read at a time

Row = tuple[str, dict[str, Any], str | None]  # id, metadata, text


def connect(directory: Path | None, server: str | None) -> ClientAPI:
    """Return a client for a folder or for a server's address ('http://host:port')."""
    import chromadb
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False)
    if server is None:
        assert directory is not None
        with plain_words(str(directory)):
            return chromadb.PersistentClient(str(directory), settings=settings)
    address = urlsplit(server if "//" in server else f"http://{server}")
    try:
        return chromadb.HttpClient(
            host=address.hostname or "localhost",
            port=address.port or (443 if address.scheme == "https" else 8000),
            ssl=address.scheme == "https",
            settings=settings,
        )
    except Exception as error:
        raise ServerUnreachable(
            f"No Chroma server answers at {server} ({error})",
            "Start one (`chroma run --path FOLDER`), or unset WG_ASSISTANT_INDEX__SERVER",
        ) from error


class Table:
    """One collection, read and written in batches of bounded size."""

    def __init__(self, client: ClientAPI, name: str, where: str) -> None:
        self._where = where
        self._client = client
        self._name = name
        self._open()

    def _open(self) -> None:
        with plain_words(self._where):
            self._collection = self._client.get_or_create_collection(
                self._name,
                configuration={"hnsw": _HNSW},  # type: ignore[arg-type]
                embedding_function=None,
            )

    def write(self, rows: Sequence[Row], vectors: NDArray[np.float32] | None = None) -> None:
        """Add or overwrite rows; without vectors they are only ever found by id or metadata."""
        if vectors is None:
            vectors = _placeholders([row[0] for row in rows])
        for at in range(0, len(rows), _ROWS):
            ids, metadatas, texts = zip(*rows[at : at + _ROWS], strict=True)
            with plain_words(self._where):
                self._collection.upsert(
                    ids=list(ids),
                    metadatas=list(metadatas),
                    documents=list(texts) if texts[0] is not None else None,
                    embeddings=vectors[at : at + _ROWS],
                )

    def rows(self, where: Mapping[str, Any] | None = None, *, texts: bool = False) -> Iterator[Row]:
        """Yield the rows that match, in no particular order."""
        include = ["metadatas", "documents"] if texts else ["metadatas"]
        for found in self._pages(where, include):
            documents = found["documents"] or [None] * len(found["ids"])
            yield from zip(found["ids"], found["metadatas"], documents, strict=True)

    def get(self, ids: Sequence[str]) -> list[Row]:
        """Return the rows of these ids that exist."""
        with plain_words(self._where):
            found: Any = self._collection.get(ids=list(ids), include=["metadatas", "documents"])
        return list(zip(found["ids"], found["metadatas"], found["documents"], strict=True))

    def ids(self, where: Mapping[str, Any] | None = None) -> list[str]:
        """Return the ids of the rows that match."""
        return [name for found in self._pages(where, []) for name in found["ids"]]

    def vectors(self, where: Mapping[str, Any] | None = None) -> dict[str, NDArray[np.float32]]:
        """Return the vectors of the rows that match, by id."""
        return {
            name: vector
            for found in self._pages(where, ["embeddings"])
            for name, vector in zip(found["ids"], found["embeddings"], strict=True)
        }

    def nearest(
        self, vector: Sequence[float], count: int, where: Mapping[str, Any] | None = None
    ) -> list[tuple[str, float]]:
        """Return the ids nearest to a vector with their cosine similarity, best first."""
        with plain_words(self._where):
            size = self._collection.count()
            if not size:
                return []
            found: Any = self._collection.query(
                query_embeddings=[list(vector)],  # type: ignore[arg-type]
                n_results=min(count, size),
                where=dict(where) if where else None,
                include=["distances"],
            )
        pairs = zip(found["ids"][0], found["distances"][0], strict=True)
        return [(name, 1.0 - distance) for name, distance in pairs]

    def delete(self, ids: Sequence[str]) -> None:
        """Delete rows by id."""
        for at in range(0, len(ids), _ROWS):
            with plain_words(self._where):
                self._collection.delete(ids=list(ids[at : at + _ROWS]))

    def count(self) -> int:
        """Return the number of rows."""
        with plain_words(self._where):
            return int(self._collection.count())

    def clear(self) -> None:
        """Delete all rows, and with them the length of the vectors."""
        with plain_words(self._where):
            self._client.delete_collection(self._name)
        self._open()

    def _pages(self, where: Mapping[str, Any] | None, include: list[str]) -> Iterator[Any]:
        offset = 0
        while True:
            with plain_words(self._where):
                found = self._collection.get(
                    where=dict(where) if where else None,
                    include=include,  # type: ignore[arg-type]
                    limit=_PAGE,
                    offset=offset,
                )
            if found["ids"]:
                yield found
            if len(found["ids"]) < _PAGE:
                return
            offset += _PAGE


def _placeholders(ids: Sequence[str]) -> NDArray[np.float32]:
    """Chroma wants a vector for every row; points on a circle keep its graph shallow."""
    angles = np.array([zlib.crc32(name.encode("utf-8", "surrogatepass")) % 62832 / 10000 for name in ids])
    return np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)


@contextmanager
def plain_words(where: str) -> Iterator[None]:
    """Turn what Chroma raises into errors that say what to do. Its Rust part panics outside `Exception`."""
    try:
        yield
    except (IndexTrouble, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:
        raise _translated(error, where) from error


def _translated(error: BaseException, where: str) -> BaseException:
    message = " ".join(str(error).split()) or type(error).__name__
    kinds: list[tuple[str, Callable[[], IndexTrouble]]] = [
        (
            # SQLite's codes: full, and failed writes, flushes, cuts and shared memory, as of a quota
            r"disk is full|no space left|file too large|quota|\(code: (13|778|1034|1546|4874)\)",
            lambda: DiskFull(
                f"The disk that holds the index ({where}) is full",
                "Make room and start again: what was indexed before is still there, the rest follows",
            ),
        ),
        (
            r"readonly|read-only|permission denied|unable to open database file|\(code: (8|14)\)",
            lambda: IndexNotWritable(
                f"The index at {where} cannot be written to ({message})",
                "Give yourself the right to write there, or name another folder with "
                "WG_ASSISTANT_INDEX__DIRECTORY",
            ),
        ),
        (
            r"connect|timed? ?out|unreachable|server disconnected",
            lambda: ServerUnreachable(
                f"The Chroma server at {where} does not answer ({message})",
                "See whether it still runs, and start it again with `chroma run --path FOLDER`",
            ),
        ),
    ]
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return kinds[0][1]()
    if not where.startswith("http"):
        kinds.pop()
    for pattern, trouble in kinds:
        if re.search(pattern, message, re.IGNORECASE):
            return trouble()
    if not where.startswith("http") and _free(where) < _LITTLE:
        return kinds[0][1]()  # Chroma does not always say why it could not write
    return BrokenIndex(
        f"The index at {where} cannot be read ({message[:300]})",
        f"Rebuild it from the documents: {REBUILD}",
    )


def _free(where: str) -> int:
    try:
        return shutil.disk_usage(where).free
    except OSError:
        return _LITTLE
