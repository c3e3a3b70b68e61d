"""Which one party held the chair, as far as a document says it in so many words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.document import BlockKind, Document, Span
from corpus.records.statements import split, statements

if TYPE_CHECKING:
    from corpus.records.context import Context

_AFTER = re.compile(
    r"^[^.;:]{0,60}?\b(?:chaired|presided|has\s+been\s+in\s+the\s+[Cc]hair|(?:was|is)\s+in\s+the\s+[Cc]hair|held\s+the\s+[Cc]hair)"
)
_BEFORE = re.compile(
    r"\bchaired\s+by\s+(?:the\s+)?(?:Governments?\s+of\s+(?:the\s+)?)?$|\bthe\s+[Cc]hair\s*\(\s*$"
)


def chairing_party(document: Document, context: Context) -> tuple[str, Span] | None:
    """Return the canonical name of the one party that chaired, and where that is stated."""
    found: dict[str, Span] = {}
    for statement in statements(document):
        if statement.kind in {BlockKind.ROW, BlockKind.HEADING} or "hair" not in statement.text:
            continue
        for sentence in split(statement):
            hits = [hit for hit in context.parties.find(sentence.text) if not hit.demonym]
            for hit in hits:
                before = " ".join(sentence.text[: hit.start].split()) + " "
                after = sentence.text[hit.end :]
                subject = hit.start <= 4 and _AFTER.match(after)
                if subject or _BEFORE.search(before):
                    found.setdefault(hit.party.name, Span(start=sentence.start, end=sentence.end))
    return next(iter(found.items())) if len(found) == 1 else None
