"""Runs a model's stream under limits of time, length, tokens and money."""

from __future__ import annotations

import contextvars
import queue
import threading
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage
    from langchain_core.messages.ai import UsageMetadata

    from assistant.answerers.model.budget import Budget
    from assistant.settings import ModelSettings

_CHARACTERS_A_TOKEN = 8  # more than any text has on average: beyond that a stream is taken as endless
_FIRST_PAUSE = 0.5  # seconds before the first further try; doubled each time


class TooLong(RuntimeError):  # noqa: N818 - named for what it is about
    """The model wrote more than it may, or does not end."""


class TooSlow(RuntimeError):  # noqa: N818 - named for what it is about
    """The model took longer than it may."""


def pieces(
    model: BaseChatModel,
    messages: Sequence[BaseMessage],
    settings: ModelSettings,
    budget: Budget,
    tokens: int | None = None,
) -> Iterator[str]:
    """Yield the text that a model streams, at most `tokens` (those of the settings if left out).

    A call that fails before its first piece for a passing reason is tried again, as often as the settings say,
    with growing pauses. The time limit is on all tries together. Raises OverBudget before a call that the
    budget does not hold, TooSlow, TooLong, and what the model raises.
    """
    from assistant.answerers.model.trouble import passing

    tokens = tokens if tokens is not None else settings.max_tokens
    asked = sum(len(message.text) for message in messages)
    deadline = time.monotonic() + settings.timeout
    for tries_left in range(settings.retries, -1, -1):
        budget.admit(asked, tokens)
        stream = _Stream(model, messages, tokens)
        begun = False
        try:
            for piece in stream.pieces(deadline, settings.timeout):
                begun = True
                yield piece
            return
        except Exception as error:
            pause = _FIRST_PAUSE * 2 ** (settings.retries - tries_left)
            if begun or not tries_left or not passing(error) or time.monotonic() + pause > deadline:
                raise
            time.sleep(pause)
        finally:
            budget.count(stream.usage, asked, stream.characters)


class _Stream:
    """One call, in a thread of its own, so that a provider that hangs cannot hold the answer.

    The thread runs in the caller's context, so that LangChain's callbacks nest; an abandoned stream ends at
    its next piece.
    """

    def __init__(self, model: BaseChatModel, messages: Sequence[BaseMessage], tokens: int) -> None:
        self._model, self._messages, self._tokens = model, list(messages), tokens
        self._arrived: queue.Queue[str | BaseException | None] = queue.Queue()
        self._abandoned = threading.Event()
        self.usage: dict[str, int] | None = None
        self.characters = 0

    def pieces(self, deadline: float, seconds: float) -> Iterator[str]:
        context = contextvars.copy_context()
        threading.Thread(target=context.run, args=(self._run,), name="model-stream", daemon=True).start()
        most = self._tokens * _CHARACTERS_A_TOKEN
        try:
            while True:
                try:
                    piece = self._arrived.get(timeout=max(0.0, deadline - time.monotonic()))
                except queue.Empty:
                    raise TooSlow(f"the model took more than {seconds:g} seconds") from None
                if piece is None:
                    return
                if isinstance(piece, BaseException):
                    raise piece
                self.characters += len(piece)
                if self.characters > most:
                    raise TooLong(f"the model wrote more than {most} characters")
                yield piece
                if time.monotonic() > deadline:
                    raise TooSlow(f"the model took more than {seconds:g} seconds")
        finally:
            self._abandoned.set()

    def _run(self) -> None:
        try:
            for chunk in self._model.stream(self._messages):
                if self._abandoned.is_set():
                    return
                self._count(getattr(chunk, "usage_metadata", None))
                self._arrived.put(chunk.text)
            self._arrived.put(None)
        except BaseException as error:  # handed to the caller's thread
            self._arrived.put(error)

    def _count(self, usage: UsageMetadata | None) -> None:
        if not usage:
            return
        known = self.usage or {"input_tokens": 0, "output_tokens": 0}
        self.usage = {
            "input_tokens": known["input_tokens"] + usage["input_tokens"],
            "output_tokens": known["output_tokens"] + usage["output_tokens"],
        }
        if self.usage["output_tokens"] > self._tokens * 2:
            raise TooLong(f"the model wrote {self.usage['output_tokens']} tokens; {self._tokens} are allowed")
