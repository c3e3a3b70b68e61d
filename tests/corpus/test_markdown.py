"""Markdown: the text stays as it is, and blocks, cells and metadata point into it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.cleaning.markup import plain
from corpus.document import BlockKind, Document, Kind
from corpus.errors import UnreadableDocument
from corpus.readers.markdown import read_markdown
from tests.corpus.shown import SHARED, blocks, headings, items, paragraphs
from tests.corpus.tiles import check


def md(text: str) -> Document:
    return read_markdown(text.encode(), "a.md", "0")


MINUTES = """\
# Blue Delta Compact

## Panel on Dredging Waste

**MINUTES of the Ninth Meeting**

**Date:** 3–4 February 2019
**Venue:** Harbour Office, Chittagong, Bangladesh, and by video link

### Present

- Bangladesh: Ms Farida Karim (**Chair**)
- India: Mr S. Rao *(by video link)*
  - adviser: Ms P. Iyer

### 1. Opening

1.1 The Chair opened the meeting.

1.2 **Decision D9/1:** the Panel [asked](https://example.org/x) for a map.

(a) first half;
(b) second half.

<!-- Add Freedonia to the members. -->

---

Next steps:

1. draw the map;
2. send it.

AP 9/1. Draw the map. **Owner:** India. **Due:** 1 May 2019.

| Party | Amount |
|:--|--:|
| **Members** | |
| India | 4 |
| Bangladesh | `5` |
"""


class TestMinutes:
    document = md(MINUTES)

    def test_the_text_is_the_files_own(self) -> None:
        assert self.document.text == MINUTES

    def test_headings_and_a_bold_line_that_serves_as_one(self) -> None:
        assert headings(self.document) == [
            "# Blue Delta Compact",
            "## Panel on Dredging Waste",
            "**MINUTES of the Ninth Meeting**",
            "### Present",
            "### 1. Opening",
        ]
        assert self.document.sections[3].path == ("Blue Delta Compact", "Panel on Dredging Waste", "Present")

    def test_labelled_lines_are_blocks_of_their_own(self) -> None:
        assert "**Date:** 3–4 February 2019" in paragraphs(self.document)

    def test_items_with_markers_and_levels(self) -> None:
        found = [(b.marker, b.level) for b in self.document.blocks if b.kind is BlockKind.ITEM]
        assert found == [
            ("-", 0),
            ("-", 0),
            ("-", 1),
            ("(a)", 0),
            ("(b)", 0),
            ("1.", 0),
            ("2.", 0),
            ("AP 9/1.", 0),
        ]

    def test_numbered_paragraphs_keep_their_number_as_marker(self) -> None:
        assert [b.marker for b in self.document.blocks if b.kind is BlockKind.PARAGRAPH and b.marker] == [
            "1.1",
            "1.2",
        ]

    def test_comments_and_rules_belong_to_no_block(self) -> None:
        at = self.document.text.index("Freedonia")
        assert not any(b.start <= at < b.end for b in self.document.blocks)
        assert not any(self.document.text[b.start : b.end].startswith("---") for b in self.document.blocks)

    def test_the_table(self) -> None:
        (table,) = self.document.tables
        assert table.header == ("Party", "Amount")
        assert [row.spanning for row in table.rows] == [True, False, False]
        cell = table.rows[2].cells[1]
        assert cell.text == "5"
        assert self.document.text[cell.start : cell.end] == "`5`"

    def test_metadata(self) -> None:
        about = self.document.metadata
        assert about.title == "Blue Delta Compact, Panel on Dredging Waste, MINUTES of the Ninth Meeting"
        assert about.kind is Kind.MINUTES
        assert about.number == 9
        assert about.place == "Chittagong, Bangladesh"
        assert about.dates is not None
        assert (about.dates.start, about.dates.end) == (date(2019, 2, 3), date(2019, 2, 4))


def test_numbered_paragraphs_across_headings_are_paragraphs() -> None:
    document = md(
        "# Summary\n\n1. The Group met in Oslo.\n\n2. It agreed.\n\n## Next\n\n3. It will meet in Bergen.\n"
    )
    assert [(b.kind, b.marker) for b in document.blocks if b.marker] == [
        (BlockKind.PARAGRAPH, "1."),
        (BlockKind.PARAGRAPH, "2."),
        (BlockKind.PARAGRAPH, "3."),
    ]


def test_a_table_inside_a_list_has_exact_cells() -> None:
    document = md("- plan\n\n  | Lead | Due |\n  |---|---|\n  | **Peru** | a\\|b |\n\n- other\n")
    (table,) = document.tables
    assert [cell.text for cell in table.rows[0].cells] == ["Peru", "a|b"]
    assert document.text[table.rows[0].cells[0].start : table.rows[0].cells[0].end] == "**Peru**"
    assert [document.text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.ITEM] == [
        "- plan",
        "- other",
    ]


FRONT = """\
---
title: "Third Round Table: money and boats"
kind: work-plan
body: Harbour Forum
date_start: 2021-05-01
date_end: 2021-05-03
place: Split, Croatia
number: 3
source:
  - official paper
  - https://example.org/a
gaps: [no list of attendance]
known_gaps:
  - no venue
---
# Something else

It met in Rome in 1999.
"""


def test_front_matter_wins_and_is_one_block() -> None:
    document = md(FRONT)
    about = document.metadata
    assert about.title == "Third Round Table: money and boats"
    assert about.kind is Kind.WORK_PLAN
    assert (about.body, about.place, about.number) == ("Harbour Forum", "Split, Croatia", 3)
    assert about.urls == ("https://example.org/a",)
    assert about.gaps == ("no list of attendance", "no venue")
    (matter,) = blocks(document, BlockKind.FRONT_MATTER)
    assert matter.startswith("---\ntitle")
    assert matter.endswith("---")
    assert not any(
        "no venue" in text
        for kind in (BlockKind.ITEM, BlockKind.PARAGRAPH)
        for text in blocks(document, kind)
    )


@pytest.mark.parametrize(
    "yaml", ["title: [unclosed", "title: a: b: c\n\t- x", "- just\n- a list", "title: *nowhere"]
)
def test_broken_front_matter_is_no_error(yaml: str) -> None:
    document = md(f"---\n{yaml}\n---\n# Minutes of the Second Meeting\n\nText.\n")
    assert document.metadata.title == "Minutes of the Second Meeting"


def test_windows_line_ends_and_byte_order_mark() -> None:
    document = read_markdown("\ufeff# Título\r\n\r\nUno\r\n".encode(), "a.md", "0")
    assert document.text == "# Título\n\nUno\n"


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(UnreadableDocument):
        read_markdown(b"\n\n", "a.md", "0")


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("**bold** and *slanted* and __both__", "bold and slanted and both"),
        ("see [the page](https://example.org/a_b) now", "see the page now"),
        ("## A heading ##", "A heading"),
        ("| a | **b** |", "a | b"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("a\\|b \\*c\\*", "a|b *c*"),
        ("before <!-- hidden --> after", "before  after"),
        ("one<br>two", "one two"),
        ("plain text, 5 < 6", "plain text, 5 < 6"),
    ],
)
def test_plain(marked: str, shown: str) -> None:
    assert plain(marked) == shown


PIECES = st.sampled_from(
    [
        "# Heading",
        "## Heading *two*",
        "**Bold line**",
        "Some words of a paragraph,",
        "and more of them.",
        "- item",
        "  - nested",
        "    continued",
        "1. numbered",
        "3) other",
        "> quoted",
        "| a | b |",
        "|---|---|",
        "| **c** | |",
        "<!-- note",
        "-->",
        "<div>x</div>",
        "```",
        "---",
        "",
        "",
        "(a) lettered",
        "4.2 dotted",
        "\tindented",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=25))
def test_any_markdown_holds_together(lines: list[str]) -> None:
    text = "\n".join(lines)
    try:
        document = md(text)
    except UnreadableDocument:
        return
    assert document.text == text
    check(document, exact_cells=False)


@pytest.mark.skipif(not SHARED.exists(), reason="needs the shared material beside the repository")
def test_practice_documents_and_fact_sheets_hold_together() -> None:
    paths = sorted(SHARED.glob("practice/documents/*.md")) + sorted(SHARED.glob("facts/[0-9]*.md"))
    assert paths
    for path in paths:
        raw = path.read_bytes()
        document = read_markdown(raw, path.name, "0")
        assert document.text == raw.decode()
        check(document, exact_cells=False)
        rows = sum(line.lstrip().startswith("|") for line in document.text.splitlines())
        rules = sum(
            line.lstrip().startswith(("|---", "| ---", "|:--")) for line in document.text.splitlines()
        )
        assert len(blocks(document, BlockKind.ROW)) == rows - rules
        marked = [
            line
            for line in document.text.split("\n---\n", 1)[-1].splitlines()
            if line.lstrip().startswith("- ")
        ]
        assert len(items(document)) >= len(marked)
