"""A document as it is stored: its JSON, packed and cut into pieces of a bounded size."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Sequence

from corpus.document import Document

PIECE = 64 * 1024  # characters; keeps every database row small, also for a text of 50 MB


def pack(document: Document) -> list[str]:
    """Return the pieces of a document, at least one.

    Aliases are left out: they change without the content.
    """
    data = document.model_copy(update={"aliases": ()}).model_dump_json().encode("utf-8", "surrogatepass")
    packed = base64.b85encode(zlib.compress(data, level=6)).decode("ascii")
    return [packed[at : at + PIECE] for at in range(0, len(packed), PIECE)]


def unpack(pieces: Sequence[str], aliases: tuple[str, ...] = ()) -> Document:
    """Return the document whose pieces, in order, are given."""
    data = zlib.decompress(base64.b85decode("".join(pieces)))
    return Document.model_validate_json(data).model_copy(update={"aliases": aliases})
