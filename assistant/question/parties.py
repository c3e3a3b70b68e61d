"""Which parties a question names, in whatever spelling."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz
from wordfreq import zipf_frequency

from assistant.library import Library
from assistant.question.words import Words
from corpus.names.date_grammar import MONTH_FORMS
from index.words import STOPWORDS


@dataclass(frozen=True)
class NamedParty:
    """A party named in a question: its canonical name (None if nobody knows it) and the words naming it."""

    party: str | None
    written: str
    start: int
    end: int
    adjective: bool = False  # 'Australian', 'Kenyan': says where somebody is from


def named_parties(words: Words, library: Library) -> list[NamedParty]:
    """Return the parties that a question names, longest names first where they overlap, in order.

    Names are those of the party table (states, organisations, their aliases and demonyms) and all names that
    stand on a list of attendance, with and without their acronyms. The words of the question that are
    explained already (the place of a meeting) name no party.
    """
    text = words.text
    found: list[NamedParty] = []
    for mention in library.parties.find(_in_capitals(words)):
        found.append(
            NamedParty(
                mention.party.name, text[mention.start : mention.end], mention.start, mention.end, mention.demonym
            )
        )  # fmt: skip
    found += _misspelt(words, library)
    parts = _parts(words)
    for name, party in library.listed_names.items():
        for start, end in _places(name, words, parts):
            found.append(NamedParty(party, text[start:end], start, end))
    found.sort(key=lambda one: (-(one.end - one.start), one.start))
    kept: list[NamedParty] = []
    for one in found:
        if any(one.start < other.end and other.start < one.end for other in kept):
            continue
        if _mostly_explained(words, one.start, one.end) or _is_body(one, library):
            continue
        kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _in_capitals(words: Words) -> str:
    """The question with capital initials where it was typed without, so that names in it can be found."""
    text = words.text
    if any(word.text[:1].isupper() and word.text not in MONTH_FORMS for word in words.words[1:]):
        return text
    letters = list(text)
    for word in words.words:
        if len(word.text) >= 4 and word.norm not in STOPWORDS and zipf_frequency(word.text, "en") < 5.5:
            letters[word.start] = letters[word.start].upper()
    return "".join(letters)


def _misspelt(words: Words, library: Library) -> list[NamedParty]:
    """Single words that are no English words and nearly the name of a known party ('kiribatti')."""
    found = []
    for word in words.words:
        if len(word.text) < 5 or not word.text.isalpha() or zipf_frequency(word.text.lower(), "en") >= 2.0:
            continue
        party = library.parties.resolve(word.text.capitalize())
        if party is not None:
            found.append(NamedParty(party.name, word.text, word.start, word.end))
    return found


def _is_body(one: NamedParty, library: Library) -> bool:
    """Whether the name is that of the body whose meeting it is rather than of one that attends."""
    if one.party is None:
        return False
    key = library.bodies.key(one.party)
    return bool(key) and any(
        library.bodies.key(body) <= key for body in library.bodies.names if library.bodies.key(body)
    )


def _mostly_explained(words: Words, start: int, end: int) -> bool:
    """Whether the words already name a meeting or its body; small words do not count."""
    numbers = [
        number
        for number, word in enumerate(words.words)
        if word.start < end and word.end > start and word.norm not in STOPWORDS
    ]
    return bool(numbers) and all(number in words.explained for number in numbers)


def _parts(words: Words) -> list[tuple[str, int, int]]:
    """Return the words of the question cut at hyphens: each in lower case, with its start and end."""
    return [
        (match.group().lower(), word.start + match.start(), word.start + match.end())
        for word in words.words
        for match in re.finditer(r"[^\-]+", word.text)
    ]


def _places(name: str, words: Words, parts: list[tuple[str, int, int]]) -> list[tuple[int, int]]:
    """Find a listed name in the question: exactly, or letter by letter almost for long words."""
    wanted = [part for part in re.split(r"[\s\-]+", name.lower()) if part]
    if not wanted or (len(name) < 4 and not name.isupper()):
        return []
    if len(wanted) == 1 and name.isupper():
        return [
            (word.start, word.end)
            for word in words.words
            if word.text == name or (word.norm == name.lower() and len(name) > 3)
        ]
    places = []
    for first in range(len(parts) - len(wanted) + 1):
        window = parts[first : first + len(wanted)]
        if all(_alike(part[0], want) for part, want in zip(window, wanted, strict=True)):
            places.append((window[0][1], window[-1][2]))
    return places


def _alike(written: str, wanted: str) -> bool:
    if written == wanted:
        return True
    if len(wanted) < 6 or written[:1] != wanted[:1]:
        return False
    return fuzz.ratio(written, wanted) >= 88
