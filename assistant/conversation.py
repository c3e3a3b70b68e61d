"""What was said before a question, and the question with all that a follow-up leaves out.

A follow-up is completed by rules on its form only: it names no meeting of its own, or it points back with a
pronoun, or it is a fragment ('And the observers?'). What it leaves out is taken from the last question that
had it, so the completed question can be shown and asked on its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.library import Library


@dataclass(frozen=True)
class Message:
    """One message of a conversation."""

    role: Literal["user", "assistant"]
    content: str


def messages(history: Sequence[Mapping[str, str]]) -> tuple[Message, ...]:
    """Return a history of {"role", "content"} mappings as messages; other roles are left out."""
    found = []
    for message in history:
        role, content = message.get("role"), message.get("content")
        if role in ("user", "assistant") and isinstance(content, str) and content.strip():
            found.append(Message("user" if role == "user" else "assistant", content.strip()))
    return tuple(found)


def standalone(question: str, history: Sequence[Message], library: Library) -> str:
    """Return the question completed from the history; the question itself where it stands on its own."""
    if not history:
        return question
    from assistant.question.followup import complete

    return complete(question, history, library)
