"""Errors of asking, each with what to do."""

from __future__ import annotations


class BadQuestion(ValueError):  # noqa: N818 - named for what it is about
    """A question that cannot be asked: empty, or far too long."""


class ModelTrouble(RuntimeError):  # noqa: N818 - named for what it is about
    """The chat model cannot be used: why, and what to do."""
