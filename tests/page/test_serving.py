"""What a page allows unless told otherwise, and what each answer of the server carries."""

from __future__ import annotations

import re
import urllib.request

import pytest
from pydantic import ValidationError

from assistant.settings import ServeSettings, Settings
from tests.page.conftest import Served


def test_a_page_is_for_this_machine_and_limited_unless_told_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("WG_ASSISTANT_SERVE__HOST", raising=False)
    serve = ServeSettings()
    assert serve.host == "127.0.0.1"
    assert 0 < serve.max_upload_mb <= 50
    assert serve.queue > serve.concurrency > 0


def test_every_limit_is_set_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("UPLOAD", "false"), ("MAX_UPLOAD_MB", "3"), ("QUEUE", "40"), ("CONCURRENCY", "2")):
        monkeypatch.setenv(f"WG_ASSISTANT_SERVE__{name}", value)
    serve = Settings().serve
    assert (serve.upload, serve.max_upload_mb, serve.queue, serve.concurrency) == (False, 3, 40, 2)
    monkeypatch.setenv("WG_ASSISTANT_SERVE__QUEUE", "0")
    with pytest.raises(ValidationError):
        Settings()


def test_browsers_are_told_to_ask_no_other_machine(served: Served) -> None:
    with urllib.request.urlopen(served.address) as answer:
        policy = answer.headers["Content-Security-Policy"]
        page = answer.read().decode()
    assert "default-src 'self'" in policy
    assert "object-src 'none'" in policy
    assert "http" not in policy
    loaded = re.findall(r"<(?:script|link)\b[^>]*\b(?:src|href)=[\"']?(https?://[^\"'\s>]+)", page)
    assert [one for one in loaded if not one.startswith(served.address)] == []
