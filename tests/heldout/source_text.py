"""The text against which evidence is checked: of a built file its source, of a page its visible text."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pypdf
from bs4 import BeautifulSoup

HERE = Path(__file__).parent
BUILT = {".pdf", ".docx"}


def source_text(name: str) -> str:
    """Return the text that evidence for the document `name` is quoted from."""
    path = HERE / "documents" / name
    if path.suffix in BUILT:
        return (HERE / "sources" / f"{path.stem}.txt").read_text(encoding="utf-8")
    text = path.read_text(encoding="utf-8")
    return visible_text(text) if path.suffix == ".html" else text


def visible_text(page: str) -> str:
    """Return what a reader of the page sees, with every run of white space as one space."""
    soup = BeautifulSoup(page, "html.parser")
    for hidden in soup(["script", "style"]):
        hidden.decompose()
    for inline in soup(["em", "a", "strong"]):
        inline.unwrap()
    soup.smooth()
    return re.sub(r"\s+", " ", soup.get_text(" ")).strip()


def built_text(path: Path) -> str:
    """Return the text that stands in a built PDF or DOCX file, merged cells once for each place."""
    if path.suffix == ".pdf":
        return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
