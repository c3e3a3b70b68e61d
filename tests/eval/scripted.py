"""A system whose answers are written by the test, over a document of the test."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from assistant.answer import Citation
from corpus.document import Document
from corpus.readers import read
from eval.questions import Question
from eval.systems import Response

TEXT = """---
title: Record of the Third Session of the Estuary Panel
kind: minutes
date_start: 2022-03-08
date_end: 2022-03-09
place: Lagos, Nigeria
---

# Record of the Third Session of the Estuary Panel

The Third Session was held in Lagos on 8 and 9 March 2022. Ms Ama Serwaa Boateng of Ghana chaired it.

## Attendance

Members (4): Benin, Ghana, Nigeria and Togo.

Observers (2): Cameroon and the International Organization for Migration (IOM).

## Decisions

The Panel adopted the Plan for Safe Landings 2022-2024.
"""

QUESTIONS = (
    Question(
        id="t1",
        question="When was the Third Session held?",
        type="date",
        answer="8 and 9 March 2022",
        source=("record.md",),
        evidence="held in Lagos on 8 and 9 March 2022",
    ),
    Question(
        id="t2",
        question="Which members attended the Third Session?",
        type="attendees_list",
        answer=("Benin", "Ghana", "Nigeria", "Togo"),
        source=("record.md",),
        evidence="Members (4): Benin, Ghana, Nigeria and Togo",
    ),
    Question(
        id="t3",
        question="Did Chad attend the Third Session?",
        type="attendee_yesno",
        answer="no",
        source=("record.md",),
        evidence="Members (4): Benin, Ghana, Nigeria and Togo",
    ),
    Question(
        id="t4",
        question="What did the session cost?",
        type="unanswerable",
        answer="not stated in the documents",
        source=("record.md",),
        answerable=False,
    ),
)

RIGHT = {
    "t1": "It was held on 8 and 9 March 2022 [1].",
    "t2": "Benin, Ghana, Nigeria and Togo [1].",
    "t3": "No: Chad is not on the list [1].",
    "t4": "",
}

QUOTES = {
    "t1": "held in Lagos on 8 and 9 March 2022",
    "t2": "Members (4): Benin, Ghana, Nigeria and Togo.",
    "t3": "Members (4): Benin, Ghana, Nigeria and Togo.",
}


def write_document(folder: Path) -> Document:
    """Write the record into a folder and read it."""
    path = folder / "record.md"
    path.write_text(TEXT, encoding="utf-8")
    return read(path, id="record.md")


def cite(document: Document, quote: str, shift: int = 0) -> Citation:
    """Return a citation of a quote; `shift` moves it away from where it stands."""
    start = document.text.index(quote) + shift
    return Citation(
        number=1,
        document=document.id,
        title=document.metadata.title,
        page=None,
        section="",
        quote=quote,
        start=start,
        end=start + len(quote),
    )


@dataclass
class Scripted:
    """Answers each question by its text; an empty text refuses."""

    read: Document
    texts: Mapping[str, str]
    quotes: Mapping[str, str] = field(default_factory=lambda: QUOTES)
    shift: int = 0
    passages: tuple[str, ...] = ()

    def ask(self, question: str, history: Sequence[Mapping[str, str]]) -> Response:
        id = next(one.id for one in QUESTIONS if one.question == question)
        text = self.texts[id]
        if not text:
            return Response(text="The documents do not say.", abstained=True, status="not_stated")
        cited = (cite(self.read, self.quotes[id], self.shift),) if id in self.quotes else ()
        return Response(text=text, route="scripted", citations=cited)

    def retrieve(self, question: str, history: Sequence[Mapping[str, str]]) -> Sequence[str]:
        return self.passages

    def document(self, id: str) -> Document | None:
        return self.read if id == self.read.id else None


@contextmanager
def opened(system: Scripted) -> Iterator[Scripted]:
    """Wrap a system as something to open."""
    yield system
