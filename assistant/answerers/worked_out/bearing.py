"""Whether a sentence speaks of the thing that a question names: every word of it must be there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from assistant.answerers.reading.terms import meanings, party_key, tokens
from assistant.answerers.worked_out.wordlists import stems
from corpus.names.parties import find_parties
from index.words import STOPWORDS

Word = frozenset[str]  # a word under all that it may be called: its stem and its meanings


def thing(text: str) -> frozenset[Word]:
    """Return the words of a question's phrase that a sentence about the same thing has to bear."""
    parties = find_parties(text)
    found = {frozenset({party_key(one.party.name)}) for one in parties}
    marked = text
    for one in parties:
        marked = marked[: one.start] + " " * (one.end - one.start) + marked[one.end :]
    all_tokens = tokens(marked)
    known = meanings([token.stem for token in all_tokens], {})
    for number, token in enumerate(all_tokens):
        if token.stem in STOPWORDS or token.stem in stems("plain") or len(token.stem) < 2:
            continue
        names = known[number][0] if number in known and known[number][1] == 1 else ()
        found.add(frozenset({token.stem, *names}))
    return frozenset(found)


@lru_cache(maxsize=8192)
def said(text: str) -> frozenset[str]:
    """Return the stems, meanings and parties of a text."""
    all_tokens = [token.stem for token in tokens(text)]
    found = set(all_tokens)
    for names, _ in meanings(all_tokens, {}).values():
        found.update(names)
    found.update(party_key(one.party.name) for one in find_parties(text))
    return frozenset(found)


def borne(words: Iterable[Word], text: str) -> frozenset[Word]:
    """Return those of the words that a text bears."""
    has = said(re.sub(r"\s+", " ", text))
    return frozenset(word for word in words if word & has)
