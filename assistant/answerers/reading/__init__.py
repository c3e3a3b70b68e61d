"""The reading route: extractive answers from ranked passages, without a language model."""

from __future__ import annotations

from assistant.answerers.reading.reader import THRESHOLD, read

__all__ = ["THRESHOLD", "read"]
