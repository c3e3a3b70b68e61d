"""Hybrid retrieval: passages for a question, best first, as typed hits or as LangChain documents."""

from __future__ import annotations

import threading
from typing import Any

import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.embeddings import Embeddings
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict, PrivateAttr

from corpus.document import Passage
from index.expansion import correct, expand
from index.lexical import Lexicon
from index.manifest import passage_flat
from index.occasion import occasion
from index.ranking import Wanted, Weights, rank, settled
from index.shape import asked_shape
from index.store import Store
from index.types import Filters, Hit

_LEXICAL_CANDIDATES = 60
_DENSE_CANDIDATES = 30


class HybridRetriever(BaseRetriever):
    """Finds passages by their words and by their meaning; see `search`.

    Where `weights.dense` is 0, the embedding model is never loaded.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    store: Store
    embedding: Embeddings
    k: int = 12
    weights: Weights = Weights()
    filters: Filters | None = None

    _lexicon: Lexicon | None = PrivateAttr(default=None)
    _generation: int = PrivateAttr(default=-1)
    _lock: threading.Lock = PrivateAttr(default_factory=threading.Lock)

    def search(self, query: str, k: int | None = None, filters: Filters | None = None) -> list[Hit]:
        """Return the `k` best passages for a question, best first; fewer where fewer have a word of it.

        `filters` (or else the retriever's own) restrict the documents that are looked at.
        """
        lexicon = self.lexicon()
        count = self.k if k is None else k
        filters = filters if filters is not None else self.filters
        if not lexicon.passages or not query.strip() or count < 1:
            return []
        question = correct(query, lexicon.vocabulary)
        weights = expand(question, lexicon.vocabulary)
        admitted = {name for name, m in lexicon.manifests.items() if m.admitted_by(filters)}
        scores = lexicon.scores(weights)
        if len(admitted) < len(lexicon.manifests):
            allowed = np.array([p.document in admitted for p in lexicon.passages])
            scores = np.where(allowed, scores, 0.0)
        order = np.argsort(-scores, kind="stable")[: max(_LEXICAL_CANDIDATES, 3 * count)]
        lexical = {int(place): float(scores[place]) for place in order if scores[place] > 0}
        restricted = sorted(admitted) if len(admitted) < len(lexicon.manifests) else None
        alone = self.weights.dense <= 0 or settled(lexicon, lexical, weights, self.weights)
        dense = [] if alone else self._dense(question, lexicon, max(_DENSE_CANDIDATES, 2 * count), restricted)
        wanted = Wanted(weights, occasion(question), asked_shape(question))
        ranked = rank(lexicon, lexical, dense, wanted, self.weights)
        return [
            Hit(passage=lexicon.passages[found.place], rank=at, score=found.score)
            for at, found in enumerate(ranked[:count], start=1)
        ]

    def neighbours(self, passage: Passage, n: int = 1) -> list[Passage]:
        """Return the passages of the same document up to `n` before and after one, itself among them."""
        lexicon = self.lexicon()
        place = lexicon.at.get(passage.id)
        if place is None:
            return [passage]
        around = lexicon.passages[max(0, place - n) : place + n + 1]
        return [other for other in around if other.document == passage.document]

    def lexicon(self) -> Lexicon:
        """Return the lexical side of the store as it is now."""
        generation = self.store.generation
        with self._lock:
            if self._lexicon is None or self._generation != generation:
                self._lexicon = Lexicon(self.store.passages(), self.store.manifests(), self.store.records())
                self._generation = generation
            return self._lexicon

    def _dense(self, question: str, lexicon: Lexicon, count: int, documents: list[str] | None) -> list[int]:
        found = self.store.nearest(self.embedding.embed_query(question), count, documents)
        return [lexicon.at[name] for name, _ in found if name in lexicon.at]

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun, **kwargs: Any
    ) -> list[LangChainDocument]:
        lexicon = self.lexicon()
        return [
            LangChainDocument(
                id=hit.passage.id,
                page_content=hit.passage.text,
                metadata={
                    **passage_flat(hit.passage, lexicon.manifests[hit.passage.document]),
                    "title": lexicon.manifests[hit.passage.document].title,
                    "rank": hit.rank,
                    "score": hit.score,
                },
            )
            for hit in self.search(query, **kwargs)
        ]
