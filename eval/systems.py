"""Systems under test: the assistant, and what users would otherwise have, behind one small interface."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Protocol

from pydantic import BaseModel, ConfigDict

from assistant.answer import Citation
from assistant.settings import ModelSettings, Settings
from corpus.document import Document
from corpus.sentences import sentences

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from assistant import Assistant


class Response(BaseModel):
    """What a system gives back for a question."""

    model_config = ConfigDict(frozen=True)

    text: str
    abstained: bool = False
    status: str = "answered"
    route: str = ""
    citations: tuple[Citation, ...] = ()
    retrieved: tuple[str, ...] = ()  # texts of the passages, best first


class System(Protocol):
    """Answers questions over the documents that it was opened with."""

    def ask(self, question: str, history: Sequence[Mapping[str, str]]) -> Response:
        """Answer a question."""
        ...

    def retrieve(self, question: str, history: Sequence[Mapping[str, str]]) -> Sequence[str]:
        """Return the ten best passages, best first, where `ask` returns none; its time does not count."""
        ...

    def document(self, id: str) -> Document | None:
        """Return a document by its id, to check citations against."""
        ...


Opener = Callable[[Sequence[Path]], AbstractContextManager[System]]


class _Assistant:
    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    def ask(self, question: str, history: Sequence[Mapping[str, str]]) -> Response:
        answer = self._assistant.ask(question, history)
        return Response(
            text=answer.text,
            abstained=answer.abstained,
            status=str(answer.status),
            route=str(answer.route),
            citations=answer.citations,
        )

    def retrieve(self, question: str, history: Sequence[Mapping[str, str]]) -> Sequence[str]:
        from assistant.conversation import messages, standalone

        full = standalone(question, messages(history), self._assistant.library())
        return [hit.passage.text for hit in self._assistant.index.search(full, k=10)]

    def document(self, id: str) -> Document | None:
        return self._assistant.library().document(id)


@contextmanager
def open_assistant(paths: Sequence[Path], model: BaseChatModel | str | None = None) -> Iterator[System]:
    """Open the assistant without a chat model over some documents, in an index of its own."""
    del model
    with _opened(paths, None, ModelSettings()) as system:
        yield system


@contextmanager
def open_with_small_model(
    paths: Sequence[Path], model: BaseChatModel | str | None = None
) -> Iterator[System]:
    """Open the assistant with the real small model of `eval.small_model`."""
    from eval.small_model import small_model

    del model
    with small_model() as settings, _opened(paths, settings.name, settings) as system:
        yield system


@contextmanager
def open_with_model(paths: Sequence[Path], model: BaseChatModel | str | None = None) -> Iterator[System]:
    """Open the assistant with the model that is given, or else the one of the settings.

    Raises KeyError where there is neither.
    """
    settings = Settings().model
    model = model if model is not None else settings.name
    if model is None:
        raise KeyError(
            "The system 'model' needs a chat model: give --model NAME or set WG_ASSISTANT_MODEL__NAME."
        )
    with _opened(paths, model, settings) as system:
        yield system


@contextmanager
def _opened(
    paths: Sequence[Path], model: BaseChatModel | str | None, model_settings: ModelSettings
) -> Iterator[System]:
    """Open the assistant with these settings of the model alone, in an index that is thrown away."""
    from assistant import Assistant

    settings = Settings()
    settings.model = model_settings if model is not None else ModelSettings()
    with (
        TemporaryDirectory(prefix="wg-eval-") as folder,
        Assistant.open(index=folder, documents=list(paths), model=model, settings=settings) as assistant,
    ):
        yield _Assistant(assistant)


class _Stock:
    """The stock LangChain recipe: recursive chunks of 1000/200, MiniLM, Chroma, top 4.

    With a chat model it writes from the four chunks; without one its answer is the best chunk.
    """

    def __init__(self, documents: Sequence[Document], model: BaseChatModel | None) -> None:
        import uuid

        from langchain_chroma import Chroma
        from langchain_text_splitters import RecursiveCharacterTextSplitter

        from index.embedding import load_embedding

        splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200)
        self._documents = {document.id: document for document in documents}
        texts = [
            (chunk, document.id) for document in documents for chunk in splitter.split_text(document.text)
        ]
        self._store = Chroma(
            collection_name=f"stock-{uuid.uuid4().hex}", embedding_function=load_embedding("all-MiniLM-L6-v2")
        )
        self._store.add_texts([text for text, _ in texts], metadatas=[{"document": id} for _, id in texts])
        self._model = model

    def ask(self, question: str, history: Sequence[Mapping[str, str]]) -> Response:
        found = self._store.similarity_search(question, k=10)
        texts = tuple(chunk.page_content for chunk in found)
        if self._model is None:
            return Response(
                text=texts[0] if texts else "", abstained=not texts, retrieved=texts, route="best passage"
            )
        context = "\n\n".join(texts[:4])
        prompt = (
            "Use the following pieces of context to answer the question. If you don't know the answer, just "
            f"say that you don't know.\n\n{context}\n\nQuestion: {question}\nAnswer:"
        )
        written = str(self._model.invoke(prompt).content)
        unknown = bool(
            re.search(
                r"\b(?:don['’]t|do not) know\b|not (?:stated|mentioned|provided)", written, re.IGNORECASE
            )
        )
        return Response(text=written, abstained=unknown, retrieved=texts, route="stock")

    def retrieve(self, question: str, history: Sequence[Mapping[str, str]]) -> Sequence[str]:
        return ()

    def document(self, id: str) -> Document | None:
        return self._documents.get(id)


class _BestSentence:
    """BM25 over sentences: the best one is the answer."""

    def __init__(self, documents: Sequence[Document]) -> None:
        import bm25s

        from index.words import words

        self._documents = {document.id: document for document in documents}
        self._texts = [
            document.text[span.start : span.end]
            for document in documents
            for span in sentences(document.text)
        ]
        self._words = words
        self._bm25 = bm25s.BM25()
        self._bm25.index([words(text) or ["∅"] for text in self._texts], show_progress=False)

    def ask(self, question: str, history: Sequence[Mapping[str, str]]) -> Response:
        ranked, scores = self._bm25.retrieve(
            [self._words(question) or ["∅"]], k=min(10, len(self._texts)), show_progress=False
        )
        texts = tuple(self._texts[int(number)] for number in ranked[0])
        nothing = not texts or float(scores[0][0]) <= 0
        return Response(
            text=texts[0] if texts else "", abstained=nothing, retrieved=texts, route="best sentence"
        )

    def retrieve(self, question: str, history: Sequence[Mapping[str, str]]) -> Sequence[str]:
        return ()

    def document(self, id: str) -> Document | None:
        return self._documents.get(id)


def read_all(paths: Sequence[Path]) -> list[Document]:
    """Read all documents of files and folders; those that cannot be read are left out."""
    from corpus.errors import UnreadableDocument
    from corpus.readers import discover, read

    found = []
    for path, id in discover(list(paths)):
        try:
            found.append(read(path, id=id))
        except UnreadableDocument:
            continue
    return found


@contextmanager
def open_stock(paths: Sequence[Path], model: BaseChatModel | str | None = None) -> Iterator[System]:
    """Open the stock recipe over some documents."""
    if isinstance(model, str):
        from assistant.answerers.model import load_model

        model = load_model(model, Settings().model)
    yield _Stock(read_all(paths), model)


@contextmanager
def open_best_sentence(paths: Sequence[Path], model: BaseChatModel | str | None = None) -> Iterator[System]:
    """Open the best-sentence baseline over some documents; it uses no model."""
    del model
    yield _BestSentence(read_all(paths))


class _Open(Protocol):
    def __call__(
        self, paths: Sequence[Path], model: BaseChatModel | str | None = None
    ) -> AbstractContextManager[System]: ...


SYSTEMS: dict[str, _Open] = {
    "assistant": open_assistant,
    "small-model": open_with_small_model,
    "model": open_with_model,
    "stock": open_stock,
    "best-sentence": open_best_sentence,
}


def opener(name: str, model: BaseChatModel | str | None = None) -> Opener:
    """Return what opens a system over documents. Raises KeyError for a name that is not in SYSTEMS."""
    if name not in SYSTEMS:
        raise KeyError(f"There is no system '{name}'. Known are {', '.join(SYSTEMS)}.")
    return partial(SYSTEMS[name], model=model)
