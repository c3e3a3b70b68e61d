"""LangChain's callbacks see the steps of an answer, and the model's call under its step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from langchain_core.callbacks import BaseCallbackHandler

from assistant.api import Assistant
from assistant.settings import Settings
from tests.assistant.model.papers import Scripted, says

MINUTES = (
    "# Fourth Session of the Eel Commission\n\n"
    "The Fourth Session of the Eel Commission was held in Ostrava, Czechia, on 3 and 4 May 2022.\n"
)


class Seen(BaseCallbackHandler):
    """Keeps each run's name and parent."""

    def __init__(self) -> None:
        self.runs: dict[UUID, tuple[str, UUID | None]] = {}

    def on_chain_start(self, serialized: Any, inputs: Any, **kwargs: Any) -> None:
        self.runs[kwargs["run_id"]] = (kwargs.get("name") or "", kwargs.get("parent_run_id"))

    def on_chat_model_start(self, serialized: Any, messages: Any, **kwargs: Any) -> None:
        self.runs[kwargs["run_id"]] = ("chat model", kwargs.get("parent_run_id"))

    def above(self, name: str) -> list[str]:
        """The names of the runs around the run of a name, the nearest first."""
        run = next(run for run in self.runs.values() if run[0] == name)
        names = []
        while run[1] is not None:
            run = self.runs[run[1]]
            names.append(run[0])
        return names


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder: Path = tmp_path_factory.mktemp("papers")
    (folder / "fourth.md").write_text(MINUTES, encoding="utf-8")
    with Assistant.open(index=folder / "index", documents=[folder / "fourth.md"]) as assistant:
        yield assistant


def test_the_models_call_is_nested_under_its_step(plain: Assistant) -> None:
    model = Scripted(script=says("It was held in Ostrava [{0}]."), asked=[])
    seen = Seen()
    runnable = Assistant(plain.index, Settings(), model).as_runnable()
    runnable.invoke("Where was the Fourth Session of the Eel Commission held?", config={"callbacks": [seen]})
    names = [name for name, _ in seen.runs.values()]
    assert {"question", "evidence", "answer", "follow-up", "prose", "check"} <= set(names)
    assert seen.above("chat model")[0] == "prose"
    assert sum(parent is None for _, parent in seen.runs.values()) == 1
