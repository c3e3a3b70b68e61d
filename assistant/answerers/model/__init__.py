"""The model route: any LangChain chat model phrases what is proven, and can add nothing that is not."""

from __future__ import annotations

from assistant.answerers.model.loading import ModelTrouble, load_model
from assistant.answerers.model.prose import Attempt, stream_prose, write_prose

__all__ = ["Attempt", "ModelTrouble", "load_model", "stream_prose", "write_prose"]
