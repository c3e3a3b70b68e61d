"""The fields of an activity where they stand in its text: '(Lead: Fiji; by June 2024; indicator: …)'."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.names.dates import find_dates
from corpus.records.columns import vocabulary
from corpus.records.statements import clean

if TYPE_CHECKING:
    from corpus.records.context import Context

_LABELS = {
    "lead": r"leads?|lead\s+(?:country|member|agency|organi[sz]ation)|led\s+by|responsible(?:\s+\w+)?|owners?"
    r"|coordinators?|action\s+by|who|in\s+charge|entrusted\s+to|assigned\s+to|run\s+by|in\s+the\s+lead",
    "partners": r"partners?|supporting(?:\s+\w+)?|supported\s+by|support|contributors?"
    r"|contributing(?:\s+\w+)?"
    r"|in\s+cooperation\s+with|together\s+with|helped\s+by|helpers?|assisted\s+by|with",
    "timeline": r"timeline|time\s*frame|deadline|when|timing|due(?:\s+date)?|by\s+when|period|schedule|dates?"
    r"|completion|until|to\s+be\s+(?:done|ready)\s+by",
    "indicator": r"(?:performance\s+)?indicators?|(?:expected\s+)?(?:outputs?|results?|outcomes?)|targets?"
    r"|success\s+measures?"
    r"|aims?|goals?|yardsticks?|benchmarks?|signs?\s+of\s+success|success(?:\s+criteri(?:a|on))?|measured\s+by"
    r"|measure(?:\s+of\s+success)?|deliverables?|milestones?|means\s+of\s+verification",
    "budget": r"budget|(?:estimated\s+)?costs?|funding|funds|sum|amount|price|money",
}


def _words(role: str, written: str) -> str:
    """Return an expression for the labels of a role: those above, and what heads of columns are called."""
    # the longest first, so that 'measure of success' is no 'measure'; 'by' and the like are no labels in prose
    heads = sorted(
        (one for one in vocabulary("plan_columns.toml")[role] if len(one) > 3), key=len, reverse=True
    )
    return "|".join([written, *(re.escape(head).replace(r"\ ", r"\s+") for head in heads)])


_LABEL = re.compile(
    r"(?:^|(?<=[\s(;,.|\[–—-]))(?:"
    + "|".join(f"(?P<{role}>{_words(role, written)})" for role, written in _LABELS.items())
    + r")\s*:\s*",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[(\[]([^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*)[)\]]\s*[.;]?\s*$")
_INNER = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_TIMED = re.compile(
    r"^(?:by|before|from|until|throughout|in|during|not?\s+later\s+than|Q[1-4]|\d{4}|every|ongoing|annual)",
    re.IGNORECASE,
)
_EDGES = " \t\n;,.|–—-*_"


def fields_of(text: str, *, whole: bool = False) -> dict[str, str]:
    """Return the fields that a text carries, and under 'text' what is left of it.

    With `whole`, only where the text consists of nothing but fields.
    """
    marks = list(_LABEL.finditer(text))
    bracket = _BRACKET.search(text)
    found: dict[str, str] = {}
    inner = next((b for b in _INNER.finditer(text) if _LABEL.match(b[1])), None) if bracket is None else None
    if inner is not None and (behind := _LABEL.search(text, inner.end())) is not None:  # noqa: SIM102
        # '… (Lead: Fiji; with Samoa; by June 2024). Target: 50 schools.'
        if not text[inner.end() : behind.start()].strip(_EDGES):
            found = fields_of(text[inner.end() :])
            found.pop("text", None)
            text = text[: inner.end()]
            bracket = _BRACKET.search(text)
            marks = [mark for mark in marks if mark.end() <= len(text)]
    begin = len(text)
    if bracket and (any(m.start() >= bracket.start() for m in marks) or _unlabelled(bracket[1])):
        begin = bracket.start()
        for part in bracket[1].split(";"):
            for role, value in _part(part).items():
                if role not in found:
                    found[role] = value
                elif role == "lead" and find_dates(value):
                    found.setdefault("timeline", value)  # 'second half of 2023' behind a lead
    elif marks:
        begin = marks[0].start()
        for place, mark in enumerate(marks):
            right = marks[place + 1].start() if place + 1 < len(marks) else len(text)
            value = clean(text[mark.end() : right].strip(_EDGES))
            if value and mark.lastgroup:
                found.setdefault(mark.lastgroup, value)
    left = text[:begin].strip(_EDGES)
    if whole and left:
        return {}
    if found and left:
        found["text"] = clean(text[:begin].rstrip(_EDGES))
    return found


def _unlabelled(inside: str) -> bool:
    parts = [part.strip() for part in inside.split(";")]
    return len(parts) > 1 and any(_TIMED.match(part) and find_dates(part) for part in parts)


def _part(part: str) -> dict[str, str]:
    mark = _LABEL.search(part)
    if mark and mark.lastgroup and not part[: mark.start()].strip():
        value = clean(part[mark.end() :].strip(_EDGES))
        return {mark.lastgroup: value} if value else {}
    value = clean(part.strip(_EDGES))
    if not value:
        return {}
    if value.lower().startswith(("with ", "together with ")):
        return {"partners": re.sub(r"^(?:together\s+)?with\s+", "", value, flags=re.IGNORECASE)}
    return {"timeline": value} if _TIMED.match(value) else {"lead": value}


def parties(written: str, context: Context) -> tuple[str, ...]:
    """Return the parties of a cell or field, as written: 'Kenya; Mozambique', 'IOM, Fiji and Samoa'."""
    if ";" in written or "\n" in written or " / " in written:
        parts = re.split(r"\s*(?:;|\n|\s/\s)\s*", written)
    else:
        parts = re.split(r",\s*(?![^(]*\))", written)
        parts = [piece for part in parts for piece in _joined(part, context)]
    cleaned = (clean(part).removeprefix("and ").removeprefix("the ").strip(" .,;") for part in parts)
    return tuple(part for part in cleaned if part and part not in {"-", "–", "—", "n/a", "N/A"})


def _joined(part: str, context: Context) -> list[str]:
    """Split 'Fiji and Samoa' but not 'Trade and Industry': both sides must be parties that are known."""
    sides = re.split(r"\s+(?:and|&)\s+", part)
    if len(sides) > 1 and all(context.parties.resolve(side, fuzzy=False) for side in sides):
        return sides
    return [part]
