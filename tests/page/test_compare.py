"""Which items of a plan are new, changed, gone or the same."""

from __future__ import annotations

import pytest

from assistant.interface.page.compare import compare_plans
from corpus.document import Span
from corpus.records.types import PlanItem

OLD = (
    "Promote the practical exchange of pilots between ports across oceans",
    "Train the crews of rescue boats",
    "Publish a list of wrecks",
    "Work with fishing communities",
)
NEW = (
    "Cross-ocean exchange of pilots",  # the first, in fewer words
    "Train the crews of rescue boats and tugs",  # the second, with an addition
    "Publish a list of wrecks",
    "Charts for night sailing",
)


def items(texts: tuple[str, ...], document: str) -> list[PlanItem]:
    return [
        PlanItem(
            id=f"{document}-{n}", document=document, evidence=(Span(start=n, end=n + 1),), plan=document,
            level="objective", number=str(n), text=text,
        )
        for n, text in enumerate(texts, start=1)
    ]  # fmt: skip


@pytest.fixture(scope="module")
def told() -> dict[str, list[str]]:
    found = compare_plans(items(OLD, "old.md"), items(NEW, "new.md"))
    return {name: [one.text for one in lines] for name, lines in found.columns}


def test_an_item_in_other_words_is_changed_and_not_new(told: dict[str, list[str]]) -> None:
    assert [line.split(" → ")[1] for line in told["Changed"]] == [f"1 {NEW[0]}", f"2 {NEW[1]}"]
    assert [line.split(" → ")[0] for line in told["Changed"]] == [f"1 {OLD[0]}", f"2 {OLD[1]}"]


def test_what_has_no_like_is_new_or_gone_and_what_stayed_is_the_same(told: dict[str, list[str]]) -> None:
    assert told["New"] == [f"4 {NEW[3]}"]
    assert told["Gone"] == [f"4 {OLD[3]}"]
    assert told["The same"] == [f"3 {NEW[2]}"]
