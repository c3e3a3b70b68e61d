"""Question sets: JSON Lines, one question a line, checked when they are loaded."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator


class Message(BaseModel):
    """One earlier message of a follow-up."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    role: str
    content: str


class Question(BaseModel):
    """A question with its gold answer.

    `answer` is one text, or a list where several things must all be named. `aliases` holds other wordings: of
    the answer, or a list of them for each item of a list. `source` names the document(s) that answer,
    `evidence` is an exact substring of one of them.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    question: str
    type: str
    answer: str | tuple[str, ...]
    aliases: tuple[str, ...] | tuple[tuple[str, ...], ...] = ()
    source: tuple[str, ...] = ()
    evidence: str | None = None
    answerable: bool = True
    history: tuple[Message, ...] = Field(default=())

    @field_validator("source", mode="before")
    @classmethod
    def _one_source(cls, value: object) -> object:
        return (value,) if isinstance(value, str) else value

    @property
    def items(self) -> tuple[tuple[str, ...], ...]:
        """What the answer must name: for each item its wordings, the gold wording first."""
        if isinstance(self.answer, str):
            flat = tuple(alias for alias in self.aliases if isinstance(alias, str))
            return ((self.answer, *flat),)
        wordings = []
        for number, item in enumerate(self.answer):
            extra = self.aliases[number] if number < len(self.aliases) else ()
            wordings.append((item, *((extra,) if isinstance(extra, str) else extra)))
        return tuple(wordings)


class BadQuestions(ValueError):  # noqa: N818 - named for what it is about
    """A question file that cannot be used: which line, why."""


def load_questions(paths: Sequence[Path]) -> list[Question]:
    """Read question files in order.

    Raises BadQuestions for a line that is no question or an id that stands twice, FileNotFoundError for a
    missing file.
    """
    questions: list[Question] = []
    seen: dict[str, Path] = {}
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
            if not line.strip():
                continue
            try:
                question = Question.model_validate(json.loads(line))
            except (json.JSONDecodeError, ValidationError) as error:
                raise BadQuestions(f"{path}, line {number}: {error}") from None
            if question.id in seen:
                raise BadQuestions(
                    f"{path}, line {number}: the id '{question.id}' stands also in {seen[question.id]}"
                )
            seen[question.id] = path
            questions.append(question)
    return questions


def save_questions(questions: Sequence[Question], path: Path) -> None:
    """Write a question file, with only the fields that are set."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [
        json.dumps(question.model_dump(mode="json", exclude_defaults=True), ensure_ascii=False)
        for question in questions
    ]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
