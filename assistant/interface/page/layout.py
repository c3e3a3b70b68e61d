"""The whole page: its tabs, and what happens across them."""

from __future__ import annotations

from typing import Any

import gradio as gr

from assistant.api import Assistant
from assistant.interface.page.ask_tab import AskTab, build_ask, moved_to
from assistant.interface.page.compare_tab import CompareTab, build_compare, choices, latest_pair
from assistant.interface.page.desk import Desk
from assistant.interface.page.documents_tab import (
    DocumentsTab,
    bodies_of,
    build_documents,
    documents_table,
    numbers_of,
    shown_document,
)
from assistant.interface.page.endpoints import add_endpoints
from assistant.interface.page.meetings_tab import MeetingsTab, build_meetings, meetings_view
from assistant.interface.page.readers import kept_secret, new_browser, reader_of
from assistant.settings import ServeSettings

HEADING = "<h1>WG Assistant</h1><p>Answers from Working Group documents, each proved by its quote.</p>"
_QUIET: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}


def build_page(assistant: Assistant, settings: ServeSettings) -> gr.Blocks:
    """Return the page over an assistant; `serve.launch` adds theme, style and script."""
    desk = Desk.over(assistant, settings)
    with gr.Blocks(title="WG Assistant", analytics_enabled=False, fill_width=True) as page:
        browser = gr.BrowserState(None, storage_key="wg-assistant", secret=kept_secret(settings.data))
        with gr.Row(elem_id="wg-head"):
            gr.HTML(HEADING, apply_default_css=False)
            theme = gr.Button("Light / dark", size="sm", elem_id="wg-theme")
        theme.click(None, None, None, js="() => { window.wg.toggle(); }", api_visibility="private")
        with gr.Tabs(elem_id="wg-tabs") as tabs:
            with gr.Tab("Ask", id="ask"):
                ask = build_ask(desk, browser)
            with gr.Tab("Documents", id="documents", render_children=True) as documents_place:
                documents = build_documents(desk, browser)
            with gr.Tab("Meetings", id="meetings", render_children=True) as meetings_place:
                meetings = build_meetings(desk, browser)
            with gr.Tab("Compare", id="compare", render_children=True) as compare_place:
                compare = build_compare(desk, browser)
        _across(desk, browser, tabs, ask, documents, meetings, compare)

        # Each tab is filled when it is first looked at, so that the first paint does not wait for all of them.
        def list_documents(remembered: dict[str, Any], request: gr.Request) -> tuple[Any, Any]:
            reader = reader_of(remembered, request)
            bodies = [("any", ""), *((one, one) for one in bodies_of(desk.visible(reader).documents()))]
            return documents_table(desk, reader), gr.update(choices=bodies)

        def list_meetings(
            body: str, capacity: str, remembered: dict[str, Any], request: gr.Request
        ) -> tuple[Any, Any, Any]:
            reader = reader_of(remembered, request)
            lanes = sorted(
                {one.lead.body for one in desk.visible(reader).library().occasions if one.lead.body}
            )
            return *meetings_view(desk, reader, body, capacity), gr.update(
                choices=[("any", ""), *((one, one) for one in lanes)]
            )

        def list_compared(remembered: dict[str, Any], request: gr.Request) -> list[Any]:
            library = desk.visible(reader_of(remembered, request)).library()
            of_meetings, of_plans = choices(library)
            return [
                gr.update(
                    choices=known,
                    value=picked,
                    interactive=len(known) >= 2,
                    info=None if len(known) >= 2 else f"The documents hold fewer than two {what}.",
                )
                for known, what, pair in (
                    (of_meetings, "meetings with a list of attendance", latest_pair(library)),
                    (of_plans, "plans", tuple(value for _, value in of_plans[-2:])),
                )
                for picked in (pair if len(pair) == 2 else (None, None))
            ]

        documents_place.select(list_documents, [browser], [documents.table, documents.body], **_QUIET)
        meetings_place.select(
            list_meetings,
            [meetings.body, meetings.capacity, browser],
            [meetings.timeline, meetings.matrix, meetings.body],
            **_QUIET,
        )
        compare_place.select(list_compared, [browser], [*compare.meetings, *compare.plans], **_QUIET)

        def opened(remembered: dict[str, Any] | None, request: gr.Request) -> tuple[Any, ...]:
            if remembered is None or not reader_of(remembered, request):
                remembered = new_browser()
            reader = reader_of(remembered, request)
            asked = dict(request.query_params)
            if asked.get("question"):  # a link to an answer begins a conversation of its own
                remembered = {**remembered, "conversation": ""}
            tab, view = gr.skip(), gr.skip()
            if asked.get("document"):
                tab, view = gr.update(selected="documents"), shown_document(desk, reader, asked)
            seen = desk.visible(reader).documents()
            return (
                *moved_to(desk, reader, remembered),
                asked.get("question", "")[:4000],
                gr.update(choices=bodies_of(seen)),
                gr.update(choices=numbers_of(seen)),
                tab,
                view,
            )

        page.load(
            opened,
            [browser],
            [ask.thread, ask.evidence, ask.conversations, browser, ask.question, ask.bodies, ask.numbers, tabs, documents.view],
            **_QUIET,
        ).then(None, None, None, js="() => { window.wg.arrive(); }", api_visibility="private")  # fmt: skip
        page.load(None, None, None, js="() => { window.wg.start(); }", api_visibility="private")
        add_endpoints(assistant, settings.concurrency)
    return page  # type: ignore[no-any-return]


def _across(
    desk: Desk,
    browser: gr.BrowserState,
    tabs: gr.Tabs,
    ask: AskTab,
    documents: DocumentsTab,
    meetings: MeetingsTab,
    compare: CompareTab,
) -> None:
    """Let 'Open in document' lead from any evidence to the Documents tab."""

    def open_document(
        remembered: dict[str, Any], event: gr.EventData, request: gr.Request
    ) -> tuple[Any, Any]:
        view = shown_document(desk, reader_of(remembered, request), event._data)
        return gr.update(selected="documents"), view

    for panel in (ask.evidence, meetings.panel, compare.panel):
        panel.click(open_document, [browser], [tabs, documents.view], **_QUIET)
