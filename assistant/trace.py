"""How an answer came about, typed and JSON-able: what was read, found, asked of a model, written and checked."""

from __future__ import annotations

from typing import Any

from typing_extensions import TypedDict  # pydantic wants this one below Python 3.12


class PassageTrace(TypedDict):
    """A passage that was found, with its rank from 1 and its score."""

    id: str
    document: str
    rank: int
    score: float


class SentenceTrace(TypedDict):
    """A sentence of the model, and why it was taken out; no failures: it was proven."""

    text: str
    failures: list[str]


class Spent(TypedDict):
    """What the calls to the model used; `estimated` where a provider counts no tokens, `cost` where priced."""

    calls: int
    input_tokens: int
    output_tokens: int
    estimated: bool
    cost: float | None


class ModelTrace(TypedDict):
    """What the model was asked and wrote, and what became of it."""

    prompt: str
    output: str
    sentences: list[SentenceTrace]
    outcome: str
    seconds: float
    spent: Spent


class FollowUpTrace(TypedDict):
    """The readings of a follow-up: by rules, by the model, and which was taken and why."""

    rules: str
    model: str | None
    taken: str  # 'rules' or 'model'
    because: str


class Trace(TypedDict, total=False):
    """The trace of an answer; a step that was not taken leaves no key."""

    question: str  # with all that a follow-up leaves out: what was answered
    follow_up: FollowUpTrace
    halves: list[str]  # of a question that asks two things: each as it was asked
    records: dict[str, Any]  # how the records read the question, see `answer_from_records`
    passages: list[PassageTrace]
    model: ModelTrace
    seconds: dict[str, float]  # by step
