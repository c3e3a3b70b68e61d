"""What a model is given to write from: the proven answer's facts and the passages, under keys made up anew.

A key is five random letters that stand in no text given, so that a model can only copy it, not guess it. A
passage is given without the text that gives orders to who reads it ('ignore the instructions above'): a
document is data, and a model obeys.
"""

from __future__ import annotations

import re
import string
from collections.abc import Container, Sequence
from dataclasses import dataclass
from random import Random, SystemRandom

from assistant.answerers.draft import Claim, Draft, Quote
from corpus.document import Span
from corpus.orders import gives_orders, order_spans
from index.types import Hit

_UNIT_END = re.compile(
    r"(?<=[.!?])[\"”’)]*\s+(?=[^\W\d_a-z]|[“\"(\d])|\n\s*\n|\n(?=\s*(?:[-*•|]|\d+[.)]|\([a-z]\)))"
)


@dataclass(frozen=True)
class Unit:
    """The smallest piece of evidence: a sentence or item of a passage, or a proven claim, and its quotes."""

    text: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Item:
    """What a key stands for: its units, and the headings above them."""

    key: str
    units: tuple[Unit, ...]
    headings: str = ""
    proven: bool = False  # a claim of the proven answer, not a passage

    @property
    def text(self) -> str:
        """The item as the model reads it."""
        return "\n".join(unit.text for unit in self.units)


def gather(
    draft: Draft, hits: Sequence[Hit], characters: int, random: Random | None = None
) -> dict[str, Item]:
    """Return the evidence by key: the draft's claims first, then passages, best first, within `characters`.

    `random` makes the keys; without one they come from the system's source and cannot be foreseen.
    """
    source = random or SystemRandom()
    given = "\n".join([*(claim.text for claim in draft.claims), *(hit.passage.text for hit in hits)]).lower()
    items: dict[str, Item] = {}

    def add(units: tuple[Unit, ...], headings: str = "", proven: bool = False) -> None:
        key = _new_key(source, given, items)
        items[key] = Item(key, units, headings, proven)

    for unit in _facts(draft.claims):
        add((unit,), proven=True)
    left = characters - sum(len(item.text) for item in items.values())
    for hit in hits:
        units = tuple(_units(hit))
        size = sum(len(unit.text) for unit in units)
        if not units or size > left:
            continue
        left -= size
        add(units, headings=" › ".join(head for head in hit.passage.path if not gives_orders(head)))
    return items


def keyed(claims: Sequence[Claim], random: Random | None = None) -> dict[str, Item]:
    """Return proven claims as evidence by key, each an item of its own, in order."""
    source = random or SystemRandom()
    given = "\n".join(claim.text for claim in claims).lower()
    items: dict[str, Item] = {}
    for claim in claims:
        if claim.quotes:
            key = _new_key(source, given, items)
            items[key] = Item(key, (Unit(claim.text.removeprefix("- "), claim.quotes),))
    return items


def _new_key(source: Random, given: str, taken: Container[str]) -> str:
    while True:
        key = "".join(source.choices(string.ascii_lowercase, k=5))
        if key not in taken and key not in given:
            return key


def _facts(claims: Sequence[Claim]) -> list[Unit]:
    """A list's items are one fact together with the sentence that opens the list."""
    facts: list[Unit] = []
    for claim in claims:
        if claim.text.startswith("- ") and facts:
            last = facts[-1]
            quotes = tuple(dict.fromkeys((*last.quotes, *claim.quotes)))
            facts[-1] = Unit(f"{last.text}\n{claim.text}", quotes)
        else:
            facts.append(Unit(claim.text, claim.quotes))
    return [fact for fact in facts if fact.quotes]


def _units(hit: Hit) -> list[Unit]:
    passage = hit.passage
    bounds = [0]
    for match in _UNIT_END.finditer(passage.text):
        bounds.append(match.end())
    orders = order_spans(passage.text)
    units = []
    for start, end in zip(bounds, [*bounds[1:], len(passage.text)], strict=True):
        piece = passage.text[start:end]
        ordered = any(order.start < end and start < order.end for order in orders)
        if ordered or not piece.strip() or gives_orders(piece):
            continue
        start += len(piece) - len(piece.lstrip())
        text = piece.strip()
        span = Span(start=passage.start + start, end=passage.start + start + len(text))
        units.append(Unit(" ".join(text.split()), (Quote(document=passage.document, span=span),)))
    return units
