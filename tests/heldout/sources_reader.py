"""Read the light markup of `sources/`: one block a line.

`#`, `##`, `###` headings; `%` a line of the title block; `@` a line of a preamble; `- ` a bullet;
`^ [1]` a footnote; `| a | b |` a table row; `| = | text |` a row that spans the table; a cell `^`
continues the cell above it; `//words//` are set in italics.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

MARKS = {
    "### ": "heading3",
    "## ": "heading2",
    "# ": "heading1",
    "% ": "title_line",
    "@ ": "preamble",
    "- ": "bullet",
    "^ ": "footnote",
}


@dataclass(frozen=True)
class Block:
    """A paragraph-like block (`text`) or, for kind `table`, its `rows` of cells."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def read_source(path: Path) -> list[Block]:
    """Return the blocks of a source file in order; consecutive table rows make one table."""
    blocks: list[Block] = []
    rows: list[tuple[str, ...]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("|"):
            rows.append(tuple(cell.strip() for cell in line.strip().strip("|").split("|")))
            continue
        if rows:
            blocks.append(Block("table", rows=tuple(rows)))
            rows = []
        if line.strip():
            blocks.append(_text_block(line))
    return blocks


def _text_block(line: str) -> Block:
    for mark, kind in MARKS.items():
        if line.startswith(mark):
            return Block(kind, line[len(mark) :].strip())
    return Block("paragraph", line.strip())
