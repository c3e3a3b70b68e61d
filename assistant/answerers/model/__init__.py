"""The model route: any LangChain chat model phrases what is proven, and can add nothing that is not."""

from __future__ import annotations

from assistant.answerers.model.budget import Budget
from assistant.answerers.model.loading import load_model
from assistant.answerers.model.proposing import propose_records
from assistant.answerers.model.prose import Attempt, returned, stream_prose, write_prose
from assistant.answerers.model.reducing import stream_overview
from assistant.answerers.model.rewriting import rewrite, unsure
from assistant.errors import ModelTrouble

__all__ = [
    "Attempt",
    "Budget",
    "ModelTrouble",
    "load_model",
    "propose_records",
    "returned",
    "rewrite",
    "stream_overview",
    "stream_prose",
    "unsure",
    "write_prose",
]
