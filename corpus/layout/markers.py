"""Markers of list items and numbered paragraphs, as the genre prints them."""

from __future__ import annotations

import re

_BULLET = r"[-–—•‣⁃▪▫■□●○◦·∙➢➤►▶✓✔§°©\*\uf0b7\uf0a7\uf02d]|o(?=\s)|e(?=\s+[a-z]+ed\s)"
_NUMBER = r"\(?\d{1,3}(?:\.\d{1,3}){0,3}[.)]|\d{1,3}(?:\.\d{1,3}){1,3}(?=\s)"
_LETTER = r"\([A-Za-z]\)|\(?[a-z]\)|[a-zA-Z]\.(?=\s+[A-Z][a-z]{2,}\s+[a-z])"
_ROMAN = r"\(?[ivxl]{1,6}\)|[ivx]{1,5}\.(?=\s)|[IVX]{1,5}\)"
_LABEL = r"[A-Z]{1,4}[ .-]?\d{1,3}/\d{1,3}[.:)](?=\s)"
_MARKER = re.compile(rf"(?P<marker>{_LABEL}|{_NUMBER}|{_ROMAN}|{_LETTER}|{_BULLET})\s+(?=\S)")
_NOT_A_MARKER = re.compile(
    r"[A-Z]\.\s+[A-Z]\.|\d{1,2}\.\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_FIGURES = re.compile(r"\(?(\d{1,3})[.)]\)?")


def split_marker(text: str) -> tuple[str, str]:
    """Return the marker that a line begins with ('' where there is none) and the words after it."""
    if _NOT_A_MARKER.match(text):
        return "", text
    found = _MARKER.match(text)
    if not found:
        return "", text
    return found["marker"], text[found.end() :]


def style(marker: str) -> str:
    """Return the sort of a marker and its frame: 'bullet •', 'number #.', 'letter (#)', 'roman (#)', …"""
    core = marker.strip("().: ")
    frame = re.sub(r"\w+(?:[./ ]\w+)*", "#", marker)
    if re.fullmatch(r"\d+", core):
        return f"number {frame}"
    if re.fullmatch(r"\d+(?:\.\d+)+", core):
        return f"number{core.count('.')} {frame}"
    if re.fullmatch(r"[ivxl]+|[IVXL]+", core):
        return f"roman {frame}"
    if re.fullmatch(r"[A-Za-z]", core) and len(marker) > 1:
        return f"letter {frame}"
    return f"label {frame}" if "/" in marker else f"bullet {marker}"


def figure(marker: str) -> int | None:
    """Return the number of a plainly numbered marker ('12.' and '(3)'), else None."""
    found = _FIGURES.fullmatch(marker)
    return int(found[1]) if found else None


def numbered(marker: str) -> bool:
    """Tell whether a marker is a number of the sort that paragraphs bear ('3.', '4.2')."""
    return bool(re.fullmatch(r"\d{1,3}(?:\.\d{1,3})*[.)]?", marker))
