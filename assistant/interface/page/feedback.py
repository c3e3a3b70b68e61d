"""What readers say about answers, kept with the full answer, and turned into draft questions for evaluation."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, Field

from assistant.answer import Answer, Status

LONGEST_COMMENT = 4000  # characters


class Feedback(BaseModel):
    """One reader's verdict on one answer."""

    verdict: Literal["right", "wrong", "missing"]
    comment: str = Field("", max_length=LONGEST_COMMENT)
    given: datetime = Field(default_factory=lambda: datetime.now(UTC))
    question: str
    history: list[dict[str, str]] = Field(default_factory=list)
    answer: Answer


class DraftQuestion(BaseModel):
    """A question for evaluation that a person still has to check: `note` says what the reader said."""

    id: str
    question: str
    type: Literal["feedback"] = "feedback"
    answer: str
    source: list[str]
    evidence: str | None
    answerable: bool
    history: list[dict[str, str]] = Field(default_factory=list)
    verdict: str
    note: str


class FeedbackStore:
    """Feedback under one folder, one file each, so that several processes can write."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, feedback: Feedback) -> Path:
        """Write one piece of feedback; return its file."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = self.folder / f"{feedback.given:%Y%m%dT%H%M%S}-{secrets.token_hex(4)}.json"
        file.write_text(feedback.model_dump_json(indent=1), "utf-8")
        return file

    def all(self) -> Iterator[tuple[str, Feedback]]:
        """Yield each piece with the name of its file, the oldest first; damaged files are left out."""
        for file in sorted(self.folder.glob("*.json")):
            try:
                yield file.stem, Feedback.model_validate_json(file.read_text("utf-8"))
            except (OSError, ValueError):
                continue


def draft_question(name: str, feedback: Feedback) -> DraftQuestion:
    """Return feedback as a draft question.

    A right answer becomes the gold answer. For a wrong one, or one in which something is missing, the gold
    answer is left empty, because nobody has said what it is.
    """
    answer, right = feedback.answer, feedback.verdict == "right"
    first = answer.citations[0] if right and answer.citations else None
    return DraftQuestion(
        id=f"feedback-{name}",
        question=feedback.question,
        answer=answer.text if right else "",
        source=sorted({one.document for one in answer.citations}) if right else [],
        evidence=first.quote if first else None,
        answerable=answer.status in (Status.ANSWERED, Status.CONFLICT),
        history=feedback.history,
        verdict=feedback.verdict,
        note=feedback.comment,
    )
