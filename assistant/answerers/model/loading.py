"""Loads the optional chat model by name, with errors that say what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from langchain.chat_models import init_chat_model
from pydantic import SecretStr

from assistant.errors import ModelTrouble

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from assistant.settings import ModelSettings

_EXTRAS = {"ollama": "ollama", "openai": "openai", "anthropic": "anthropic"}


def load_model(name: str, settings: ModelSettings) -> BaseChatModel:
    """Return a LangChain chat model by its name for `init_chat_model` ('ollama:llama3.2', 'openai:gpt-4o').

    `settings.base_url` points to any OpenAI-compatible server. Nothing is sent before the first question.
    Raises ModelTrouble for an unknown provider, a missing package or a missing key.
    """
    provider = name.split(":", 1)[0]
    options: dict[str, object] = {
        "timeout": settings.timeout,
        "max_retries": 0,  # a call is tried again by `streaming`, within the time of the question
        "max_tokens": settings.max_tokens,
    }
    if settings.api_key is not None:
        options["api_key"] = settings.api_key
    if settings.base_url is not None:
        options["base_url"] = settings.base_url
        options.setdefault("api_key", "not needed")
    if provider == "ollama":
        options = {
            "num_predict": settings.max_tokens,
            "client_kwargs": {"timeout": settings.timeout},
        }
        if settings.base_url is not None:
            options["base_url"] = settings.base_url
    if settings.temperature is not None:
        options["temperature"] = settings.temperature
    try:
        model: BaseChatModel = init_chat_model(name, **options)  # type: ignore[call-overload]
    except ImportError as error:
        extra = _EXTRAS.get(provider)
        advice = f"pip install 'wg-assistant[{extra}]'" if extra else f"pip install langchain-{provider}"
        raise ModelTrouble(f"The package for '{name}' is not installed ({error}). Run: {advice}") from None
    except ValueError as error:
        raise ModelTrouble(
            f"'{name}' is no model that can be loaded ({error}). Name provider and model, such as "
            "'ollama:llama3.2' or 'openai:gpt-4o-mini'."
        ) from None
    except Exception as error:
        if re.search(r"api[_ ]key", str(error), re.IGNORECASE):
            named = re.search(r"\b[A-Z]+_API_KEY\b", str(error))
            raise _no_key(name, named.group() if named else f"{provider.upper()}_API_KEY") from None
        raise ModelTrouble(f"'{name}' could not be loaded: {error}") from None
    key = getattr(model, f"{provider}_api_key", None)  # some clients ask for it at the first call only
    if isinstance(key, SecretStr) and not key.get_secret_value():
        raise _no_key(name, f"{provider.upper()}_API_KEY")
    return model


def _no_key(name: str, variable: str) -> ModelTrouble:
    return ModelTrouble(
        f"'{name}' needs a key: set {variable} in the environment, or WG_ASSISTANT_MODEL__API_KEY."
    )
