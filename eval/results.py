"""What a run produces: every answer with its grade, and the figures over them."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.answer import Citation
from eval.grading import Grade, Verdict
from eval.intervals import Share
from eval.questions import Question


class Result(BaseModel):
    """One question answered by one system."""

    model_config = ConfigDict(frozen=True)

    question: Question
    set: str = ""  # the question file, without suffix
    text: str
    status: str
    route: str
    abstained: bool
    citations: tuple[Citation, ...]
    grade: Grade
    valid: bool | None  # every quote stands in its document where it says; None without citations
    supported: bool | None  # the quotes hold the facts of the gold answer; None where not judged
    right_document: bool | None  # a citation comes from a gold source; None where the gold names none
    right_page: bool | None  # a citation stands on the page of the evidence; None without pages
    evidence_rank: int | None  # rank of the first passage that holds the evidence; None if none does
    retrieved: tuple[str, ...] = ()  # the passages, best first
    seconds: float

    @property
    def right(self) -> bool:
        """Whether the outcome is as it should be."""
        return self.grade.verdict in (Verdict.RIGHT, Verdict.RIGHTLY_REFUSED)


class Run(BaseModel):
    """All results of one system over one set of questions and documents."""

    model_config = ConfigDict(frozen=True)

    system: str
    questions: tuple[str, ...]  # files
    documents: tuple[str, ...]  # folders
    results: tuple[Result, ...]


class Runs(BaseModel):
    """The runs of one command, as they are saved."""

    model_config = ConfigDict(frozen=True)

    runs: tuple[Run, ...]

    def save(self, path: Path) -> None:
        """Write the runs as JSON."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.model_dump_json(indent=1), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> Runs:
        """Read runs that were saved. Raises FileNotFoundError and ValueError."""
        return cls.model_validate_json(path.read_text(encoding="utf-8"))

    def of(self, system: str | None = None) -> Run:
        """Return the run of a system, or the first. Raises KeyError if there is none."""
        for one in self.runs:
            if system in (None, one.system):
                return one
        raise KeyError(
            f"There is no run of '{system}', only of {', '.join(one.system for one in self.runs)}."
        )


class Figures(BaseModel):
    """The figures of some results; shares carry their counts and intervals."""

    model_config = ConfigDict(frozen=True)

    right: Share  # right among answerable
    precision: Share  # right among answered
    wrong: Share  # answered but wrong, among answerable
    abstention: Share  # refused among unanswerable
    false_refusals: Share  # refused among answerable
    citation_validity: Share
    citation_support: Share
    right_document: Share
    right_page: Share
    recall_at_4: Share
    recall_at_10: Share
    lists_whole: Share  # right among answerable questions that ask for a list: no name too many or too few
    mrr: float | None
    list_f1: float | None
    seconds_p50: float | None
    seconds_p95: float | None


def figures(results: Sequence[Result]) -> Figures:
    """Return the figures over some results."""
    answerable = [one for one in results if one.question.answerable]
    unanswerable = [one for one in results if not one.question.answerable]
    answered = [one for one in results if not one.abstained]
    sought = [one for one in answerable if one.question.evidence and one.retrieved]
    lists = [one.grade.f1 for one in results if one.grade.f1 is not None]
    times = sorted(one.seconds for one in results)
    return Figures(
        right=_share(answerable, lambda one: one.right),
        precision=_share(answered, lambda one: one.right),
        wrong=_share(answerable, lambda one: one.grade.verdict == Verdict.WRONG),
        abstention=_share(unanswerable, lambda one: one.right),
        false_refusals=_share(answerable, lambda one: one.grade.verdict == Verdict.REFUSED),
        citation_validity=_judged(results, lambda one: one.valid),
        citation_support=_judged(results, lambda one: one.supported),
        right_document=_judged(results, lambda one: one.right_document),
        right_page=_judged(results, lambda one: one.right_page),
        recall_at_4=_share(sought, lambda one: one.evidence_rank is not None and one.evidence_rank <= 4),
        recall_at_10=_share(sought, lambda one: one.evidence_rank is not None and one.evidence_rank <= 10),
        lists_whole=_share([one for one in answerable if one.grade.f1 is not None], lambda one: one.right),
        mrr=statistics.fmean(1 / one.evidence_rank if one.evidence_rank else 0.0 for one in sought)
        if sought
        else None,
        list_f1=statistics.fmean(lists) if lists else None,
        seconds_p50=_percentile(times, 0.5),
        seconds_p95=_percentile(times, 0.95),
    )


def _share(results: Sequence[Result], hit: Callable[[Result], bool]) -> Share:
    return Share(hits=sum(hit(one) for one in results), total=len(results))


def _judged(results: Sequence[Result], judgement: Callable[[Result], bool | None]) -> Share:
    judged = [judgement(one) for one in results]
    return Share(hits=sum(one is True for one in judged), total=sum(one is not None for one in judged))


def _percentile(ordered: Sequence[float], share: float) -> float | None:
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else None


def by(results: Sequence[Result], key: Callable[[Result], str]) -> dict[str, Figures]:
    """Return the figures of each group of results, by the group's name."""
    groups: dict[str, list[Result]] = {}
    for one in results:
        groups.setdefault(key(one), []).append(one)
    return {name: figures(group) for name, group in sorted(groups.items())}
