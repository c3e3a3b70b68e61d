"""The kind of a document, by the genre's words in its title and first lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document import Kind

_WORDS: dict[Kind, tuple[str, ...]] = {
    Kind.WORK_PLAN: (
        "work ?-?plan", "action plan", "plan of action", "programme of work", "work programme", "road ?map",
        "strategic plan", "implementation plan", "multi-?year plan",
    ),
    Kind.MINUTES: (
        "minutes", "summary records?", r"records? of (?:the )?(?:[\w-]+ ){0,2}?(?:proceedings|meeting|session|sitting|plenary|discussions?|decisions?)",
        "(?:meeting|session|sitting|mission) report", "proc[eè]s-verbal", "(?:meeting )?notes? of the meeting",
        r"report (?:of|on) (?:the|its|a) (?:[\w-]+ ){0,4}(?:meeting|session|sitting|plenary|workshop|conference)",
    ),
    Kind.STATEMENT: (
        "statement", "summary", "conclusions?", "communiqu[eé]", "declaration", "outcome document",
        "outcomes? of",
        "resolution", "recommendations",
    ),
    Kind.PROGRAMME: (
        "agenda", "programme", "program", "concept note", "schedule", "order of the day",
        "logistic(?:s|al)? note",
        "information note",
    ),
    Kind.EVENT: (
        "news(?: item| release|letter)?",
        "event report", "press (?:release|statement|item)", "media (?:release|advisory)",
    ),
}  # fmt: skip
_KINDS = {kind: re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE) for kind, words in _WORDS.items()}
_BEFORE_THE_NOUN = re.compile(
    r"(?:the |a |an |draft |final |provisional |annotated |joint |short |revised |co-?chairs?['’]?s? "
    r"|chairs?['’]?s? "
    r"|chairperson['’]s |ministerial |meeting )*",
    re.IGNORECASE,
)
_OVERVIEW = re.compile(
    r"(?:list|table|overview|calendar|chronology)\s+of\b|(?:[\w’'-]+\s+){0,3}(?:meetings|sessions|sittings|conferences)(?:\s+of\b|\s*$)",
    re.IGNORECASE,
)
_NEWS = re.compile(r"(?:published|posted)\b|news\b", re.IGNORECASE)
_MET = re.compile(
    r"\b(?:held|hosted|met|took place|concluded|convened|gathered)\b.{0,120}\b(?:meeting|workshop"
    r"|symposium|session|sitting|plenary|forum)"
    r"|\b(?:meeting|workshop|symposium|session|sitting|forum|conference)\b.{0,120}\b(?:was held|took place"
    r"|were held|convened|went on|ran|lasted|was attended|opened|closed|brought together)\b",
    re.IGNORECASE | re.DOTALL,
)
_EVENT_TITLE = re.compile(
    r"\b(?:meeting|session|sitting|plenary|workshop|symposium|forum|conference|seminar|webinar|training|course|round ?table|retreat|exercise|summit|dialogue)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\W*(?:dates?|when|dates? and (?:time|venue|place)|held on)\s*[*_]*\s*[:–—-]", re.IGNORECASE
)
_WHERE = re.compile(r"\W*(?:place|venue|location|where|city)\s*[*_]*\s*[:–—-]", re.IGNORECASE)
SHORT = 120  # characters of a line that may name the kind
OPENING = 1500


def kind_of(heads: Sequence[str], title: str, first: Sequence[str]) -> Kind:
    """Return the kind of a document from its title lines, its whole title and the blocks after it."""
    if _OVERVIEW.match(title):
        return Kind.PAGE
    if any(_NEWS.match(line) for line in first[:3]):
        return Kind.EVENT
    for text in (*heads[:1], *heads[:0:-1], title):
        if kind := _named(text):
            return kind
    for line in first[:4]:
        if len(line) <= SHORT and (kind := _named(line)):
            return kind
    if (
        _EVENT_TITLE.search(title)
        and any(_WHEN.match(line) for line in first)
        and any(map(_WHERE.match, first))
    ):
        return Kind.EVENT
    return Kind.EVENT if _MET.search(" ".join(first)[:OPENING]) else Kind.PAGE


def _named(text: str) -> Kind | None:
    """Return the kind that a title line names: by its first word ('Minutes of …'), else its last."""
    start = _BEFORE_THE_NOUN.match(text)
    at = start.end() if start else 0
    found = [
        (match.start(), match.end(), kind) for kind, words in _KINDS.items() for match in words.finditer(text)
    ]
    if not found:
        return None
    opening = [each for each in found if each[0] <= at]
    if opening:
        return max(opening, key=lambda each: each[1])[2]
    return max(found, key=lambda each: (each[1], -each[0]))[2]
