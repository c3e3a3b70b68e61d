"""The head of a typed paper: letters set apart in its title, and its symbol at the right end of a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.names.dates import find_dates
from corpus.raw import Line

HEAD_LINES = 10  # of a paper, among which what files it stands at the right
_SET_APART = re.compile(r"(?<!\S)\S(?: \S){2,}(?: {2,}\S(?: \S)*)*(?!\S)")
_WIDE = re.compile(r" {4,}(?=\S)")
_SYMBOL = re.compile(r"(?=[^\s]*\d)[A-Z][\w.-]*(?:\s?/\s?[\w.()-]+){1,7}")
_FILED = re.compile(
    r"(?:original|orig|distr(?:ibution)?|language|ref(?:erence)?|doc(?:ument)?|symbol|status|classification|date"
    r"|approved|adopted|issued|circulated|revised|file|version|copy)\b\.?(?:\s?(?:no|on)\.?)?\s?:\s*\S"
    r"|(?:general|limited|restricted|confidential|provisional|unclassified)(?:\s+distribution)?$",
    re.IGNORECASE,
)


def files_the_paper(text: str) -> bool:
    """Tell whether a line is the symbol of a paper, or how it is distributed: no part of its title."""
    text = text.strip(" ()[]")
    return bool(_SYMBOL.fullmatch(text) or _FILED.match(text))


def closed_up(text: str) -> str:
    """Return a line with titles whose letters are set apart written as words: 'R E P O R T   O F' → 'REPORT OF'."""
    return _SET_APART.sub(_as_words, text)


def _as_words(found: re.Match[str]) -> str:
    words = [word.replace(" ", "") for word in re.split(r" {2,}", found[0])]
    letters = "".join(words)
    # '1 2 3' of a table, '. . .' before a page number and 'A B' of two columns are no title.
    if not letters.isalpha() or not letters.isupper() or len(letters) < 6:
        return found[0]
    return " ".join(words)


def below_the_head(lines: Sequence[Line]) -> list[Line]:
    """Return lines with what files the paper taken from the right of its head and put below its lines."""
    out: list[Line] = []
    aside: list[Line] = []
    for place, line in enumerate(lines):
        if aside and (line.gap >= 1 or place >= HEAD_LINES):
            out += aside
            aside = []
        pieces = _WIDE.split(line.text)
        right = pieces[-1].strip()
        if place >= HEAD_LINES or line.page > 1 or len(pieces) != 2 or not _beside(right):
            out.append(line)
            continue
        left = pieces[0].strip()
        out.append(replace(line, text=left, right=line.left + len(left)))
        aside.append(Line(right, page=line.page, left=line.left, right=line.left + len(right), gap=not aside))
    return out + aside


def _beside(right: str) -> bool:
    dates = find_dates(right)
    alone = bool(dates) and (dates[0].start, dates[0].end) == (0, len(right))
    return files_the_paper(right) or alone
