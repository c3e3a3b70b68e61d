"""PDF → Document. The file is parsed in a process of its own, within limits."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from functools import reduce
from pathlib import Path

from corpus.cleaning.scan import repair_blocks, repair_lines, scan_of
from corpus.cleaning.words import join_broken
from corpus.compose import compose
from corpus.document import BlockKind, Document
from corpus.errors import UnreadableDocument
from corpus.layout import blocks_from_lines
from corpus.metadata import MetadataHints
from corpus.raw import Line, RawBlock
from corpus.readers.limits import ReadingLimits
from corpus.readers.pdf_protocol import Failure, PdfContent, PdfLine, PdfRow, from_json

_OCR = "Run text recognition over it, for example `ocrmypdf IN.pdf OUT.pdf`, and add the result"
_AGAIN = "Download or export it again"
# Where the system counts processor time, the clock is only for what waits: a busy machine fails no file.
_PATIENCE = 3
_FAILURES: dict[str, tuple[str, str]] = {
    "encrypted": (
        "the PDF is encrypted",
        "Remove the password (for example with `qpdf --decrypt`) and add it again",
    ),
    "no text": ("the PDF has no text layer: its pages are pictures or empty", _OCR),
    "undecoded": (
        "the text of the PDF cannot be decoded: its fonts do not say which letters they show",
        _OCR,
    ),
    "cut off": ("the PDF is cut off: not all of its pages are there", _AGAIN),
    "damaged": ("the PDF is damaged", f"{_AGAIN}, or print it to a new PDF"),
    "no pages": ("the PDF has no pages", _AGAIN),
    "memory": (
        "the PDF takes more memory to read than is allowed",
        "Split it, or raise the limit pdf_memory_mb",
    ),
}


def read_pdf(path: Path, raw: bytes, id: str, sha256: str, limits: ReadingLimits) -> Document:
    """Return the document of a PDF, with its pages.

    Raises UnreadableDocument with the reason: encrypted, without text, cut off, damaged, over a limit.
    """
    content = parsed(path, raw, limits)
    items = [_raw(item) for item in content.items]
    scan = scan_of(text for item in items for text in _texts(item))
    blocks = repair_blocks(blocks_from_lines(repair_lines(items, scan)), scan)
    if not blocks:
        reason, advice = _FAILURES["no text"]
        raise UnreadableDocument(str(path), reason, advice)
    hints = MetadataHints(title=content.title)
    return compose(blocks, id=id, sha256=sha256, format="pdf", paged=True, hints=hints)


def parsed(path: Path, content: bytes, limits: ReadingLimits) -> PdfContent:
    """Return the lines and table rows of a PDF.

    Raises UnreadableDocument with the reason: encrypted, without text, cut off, damaged, over a limit.
    """
    answer = _ask_child(path, content, limits)
    if isinstance(answer, PdfContent):
        return answer
    if answer.kind == "pages":
        raise UnreadableDocument(
            str(path),
            f"the PDF has {answer.detail} pages, more than the limit of {limits.pdf_pages}",
            "Split it, or raise the limit pdf_pages",
        )
    reason, advice = _FAILURES[answer.kind]
    if answer.kind == "no text" and answer.detail != "images":
        reason = "the PDF has no text layer: its pages are empty"
    elif answer.kind == "damaged" and answer.detail:
        reason = f"{reason} ({answer.detail})"
    raise UnreadableDocument(str(path), reason, advice)


def _ask_child(path: Path, content: bytes, limits: ReadingLimits) -> PdfContent | Failure:
    root = str(Path(__file__).resolve().parents[2])
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([root, *filter(None, sys.path)])}
    command = [sys.executable, "-m", "corpus.readers.child"]
    arguments = [str(limits.pdf_pages), str(limits.pdf_memory_mb), str(limits.pdf_seconds)]
    try:
        done = subprocess.run(
            command + arguments,
            input=content,
            capture_output=True,
            timeout=limits.pdf_seconds * (_PATIENCE if hasattr(signal, "SIGXCPU") else 1),
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _too_slow(path, limits) from error
    if done.returncode < 0 and -done.returncode in _signals("SIGXCPU", "SIGKILL"):
        raise _too_slow(path, limits)
    try:
        return from_json(done.stdout.decode("utf-8"))
    except (ValueError, KeyError, TypeError):
        # Killed by the system, or out of memory beyond what Python can report.
        last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        return Failure("memory" if "MemoryError" in "".join(last) else "damaged", "".join(last)[:200])


def _signals(*names: str) -> list[int]:
    return [int(getattr(signal, name)) for name in names if hasattr(signal, name)]


def _too_slow(path: Path, limits: ReadingLimits) -> UnreadableDocument:
    return UnreadableDocument(
        str(path),
        f"the PDF takes longer to read than the limit of {limits.pdf_seconds} seconds",
        "Split it, print it to a new PDF, or raise the limit pdf_seconds",
    )


def _texts(item: Line | RawBlock) -> tuple[str, ...]:
    return (item.text,) if isinstance(item, Line) else item.cells


def _raw(item: PdfLine | PdfRow) -> Line | RawBlock:
    if isinstance(item, PdfLine):
        return Line(item.text, item.page, item.left, item.right, item.size, item.bold, item.gap)
    cells = tuple(reduce(join_broken, cell.split("\n")) for cell in item.cells)
    return RawBlock(
        BlockKind.ROW,
        " | ".join(cells),
        page=item.page,
        cells=cells,
        header=item.header,
        spanning=item.spanning,
        table=item.table,
    )
