"""How much a single file may cost to read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """Limits on one file; a file beyond them is refused with a clear error, never cut short.

    `file_mb` holds for every format, `text_mb` for plain text, Markdown and HTML: 10 MB are some 3,000 pages,
    and take two minutes to read. The others hold for PDFs, which are parsed in a process of their own: seconds
    of processor time (and three times as many by the clock), address space, and pages.
    """

    file_mb: int = 100
    text_mb: int = 10
    pdf_seconds: int = 60
    pdf_memory_mb: int = 2048
    pdf_pages: int = 2000
