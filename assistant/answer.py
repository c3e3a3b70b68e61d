"""What a question gets back: one status, a text with markers, and citations that can be checked."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from assistant.trace import Trace
from corpus.document import Frozen


class Status(StrEnum):
    """The four ways in which a question can end; there is no fifth."""

    ANSWERED = "answered"
    NOT_STATED = "not_stated"
    CONFLICT = "conflict"
    UNCLEAR = "unclear"


class Route(StrEnum):
    """Which way produced the answer."""

    RECORDS = "records"
    READING = "reading"
    MODEL = "model"


class Citation(Frozen):
    """A quote and where it stands: `document.text[start:end] == quote`, always.

    `document` is the document's id, `page` is counted from 1 and None for files without pages, `section`
    is the heading path joined with ' › ', `url` the source address where the document gives one.
    """

    number: int  # the marker in the text: [1]
    document: str
    title: str
    page: int | None
    section: str
    quote: str
    start: int
    end: int
    url: str | None = None


class Answer(Frozen):
    """The answer to one question.

    Every sentence of `text` carries a marker `[n]`, and markers and citations match one to one. The one
    exception is an answer that cites nothing (`not_stated` or `unclear`), which has no markers.
    """

    question: str
    text: str
    status: Status
    route: Route
    citations: tuple[Citation, ...] = ()
    choices: tuple[str, ...] = ()  # for `unclear`: the readings, each a question that can be asked
    notice: str = ""  # with a chat model: why its prose does not stand here, if it does not
    trace: Trace = Field(default_factory=lambda: Trace())  # how it came about; JSON-able

    @property
    def abstained(self) -> bool:
        """Whether the documents do not say."""
        return self.status in (Status.NOT_STATED, Status.UNCLEAR)
