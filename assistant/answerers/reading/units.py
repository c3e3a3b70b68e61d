"""The pieces that an answer can be made of, with what frames them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from assistant.answerers.reading.terms import LABEL, Token, meanings, party_places, word_at
from corpus.document import BlockKind, Document, Row, Span, Table

_CAPITALISED = re.compile(r"[A-Z][\w’-]*(?:\s+(?:(?:of|in|on|the|and|for|to|against)\s+){0,2}[A-Z][\w’-]*)+")


@dataclass(slots=True)
class Unit:
    """A piece of a document. `start` and `end` are offsets into the document's text.

    `stems` maps each stem and meaning to the word numbers where it stands in the piece; `lead` is the
    same set for the lead-in line, parent item or column names; `before` for the sentences ahead of it in the
    same block; `heading` for the headings above it.
    """

    document: str
    kind: BlockKind
    start: int
    end: int
    text: str
    block: int
    words: list[Token] = field(default_factory=list)
    stems: dict[str, list[int]] = field(default_factory=dict)
    lead: frozenset[str] = frozenset()
    lead_span: Span | None = None
    before: frozenset[str] = frozenset()
    before_span: Span | None = None
    pronoun: bool = False
    heading: frozenset[str] = frozenset()
    heading_span: Span | None = None
    section: int = 0
    table: Table | None = None
    row: Row | None = None
    group: str = ""  # of a row: the text of the spanning row above it
    items: tuple[int, ...] = ()  # of a lead-in: the numbers of the list items (blocks) below it


@dataclass(slots=True)
class Reading:
    """A document cut into units, with the words of its title, metadata and opening, and its acronyms."""

    document: Document
    units: list[Unit]
    title: frozenset[str]  # stems of title, metadata and opening
    acronyms: dict[str, str]
    opening: str  # what the document says of itself at its top
    labels: frozenset[str] = frozenset()  # stems of what rows and items are about: first cells, 'Armenia: …'


def signature(text: str, words: list[Token], keys: dict[tuple[str, ...], str]) -> dict[str, list[int]]:
    """Return where each stem, meaning and party stands among the words of a text."""
    stems = [word.stem for word in words]
    places: dict[str, list[int]] = {}
    for position, stem in enumerate(stems):
        places.setdefault(stem, []).append(position)
    for position, (names, _) in meanings(stems, keys).items():
        for name in names:
            places.setdefault(name, []).append(position)
    places.update(party_places(text, words))
    for match in LABEL.finditer(text):  # 'Decision 6/2', 'activity A.2'
        places.setdefault(match.group().lower(), []).append(word_at(words, match.start()))
    return places


def initials(text: str) -> frozenset[str]:
    """Return the short forms that the capitalised names of a text could have: 'wg' for 'Working Group'."""
    found: set[str] = set()
    for run in _CAPITALISED.findall(text):
        words = run.split()
        for first in range(len(words)):
            for last in range(first + 2, min(first + 8, len(words)) + 1):
                part = words[first:last]
                if part[0][0].isupper() and part[-1][0].isupper():
                    found.add("".join(word[0] for word in part).lower())
                    found.add("".join(word[0] for word in part if word[0].isupper()).lower())
    return frozenset(form for form in found if len(form) >= 2)
