"""What the parsing process tells the one that started it, as JSON.

It has types of its own, so that the process need not import the rest of the room and starts fast.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any, Literal

FailureKind = Literal[
    "encrypted", "pages", "no text", "undecoded", "cut off", "damaged", "memory", "no pages"
]


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A printed line; the fields are those of `corpus.raw.Line`, in points."""

    text: str
    page: int
    left: float
    right: float
    size: float
    bold: bool
    gap: float


@dataclass(frozen=True, slots=True)
class PdfRow:
    """A table row; the printed lines of a cell are parted by line feeds. A spanning row has one cell."""

    cells: tuple[str, ...]
    page: int
    header: bool
    spanning: bool
    table: int


@dataclass(frozen=True, slots=True)
class PdfContent:
    """Lines and table rows in reading order; the number of pages; the title in the file's properties."""

    items: list[PdfLine | PdfRow]
    pages: int
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a PDF could not be read; `detail` completes the sentence."""

    kind: FailureKind
    detail: str = ""


def to_json(answer: PdfContent | Failure) -> str:
    """Write an answer."""
    if isinstance(answer, Failure):
        return json.dumps({"failure": answer.kind, "detail": answer.detail})
    return json.dumps(
        {"items": [asdict(item) for item in answer.items], "pages": answer.pages, "title": answer.title}
    )


def from_json(text: str) -> PdfContent | Failure:
    """Read an answer; raises ValueError, KeyError or TypeError where it is not one."""
    data = json.loads(text)
    if "failure" in data:
        return Failure(data["failure"], data["detail"])
    return PdfContent([_item(item) for item in data["items"]], data["pages"], data["title"])


def _item(data: dict[str, Any]) -> PdfLine | PdfRow:
    if "cells" not in data:
        return PdfLine(**data)
    return PdfRow(**{**data, "cells": tuple(data["cells"])})
