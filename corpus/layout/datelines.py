"""What the lines of titles and headings are made of: dates with places, words of titles, numbered parts."""

from __future__ import annotations

import re

from corpus.names.dates import find_dates

# Headings that number the parts of a paper.
STRUCTURAL = re.compile(
    r"(?:agenda )?(?:item|session|day|annex|appendix|part|section|chapter|objective|theme|topic"
    r"|pillar"
    r"|goal|priority"
    r"|working session|panel|outcome|output)\s+(?:\d{1,2}|[IVX]{1,4}|[A-Z]|one|two|three"
    r"|four"
    r"|five)\b\s*(?:[:.–—-]|$)",
    re.IGNORECASE,
)
TITLE_WORDS = re.compile(
    r"meeting|session|sitting|plenary|statement|minutes|plan\b|programme|summary|report|conclusions|dialogue|workshop|symposium|conference"
    r"|communiqu|declaration|\bnote\b|roadmap|working group|task ?(?:force|team)|committee|process|draft"
    r"|forum|network",
    re.IGNORECASE,
)


def is_dateline(text: str) -> bool:
    """Tell whether a line gives a date, with at most a place before or after it, and no more."""
    found = find_dates(text)
    if not found:
        return False
    rest = (text[: found[0].start] + text[found[0].end :]).strip(" ,.()–—-")
    words = re.sub(r"^(?:on|from|held (?:in|at)|in|at|done at|adopted)\s+", "", rest, flags=re.IGNORECASE)
    return (
        len(words.split()) <= 4
        and not TITLE_WORDS.search(words)
        and ":" not in words
        and not re.search(
            r"\bday\b|event|updates?|review|round ?table|seminar|webinar|exercise|\bvisit\b|retreat",
            words,
            re.IGNORECASE,
        )
    )
