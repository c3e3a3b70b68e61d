"""The store: documents, their passages and their records in Chroma, the single source of truth.

Everything that belongs to one version of a document carries its revision, and becomes visible in one step
when the manifest that names the revision is written. So a kill at any moment leaves either the old version
or the new one, and leftovers that nobody reads and that `repair` clears away.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import time
from typing import TYPE_CHECKING, Any

from corpus.document import Document, Passage
from corpus.records.types import AnyRecord
from index.errors import UnknownDocument
from index.fingerprint import Fingerprint
from index.lock import OwnerLock
from index.manifest import (
    Flat,
    Manifest,
    manifest_of,
    passage_flat,
    passage_from_flat,
    reading_back,
    record_of,
)
from index.pieces import pack, unpack
from index.tables import Row, Table, connect
from index.unfinished import Unfinished

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LEFTOVER_AGE = 3600  # seconds; on a server, younger ones may be another process at work


@dataclass(frozen=True, slots=True)
class Entry:
    """A document with all that is derived from it; `vectors` has one row a passage.

    `moved_from` is the id that the document had before; that one goes in the same step. `reading` names the
    code that read it, `file` where.
    """

    document: Document
    passages: Sequence[Passage]
    vectors: NDArray[np.float32]
    records: Sequence[AnyRecord] = ()
    moved_from: str | None = None
    reading: str = ""
    file: str | None = None


class Store:
    """An index in a folder of this machine, or on a Chroma server."""

    def __init__(
        self,
        fingerprint: Fingerprint,
        *,
        directory: Path | None = None,
        server: str | None = None,
        prefix: str = "wg",
        fresh: bool = False,
    ) -> None:
        """Open or create the index. Raises `IndexMismatch`, `IndexInUse`, `BrokenIndex` and their like.

        `prefix` keeps several indexes on one server apart; `fresh` empties the index, whatever built it.
        """
        if (directory is None) == (server is None):
            raise ValueError("name either a directory or a server")
        self.where = str(directory or server)
        self._lock = OwnerLock(directory) if directory else None
        self._unfinished = directory / "unfinished" if directory else None
        self._writing = threading.RLock()
        self._client = None
        if self._lock:
            self._lock.take()
        try:
            self._client = connect(directory, server)
            self._about = Table(self._client, f"{prefix}-about", self.where)
            self._documents = Table(self._client, f"{prefix}-documents", self.where)
            self._passages = Table(self._client, f"{prefix}-passages", self.where)
            self._records = Table(self._client, f"{prefix}-records", self.where)
            if fresh:
                self._about.clear()
            self._fingerprint = self._agree(fingerprint)
            if fresh:
                self.clear()
            if self._unfinished and self._unfinished.exists():
                self.repair()
        except BaseException:
            self.close()
            raise

    # Reading

    @property
    def generation(self) -> int:
        """A number that grows with every change; what is derived from the store is dated by it."""
        rows = self._about.get(["generation"])
        return int(rows[0][1]["number"]) if rows else 0

    @property
    def fingerprint(self) -> Fingerprint:
        """What the index was built with."""
        return self._fingerprint

    def manifests(self) -> dict[str, Manifest]:
        """Return the manifest of every document, by id, in the order of the ids."""
        found = (Manifest.from_flat(row[1]) for row in self._documents.rows({"role": "manifest"}))
        return {manifest.id: manifest for manifest in sorted(found, key=lambda m: m.id)}

    def documents(self) -> list[Document]:
        """Return all documents, in the order of their ids."""
        pieces: dict[tuple[str, str], list[tuple[int, str]]] = {}
        with reading_back():
            for _, data, _ in self._documents.rows({"role": "piece"}):
                pieces.setdefault((data["document"], data["revision"]), []).append((data["at"], data["json"]))
            return [
                unpack([text for _, text in sorted(pieces[name, m.revision])], m.aliases)
                for name, m in self.manifests().items()
            ]

    def document(self, name: str) -> Document:
        """Return one document by its id; raises `UnknownDocument`."""
        manifest = self._manifest(name)
        if manifest is None:
            raise UnknownDocument(name)
        rows = self._documents.rows(_of(manifest, role="piece"))
        with reading_back():
            parts = [data["json"] for _, data, _ in sorted(rows, key=lambda row: row[1]["at"])]
            return unpack(parts, manifest.aliases)

    def passages(self, document: str | None = None) -> list[Passage]:
        """Return the passages of one document, or of all, in reading order."""
        current = self._revisions(document)
        rows = self._passages.rows({"document": document} if document else None, texts=True)
        found = [
            passage_from_flat(text or "", data)
            for _, data, text in rows
            if current.get(data["document"]) == data["revision"]
        ]
        return sorted(found, key=lambda p: (p.document, p.ordinal))

    def records(self, document: str | None = None) -> list[AnyRecord]:
        """Return the records of one document, or of all, in the order in which they were read."""
        current = self._revisions(document)
        rows = self._records.rows({"document": document} if document else None)
        kept = [d for _, d, _ in rows if current.get(d["document"]) == d["revision"]]
        kept.sort(key=lambda d: (d["document"], d["at"]))
        return [record_of(d) for d in kept]

    def vectors(self, document: str) -> dict[str, NDArray[np.float32]]:
        """Return the vectors of a document's passages, by what was embedded (see `embedded_text`)."""
        manifest = self._manifest(document)
        if manifest is None:
            return {}
        vectors = self._passages.vectors(_of(manifest))
        rows = self._passages.rows(_of(manifest), texts=True)
        return {
            embedded_text(passage_from_flat(text or "", data)): vectors[name] for name, data, text in rows
        }

    def nearest(
        self, vector: Sequence[float], count: int, documents: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        """Return the ids of the passages nearest to a vector, with cosine similarity, best first.

        `documents` restricts the search. Passages of an older revision may be among them for a moment;
        whoever holds the current passages leaves them out.
        """
        where = None if documents is None else {"document": {"$in": list(documents)}}
        if documents is not None and not documents:
            return []
        found = self._passages.nearest(vector, count, where)
        return [(name.rpartition("@")[0], similarity) for name, similarity in found]

    # Writing

    def replace(
        self,
        document: Document,
        passages: Sequence[Passage],
        vectors: NDArray[np.float32],
        records: Sequence[AnyRecord] = (),
        moved_from: str | None = None,
    ) -> None:
        """Put a document in, in place of what stood under its id (and under `moved_from`)."""
        self.write([Entry(document, passages, vectors, records, moved_from)])

    def write(self, entries: Sequence[Entry]) -> None:
        """Put documents in; each is wholly in or wholly as it was, whatever happens meanwhile."""
        if not entries:
            return
        packed = [(entry, pack(entry.document)) for entry in entries]
        made = [
            (
                e,
                pieces,
                manifest_of(e.document, e.passages, e.records, pieces, e.moved_from, e.reading, e.file),
            )
            for e, pieces in packed
        ]
        with self._writing, Unfinished(self._unfinished):
            names = [e.document.id for e in entries] + [e.moved_from for e in entries if e.moved_from]
            before = {m.id: m for name in names if (m := self._manifest(name))}
            self._settle_dimension(entries)
            self._write_parts(made)
            self._documents.write([(f"manifest:{m.id}", m.flat(), None) for _, _, m in made])
            stale = []
            for entry, _, manifest in made:
                old = before.get(manifest.id)
                if old and old.revision != manifest.revision:
                    stale.append(old)
                if entry.moved_from and entry.moved_from in before:
                    stale.append(before[entry.moved_from])
            moved = [entry.moved_from for entry in entries if entry.moved_from]
            self._documents.delete([f"manifest:{name}" for name in moved])
            self._forget_moves([m for _, _, m in made])
            self._clear(stale)
            self._advance()

    def rename(self, document: str, aliases: Sequence[str]) -> None:
        """Set the further names under which a document's content was found."""
        manifest = self._manifest(document)
        if manifest is None:
            raise UnknownDocument(document)
        with self._writing:
            renamed = manifest.model_copy(update={"aliases": tuple(aliases)})
            self._documents.write([(f"manifest:{document}", renamed.flat(), None)])
            self._advance()

    def remove(self, document: str) -> None:
        """Take a document out with all that belongs to it; raises `UnknownDocument`."""
        manifest = self._manifest(document)
        if manifest is None:
            raise UnknownDocument(document)
        with self._writing, Unfinished(self._unfinished):
            self._documents.delete([f"manifest:{document}"])
            self._clear([manifest])
            self._advance()

    def repair(self) -> list[str]:
        """Clear leftovers away; return the ids of documents that had lost a part, and so were taken out.

        Those come back with the next sync, as new documents.
        """
        with self._writing:
            manifests = self.manifests()
            for manifest in [m for m in manifests.values() if m.moved_from]:
                if manifest.moved_from in manifests:
                    self._documents.delete([f"manifest:{manifest.moved_from}"])
                self._forget_moves([manifest])
            manifests = self.manifests()
            counts = {name: [0, 0, 0] for name in manifests}
            for place, table in enumerate((self._passages, self._records, self._documents)):
                leftovers = []
                for row, data, _ in table.rows({"role": "piece"} if table is self._documents else None):
                    current = manifests.get(data["document"])
                    if current and current.revision == data["revision"]:
                        counts[current.id][place] += 1
                    elif self._lock or data["written"] < time() - _LEFTOVER_AGE:
                        leftovers.append(row)
                table.delete(leftovers)
            damaged = [
                name
                for name, m in manifests.items()
                if counts[name] != [m.passages, m.records, m.pieces] or not self._vectors_intact(m)
            ]
            for name in damaged:
                self._documents.delete([f"manifest:{name}"])
                self._clear([manifests[name]])
            self._advance()
            if self._unfinished:
                self._unfinished.unlink(missing_ok=True)
            return damaged

    def clear(self) -> None:
        """Empty the index."""
        with self._writing:
            for table in (self._documents, self._passages, self._records):
                table.clear()
            self._fingerprint = self._fingerprint.model_copy(update={"dimension": None})
            self._note_fingerprint()
            self._advance()

    def close(self) -> None:
        """Let go of the index; closing twice does nothing."""
        if self._client is not None:
            self._client.close()  # type: ignore[attr-defined]
            self._client = None
        if self._lock:
            self._lock.release()

    # Inside

    def _manifest(self, document: str) -> Manifest | None:
        rows = self._documents.get([f"manifest:{document}"])
        return Manifest.from_flat(rows[0][1]) if rows else None

    def _revisions(self, document: str | None) -> dict[str, str]:
        if document is None:
            return {name: m.revision for name, m in self.manifests().items()}
        manifest = self._manifest(document)
        return {manifest.id: manifest.revision} if manifest else {}

    def _write_parts(self, made: Sequence[tuple[Entry, Sequence[str], Manifest]]) -> None:
        import numpy as np

        written = int(time())
        passages: list[Row] = []
        records: list[Row] = []
        parts: list[Row] = []
        for entry, pieces, m in made:
            stamp: Flat = {"document": m.id, "revision": m.revision, "written": written}
            for passage in entry.passages:
                data = {**passage_flat(passage, m), "written": written}
                passages.append((f"{passage.id}@{m.revision}", data, passage.text))
            for at, record in enumerate(entry.records):
                data = {**stamp, "at": at, "type": record.type, "json": record.model_dump_json()}
                records.append((f"{m.id}:{at}@{m.revision}", data, None))
            for at, piece in enumerate(pieces):
                data = {**stamp, "role": "piece", "at": at, "json": piece}
                parts.append((f"{m.id}:{at}@{m.revision}", data, None))
        vectors = [np.asarray(entry.vectors, dtype=np.float32) for entry, _, _ in made if len(entry.passages)]
        if passages:
            self._passages.write(passages, np.concatenate(vectors))
        self._records.write(records)
        self._documents.write(parts)

    def _forget_moves(self, manifests: Sequence[Manifest]) -> None:
        # Once the old name is gone, a new file may take it: the note must not outlive the move.
        settled = [m.model_copy(update={"moved_from": None}) for m in manifests if m.moved_from]
        if settled:
            self._documents.write([(f"manifest:{m.id}", m.flat(), None) for m in settled])

    def _clear(self, stale: Sequence[Manifest]) -> None:
        for manifest in stale:
            self._passages.delete(self._passages.ids(_of(manifest)))
            self._records.delete(self._records.ids(_of(manifest)))
            self._documents.delete(self._documents.ids(_of(manifest, role="piece")))

    def _vectors_intact(self, manifest: Manifest) -> bool:
        try:
            return len(self._passages.vectors(_of(manifest))) == manifest.passages
        except Exception:  # Chroma cannot give them: the document is embedded anew
            return False

    def _settle_dimension(self, entries: Sequence[Entry]) -> None:
        lengths = {int(entry.vectors.shape[1]) for entry in entries if len(entry.passages)}
        for length in lengths:
            self._fingerprint.check(self._fingerprint.model_copy(update={"dimension": length}), self.where)
        if lengths and self._fingerprint.dimension is None:
            self._fingerprint = self._fingerprint.model_copy(update={"dimension": lengths.pop()})
            self._note_fingerprint()

    def _agree(self, wanted: Fingerprint) -> Fingerprint:
        rows = self._about.get(["fingerprint"])
        if rows:
            stored = Fingerprint.model_validate_json(rows[0][1]["json"])
            stored.check(wanted, self.where)
            return stored
        self._fingerprint = wanted
        self._note_fingerprint()
        return wanted

    def _note_fingerprint(self) -> None:
        self._about.write([("fingerprint", {"json": self._fingerprint.model_dump_json()}, None)])

    def _advance(self) -> None:
        self._about.write([("generation", {"number": self.generation + 1}, None)])


def embedded_text(passage: Passage) -> str:
    """Return what is embedded of a passage: its context (title, headings, columns) and its text."""
    return f"{passage.context}\n{passage.text}" if passage.context else passage.text


def _of(manifest: Manifest, **more: str) -> Mapping[str, Any]:
    fields = {"document": manifest.id, "revision": manifest.revision, **more}
    return {"$and": [{key: value} for key, value in fields.items()]}
