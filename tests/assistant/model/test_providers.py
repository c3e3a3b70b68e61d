"""The clients of real providers, against a server on loopback: what they raise is told in one plain sentence."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from assistant.answerers.draft import Draft
from assistant.answerers.model import Attempt, ModelTrouble, load_model, write_prose
from assistant.settings import ModelSettings, Settings
from tests.assistant.model.papers import HITS, PROVEN
from tests.assistant.model.provider import Behaviour, provider

PROVIDERS = {"openai": "langchain_openai", "anthropic": "langchain_anthropic", "ollama": "langchain_ollama"}
SAID = "Two members attended, Norway and Chile [{0}]."
KEPT = ["Two members attended, Norway and Chile."]


@pytest.fixture(params=PROVIDERS)
def name(request: pytest.FixtureRequest) -> str:
    package = PROVIDERS[request.param]
    pytest.importorskip(package, reason=f"{package} is not installed")
    return f"{request.param}:some-model"


def ask(name: str, behaviour: Behaviour, **more: Any) -> tuple[Draft | None, Attempt]:
    """Ask a model of this name at a provider that behaves so; return the prose and what came of it."""
    with provider(behaviour) as address:
        base = f"{address}/v1" if name.startswith("openai") else address
        settings = ModelSettings(name=name, base_url=base, **{"retries": 0, "timeout": 20, **more})
        attempt = Attempt()
        model = load_model(name, settings)
        return write_prose("Who attended?", PROVEN, HITS, model, settings, attempt=attempt), attempt


def error(name: str, message: str, kind: str = "error") -> Any:
    """An error's body as the provider words it."""
    if name.startswith("ollama"):
        return {"error": message}
    return {"type": "error", "error": {"type": kind, "message": message, "code": kind}}


def test_what_is_streamed_is_read_whole(name: str) -> None:
    behaviour = Behaviour(text=SAID)
    prose, attempt = ask(name, behaviour)
    assert prose is not None, attempt.outcome
    assert [claim.text for claim in prose.claims] == KEPT
    assert json.dumps(behaviour.calls[0]).count("some-model") == 1
    assert attempt.as_trace()["spent"]["output_tokens"] > 0


@pytest.mark.parametrize(
    ("status", "message", "said"),
    [
        (401, "invalid api key", "key was refused"),
        (403, "you lack the permission for it", "key was refused"),
        (404, "model 'some-model' not found, try pulling it first", "no model '{name}'"),
        (429, "rate limit reached for requests", "ask again later"),
        (400, "this model's maximum context length is 4096 tokens", "CONTEXT_CHARACTERS"),
        (400, "prompt is too long: 9000 tokens > 4000 maximum", "CONTEXT_CHARACTERS"),
        (400, "the request exceeds the available context size", "CONTEXT_CHARACTERS"),
        (400, "Unsupported value: 'temperature' does not support 0 with this model", "TEMPERATURE=none"),
        (500, "an odd thing happened", "an odd thing happened"),
        (503, "the model is loading", "the model is loading"),
    ],
)
def test_an_error_of_the_provider_leaves_the_proven_answer_and_says_what_to_do(
    name: str, status: int, message: str, said: str
) -> None:
    prose, attempt = ask(name, Behaviour(status=status, body=error(name, message)))
    assert prose is None
    assert attempt.outcome.startswith("the model failed: ")
    assert said.format(name=name) in attempt.outcome


def test_an_error_page_that_is_no_json_is_told_too(name: str) -> None:
    prose, attempt = ask(name, Behaviour(status=502, body="<html>Bad gateway</html>"))
    assert prose is None
    assert "502" in attempt.outcome or "Bad gateway" in attempt.outcome


@pytest.mark.parametrize("status", [429, 500, 503])
def test_what_passes_is_tried_again(name: str, status: int) -> None:
    behaviour = Behaviour(text=SAID, status=status, body=error(name, "not now"), failures=1)
    prose, attempt = ask(name, behaviour, retries=1)
    assert prose is not None, attempt.outcome
    assert len(behaviour.calls) == 2  # by the assistant alone: the client's own tries are off


@pytest.mark.parametrize("status", [401, 404])
def test_what_does_not_pass_is_not_tried_again(name: str, status: int) -> None:
    behaviour = Behaviour(status=status, body=error(name, "model not found" if status == 404 else "bad key"))
    ask(name, behaviour, retries=3)
    assert len(behaviour.calls) == 1


def test_a_provider_that_never_answers_does_not_hold_the_answer(name: str) -> None:
    started = time.monotonic()
    prose, attempt = ask(name, Behaviour(hang=30, text=SAID), timeout=1)
    assert prose is None
    assert "more than 1 seconds" in attempt.outcome
    assert time.monotonic() - started < 10


def test_a_stream_that_breaks_off_leaves_the_proven_answer(name: str) -> None:
    prose, attempt = ask(name, Behaviour(text=f"{SAID} Kenya attended as an observer.", cut=5))
    assert prose is None
    assert attempt.outcome != "used"


def test_a_server_that_is_down_is_named_with_its_address(name: str) -> None:
    settings = ModelSettings(name=name, base_url="http://127.0.0.1:9", retries=0, timeout=20)
    attempt = Attempt()
    model = load_model(name, settings)
    assert write_prose("Who attended?", PROVEN, HITS, model, settings, attempt=attempt) is None
    assert "no server answers at http://127.0.0.1:9; start it" in attempt.outcome


def test_a_model_that_takes_no_temperature_is_sent_none(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    usual, without = Behaviour(text=SAID), Behaviour(text=SAID)
    ask(name, usual)
    monkeypatch.setenv("WG_ASSISTANT_MODEL__TEMPERATURE", "none")
    ask(name, without, temperature=Settings().model.temperature)
    assert '"temperature": 0' in json.dumps(usual.calls)
    assert '"temperature"' not in json.dumps(without.calls)


def test_the_key_of_the_settings_is_the_one_that_is_sent(name: str) -> None:
    if name.startswith("ollama"):
        pytest.skip("Ollama wants no key")
    behaviour = Behaviour(text=SAID)
    ask(name, behaviour, api_key="made-up")
    assert "made-up" in behaviour.keys[0]


@pytest.mark.parametrize("provider_name", ["openai", "anthropic"])
def test_a_missing_key_names_the_variable_before_anything_is_sent(
    provider_name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip(PROVIDERS[provider_name], reason="the provider's package is not installed")
    variable = f"{provider_name.upper()}_API_KEY"
    monkeypatch.delenv(variable, raising=False)
    with pytest.raises(ModelTrouble, match=variable):
        load_model(f"{provider_name}:some-model", ModelSettings())
    load_model(f"{provider_name}:some-model", ModelSettings(api_key="made-up"))
