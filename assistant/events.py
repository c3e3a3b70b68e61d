"""What `Assistant.stream` yields: where the question stands, text as it comes, and the answer at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.answer import Answer, Citation

_PIECE = 60  # characters of a text piece, about


@dataclass(frozen=True)
class StatusEvent:
    """What is being done: 'searching', then 'writing' where a chat model is set."""

    status: Literal["searching", "writing"]
    kind: Literal["status"] = "status"


@dataclass(frozen=True)
class TextEvent:
    """A piece of text, to be appended to what came before from the same source.

    `proven` is the answer of the records or of reading, with its markers; `prose` a sentence of the model that
    has been proven, without markers: the answer at the end says whether the prose stands.
    """

    text: str
    source: Literal["proven", "prose"] = "proven"
    kind: Literal["text"] = "text"


@dataclass(frozen=True)
class CitationEvent:
    """A citation of the proven answer."""

    citation: Citation
    kind: Literal["citation"] = "citation"


@dataclass(frozen=True)
class AnswerEvent:
    """An answer as a whole; with `final` the last event, and the one that counts."""

    answer: Answer
    final: bool
    kind: Literal["answer"] = "answer"


Event = StatusEvent | TextEvent | CitationEvent | AnswerEvent


def told(answer: Answer, final: bool) -> Iterator[Event]:
    """Yield a finished answer: its text in pieces (they join to `answer.text`), citations, the answer."""
    at = 0
    while at < len(answer.text):
        cut = answer.text.find(" ", at + _PIECE)
        end = len(answer.text) if cut < 0 else cut + 1
        yield TextEvent(answer.text[at:end])
        at = end
    for citation in answer.citations:
        yield CitationEvent(citation)
    yield AnswerEvent(answer, final)
