"""The pages of a PDF on which a passage stands, drawn with the passage marked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.interface.page import markup
from assistant.interface.page.desk import Desk
from assistant.interface.page.pdf_page import as_image, page_picture

_PAGES = 3  # drawn of one passage


def page_view(desk: Desk, reader: str, data: Mapping[str, Any]) -> str:
    """Return the pages that hold `start`–`end` of `document` as pictures, or why they cannot be shown."""
    document = desk.visible(reader).document(str(data.get("document")))
    path = desk.sources.of(document) if document is not None else None
    if document is None or path is None:
        return markup.failure("The file of this document is not at hand.")
    try:
        start, end = int(data["start"]), int(data["end"])
    except (KeyError, ValueError):
        return markup.failure("There is no such passage.")
    pages = [page for page in document.pages if page.start < end and start < page.end][:_PAGES]
    if not pages:
        return markup.failure("This document has no pages.")
    figures = []
    for page in pages:
        quote = document.text[max(start, page.start) : min(end, page.end)]
        if not quote.strip():
            continue
        try:
            png, found = page_picture(path, page.number, quote)
        except ValueError as error:
            figures.append(markup.failure(str(error)))
            continue
        title = markup.text(f"Page {page.number} of {document.metadata.title}")
        note = "" if found else markup.empty("The quote could not be located on the drawn page.")
        figures.append(
            f'<figure class="wg-figure" tabindex="-1"><figcaption>{title}</figcaption>{as_image(png, title)}{note}</figure>'
        )
    return "".join(figures)
