"""Decisions: what a meeting decided, agreed, adopted, welcomed or asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.document import BlockKind, Document, Kind, Span
from corpus.records.columns import columns
from corpus.records.labelled import labelled_items
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

_KIND = r"Decision|Resolution|Conclusion|Recommendation|Outcome|Agreement|Guidance|Opinion|Ruling"
_NUMBER = r"(?:[A-Z]{1,8}[-./]){0,3}[A-Z]{0,6}\d(?:[\w./-]*\w)?"
_LABELLED = re.compile(
    rf"^\s*(?P<label>(?P<kind>{_KIND})s?\s*(?:No\.?\s*)?(?P<number>{_NUMBER})|D\s?\d{{1,3}}(?:[./-]\d+)*)"
    r"\s*(?:\([^()]*\)\s*)?(?:(?:[.:–—-]+\s+|\s+(?=(?-i:[A-ZÀ-Þ])))(?P<text>\S.*)|[.:–—-]*)\s*$",
    re.IGNORECASE | re.DOTALL,
)
# The label in the sentence itself: '(Decision 6/2)', 'By Resolution 4/2019 the Group …', 'adopted Recommendation 8-I on …'
_IN_SENTENCE = re.compile(
    rf"(?P<bracket>\s*\(\W*(?P<kind1>{_KIND})\s+(?:No\.?\s*)?(?P<number1>{_NUMBER})\W*\))"
    rf"|(?:^|[,;]\s+)[Bb]y\s+(?:its\s+)?(?P<kind2>{_KIND})\s+(?:No\.?\s*)?(?P<number2>{_NUMBER})"
    rf"|\b(?:adopted|approved|endorsed|took|passed|issued)\s+(?:the\s+)?(?P<kind3>{_KIND})\s+(?:No\.?\s*)?(?P<number3>{_NUMBER})(?!\s+(?:to|and)\s+\d)"
)
_AS_FOLLOWS = re.compile(
    r"\b(?:agreed?|declare[ds]?|resolved?|decided?|undertake|committed?|adopted?|proclaim(?:ed)?)\b[^.:;]{0,40}\bas\s+follows\s*:\s*$"
    r"|\b(?:hereby|therefore)\s+(?:agree|declare|resolve|decide|undertake|commit)\b[^.:;]{0,60}:\s*$",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"^\W*(?:done\s+(?:at|in)|annex|signatures?|signed)\b", re.IGNORECASE)
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
    kind: str | None = None


def read_decisions(document: Document, context: Context) -> list[Decision]:
    """Return the decisions that a document reports, in order, each span once."""
    records: dict[tuple[int, int], Decision] = {}
    drafts = [*_labelled(document), *_operative(document), *_from_tables(document), *_from_points(document)]
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
            kind=draft.kind,
            label=draft.label,
            text=draft.text,
        )
    return [records[key] for key in sorted(records)]


def _labelled(document: Document) -> Iterator[_Draft]:
    """'Decision D5/1: …', or such a label as a heading over the paragraph that holds the decision."""
    for item in labelled_items(document, _LABELLED):
        if item.match is not None:
            label, kind = _label_of(item.match)
            text = clean(item.match["text"] or "")
            if not text.endswith((",", ":")):  # else its points follow
                yield _Draft(text, item.span(), label, kind=kind)
            continue
        headed = _HEADED.match(item.body)
        if headed and not item.body.rstrip().endswith(":"):
            yield _Draft(clean(headed["text"]), item.span())
        elif within := _WITHIN.search(item.body):
            yield _Draft(clean(within["text"]), item.span(within.start(), within.end()))
        elif item.waiting is not None:
            label, kind = _label_of(item.waiting)
            yield _Draft(clean(item.body), item.span(), label, kind=kind)


def _label_of(match: re.Match[str]) -> tuple[str, str | None]:
    kind = match["kind"].capitalize() if match["kind"] else None
    return clean(match["number"] or match["label"]).rstrip(".:-"), kind


def _numbered_in(text: str) -> tuple[str, str | None, str | None]:
    """Take the label out of a sentence that gives it: text, label and kind."""
    found = list(_IN_SENTENCE.finditer(text))
    if len(found) != 1:
        return text, None, None
    match = found[0]
    place = next(place for place in ("1", "2", "3") if match[f"kind{place}"])
    label = match[f"number{place}"].rstrip(".,;)")
    if match["bracket"]:
        text = clean(text[: match.start()] + text[match.end() :])
    return text, label, match[f"kind{place}"].capitalize()


def _operative(document: Document) -> Iterator[_Draft]:
    """The numbered paragraphs of a declaration behind 'have agreed as follows:'."""
    follows, number = False, 0
    for statement in statements(document):
        text = statement.text.strip()
        if _AS_FOLLOWS.search(text):
            follows, number = True, 0
        elif _CLOSES.match(text):
            follows = False
        mark = re.fullmatch(r"\W*(\d{1,3})\W*", document.blocks[statement.block].marker)
        if (
            follows
            and mark is not None
            and int(mark[1]) == number + 1
            and statement.kind is not BlockKind.ROW
        ):
            number += 1
            body, cut = without_marker(statement.text)
            yield _Draft(clean(body), statement.span(cut), mark[1], kind="Paragraph")


def _from_tables(document: Document) -> Iterator[_Draft]:
    if document.metadata.kind is Kind.WORK_PLAN:
        return  # what was agreed there are activities and their measures
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
            text, own, kind = _numbered_in(text)
            yield _Draft(text, point.span(), own or label, decided_elsewhere(point.text), kind)


def _is_decision(point: Point) -> bool:
    if (label := _IN_SENTENCE.search(point.text)) is not None and label["bracket"] and point.alone:
        return True
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
