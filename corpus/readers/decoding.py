"""Bytes to text: Unicode with or without a mark, else the Western code pages; anything else is refused."""

from __future__ import annotations

import codecs
import unicodedata

from charset_normalizer import from_bytes

from corpus.errors import UnreadableDocument

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ALLOWED_CONTROLS = frozenset("\t\n\r\f\v\x1a\x85")
_RULES = frozenset("|-=_+:.*#~")
_SAMPLE = 200_000  # characters or bytes looked at when guessing


def decode(raw: bytes, path: str) -> str:
    """Return the text of a file: byte order mark removed, line ends as '\\n', form feeds kept.

    Raises UnreadableDocument (with `path`) for an empty file and for one that is not text.
    """
    if not raw.strip(b"\x00 \t\r\n\f\xef\xbb\xbf\xff\xfe"):
        raise UnreadableDocument(path, "The file is empty", "Add the file again once it has text.")
    text = _text(raw)
    if text is None or not _is_text(text):
        raise UnreadableDocument(
            path,
            "The file is not text",
            "Save it as plain text in UTF-8, or give it the ending of its real format.",
        )
    return (
        text.removeprefix("\ufeff")
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\x00", "")
        .rstrip("\x1a")
    )


def _text(raw: bytes) -> str | None:
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return _strict(raw, "utf-8-sig" if name == "utf-8" else name)
    if (text := _strict(raw, "utf-8")) is not None and "\x00" not in text:
        return text
    if wide := _wide(raw):
        return _strict(raw[: len(raw) // 2 * 2], wide)
    if b"\x00" in raw[:_SAMPLE]:
        return None
    if _mostly_utf8(raw):
        return raw.decode("utf-8", errors="replace")
    western = _strict(raw, "cp1252") or raw.decode("latin-1")
    guess = from_bytes(
        raw[:_SAMPLE], cp_isolation=["cp1252", "latin_1", "iso8859_15", "mac_roman", "cp1250"]
    ).best()
    # Western names and curly quotes are the rule; another page must be plainly better to be believed.
    if (
        guess
        and guess.encoding in ("mac_roman", "cp1250")
        and _oddity(str(guess)) < _oddity(western[:_SAMPLE]) / 2
    ):
        return _strict(raw, guess.encoding) or western
    return western


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _wide(raw: bytes) -> str | None:
    """Return the name of UTF-16 without a mark: every second byte of Western text is zero."""
    sample = raw[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.1 * half else None


def _mostly_utf8(raw: bytes) -> bool:
    """Tell whether text is UTF-8 with a few broken bytes."""
    sample = raw[:_SAMPLE].decode("utf-8", errors="replace")
    broken, whole = sample.count("\ufffd"), sum(char > "\x7f" and char != "\ufffd" for char in sample)
    return whole > 10 * broken


def _oddity(text: str) -> int:
    """Count what Western text hardly has: control characters, currency and box signs beside letters."""
    return sum(
        unicodedata.category(char) in ("Cc", "Cn", "Co", "So", "Sc", "Sm") for char in text if char > "\x7f"
    )


def _is_text(text: str) -> bool:
    sample = text[:_SAMPLE]
    bad = sum(
        (unicodedata.category(char) in ("Cc", "Cn", "Co", "Cs") and char not in _ALLOWED_CONTROLS)
        or char == "\ufffd"
        for char in sample
    )
    letters = sum(char.isalnum() for char in sample)
    drawn = sum(char.isspace() or char in _RULES for char in sample)  # the lines of a table say nothing of it
    return bad <= 0.01 * len(sample) and letters >= 0.2 * (len(sample) - drawn) and letters > 0
