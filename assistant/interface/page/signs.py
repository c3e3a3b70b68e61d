"""The signs of markup in a document's text: stars, hashes, pipes. They are hidden, never taken out.

The canonical text keeps what the file holds, so a quote may read `- **Observers (2):** …` or `| 1 | Kenya |`.
On the page every character of it is still there, the signs in elements that are not displayed; so what is
marked is the quote, character for character, and what is read (or copied from the page) is clean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from assistant.interface.page import markup
from corpus.document import Span


class Sign(StrEnum):
    """What a run of characters is."""

    WORDS = "words"
    HIDDEN = "hidden"
    BAR = "bar"  # between two cells of a table row
    BULLET = "bullet"  # before a list item


@dataclass(frozen=True)
class Run:
    """Characters `start:end` of a text that are shown alike."""

    start: int
    end: int
    sign: Sign
    strong: bool = False


class _Note(Protocol):
    """Notes characters as a sign."""

    def __call__(self, start: int, end: int, sign: Sign = ...) -> None: ...


_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*\n?", re.MULTILINE)
_ROW = re.compile(r"^[ \t]*\|.*\|[ \t]*$", re.MULTILINE)
_EDGE = re.compile(r"^[ \t]*\|[ \t]*|[ \t]*(?<!\\)\|[ \t]*$")
_BAR = re.compile(r"[ \t]*(?<!\\)\|[ \t]*")
_ESCAPED_BAR = re.compile(r"\\(?=\|)")
_HEADING = re.compile(r"^ {0,3}(#{1,6}[ \t]+)(.*?)([ \t]+#+[ \t]*)?$", re.MULTILINE)
_BULLET = re.compile(r"^[ \t]*([-*+][ \t]+)(?=\S)", re.MULTILINE)
_QUOTED = re.compile(r"^[ \t]*((?:>[ \t]?)+)", re.MULTILINE)
_STRONG = re.compile(r"\*\*|(?<!\w)__(?=\S)|(?<=\S)__(?!\w)")
_STRESS = re.compile(r"(?<![\w*\\])([*_])(?=[^\s*_])([^\n*]*?[^\s*_\\])\1(?![\w*])")
_LINK = re.compile(r"!?(\[)([^\[\]\n]+)(\]\((?:[^()\s]|\([^()\s]*\))+(?:[ \t]+\"[^\"\n]*\")?\))")
_CODE = re.compile(r"(`+)([^`\n]+)(\1)")
_ESCAPE = re.compile(r"(\\)(?=[\\`*_{}\[\]()#+.!|<>~-])")
_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)


def runs(text: str, markdown: bool) -> list[Run]:
    """Return runs that tile a text. Pipes of table rows are signs in any text, the others in Markdown only."""
    signs: dict[int, Sign] = {}

    def note(start: int, end: int, sign: Sign = Sign.HIDDEN) -> None:
        for at in range(start, end):
            signs.setdefault(at, sign)

    for rule in _RULE.finditer(text):
        if "|" in rule[0]:
            note(*rule.span())
    for row in _ROW.finditer(text):
        for edge in _EDGE.finditer(row[0]):
            note(row.start() + edge.start(), row.start() + edge.end())
        for bar in _BAR.finditer(row[0]):
            note(row.start() + bar.start(), row.start() + bar.end(), Sign.BAR)
        for escape in _ESCAPED_BAR.finditer(row[0]):
            note(row.start() + escape.start(), row.start() + escape.end())
    strong: list[tuple[int, int]] = []
    if markdown:
        strong = _marks(text, note)
    return list(_joined(text, signs, strong))


def shown(text: str, start: int, end: int, markdown: bool, mark: Span | None = None) -> str:
    """Return `text[start:end]` as HTML without visible signs, with `mark` in one <mark>.

    All positions count from the start of `text`; the text content of the HTML is `text[start:end]`, and that
    of the <mark> its part of it.
    """
    piece = text[start:end]
    first = max(0, mark.start - start) if mark else len(piece)
    last = min(len(piece), mark.end - start) if mark else len(piece)
    parts: tuple[list[str], list[str], list[str]] = ([], [], [])
    for run in runs(piece, markdown):
        for part, low, high in zip(parts, (0, first, last), (first, last, len(piece)), strict=True):
            if (one := max(run.start, low)) < (other := min(run.end, high)):
                part.append(_html(piece[one:other], run))
    before, marked, after = ("".join(part) for part in parts)
    return before + (f'<mark tabindex="-1">{marked}</mark>' if marked else "") + after


def plain(text: str, markdown: bool) -> str:
    """Return a text without its signs, on one line for each line of it; for copies, exports and short quotes."""
    out = []
    for run in runs(text, markdown):
        if run.sign is Sign.WORDS:
            out.append(text[run.start : run.end])
        elif run.sign is Sign.BAR:
            out.append(" · ")
        elif run.sign is Sign.BULLET:
            out.append("• ")
    return "".join(out)


def is_markdown(document: str) -> bool:
    """Tell from a document's id whether its text has the marks of Markdown."""
    return document.lower().endswith((".md", ".markdown"))


def _marks(text: str, note: _Note) -> list[tuple[int, int]]:
    """Note the signs of Markdown; return the spans set in bold."""
    strong = []
    for heading in _HEADING.finditer(text):
        note(*heading.span(1))
        if heading[3]:
            note(*heading.span(3))
        strong.append(heading.span(2))
        if text[heading.end() : heading.end() + 2] == "\n\n":  # no empty line under a heading
            note(heading.end(), heading.end() + 1)
    for bullet in _BULLET.finditer(text):
        note(*bullet.span(1), Sign.BULLET)
    for quoted in _QUOTED.finditer(text):
        note(*quoted.span(1))
    opened = None
    for star in _STRONG.finditer(text):
        note(*star.span())
        if opened is not None and "\n\n" not in text[opened : star.start()]:
            strong.append((opened, star.start()))
            opened = None
        else:
            opened = star.end()
    for stress in _STRESS.finditer(text):
        note(stress.start(), stress.start() + 1)
        note(stress.end() - 1, stress.end())
    for link in _LINK.finditer(text):
        note(link.start(), link.end(1))
        note(*link.span(3))
    for code in _CODE.finditer(text):
        note(*code.span(1))
        note(*code.span(3))
    for pattern in (_ESCAPE, _BREAK):
        for sign in pattern.finditer(text):
            note(*sign.span())
    return strong


def _joined(text: str, signs: dict[int, Sign], strong: list[tuple[int, int]]) -> Iterator[Run]:
    bold = [False] * len(text)
    for start, end in strong:
        bold[start:end] = [True] * (end - start)
    start = 0
    for at in range(1, len(text) + 1):
        kind = (signs.get(start, Sign.WORDS), bold[start])
        if at == len(text) or (signs.get(at, Sign.WORDS), bold[at]) != kind:
            yield Run(start, at, *kind)
            start = at


def _html(piece: str, run: Run) -> str:
    escaped = markup.text(piece)
    if run.sign is Sign.WORDS:
        return f"<strong>{escaped}</strong>" if run.strong else escaped
    css = {Sign.BAR: "wg-bar", Sign.BULLET: "wg-bullet"}.get(run.sign)
    hidden = f'<span class="wg-sign">{escaped}</span>'
    return f'<span class="{css}">{hidden}</span>' if css else hidden
