"""Decisions: what a meeting decided, agreed, adopted, welcomed or asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.document import BlockKind, Document, Span
from corpus.records.columns import columns
from corpus.records.points import Point, points
from corpus.records.statements import (
    addresses_assistant,
    clean,
    record_id,
    statements,
    states_gap,
    without_marker,
)
from corpus.records.types import Decision
from corpus.records.wording import (
    begins_with_decision,
    decided_elsewhere,
    decides,
    is_bare_collective,
    is_decision_heading,
    is_operative,
    leads_to_decisions,
)

if TYPE_CHECKING:
    from corpus.records.context import Context

_LABELLED = re.compile(
    r"^\s*(?P<label>(?:Decision|Resolution|Conclusion|Recommendation|Outcome|Agreement)s?\s*(?:No\.?\s*)?"
    r"(?P<number>(?:[A-Z]{1,8}[-./]){0,3}[A-Z]{0,6}\d[\w./-]*)|D\s?\d{1,3}(?:[./-]\d+)*)\s*(?:\([^()]*\)\s*)?[.:–—-]*(?:\s+(?P<text>\S.*))?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_HEADED = re.compile(
    r"^\s*(?:Decisions?|Agreed|Outcomes?|Resolved|Resolution|Agreement|Conclusion|Decided)\s*:\s*(?P<text>\S.*)$",
    re.I | re.S,
)
# 'Decision: …' in the middle of a paragraph
_WITHIN = re.compile(
    r"(?<=[.;!?])\s+(?:Decisions?|Agreed|Resolved)\s*:\s*(?P<text>[^\n]+?)(?=\s+(?:Actions?|Decisions?)\b[^.:]{0,20}:|\s*$)"
)
_REPORTED = re.compile(r"\b(?:briefed|reported|presented|informed|described)\b")
_END = re.compile(r"\s*[;,]?(?:[;,]\s*(?:and|or))?\s*$")
_COLUMNS = {
    "text": (
        "decision",
        "decisions",
        "resolution",
        "decision taken",
        "text of the decision",
        "agreed",
        "outcome",
        "conclusion",
        "conclusions",
    ),
    "label": ("no", "number", "ref", "reference", "decision no", "id", "code"),
}


@dataclass(frozen=True, slots=True)
class _Draft:
    text: str
    span: Span
    label: str | None = None
    elsewhere: bool = False


def read_decisions(document: Document, context: Context) -> list[Decision]:
    """Return the decisions that a document reports, in order, each span once."""
    records: dict[tuple[int, int], Decision] = {}
    drafts = [*_labelled(document), *_from_tables(document), *_from_points(document)]
    for draft in drafts:
        key = (draft.span.start, draft.span.end)
        inside = any(start < key[1] and key[0] < end for start, end in records)
        if inside or not draft.text or addresses_assistant(draft.text) or states_gap(draft.text):
            continue
        records[key] = Decision(
            id=record_id(document, "decision", *key),
            document=document.id,
            evidence=(draft.span,),
            meeting=None if draft.elsewhere else context.meeting_at(key[0]),
            label=draft.label,
            text=draft.text,
        )
    return [records[key] for key in sorted(records)]


def _labelled(document: Document) -> Iterator[_Draft]:
    """'Decision D5/1: …', or such a label as a heading over the paragraph that holds the decision."""
    waiting: str | None = None
    for statement in statements(document):
        if statement.kind is BlockKind.ROW:
            continue
        body, cut = without_marker(statement.text)
        match = _LABELLED.match(body)
        heading = statement.kind is BlockKind.HEADING
        if match and (match["number"] or match["label"]):
            label = clean(match["number"] or match["label"]).rstrip(".")
            text = clean(match["text"] or "")
            if heading or not text:
                waiting = label if len(body) < 200 else None
                continue
            waiting = None
            if not text.endswith((",", ":")):  # else its points follow
                yield _Draft(text, statement.span(cut), label)
            continue
        headed = _HEADED.match(body)
        if headed and not heading and not body.rstrip().endswith(":"):
            yield _Draft(clean(headed["text"]), statement.span(cut))
        elif within := _WITHIN.search(body):
            yield _Draft(clean(within["text"]), statement.span(cut + within.start(), cut + within.end()))
        elif waiting is not None and not heading:
            yield _Draft(clean(body), statement.span(cut), waiting)
        waiting = None


def _from_tables(document: Document) -> Iterator[_Draft]:
    for table in document.tables:
        roles = columns(table.header, _COLUMNS)
        if "text" not in roles:
            continue
        for row in table.rows:
            if row.spanning or max(roles.values()) >= len(row.cells):
                continue
            label = clean(row.cells[roles["label"]].text) if "label" in roles else ""
            text = clean(row.cells[roles["text"]].text)
            yield _Draft(text, Span(start=row.start, end=row.end), label or None)


def _from_points(document: Document) -> Iterator[_Draft]:
    for point in points(document):
        if _is_decision(point):
            text = _END.sub("", clean(point.text))
            label = point.label if point.lead else None
            yield _Draft(text, point.span(), label, decided_elsewhere(point.text))


def _is_decision(point: Point) -> bool:
    nearest = point.path[-1] if len(point.path) > 1 else ""
    if point.lead:
        if is_operative(point.text):
            return True
        if leads_to_decisions(point.lead):
            return True
        named = is_bare_collective(point.lead) or is_decision_heading(nearest)
        return begins_with_decision(point.text) if named else False
    if point.kind is BlockKind.ITEM and point.alone and is_decision_heading(nearest):
        return len(point.text.split()) > 4 and not _REPORTED.search(point.text)
    return decides(point.text) or (is_decision_heading(nearest) and begins_with_decision(point.text))
