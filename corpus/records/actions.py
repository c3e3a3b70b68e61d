"""Action items: tasks with their owners and due dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from corpus.document import BlockKind, Document, Kind, Span
from corpus.records.action_lines import TO_DO, action_lines
from corpus.records.actors import enumerated
from corpus.records.labelled import labelled_items
from corpus.records.plan_tables import is_action_table, names_plan, table_columns
from corpus.records.points import Point, points
from corpus.records.statements import (
    addresses_assistant,
    clean,
    record_id,
    states_gap,
)
from corpus.records.tasks import Due, due_field, due_in, task_in
from corpus.records.types import ActionItem

if TYPE_CHECKING:
    from corpus.records.context import Context

_LABEL = (
    r"(?:(?:Action|Task|Follow-?up)\s+(?:points?|items?)|Actions?|AP|AI|A|Task)\s*(?:No\.?\s*|\#\s*)?\d{1,3}(?:[./-](?:\d{1,3}|(?-i:[A-Z])\b))*"
    r"|(?:AP|AI)[-\s]?\d[\w./-]*"
)
_LABELLED = re.compile(
    rf"^\s*(?P<label>{_LABEL})\s*(?:\((?P<inside>[^()]*)\))?\s*[.:–—-]*\s+(?P<text>\S.*)$", re.I | re.S
)
_HEADED = re.compile(
    r"(?:^|(?<=[.;]\s)|(?<=\())\s*Actions?\s*(?:points?|items?|required)?\s*[:–—→-]\s*(?P<text>[^\s)].*?)\)?\s*$",
    re.I | re.S,
)
_OWNER = r"owners?|lead|action\s+by|by\s+whom|who"
_OWNER += r"|responsible(?:\s+(?:party|person|member|delegation))?|responsibility|assigned\s+to"
_DUE = r"due(?:\s+date)?|deadline|by\s+when|when|target\s+date|timeline|time\s*frame|date"
_STATUS = r"status|progress|state(?:\s+of\s+play)?|remarks?|comments?|result|outcome"
# A second date is what became of the first: it belongs to the remarks.
_MOVED = r"(?:new|revised|amended|extended|postponed|later|current|actual)\s+(?:(?:due|target)\s+)?(?:date|deadline)"
_FIELD = re.compile(
    rf"(?:^|(?<=[\s.;,(|–—-]))(?:(?P<moved>{_MOVED})|(?P<owner>{_OWNER})|(?P<due>{_DUE})|(?P<status>{_STATUS}))\s*:\s*",
    re.I,
)
# 'S6/1 – Second pump': a label that needs no word before it, where owner and date follow
_OWN_LABEL = re.compile(
    r"^\W*(?P<label>[A-Z]{0,4}[-.]?\d{1,3}(?:[./-]\d{1,3})*|[IVX]{1,4}[./-]\d{1,3})\s*(?:[.:)]|\s[–—-])\s+(?=\S)"
)
_BREAK = re.compile(r"(?<=[\w)\]’'])[.;]\s+(?=[A-ZÀ-Þ*_])")
_ACTS = re.compile(
    r"(?P<who>(?:[A-ZÀ-Þ][\w’'-]*)(?:\s+(?:(?:of|and|the|de)\s+)*[A-ZÀ-Þ][\w’'-]*)*)\s+"
    r"(?:(?:has|have|had|was|is|draws?|gives?|sends?|spoke|described|recalled|reported|offered|presented|said|noted|thanked|began|[a-z]+ed)\b|for\s+an?\b)"
)
_OFFICE = re.compile(
    r"^(?:the\s+)?(?:[\w-]+\s+){0,2}(?:Secretariat|Secretary|Treasurer|Bureau|Desk|Committee|Chairs?|Co-Chairs?|Unit|Office|Members)$",
    re.IGNORECASE,
)
_COLON_OWNER = re.compile(
    r"^(?P<owner>[A-Z][^.;:()]{1,60}?)\s*(?:\([^()]*\))?\s*[:–—]\s+(?P<text>\S.*)$", re.S
)
# 'Leaflet on fares: Malta. By 5 May 2020.', 'Leaflet on fares – Malta – 5 May 2020'
_LISTED = re.compile(
    r"^(?P<text>[^:.;]{3,160}?)(?::\s+|\s+[–—-]\s+)(?P<owner>[A-Z][^.;:–—]{1,70}?)(?:[.;]\s+|\s+[–—-]\s+|,\s+(?=by\b))"
    r"(?P<due>(?:(?:by|before|until|not later than|every|each|due|in|on|at)\b|\d{1,2}\s+[A-Z]|[A-Z][a-z]+\s+\d)[^.;:]{2,60})\.?$",
    re.IGNORECASE,
)
_DASHED = re.compile(r"\s+[–—-]\s+(?P<inside>[A-Z][^–—:;]{1,60})$")
_LAST_BRACKET = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{2,80})[)\]]\s*[.;]?\s*$")
_SECTION = re.compile(
    r"\b(?:action\s+(?:points?|items?|list|log|sheet)|actions(?!\s+(?:plan|taken))|follow-?up\s+actions?|next\s+steps|to-?do|who\s+does\s+what|tasks?\s+(?:given|assigned|agreed)|assignments|what\s+comes\s+next)\b",
    re.IGNORECASE,
)
_STOCKTAKE = re.compile(
    r"\b(?:stock-?tak\w*|progress|status|stands|review\s+of|follow-?up\s+to|matters\s+arising)\b", re.I
)
_DONE = re.compile(
    r"\b(?:completed|carried\s+out|closed|done|cancelled|had\s+been|has\s+been|have\s+been)\b", re.I
)
_NUMBERED = re.compile(r"(?P<label>[A-Z]{0,4}[-.]?\d{1,3}(?:[./-]\d{1,3})+)[.:)]?\s+(?=\w)")
_EDGES = " \t\n.;,|–—-*_"


@dataclass(frozen=True, slots=True)
class _Draft:
    text: str
    span: Span
    label: str | None = None
    owner: str | None = None
    due: Due | None = None
    status: str | None = None


def read_actions(document: Document, context: Context) -> list[ActionItem]:
    """Return the action items of a document in order, each span once; stocktakes hold none."""
    meeting = document.metadata.dates.start if document.metadata.dates else None
    drafts = [
        *_from_blocks(document, meeting, context),
        *_from_tables(document, meeting),
        *_from_lines(document, meeting, context),
    ]
    if len(drafts) < 2:  # else the paper has a list of its actions, and that is the list
        drafts += _from_points(document, meeting, {draft.span.start for draft in drafts}, context)
    records: dict[tuple[int, int], ActionItem] = {}
    for draft in drafts:
        key = (draft.span.start, draft.span.end)
        inside = any(start < key[1] and key[0] < end for start, end in records)
        if inside or not draft.text or addresses_assistant(draft.text) or states_gap(draft.text):
            continue
        records[key] = ActionItem(
            id=record_id(document, "action_item", *key),
            document=document.id,
            evidence=(draft.span,),
            meeting=context.meeting_at(key[0]),
            label=draft.label,
            text=draft.text,
            owner=_owner(draft.owner),
            due=draft.due.dates if draft.due else None,
            due_text=draft.due.text if draft.due else None,
            status=draft.status,
        )
    return [records[key] for key in sorted(records)]


def _owner(written: str | None) -> str | None:
    owner = re.sub(r"^[Tt]he\s+", "", clean(written or "").strip(_EDGES))
    acts = _ACTS.match(owner)
    if acts and len(owner.split()) > len(acts["who"].split()):
        owner = acts["who"]  # 'Kenya spoke of … and', 'Malta for a paper on …'
    return owner or None


def _from_blocks(document: Document, meeting: date | None, context: Context) -> Iterator[_Draft]:
    """'AP 5/1. Text. Owner: X. Due: date', 'ACTION: X to do Y by Z', and blocks with such fields."""
    for item in labelled_items(document, _LABELLED):
        match = item.match or item.waiting
        headed = None if match else _HEADED.search(item.body)
        if match:
            text, label = item.match["text"] if item.match else item.body, clean(match["label"])
            draft = _fields(text, item.span(), label, meeting)
            if draft is None:
                draft = _written(text, item.span(), label, meeting, match["inside"] or "")
            if draft.owner or draft.due or _in_section(document, item.statement.start):
                yield draft
        elif headed:
            span = item.span(headed.start("text"), headed.end("text"))
            yield _fields(headed["text"], span, None, meeting) or _written(
                headed["text"], span, None, meeting
            )
        elif not names_plan(document.metadata.title):
            found = _fields(item.body, item.span(), None, meeting)
            listed = _listed(item.body, item.span(), meeting, context)
            if found is not None and found.owner and found.text:
                yield found
            elif listed is not None and item.statement.kind is BlockKind.ITEM:
                mark = document.blocks[item.statement.block].marker.strip("(). ")
                yield replace(listed, label=_label(mark))
            elif item.statement.kind is BlockKind.ITEM and _in_section(document, item.statement.start):
                owned = _COLON_OWNER.match(item.body)
                if (
                    owned
                    and not re.match(r"(?:we|I)\b", owned["text"])
                    and (_all_known(owned["owner"], context) or _OFFICE.search(owned["owner"]))
                ):
                    yield _written(item.body, item.span(), None, meeting)


def _listed(text: str, span: Span, meeting: date | None, context: Context) -> _Draft | None:
    """An item of what is to be done, its owner and its date, one behind the other."""
    match = _LISTED.match(clean(text))
    if match is None:
        return None
    first = re.split(r",?\s+(?:with|together\s+with|and)\s+|,\s+", match["owner"])[0]
    if not (_all_known(first, context) or _OFFICE.search(first)):
        return None
    due = due_field(match["due"], meeting)
    return _Draft(clean(match["text"]), span, None, match["owner"], due) if due is not None else None


def _in_section(document: Document, position: int) -> bool:
    return any(_SECTION.search(head) for head in document.section_at(position).path[-1:])


def _fields(text: str, span: Span, label: str | None, meeting: date | None) -> _Draft | None:
    marks = list(_FIELD.finditer(text))
    if not marks or not any(mark.lastgroup == "owner" for mark in marks):
        return None
    values: dict[str, str] = {}
    remarks: list[str] = []
    for place, mark in enumerate(marks):
        right = marks[place + 1].start() if place + 1 < len(marks) else len(text)
        field, value = str(mark.lastgroup), _unbracketed(text[mark.end() : right])
        if field == "moved":
            remarks.append(clean(text[mark.start() : right]).strip(_EDGES))
            continue
        first, *rest = _BREAK.split(value, maxsplit=1)
        if field == "status":
            remarks.append(clean(value))
        else:
            values.setdefault(field, first)
            remarks += [clean(more) for more in rest]
    stated = clean(text[: marks[0].start()]).rstrip(" (–—-;,*")
    own = _OWN_LABEL.match(stated) if label is None else None
    if own is not None:
        label, stated = own["label"], stated[own.end() :]
    status = re.sub(r"[*_]{1,2}(?=\w|$)|(?<=[\w.])[*_]{1,2}", "", ". ".join(remarks).replace("..", "."))
    due = due_field(values.get("due", ""), meeting)
    return _Draft(stated, span, label, values.get("owner"), due, status.strip() or None)


def _unbracketed(value: str) -> str:
    """A value without the bracket that opened before its label: '(Owner: Chile)' but 'Rivers Alliance (RA)'."""
    value = value.strip(_EDGES + "(")
    return value if value.count("(") == value.count(")") else value.rstrip(_EDGES + ")")


def _written(text: str, span: Span, label: str | None, meeting: date | None, inside: str = "") -> _Draft:
    """An action without field names: 'Kenya to circulate … by 5 May', 'Circulate … (Kenya, 5 May)'."""
    due = due_in(text, meeting)
    owner: str | None = None
    match = TO_DO.match(text)
    bracket = _LAST_BRACKET.search(text)
    if match:
        owner = match["owner"]
    if bracket and (_has_date(bracket["inside"]) or bracket["inside"][:1].isupper()):
        inside = inside or bracket["inside"]
        text = text[: bracket.start()]
    elif dashed := _DASHED.search(text):
        inside = inside or dashed["inside"]
        text = text[: dashed.start()]
    elif (colon := _COLON_OWNER.match(text)) and len(colon["owner"].split()) <= 6:
        owner, text = colon["owner"], colon["text"]
    if inside:
        named, timed = _inside(inside, meeting)
        owner, due = owner or named, due or timed
    return _Draft(clean(text).rstrip(" ;"), span, label, owner, due)


def _has_date(text: str) -> bool:
    return due_in(text, date.min) is not None or bool(re.search(r"\d{4}", text))


def _inside(text: str, meeting: date | None) -> tuple[str | None, Due | None]:
    """'Secretariat, by 30 June 2024' or 'Kenya and Malawi; 5 May 2023'."""
    text = re.sub(
        r"^(?:deadline|due(?:\s+date)?|date)\s*:\s*(?:by\s+)?", "by ", text.strip(), flags=re.IGNORECASE
    )
    due = due_in(text, meeting)
    if due is None:
        parts = re.split(r"[,;]\s*", text)
        for place, part in enumerate(parts):
            found = due_field(part, meeting)
            if found is not None and found.dates is not None:
                return ", ".join(parts[:place]) or None, found
        return text, None
    return text[: text.lower().find(due.text.lower())].strip(_EDGES) or None, due


def _from_tables(document: Document, meeting: date | None) -> Iterator[_Draft]:
    for table in document.tables:
        roles = table_columns(table)
        if not roles or not is_action_table(document, table, roles):
            continue
        for row in table.rows:
            values = {role: clean(row.cells[at].text) for role, at in roles.items() if at < len(row.cells)}
            if row.spanning or not values.get("activity"):
                continue
            label, text = _label(values.get("number", "")), values["activity"]
            if label is None and (marked := _NUMBERED.match(text)):
                label, text = marked["label"], text[marked.end() :]
            yield _Draft(
                text,
                Span(start=row.start, end=row.end),
                label,
                values.get("lead"),
                due_field(values.get("timeline", ""), meeting),
                values.get("status") or None,
            )


def _from_lines(document: Document, meeting: date | None, context: Context) -> Iterator[_Draft]:
    """Lines without heads, as aligned columns of a text give them."""

    def owns(written: str) -> bool:
        return _all_known(written, context) or bool(_OFFICE.search(written))

    for line in action_lines(document, meeting, owns, listed=partial(_in_section, document)):
        yield _Draft(line.text, line.span, line.label, line.owner, line.due)


def _all_known(written: str, context: Context) -> bool:
    names = enumerated(written, context)
    return bool(names) and all(context.parties.resolve(name, fuzzy=False) for name in names)


def _label(number: str) -> str | None:
    """Return a number or label, not the name of an agenda item that stands in its place."""
    return number.rstrip(".") if number and len(number) <= 12 and any(c.isdigit() for c in number) else None


def _from_points(
    document: Document, meeting: date | None, taken: set[int], context: Context
) -> Iterator[_Draft]:
    if document.metadata.kind is Kind.PROGRAMME:
        return
    for point in points(document):
        nearest = point.path[-1] if point.path else ""
        if point.start in taken or _STOCKTAKE.search(nearest) or _DONE.search(point.text[:80]):
            continue
        owner = TO_DO.match(point.text) if point.lead else None
        told = owner is not None and (
            _all_known(owner["owner"], context) or bool(_OFFICE.search(owner["owner"]))
        )
        draft = _from_point(point, meeting, listed=told or bool(_SECTION.search(nearest)))
        if draft is not None:
            yield draft


def _from_point(point: Point, meeting: date | None, *, listed: bool) -> _Draft | None:
    text = re.sub(r"\s*;?(?:;\s*(?:and|or))?\s*$", "", clean(point.text))
    task = task_in(point.text, meeting)
    if task is not None:
        return _Draft(text, point.span(), None, task.owner, task.due)
    if listed and point.alone and point.kind is BlockKind.ITEM and len(text.split()) > 3:
        return _written(point.text, point.span(), None, meeting)
    return None
