"""Whether a question asks for an overview, and of what."""

from __future__ import annotations

import re
from dataclasses import dataclass

_POLITE = (
    r"^\W*(?:(?:please|kindly|could you|can you|would you|i need|i want|give me|write|provide|prepare)\s+)*"
)
_OF = r"\s+(?:of|on|about|for)\s+(?P<subject>.+)$"
_SUMMARY = re.compile(
    rf"{_POLITE}(?:me\s+)?(?:"
    r"(?:summari[sz]e|sum up)(?: for me)?\s+(?P<direct>.+)$"
    r"|brief me(?: on| about)\s+(?P<briefed>.+)$"
    rf"|(?:a |an |the )?(?:(?:short|brief|quick|concise|general)\s+)*(?:summary|overview|briefing|brief|digest){_OF}"
    r")",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    rf"{_POLITE}(?:"
    r"what (?:has |have )?(?:changed|was new|is new|is different|differed|differs)"
    r"|what (?:are|were) the (?:main |key )?(?:changes|differences)|how (?:did|do|does) (?:things )?.{0,40}?(?:change|differ)"
    r"|compare|(?:the |a )?(?:changes|differences|comparison))\s+"
    r"(?:between |from |of )?(?P<one>.+?)\s+(?:and|to|with|versus|vs\.?|against)\s+(?P<other>.+)$",
    re.IGNORECASE,
)
_TAIL = re.compile(r"[\s?.!]+$|(?:,?\s+(?:please|for me|in brief|briefly|in short))+[\s?.!]*$", re.IGNORECASE)


@dataclass(frozen=True)
class Wish:
    """What is to be summed up, or compared with what `other` names, in the question's words."""

    question: str
    subject: str
    other: str = ""


def wish_of(question: str) -> Wish | None:
    """Return what overview a question asks for, or None."""
    text = _TAIL.sub("", " ".join(question.split()))
    changes = _CHANGES.match(text)
    if changes is not None:
        return Wish(question, changes["one"].strip(), changes["other"].strip())
    asked = _SUMMARY.match(text)
    if asked is None:
        return None
    subject = asked["direct"] or asked["briefed"] or asked["subject"]
    return Wish(question, _TAIL.sub("", subject).strip())
