"""The Ask tab: conversations and filters, the chat, and its evidence beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.interface.page import chat, evidence, markup
from assistant.interface.page.conversations import Conversation
from assistant.interface.page.desk import Desk
from assistant.interface.page.export import as_docx, as_markdown
from assistant.interface.page.export_pdf import as_pdf
from assistant.interface.page.feedback import LONGEST_COMMENT, Feedback
from assistant.interface.page.live import download, live_html, on_download
from assistant.interface.page.page_view import page_view
from assistant.interface.page.readers import reader_of
from corpus.document import Kind

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class AskTab:
    """The components that other parts of the page write to or listen to."""

    thread: gr.HTML
    evidence: gr.HTML
    picture: gr.HTML
    conversations: gr.HTML
    question: gr.Textbox
    bodies: gr.Dropdown
    numbers: gr.Dropdown


def build_ask(desk: Desk, browser: gr.BrowserState) -> AskTab:
    """Lay out the tab and wire what happens within it."""
    with gr.Row(elem_id="wg-ask"):
        with gr.Column(scale=2, min_width=230, elem_id="wg-side"):
            new = gr.Button("New conversation", elem_id="wg-new", size="sm")
            conversations = live_html("wg-conversations")
            with gr.Accordion("Search only in …", open=False):
                kinds = gr.CheckboxGroup(
                    [(kind.value.replace("_", " "), kind.value) for kind in Kind], label="Kind of document"
                )
                bodies = gr.Dropdown([], label="Body", multiselect=True)
                numbers = gr.Dropdown([], label="Number of the meeting", multiselect=True)
                with gr.Row():
                    since = gr.Number(label="From year", precision=0, minimum=0, min_width=90)
                    until = gr.Number(label="To year", precision=0, minimum=0, min_width=90)
            with gr.Accordion("Export this conversation", open=False):
                to_markdown = gr.Button("Markdown", size="sm")
                to_docx = gr.Button("Word (DOCX)", size="sm")
                to_pdf = gr.Button("PDF", size="sm")
        with gr.Column(scale=5, min_width=320, elem_id="wg-main"):
            thread = live_html("wg-thread")
            with gr.Row(elem_id="wg-ask-row"):
                question = gr.Textbox(
                    label="Your question",
                    placeholder="Ask about meetings, decisions, plans …",
                    lines=1,
                    max_lines=6,
                    scale=6,
                    elem_id="wg-question",
                    autofocus=True,
                )
                send = gr.Button("Ask", variant="primary", scale=1, min_width=80, elem_id="wg-send")
                stop = gr.Button(
                    "Stop", variant="stop", scale=1, min_width=80, visible=False, elem_id="wg-stop"
                )
        with gr.Column(scale=4, min_width=300, elem_id="wg-evidence-column"):
            panel = live_html("wg-evidence-panel", evidence.evidence_panel([]))
            picture = gr.HTML(elem_id="wg-picture")
    filters = [kinds, bodies, numbers, since, until]
    shown = [thread, panel, picture, conversations, browser, question, send, stop]

    def ask(
        asked: str,
        remembered: dict[str, Any],
        chosen: tuple[Any, ...],
        request: gr.Request,
        replace: int | None,
    ) -> Iterator[tuple[Any, ...]]:
        reader = reader_of(remembered, request)
        conversation = _at_hand(desk, reader, remembered)
        remembered = {**remembered, "conversation": conversation.id}
        busy = (gr.update(visible=False), gr.update(visible=True))
        idle = (gr.update(visible=True), gr.update(visible=False))
        first = True
        for frame in chat.asking(desk, reader, conversation, asked, chat.chosen_filters(*chosen), replace):
            listed = conversation_list(desk, reader, conversation.id) if first or frame.done else gr.skip()
            yield (
                frame.thread, frame.evidence, "" if first else gr.skip(), listed, remembered,
                "" if first else gr.skip(), *(idle if frame.done else busy),
            )  # fmt: skip
            first = False

    def typed(
        asked: str, remembered: dict[str, Any], k: Any, b: Any, n: Any, s: Any, u: Any, request: gr.Request
    ) -> Iterator[tuple[Any, ...]]:
        yield from ask(asked, remembered, (k, b, n, s, u), request, None)

    def chosen(
        remembered: dict[str, Any], k: Any, b: Any, n: Any, s: Any, u: Any,
        event: gr.EventData, request: gr.Request,
    ) -> Iterator[tuple[Any, ...]]:  # fmt: skip
        asked = event._data.get("question")
        replace: int | None = None
        if event._data.get("act") != "ask":  # a retry, or an edited question
            turns = _at_hand(desk, reader_of(remembered, request), remembered).turns
            written = str(event._data.get("turn"))
            if not written.isdigit() or int(written) >= len(turns):
                return
            replace = int(written)
            asked = turns[replace].question if asked is None else asked
        yield from ask(str(asked), remembered, (k, b, n, s, u), request, replace)

    def stopped(remembered: dict[str, Any], request: gr.Request) -> tuple[Any, ...]:
        """Show what was kept: the question, and the proven answer if there was one already."""
        thread, panel, listed, _ = moved_to(desk, reader_of(remembered, request), remembered)
        return thread, panel, listed, gr.update(visible=True), gr.update(visible=False)

    limits: dict[str, Any] = {
        "concurrency_limit": desk.settings.concurrency,
        "concurrency_id": "questions",
        "api_visibility": "private",
        "show_progress": "hidden",
    }
    running = [
        gr.on([question.submit, send.click], typed, [question, browser, *filters], shown, **limits),
        thread.submit(chosen, [browser, *filters], shown, **limits),
    ]
    quiet: dict[str, Any] = {
        "api_visibility": "private",
        "show_progress": "hidden",
        "concurrency_limit": None,
    }
    stop.click(stopped, [browser], [thread, panel, conversations, send, stop], cancels=running, **quiet)

    def acted(remembered: dict[str, Any], event: gr.EventData, request: gr.Request) -> tuple[Any, Any]:
        reader, data = reader_of(remembered, request), event._data
        turns = _at_hand(desk, reader, remembered).turns
        number = int(data.get("turn", -1))
        answer = turns[number].answer if 0 <= number < len(turns) else None
        if answer is None:
            return gr.skip(), gr.skip()
        if data.get("act") == "feedback":
            history = Conversation(id="-", turns=turns[:number]).history()
            desk.feedback.keep(
                Feedback(
                    verdict=data.get("verdict"),
                    comment=str(data.get("comment", ""))[:LONGEST_COMMENT],
                    question=answer.question,
                    history=history,
                    answer=answer,
                )
            )
            gr.Info("Thank you. Your feedback is kept with the full answer.", duration=4)
            return gr.skip(), gr.skip()
        return chat.evidence_of(desk, reader, answer, number), ""

    thread.click(acted, [browser], [panel, picture], **quiet)

    def picked(remembered: dict[str, Any], event: gr.EventData, request: gr.Request) -> tuple[Any, ...]:
        reader, data = reader_of(remembered, request), event._data
        act, id = data.get("act"), str(data.get("id", ""))
        current = str(remembered.get("conversation", ""))
        if act == "delete":
            desk.conversations.delete(reader, id)
            current = "" if id == current else current
        elif (
            act == "rename"
            and (one := desk.conversations.load(reader, id))
            and str(data.get("title", "")).strip()
        ):
            one.title = chat.title_of(str(data["title"]))
            desk.conversations.save(reader, one)
        elif act == "load":
            current = id
        return moved_to(desk, reader, {**remembered, "conversation": current})

    def begun(remembered: dict[str, Any], request: gr.Request) -> tuple[Any, ...]:
        return moved_to(desk, reader_of(remembered, request), {**remembered, "conversation": ""})

    moving = [thread, panel, conversations, browser]
    new.click(begun, [browser], moving, **quiet)
    conversations.click(picked, [browser], moving, **quiet)

    def drawn(remembered: dict[str, Any], event: gr.EventData, request: gr.Request) -> Any:
        return page_view(desk, reader_of(remembered, request), event._data)

    panel.select(drawn, [browser], [picture], **quiet)

    def exported(form: str) -> Any:
        def export(remembered: dict[str, Any], request: gr.Request) -> str:
            conversation = _at_hand(desk, reader_of(remembered, request), remembered)
            if not conversation.turns:
                gr.Warning("There is nothing to export yet: ask something first.")
                return ""
            match form:
                case "md":
                    return download("conversation.md", "text/markdown", as_markdown(conversation).encode())
                case "docx":
                    return download("conversation.docx", _DOCX, as_docx(conversation))
            return download("conversation.pdf", "application/pdf", as_pdf(conversation))

        return export

    on_download(to_markdown, exported("md"), [browser])
    on_download(to_docx, exported("docx"), [browser])
    on_download(to_pdf, exported("pdf"), [browser])
    return AskTab(thread, panel, picture, conversations, question, bodies, numbers)


def moved_to(desk: Desk, reader: str, remembered: dict[str, Any]) -> tuple[str, str, str, dict[str, Any]]:
    """Return thread, evidence, list and browser's memory for the conversation that is now at hand."""
    conversation = _at_hand(desk, reader, remembered)
    last = len(conversation.turns) - 1
    answer = conversation.turns[last].answer if conversation.turns else None
    panel = chat.evidence_of(desk, reader, answer, last) if answer else evidence.evidence_panel([])
    listed = conversation_list(desk, reader, conversation.id)
    return chat.shown(desk, reader, conversation), panel, listed, remembered


def conversation_list(desk: Desk, reader: str, current: str) -> str:
    """Return the reader's conversations as a list with what can be done with each."""
    found = desk.conversations.all(reader)
    if not found:
        return "<h2>Conversations</h2>" + markup.empty("Your conversations will stand here.")
    rows = []
    for one in found:
        mark = ' class="wg-current" aria-current="true"' if one.id == current else ""
        rows.append(
            f"<li{mark}>{markup.action(one.title, 'load', 'wg-conversation', id=one.id)}"
            f"{markup.action('✎', 'rename', 'wg-icon', f'Rename {one.title}', id=one.id, title=one.title)}"
            f"{markup.action('✕', 'delete', 'wg-icon', f'Delete {one.title}', id=one.id, title=one.title)}</li>"
        )
    return f'<h2>Conversations</h2><ul class="wg-list">{"".join(rows)}</ul>'


def _at_hand(desk: Desk, reader: str, remembered: dict[str, Any]) -> Conversation:
    id = str((remembered or {}).get("conversation") or "")
    return (desk.conversations.load(reader, id) if reader and id else None) or desk.conversations.new()
