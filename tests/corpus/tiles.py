"""What must hold for every document, whatever it was read from."""

from __future__ import annotations

from itertools import pairwise

from corpus.document import BlockKind, Document
from corpus.passages import passages


def check(document: Document, *, exact_cells: bool = True) -> None:
    """Assert that sections, pages and passages tile the text, and blocks and cells lie in place."""
    text = document.text
    found = passages(document)
    for tiles in (document.sections, document.pages, found):
        if tiles:
            assert tiles[0].start == 0
            assert tiles[-1].end == len(text)
            assert all(a.end == b.start for a, b in pairwise(tiles))
    assert "".join(passage.text for passage in found) == text
    assert len({passage.id for passage in found}) == len(found)
    for passage in found:
        assert text[passage.start : passage.end] == passage.text
        section = document.section_at(passage.start)
        assert passage.end <= section.end
        assert passage.path == section.path
    assert all(a.end <= b.start for a, b in pairwise(document.blocks))
    for block in document.blocks:
        assert text[block.start : block.end].strip() == text[block.start : block.end] != ""
        section = document.sections[block.section]
        assert section.start <= block.start < section.end
        if block.kind is BlockKind.ROW:
            assert block.table is not None
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                assert row.start <= cell.start <= cell.end <= row.end
                if exact_cells:
                    assert text[cell.start : cell.end] == cell.text
