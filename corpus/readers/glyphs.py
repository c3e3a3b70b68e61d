"""Characters as printed → characters as written: ligatures, soft hyphens, odd spaces, bullets."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_NOTHING = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0b\x0e-\x1f]")
_LIGATURES = {ord(c): unicodedata.normalize("NFKC", c) for c in "ﬀﬁﬂﬃﬄﬅﬆ"}
_HYPHENS = {0x2010: "-", 0x2011: "-", 0x2043: "•"}
_CID = re.compile(r"\(cid:\d+\)")
# Symbol and Wingdings fonts keep their bullets in the private use area.
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_UNITS = re.compile(r"(?:^|[\s\d(/])(?:m|km|cm|mm|dm|ft)$")
_ORDINAL = re.compile(r"^(?:st|nd|rd|th|er|re|e|ème|o|a|º|ª)\b", re.IGNORECASE)


def as_written(text: str) -> str:
    """Return text without ligatures, odd spaces and invisible characters; soft hyphens stay (see `soft`)."""
    if text.isascii() and text.isprintable():
        return text
    text = text.translate(_LIGATURES).translate(_HYPHENS)
    text = _NOTHING.sub("", _SPACES.sub(" ", text))
    return unicodedata.normalize("NFC", text)


def soft(line: str) -> str:
    """Resolve the soft hyphens of a line: a hyphen where the line ends with one, nothing elsewhere."""
    stripped = line.rstrip()
    if stripped.endswith("\u00ad"):
        stripped = stripped[:-1] + "-"
    return stripped.replace("\u00ad", "")


def bullets(line: str) -> str:
    """Turn an undecoded or private-use glyph at the start of a line into '•', and drop others."""
    line = re.sub(r"^\s*(?:\(cid:\d+\)|[\ue000-\uf8ff])(?=\s|$)", "•", line)
    return _PRIVATE.sub("", _CID.sub("", line))


def undecoded(text: str) -> int:
    """Count the glyphs for which the file gives no character."""
    return len(_CID.findall(text)) + text.count("\ufffd")


def raised(before: str, text: str) -> str:
    """Return what a raised (superscript) run of characters adds to the text before it.

    An ordinal's ending joins its number ('10' + 'th'), an exponent its unit ('m' + '2' → 'm²'). The mark of
    a footnote is dropped, for it would read as part of the word or number; the note itself stays.
    """
    text = text.strip()
    if before[-1:].isdigit() and _ORDINAL.match(text):
        return text
    if text in ("2", "3") and _UNITS.search(before):
        return "²" if text == "2" else "³"
    if re.fullmatch(r"[\d*†‡§,\s\[\]()]+|[a-z]", text) and before.strip():
        return ""
    return text
