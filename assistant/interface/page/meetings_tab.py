"""The Meetings tab: a timeline, the attendance matrix, and the evidence of whatever is chosen in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.interface.page import evidence, markup
from assistant.interface.page.desk import Desk
from assistant.interface.page.live import download, live_html, on_download
from assistant.interface.page.matrix import Matrix, build_matrix, matrix_html
from assistant.interface.page.matrix_files import as_csv, as_png
from assistant.interface.page.readers import reader_of
from assistant.interface.page.timeline import timeline
from assistant.library import Library
from corpus.document import Span
from corpus.names.dates import format_range
from corpus.records.types import Attendance, Capacity

PANEL = "wg-meeting-evidence"
_CARDS = 12  # cards shown for one meeting


@dataclass(frozen=True)
class MeetingsTab:
    """The components that other parts of the page write to or listen to."""

    timeline: gr.HTML
    matrix: gr.HTML
    panel: gr.HTML
    body: gr.Dropdown
    capacity: gr.Dropdown


def build_meetings(desk: Desk, browser: gr.BrowserState) -> MeetingsTab:
    """Lay out the tab and wire what happens within it."""
    quiet: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    with gr.Row(elem_classes=["wg-fields"]):
        body = gr.Dropdown([("any", "")], value="", label="Body", scale=3)
        capacity = gr.Dropdown(
            [("any", ""), *((one.value, one.value) for one in Capacity)], value="", label="Capacity", scale=2
        )
        to_csv = gr.Button("Attendance as CSV", size="sm", scale=1)
        to_png = gr.Button("Attendance as PNG", size="sm", scale=1)
    years = live_html("wg-timeline")
    with gr.Row(elem_id="wg-matrix-row"):
        with gr.Column(scale=7, min_width=320):
            table = live_html("wg-matrix")
        with gr.Column(scale=4, min_width=300):
            panel = live_html(PANEL, _hint())

    def chosen(
        of_body: str, of_capacity: str, remembered: dict[str, Any], request: gr.Request
    ) -> tuple[str, str]:
        return meetings_view(desk, reader_of(remembered, request), of_body, of_capacity)

    gr.on([body.change, capacity.change], chosen, [body, capacity, browser], [years, table], **quiet)

    def opened(remembered: dict[str, Any], event: gr.EventData, request: gr.Request) -> str:
        return meeting_evidence(desk, reader_of(remembered, request), event._data)

    years.click(opened, [browser], panel, **quiet)
    table.click(opened, [browser], panel, **quiet)

    def matrix_of(of_body: str, of_capacity: str, remembered: dict[str, Any], request: gr.Request) -> Matrix:
        return build_matrix(desk.visible(reader_of(remembered, request)).library(), of_body, of_capacity)

    def csv_file(of_body: str, of_capacity: str, remembered: dict[str, Any], request: gr.Request) -> str:
        content = as_csv(matrix_of(of_body, of_capacity, remembered, request)).encode("utf-8-sig")
        return download("attendance.csv", "text/csv", content)

    def png_file(of_body: str, of_capacity: str, remembered: dict[str, Any], request: gr.Request) -> str:
        return download(
            "attendance.png", "image/png", as_png(matrix_of(of_body, of_capacity, remembered, request))
        )

    on_download(to_csv, csv_file, [body, capacity, browser])
    on_download(to_png, png_file, [body, capacity, browser])
    return MeetingsTab(years, table, panel, body, capacity)


def meetings_view(desk: Desk, reader: str, body: str = "", capacity: str = "") -> tuple[str, str]:
    """Return the timeline and the matrix of what a reader may see."""
    library = desk.visible(reader).library()
    occasions = [
        one for one in library.occasions if not body or body in {record.body for record in one.records}
    ]
    return (
        "<h2>Meetings by year</h2>" + timeline(occasions, PANEL),
        "<h2>Who was listed where</h2>" + matrix_html(build_matrix(library, body, capacity), PANEL),
    )


def meeting_evidence(desk: Desk, reader: str, data: Mapping[str, Any]) -> str:
    """Return the evidence of one cell (party and meeting), of an empty cell (the lists), or of a meeting."""
    library = desk.visible(reader).library()
    meeting, party = str(data.get("meeting", "")), str(data.get("party", ""))
    occasion = next((one for one in library.occasions if one.lead.id == meeting), None)
    if occasion is None:
        return markup.failure("There is no such meeting any more. Reload the page.")
    dates = format_range(occasion.dates) if occasion.dates else ""
    head = ", ".join(part for part in (occasion.lead.name, dates, occasion.place or "") if part)
    groups = [group for record in occasion.records for group in library.groups_of.get(record.id, ())]
    if party:
        entries = [
            entry
            for group in groups
            for entry in library.attendance_of.get(group.id, ())
            if library.same_party(entry.party, party)
        ]
        if entries:
            said = "; ".join(dict.fromkeys(_said(entry) for entry in entries))
            spans = [(entry.document, entry.evidence[0]) for entry in entries]
            return _cards(library, f"{party} at {head}: {said}", spans)
        spans = [(group.document, group.evidence[0]) for group in groups if group.evidence]
        if any(library.attendance_of.get(group.id) for group in groups):
            return _cards(library, f"{party} is not on the lists of {head}", spans)
        spans += [(record.document, record.evidence[0]) for record in occasion.records if record.evidence]
        return _cards(library, f"The documents give no list of attendance for {head}", spans)
    spans = [(record.document, record.evidence[0]) for record in occasion.records if record.evidence]
    return _cards(library, head, spans)


def _cards(library: Library, heading: str, spans: list[tuple[str, Span]]) -> str:
    cards = [
        evidence.quote_card(evidence.cited(library.documents[id], span, number), library.documents[id])
        for number, (id, span) in enumerate(dict.fromkeys(spans), start=1)
        if number <= _CARDS
    ]
    return evidence.evidence_panel(cards, heading)


def _said(entry: Attendance) -> str:
    return ", ".join(part for part in (entry.capacity.value, entry.mode or "", entry.note or "") if part)


def _hint() -> str:
    return "<h2>Evidence</h2>" + markup.empty("Choose a meeting or a cell to see what the documents say.")
