"""The same functions over REST (through the Gradio client) and as MCP tools.

They see the common documents; a caller who logged in also sees the uploads of their own.
"""

from __future__ import annotations

from typing import Any

import gradio as gr

from assistant.api import Assistant
from assistant.errors import BadQuestion
from assistant.interface.page.readers import reader_of
from assistant.interface.page.visible import Visible
from corpus.document import Kind
from index.types import Filters


def add_endpoints(assistant: Assistant, concurrency: int) -> None:
    """Add `chat`, `ask`, `search`, `attendance` and `documents` to the Blocks at hand."""

    def visible(request: gr.Request | None) -> Visible:
        return Visible(assistant, reader_of(None, request))

    def chat(
        question: str, request: gr.Request, history: list[dict[str, Any]] | None = None
    ) -> dict[str, Any]:
        """Answer a question over the documents, with citations, in the light of the conversation so far.

        Args:
            question: The question; may leave out what the history makes plain ('And the observers?').
            history: Earlier messages, each {"role": "user" or "assistant", "content": text}; may be empty.
        """
        return _answered(visible(request), question, history or [])

    def ask(question: str, request: gr.Request) -> dict[str, Any]:
        """Answer one question over the documents, with citations. The status says whether they state it.

        Args:
            question: The question, in full.
        """
        return _answered(visible(request), question, [])

    def search(question: str, request: gr.Request, limit: int = 10) -> list[dict[str, Any]]:
        """Return the passages of the documents that come closest to a question, best first.

        Args:
            question: What to look for.
            limit: How many passages, 1 to 50.
        """
        seen = visible(request)
        hits = assistant.index.search(question, k=max(1, min(limit, 50)), filters=seen.restricted(None))
        return [
            {
                "rank": hit.rank,
                "score": hit.score,
                "document": hit.passage.document,
                "page": hit.passage.page,
                "section": " › ".join(hit.passage.path),
                "text": hit.passage.text,
                "start": hit.passage.start,
                "end": hit.passage.end,
            }
            for hit in hits
        ]

    def attendance(
        request: gr.Request, meeting: str = "", party: str = "", capacity: str = ""
    ) -> list[dict[str, Any]]:
        """Return who is listed at which meeting, one row for each party and list, with the quote behind it.

        Args:
            meeting: Ordinal, year or part of the meeting's name; empty for all.
            party: A state or organisation in any spelling; empty for all.
            capacity: member, observer, civil society, private sector, …; empty for all.
        """
        seen = visible(request)
        wanted: str | int | None = int(meeting) if meeting.strip().isdigit() else meeting.strip() or None
        frame = assistant.attendance(wanted, party.strip() or None, capacity.strip() or None)
        rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
        return [
            {str(name): _plain(value) for name, value in row.items()}
            for row in rows
            if seen.document(str(row["document"])) is not None
        ]

    def documents(request: gr.Request, kind: str = "") -> list[dict[str, Any]]:
        """Return the documents with their metadata.

        Args:
            kind: statement, work_plan, minutes, programme, event or page; empty for all.
        """
        kinds = {Kind(kind.strip())} if kind.strip() in set(Kind) else set(Kind)
        return [
            {"id": one.id, "pages": len(one.pages), **one.metadata.model_dump(mode="json")}
            for one in visible(request).documents()
            if one.metadata.kind in kinds
        ]

    for endpoint in (chat, ask, search, attendance, documents):
        gr.api(  # type: ignore[attr-defined]
            endpoint, api_name=endpoint.__name__, concurrency_limit=concurrency, concurrency_id="questions"
        )


def _answered(visible: Visible, question: str, history: list[dict[str, Any]]) -> dict[str, Any]:
    filters: Filters | None = visible.restricted(None)
    try:
        answer = visible.assistant.ask(question, history, filters)
    except BadQuestion as error:
        raise gr.Error(str(error)) from error
    return {**answer.model_dump(mode="json"), "abstained": answer.abstained}


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)
