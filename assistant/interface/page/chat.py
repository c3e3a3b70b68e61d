"""One question from being sent to its answer on the page, in frames, as `Assistant.stream` brings the answer."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answer import Answer
from assistant.errors import BadQuestion
from assistant.events import AnswerEvent, CitationEvent, StatusEvent, TextEvent
from assistant.interface.page import evidence, suggestions, thread
from assistant.interface.page.conversations import Conversation, Turn
from assistant.interface.page.desk import Desk
from assistant.interface.page.thread import Written
from corpus.document import Document, Kind
from index.types import Filters

_TITLE = 60  # characters of a conversation's title
_PAUSE = 0.08  # seconds between two frames, at least: what comes faster is shown together
_LONGEST = 4000  # characters kept of a question that was refused
STOPPED = "Stopped before there was an answer."
_FAILED = "The question could not be answered, because something went wrong on the server. Try again."
_LOG = logging.getLogger(__name__)


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

    The question is kept from the start, and a proven answer as soon as there is one: a reader who stops, or
    whose connection breaks, loses neither. An error is shown in its turn; it does not end the conversation.
    """
    replaced = conversation.turns[:1]
    turns = conversation.turns if replace is None else conversation.turns[:replace]
    turn = Turn(question=question[:_LONGEST], error=STOPPED)
    conversation = conversation.model_copy(update={"turns": [*turns, turn]})
    history = conversation.history()
    number = len(turns)
    if number == 0 and _unnamed(conversation, replaced):
        conversation.title = title_of(question)
    desk.conversations.save(reader, conversation)
    before = "".join(thread.turn_html(one, n) for n, one in enumerate(turns))
    written = Written()
    panel, last = evidence.evidence_panel([]), 0.0
    try:
        restricted = desk.visible(reader).restricted(filters)
        for event in desk.assistant.stream(question, history, restricted):
            match event:
                case StatusEvent(status=status):
                    written.doing = status
                    last = 0.0
                case TextEvent(text=text, source="proven"):
                    written.text += text
                case TextEvent(text=text):
                    written.prose.append(text)
                case CitationEvent(citation=citation):
                    written.citations.append(citation)
                    continue
                case AnswerEvent(answer=answer, final=final):
                    turn.answer, turn.error = answer, ""
                    written.status = answer.status
                    panel = evidence_of(desk, reader, answer, number)
                    desk.conversations.save(reader, conversation)
                    if final:
                        break
            if time.monotonic() - last >= _PAUSE:
                yield Frame(before + thread.writing(question, number, written), panel, conversation)
                last = time.monotonic()
    except BadQuestion as error:
        turn.error = str(error)
    except Exception:  # whatever it is, the reader must see that there is no answer, and be able to go on
        _LOG.exception("A question could not be answered")
        turn.error = _FAILED
    desk.conversations.save(reader, conversation)
    yield Frame(shown(desk, reader, conversation), panel, conversation, done=True)


def shown(desk: Desk, reader: str, conversation: Conversation) -> str:
    """Return the whole conversation as HTML, with examples or follow-ups."""
    visible = desk.visible(reader)
    if not conversation.turns:
        drawn = suggestions.examples(visible.library())
        if not visible.library().documents:
            return thread.without_documents(desk.settings.upload)
        return thread.thread(conversation, desk.answerable.among(visible, drawn, suggestions.EXAMPLES))
    last = conversation.turns[-1].answer
    if last is None or last.choices:  # a question that was asked back comes first
        return thread.thread(conversation, ())
    turns = [turn for turn in conversation.turns if turn.answer is not None]
    asked = [turn.question for turn in turns]
    drawn = suggestions.followups(visible.library(), last, thread.understood(last), asked)
    told = [turn.answer.text for turn in turns if turn.answer is not None]
    return thread.thread(conversation, (), desk.answerable.among(visible, drawn, suggestions.FOLLOWUPS, told))


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


def _unnamed(conversation: Conversation, first: Sequence[Turn]) -> bool:
    """Whether a conversation bears no name of the reader's own."""
    return not first or conversation.title == title_of(first[0].question)


def title_of(question: str) -> str:
    """Return a conversation's title from its first question."""
    short = " ".join(question.split())
    return short if len(short) <= _TITLE else short[: _TITLE - 1].rsplit(" ", 1)[0] + "…"
