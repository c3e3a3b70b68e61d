"""The reading route: extractive answers from ranked passages, without a language model."""

from __future__ import annotations

from assistant.answerers.reading.reader import NOT_FAR, THRESHOLD, WORDED, read

__all__ = ["NOT_FAR", "THRESHOLD", "WORDED", "read"]
