"""An overview in parts: a section of a document each, or a list of what differs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answer import Route, Status
from assistant.answerers.draft import Claim, Draft, Quote

POINTS_BACK = re.compile(
    r"^\W*(?:they|it|its|he|she|his|her|their|this|these|those|such|both)\b", re.IGNORECASE
)
"""The opening of a sentence that cannot stand without the one before it."""
LONGEST = 320  # characters of a claim; a longer sentence is cut at a word


@dataclass(frozen=True)
class Part:
    """What one part of an overview says without a model, and all sentences of its section, in order.

    `sentences` is what a model may shorten; it is empty where the claims are to stay as they are.
    """

    heading: str
    claims: tuple[Claim, ...]
    sentences: tuple[Claim, ...] = ()


@dataclass(frozen=True)
class Overview:
    """The parts in the order of the document."""

    parts: tuple[Part, ...]
    route: Route

    @property
    def draft(self) -> Draft:
        """The proven answer: the claims of all parts."""
        claims = tuple(claim for part in self.parts for claim in part.claims)
        return Draft(status=Status.ANSWERED, route=self.route, claims=claims)


def stated(text: str, quote: Quote, heading: str = "") -> Claim:
    """Return a sentence of a document as a claim, under a heading as an item of a list."""
    short = " ".join(text.split()).strip()
    if len(short) > LONGEST:
        short = short[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
    return Claim(text=f"- {heading}: {short}" if heading else short, quotes=(quote,))
