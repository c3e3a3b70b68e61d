"""The LangChain chain: question → evidence → answer → check.

Each step is a runnable with a name, so that LangChain's callbacks and tracers see the steps.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from langchain_core.runnables import Runnable, RunnableLambda

from assistant import citations
from assistant.answer import Answer, Route, Status
from assistant.answerers import reading
from assistant.answerers.draft import Draft
from assistant.answerers.records import answer_from_records
from assistant.conversation import Message, standalone
from assistant.errors import BadQuestion
from assistant.library import Library
from index.types import Filters, Hit


@dataclass(frozen=True)
class Asked:
    """A question on its way through the chain, with what has been found out so far."""

    question: str
    history: tuple[Message, ...] = ()
    filters: Filters | None = None
    standalone: str = ""  # the question with what a follow-up leaves out
    library: Library | None = None
    hits: tuple[Hit, ...] = ()
    draft: Draft | None = None
    trace: dict[str, Any] = field(default_factory=dict)


Search = Callable[[str, Filters | None], Sequence[Hit]]


def build_chain(
    library: Callable[[], Library], search: Search, longest_question: int
) -> Runnable[Asked, Answer]:
    """Return the chain over a library and a search.

    `library` gives the current documents and records, `search` ranked passages for a question.
    Raises BadQuestion when invoked with an empty question or one longer than `longest_question` characters.
    """

    def understand(asked: Asked) -> Asked:
        question = asked.question.strip()
        if not any(character.isalnum() for character in question):
            raise BadQuestion(
                "The question is empty. Ask something, for example: Who chaired the last meeting?"
            )
        if len(question) > longest_question:
            raise BadQuestion(
                f"The question has {len(question):,} characters; at most {longest_question:,} are read. Shorten it."
            )
        view = library().restricted(asked.filters)
        full = standalone(question, asked.history, view)
        return replace(
            asked, question=question, standalone=full, library=view, trace={**asked.trace, "question": full}
        )

    def gather(asked: Asked) -> Asked:
        assert asked.library is not None
        draft, why = answer_from_records(asked.standalone, asked.library)
        trace = {**asked.trace, "records": why}
        if draft is not None and draft.confidence >= 1.0:
            return replace(asked, draft=draft, trace=trace)
        hits = tuple(search(asked.standalone, asked.filters))
        trace["passages"] = [
            {"id": hit.passage.id, "document": hit.passage.document, "rank": hit.rank, "score": hit.score}
            for hit in hits
        ]
        return replace(asked, draft=draft, hits=hits, trace=trace)

    def answer(asked: Asked) -> Asked:
        if asked.draft is not None and asked.draft.confidence >= 1.0:
            return asked
        assert asked.library is not None
        read = reading.read(asked.standalone, asked.hits, asked.library.document)
        if asked.draft is not None and read.status != Status.ANSWERED:
            return asked  # the records' refusal says more than the reading's
        return replace(asked, draft=read)

    def check(asked: Asked) -> Answer:
        assert asked.draft is not None
        assert asked.library is not None
        settled = citations.settle(asked.draft, asked.question, asked.library.document, asked.trace)
        if not citations.holds(settled, asked.library.document):
            settled = citations.settle(
                citations.refusal(Route.READING), asked.question, asked.library.document, asked.trace
            )
        return settled

    def timed(name: str, step: Callable[[Asked], Asked]) -> RunnableLambda[Asked, Asked]:
        def run(asked: Asked) -> Asked:
            started = time.perf_counter()
            after = step(asked)
            seconds = {**after.trace.get("seconds", {}), name: round(time.perf_counter() - started, 5)}
            return replace(after, trace={**after.trace, "seconds": seconds})

        return RunnableLambda(run, name=name)

    return (
        timed("question", understand)
        | timed("evidence", gather)
        | timed("answer", answer)
        | RunnableLambda(check, name="check")
    )
