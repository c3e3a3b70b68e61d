"""The stock recipe to measure beside: chunks of 1000 characters, MiniLM, BM25, plain fusion of the two."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import bm25s
import numpy as np
from langchain_text_splitters import RecursiveCharacterTextSplitter

from index.embedding import load_embedding

Search = Callable[[str], list[str]]  # question → texts, best first

_SIZE, _OVERLAP = 1000, 200
_DEPTH = 20
_K = 60  # of the reciprocal rank fusion


def stock_recipes(texts: Sequence[str]) -> dict[str, Search]:
    """Return the three stock searches over the texts of some documents, by name."""
    splitter = RecursiveCharacterTextSplitter(chunk_size=_SIZE, chunk_overlap=_OVERLAP)
    chunks = [chunk for text in texts for chunk in splitter.split_text(text)]
    embedding = load_embedding()
    vectors = embedding.encode(chunks)
    lexical = bm25s.BM25()
    lexical.index(bm25s.tokenize(chunks, stopwords="en", show_progress=False), show_progress=False)

    def dense(question: str) -> list[int]:
        order = np.argsort(-(vectors @ np.asarray(embedding.embed_query(question))), kind="stable")
        return [int(place) for place in order[:_DEPTH]]

    def words(question: str) -> list[int]:
        tokens = bm25s.tokenize([question], stopwords="en", return_ids=False, show_progress=False)[0]
        known = [token for token in tokens if token in lexical.vocab_dict]
        if not known:
            return []
        return [int(place) for place in np.argsort(-lexical.get_scores(known), kind="stable")[:_DEPTH]]

    def fused(question: str) -> list[int]:
        score: dict[int, float] = {}
        for ranking in (dense(question), words(question)):
            for rank, place in enumerate(ranking, start=1):
                score[place] = score.get(place, 0.0) + 1 / (_K + rank)
        return sorted(score, key=lambda place: -score[place])

    def texts_of(search: Callable[[str], list[int]]) -> Search:
        return lambda question: [chunks[place] for place in search(question)]

    return {
        "stock: MiniLM": texts_of(dense),
        "stock: BM25": texts_of(words),
        "stock: fusion": texts_of(fused),
    }
