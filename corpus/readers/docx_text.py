"""The text of a Word paragraph as it shows: tracked insertions kept, deletions and hidden text left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docx.oxml.xmlchemy import BaseOxmlElement

from corpus.readers.glyphs import as_written, raised, soft

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Moved or deleted text, notes' marks, field codes, and the second form of a drawing.
_SKIPPED = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}rPr", f"{W}pPr", f"{_MC}Fallback"}
_BREAKS = {f"{W}br", f"{W}cr"}
_WHITE = {"FFFFFF", "FEFEFE"}


@dataclass(frozen=True, slots=True)
class ShownText:
    """The text of a paragraph; `\\n` for its line breaks. `bold` says whether all of it is bold."""

    text: str
    bold: bool
    size: float  # points of its largest run; 0 where the style decides


def paragraph_text(paragraph: BaseOxmlElement, *, ground: bool = False) -> ShownText:
    """Return what shows of a `w:p` element; `ground` says that it stands on a coloured ground."""
    text = ""
    bold: list[bool] = []
    sizes = [0.0]
    for run in _runs(paragraph):
        properties = run.find(f"{W}rPr")
        if _hidden(properties, ground):
            continue
        piece = _run_text(run)
        if not piece:
            continue
        if _value(properties, "vertAlign") == "superscript" and text.strip() and not text[-1:].isspace():
            piece = raised(text, piece)
        text += piece
        if piece.strip():
            bold.append(_on(properties, "b"))
            sizes.append(float(_value(properties, "sz") or 0) / 2)
    lines = (" ".join(soft(as_written(line)).split()) for line in text.split("\n"))
    return ShownText("\n".join(lines).strip("\n"), bool(bold) and all(bold), max(sizes))


def _runs(element: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    for child in element:
        if child.tag in _SKIPPED or child.tag == f"{W}p":
            continue
        if child.tag == f"{W}r":
            yield child
        else:  # hyperlinks, insertions, content controls, smart tags
            yield from _runs(child)


def _run_text(run: BaseOxmlElement) -> str:
    text = ""
    for child in run:
        if child.tag == f"{W}t":
            text += child.text or ""
        elif child.tag in (f"{W}tab", f"{W}ptab"):
            text += " "
        elif child.tag in _BREAKS:
            text += " " if child.get(f"{W}type") in ("page", "column") else "\n"
        elif child.tag == f"{W}noBreakHyphen":
            text += "-"
        elif child.tag == f"{W}softHyphen":
            text += "\u00ad"
    return text


def _hidden(properties: BaseOxmlElement | None, ground: bool) -> bool:
    if properties is None:
        return False
    if _on(properties, "vanish") or _on(properties, "webHidden"):
        return True
    shaded = _value(properties, "highlight") or _ground(properties)
    if not ground and not shaded and (_value(properties, "color") or "").upper() in _WHITE:
        return True
    size = _value(properties, "sz")
    return size is not None and size.isdigit() and int(size) < 4  # half points: print smaller than 2 points


def _ground(element: BaseOxmlElement) -> bool:
    shade = element.find(f"{W}shd")
    fill = shade.get(f"{W}fill", "auto") if shade is not None else "auto"
    return fill.lower() != "auto" and fill.upper() not in _WHITE


def has_ground(element: BaseOxmlElement | None) -> bool:
    """Whether the properties of a cell or paragraph give it a coloured ground."""
    return element is not None and _ground(element)


def _on(properties: BaseOxmlElement | None, name: str) -> bool:
    element = properties.find(f"{W}{name}") if properties is not None else None
    return element is not None and element.get(f"{W}val", "1") not in ("0", "false", "off", "none")


def _value(properties: BaseOxmlElement | None, name: str) -> str | None:
    element = properties.find(f"{W}{name}") if properties is not None else None
    return element.get(f"{W}val") if element is not None else None
