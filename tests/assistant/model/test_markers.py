"""Markers in lists, tables and code, well formed or not: what is shown is the same however the stream was split."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.assistant.model.papers import READ, prose

C = "Norway chaired the session"


def split(text: str, size: int) -> list[str] | None:
    """The sentences shown of a text that is streamed in pieces of so many characters."""

    def script(keys: list[str]) -> Iterator[str]:
        whole = text.format(*keys)
        yield from (whole[at : at + size] for at in range(0, len(whole), size))

    return prose(script, READ)[0]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (f"- {C} [{{0}}].\n", [f"- {C}."]),
        (f"1. {C} [{{0}}]\n2. The dinner was hosted.\n", [f"- {C}"]),
        (f"* **{C}** [{{0}}]", [f"- {C}"]),
        ("| Who | What |\n| --- | --- |\n| Norway | chaired the session [{0}] |", ["- Norway: chaired the session"]),
        ("| Norway [{0}] | chaired the session |\n", ["- Norway: chaired the session"]),
        (f"```\n{C} [{{0}}].\n```", [f"{C}."]),
        (f"`{C} [{{0}}]`.", [f"{C}."]),
        (f"> {C} [{{0}}].", [f"{C}."]),
        (f"{C} [ {{0}} ].", [f"{C}."]),
        (f"{C} [{{0}}, {{1}}].", [f"{C}."]),
        (f"{C}.[{{0}}]", [f"{C}."]),
        (f"{C}. [{{0}}][{{1}}]\n", [f"{C}."]),
        (f"{C} [[{{0}}]].", [f"{C}."]),
        (f"{C} [[{{0}}].", [f"{C}."]),
        ("Norway [{0}] chaired the session.", [f"{C}."]),
        # what is no marker proves nothing
        (f"{C} ({{0}}).", None),
        (f"{C} [{{0}}.", None),
        (f"{C} {{0}}].", None),
        (f"{C} [1].", None),
        (f"{C} [key: {{0}}].", None),
        (f"{C} [{{0}}] [zzzzz].", None),
        ("| Peru | chaired the session [{0}] |", None),
        (f"```\n{C}.\n``` [{{0}}]", None),
    ],
)  # fmt: skip
def test_markers_are_read_wherever_they_stand(said: str, shown: list[str] | None) -> None:
    for size in (1, 2, 3, 5, 8, 1000):
        assert split(said, size) == shown
