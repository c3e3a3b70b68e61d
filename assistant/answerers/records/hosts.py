"""Answers on who hosted a meeting."""

from __future__ import annotations

from assistant.answerers.draft import Claim, Draft
from assistant.answerers.records.wording import answered, capital, enumerate_names, field_quote, the_meeting
from assistant.library import Library
from assistant.question.scope import Scope
from corpus.records.types import Meeting


def answer_hosts(scope: Scope, library: Library) -> Draft | None:
    """Return who hosted each of the meetings that a question names, or None where that is not told."""
    claims = []
    for group in scope.groups:
        record = next((record for one in group for record in one.records if record.hosts), None)
        if record is None:
            return None
        occasion = next(one for one in group if record in one.records)
        claims.append(
            Claim(
                text=f"{capital(the_meeting(occasion))} was hosted by {_hosts_named(record, library)}.",
                quotes=(field_quote(record, "hosts"),),
            )
        )
    return answered(*claims) if claims else None


def _hosts_named(record: Meeting, library: Library) -> str:
    """The hosts as the document words them, where it does so in one place."""
    span = record.spans.get("hosts")
    if span is None:
        return enumerate_names(list(record.hosts))
    text = library.documents[record.document].text[span.start : span.end]
    return " ".join(text.split()) if len(text) < 200 else enumerate_names(list(record.hosts))
