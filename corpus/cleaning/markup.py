"""Markdown marks taken off a text, for names, titles and display."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LINE_MARKS = re.compile(r"^[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?)", re.MULTILINE)
_CLOSING_HASHES = re.compile(r"[ \t]+#+[ \t]*$", re.MULTILINE)
_TABLE_RULE = re.compile(
    r"^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)*\|?[ \t]*(?:\n|$)", re.MULTILINE
)
_ROW = re.compile(r"^[ \t]*\|(.*)\|[ \t]*$", re.MULTILINE)
_IMAGE = re.compile(r"!\[([^\]\n]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)")
_LINK = re.compile(r"(?<!!)\[([^\]\n]+)\]\((?:<[^>\n]*>|[^)\s]*)(?:\s+\"[^\"]*\")?\)")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^>\s]+)>")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_STARS = re.compile(r"(?<!\\)(\*{1,3})(?=[^\s*])(.+?)(?<=[^\s*\\])\1", re.DOTALL)
_UNDERSCORES = re.compile(r"(?<![\w\\])(_{1,3})(?=[^\s_])(.+?)(?<=[^\s_\\])\1(?!\w)", re.DOTALL)
_STRUCK = re.compile(r"~~(?=\S)(.+?)(?<=\S)~~")
_BREAK = re.compile(r"<br\s*/?>|\\(?=\n)", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")


def plain(text: str) -> str:
    """Return Markdown text as a reader sees it: without marks, links as their words.

    Text without marks comes back as it is, apart from white space at its ends.
    """
    shown = _COMMENT.sub("", text)
    shown = _LINE_MARKS.sub("", shown)
    shown = _CLOSING_HASHES.sub("", shown)
    if "|" in shown:
        shown = _TABLE_RULE.sub("", shown)
        shown = _ROW.sub(lambda row: " | ".join(cell.strip() for cell in row[1].split("|")).strip(), shown)
    shown = _IMAGE.sub(r"\1", shown)
    shown = _LINK.sub(r"\1", shown)
    shown = _AUTOLINK.sub(r"\1", shown)
    shown = _BREAK.sub(" ", shown)
    for pattern in (_STARS, _STARS, _UNDERSCORES, _UNDERSCORES, _CODE):
        shown = pattern.sub(r"\2", shown)
    shown = _STRUCK.sub(r"\1", shown)
    return _ESCAPE.sub(r"\1", shown).strip()


def in_force(text: str) -> str:
    """Return Markdown text without what is struck out in it: '~~May~~ **July**' is '**July**'."""
    return _STRUCK.sub("", text)
