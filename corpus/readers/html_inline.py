"""The text of an element as it shows: white space collapsed, line breaks kept, raised figures read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from corpus.readers.glyphs import as_written, raised, soft

BREAK = "\n"


def inline(nodes: Iterable[PageElement]) -> str:
    """Return the text of inline nodes; `<br>` gives a line feed, all other white space a single space."""
    text = ""
    for node in nodes:
        if isinstance(node, NavigableString):
            text += re.sub(r"\s+", " ", str(node))
        elif isinstance(node, Tag):
            if node.name == "br":
                text += BREAK
            elif node.name == "sup":
                shown = node.get_text()
                text += shown if not text.strip() or text[-1:].isspace() else raised(text, shown)
            elif node.name == "q":
                text += f"“{inline(node.children)}”"
            else:
                text += inline(node.children)
    return text


def tidied(text: str) -> str:
    """Return text with single spaces, normal characters and no blanks around its line feeds."""
    lines = (" ".join(soft(as_written(line)).split()) for line in text.split(BREAK))
    return BREAK.join(lines).strip(BREAK)


def as_one(pieces: Iterable[str]) -> str:
    """Join what stands on lines of its own inside a table cell.

    A piece that goes on a phrase (small letter or figure first) follows with a space, one that begins anew
    after '; ', so that two names do not run into one.
    """
    whole = ""
    for piece in pieces:
        piece = piece.strip()
        if not piece:
            continue
        anew = (
            whole and not whole.endswith((",", ";", ":", ".", "-", "–", "&", "/", "(")) and piece[0].isupper()
        )
        whole += ("; " if anew else " " if whole else "") + piece
    return whole
