"""The entry that makes a document part of the index.

It is written last, in one step, and names the revision and the counts of everything that belongs to the
document. What is in the store without a manifest that names its revision is a leftover of a killed run:
no reader sees it, and the next owner of the folder clears it away.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from pydantic import TypeAdapter, ValidationError

from corpus.document import Document, Frozen, Kind, Passage
from corpus.records.types import AnyRecord
from index.errors import REBUILD, IndexMismatch
from index.types import Filters

RECORD: TypeAdapter[AnyRecord] = TypeAdapter(AnyRecord)
Flat = dict[str, str | int | float | bool]


class Manifest(Frozen):
    """What the index knows of a document without reading it."""

    id: str
    title: str
    kind: Kind
    body: str | None
    number: int | None
    start: int | None  # dates as numbers: 20241118
    end: int | None
    place: str | None
    sha256: str
    revision: str
    passages: int
    records: int
    pieces: int  # of the document itself
    aliases: tuple[str, ...] = ()
    moved_from: str | None = None  # the id that this document takes the place of
    reading: str = ""  # the code that read it (see `index.reading_code`); empty: older than that note
    file: str | None = None  # where it was read, as an absolute path

    def admitted_by(self, filters: Filters | None) -> bool:
        """Whether the document may be looked at under these filters."""
        if filters is None:
            return True
        if filters.kinds and self.kind not in filters.kinds:
            return False
        if filters.bodies and (self.body or "").casefold() not in {b.casefold() for b in filters.bodies}:
            return False
        if filters.numbers and self.number not in filters.numbers:
            return False
        if filters.since and (self.end is None or self.end < as_number(filters.since)):
            return False
        if filters.until and (self.start is None or self.start > as_number(filters.until)):
            return False
        return not filters.documents or any(name in filters.documents for name in (self.id, *self.aliases))

    def flat(self) -> Flat:
        """Return the manifest as Chroma metadata: one field, as Chroma keeps fields that a new row lacks."""
        return {"role": "manifest", "json": self.model_dump_json()}

    @classmethod
    def from_flat(cls, data: Mapping[str, Any]) -> Manifest:
        """Read a manifest back from Chroma metadata; raises `IndexMismatch` for one of another version."""
        with reading_back():
            return cls.model_validate_json(data["json"])


@contextmanager
def reading_back() -> Iterator[None]:
    """Raise `IndexMismatch` for what another version wrote in a form that this one cannot read."""
    try:
        yield
    except (KeyError, ValidationError) as error:
        raise IndexMismatch(
            "The index was written by another version of this program, in a form that this one cannot read",
            f"Rebuild it from the documents: {REBUILD}",
        ) from error


def record_of(data: Mapping[str, Any]) -> AnyRecord:
    """Read a record back from Chroma metadata; raises `IndexMismatch` for one of another version."""
    with reading_back():
        return RECORD.validate_json(data["json"])


def manifest_of(
    document: Document,
    passages: Sequence[Passage],
    records: Sequence[AnyRecord],
    pieces: Sequence[str],
    moved_from: str | None = None,
    reading: str = "",
    file: str | None = None,
) -> Manifest:
    """Return the manifest of a document; equal content gives an equal revision."""
    digest = hashlib.sha256()
    for text in (*pieces, *(p.id + p.context for p in passages), *(r.model_dump_json() for r in records)):
        digest.update(text.encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    about = document.metadata
    return Manifest(
        id=document.id,
        title=about.title,
        kind=about.kind,
        body=about.body,
        number=about.number,
        start=as_number(about.dates.start) if about.dates else None,
        end=as_number(about.dates.end) if about.dates else None,
        place=about.place,
        sha256=document.sha256,
        revision=digest.hexdigest()[:16],
        passages=len(passages),
        records=len(records),
        pieces=len(pieces),
        aliases=document.aliases,
        moved_from=moved_from,
        reading=reading,
        file=file,
    )


def passage_flat(passage: Passage, manifest: Manifest) -> Flat:
    """Return what Chroma keeps beside a passage's text: where it stands, and its document's metadata."""
    about = manifest.model_dump(
        mode="json",
        include={"kind", "body", "number", "start", "end", "place", "revision"},
        exclude_none=True,
    )
    about = {{"start": "date_start", "end": "date_end"}.get(key, key): value for key, value in about.items()}
    own: Flat = {
        "passage": passage.id,
        "document": passage.document,
        "ordinal": passage.ordinal,
        "start": passage.start,
        "end": passage.end,
        "path": json.dumps(passage.path, ensure_ascii=False),
        "context": passage.context,
    }
    if passage.page is not None:
        own["page"] = passage.page
    return {**about, **own}


def passage_from_flat(text: str, data: Mapping[str, Any]) -> Passage:
    """Read a passage back; raises `IndexMismatch` for one of another version."""
    with reading_back():
        return Passage(
            id=data["passage"],
            document=data["document"],
            ordinal=data["ordinal"],
            start=data["start"],
            end=data["end"],
            text=text,
            path=tuple(json.loads(data["path"])),
            page=data.get("page"),
            context=data["context"],
        )


def as_number(day: date) -> int:
    """Return a date as a number that sorts: 20241118."""
    return day.year * 10000 + day.month * 100 + day.day
