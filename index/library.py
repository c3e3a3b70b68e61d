"""The index as the other rooms use it: documents in, ranked passages, documents and records out."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from langchain_core.embeddings import Embeddings

from corpus.document import Document, Frozen, Passage
from corpus.records.types import AnyRecord
from index.embedding import DEFAULT, SentenceEmbedding, load_embedding, name_of
from index.errors import BrokenIndex, IndexMismatch
from index.fingerprint import Fingerprint
from index.lock import OwnerLock
from index.ranking import DENSE_WEIGHT, Weights
from index.retriever import HybridRetriever
from index.store import Store
from index.sync import Cut, Read, ReadRecords, sync
from index.types import FileReport, Filters, Hit, Progress


class IndexStatus(Frozen):
    """What an index holds and what it was built with."""

    where: str
    documents: int
    passages: int
    records: int
    generation: int
    fingerprint: Fingerprint
    bytes_on_disk: int | None  # None for a server


class Index:
    """Documents, passages and records in one store. Use it as a context manager, or call `close`."""

    def __init__(self, store: Store, embedding: Embeddings, *, dense_weight: float = DENSE_WEIGHT) -> None:
        self.store = store
        self.embedding = embedding
        self._directory = None if store.where.startswith("http") else Path(store.where)
        self._retriever = HybridRetriever(
            store=store, embedding=embedding, weights=Weights(dense=dense_weight)
        )

    @classmethod
    def open(
        cls,
        directory: str | Path | None = None,
        *,
        server: str | None = None,
        embedding: str | Embeddings = DEFAULT,
        dense_weight: float = DENSE_WEIGHT,
        rebuild: bool = False,
        prefix: str = "wg",
    ) -> Self:
        """Open or create the index in a folder, or on a Chroma server ('http://host:port').

        `rebuild` empties it first, whatever state it is in; the next `sync` fills it again. What a killed run
        left behind is repaired here. Raises the errors of `index.errors`.
        """
        model = load_embedding(embedding) if isinstance(embedding, str) else embedding
        folder = None if server else Path(directory or "index").expanduser()
        wanted = Fingerprint(embedding=name_of(model))
        try:
            store = Store(wanted, directory=folder, server=server, prefix=prefix)
        except (BrokenIndex, IndexMismatch):
            if not rebuild:
                raise
            if folder:
                _wipe(folder)
            store = Store(wanted, directory=folder, server=server, prefix=prefix, fresh=True)
        else:
            if rebuild:
                store.clear()
        return cls(store, model, dense_weight=dense_weight)

    # Files in

    def sync(
        self,
        files: Sequence[tuple[Path, str]],
        *,
        progress: Progress | None = None,
        read: Read | None = None,
        passages: Cut | None = None,
        records: ReadRecords | None = None,
        remove_missing: bool = True,
        batch: int = 64,
    ) -> list[FileReport]:
        """Bring the index to the state of `files` (path, document id); see `index.sync.sync`."""
        return sync(
            self.store,
            files,
            embedding=self.embedding,
            progress=progress,
            read=read,
            passages=passages,
            records=records,
            remove_missing=remove_missing,
            batch=batch,
        )

    def remove(self, document: str) -> None:
        """Take a document out; raises `UnknownDocument`, a KeyError."""
        self.store.remove(document)

    # Evidence out

    def search(self, query: str, k: int = 12, filters: Filters | None = None) -> list[Hit]:
        """Return the `k` best passages for a question, best first."""
        return self._retriever.search(query, k, filters)

    def neighbours(self, passage: Passage, n: int = 1) -> list[Passage]:
        """Return a passage with up to `n` passages before and after it in its document."""
        return self._retriever.neighbours(passage, n)

    def retriever(self, k: int = 12, filters: Filters | None = None) -> HybridRetriever:
        """Return the LangChain retriever over this index."""
        return self._retriever.model_copy(update={"k": k, "filters": filters})

    def documents(self) -> list[Document]:
        """Return all documents, in the order of their ids."""
        return self.store.documents()

    def document(self, id: str) -> Document:
        """Return one document; raises `UnknownDocument`, a KeyError."""
        return self.store.document(id)

    def passages(self, document: str | None = None) -> list[Passage]:
        """Return the passages of one document, or of all, in reading order."""
        return self.store.passages(document)

    def records(self, document: str | None = None) -> list[AnyRecord]:
        """Return the records of one document, or of all."""
        return self.store.records(document)

    @property
    def generation(self) -> int:
        """A number that grows with every change of the index, for caches."""
        return self.store.generation

    def is_empty(self) -> bool:
        """Whether no document is indexed."""
        return not self.store.manifests()

    def warm(self) -> None:
        """Load the model and the lexical side now, rather than with the first question."""
        self._retriever.lexicon()
        if isinstance(self.embedding, SentenceEmbedding):
            self.embedding.embed_query("warm")

    def status(self) -> IndexStatus:
        """Return what the index holds."""
        manifests = self.store.manifests().values()
        size = None
        if self._directory:
            size = sum(file.stat().st_size for file in self._directory.rglob("*") if file.is_file())
        return IndexStatus(
            where=self.store.where,
            documents=len(manifests),
            passages=sum(manifest.passages for manifest in manifests),
            records=sum(manifest.records for manifest in manifests),
            generation=self.generation,
            fingerprint=self.store.fingerprint,
            bytes_on_disk=size,
        )

    # Life

    def close(self) -> None:
        """Let go of the index; closing twice does nothing."""
        self.store.close()

    def __enter__(self) -> Self:
        """Return the index itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the index."""
        self.close()


def _wipe(directory: Path) -> None:
    """Empty an index folder, with its lock held so that no other process loses anything."""
    lock = OwnerLock(directory)
    lock.take()
    try:
        for entry in directory.iterdir():
            if entry.name in ("chroma.sqlite3", "unfinished") or entry.name.startswith("chroma.sqlite3-"):
                entry.unlink()
            elif entry.is_dir() and any(entry.glob("*.bin")):  # a vector segment of Chroma
                shutil.rmtree(entry)
    finally:
        lock.release()
