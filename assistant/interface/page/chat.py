"""One question from being sent to its answer on the page, in frames: first the status, then the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.answer import Answer
from assistant.errors import BadQuestion
from assistant.interface.page import evidence, suggestions, thread
from assistant.interface.page.conversations import Conversation, Turn
from assistant.interface.page.desk import Desk
from corpus.document import Document, Kind
from index.types import Filters

_TITLE = 60  # characters of a conversation's title
_FRAMES = 8  # pieces in which a text is shown


@dataclass(frozen=True)
class Frame:
    """What the page shows at one moment of answering."""

    thread: str
    evidence: str
    conversation: Conversation
    done: bool = False


def asking(
    desk: Desk,
    reader: str,
    conversation: Conversation,
    question: str,
    filters: Filters | None,
    replace: int | None = None,
) -> Iterator[Frame]:
    """Ask within a conversation and keep the outcome; `replace` is the turn asked anew, with all after it.

    An error of the question is shown in its turn; it does not end the conversation.
    """
    turns = conversation.turns if replace is None else conversation.turns[:replace]
    conversation = conversation.model_copy(update={"turns": list(turns)})
    before = "".join(thread.turn_html(turn, n) for n, turn in enumerate(conversation.turns))
    number = len(conversation.turns)
    visible = desk.visible(reader)
    restricted = visible.restricted(filters)
    yield Frame(
        before + thread.waiting(question, number, "Reading the documents …"),
        evidence.evidence_panel([]),
        conversation,
    )
    try:
        answer = desk.assistant.ask(question, conversation.history(), restricted)
    except BadQuestion as error:
        conversation.turns.append(Turn(question=question[:2000], error=str(error)))
        yield Frame(shown(desk, reader, conversation), evidence.evidence_panel([]), conversation, done=True)
        return
    panel = evidence_of(desk, reader, answer, number)
    for piece in _growing(answer.text):
        yield Frame(before + thread.writing(question, number, answer, piece), panel, conversation)
    conversation.turns.append(Turn(question=question, answer=answer))
    if number == 0:
        conversation.title = title_of(question)
    desk.conversations.save(reader, conversation)
    yield Frame(shown(desk, reader, conversation), panel, conversation, done=True)


def shown(desk: Desk, reader: str, conversation: Conversation) -> str:
    """Return the whole conversation as HTML, with examples or follow-ups."""
    visible = desk.visible(reader)
    if not conversation.turns:
        drawn = suggestions.examples(visible.library())
        return thread.thread(conversation, desk.answerable.among(visible, drawn, suggestions.EXAMPLES))
    last = conversation.turns[-1].answer
    if last is None:
        return thread.thread(conversation, ())
    drawn = suggestions.followups(visible.library(), last, [turn.question for turn in conversation.turns])
    return thread.thread(conversation, (), desk.answerable.among(visible, drawn, suggestions.FOLLOWUPS))


def evidence_of(desk: Desk, reader: str, answer: Answer, turn: int) -> str:
    """Return the evidence panel of one answer."""
    visible = desk.visible(reader)
    documents: dict[str, Document] = {}
    for one in answer.citations:
        document = visible.document(one.document)
        if document is not None:
            documents[document.id] = document
    drawable = frozenset(
        id for id, document in documents.items() if document.format == "pdf" and desk.sources.of(document)
    )
    cards = evidence.answer_cards(answer, documents, drawable)
    return f'<div class="wg-evidence" data-turn="{turn}">{evidence.evidence_panel(cards)}</div>'


def chosen_filters(
    kinds: list[str] | None,
    bodies: list[str] | None,
    numbers: list[str] | None,
    since: float | None,
    until: float | None,
) -> Filters | None:
    """Return the filters that the page's fields stand for, None if none is set; years are whole years."""
    filters = Filters(
        kinds=tuple(Kind(one) for one in kinds or ()),
        bodies=tuple(bodies or ()),
        numbers=tuple(int(one) for one in numbers or ()),
        since=date(int(since), 1, 1) if since and 1 <= since <= 9999 else None,
        until=date(int(until), 12, 31) if until and 1 <= until <= 9999 else None,
    )
    return None if filters == Filters() else filters


def title_of(question: str) -> str:
    """Return a conversation's title from its first question."""
    short = " ".join(question.split())
    return short if len(short) <= _TITLE else short[: _TITLE - 1].rsplit(" ", 1)[0] + "…"


def _growing(text: str) -> Iterator[str]:
    """Yield ever longer beginnings of a text, cut after whole words."""
    ends = [match.end() for match in re.finditer(r"\S+\s*", text)]
    step = max(1, len(ends) // _FRAMES)
    for n in range(step - 1, len(ends), step):
        yield text[: ends[n]]
