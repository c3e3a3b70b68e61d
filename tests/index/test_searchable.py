"""Comments say what was not found: no search may come upon them."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from corpus.passages import has_content, passages
from corpus.readers import read
from corpus.readers.markdown import read_markdown
from index import Index
from index.searchable import searchable
from tests.index.conftest import WordEmbedding

NOTE = """---
title: Record of the Second Meeting of the Reef Commission
kind: page
place: Suva, Fiji
---

# Second Meeting of the Reef Commission

The Commission met on 4 May 2018 and adopted the Coral Charter.

<!-- gaps
- Not found: whether Freedonia was there.
-->

## Follow-up

Fiji reported on moorings.
"""
PARTS = st.sampled_from(
    [
        *("# Heading\n\n", "## Sub\n\n", "A paragraph on moorings.\n\n", "- one\n- two\n\n", "---\n\n"),
        *("<!-- a note -->\n\n", "| A | B |\n| --- | --- |\n| 1 | 2 |\n\n", "\n\n", "Long. " * 300 + "\n\n"),
    ]
)


def test_a_comment_is_not_found_but_front_matter_and_text_are(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text(NOTE, encoding="utf-8")
    with Index.open(tmp_path / "index", embedding=WordEmbedding()) as index:
        index.sync([(path, "note.md")])
        found = [hit.passage.text for hit in index.search("Was Freedonia there? What was not found?", k=10)]
        assert not any("Freedonia" in text for text in found)
        assert any("Coral Charter" in hit.passage.text for hit in index.search("the Coral Charter"))
        assert any("place: Suva" in hit.passage.text for hit in index.search("met in Suva"))
        assert "Freedonia" in index.document("note.md").text


@given(st.lists(PARTS, max_size=12))
def test_every_passage_that_may_be_quoted_is_searchable(parts: list[str]) -> None:
    document = read_markdown(
        "".join(["# Title\n\nWords of an opening paragraph.\n\n", *parts]).encode(), "a.md", "0" * 64
    )
    cut = passages(document)
    kept = searchable(document, cut)
    assert kept == [passage for passage in cut if has_content(document, passage)]


def test_the_sweep_agrees_where_there_is_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text(NOTE, encoding="utf-8")
    document = read(path)
    left_out = [p.text for p in passages(document) if p not in searchable(document, passages(document))]
    assert len(left_out) == 1
    assert left_out[0].lstrip().startswith("<!-- gaps")
