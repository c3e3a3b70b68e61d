"""The words of a question that only say whose meeting is meant, where the meeting is known already."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.library import Library
from assistant.question.scope import Scope
from assistant.question.words import Word, Words
from corpus.records.types import Term
from index.words import STOPWORDS, stem

_WORD = re.compile(r"[^\W\d_]+")
_ACRONYM = re.compile(r"([A-Z][A-Z-]{2,9})(?:[’']s)?")


def body_words(words: Words, scope: Scope, library: Library) -> Iterator[Word]:
    """Yield the words that name the body of the meetings of a question: 'the Task Team on Dunes', 'the WGXY'.

    Only names count, with capitals or as an acronym, and only where every meeting meant is of such a body.
    """
    if not scope.named or not any(scope.groups):
        return
    names = [
        f"{one.lead.body or ''} {library.documents[one.lead.document].metadata.body or ''}"
        for group in scope.groups
        for one in group[:1]
    ]
    stems = [frozenset(stem(word.lower()) for word in _WORD.findall(name)) for name in names]
    initials = ["".join(word[0] for word in _WORD.findall(name) if word[0].isupper()) for name in names]
    for word in words.words:
        acronym = _ACRONYM.fullmatch(word.text)
        if acronym is not None:
            short = acronym[1].replace("-", "")
            told = _expansions(acronym[1], library)
            if all(
                short in first or any(words_of <= own for words_of in told)
                for first, own in zip(initials, stems, strict=True)
            ):
                yield word
        elif word.text[:1].isupper() and word.norm not in STOPWORDS:
            bare = stem(re.sub(r"[’']s$", "", word.text.lower()))
            if all(bare in own for own in stems):
                yield word


def _expansions(acronym: str, library: Library) -> list[frozenset[str]]:
    return [
        frozenset(
            stem(word.lower()) for word in _WORD.findall(term.expansion) if word.lower() not in STOPWORDS
        )
        for term in library.of_type(Term)
        if term.acronym == acronym
    ]
