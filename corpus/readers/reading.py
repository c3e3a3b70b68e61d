"""One file in, one Document out, whatever its format."""

from __future__ import annotations

import hashlib
from pathlib import Path

from corpus.document import Document
from corpus.errors import UnreadableDocument
from corpus.readers.docx import read_docx
from corpus.readers.html import read_html
from corpus.readers.limits import ReadingLimits
from corpus.readers.markdown import read_markdown
from corpus.readers.pdf import read_pdf
from corpus.readers.sniffing import format_of
from corpus.readers.text import read_text

_MB = 1_000_000


def read(path: Path, *, id: str | None = None, limits: ReadingLimits | None = None) -> Document:
    """Read one file; `id` is its id in the corpus (default: the file's name).

    The format is told from the content: a PDF named .txt is read as a PDF. Raises UnreadableDocument, which
    says what is wrong with the file and what to do.
    """
    path = Path(path)
    limits = limits or ReadingLimits()
    raw = _content(path, limits)
    id = id if id is not None else path.name
    sha256 = hashlib.sha256(raw).hexdigest()
    form = format_of(path, raw)
    if form == "pdf":
        return read_pdf(path, raw, id, sha256, limits)
    if form != "docx" and len(raw) > limits.text_mb * _MB:
        raise UnreadableDocument(
            str(path),
            f"the file has {len(raw) / _MB:.0f} MB of text, more than the limit of {limits.text_mb} MB",
            "Split it by its chapters, or raise the limit text_mb",
        )
    reader = {"text": read_text, "markdown": read_markdown, "html": read_html, "docx": read_docx}[form]
    try:
        return reader(raw, id, sha256)
    except UnreadableDocument as error:
        raise UnreadableDocument(str(path), error.reason, error.advice) from error
    except RecursionError as error:
        raise UnreadableDocument(
            str(path),
            "the file is nested too deeply to be read",
            "Save it in a simpler form, such as plain text",
        ) from error


def _content(path: Path, limits: ReadingLimits) -> bytes:
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise UnreadableDocument(str(path), "this is a folder and not a file", "Name the files in it")
        if size > limits.file_mb * _MB:
            raise UnreadableDocument(
                str(path),
                f"the file has {size / _MB:.0f} MB, more than the limit of {limits.file_mb} MB",
                "Split it, or raise the limit file_mb",
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableDocument(str(path), "there is no such file", "Check the path") from error
    except PermissionError as error:
        raise UnreadableDocument(
            str(path), "the file may not be opened", "Give this user the right to read it"
        ) from error
    except OSError as error:
        raise UnreadableDocument(
            str(path), f"the file cannot be opened ({error.strerror})", "Check the path and the disk"
        ) from error
