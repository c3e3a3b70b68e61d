"""The process in which a PDF is parsed: `python -m corpus.readers.child PAGES MEMORY_MB SECONDS < file`.

PDF libraries can be made to loop or to fill the memory by a damaged or hostile file, so they run here, within
limits of the operating system. Reads the file from standard input and writes one JSON object (see
`corpus.readers.pdf_protocol`) to standard output. Imports nothing heavy but the PDF libraries.
"""

from __future__ import annotations

import contextlib
import logging
import sys

from corpus.readers.pdf_protocol import Failure, PdfContent, to_json


def main() -> None:
    """Read, parse, answer."""
    pages, memory_mb, seconds = (int(argument) for argument in sys.argv[1:4])
    _limit(memory_mb, seconds)
    logging.disable(logging.CRITICAL)
    sys.setrecursionlimit(3000)
    answer: PdfContent | Failure
    with contextlib.redirect_stdout(sys.stderr):
        try:
            from corpus.readers.pdf_opening import opened

            answer = opened(sys.stdin.buffer.read(), pages)
        except MemoryError:
            answer = Failure("memory")
        except Exception as error:  # whatever a damaged file provokes; named in the message
            answer = Failure("damaged", f"{type(error).__name__}: {error}"[:200])
    sys.stdout.write(to_json(answer))


def _limit(memory_mb: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:  # Windows: only the parent's clock holds
        return
    size = memory_mb * 1024 * 1024
    for kind, limit in (
        (resource.RLIMIT_AS, size),
        (resource.RLIMIT_CPU, seconds + 1),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (limit, limit))


if __name__ == "__main__":
    main()
