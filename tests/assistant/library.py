"""A library over papers written in a test, and what a draft says."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from assistant.answerers.draft import Draft
from assistant.library import Library
from corpus.readers import read
from corpus.records import read_records


def library_of(folder: Path, papers: Mapping[str, str]) -> Library:
    """Return the library of papers, by file name; they are written into a folder, and read from there."""
    documents = []
    for name, text in papers.items():
        (folder / name).write_text(text, encoding="utf-8")
        documents.append(read(folder / name, id=name))
    return Library(documents, [record for document in documents for record in read_records(document)])


def said(draft: Draft | None) -> str:
    """Return the claims of a draft as one text; empty where there is none."""
    return "" if draft is None else " ".join(claim.text for claim in draft.claims)
