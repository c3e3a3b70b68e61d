"""The Documents tab: the corpus as a table, adding and removing, and a view of each document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.interface.page import markup
from assistant.interface.page.desk import Desk
from assistant.interface.page.document_view import document_page
from assistant.interface.page.live import live_html
from assistant.interface.page.readers import reader_of
from assistant.interface.page.uploads import UploadRefused, may_remove, take_out, taking_in
from corpus.document import Document, Kind, Span
from corpus.names.dates import format_range


@dataclass(frozen=True)
class DocumentsTab:
    """The components that other parts of the page write to or listen to."""

    table: gr.HTML
    view: gr.HTML
    body: gr.Dropdown
    changed: gr.Button | None  # pressed to add files; None where uploads are off


def build_documents(desk: Desk, browser: gr.BrowserState) -> DocumentsTab:
    """Lay out the tab and wire what happens within it."""
    quiet: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    with gr.Row(elem_classes=["wg-fields"]):
        search = gr.Textbox(label="Search in titles, bodies and places", scale=3, elem_id="wg-doc-search")
        kind = gr.Dropdown(
            [("any", ""), *((one.value.replace("_", " "), one.value) for one in Kind)], value="", label="Kind"
        )
        body = gr.Dropdown([("any", "")], value="", label="Body", scale=2)
    table = live_html("wg-documents")
    choice = [search, kind, body]

    def listed(
        words: str, of_kind: str, of_body: str, remembered: dict[str, Any], request: gr.Request
    ) -> str:
        return documents_table(desk, reader_of(remembered, request), words, of_kind, of_body)

    gr.on([field.change for field in (search, kind, body)], listed, [*choice, browser], table, **quiet)
    add: gr.Button | None = None
    if desk.settings.upload:
        with gr.Accordion("Add documents", open=False, elem_id="wg-upload"):
            files = gr.File(
                label=f"PDF, Word, HTML, Markdown or text, at most {desk.settings.max_upload_mb} MB each",
                file_count="multiple",
                height=140,
            )
            add = gr.Button("Read and add", variant="primary", elem_id="wg-add")
            report = gr.HTML(elem_id="wg-report", elem_classes=["wg-live"], apply_default_css=False)

        def added(
            given: list[str] | None,
            remembered: dict[str, Any],
            request: gr.Request,
        ) -> Iterator[tuple[str, Any, Any]]:
            reader = reader_of(remembered, request)
            if not given:
                yield markup.empty("Choose files first."), gr.skip(), gr.skip()
                return
            told = ""
            for told in taking_in(desk, reader, [Path(one) for one in given]):
                yield told, gr.skip(), gr.skip()
            yield told, None, documents_table(desk, reader)

        add.click(added, [files, browser], [report, files, table], **quiet)
    view = live_html(
        "wg-document", markup.empty("Choose a document in the table to read it, with its records beside it.")
    )

    def acted(remembered: dict[str, Any], event: gr.EventData, request: gr.Request) -> tuple[Any, Any]:
        reader, data = reader_of(remembered, request), event._data
        if data.get("act") == "remove":
            try:
                take_out(desk, reader, str(data.get("document")))
            except (UploadRefused, KeyError) as error:
                gr.Warning(str(error))
            return documents_table(desk, reader), ""
        return gr.skip(), shown_document(desk, reader, data)

    table.click(acted, [browser], [table, view], **quiet)
    view.click(acted, [browser], [table, view], **quiet)
    return DocumentsTab(table, view, body, add)


def shown_document(desk: Desk, reader: str, data: Mapping[str, Any]) -> str:
    """Return the view of the document that `data` names, with its passage `start`–`end` marked if given."""
    id = str(data.get("document", ""))
    document = desk.visible(reader).document(id)
    if document is None:
        return markup.failure("There is no such document.")
    start, end = str(data.get("start", "")), str(data.get("end", ""))
    focus = None
    if start.isdigit() and end.isdigit() and int(start) < int(end) <= len(document.text):
        focus = Span(start=int(start), end=int(end))
    return document_page(desk.assistant.document(id), focus)


def documents_table(desk: Desk, reader: str, words: str = "", kind: str = "", body: str = "") -> str:
    """Return the documents that a reader may see and that match, as a table."""
    library = desk.visible(reader).library()
    counts: dict[str, int] = {}
    for record in library.records:
        counts[record.document] = counts.get(record.document, 0) + 1
    found = [one for one in library.documents.values() if matches(one, words, kind, body)]
    found.sort(key=lambda one: (one.metadata.dates is None, one.metadata.dates and -one.metadata.dates.start.toordinal(), one.id))  # fmt: skip
    if not found:
        return markup.empty("No document matches." if library.documents else "There are no documents yet.")
    rows = "".join(_row(one, counts.get(one.id, 0), may_remove(desk, reader, one.id)) for one in found)
    heads = ("Title", "Kind", "Body", "Date", "Place", "Pages", "Records")
    return (
        f'<p class="wg-where">{len(found)} of {len(library.documents)} documents</p>'
        '<div class="wg-scroll" tabindex="0" role="region" aria-label="Documents"><table class="wg-table"><thead><tr>'
        + "".join(f'<th scope="col">{head}</th>' for head in heads)
        + f'<th scope="col"><span class="wg-hidden">Remove</span></th></tr></thead><tbody>{rows}</tbody></table></div>'
    )


def matches(document: Document, words: str, kind: str, body: str) -> bool:
    """Whether a document has all the words in its metadata, and the kind and body if any are chosen."""
    about = document.metadata
    text = " ".join(
        [
            about.title,
            about.body or "",
            about.place or "",
            document.id,
            str(about.dates.start) if about.dates else "",
        ]
    ).lower()
    return (
        all(word in text for word in words.lower().split())
        and (not kind or about.kind == kind)
        and (not body or about.body == body)
    )


def bodies_of(documents: Sequence[Document]) -> list[str]:
    """Return the bodies that documents speak for, in alphabetical order."""
    return sorted({one.metadata.body for one in documents if one.metadata.body})


def numbers_of(documents: Sequence[Document]) -> list[str]:
    """Return the numbers of meetings among documents, in order."""
    return [
        str(number) for number in sorted({one.metadata.number for one in documents if one.metadata.number})
    ]


def _row(document: Document, records: int, removable: bool) -> str:
    about = document.metadata
    cells = [
        markup.action(about.title, "view", document=document.id),
        markup.text(about.kind.value.replace("_", " ")),
        markup.text(about.body or ""),
        markup.text(format_range(about.dates) if about.dates else ""),
        markup.text(about.place or ""),
    ]
    remove = (
        markup.action("✕", "remove", "wg-icon", f"Remove {about.title}", document=document.id)
        if removable
        else ""
    )
    return (
        "<tr>"
        + "".join(f"<td>{cell}</td>" for cell in cells)
        + f'<td class="wg-num">{len(document.pages) or ""}</td><td class="wg-num">{records}</td><td>{remove}</td></tr>'
    )
