"""Says in plain words what went wrong with a call to a chat model, whatever its provider raised."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.answerers.model.budget import OverBudget
from assistant.answerers.model.streaming import TooLong, TooSlow

if TYPE_CHECKING:
    from assistant.settings import ModelSettings

_NO_SERVER = re.compile(r"connect|refused|unreachable|name or service|getaddrinfo|resolve", re.IGNORECASE)
_NO_KEY = re.compile(r"\b401\b|\b403\b|api[ _]key|unauthori[sz]ed|authentication|permission", re.IGNORECASE)
_NO_MODEL = re.compile(
    r"\b404\b|model\b.{0,60}\bnot (?:found|exist)|does not exist|unknown model|not found", re.IGNORECASE
)
_TOO_LONG = re.compile(
    r"context[ _](?:length|size|window)|exceeds? the (?:available )?context|maximum context|too many tokens"
    r"|prompt is too long|input is too long",
    re.IGNORECASE,
)
_NO_TEMPERATURE = re.compile(
    r"temperature\b.{0,60}\b(?:not support|unsupported|deprecated|not allowed)|unsupported\b.{0,30}temperature",
    re.IGNORECASE,
)
_BUSY = re.compile(r"\b429\b|rate ?limit|overloaded|quota", re.IGNORECASE)


def explained(error: BaseException, settings: ModelSettings) -> str:
    """Return in one sentence what went wrong and what to do, with the provider's own words at the end."""
    if isinstance(error, OverBudget | TooLong | TooSlow):
        return str(error)
    words = f"{type(error).__name__}: {error}"
    where = settings.base_url or "the provider's address"
    if _TOO_LONG.search(words):
        advice = "the prompt is longer than the model reads; lower WG_ASSISTANT_MODEL__CONTEXT_CHARACTERS"
    elif _NO_TEMPERATURE.search(words):
        advice = "the model takes no temperature; set WG_ASSISTANT_MODEL__TEMPERATURE=none"
    elif _NO_KEY.search(words):
        advice = "the key was refused; set the provider's key, or WG_ASSISTANT_MODEL__API_KEY"
    elif _BUSY.search(words):
        advice = "the provider takes no more calls now; ask again later"
    elif _NO_MODEL.search(words):
        advice = f"there is no model '{settings.name}' at {where}; check its name"
    elif isinstance(error, ConnectionError | OSError) or _NO_SERVER.search(words):
        advice = f"no server answers at {where}; start it, or set WG_ASSISTANT_MODEL__BASE_URL"
    else:
        advice = "the call failed"
    return f"{advice} ({words[:300]})"


def passing(error: BaseException) -> bool:
    """Whether the same call may succeed in a moment: a lost connection, a busy server."""
    words = f"{type(error).__name__}: {error}"
    if isinstance(error, OverBudget | TooLong | TooSlow) or _NO_KEY.search(words) or _TOO_LONG.search(words):
        return False
    return isinstance(error, ConnectionError | TimeoutError) or bool(
        _BUSY.search(words) or re.search(r"connect|\b50[0234]\b|time[d ]?out", words, re.IGNORECASE)
    )
