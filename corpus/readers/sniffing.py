"""What a file is, judged by its content; the name only settles what the content leaves open."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from corpus.errors import UnreadableDocument

# Extension → format. `Document.format` takes these values.
FORMATS: dict[str, str] = {
    ".pdf": "pdf",
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
}
SUFFIXES: frozenset[str] = frozenset(FORMATS)

_HEAD = 4096  # bytes that are looked at
_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_OTHER_KINDS: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "an RTF file", "Save it as .docx or PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .xls or .ppt)", "Save it as .docx or PDF"),
    (b"\x89PNG", "a picture (PNG)", "Run text recognition over it, for example with ocrmypdf"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "Run text recognition over it, for example with ocrmypdf"),
    (b"II*\x00", "a picture (TIFF)", "Run text recognition over it, for example with ocrmypdf"),
    (b"MM\x00*", "a picture (TIFF)", "Run text recognition over it, for example with ocrmypdf"),
    (b"GIF8", "a picture (GIF)", "Run text recognition over it, for example with ocrmypdf"),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive", "Unpack it first"),
    (b"Rar!", "a RAR archive", "Unpack it first"),
)
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")


def format_of(path: Path, content: bytes) -> str:
    """Return the format of a file: pdf, text, markdown, html or docx.

    Raises UnreadableDocument for an empty file, for kinds of file that cannot be read, and for binary data
    under the name of a text.
    """
    suffix = path.suffix.lower()
    if not content.strip(b"\x00 \t\r\n\f\v"):
        raise UnreadableDocument(
            str(path), "the file is empty", "Check that it was saved or downloaded completely"
        )
    head = content[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK"):
        return _office_format(path, content)
    for magic, kind, advice in _OTHER_KINDS:
        if head.startswith(magic):
            raise UnreadableDocument(str(path), f"this is {kind}, which cannot be read", advice)
    if suffix not in FORMATS:
        raise UnreadableDocument(
            str(path),
            f"files of this kind ({suffix or 'no extension'}) are not read",
            f"Kinds that are read: {', '.join(sorted(SUFFIXES))}",
        )
    if _is_binary(content):
        raise UnreadableDocument(
            str(path),
            f"this is not {_described(FORMATS[suffix])}: it holds binary data",
            "Check that it has the right extension and was downloaded completely",
        )
    if _HTML.match(head.lstrip(b"\xef\xbb\xbf")):
        return "html"
    if FORMATS[suffix] in ("pdf", "docx"):
        raise UnreadableDocument(
            str(path),
            f"this is not {_described(FORMATS[suffix])}, though its name says so",
            "Give it the extension of what it is, or export it again",
        )
    return FORMATS[suffix]


def _described(name: str) -> str:
    return {
        "pdf": "a PDF",
        "docx": "a Word document",
        "text": "a plain text",
        "markdown": "a Markdown text",
        "html": "an HTML page",
    }[name]


def _office_format(path: Path, content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, EOFError, ValueError) as error:
        raise UnreadableDocument(
            str(path),
            "this is a broken Word document or archive",
            "Download or export it again; it is damaged or was cut off",
        ) from error
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names or "ppt/presentation.xml" in names:
        kind, advice = "a spreadsheet or slide show, which is not read", "Export it as PDF"
    elif "mimetype" in names and "content.xml" in names:
        kind, advice = "an OpenDocument file, which is not read", "Save it as .docx or PDF"
    else:
        kind, advice = "an archive and not a document", "Unpack it and add the files in it"
    raise UnreadableDocument(str(path), f"this is {kind}", advice)


def _is_binary(content: bytes) -> bool:
    """Whether bytes cannot be a text in any encoding that is read (UTF-16 holds zero bytes by nature)."""
    if content.startswith(_BYTE_ORDER_MARKS):
        return False
    sample = content[: 16 * _HEAD]
    zeros = sample.count(0)
    if zeros:
        even, odd = sample[0::2].count(0), sample[1::2].count(0)
        # UTF-16 without a mark: nearly all zeros on one side of the byte pairs.
        return max(even, odd) < 0.3 * len(sample) / 2 or min(even, odd) > 0.05 * len(sample) / 2
    control = sum(1 for byte in sample if byte < 32 and byte not in (9, 10, 11, 12, 13, 26, 27))
    return control > 0.02 * len(sample)
