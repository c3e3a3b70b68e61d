"""What the parsing process tells the one that started it, as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any, Literal

from corpus.document import BlockKind
from corpus.raw import Line, RawBlock

FailureKind = Literal[
    "encrypted", "pages", "no text", "undecoded", "cut off", "damaged", "memory", "no pages"
]


@dataclass(frozen=True, slots=True)
class PdfContent:
    """Lines and table rows in reading order; the number of pages; the title in the file's properties."""

    items: list[Line | RawBlock]
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
    items = [{"row": isinstance(item, RawBlock), **asdict(item)} for item in answer.items]
    return json.dumps({"items": items, "pages": answer.pages, "title": answer.title})


def from_json(text: str) -> PdfContent | Failure:
    """Read an answer; raises ValueError or KeyError where it is not one."""
    data = json.loads(text)
    if "failure" in data:
        return Failure(data["failure"], data["detail"])
    return PdfContent([_item(item) for item in data["items"]], data["pages"], data["title"])


def _item(data: dict[str, Any]) -> Line | RawBlock:
    if not data.pop("row"):
        return Line(**data)
    data["kind"] = BlockKind(data["kind"])
    data["cells"] = tuple(data["cells"])
    data["breaks"] = ()
    return RawBlock(**data)
