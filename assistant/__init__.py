"""Question in, proven answer out.

from assistant import Assistant

with Assistant.open() as assistant:
    print(assistant.ask("Who came as observers to the last meeting?").text)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.answer import Answer, Citation, Route, Status

if TYPE_CHECKING:
    from assistant.api import Assistant
    from assistant.settings import Settings

__all__ = ["Answer", "Assistant", "Citation", "Route", "Settings", "Status"]


def __getattr__(name: str) -> object:
    """Load the API only when it is used: reading types should not load models and databases."""
    if name == "Assistant":
        from assistant.api import Assistant

        return Assistant
    if name == "Settings":
        from assistant.settings import Settings

        return Settings
    raise AttributeError(f"module 'assistant' has no attribute '{name}'")
