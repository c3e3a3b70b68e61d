"""The whole page: its tabs, and what happens across them."""

from __future__ import annotations

from typing import Any

import gradio as gr

from assistant.api import Assistant
from assistant.interface.page.ask_tab import build_ask, moved_to
from assistant.interface.page.desk import Desk
from assistant.interface.page.endpoints import add_endpoints
from assistant.interface.page.readers import kept_secret, new_browser, reader_of
from assistant.settings import ServeSettings

HEADING = '<div id="wg-heading"><h1>WG Assistant</h1><p>Answers from Working Group documents, each proved by its quote.</p></div>'


def build_page(assistant: Assistant, settings: ServeSettings) -> gr.Blocks:
    """Return the page over an assistant; `serve.serve_page` adds theme, style and script when it launches it."""
    desk = Desk.over(assistant, settings)
    with gr.Blocks(title="WG Assistant", analytics_enabled=False, fill_width=True) as page:
        browser = gr.BrowserState(None, storage_key="wg-assistant", secret=kept_secret(settings.data))
        with gr.Row(elem_id="wg-head"):
            gr.HTML(HEADING, apply_default_css=False)
            theme = gr.Button("Light / dark", size="sm", elem_id="wg-theme")
        theme.click(None, None, None, js="() => { window.wg.toggle(); }", api_visibility="private")
        with gr.Tabs(elem_id="wg-tabs"), gr.Tab("Ask", id="ask"):
            ask = build_ask(desk, browser)
        quiet: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}

        def opened(remembered: dict[str, Any] | None, request: gr.Request) -> tuple[Any, ...]:
            remembered = remembered if reader_of(remembered, request) else new_browser()
            assert remembered is not None
            return moved_to(desk, reader_of(remembered, request), remembered)

        page.load(opened, [browser], [ask.thread, ask.evidence, ask.conversations, browser], **quiet)
        page.load(None, None, None, js="() => { window.wg.start(); }", api_visibility="private")
        add_endpoints(assistant, settings.concurrency)
    return page
