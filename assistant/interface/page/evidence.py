"""The evidence panel: each quote, marked in the text around it, with all that is needed to check it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Citation
from assistant.interface.page import markup
from assistant.interface.page.signs import is_markdown, shown
from corpus.document import Document, Passage, Span
from corpus.names.dates import format_range
from corpus.passages import has_content, passages


@dataclass(frozen=True)
class Surroundings:
    """The passages before, around and after a quote, as spans of the document's text."""

    before: Span | None
    around: Span
    after: Span | None


_TILED: dict[str, tuple[Passage, ...]] = {}  # by sha256 and id; the newest at the end
_TILINGS = 200  # documents whose passages are kept


def surroundings(document: Document, start: int, end: int) -> Surroundings:
    """Return the passage (or run of passages) that holds `start:end`, with its neighbours."""
    tiles = _tiles(document)
    held = [n for n, tile in enumerate(tiles) if tile.start < end and start < tile.end]
    if not held:
        return Surroundings(None, Span(start=start, end=end), None)
    first, last = held[0], held[-1]
    return Surroundings(
        tiles[first - 1] if first and has_content(document, tiles[first - 1]) else None,
        Span(start=tiles[first].start, end=tiles[last].end),
        tiles[last + 1] if last + 1 < len(tiles) and has_content(document, tiles[last + 1]) else None,
    )


def _tiles(document: Document) -> tuple[Passage, ...]:
    """Return the passages of a document, cut once for all its cards."""
    key = f"{document.sha256} {document.id}"
    if (known := _TILED.get(key)) is None:
        while len(_TILED) >= _TILINGS:
            _TILED.pop(next(iter(_TILED)), None)
        known = _TILED[key] = passages(document)
    return known


def marked(document: Document, around: Span, start: int, end: int) -> str:
    """Return the text of `around` as HTML with `start:end` in a <mark>; signs of markup are there, but hidden."""
    source = document.text
    first = around.start + _blank(source[around.start : start])
    last = max(end, len(source[: around.end].rstrip()))
    return shown(source, first, last, document.format == "markdown", Span(start=start, end=end))


def quote_card(citation: Citation, document: Document | None, has_page_image: bool = False) -> str:
    """Return one numbered quote in its surroundings; `document` None if it has been removed since."""
    head = f'<span class="wg-number">{citation.number}</span> {markup.text(citation.title)}'
    if document is None or document.text[citation.start : citation.end] != citation.quote:
        return _card(
            citation,
            head,
            f"<blockquote>{_alone(citation)}</blockquote>"
            + markup.empty("The document has been removed or changed since this answer."),
        )
    near = surroundings(document, citation.start, citation.end)
    facts = [
        document.metadata.kind.value.replace("_", " "),
        format_range(document.metadata.dates) if document.metadata.dates else "",
        f"page {citation.page}" if citation.page else "",
        citation.section,
    ]
    where = " · ".join(markup.text(fact) for fact in facts if fact)
    tools = [
        markup.action("Open in document", "open", document=document.id, start=citation.start, end=citation.end),
        markup.action("Copy link", "copy-link", address=markup.passage_address(document.id, citation.start, citation.end)),
    ]  # fmt: skip
    if has_page_image and citation.page:
        tools.insert(
            0,
            markup.action(
                "Show the page", "page", document=document.id, start=citation.start, end=citation.end
            ),
        )
    if citation.url:
        tools.append(markup.source_link(citation.url))
    body = (
        f'<p class="wg-where">{where}</p>'
        + _neighbour(document, near.before, "Passage before")
        + f'<blockquote>{marked(document, near.around, citation.start, citation.end)}</blockquote>'
        + _neighbour(document, near.after, "Passage after")
        + f'<p class="wg-tools">{"".join(tools)}</p><div class="wg-page-image"></div>'
    )  # fmt: skip
    return _card(citation, head, body)


def _alone(citation: Citation) -> str:
    whole = Span(start=0, end=len(citation.quote))
    return shown(citation.quote, 0, whole.end, is_markdown(citation.document), whole)


def evidence_panel(cards: Sequence[str], heading: str = "Evidence") -> str:
    """Return the panel with its cards, or what to do where there are none."""
    if not cards:
        return f"<h2>{markup.text(heading)}</h2>" + markup.empty(
            "Every answer brings its quotes here. Choose a number in an answer to see the quote in its place."
        )
    return f"<h2>{markup.text(heading)}</h2>" + "".join(cards)


def answer_cards(answer: Answer, document_of: dict[str, Document], with_image: frozenset[str]) -> list[str]:
    """Return the cards of all citations of an answer; `with_image` are documents whose pages can be drawn."""
    return [
        quote_card(one, document_of.get(one.document), one.document in with_image) for one in answer.citations
    ]


def cited(document: Document, span: Span, number: int) -> Citation:
    """Return a citation of any span of a document, for records shown outside of an answer."""
    return Citation(
        number=number,
        document=document.id,
        title=document.metadata.title,
        page=document.page_at(span.start),
        section=" › ".join(document.section_at(span.start).path),
        quote=document.text[span.start : span.end],
        start=span.start,
        end=span.end,
        url=document.metadata.urls[0] if document.metadata.urls else None,
    )


def _card(citation: Citation, head: str, body: str) -> str:
    return (
        f'<article class="wg-card" data-number="{citation.number}" tabindex="-1"'
        f' aria-label="Citation {citation.number}"><h3>{head}</h3>{body}</article>'
    )


def _neighbour(document: Document, span: Span | None, label: str) -> str:
    if span is None or not document.text[span.start : span.end].strip():
        return ""
    last = len(document.text[: span.end].rstrip())
    first = span.start + _blank(document.text[span.start : last])
    inner = shown(document.text, first, last, document.format == "markdown")
    return f'<details class="wg-near"><summary>{label}</summary><div class="wg-pre">{inner}</div></details>'


def _blank(text: str) -> int:
    """Return how many characters of white space a text begins with."""
    return len(text) - len(text.lstrip())
