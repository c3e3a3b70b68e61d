"""Real files of two fictitious bodies, and a real statement typeset as PDF, where they are at hand."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from corpus.document import Document
from corpus.readers import read
from tests.typeset import text_blocks, typeset_pdf

SHARED = Path(__file__).resolve().parents[4] / "shared"
PRACTICE = SHARED / "practice"
DOCUMENTS = PRACTICE / "documents"
SEEDS = sorted((SHARED / "seeds").glob("*.txt")) if SHARED.is_dir() else []

pytestmark = pytest.mark.skipif(not PRACTICE.is_dir(), reason="the practice set (../shared) is not here")


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def source_words(path: Path) -> list[str]:
    return words(re.sub(r"^(?:#+|-|\| = \|) ?", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE))


@pytest.mark.parametrize(
    "name", ["rovuma-wgwte-seventh-meeting-2023", "rovuma-wgwte-forward-work-plan-2022-2025"]
)
def test_every_word_of_the_source_stands_in_the_pdf_in_order(name: str) -> None:
    document = read(DOCUMENTS / f"{name}.pdf")
    assert words(document.text) == source_words(PRACTICE / "pdf_src" / f"{name}.txt")
    assert len(document.pages) == (4 if "meeting" in name else 2)
    assert all(a.end == b.start for a, b in pairwise(document.pages))


def test_the_plan_is_one_table_over_both_pages() -> None:
    document = read(DOCUMENTS / "rovuma-wgwte-forward-work-plan-2022-2025.pdf")
    source = (PRACTICE / "pdf_src" / "rovuma-wgwte-forward-work-plan-2022-2025.txt").read_text(
        encoding="utf-8"
    )
    lines = [line for line in source.splitlines() if line.startswith("|")]
    expected = [[part.strip() for part in line.strip("|").split("|")] for line in lines]
    (table,) = document.tables
    assert list(table.header) == expected[0]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows == [row[1:2] if row[0] == "=" else row for row in expected[1:]]
    assert document.page_at(table.rows[0].start) == 1
    assert document.page_at(table.rows[-1].start) == 2


def test_the_news_page_is_read_without_its_site() -> None:
    document = read(DOCUMENTS / "sary-arka-wgslm-eighth-meeting-2024.html")
    assert document.text.startswith("Working Group on Safe Labour Migration takes stock in Ulaanbaatar\n")
    for part in ("cookies", "Search", "Related", "Privacy", "Page last changed", "Skills Week", "Contact"):
        assert part not in document.text
    assert [section.path[-1] for section in document.sections if section.path] == [
        "Working Group on Safe Labour Migration takes stock in Ulaanbaatar",
        "Where the work plan stands",
        "What was changed",
        "Forum with employers",
        "Participants",
        "Next steps",
    ]


@pytest.mark.skipif(not SEEDS, reason="the real statement (../shared/seeds) is not here")
@pytest.mark.parametrize("landscape", [False, True], ids=["portrait", "landscape"])
def test_a_real_statement_typeset_as_pdf_gives_its_own_words(tmp_path: Path, landscape: bool) -> None:
    blocks = text_blocks(SEEDS[0].read_text(encoding="utf-8"))
    path = typeset_pdf(
        tmp_path / "statement.pdf",
        blocks,
        running_head="Working Group - Co-Chair Statement",
        footer="WG/10/CCS",
        page_numbers="Page {page} of {pages}",
        landscape=landscape,
    )
    typeset, plain = read(path), read(SEEDS[0])
    assert words(typeset.text) == words(plain.text)
    assert len(typeset.pages) > 1
    pages = page_texts(path)
    for block in typeset.blocks:
        start = letters(typeset.text[block.start : block.end])[:6]
        page = typeset.page_at(block.start)
        assert page is not None
        assert " ".join(start[:3]) in " ".join(letters(pages[page - 1])), start


def letters(text: str) -> list[str]:
    """The words without figures: in those the statement's scan noise has been repaired."""
    return [word for word in words(text) if word.isalpha()]


def page_texts(path: Path) -> list[str]:
    from pypdf import PdfReader

    return [page.extract_text() for page in PdfReader(path).pages]


def lists_of(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.marker]


def test_a_list_that_crosses_a_page_break_is_whole() -> None:
    document = read(DOCUMENTS / "rovuma-wgwte-seventh-meeting-2023.pdf")
    items = [item for item in lists_of(document) if "Activity 3.1" in item]
    assert len(items) == 1
    assert items[0].endswith("for want of an export permit that can be issued in a day.")
