"""Opens a PDF and decides whether it can honestly be read. Runs in the child process only."""

from __future__ import annotations

import io

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from corpus.readers.pdf_content import UndecodedText, read_content
from corpus.readers.pdf_protocol import Failure, PdfContent, PdfRow

_TAIL = 2048  # bytes at the end of a file in which its end mark stands


def opened(content: bytes, most_pages: int) -> PdfContent | Failure:
    """Return what a PDF says, or why it cannot be read.

    A file that is cut off is read only if every page that it announces is still whole: half a document would
    pass for a document that does not say.
    """
    cut = b"%%EOF" not in content[-_TAIL:]
    if cut or b"startxref" not in content[-_TAIL:]:
        content += b"\nstartxref\n0\n%%EOF\n"  # makes the libraries look for the objects themselves
    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            return Failure("encrypted")
        announced = _announced(reader)
        if announced > most_pages:
            return Failure("pages", str(announced))
        count = len(reader.pages)
    except (PyPdfError, RecursionError, KeyError, TypeError, ValueError, AttributeError) as error:
        return Failure("cut off" if cut else "damaged", str(error)[:200])
    if count > most_pages:
        return Failure("pages", str(count))
    if count == 0:
        return Failure("cut off" if cut else "no pages")
    if cut and not _whole(reader):
        return Failure("cut off")
    try:
        items = read_content(content)
    except UndecodedText:
        return Failure("undecoded")
    if not any(isinstance(item, PdfRow) or item.text.strip() for item in items):
        return Failure("no text", _images(reader))
    return PdfContent(items, count, _title(reader))


def _announced(reader: PdfReader) -> int:
    """The number of pages that the file states, before its page tree is walked."""
    try:
        return int(reader.root_object["/Pages"].get_object()["/Count"])  # type: ignore[index]
    except (KeyError, TypeError, ValueError, AttributeError):
        return 0


def _whole(reader: PdfReader) -> bool:
    """Whether the contents of all pages of a damaged file are there."""
    try:
        return all(page.get_contents() is not None for page in reader.pages)
    except (PyPdfError, KeyError, TypeError, ValueError, AttributeError):
        return False


def _images(reader: PdfReader) -> str:
    """Return 'images' if the pages show pictures."""
    for page in list(reader.pages)[:5]:
        resources = page.get("/Resources")
        if resources is not None and "/XObject" in resources.get_object():  # type: ignore[operator]
            return "images"
    return ""


def _title(reader: PdfReader) -> str | None:
    try:
        title = reader.metadata.title if reader.metadata else None
    except (PyPdfError, KeyError, TypeError, ValueError, AttributeError):
        return None
    return str(title).strip() or None if title else None
