"""Map-reduce: a model shortens each part of an overview, in order, and then the whole, within one budget.

Every sentence is held against the document's sentence that it cites, at both steps; a part that the model
fails on, or that the budget no longer holds, keeps the document's own sentences. Each part is given as soon as it
is done.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Sequence
from random import Random
from typing import TYPE_CHECKING

from assistant.answer import Route, Status
from assistant.answerers.draft import Claim, Draft
from assistant.answerers.model.budget import Budget, OverBudget
from assistant.answerers.model.checking import Checked, check_sentence
from assistant.answerers.model.evidence import Item, keyed
from assistant.answerers.model.prompting import overview_prompt, written
from assistant.answerers.model.prose import Attempt, quotes_of
from assistant.answerers.model.sentences import Sentences
from assistant.answerers.model.streaming import pieces
from assistant.answerers.model.trouble import explained
from assistant.answerers.overview.parts import POINTS_BACK, Part

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from assistant.settings import ModelSettings


def stream_overview(
    question: str,
    parts: Sequence[Part],
    model: BaseChatModel,
    settings: ModelSettings,
    *,
    random: Random | None = None,
    attempt: Attempt | None = None,
) -> Generator[Claim, None, Draft | None]:
    """Yield the sentences of each part as soon as it is done; return the overview, None where none is the model's.

    The document's own sentences are held back until the model has written a part: where it writes none,
    nothing is yielded. What is returned is shorter than what was yielded where the whole is shortened again.
    What was asked and written goes into `attempt`. Raises nothing: trouble with the model is an outcome.
    """
    attempt = attempt if attempt is not None else Attempt()
    attempt.budget = attempt.budget or Budget.of(settings)
    started = time.monotonic()
    task = _Task(question, model, settings, attempt, random)
    claims: list[Claim] = []
    given = own = 0
    failed = None
    for part in parts:
        shortened: tuple[Claim, ...] = ()
        if part.sentences and failed is None:
            try:
                shortened = task.shortened(part.heading, part.sentences, settings.part_tokens)
            except Exception as error:  # whatever a provider raises: this part and the rest stand as they are
                failed = explained(error, settings)
            attempt.seconds = time.monotonic() - started
        own += bool(shortened)
        claims += [claim for claim in shortened or part.claims if claim not in claims]
        if own:
            yield from claims[given:]
            given = len(claims)
    if not own:
        attempt.outcome = (
            f"the model failed: {failed}"
            if failed
            else "the proven answer stands: no sentence of the model was proven"
        )
        return None
    if failed is None and len(claims) > settings.overview_sentences:
        claims = list(task.reduced(claims) or claims)
        attempt.seconds = time.monotonic() - started
    attempt.outcome = f"used: {own} of {len(parts)} parts are the model's" + (
        f"; then {failed}" if failed else ""
    )
    return Draft(status=Status.ANSWERED, route=Route.MODEL, claims=tuple(claims))


class _Task:
    """The calls for one overview."""

    def __init__(
        self,
        question: str,
        model: BaseChatModel,
        settings: ModelSettings,
        attempt: Attempt,
        random: Random | None,
    ) -> None:
        self._question, self._model, self._settings = question, model, settings
        self._attempt, self._random = attempt, random

    def shortened(self, heading: str, sentences: Sequence[Claim], tokens: int) -> tuple[Claim, ...]:
        """Return what the model makes of a part, chunk by chunk where it is longer than one call may be."""
        found: list[Claim] = []
        for chunk in _chunks(sentences, self._settings.context_characters):
            found += self._asked(heading, keyed(chunk, self._random), tokens)
        return tuple(dict.fromkeys(found))

    def reduced(self, claims: Sequence[Claim]) -> tuple[Claim, ...] | None:
        """Return fewer sentences out of those of the parts; None where the model or the budget fails."""
        try:
            found = self.shortened("all parts", claims, self._settings.max_tokens)
        except Exception as error:
            if not isinstance(error, OverBudget):
                self._attempt.output += f"\n({explained(error, self._settings)})"
            return None
        return found if 0 < len(found) < len(claims) else None

    def _asked(self, heading: str, evidence: dict[str, Item], tokens: int) -> Iterator[Claim]:
        assert self._attempt.budget is not None
        messages = overview_prompt(self._question, heading, evidence)
        self._attempt.prompt += ("\n\n" if self._attempt.prompt else "") + written(messages)
        cut = Sentences()
        found: list[str] = []
        for piece in pieces(self._model, messages, self._settings, self._attempt.budget, tokens):
            self._attempt.output += piece
            found += cut.feed(piece)
        self._attempt.output += "\n"
        for sentence in (*found, *cut.rest()):
            result: Checked = check_sentence(sentence, evidence)
            if result.proven and POINTS_BACK.match(result.text):
                result = Checked(result.text, result.keys, failures=("it points back to what may be gone",))
            self._attempt.sentences.append(result)
            if result.proven:
                yield Claim(text=result.text, quotes=quotes_of(result))


def _chunks(sentences: Sequence[Claim], characters: int) -> Iterator[list[Claim]]:
    chunk: list[Claim] = []
    size = 0
    for claim in sentences:
        if chunk and size + len(claim.text) > characters:
            yield chunk
            chunk, size = [], 0
        chunk.append(claim)
        size += len(claim.text)
    if chunk:
        yield chunk
