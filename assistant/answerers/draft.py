"""What an answerer hands over: claims with the spans that prove them, before markers are set."""

from __future__ import annotations

from assistant.answer import Route, Status
from corpus.document import Frozen, Span


class Quote(Frozen):
    """A span of a document that proves a claim."""

    document: str
    span: Span


class Claim(Frozen):
    """One sentence (or one list item) of an answer, without markers, and its proof."""

    text: str
    quotes: tuple[Quote, ...] = ()


class Draft(Frozen):
    """An answer before its citations are numbered and checked."""

    status: Status
    route: Route
    claims: tuple[Claim, ...]
    choices: tuple[str, ...] = ()
    confidence: float = 1.0  # 0 … 1; below the answerer's threshold it must abstain itself
