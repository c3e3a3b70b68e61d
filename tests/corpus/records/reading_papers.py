"""The papers of these tests, read as the product reads them, and what a reader of records is told beside."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corpus.document import Document
from corpus.names.parties import PartyTable
from corpus.readers import read
from corpus.readers.markdown import read_markdown
from corpus.records.terms import read_terms

PAPERS = Path(__file__).parent / "papers"


@dataclass(frozen=True)
class OneMeeting:
    """A context in which all of a paper is about one meeting."""

    parties: PartyTable
    meeting: str | None = "the-meeting"

    def meeting_at(self, position: int) -> str | None:
        return self.meeting


def paper(name: str) -> Document:
    """Return one of the papers beside this module."""
    return read(PAPERS / name)


def written(text: str) -> Document:
    """Return a paper written in a test, as Markdown."""
    return read_markdown(text.encode(), "paper.md", "0" * 64)


def context(document: Document) -> OneMeeting:
    """Return the context of a paper, with the parties that the paper defines itself."""
    nothing = OneMeeting(PartyTable.of())
    return OneMeeting(PartyTable.of(read_terms(document, nothing)))


def quote(document: Document, record) -> str:
    """Return the narrowest evidence of a record."""
    span = record.evidence[0]
    return document.text[span.start : span.end]
