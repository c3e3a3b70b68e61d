"""Starts the page and prints its address."""

from __future__ import annotations

import os
from importlib.util import find_spec
from threading import Thread

import gradio as gr

from assistant.answerers.reading.likeness import likeness
from assistant.api import Assistant
from assistant.interface.page.desk import Desk
from assistant.interface.page.layout import build_page
from assistant.interface.page.mcp_results import answer_in_json
from assistant.interface.page.offline import only_own_requests
from assistant.interface.page.readers import login_check
from assistant.interface.page.theme import head, page_theme, style
from assistant.interface.page.uploads import megabytes, restore
from assistant.settings import ServeSettings


def launch(page: gr.Blocks, settings: ServeSettings) -> str:
    """Launch a page that was built; return its address."""
    os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
    page.queue(max_size=settings.queue, default_concurrency_limit=settings.concurrency)
    _, address, _ = page.launch(
        server_name=settings.host,
        server_port=settings.port,
        auth=login_check(settings.users) if settings.users else None,
        max_file_size=megabytes(settings.max_upload_mb),
        theme=page_theme(),
        css=style(),
        head=head(),
        footer_links=["api"],
        share=False,
        quiet=True,
        show_error=True,
        ssr_mode=False,
        pwa=False,
        enable_monitoring=False,
        mcp_server=settings.mcp and find_spec("mcp") is not None,
        prevent_thread_lock=True,
        app_kwargs={"middleware": only_own_requests()},
    )
    answer_in_json(page)
    return str(address)


def serve_page(assistant: Assistant) -> None:
    """Serve the page with the assistant's own settings until it is interrupted."""
    settings = assistant.settings.serve
    restore(Desk.over(assistant, settings))
    page = build_page(assistant, settings)
    address = launch(page, settings)
    # The models are loaded once the page is there: they would hold it up, and the first question comes later.
    Thread(target=_warm, args=(assistant,), daemon=True).start()
    print(f"WG Assistant is ready: {address}", flush=True)
    page.block_thread()


def _warm(assistant: Assistant) -> None:
    assistant.index.warm()
    likeness().load()
