"""The Python API: open a set of documents, ask, and get proven answers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from langchain_core.runnables import Runnable, RunnableLambda

import corpus
from assistant.answer import Answer
from assistant.attendance import attendance_frame
from assistant.chain import Asked, Writer, build_chain, build_proof, check
from assistant.conversation import messages
from assistant.events import AnswerEvent, Event, StatusEvent, TextEvent, told
from assistant.files import Files
from assistant.library import Library
from assistant.removed import Removed
from assistant.settings import Settings
from corpus.document import Document
from corpus.readers import ReadingLimits, discover, read
from corpus.records import read_records
from corpus.records.types import AnyRecord, Meeting
from index import Index
from index.types import FileReport, Filters, Hit, Progress

if TYPE_CHECKING:
    import pandas as pd
    from langchain_core.language_models import BaseChatModel
    from langchain_core.retrievers import BaseRetriever

SHIPPED = Path(corpus.__file__).parent / "documents"


class DocumentView(Document):
    """A document together with the records that were read out of it."""

    records: tuple[AnyRecord, ...] = ()


class Assistant:
    """Answers questions over a set of documents. Use it as a context manager, or call `close`."""

    def __init__(self, index: Index, settings: Settings, model: BaseChatModel | None = None) -> None:
        self.settings = settings
        self.index = index
        self.model = model
        self._library: tuple[int, Library] | None = None
        self._writer = Writer(model, settings.model) if model is not None else None
        self._proof = build_proof(
            self.library, self._search, longest_question=settings.limits.question_characters
        )
        self._chain = build_chain(self._proof, self._writer, self._search)

    @classmethod
    def open(
        cls,
        *,
        index: str | Path | None = None,
        documents: Sequence[str | Path] | None = None,
        model: BaseChatModel | str | None = None,
        settings: Settings | None = None,
        progress: Progress | None = None,
        rebuild: bool = False,
    ) -> Self:
        """Open an assistant, indexing what is new or changed.

        `index` is a folder or the address of a Chroma server (by default the folder of the settings);
        `documents` are files or folders to answer over instead of the shipped corpus, indexed in a folder of
        their own unless `index` is given. `model` is a LangChain chat model, or its name for
        `init_chat_model`; a name that cannot be loaded raises ModelTrouble. `rebuild` empties the index first
        and reads what was added beside the shipped corpus again. `reports` then says what became of each file.
        Raises the errors of `index.errors` (in use, broken, made with other settings, no model) and
        FileNotFoundError for unknown paths; files that cannot be read do not stop the others.
        """
        settings = settings or Settings()
        paths = [Path(path) for path in documents] if documents is not None else [SHIPPED]
        chat_model = _chat_model(model, settings)  # first: a wrong name should not wait for the indexing
        files = discover(paths)
        directory, server = _place(index, documents is not None, paths, settings)
        removed, known = Removed(directory), Files(directory)  # before a rebuilding empties the folder
        opened = Index.open(
            directory,
            server=server,
            embedding=settings.index.embedding,
            dense_weight=settings.retrieval.dense_weight,
            rebuild=rebuild,
        )
        try:
            assistant = cls(opened, settings, chat_model)
            assistant._removed, assistant._files = removed, known
            if documents is None:
                added = (
                    assistant._files.beside(SHIPPED) if rebuild else []
                )  # what was added is read again too
                files = [(path, id) for path, id in files + added if id not in assistant._removed]
            assistant.reports = assistant._sync(files, progress, remove_missing=documents is not None)
        except BaseException:
            opened.close()
            raise
        return assistant

    reports: Sequence[FileReport] = ()
    _removed: Removed
    _files: Files

    # Asking

    def ask(
        self,
        question: str,
        history: Sequence[Mapping[str, str]] = (),
        filters: Filters | None = None,
    ) -> Answer:
        """Answer a question. `history` holds the earlier messages, `{"role": …, "content": …}` each.

        Raises BadQuestion for an empty question or one beyond the limit of the settings.
        """
        return self._chain.invoke(self._asked(question, history, filters))

    async def aask(
        self,
        question: str,
        history: Sequence[Mapping[str, str]] = (),
        filters: Filters | None = None,
    ) -> Answer:
        """Answer a question without blocking the event loop; see `ask`."""
        return await self._chain.ainvoke(self._asked(question, history, filters))

    def stream(
        self,
        question: str,
        history: Sequence[Mapping[str, str]] = (),
        filters: Filters | None = None,
    ) -> Iterator[Event]:
        """Yield the proven answer at once, in pieces, then with a chat model its prose; see `assistant.events`.

        The last event is the AnswerEvent with `final`; its answer is what `ask` returns. Raises BadQuestion.
        """
        yield StatusEvent("searching")
        proven = self._proof.invoke(self._asked(question, history, filters))
        yield from told(check(proven), final=self._writer is None)
        if self._writer is None:
            return
        yield StatusEvent("writing")
        followed = self._writer.followed(proven, self._proof.invoke)
        steps = self._writer.phrase(followed, self._search)
        while True:
            try:
                yield TextEvent(next(steps), source="prose")
            except StopIteration as end:
                yield AnswerEvent(check(end.value), final=True)
                return

    def as_runnable(self) -> Runnable[Any, Answer]:
        """Return the assistant as a LangChain runnable: a question, or {"question", "history"}, in; Answer out."""

        def asked(given: str | Mapping[str, Any]) -> Asked:
            if isinstance(given, str):
                return self._asked(given, (), None)
            return self._asked(given["question"], given.get("history", ()), given.get("filters"))

        return RunnableLambda(asked, name="ask") | self._chain

    def as_retriever(self) -> BaseRetriever:
        """Return the hybrid retriever for use in other LangChain chains."""
        return self.index.retriever(k=self.settings.retrieval.passages)

    # Documents

    def add(self, paths: Sequence[str | Path], progress: Progress | None = None) -> Sequence[FileReport]:
        """Add files or folders to the index; return what became of each file."""
        files = discover([Path(path) for path in paths])
        self._removed.forget(id for _, id in files)
        return self._sync(files, progress, remove_missing=False)

    def remove(self, document: str) -> None:
        """Remove a document by its id; a shipped one stays removed. Raises KeyError if there is none."""
        self.index.remove(document)
        self._removed.note(document)

    def documents(self) -> tuple[Document, ...]:
        """Return all documents, in order of their ids."""
        return tuple(sorted(self.library().documents.values(), key=lambda document: document.id))

    def document(self, id: str) -> DocumentView:
        """Return a document with its records. Raises KeyError if there is none."""
        library = self.library()
        document = library.document(id)
        if document is None:
            raise KeyError(f"There is no document '{id}'. `wg-assistant documents` lists them.")
        records = tuple(record for record in library.records if record.document == id)
        return DocumentView.model_construct(**dict(document), records=records)

    def file(self, id: str) -> Path | None:
        """Return the path that a document was read from, None where it is not known or no file lies there."""
        path = self._files.of(id)
        return path if path is not None and path.is_file() else None

    def meetings(self) -> tuple[Meeting, ...]:
        """Return the meetings that the documents speak of, by date: one record, the fullest, for each."""
        return tuple(occasion.lead for occasion in self.library().occasions)

    def attendance(
        self, meeting: str | int | None = None, party: str | None = None, capacity: str | None = None
    ) -> pd.DataFrame:
        """Return who is listed at which meeting, one row a party and list, with the quote behind it.

        `meeting` is an ordinal, a year or a part of the meeting's name; `party` any spelling of a name.
        """
        return attendance_frame(self.library(), meeting, party, capacity)

    def library(self) -> Library:
        """Return documents and records of the index's current generation."""
        generation = self.index.generation
        if self._library is None or self._library[0] != generation:
            self._library = (generation, Library(self.index.documents(), self.index.records()))
        return self._library[1]

    # Life

    def close(self) -> None:
        """Release the index."""
        self.index.close()

    def __enter__(self) -> Self:
        """Return the assistant itself."""
        return self

    def __exit__(
        self, type_: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Release the index."""
        self.close()

    def _asked(self, question: str, history: Sequence[Mapping[str, str]], filters: Filters | None) -> Asked:
        return Asked(question=question, history=messages(history), filters=filters)

    def _search(self, question: str, filters: Filters | None) -> Sequence[Hit]:
        return self.index.search(question, k=self.settings.retrieval.passages, filters=filters)

    def _records(self, document: Document) -> Sequence[AnyRecord]:
        records = read_records(document)
        if self.model is None or not self.settings.model.propose_records:
            return records
        from assistant.answerers.model import propose_records

        return (*records, *propose_records(document, self.model, self.settings.model))

    def _sync(
        self, files: Sequence[tuple[Path, str]], progress: Progress | None, remove_missing: bool
    ) -> Sequence[FileReport]:
        self._files.note(files)
        limits = self.settings.limits
        reading = ReadingLimits(
            file_mb=limits.file_mb,
            text_mb=limits.text_mb,
            pdf_seconds=limits.pdf_seconds,
            pdf_memory_mb=limits.pdf_memory_mb,
            pdf_pages=limits.pdf_pages,
        )
        return self.index.sync(
            files,
            read=lambda path, id: read(path, id=id, limits=reading),
            batch=self.settings.index.batch,
            records=self._records,
            progress=progress,
            remove_missing=remove_missing,
        )


def _place(
    index: str | Path | None, own_documents: bool, paths: Sequence[Path], settings: Settings
) -> tuple[Path, str | None]:
    """Return the folder of the index and, if it is on a server, the server's address."""
    if index is not None and str(index).startswith(("http://", "https://")):
        return settings.index.directory, str(index)
    if index is not None:
        return Path(index), None
    if own_documents:
        name = hashlib.sha256("\n".join(sorted(str(path.resolve()) for path in paths)).encode()).hexdigest()[
            :16
        ]
        return settings.index.directory.parent / "indexes" / name, None
    return settings.index.directory, settings.index.server


def _chat_model(model: BaseChatModel | str | None, settings: Settings) -> BaseChatModel | None:
    name = model if model is not None else settings.model.name
    if name is None or not isinstance(name, str):
        return name
    from assistant.answerers.model import load_model

    return load_model(name, settings.model)
