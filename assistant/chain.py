"""The LangChain chain: question → evidence → answer → prose → check; prose only where a chat model is set.

Each step is a runnable with a name, so that LangChain's callbacks and tracers see the steps.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from langchain_core.runnables import Runnable, RunnableLambda

from assistant import citations
from assistant.answer import Answer, Route, Status
from assistant.answerers import reading
from assistant.answerers.beside import stands_beside
from assistant.answerers.conflicts.compared import answer_compared
from assistant.answerers.conflicts.contradicted import contradicted
from assistant.answerers.draft import Claim, Draft
from assistant.answerers.model.budget import Budget
from assistant.answerers.overview import Part, answer_overview
from assistant.answerers.records import answer_from_records
from assistant.answerers.worked_out import answer_worked_out
from assistant.conversation import Message, standalone
from assistant.errors import BadQuestion
from assistant.library import Library
from assistant.question.parts import parts
from assistant.question.plain import plainly
from assistant.question.sources import side_by_side, told_to_differ
from assistant.trace import FollowUpTrace, PassageTrace, Trace
from corpus.names.dates import find_dates
from index.types import Filters, Hit

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from assistant.settings import ModelSettings


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
    parts: tuple[Part, ...] = ()  # of an overview
    reading: str = ""  # the question on its own by another reading than that of the rules
    budget: Budget | None = None  # what calls to a chat model have used so far
    notice: str = ""
    trace: Trace = field(default_factory=lambda: Trace())


Search = Callable[[str, Filters | None], Sequence[Hit]]


@dataclass(frozen=True)
class Writer:
    """The chat model that may phrase a proven answer, with its limits."""

    model: BaseChatModel
    settings: ModelSettings

    def followed(self, asked: Asked, prove: Callable[[Asked], Asked]) -> Asked:
        """Return the question with a follow-up read anew by the model, where the rules' reading found nothing.

        `prove` takes the question up to its proven draft. The rules' reading stands unless the model's adds
        no name, number or date to the conversation and is answered. The trace holds both under 'follow_up'.
        """
        from assistant.answerers.model import rewrite, unsure

        assert asked.draft is not None
        if (
            not self.settings.rewrite_followups
            or not asked.history
            or asked.draft.status not in (Status.NOT_STATED, Status.UNCLEAR)
            or not unsure(asked.question, asked.standalone)
        ):
            return asked
        budget = asked.budget or Budget.of(self.settings)
        question, because = rewrite(asked.question, asked.history, self.model, self.settings, budget)
        readings = FollowUpTrace(rules=asked.standalone, model=question, taken="rules", because=because)
        if question is not None:
            anew = prove(replace(asked, reading=question, draft=None, hits=(), parts=(), trace=Trace()))
            if anew.draft is not None and anew.draft.status is Status.ANSWERED:
                readings = FollowUpTrace(
                    rules=asked.standalone, model=question, taken="model", because=because
                )
                return replace(anew, budget=budget, trace={**anew.trace, "follow_up": readings})
            readings["because"] = "the model's question is not answered either"
        return replace(asked, budget=budget, trace={**asked.trace, "follow_up": readings})

    def phrase(self, asked: Asked, search: Search) -> Generator[str, None, Asked]:
        """Yield each proven sentence of the model's prose; return the question with the prose as its draft.

        Where the prose fails in whatever way, the draft stays as it was, with a notice that says so. The trace
        holds prompt, output, checks, time and tokens under 'model'.
        """
        from assistant.answerers.model import Attempt, stream_overview, stream_prose

        assert asked.draft is not None
        attempt = Attempt(budget=asked.budget)
        prose: Draft | None
        if asked.parts:
            prose = yield from _texts(
                stream_overview(asked.standalone, asked.parts, self.model, self.settings, attempt=attempt)
            )
        else:
            hits = asked.hits
            if not hits and asked.draft.status is Status.ANSWERED:
                hits = tuple(search(asked.standalone, asked.filters))
            prose = yield from _texts(
                stream_prose(asked.standalone, asked.draft, hits, self.model, self.settings, attempt=attempt)
            )
        notice = "" if prose is not None or attempt.budget is None else _notice(attempt.outcome)
        return replace(
            asked,
            draft=prose or asked.draft,
            notice=notice,
            trace={**asked.trace, "model": attempt.as_trace()},
        )


def _texts(claims: Generator[Claim, None, Draft | None]) -> Generator[str, None, Draft | None]:
    while True:
        try:
            claim = next(claims)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
        yield claim.text


def _notice(outcome: str) -> str:
    reason = outcome.removeprefix("the proven answer stands: ")
    return f"The chat model's wording is not shown, the proven answer stands instead: {reason}."


def build_chain(
    proof: Runnable[Asked, Asked], writer: Writer | None, search: Search
) -> Runnable[Asked, Answer]:
    """Return the whole chain: the proof, its phrasing where there is a writer, and the check."""

    def followed(asked: Asked) -> Asked:
        assert writer is not None
        return writer.followed(asked, proof.invoke)

    def prose(asked: Asked) -> Asked:
        from assistant.answerers.model import returned

        assert writer is not None
        return returned(writer.phrase(asked, search))

    checked = RunnableLambda(check, name="check")
    if writer is None:
        return proof | checked
    return proof | _timed("follow-up", followed) | _timed("prose", prose) | checked


def build_proof(
    library: Callable[[], Library], search: Search, longest_question: int
) -> Runnable[Asked, Asked]:
    """Return the steps up to the proven draft, over a library and a search; no chat model has part in them.

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
        full = asked.reading or plainly(standalone(question, asked.history, view))
        return replace(
            asked, question=question, standalone=full, library=view, trace={**asked.trace, "question": full}
        )

    def gather(asked: Asked) -> Asked:
        assert asked.library is not None
        overview = answer_overview(
            asked.standalone, asked.library, lambda subject: search(subject, asked.filters)
        )
        if overview is not None:
            trace: Trace = {**asked.trace, "records": {"way": "overview"}}
            return replace(asked, draft=overview.draft, parts=overview.parts, trace=trace)
        compared = answer_compared(asked.standalone, asked.library, search)
        if compared is not None:
            return replace(asked, draft=compared, trace={**asked.trace, "records": {"way": "compared"}})
        draft, why = answer_from_records(asked.standalone, asked.library)
        if draft is not None and _half_answered(draft, asked.standalone):
            draft, why = None, {**why, "way": None, "because": "one half of two"}
        if draft is None or draft.status is Status.NOT_STATED:
            worked_out = answer_worked_out(
                asked.standalone,
                asked.library,
                lambda simpler: answer(gather(replace(asked, standalone=simpler, draft=None, hits=()))).draft,
            )
            if worked_out is not None:
                draft, why = worked_out, {**why, "way": "worked out"}
        trace = {**asked.trace, "records": why}
        if draft is not None and draft.confidence >= 1.0:
            return replace(asked, draft=draft, trace=trace)
        hits = tuple(search(asked.standalone, asked.filters))
        trace["passages"] = [
            PassageTrace(id=hit.passage.id, document=hit.passage.document, rank=hit.rank, score=hit.score)
            for hit in hits
        ]
        return replace(asked, draft=draft, hits=hits, trace=trace)

    def answer(asked: Asked) -> Asked:
        if asked.draft is not None and (
            asked.draft.confidence >= 1.0 or asked.draft.status is Status.CONFLICT
        ):
            return asked
        assert asked.library is not None
        both = in_parts(asked)
        if both is not None:
            return both
        core = told_to_differ(asked.standalone)
        if core is not None:
            undisputed = answer(gather(replace(asked, standalone=core, draft=None, hits=())))
            if undisputed.draft is not None and undisputed.draft.status is Status.CONFLICT:
                return undisputed
        read = reading.read(asked.standalone, asked.hits, asked.library.document)
        if stands_beside(asked.standalone, read, asked.library):
            read = citations.refusal(Route.READING)
        if _half_answered(read, asked.standalone):
            read = citations.refusal(
                Route.READING, "The documents do not answer both halves of the question."
            )
        if asked.draft is not None and read.status != Status.ANSWERED:
            return asked  # the records' refusal says more than the reading's
        differing = contradicted(asked.standalone, read, asked.hits, asked.library.document)
        return replace(asked, draft=differing or read)

    def in_parts(asked: Asked) -> Asked | None:
        """Answer each half of a double question; None where it is none, or a half has no answer."""
        assert asked.library is not None
        halves = parts(asked.standalone)
        if len(halves) < 2:
            return None
        said: list[Message] = []
        drafts: list[Draft] = []
        for half in halves:
            # the second may lean on the first, or stand on its own
            for full in dict.fromkeys((standalone(half, said, asked.library), half)):
                one = answer(gather(replace(asked, standalone=full, draft=None, hits=())))
                if one.draft is not None and one.draft.status is Status.ANSWERED:
                    break
            else:
                return None
            assert one.draft is not None
            drafts.append(one.draft)
            text = " ".join(claim.text for claim in one.draft.claims)
            said += [Message("user", full), Message("assistant", text)]
        claims = tuple({claim.text: claim for draft in drafts for claim in draft.claims}.values())
        if _fewer_dates(claims, halves):
            return None
        route = Route.RECORDS if all(draft.route is Route.RECORDS for draft in drafts) else Route.READING
        sure = min(draft.confidence for draft in drafts)
        joined = Draft(status=Status.ANSWERED, route=route, claims=claims, confidence=sure)
        return replace(asked, draft=joined, trace={**asked.trace, "halves": list(halves)})

    return _timed("question", understand) | _timed("evidence", gather) | _timed("answer", answer)


_ASKS_WHEN = re.compile(
    r"\W*(?:(?:by|on|until|from|to|since|in)\s+)?(?:when\b|(?:what|which)\s+(?:\w+\s+)?(?:date|day|month|year)\b)",
    re.IGNORECASE,
)


def _fewer_dates(claims: Sequence[Claim], halves: Sequence[str]) -> bool:
    """Whether every half asks for a date, and the answer has not one for each."""
    if not all(_ASKS_WHEN.match(half) for half in halves):
        return False
    text = " ".join(claim.text for claim in claims)
    dates = {one.range for one in find_dates(text)}
    years = set(re.findall(r"\b(?:19|20)\d\d\b", text))
    return max(len(dates), len(years)) < len(halves)


def _half_answered(draft: Draft, question: str) -> bool:
    """Whether an answer to two questions in one rests on a single place, and so answers one of them at most."""
    places = {quote for claim in draft.claims for quote in claim.quotes}
    if draft.status is not Status.ANSWERED or len(places) > 1:
        return False
    compared = side_by_side(question)
    return len(parts(question)) > 1 or (compared is not None and len(compared.sources) > 1)


def _timed(name: str, step: Callable[[Asked], Asked]) -> RunnableLambda[Asked, Asked]:
    def run(asked: Asked) -> Asked:
        started = time.perf_counter()
        after = step(asked)
        seconds = {**after.trace.get("seconds", {}), name: round(time.perf_counter() - started, 5)}
        return replace(after, trace={**after.trace, "seconds": seconds})

    return RunnableLambda(run, name=name)


def check(asked: Asked) -> Answer:
    """Return the answer whose every claim is proven; the end of the chain."""
    assert asked.draft is not None
    assert asked.library is not None
    settled = citations.settle(asked.draft, asked.question, asked.library.document, asked.trace)
    if not citations.holds(settled, asked.library.document):
        settled = citations.settle(
            citations.refusal(Route.READING), asked.question, asked.library.document, asked.trace
        )
    return settled.model_copy(update={"notice": asked.notice}) if asked.notice else settled
