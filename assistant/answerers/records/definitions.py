"""Answers to what an acronym stands for, by the documents' own definitions."""

from __future__ import annotations

import re

from assistant.answerers.draft import Claim, Draft
from assistant.answerers.records.wording import answered, not_stated, quotes
from assistant.library import Library
from assistant.question.lexicon import phrases
from assistant.question.words import Words
from corpus.records.types import Term

_WHAT_IS = re.compile(
    r"^\s*(?:what|who)(?:'s|’s|\s+is|\s+are)\s+(?:the\s+|an?\s+)?([A-Z][\w\-–&/ ]{0,30}?)"
    r"(?:,?\s*(?:as|according to)\b[^?]*)?\s*\?*\s*$"
)
_ACRONYM = re.compile(r"\b(?=[\w\-–&]*[A-Z][\w\-–&]*[A-Z])[A-Z][\w\-–&]*\b")


def answer_definition(words: Words, library: Library) -> Draft | None:
    """Return what an acronym stands for (or what the acronym of a name is), or None."""
    terms = library.of_type(Term)
    if words.has(phrases("definition")) or re.search(r"\bmean\b", words.text.lower()):
        return _expanded(words, terms)
    match = _WHAT_IS.match(words.text)
    if match is None:
        return None
    named = [term for term in terms if term.acronym.lower() == match.group(1).strip().lower()]
    return _definition(named) if named else None


def _expanded(words: Words, terms: tuple[Term, ...]) -> Draft | None:
    by_acronym: dict[str, list[Term]] = {}
    for term in terms:
        by_acronym.setdefault(term.acronym.lower(), []).append(term)
    for word in words.words:
        named = by_acronym.get(word.text.lower())
        if named and (len(word.text) > 2 or word.text.isupper()):
            return _definition(named)
    text = words.text.lower()
    for term in terms:
        if term.expansion.lower() in text:
            return answered(
                Claim(text=f"{term.expansion} is abbreviated {term.acronym}.", quotes=quotes([term]))
            )
    acronym = _ACRONYM.search(words.text)
    if acronym is not None:
        return not_stated(f"The documents do not say what {acronym.group()} stands for.")
    return None


def _definition(named: list[Term]) -> Draft:
    readings: dict[str, Term] = {}
    for term in named:
        known = next((text for text in readings if _same(text, term.expansion)), None)
        if known is None:
            readings[term.expansion] = term
        elif len(term.expansion) > len(known) and known.lower() in term.expansion.lower():
            continue
    claims = [
        Claim(text=f"{term.acronym} stands for {expansion}.", quotes=quotes([term]))
        for expansion, term in readings.items()
    ]
    return answered(*claims[:2])


def _same(one: str, other: str) -> bool:
    def plain(text: str) -> str:
        return re.sub(r"[^a-z]", "", text.lower().replace("organisation", "organization").replace("the ", ""))

    return plain(one) in plain(other) or plain(other) in plain(one)
