"""A model that cannot be loaded says why, and what to do."""

from __future__ import annotations

import pytest

from assistant.answerers.model import ModelTrouble, load_model
from assistant.settings import ModelSettings


def test_an_unknown_provider_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ModelTrouble, match="nosuchprovider:x"):
        load_model("nosuchprovider:x", ModelSettings())


def test_a_missing_package_comes_with_the_command_that_installs_it() -> None:
    try:
        import langchain_anthropic  # noqa: F401
    except ImportError:
        with pytest.raises(ModelTrouble, match=r"wg-assistant\[anthropic\]"):
            load_model("anthropic:some-model", ModelSettings())
    else:
        pytest.skip("langchain-anthropic is installed")


def test_a_missing_key_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("langchain_openai", reason="langchain-openai is not installed")
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(ModelTrouble, match="OPENAI_API_KEY"):
        load_model("openai:some-model", ModelSettings())
