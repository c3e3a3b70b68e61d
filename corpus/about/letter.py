"""The head of a message: the lines From, To, Subject and the like over the text of a letter or e-mail."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.about.title import Shown

_FIELD = re.compile(
    r"(?P<name>From|To|Cc|Bcc|Date|Sent|Subject|Re|Attachments?|Reply-To|Importance)\s*:\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_REPLIED = re.compile(r"^(?:(?:re|fwd?|aw|tr)\s*:\s*)+", re.IGNORECASE)


def without_letterhead(content: Sequence[Shown]) -> tuple[str | None, list[Shown]]:
    """Return the subject of a message and the blocks behind its head.

    A text that does not open with a sender or receiver and a subject comes back as it is, with None. Who sent
    a message to whom and when says nothing of the meeting that it tells of.
    """
    names: set[str] = set()
    subject: str | None = None
    for place, block in enumerate(content):
        fields = [_FIELD.match(line.strip()) for line in block.text.splitlines() if line.strip()]
        if not fields or any(field is None for field in fields):
            if names & {"from", "to"} and subject:
                return subject, list(content[place:])
            return None, list(content)
        for field in fields:
            if field is None:
                continue
            names.add(field["name"].lower())
            if field["name"].lower() in {"subject", "re"}:
                subject = subject or _REPLIED.sub("", field["value"]).strip()
    return None, list(content)
