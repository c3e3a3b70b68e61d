"""One assistant over the papers of this room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from tests.assistant.worked_out.papers import FILES


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    place: Path = tmp_path_factory.mktemp("lighthouses")
    for name, text in FILES.items():
        (place / name).write_text(text, encoding="utf-8")
    with Assistant.open(index=tmp_path_factory.mktemp("index"), documents=[place]) as opened:
        yield opened
