"""A question has a ceiling of tokens and money, and a failed call says in plain words what to do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.answerers.model.budget import Budget, OverBudget
from assistant.answerers.model.streaming import TooSlow
from assistant.answerers.model.trouble import explained, passing
from assistant.settings import ModelSettings
from tests.assistant.model.papers import PROVEN, prose

CORE = "Two members attended, Norway and Chile [{0}]."


def test_a_call_beyond_the_tokens_is_not_made() -> None:
    sentences, attempt = prose(CORE, question_tokens=100)
    assert sentences is None
    assert "100 are allowed" in attempt.outcome
    assert attempt.as_trace()["spent"]["calls"] == 0


def test_a_call_beyond_the_cost_is_not_made() -> None:
    sentences, attempt = prose(CORE, question_cost=0.001, output_price=10.0)
    assert sentences is None
    assert "0.0010 is allowed" in attempt.outcome


def test_the_trace_holds_tokens_and_cost() -> None:
    sentences, attempt = prose(CORE, input_price=1.0, output_price=2.0)
    assert sentences
    spent = attempt.as_trace()["spent"]
    assert spent["calls"] == 1
    assert spent["estimated"]  # the scripted model counts nothing
    assert spent["cost"] == pytest.approx((spent["input_tokens"] + 2 * spent["output_tokens"]) / 1e6)


def test_a_provider_that_counts_is_believed() -> None:
    budget = Budget(tokens=1000, cost=None)
    budget.count({"input_tokens": 40, "output_tokens": 7}, asked=999, answered=999)
    assert (budget.read, budget.written, budget.estimated) == (40, 7, False)
    with pytest.raises(OverBudget, match="1,000"):
        budget.admit(characters=4000, tokens=100)


def test_a_lost_connection_is_tried_again_and_a_refused_key_is_not() -> None:
    calls = []

    def at_first_lost(keys: list[str]) -> Iterator[str]:
        calls.append(1)
        if len(calls) == 1:
            raise ConnectionError("reset by peer")
        yield f"Two members attended, Norway and Chile [{keys[0]}]."

    sentences, attempt = prose(at_first_lost, PROVEN, retries=1)
    assert sentences == ["Two members attended, Norway and Chile."]
    assert attempt.as_trace()["spent"]["calls"] == 2

    def refused(keys: list[str]) -> Iterator[str]:
        calls.append(1)
        raise RuntimeError("Error code: 401 - invalid api key")
        yield ""

    calls.clear()
    sentences, attempt = prose(refused, PROVEN, retries=3)
    assert sentences is None
    assert len(calls) == 1
    assert "key was refused" in attempt.outcome


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ConnectionRefusedError("[Errno 111]"), "no server answers at http://127.0.0.1:9"),
        (RuntimeError("Error code: 404 - model 'x' not found"), "no model 'ollama:x'"),
        (RuntimeError("Error code: 400 - exceeds the available context size"), "CONTEXT_CHARACTERS"),
        (RuntimeError("Error code: 429 - rate limit"), "ask again later"),
        (RuntimeError("odd"), "odd"),
        (TooSlow("the model took more than 1 seconds"), "took more than"),
    ],
)
def test_trouble_is_explained(error: Exception, said: str) -> None:
    settings = ModelSettings(name="ollama:x", base_url="http://127.0.0.1:9")
    assert said in explained(error, settings)


def test_what_will_not_pass_is_not_tried_again() -> None:
    assert passing(ConnectionResetError("reset"))
    assert not passing(RuntimeError("Error code: 401"))
    assert not passing(TooSlow("the model took more than 1 seconds"))
