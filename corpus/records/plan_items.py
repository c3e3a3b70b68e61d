"""What the readers of plans find: an objective or activity on its way to a record."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from corpus.document import Span
from corpus.records.statements import clean

_NUMBER = re.compile(
    r"^\s*(?:(?:activity|action|task|output)\s+)?(\d{1,2}(?:\.\d{1,2}){0,2}|\d{1,2}\.?[a-z](?=[\s.)])|\d{1,2}-\d{1,2}|[IVX]{1,4}[.-]\d{1,2}|[A-Z][.-]?\d{1,2}|[IVX]{1,4})[.):]?\s+",
    re.I,
)
OBJECTIVE = re.compile(
    r"^\W*(?:strategic\s+|overall\s+|specific\s+|high-level\s+)?"
    r"(?:objective|goal|priority(?:\s+area)?|pillar|focus\s+area|theme|strand|outcome|component|work\s*stream|aim|axis|line(?:\s+of\s+(?:action|work))?|action\s+line|cluster)\s*"
    r"(?:no\.?\s*)?(?P<number>\d{1,2}|[IVX]{1,4}|[A-H])\b\s*[.:–—-]*\s*(?P<text>.*)$",
    re.IGNORECASE | re.DOTALL,
)

# 'PILLAR 2. PORTS (pillar coordinator: Chile)', 'Strand B – Crews; led by Peru'
_LED = re.compile(
    r"\s*[(\[,;|–—]\s*(?:(?:pillar|strand|objective|overall|theme|thematic|cluster|component|line|area|goal)\s+)?"
    r"(?:(?:co-?ordinators?|leads?|leaders?|conven[eo]rs?|owners?|stewards?|responsible|focal\s+points?|shepherds?|sponsors?|champions?)"
    r"(?:\s+(?:country|member|agency|state|party|organi[sz]ation))?\s*(?::|\s[–—-])|(?:co-?ordinated|led|convened|steered|overseen|headed|run)\s+by)\s*"
    r"(?:the\s+)?(?P<who>[A-ZÀ-Þ][^()\[\];:]{1,80}?)[)\]]?\W*$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Item:
    """An objective or activity with the fields that its row, brackets or sentences give it."""

    level: Literal["objective", "activity"]
    text: str
    spans: list[Span]
    number: str | None = None
    objective: str | None = None
    fields: dict[str, str] = field(default_factory=dict)
    anchor: int | None = None  # where the plan is named, if not where the item stands
    unit: Span | None = None  # the sentence that gives the unit of its sum
    prose: bool = False  # its sentences may tell who leads and by when


def numbered(text: str) -> tuple[str | None, str]:
    """Return the number or label before a text, if it has one, and the text without it."""
    match = _NUMBER.match(text)
    if match is None or (match.group().strip().isdigit() and text[match.end() : match.end() + 1].islower()):
        return None, clean(text)  # '12 nurseries rebuilt'
    return match[1].rstrip("."), clean(text[match.end() :]).lstrip("–—-: ")


def objective_of(written: str, span: Span) -> Item:
    """Return the objective that a heading, band or cell names, with its number."""
    fields = {}
    led = _LED.search(written)
    if led is not None and led.start():
        fields["lead"] = clean(led["who"]).rstrip(" .")
        written = written[: led.start()].rstrip()
    fields["written"] = written
    match = OBJECTIVE.match(written)
    if match and match["text"]:
        return Item("objective", clean(match["text"]), [span], match["number"], None, fields)
    number, text = numbered(written)
    return Item("objective", text, [span], number, None, fields)


def whole(item: Item) -> str:
    """Return an objective as it is written, with its number."""
    return item.fields.get("written", item.text)
