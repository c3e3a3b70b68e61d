"""PDFs are parsed in a process that starts light and speaks a plain protocol."""

from __future__ import annotations

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from corpus.readers.pdf_protocol import Failure, PdfContent, PdfLine, PdfRow, from_json, to_json

LINES = st.builds(
    PdfLine,
    text=st.text(),
    page=st.integers(1, 2000),
    left=st.floats(0, 1000),
    right=st.floats(0, 1000),
    size=st.floats(0, 100),
    bold=st.booleans(),
    gap=st.floats(0, 50),
)
ROWS = st.builds(
    PdfRow,
    cells=st.lists(st.text(), min_size=1, max_size=5).map(tuple),
    page=st.integers(1, 2000),
    header=st.booleans(),
    spanning=st.booleans(),
    table=st.integers(0, 50),
)


@given(st.builds(PdfContent, st.lists(LINES | ROWS), st.integers(1, 2000), st.none() | st.text()))
def test_what_is_written_is_read(content: PdfContent) -> None:
    assert from_json(to_json(content)) == content


@given(st.text())
def test_a_failure_is_read_as_written(detail: str) -> None:
    assert from_json(to_json(Failure("damaged", detail))) == Failure("damaged", detail)


def test_the_process_loads_nothing_heavy() -> None:
    code = (
        "import sys, corpus.readers.child, corpus.readers.pdf_opening;"
        "heavy = 'torch langchain_core chromadb pydantic wordfreq bs4 docx'.split();"
        "print(sorted(set(heavy) & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
