"""Prose from a chat model, sentence by sentence as it is proven; or nothing, and the proven answer stands.

The prose takes the place of the proven answer only if all that the proven answer states still stands in it.
So an answer with a model is never less right than without one, whatever the model writes.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING, TypeVar, cast

from assistant.answer import Route, Status
from assistant.answerers.draft import Claim, Draft, Quote
from assistant.answerers.model.budget import Budget
from assistant.answerers.model.checking import Checked, check_sentence
from assistant.answerers.model.evidence import gather
from assistant.answerers.model.keeping import keeps, oversteps
from assistant.answerers.model.prompting import prompt, written
from assistant.answerers.model.sentences import Sentences
from assistant.answerers.model.streaming import pieces
from assistant.answerers.model.trouble import explained
from assistant.trace import ModelTrace, SentenceTrace
from index.types import Hit

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from assistant.settings import ModelSettings

T = TypeVar("T")


@dataclass
class Attempt:
    """What a model was asked and wrote, and what became of it: the trace of the model's step."""

    prompt: str = ""
    output: str = ""
    sentences: list[Checked] = field(default_factory=list)
    outcome: str = "not asked"
    seconds: float = 0.0
    budget: Budget | None = None

    def as_trace(self) -> ModelTrace:
        """Return the attempt as JSON-able data."""
        return ModelTrace(
            prompt=self.prompt,
            output=self.output,
            sentences=[SentenceTrace(text=one.text, failures=list(one.failures)) for one in self.sentences],
            outcome=self.outcome,
            seconds=round(self.seconds, 3),
            spent=(self.budget or Budget(0, None)).as_trace(),
        )


def write_prose(
    question: str,
    proven: Draft,
    hits: Sequence[Hit],
    model: BaseChatModel,
    settings: ModelSettings,
    *,
    random: Random | None = None,
    attempt: Attempt | None = None,
) -> Draft | None:
    """Return the proven answer put into prose by the model, every sentence proven; None if that failed.

    `hits` are passages that the model may add from; `random` makes the citation keys (for tests). What was
    asked and written goes into `attempt`. Raises nothing: trouble with the model is an outcome.
    """
    return returned(stream_prose(question, proven, hits, model, settings, random=random, attempt=attempt))


def returned(steps: Generator[object, None, T]) -> T:
    """Run a generator to its end and return what it returns."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast(T, end.value)


def stream_prose(
    question: str,
    proven: Draft,
    hits: Sequence[Hit],
    model: BaseChatModel,
    settings: ModelSettings,
    *,
    random: Random | None = None,
    attempt: Attempt | None = None,
) -> Generator[Claim, None, Draft | None]:
    """Yield each proven sentence as soon as it is finished; return as `write_prose` does."""
    attempt = attempt if attempt is not None else Attempt()
    if proven.status is not Status.ANSWERED:
        attempt.outcome = f"not asked: a model overturns no answer that is '{proven.status}'"
        return None
    evidence = gather(proven, hits, settings.context_characters, random)
    if not any(item.proven for item in evidence.values()):
        attempt.outcome = "not asked: the proven answer cites nothing"
        return None
    messages = prompt(question, evidence)
    attempt.prompt = written(messages)
    attempt.budget = attempt.budget or Budget.of(settings)
    started = time.monotonic()
    claims: list[Claim] = []
    sentences = Sentences()

    def checked(found: list[str]) -> Iterator[Claim]:
        for sentence in found:
            result = check_sentence(sentence, evidence)
            beyond = oversteps(result.text, proven) if result.proven else None
            if beyond is not None:
                result = Checked(result.text, result.keys, failures=(beyond,))
            if result.proven and any(claim.text == result.text for claim in claims):
                result = Checked(result.text, result.keys, failures=("it was said before",))
            attempt.sentences.append(result)
            if result.proven:
                claims.append(Claim(text=result.text, quotes=quotes_of(result)))
                yield claims[-1]

    try:
        for piece in pieces(model, messages, settings, attempt.budget):
            attempt.output += piece
            yield from checked(sentences.feed(piece))
        yield from checked(sentences.rest())
    except Exception as error:  # whatever a provider raises: the proven answer stands
        attempt.outcome = f"the model failed: {explained(error, settings)}"
        return None
    finally:
        attempt.seconds = time.monotonic() - started
    lost = keeps(claims, proven)
    if lost is not None:
        attempt.outcome = f"the proven answer stands: {lost}"
        return None
    attempt.outcome = "used"
    return Draft(status=proven.status, route=Route.MODEL, claims=tuple(claims), confidence=proven.confidence)


def quotes_of(result: Checked) -> tuple[Quote, ...]:
    """Return the quotes that prove a sentence."""
    return tuple(dict.fromkeys(quote for unit in result.units for quote in unit.quotes))
