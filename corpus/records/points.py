"""Points: what a paper says one by one, as list items under their lead-in or as single sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from corpus.document import BlockKind, Document, Span
from corpus.records.statements import Statement, headings, split, statements, states_gap, without_marker
from corpus.records.wording import decides, is_bare_collective, leads_to_decisions

_INLINE = re.compile(r"(?:(?<=[\s:;,])|^)\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s+")
_PREAMBLE = re.compile(
    r"\b(?:Council|Group|Committee|Meeting|Conference|Commission|Assembly|Parties|Board)\b[^.;]*,$"
)
_LETTERED = re.compile(r"(?!e$)\W*([0-9a-z]{1,3}(?:\.\d{1,2})*|[ivx]{1,5})\W*")


@dataclass(frozen=True, slots=True)
class Point:
    """One item or sentence: `text` stands at `start:end` of the document, with blanks for markup.

    `lead` is what introduces the item ('The Working Group agreed:'), empty for a sentence of its own; `label`
    is its number as printed ('12(a)'); `path` the headings above it.
    """

    start: int
    end: int
    text: str
    lead: str
    label: str | None
    path: tuple[str, ...]
    kind: BlockKind
    alone: bool  # the point is all that its block holds

    def span(self) -> Span:
        """Return the place of the point in the document."""
        return Span(start=self.start, end=self.end)


def points(document: Document) -> Iterator[Point]:
    """Yield the points of a document in order; headings and table rows are none."""
    lead: Statement | None = None
    open_list = False
    for statement in statements(document):
        if statement.kind in {BlockKind.HEADING, BlockKind.ROW}:
            lead = None
            continue
        path = headings(document, statement)
        text = statement.text.rstrip()
        if lead is not None and _belongs(statement, open_list):
            body, cut = without_marker(text)
            open_list = not body.endswith((".", "!", "?"))
            if not states_gap(body):
                yield Point(
                    statement.start + cut,
                    statement.start + len(text),
                    body,
                    lead.text,
                    _label(document, lead, statement),
                    path,
                    statement.kind,
                    alone=True,
                )
            continue
        lead = (
            statement
            if text.endswith(":") or _PREAMBLE.search(text) or _goes_on(document, statement)
            else None
        )
        open_list = lead is not None
        marks = list(_INLINE.finditer(text))
        if len(marks) >= 2 and _introduces(text[: marks[0].start()]):
            yield from _inline(document, statement, marks, path)
            continue
        yield from _sentences(document, statement, path, all_but_last=lead is not None)


def _goes_on(document: Document, statement: Statement) -> bool:
    """Whether a line without a full stop goes on with the items below it: 'The Meeting further' / '1. approved …'."""
    after = statement.block + 1
    text = statement.text.rstrip()
    return (
        statement.kind is BlockKind.PARAGRAPH
        and text[-1:].isalpha()
        and len(text) < 120
        and after < len(document.blocks)
        and document.blocks[after].kind is BlockKind.ITEM
        and document.text[document.blocks[after].start : document.blocks[after].end]
        .lstrip("0123456789.()•-–* ")[:1]
        .islower()
    )


def _introduces(before: str) -> bool:
    """Say whether the text before '(a)' introduces what is decided, not what something consists of."""
    return leads_to_decisions(before) or is_bare_collective(before) or not decides(before)


def leads_to_list(text: str) -> bool:
    """Say whether a sentence is only the lead-in of the list below it."""
    return leads_to_decisions(text) or is_bare_collective(text) or not decides(text)


def _belongs(statement: Statement, open_list: bool) -> bool:
    if statement.kind is BlockKind.ITEM:
        return True
    text = without_marker(statement.text)[0].lstrip()
    return open_list and (text[:1].islower() or statement.text.rstrip().endswith((";", "; and")))


def _label(document: Document, lead: Statement, item: Statement) -> str | None:
    outer = _LETTERED.fullmatch(document.blocks[lead.block].marker)
    inner = _LETTERED.fullmatch(document.blocks[item.block].marker)
    if inner is None:
        return None
    if outer is not None and outer[1][0].isdigit():
        return f"{outer[1]}({inner[1]})"
    return f"({inner[1]})" if inner[1].isalpha() else inner[1]


def _inline(
    document: Document, statement: Statement, marks: list[re.Match[str]], path: tuple[str, ...]
) -> Iterator[Point]:
    """'The Working Group: (a) agreed …; (b) asked …' in one paragraph."""
    lead = without_marker(statement.text[: marks[0].start()])[0]
    outer = _LETTERED.fullmatch(document.blocks[statement.block].marker)
    edges = [(mark, mark.end(), following.start()) for mark, following in pairwise(marks)]
    edges.append((marks[-1], marks[-1].end(), len(statement.text.rstrip())))
    for mark, left, right in edges:
        text = statement.text[left:right].rstrip()
        letter = mark.group().strip()
        label = f"{outer[1]}{letter}" if outer is not None and outer[1][0].isdigit() else letter
        if text and not states_gap(text):
            start = statement.start + left
            yield Point(start, start + len(text), text, lead, label, path, statement.kind, alone=True)


def _sentences(
    document: Document, statement: Statement, path: tuple[str, ...], *, all_but_last: bool
) -> Iterator[Point]:
    mark = _LETTERED.fullmatch(document.blocks[statement.block].marker)
    label = mark[1] if mark is not None and mark[1][0].isdigit() else None
    parts = list(split(statement))
    if all_but_last and leads_to_list(parts[-1].text if parts else ""):
        parts.pop()
    for place, sentence in enumerate(parts):
        body, cut = without_marker(sentence.text) if place == 0 else (sentence.text, 0)
        if body:
            yield Point(
                sentence.start + cut,
                sentence.end,
                body,
                "",
                label,
                path,
                statement.kind,
                alone=len(parts) == 1,
            )
