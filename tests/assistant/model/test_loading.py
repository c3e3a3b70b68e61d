"""A model that cannot be loaded says why, and what to do."""

from __future__ import annotations

import subprocess
import sys

import pytest

from assistant.answerers.model import ModelTrouble, load_model
from assistant.settings import ModelSettings


def test_an_unknown_provider_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ModelTrouble, match="nosuchprovider:x"):
        load_model("nosuchprovider:x", ModelSettings())


def test_a_missing_package_comes_with_the_command_that_installs_it() -> None:
    script = """
import sys
from assistant.answerers.model import ModelTrouble, load_model
from assistant.settings import ModelSettings
for provider in ("openai", "anthropic", "ollama"):
    sys.modules[f"langchain_{provider}"] = None  # as if it were not installed
    try:
        load_model(f"{provider}:some-model", ModelSettings())
    except ModelTrouble as trouble:
        print(trouble)
"""
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    for extra in ("openai", "anthropic", "ollama"):
        assert f"pip install 'wg-assistant[{extra}]'" in said


@pytest.mark.parametrize("name", ["gpt-4o-mini", "openai:gpt-4o-mini"])
def test_a_missing_key_names_the_variable(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("langchain_openai", reason="langchain-openai is not installed")
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(ModelTrouble, match=r"set OPENAI_API_KEY .*WG_ASSISTANT_MODEL__API_KEY"):
        load_model(name, ModelSettings())


def test_a_name_without_a_model_is_named() -> None:
    with pytest.raises(ModelTrouble, match="Name provider and model"):
        load_model("some-odd-model", ModelSettings())
