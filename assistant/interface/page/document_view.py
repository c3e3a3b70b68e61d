"""One document as HTML: what it says of itself, its outline, its text, and the records beside their quotes."""

from __future__ import annotations

from assistant.api import DocumentView
from assistant.interface.page import markup
from assistant.interface.page.record_labels import record_label, record_type
from assistant.interface.page.signs import plain, shown
from corpus.document import Block, BlockKind, Document, Span, Table
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
    table: int | None = None
    out = []
    for block in document.blocks:
        if block.end <= first or block.start >= last or block.kind is BlockKind.FRONT_MATTER:
            continue
        anchor = ""
        if block.section not in seen:
            seen.add(block.section)
            anchor = f' id="wg-section-{block.section}" tabindex="-1"'
        if block.table is not None and block.kind is BlockKind.ROW:
            if block.table != table:
                out.append(_table(document, document.tables[block.table], focus, anchor))
            table = block.table
            continue
        out.append(_block(document, block, focus, anchor))
    return notes[0] + "".join(out) + notes[1]


def _block(document: Document, block: Block, focus: Span | None, anchor: str) -> str:
    inner = _marked(document, block, focus)
    if block.kind is BlockKind.HEADING:
        return f"<h3{anchor}>{inner}</h3>"
    css = {BlockKind.ITEM: "wg-item", BlockKind.ROW: "wg-row"}.get(block.kind, "")
    return f'<div class="{css}"{anchor}>{inner}</div>'


def _table(document: Document, table: Table, focus: Span | None, anchor: str) -> str:
    """Return a table with its cells; a mark that spans several cells is set in each."""
    width = max([len(table.header), *(len(row.cells) for row in table.rows)], default=1)
    heads = "".join(f'<th scope="col">{markup.text(name)}</th>' for name in table.header)
    rows = []
    for row in table.rows:
        if row.spanning and row.cells:
            rows.append(
                f'<tr><th scope="rowgroup" colspan="{width}">{_marked(document, row.cells[0], focus)}</th></tr>'
            )
            continue
        cells = "".join(f"<td>{_marked(document, cell, focus)}</td>" for cell in row.cells)
        rows.append(f"<tr>{cells}</tr>")
    top = f"<thead><tr>{heads}</tr></thead>" if any(table.header) else ""
    return (
        f'<div class="wg-scroll wg-within"{anchor}><table class="wg-table">{top}'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _marked(document: Document, part: Span, focus: Span | None) -> str:
    mark = None
    if focus is not None and focus.end > part.start and focus.start < part.end:
        mark = Span(start=max(part.start, focus.start), end=min(part.end, focus.end))
    return shown(document.text, part.start, part.end, document.format == "markdown", mark)


def _records(view: DocumentView) -> str:
    by_type: dict[str, list[str]] = {}
    markdown = view.format == "markdown"
    for record in view.records[:_RECORDS]:
        span = record.evidence[0] if record.evidence else None
        quote = " ".join(plain(view.text[span.start : span.end], markdown).split()) if span else ""
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
