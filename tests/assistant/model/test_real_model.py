"""A real, very small language model writes badly; loading, streaming and checking must hold all the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answer import Route, Status
from assistant.answerers.draft import Draft
from assistant.answerers.model import Attempt, load_model, write_prose
from assistant.settings import ModelSettings
from eval.small_model import NAME, missing, small_model
from index.types import Hit
from tests.assistant.model.papers import FOURTH, HITS, PROVEN, READ, passage

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(missing()), reason=f"the real small model needs {', '.join(missing())}"),
]


@pytest.fixture(scope="module")
def settings() -> Iterator[ModelSettings]:
    with small_model(max_tokens=80) as found:
        yield found


@pytest.mark.parametrize("proven", [PROVEN, READ], ids=["records", "reading"])
def test_what_it_writes_is_proven_or_dropped(settings: ModelSettings, proven: Draft) -> None:
    model = load_model(NAME, settings)
    attempt = Attempt()
    written = write_prose("Who attended the Fourth Session?", proven, HITS, model, settings, attempt=attempt)
    assert attempt.output.strip(), attempt.outcome
    if written is None:
        assert attempt.outcome != "used"
        return
    assert (written.status, written.route) == (Status.ANSWERED, Route.MODEL)
    assert all(claim.quotes for claim in written.claims)


def test_a_prompt_beyond_its_window_says_what_to_lower(settings: ModelSettings) -> None:
    roomy = settings.model_copy(update={"context_characters": 60_000})
    long = Hit(passage=passage(f"{FOURTH} " * 120, "long.txt", "Fourth Session"), rank=1, score=1.0)
    attempt = Attempt()
    written = write_prose("Who attended?", READ, [long], load_model(NAME, roomy), roomy, attempt=attempt)
    assert written is None
    assert "lower WG_ASSISTANT_MODEL__CONTEXT_CHARACTERS" in attempt.outcome
