"""Signs of markup are hidden, and every character stays where it was."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import fragment_fromstring

from assistant.interface.page.signs import is_markdown, plain, runs, shown
from corpus.document import Span

PIECES = st.lists(
    st.sampled_from(["**", "*", "_", "# ", "## ", "- ", "|", " | ", "| --- | --- |\n", "\n", "\n\n", "`", "\\", "[a](b)",
                     "<b>", "&", "word", "Côte d’Ivoire", " ", "(2):", "5"]),
    max_size=14,
).map("".join)  # fmt: skip


@given(PIECES, st.booleans(), st.data())
def test_the_text_of_the_html_is_the_text_and_that_of_the_mark_the_quote(
    text: str, markdown: bool, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    html = shown(text, 0, len(text), markdown, Span(start=start, end=end))
    tree = fragment_fromstring(f"<div>.{html}.</div>")  # the dots keep the parser from dropping white space
    assert tree.text_content() == f".{text}."
    marks = list(tree.iter("mark"))
    assert "".join(mark.text_content() for mark in marks) == text[start:end]
    assert len(marks) == (1 if end > start else 0)
    assert {element.tag for element in tree.iter()} <= {"div", "mark", "span", "strong"}


@given(PIECES, st.booleans())
def test_runs_tile_the_text(text: str, markdown: bool) -> None:
    found = runs(text, markdown)
    assert "".join(text[run.start : run.end] for run in found) == text
    assert all(one.end == other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("## Attendance\n\n- **Observers (2):** Fiji, *Palau*", "Attendance\n• Observers (2): Fiji, Palau"),
        ("| 1 | Safer ferries | Kenya |\n| --- | --- | --- |\n| 2 | Rescue | Peru |", "1 · Safer ferries · Kenya\n2 · Rescue · Peru"),
        ("See [the statement](https://example.org/a_b) of `2021`.", "See the statement of 2021."),
        ("1 \\* 2, 5 * 3 * 2, file_name_here, the 2_nd", "1 * 2, 5 * 3 * 2, file_name_here, the 2_nd"),
        ("Observers:** Fiji", "Observers: Fiji"),
        ("before\n---\nafter", "before\n---\nafter"),
    ],
)  # fmt: skip
def test_what_is_read_is_clean(text: str, read: str) -> None:
    assert plain(text, markdown=True) == read


def test_a_text_that_is_no_markdown_keeps_its_stars_but_not_the_bars_of_its_tables() -> None:
    assert plain("**5** stars # 1 | x\n| 1 | a \\| b |", markdown=False) == "**5** stars # 1 | x\n1 · a | b"
    assert is_markdown("uploads/x/Minutes.MD")
    assert not is_markdown("minutes.pdf")
