"""One document as HTML: what it says of itself, its outline, its text, and the records beside their quotes."""

from __future__ import annotations

from assistant.api import DocumentView
from assistant.interface.page import markup
from assistant.interface.page.record_labels import record_label, record_type
from corpus.document import Block, BlockKind, Document, Span
from corpus.names.dates import format_range

_WINDOW = 60_000  # characters of text shown before and after the place that was asked for
_RECORDS = 400  # records listed of one document


def document_page(view: DocumentView, focus: Span | None = None) -> str:
    """Return the whole view; `focus` is the passage to mark."""
    title = markup.text(view.metadata.title)
    return (
        f'<h2 tabindex="-1">{title}</h2>{_facts(view)}<div class="wg-doc">'
        f'<nav aria-label="Outline of the document"><h3>Outline</h3>{_outline(view)}</nav>'
        f'<div class="wg-body" tabindex="0" role="region" aria-label="Text of the document">{_body(view, focus)}</div>'
        f'<aside aria-label="Records read from the document"><h3>Records</h3>{_records(view)}</aside></div>'
    )


def _facts(document: Document) -> str:
    about = document.metadata
    facts = [
        ("Kind", about.kind.value.replace("_", " ")),
        ("Body", about.body),
        ("Number", about.number),
        ("Date", format_range(about.dates) if about.dates else None),
        ("Place", about.place),
        ("Pages", len(document.pages) or None),
        ("File", document.id.rsplit("/", 1)[-1]),
    ]
    rows = "".join(f"<dt>{name}</dt><dd>{markup.text(value)}</dd>" for name, value in facts if value)
    links = "".join(f"<dd>{markup.source_link(url)}</dd>" for url in about.urls[:1])
    gaps = "".join(f"<li>{markup.text(gap)}</li>" for gap in about.gaps)
    known = (
        f"<details><summary>Known gaps ({len(about.gaps)})</summary><ul>{gaps}</ul></details>" if gaps else ""
    )
    return f'<dl class="wg-facts">{rows}{"<dt>Source</dt>" + links if links else ""}</dl>{known}'


def _outline(document: Document) -> str:
    entries = [
        markup.action(section.path[-1], "jump", target=f"wg-section-{number}")
        for number, section in enumerate(document.sections)
        if section.path
    ]
    return "".join(entries) or markup.empty("The document has no headings.")


def _body(document: Document, focus: Span | None) -> str:
    first, last = 0, len(document.text)
    notes = ["", ""]
    if last > 2 * _WINDOW:
        middle = focus.start if focus else 0
        first, last = max(0, middle - _WINDOW), min(last, middle + _WINDOW)
        note = markup.empty(f"Characters {first:,} to {last:,} of {len(document.text):,} are shown.")
        notes = [note, note]
    seen: set[int] = set()
    out = []
    for block in document.blocks:
        if block.end <= first or block.start >= last or block.kind is BlockKind.FRONT_MATTER:
            continue
        anchor = ""
        if block.section not in seen:
            seen.add(block.section)
            anchor = f' id="wg-section-{block.section}" tabindex="-1"'
        out.append(_block(document, block, focus, anchor))
    return notes[0] + "".join(out) + notes[1]


def _block(document: Document, block: Block, focus: Span | None, anchor: str) -> str:
    shown = _marked(document.text, block, focus)
    if block.kind is BlockKind.HEADING:
        path = document.sections[block.section].path
        if path and "<mark" not in shown:
            shown = markup.text(path[-1])  # without the marks of Markdown
        return f"<h3{anchor}>{shown}</h3>"
    css = {BlockKind.ITEM: "wg-item", BlockKind.ROW: "wg-row"}.get(block.kind, "")
    return f'<div class="{css}"{anchor}>{shown}</div>'


def _marked(text: str, block: Span, focus: Span | None) -> str:
    if focus is None or focus.end <= block.start or block.end <= focus.start:
        return markup.text(text[block.start : block.end])
    start, end = max(block.start, focus.start), min(block.end, focus.end)
    return (
        f"{markup.text(text[block.start : start])}"
        f'<mark tabindex="-1">{markup.text(text[start:end])}</mark>{markup.text(text[end : block.end])}'
    )


def _records(view: DocumentView) -> str:
    by_type: dict[str, list[str]] = {}
    for record in view.records[:_RECORDS]:
        span = record.evidence[0] if record.evidence else None
        quote = " ".join(view.text[span.start : span.end].split()) if span else ""
        label = record_label(record)
        shown = (
            markup.action(label, "view", document=view.id, start=span.start, end=span.end)
            if span
            else markup.text(label)
        )
        short = quote if len(quote) <= 160 else quote[:157] + "…"
        by_type.setdefault(record_type(record), []).append(
            f'<div class="wg-record">{shown}<q>{markup.text(short)}</q></div>'
        )
    if not by_type:
        return markup.empty("No records were read from this document.")
    left = len(view.records) - _RECORDS
    more = markup.empty(f"{left:,} more records are not listed here.") if left > 0 else ""
    return (
        "".join(
            f"<details><summary>{name} ({len(entries)})</summary>{''.join(entries)}</details>"
            for name, entries in by_type.items()
        )
        + more
    )
