"""Runs a model's stream under limits of time and length."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage


class TooLong(RuntimeError):  # noqa: N818 - named for what it is about
    """The model wrote more than it may, or does not end."""


class TooSlow(RuntimeError):  # noqa: N818 - named for what it is about
    """The model took longer than it may."""


def pieces(
    model: BaseChatModel, messages: Sequence[BaseMessage], seconds: float, characters: int, tokens: int
) -> Iterator[str]:
    """Yield the text that a model streams.

    The limits are of the whole answer: seconds on the clock, characters, and tokens as far as the provider
    counts them. Raises TooSlow, TooLong, and what the model raises. The stream runs in a thread of its own,
    so that a provider that hangs cannot hold the answer; an abandoned stream ends at its next piece.
    """
    arrived: queue.Queue[str | BaseException | None] = queue.Queue()
    abandoned = threading.Event()

    def run() -> None:
        try:
            counted = 0
            for chunk in model.stream(list(messages)):
                if abandoned.is_set():
                    return
                usage = getattr(chunk, "usage_metadata", None)
                counted += usage["output_tokens"] if usage else 0
                if counted > tokens * 2:
                    raise TooLong(f"the model wrote {counted} tokens; {tokens} are allowed")
                arrived.put(chunk.text)
            arrived.put(None)
        except BaseException as error:  # handed to the caller's thread
            arrived.put(error)

    deadline = time.monotonic() + seconds
    threading.Thread(target=run, name="model-stream", daemon=True).start()
    written = 0
    try:
        while True:
            try:
                piece = arrived.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                raise TooSlow(f"the model took more than {seconds:g} seconds") from None
            if piece is None:
                return
            if isinstance(piece, BaseException):
                raise piece
            written += len(piece)
            if written > characters:
                raise TooLong(f"the model wrote more than {characters} characters")
            yield piece
            if time.monotonic() > deadline:
                raise TooSlow(f"the model took more than {seconds:g} seconds")
    finally:
        abandoned.set()
