"""The numbers and bullets that Word shows before paragraphs, counted as Word counts them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from docx.oxml.xmlchemy import BaseOxmlElement

from corpus.readers.docx_text import W
from corpus.readers.list_numbers import letter, roman


@dataclass(frozen=True, slots=True)
class Numbering:
    """What stands before a paragraph: its marker, and how deep the list is nested (from 0)."""

    marker: str
    level: int


class Counters:
    """Counts the lists of one document; paragraphs must be shown to it in order."""

    def __init__(self, document: Any) -> None:
        """Read the definitions of the lists from a python-docx document."""
        self._levels: dict[str, dict[int, BaseOxmlElement]] = {}  # list → level → definition
        self._abstract: dict[str, str] = {}  # list → what it is an instance of
        self._starts: dict[tuple[str, int], int] = {}  # overrides
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._started: set[str] = set()
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return
        shapes = {
            each.get(f"{W}abstractNumId"): {
                int(lv.get(f"{W}ilvl", "0")): lv for lv in each.findall(f"{W}lvl")
            }
            for each in root.findall(f"{W}abstractNum")
        }
        for number in root.findall(f"{W}num"):
            identity = number.get(f"{W}numId")
            reference = number.find(f"{W}abstractNumId")
            if reference is None:
                continue
            self._abstract[identity] = reference.get(f"{W}val")
            self._levels[identity] = dict(shapes.get(reference.get(f"{W}val"), {}))
            for override in number.findall(f"{W}lvlOverride"):
                level = int(override.get(f"{W}ilvl", "0"))
                start, shape = override.find(f"{W}startOverride"), override.find(f"{W}lvl")
                if start is not None:
                    self._starts[identity, level] = int(start.get(f"{W}val", "1"))
                if shape is not None:
                    self._levels[identity][level] = shape

    def numbering(self, paragraph: Any) -> Numbering | None:
        """Return what Word shows before a paragraph (python-docx), or None if it stands in no list."""
        found = self._place(paragraph)
        if found is None:
            return None
        identity, level = found
        shape = self._levels.get(identity, {}).get(level)
        if shape is None:
            return Numbering("-", level)
        form = _value(shape, "numFmt") or "decimal"
        count = self._count(identity, level)
        if form == "bullet":
            return Numbering("-", level)
        if form == "none":
            return Numbering("", level)
        text = re.sub(
            r"%(\d)",
            lambda m: self._figure(identity, int(m[1]) - 1, level, count),
            _value(shape, "lvlText") or "%1.",
        )
        return Numbering(text.strip(), level)

    def _place(self, paragraph: Any) -> tuple[str, int] | None:
        own = paragraph._p.find(f"{W}pPr/{W}numPr")
        places = [own] if own is not None else []
        style = paragraph.style
        while style is not None:
            each = style.element.find(f"{W}pPr/{W}numPr")
            if each is not None:
                places.append(each)
            style = style.base_style
        identity = level = None
        for place in places:
            identity = identity if identity is not None else _value(place, "numId")
            level = level if level is not None else _value(place, "ilvl")
        if identity is None or identity == "0":
            return None
        return identity, int(level or 0) or _nested(paragraph.style)

    def _count(self, identity: str, level: int) -> int:
        # Lists of one abstract definition count on together, unless an instance starts anew.
        counts = self._counts[self._abstract.get(identity, identity)]
        if identity not in self._started:
            self._started.add(identity)
            for (owner, at), start in self._starts.items():
                if owner == identity:
                    counts[at] = start - 1
        first = self._first(identity, level)
        counts[level] = counts.get(level, first - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        return counts[level]

    def _first(self, identity: str, level: int) -> int:
        shape = self._levels.get(identity, {}).get(level)
        start = _value(shape, "start") if shape is not None else None
        return int(start) if start and start.isdigit() else 1

    def _figure(self, identity: str, level: int, current: int, count: int) -> str:
        counts = self._counts[self._abstract.get(identity, identity)]
        number = count if level == current else counts.get(level, self._first(identity, level))
        shape = self._levels.get(identity, {}).get(level)
        form = (_value(shape, "numFmt") if shape is not None else None) or "decimal"
        if number < 1:
            return str(number)
        return {
            "lowerLetter": letter(number),
            "upperLetter": letter(number).upper(),
            "lowerRoman": roman(number),
            "upperRoman": roman(number).upper(),
            "decimalZero": f"{number:02d}",
        }.get(form, str(number))


def _value(element: BaseOxmlElement, name: str) -> str | None:
    child = element.find(f"{W}{name}")
    return child.get(f"{W}val") if child is not None else None


def _nested(style: Any) -> int:
    """The depth that the name of a built-in list style states: 'List Bullet 3' is two below 'List Bullet'."""
    named = (
        re.fullmatch(r"List (?:Bullet|Number|Continue)\s?(\d)", style.name or "", re.IGNORECASE)
        if style is not None
        else None
    )
    return int(named[1]) - 1 if named else 0
