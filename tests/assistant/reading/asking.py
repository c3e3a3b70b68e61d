"""Documents written as text, and questions put to the reading route over them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.answerers.draft import Draft
from assistant.answerers.reading import read
from corpus.document import Document, Passage
from corpus.passages import has_content, passages
from corpus.readers.reading import read as read_file
from index.types import Hit
from index.words import STOPWORDS, words


def document(name: str, text: str) -> Document:
    """Return the document that a file with this text is read as."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8")
        return read_file(path)


@lru_cache(maxsize=256)
def _passages(document: Document) -> tuple[tuple[Passage, Counter[str]], ...]:
    return tuple(
        (one, Counter(words(f"{one.context} {one.text}")))
        for one in passages(document)
        if has_content(document, one)
    )


def hits(question: str, documents: Sequence[Document], wanted: int = 12) -> list[Hit]:
    """Rank the passages of documents by the rarity of the words that they share with a question."""
    all_passages = [pair for one in documents for pair in _passages(one)]
    frequency = Counter(word for _, bag in all_passages for word in bag)
    asked = {word for word in words(question) if word not in STOPWORDS}

    def score(bag: Counter[str]) -> float:
        length = sum(bag.values())
        return sum(
            math.log(1 + len(all_passages) / frequency[word]) * bag[word] / (bag[word] + 0.6 + 0.006 * length)
            for word in asked
            if bag[word]
        )

    ranked = sorted(((score(bag), one) for one, bag in all_passages), key=lambda pair: -pair[0])[:wanted]
    return [Hit(passage=one, rank=rank, score=value) for rank, (value, one) in enumerate(ranked, start=1)]


def ask(question: str, *documents: Document) -> Draft:
    """Return the draft that the reading route gives over the documents."""
    by_id = {one.id: one for one in documents}
    return read(question, hits(question, documents), by_id.get)


def text(draft: Draft) -> str:
    """Return the claims of a draft as one text."""
    return " ".join(claim.text for claim in draft.claims)


def quoted(draft: Draft, *documents: Document) -> list[str]:
    """Return the quotes of a draft, cut out of the documents."""
    by_id = {one.id: one for one in documents}
    return [
        by_id[quote.document].text[quote.span.start : quote.span.end]
        for claim in draft.claims
        for quote in claim.quotes
    ]
