"""The title block: the headings at the top of a document that together make its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import BlockKind
from corpus.layout.datelines import TITLE_WORDS
from corpus.layout.letterhead import files_the_paper

_SECTION_WORDS = re.compile(
    r"(?:[IVX]+|\d+|[A-Z])[.)]\s|(?:introduction|background|opening|overview|purpose|present|participants|attendance"
    r"|in attendance|preamble|context|summary|agenda|objectives?|highlights|key points|contents)\b",
    re.IGNORECASE,
)
MOST = 8  # headings of a title block
SHORT = 120


@dataclass(frozen=True, slots=True)
class Shown:
    """A block as a reader sees it: its role, heading level, and text without markup."""

    kind: BlockKind
    level: int
    text: str


def title_block(content: Sequence[Shown]) -> tuple[list[str], list[Shown]]:
    """Return the lines of the title block, and the blocks after it."""
    heads: list[Shown] = []
    for block in content[:MOST]:
        if block.kind is BlockKind.HEADING:
            heads.append(block)
        elif all(files_the_paper(line) for line in block.text.splitlines()):
            continue  # its symbol, over the title or between two lines of it
        else:
            break
    while len(heads) > 1 and _opens_a_section(heads[-1], heads[-2]):
        heads.pop()
    rest = [block for block in content if not any(block is head for head in heads)]
    return [head.text for head in heads], rest


def _opens_a_section(head: Shown, above: Shown) -> bool:
    if _SECTION_WORDS.match(head.text):
        return not re.search(r"meeting|session|sitting|plenary", head.text, re.IGNORECASE)
    return head.level > above.level and not TITLE_WORDS.search(head.text)


def joined(heads: Sequence[str]) -> str:
    """Return the lines of a title as one line; what a line before says already is not said twice."""
    title = ""
    for head in heads:
        words = " ".join(head.split())
        if words.lower() not in title.lower():
            title += (" " if title.endswith((":", ",", "–", "—", "-")) else ", " if title else "") + words
    return title


def first_words(text: str) -> str:
    """Return the beginning of a text, for a document without any heading."""
    line = " ".join(text.split())
    return line if len(line) <= SHORT else line[: SHORT - 3].rsplit(" ", 1)[0] + " …"
