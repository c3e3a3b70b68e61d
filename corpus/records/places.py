"""Takes back what only looks like a place: 'Trafficking in Persons', 'Exploitation in Supply Chains'."""

from __future__ import annotations

import re

from corpus.document import Document
from corpus.records.types import Meeting

_WORD = re.compile(r"[^\W\d_]+")


def without_false_place(meeting: Meeting, document: Document) -> Meeting:
    """Return the meeting without its place, where that place is no name of a place.

    A name of a place stands in no name of a body or title after its subject, and its words are not written
    small elsewhere in the document.
    """
    if meeting.place is None:
        return meeting
    first = meeting.place.split(",")[0].strip()
    words = _WORD.findall(first)
    body = f"{document.metadata.body or ''} {meeting.body or ''}".lower()
    in_body = bool(re.search(rf"\b(?:in|at|of|on) {re.escape(first.lower())}\b", body))
    written_small = bool(words) and all(
        re.search(rf"(?<![\w/.@-]){re.escape(word.lower())}(?![\w/@-]|\.\w)", document.text) for word in words
    )
    if words and not in_body and not written_small:
        return meeting
    spans = {field: span for field, span in meeting.spans.items() if field != "place"}
    return meeting.model_copy(update={"place": None, "spans": spans})
