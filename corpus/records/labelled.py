"""Items that carry a label of their own: 'Decision 6/2. …', 'AP 5/1: …', or the label as a heading over the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.document import BlockKind, Document, Span
from corpus.records.statements import Statement, clean, statements, without_marker


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paragraph or item: with its label where it has one (`match`), or under a label (`waiting`).

    `body` is the text without its list marker, which is `cut` characters long.
    """

    statement: Statement
    body: str
    cut: int
    match: re.Match[str] | None
    waiting: re.Match[str] | None

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Return the place of `body[start:end]` in the document."""
        return self.statement.span(self.cut + start, None if end is None else self.cut + end)


def labelled_items(document: Document, pattern: re.Pattern[str]) -> Iterator[Labelled]:
    """Yield the paragraphs and items of a document, each matched against the pattern of a label.

    The pattern has a group `text` for what stands behind the label. A label without a text, or as a heading,
    waits for the next paragraph, which is given it.
    """
    waiting: re.Match[str] | None = None
    for statement in statements(document):
        if statement.kind is BlockKind.ROW:
            continue
        body, cut = without_marker(statement.text)
        match = pattern.match(body)
        if match is not None and (statement.kind is BlockKind.HEADING or not clean(match["text"] or "")):
            waiting = match if len(body) < 200 else None
            continue
        if statement.kind is not BlockKind.HEADING:
            yield Labelled(statement, body, cut, match, waiting if match is None else None)
        waiting = None
