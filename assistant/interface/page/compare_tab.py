"""The Compare tab: two meetings or two plans side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.interface.page import evidence, markup
from assistant.interface.page.compare import Comparison, compare_meetings, compare_plans, plans_of
from assistant.interface.page.desk import Desk
from assistant.interface.page.live import live_html
from assistant.interface.page.readers import reader_of
from assistant.interface.page.suggestions import meeting_label
from assistant.library import Library
from assistant.question.occasions import Occasion
from corpus.document import Span

PANEL = "wg-compare-evidence"
Choices = list[tuple[str, str]]


@dataclass(frozen=True)
class CompareTab:
    """The components that other parts of the page write to or listen to."""

    meetings: tuple[gr.Dropdown, gr.Dropdown]
    plans: tuple[gr.Dropdown, gr.Dropdown]
    panel: gr.HTML


def build_compare(desk: Desk, browser: gr.BrowserState) -> CompareTab:
    """Lay out the tab and wire what happens within it."""
    quiet: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    with gr.Row(elem_classes=["wg-fields"]):
        first = gr.Dropdown([], value=None, label="Earlier meeting", scale=3)
        second = gr.Dropdown([], value=None, label="Later meeting", scale=3)
        meet = gr.Button("Compare the meetings", variant="primary", size="md", scale=1)
    with gr.Row(elem_classes=["wg-fields"]):
        old = gr.Dropdown([], value=None, label="Earlier plan", scale=3)
        new = gr.Dropdown([], value=None, label="Later plan", scale=3)
        plan = gr.Button("Compare the plans", variant="primary", size="md", scale=1)
    with gr.Row():
        with gr.Column(scale=7, min_width=320):
            result = live_html("wg-comparison", markup.empty("Choose two meetings, or two plans."))
        with gr.Column(scale=4, min_width=300):
            panel = live_html(
                PANEL,
                "<h2>Evidence</h2>" + markup.empty("Choose “evidence” on a line to see what states it."),
            )

    def meetings(one: str | None, other: str | None, remembered: dict[str, Any], request: gr.Request) -> str:
        library = desk.visible(reader_of(remembered, request)).library()
        by_id = {occasion.lead.id: occasion for occasion in library.occasions}
        if one not in by_id or other not in by_id or one == other:
            return markup.empty("Choose two different meetings.")
        heading = f"{meeting_label(by_id[one])} and {meeting_label(by_id[other])}"
        return comparison_html(heading, compare_meetings(library, by_id[one], by_id[other]))

    def plans(one: str | None, other: str | None, remembered: dict[str, Any], request: gr.Request) -> str:
        known = plans_of(desk.visible(reader_of(remembered, request)).library())
        if one not in known or other not in known or one == other:
            return markup.empty("Choose two different plans.")
        heading = f"{known[one][0].metadata.title} and {known[other][0].metadata.title}"
        return comparison_html(heading, compare_plans(known[one][1], known[other][1]))

    def opened(remembered: dict[str, Any], event: gr.EventData, request: gr.Request) -> str:
        library = desk.visible(reader_of(remembered, request)).library()
        return places(library, str(event._data.get("places", "")))

    meet.click(meetings, [first, second, browser], result, **quiet)
    plan.click(plans, [old, new, browser], result, **quiet)
    result.click(opened, [browser], panel, **quiet)
    return CompareTab((first, second), (old, new), panel)


def choices(library: Library) -> tuple[Choices, Choices]:
    """Return the meetings with lists of attendance, and the plans, as (label, value) for the fields."""
    meetings = [(meeting_label(one), one.lead.id) for one in _listed(library)]
    plans = [(document.metadata.title, id) for id, (document, _) in plans_of(library).items()]
    return meetings, plans


def _listed(library: Library) -> list[Occasion]:
    """Return the dated meetings with a list of attendance, in order of time."""
    return [
        one
        for one in library.occasions
        if one.dates is not None and any(library.groups_of.get(record.id) for record in one.records)
    ]


def latest_pair(library: Library) -> tuple[str, ...]:
    """Return the two latest meetings of the body that met last and has two to compare; else the two latest."""
    listed = _listed(library)
    for later in reversed(listed):
        before = [
            one for one in listed[: listed.index(later)] if one.lead.body and one.lead.body == later.lead.body
        ]
        if before:
            return before[-1].lead.id, later.lead.id
    return tuple(one.lead.id for one in listed[-2:])


def comparison_html(heading: str, comparison: Comparison) -> str:
    """Return a comparison as columns; each line has a button that opens what states it."""
    columns = []
    for name, differences in comparison.columns:
        lines = "".join(
            f"<li>{markup.text(one.text)} "
            + markup.action(
                "evidence",
                "evidence",
                described=f"Evidence for {one.text[:80]}",
                panel=PANEL,
                places="|".join(f"{span.start},{span.end},{id}" for id, span in one.stated),
            )
            + "</li>"
            for one in differences
        )
        inner = f"<ul>{lines}</ul>" if lines else markup.empty("None.")
        columns.append(f"<section><h3>{markup.text(name)} ({len(differences)})</h3>{inner}</section>")
    cautions = "".join(markup.failure(one) for one in comparison.caution)
    return f'<h2>{markup.text(heading)}</h2>{cautions}<div class="wg-columns">{"".join(columns)}</div>'


def places(library: Library, written: str) -> str:
    """Return the evidence panel for places written as 'start,end,document' with '|' between them."""
    cards = []
    for number, place in enumerate(written.split("|"), start=1):
        start, end, id = [*place.split(",", 2), "", ""][:3]
        document = library.document(id)
        if document is None or not (start.isdigit() and end.isdigit()):
            continue
        span = Span(start=int(start), end=min(int(end), len(document.text)))
        cards.append(evidence.quote_card(evidence.cited(document, span, number), document))
    return evidence.evidence_panel(cards)
