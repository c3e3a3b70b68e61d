"""Which persons a question names, by full name or surname, in whatever spelling."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from assistant.library import Library
from assistant.question.words import Words
from corpus.records.types import Person

_HONORIFICS = frozenset(
    [
        "mr",
        "ms",
        "mrs",
        "miss",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "hon",
        "h.e",
        "ambassador",
        "minister",
        "senator",
        "colonel",
        "judge",
    ]
)


@dataclass(frozen=True)
class NamedPerson:
    """A person named in a question: the records that are about a bearer of that name."""

    name: str
    records: tuple[Person, ...]
    start: int
    end: int


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Return the text in lower case without diacritics."""
    decomposed = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).lower()


def name_parts(name: str) -> tuple[str, ...]:
    """Return the words of a name, plain, without honorifics."""
    return tuple(part for part in re.split(r"[\s.]+", plain(name)) if part and part not in _HONORIFICS)


def same_name(one: str, other: str) -> bool:
    """Whether two written names may be the same person's: one's words all stand in the other."""
    first, second = set(name_parts(one)), set(name_parts(other))
    return bool(first) and bool(second) and (first <= second or second <= first)


def named_persons(words: Words, library: Library) -> list[NamedPerson]:
    """Return the persons that a question names, in order of the question.

    A full name may be misspelt; a surname alone must be exact, or nearly so when it is long.
    """
    by_name: dict[tuple[str, ...], list[Person]] = defaultdict(list)
    for person in library.of_type(Person):
        parts = name_parts(person.name)
        if parts:
            by_name[parts].append(person)
    found: list[NamedPerson] = []
    tokens = [(plain(word.text).removesuffix("'s").removesuffix("’s"), word) for word in words.words]
    for parts, records in by_name.items():
        place = _full(parts, tokens) or _surname(parts, tokens)
        if place is not None:
            start, end = tokens[place[0]][1].start, tokens[place[1] - 1][1].end
            found.append(NamedPerson(records[0].name, tuple(records), start, end))
    return _merged(found)


def _full(parts: tuple[str, ...], tokens: list) -> tuple[int, int] | None:  # type: ignore[type-arg]
    if len(parts) < 2:
        return None
    for first in range(len(tokens) - len(parts) + 1):
        window = [token for token, _ in tokens[first : first + len(parts)]]
        if all(_alike(token, part) for token, part in zip(window, parts, strict=True)):
            return first, first + len(parts)
    return None


def _surname(parts: tuple[str, ...], tokens: list) -> tuple[int, int] | None:  # type: ignore[type-arg]
    for part in (parts[-1], parts[0]) if len(parts) > 1 else parts:
        if len(part) < 4:
            continue
        for number, (token, word) in enumerate(tokens):
            written = word.text
            if token == part and (written[:1].isupper() or not _common(part)):
                return number, number + 1
            if (
                len(part) >= 7
                and token[:1] == part[:1]
                and fuzz.ratio(token, part) >= 90
                and not _common(token)
            ):
                return number, number + 1
    return None


def _alike(token: str, part: str) -> bool:
    if token == part:
        return True
    if token[:1] != part[:1] or min(len(token), len(part)) < 3:
        return False
    return fuzz.ratio(token, part) >= 80 and not (_common(token) and token != part)


def _common(word: str) -> bool:
    from wordfreq import zipf_frequency

    return bool(zipf_frequency(word, "en") >= 4.0)


def _merged(found: list[NamedPerson]) -> list[NamedPerson]:
    """Join spellings of one person, and drop a match inside a longer one."""
    found.sort(key=lambda one: (-(one.end - one.start), one.start))
    kept: list[NamedPerson] = []
    for one in found:
        for number, other in enumerate(kept):
            if one.start < other.end and other.start < one.end:
                if same_name(one.name, other.name):
                    kept[number] = NamedPerson(
                        max(one.name, other.name, key=len),
                        other.records + one.records,
                        other.start,
                        other.end,
                    )
                break
        else:
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)
