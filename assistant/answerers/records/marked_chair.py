"""The person marked as chair in a list of participants from which only the delegation in the chair was read."""

from __future__ import annotations

import re

from assistant.answerers.draft import Claim, Quote
from assistant.library import Library
from corpus.document import Span
from corpus.names.people import find_people
from corpus.records.types import Meeting

# 'Italy: Ms Ada Neve (Chair)', from behind the name of the delegation
_MARKED = re.compile(r"\W*(?P<who>\w[^|\n:]{2,120}?)\s*\(\W*Chair(?:person|man|woman)?\W*\)", re.IGNORECASE)


def marked_chair(record: Meeting, meeting: str, library: Library) -> Claim | None:
    """Return that the person with the mark chaired the meeting, or None where no such mark follows the delegation."""
    span = record.spans.get("chairs")
    if span is None or len(record.chairs) != 1:
        return None
    text = library.documents[record.document].text
    mark = _MARKED.match(text, span.end)
    people = [one for one in find_people(mark["who"]) if one.honorific] if mark else []
    if mark is None or not people:
        return None
    named = f"{people[-1].honorific} {people[-1].name} ({record.chairs[0]})"
    proof = Quote(document=record.document, span=Span(start=span.start, end=mark.end()))
    return Claim(text=f"{named} chaired {meeting}.", quotes=(proof,))
