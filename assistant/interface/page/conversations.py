"""Conversations kept on disk, one folder for each reader, one JSON file for each conversation."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from pydantic import BaseModel, Field

from assistant.answer import Answer

_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")


class Turn(BaseModel):
    """One question and what it got: an answer, or the error that was shown."""

    question: str
    answer: Answer | None = None
    error: str = ""


class Conversation(BaseModel):
    """Questions and answers in order."""

    id: str
    title: str = "New conversation"
    started: datetime = Field(default_factory=lambda: datetime.now(UTC))
    turns: list[Turn] = Field(default_factory=list)

    def history(self) -> list[dict[str, str]]:
        """Return the messages so far, as `Assistant.ask` takes them."""
        messages = []
        for turn in self.turns:
            if turn.answer is not None:
                messages.append({"role": "user", "content": turn.question})
                messages.append({"role": "assistant", "content": turn.answer.text})
        return messages


class ConversationStore:
    """The conversations under one folder. A reader can only reach what lies in the folder of their own key."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def new(self) -> Conversation:
        """Return an empty conversation; it is kept once it has a turn."""
        return Conversation(id=secrets.token_urlsafe(12))

    def load(self, reader: str, id: str) -> Conversation | None:
        """Return a conversation of this reader, or None if there is none or its file is damaged."""
        if not _ID.fullmatch(id):
            return None
        try:
            return Conversation.model_validate_json(self._file(reader, id).read_text("utf-8"))
        except (OSError, ValueError):
            return None

    def save(self, reader: str, conversation: Conversation) -> None:
        """Write a conversation in one piece: a kill leaves the old or the new file, never half of one."""
        file = self._file(reader, conversation.id)
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=file.parent, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(conversation.model_dump_json(indent=1))
        Path(name).replace(file)

    def delete(self, reader: str, id: str) -> None:
        """Delete a conversation of this reader; nothing happens if there is none."""
        if _ID.fullmatch(id):
            self._file(reader, id).unlink(missing_ok=True)

    def all(self, reader: str) -> list[Conversation]:
        """Return this reader's conversations, the newest first."""
        found = (self.load(reader, file.stem) for file in self._folder(reader).glob("*.json"))
        return sorted((one for one in found if one), key=lambda one: one.started, reverse=True)

    def _folder(self, reader: str) -> Path:
        return self.folder / reader_folder(reader)

    def _file(self, reader: str, id: str) -> Path:
        return self._folder(reader) / f"{id}.json"


def reader_folder(reader: str) -> str:
    """Return the name of a reader's folder: a hash, so that no name or key can lead out of the store."""
    return hashlib.sha256(reader.encode()).hexdigest()[:24]
