"""Brings the index to what the files say: new, changed, moved, gone; no file stops the others."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from langchain_core.embeddings import Embeddings

from corpus.document import Document, Passage
from corpus.errors import UnreadableDocument
from corpus.records.types import AnyRecord
from index.embedding import encode
from index.errors import IndexMismatch
from index.manifest import Manifest
from index.reading_code import reading_code
from index.searchable import searchable
from index.store import Entry, Store, embedded_text
from index.types import FileReport, Outcome, Progress

Read = Callable[[Path, str], Document]
Cut = Callable[[Document], Sequence[Passage]]
ReadRecords = Callable[[Document], Sequence[AnyRecord]]

_LOG = logging.getLogger(__name__)
_HASHED = 1 << 20  # bytes read at a time
_TOGETHER = 8  # batches of passages whose documents are embedded and written in one step


@dataclass(slots=True)
class _Task:
    """A file that has to be read: what became of it so far. Without a path, what is held is cut anew."""

    path: Path | None
    name: str
    outcome: Outcome
    aliases: tuple[str, ...] = ()
    moved_from: str | None = None
    document: Document | None = None
    passages: Sequence[Passage] = ()
    records: Sequence[AnyRecord] = ()
    known: dict[str, np.ndarray] = field(default_factory=dict)


def sync(
    store: Store,
    files: Sequence[tuple[Path, str]],
    *,
    embedding: Embeddings,
    progress: Progress | None = None,
    read: Read | None = None,
    passages: Cut | None = None,
    records: ReadRecords | None = None,
    remove_missing: bool = True,
    batch: int = 64,
) -> list[FileReport]:
    """Bring the store to the state of `files` (path, document id); return a line for each file, in order.

    Documents whose files are not among `files` are removed, unless `remove_missing` is False. `read`,
    `passages` and `records` default to those of `corpus`; `batch` is the number of passages embedded at a
    time. A second run over the same files changes nothing; what another version of the reading code had read
    is read anew, also where it is not among `files`. Raises `IndexTrouble` where the index itself
    fails (disk full, no model); what was written until then stays, and the next run goes on from there.
    """
    if read is None or passages is None:
        read, passages = _readers(read, passages)
    reports: dict[str, FileReport] = {}
    hashes = _hashes(files, reports)
    tasks, gone = _plan(store, files, hashes, remove_missing, reports)
    if not remove_missing:
        tasks += _outdated(store, {name for _, name in files} | {task.moved_from for task in tasks})
    anew = sum(task.outcome is Outcome.REREAD for task in tasks)
    if anew:
        _LOG.warning("Another version of this program had read %d of the documents: reading them anew.", anew)
    total = len(tasks)
    begun = _told(tasks, progress)
    for group in _groups(_prepared(store, begun, read, passages, records, reports), batch * _TOGETHER):
        _embed(group, embedding)
        store.write([_entry(task) for task in group])
        for task in group:
            reports[task.name] = FileReport(
                path=task.name, outcome=task.outcome, document=task.name, passages=len(task.passages)
            )
        done = sum(task.name in reports for task in tasks)
        if progress:
            progress(done, total, group[-1].name)
    ordered = [reports[name] for _, name in files if name in reports]
    listed = {name for _, name in files}
    ordered += [reports[task.name] for task in tasks if task.name not in listed]
    for name in gone:
        store.remove(name)
        ordered.append(FileReport(path=name, outcome=Outcome.REMOVED, document=name))
    return ordered


def _readers(read: Read | None, passages: Cut | None) -> tuple[Read, Cut]:
    from corpus.passages import passages as cut
    from corpus.readers import read as read_file

    return read or (lambda path, name: read_file(path, id=name)), passages or cut


def _hashes(files: Sequence[tuple[Path, str]], reports: dict[str, FileReport]) -> dict[str, str]:
    hashes: dict[str, str] = {}
    for path, name in files:
        try:
            hashes[name] = _hash(path)
        except OSError as error:
            why = error.strerror or str(error)
            reports[name] = _failed(
                name, f"{why}. See whether the file is there and whether you may read it."
            )
    return hashes


def _hash(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_HASHED):
            digest.update(block)
    return digest.hexdigest()


def _plan(
    store: Store,
    files: Sequence[tuple[Path, str]],
    hashes: Mapping[str, str],
    remove_missing: bool,
    reports: dict[str, FileReport],
) -> tuple[list[_Task], list[str]]:
    """Sort the files into those to be read (returned) and the rest (reported); return what is gone, too."""
    known = store.manifests()
    listed = {name for _, name in files}
    by_hash: dict[str, list[tuple[Path, str]]] = {}
    for path, name in files:
        if name in hashes:
            by_hash.setdefault(hashes[name], []).append((path, name))
    held = {manifest.sha256: manifest for manifest in known.values()}
    tasks: list[_Task] = []
    moved: set[str] = set()
    for sha256, same in by_hash.items():
        holder = held.get(sha256)
        if holder and holder.id not in listed and not remove_missing:
            _note_names(store, holder, tuple(name for _, name in same), reports, keep=True)
            continue
        path, name = next((one for one in same if one[1] in known), same[0])
        if holder and any(one[1] == holder.id for one in same):
            path, name = next(one for one in same if one[1] == holder.id)
        aliases = tuple(other for _, other in same if other != name)
        for other in aliases:
            reports[other] = FileReport(path=other, outcome=Outcome.DUPLICATE, document=name)
        if name in known and known[name].sha256 == sha256 and known[name].reading != reading_code():
            before = () if remove_missing else known[name].aliases
            tasks.append(_Task(path, name, Outcome.REREAD, tuple(dict.fromkeys((*before, *aliases)))))
            continue
        if name in known and known[name].sha256 == sha256:
            _note_names(store, known[name], aliases, reports, keep=not remove_missing)
            reports[name] = FileReport(
                path=name, outcome=Outcome.UNCHANGED, document=name, passages=known[name].passages
            )
            continue
        outcome = Outcome.CHANGED if name in known else Outcome.ADDED
        task = _Task(path, name, outcome, aliases)
        if holder and holder.id not in listed and name not in known:
            task.outcome, task.moved_from = Outcome.MOVED, holder.id
            moved.add(holder.id)
        tasks.append(task)
    # A name that now holds what is indexed under another name has lost its own content.
    duplicates = {name for name, report in reports.items() if report.outcome is Outcome.DUPLICATE}
    gone = [
        name
        for name in known
        if name not in moved and (name in duplicates or (remove_missing and name not in listed))
    ]
    return tasks, gone


def _outdated(store: Store, others: Set[str | None]) -> list[_Task]:
    """Return what has to be read anew besides the files at hand: documents that were added at another time."""
    tasks = []
    for name, manifest in store.manifests().items():
        if name in others or manifest.reading == reading_code():
            continue
        tasks.append(_Task(_still_there(manifest), name, Outcome.REREAD, manifest.aliases))
    return tasks


def _still_there(manifest: Manifest) -> Path | None:
    try:
        if manifest.file and _hash(Path(manifest.file)) == manifest.sha256:
            return Path(manifest.file)
    except OSError:  # moved, or not ours to read any more
        return None
    return None


def _note_names(
    store: Store, manifest: Manifest, names: tuple[str, ...], reports: dict[str, FileReport], keep: bool
) -> None:
    """Set the further names of a document; `keep` those that it has."""
    before = manifest.aliases if keep else ()
    aliases = tuple(dict.fromkeys(name for name in (*before, *names) if name != manifest.id))
    if aliases != manifest.aliases:
        store.rename(manifest.id, aliases)
    for name in names:
        reports[name] = FileReport(path=name, outcome=Outcome.DUPLICATE, document=manifest.id)


def _told(tasks: Sequence[_Task], progress: Progress | None) -> Iterator[_Task]:
    """Yield the tasks, and tell of each before it is read."""
    for number, task in enumerate(tasks):
        if progress:
            progress(number, len(tasks), task.name)
        yield task


def _prepared(
    store: Store,
    tasks: Iterable[_Task],
    read: Read,
    cut: Cut,
    records: ReadRecords | None,
    reports: dict[str, FileReport],
) -> Iterator[_Task]:
    for task in tasks:
        try:
            document = read(task.path, task.name) if task.path else store.document(task.name)
            task.document = document.model_copy(update={"id": task.name, "aliases": task.aliases})
            task.passages = searchable(task.document, cut(task.document))
            task.records = records(task.document) if records else ()
        except UnreadableDocument as error:
            reports[task.name] = _failed(task.name, f"{error.reason}. {error.advice}", task.outcome)
            continue
        except Exception as error:  # a fault of ours in one file must not cost the user the others
            reports[task.name] = _failed(
                task.name,
                f"Reading it failed ({type(error).__name__}: {error}). Please report this, with the file.",
                task.outcome,
            )
            continue
        if task.outcome is not Outcome.ADDED:
            task.known = _vectors(store, task.moved_from or task.name)
        yield task


def _vectors(store: Store, name: str) -> dict[str, np.ndarray]:
    try:
        return store.vectors(name)
    except IndexMismatch:  # of another version: they are embedded anew
        return {}


def _groups(tasks: Iterable[_Task], size: int) -> Iterator[list[_Task]]:
    group: list[_Task] = []
    for task in tasks:
        group.append(task)
        if sum(len(one.passages) for one in group) >= size:
            yield group
            group = []
    if group:
        yield group


def _embed(group: Sequence[_Task], embedding: Embeddings) -> None:
    """Give every passage of the group its vector; passages that were embedded before keep theirs."""
    missing = list(
        dict.fromkeys(
            text for task in group for p in task.passages if (text := embedded_text(p)) not in task.known
        )
    )
    if missing:
        fresh = dict(zip(missing, encode(embedding, missing), strict=True))
        for task in group:
            task.known = fresh | task.known


def _entry(task: _Task) -> Entry:
    assert task.document is not None
    vectors = [task.known[embedded_text(passage)] for passage in task.passages]
    return Entry(
        task.document,
        task.passages,
        np.asarray(vectors, dtype=np.float32).reshape(len(vectors), -1 if vectors else 0),
        task.records,
        task.moved_from,
        reading_code(),
        str(task.path.resolve()) if task.path else None,
    )


def _failed(name: str, reason: str, outcome: Outcome = Outcome.ADDED) -> FileReport:
    if outcome in (Outcome.CHANGED, Outcome.REREAD):
        reason += " Until then the earlier version stays in the index."
    return FileReport(path=name, outcome=Outcome.FAILED, document=None, reason=reason)
