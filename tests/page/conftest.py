"""One page over a few documents of a fictitious body, for all tests of this folder."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from langchain_core.language_models import BaseChatModel

from assistant import Assistant
from assistant.interface.page import build_page, launch
from assistant.settings import Settings

CHROMIUM = Path("/usr/bin/chromium")
DOCUMENTS = Path(__file__).parent / "documents"
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@dataclass(frozen=True)
class Served:
    """A page that is up."""

    address: str
    assistant: Assistant
    settings: Settings


@contextmanager
def serving(
    folder: Path,
    documents: Path = DOCUMENTS,
    users: dict[str, str] | None = None,
    model: BaseChatModel | None = None,
    upload: bool = True,
) -> Iterator[Served]:
    """Serve documents; index, conversations and uploads lie in `folder`."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    settings = Settings()
    settings.serve.data = folder / "data"
    settings.serve.max_upload_mb = 5
    settings.serve.users = users or {}
    settings.serve.upload = upload
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        settings.serve.port = free.getsockname()[1]
    with Assistant.open(
        index=folder / "index", documents=[documents], settings=settings, model=model
    ) as assistant:
        page = build_page(assistant, settings.serve)
        address = launch(page, settings.serve)
        try:
            yield Served(address, assistant, settings)
        finally:
            page.close()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("page")) as one:
        yield one


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
        yield browser
        browser.close()
