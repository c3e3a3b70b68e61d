"""Plan items: the objectives and activities of work plans, from tables, headed lists and enumerations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.document import BlockKind, Document
from corpus.records.plan_blocks import from_blocks
from corpus.records.plan_fields import fields_of, parties
from corpus.records.plan_items import OBJECTIVE, Item, numbered, objective_of, whole
from corpus.records.plan_money import sum_in, unit_told
from corpus.records.plan_prose import tidied, told
from corpus.records.plan_rows import from_tables
from corpus.records.plan_tables import is_plan, names_plan
from corpus.records.statements import (
    Statement,
    addresses_assistant,
    clean,
    headings,
    record_id,
    split,
    statements,
    states_gap,
    without_marker,
)
from corpus.records.types import PlanItem

if TYPE_CHECKING:
    from corpus.records.context import Context

_BULLET = re.compile(r"^\s*[-–—•·▪●◦‣*]\s+")
_OTHER_PLAN = re.compile(
    r"\b(?:previous|former|earlier|preceding|last|old)\s+(?:\w+\s+){0,2}(?:plan|roadmap|strategy)\b",
    re.IGNORECASE,
)
_ACTIVITY = re.compile(
    r"^\W*(?:activity|action|task|output|measure|deliverable|initiative)\s+(?P<number>\d{1,2}(?:\.\d{1,2})+|\d{1,2}|[A-Z]{1,3}[.-]?\d{1,2}(?:\.\d{1,2})*)\b\s*[.:–—-]*\s*(?P<text>.*)$",
    re.I | re.S,
)
_STOCKTAKE = re.compile(
    r"\b(?:stock-?tak\w*|takes?\s+stock|progress|status|stands|review|implementation\s+report)\b", re.I
)
_KEYS = r"objectives|priorities|(?:priority|focus|action)\s+(?:lines|areas)|lines\s+of\s+action|goals|pillars|strands|areas|aims"
_KEY_HEADING = re.compile(
    rf"^\W*(?:the\s+)?(?:(?:\w+|high-level|strategic|main)\s+){{0,3}}(?:{_KEYS})\s*(?:\([^()]*\)|of\s+the\s+\w+)?\W*$",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\d{4}(?:\s*[–-]\s*\d{2,4})?")
_LEAD_IN = re.compile(rf"\b(?:{_KEYS})\b[^.:;]{{0,120}}:\s*", re.IGNORECASE)
_PLAN_NAME = re.compile(
    r"(?:(?:[A-Z0-9][\w’'–-]*|of|for|on|and|the)\s+){0,8}?"
    r"(?:Work\s*[Pp]lan|Action\s+Plan|Plan\s+of\s+Action|Road\s*[Mm]ap|Strategy|Programme\s+of\s+Work|Work\s+Programme)"
    r"(?:\s+(?:for|of)\s+[A-Z][\w-]+(?:\s+[A-Z][\w-]+)*)?(?:\s+(?:for\s+)?\d{4}(?:\s*[–—/-]\s*\d{2,4}|\s+to\s+\d{4})?)?"
)
_COUNTS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight")
_ENUMERATED = re.compile(r"\s*(?:\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)|(?<!\w)\d{1,2}[.)](?=\s))\s*")


def read_plans(document: Document, context: Context) -> list[PlanItem]:
    """Return the objectives and activities of the plans that a document sets out, in order.

    The stocktake of a plan ('Activity 2.1: seven of twelve …') is none.
    """
    records: dict[str, PlanItem] = {}
    told: set[tuple[str, str, str]] = set()
    for item in [
        *from_tables(document),
        *from_blocks(document),
        *_from_lists(document),
        *_from_enumerations(document),
    ]:
        if not item.text or addresses_assistant(item.text) or states_gap(item.text):
            continue
        record = _record(document, context, item)
        same = (record.plan, record.level, record.text.casefold())
        if same not in told:
            told.add(same)
            records[record.id] = record
    rows = sorted(block.start for block in document.blocks)

    def place(record: PlanItem) -> tuple[int, bool, int]:
        start = record.evidence[0].start
        return bisect_right(rows, start), record.level == "activity", start

    return sorted(records.values(), key=place)


def _record(document: Document, context: Context, item: Item) -> PlanItem:
    plan = _plan_at(document, item.spans[0].start, item.anchor)
    fields = {**told(item.text, context), **tidied(item.fields)} if item.prose else item.fields
    unit = item.unit
    if item.prose and (amount := fields.get("budget")):
        common = unit_told(document)
        stated = sum_in(amount, common)
        fields = {**fields, "budget": stated or amount}
        unit = common.told if common is not None and stated != amount else None
    return PlanItem(
        id=record_id(document, "plan_item", plan, item.level, item.number, item.text),
        document=document.id,
        evidence=(*item.spans, *([unit] if unit else [])),
        plan=plan,
        level=item.level,
        number=item.number,
        objective=item.objective,
        text=item.text,
        lead=fields.get("lead"),
        partners=parties(fields.get("partners", ""), context),
        timeline=fields.get("timeline"),
        start=fields.get("start"),
        end=fields.get("end"),
        indicator=fields.get("indicator"),
        budget=fields.get("budget"),
    )


def _plan_at(document: Document, position: int, anchor: int | None) -> str:
    """Return the title of the plan: the nearest one named above, or the document's own title."""
    if is_plan(document):
        return document.metadata.title
    section = document.section_at(position)
    above = document.text[section.start : position + 200 if anchor is None else anchor][-1200:]
    for text in (*reversed(above.split("\n\n")), *reversed(section.path)):
        named = list(_PLAN_NAME.finditer(text))
        if named:
            return clean(re.sub(r"^(?:(?:of|for|on|and|the|The|In|Its|This)\s+)+", "", named[-1].group()))
    return document.metadata.title


# -- headed lists ------------------------------------------------------------------------------------------


_LED = 3  # activities with a lead, for it to be the form of the plan
_OVERALL = re.compile(
    r"^\W*(?:The\s+)?(?:overall\s+)?(?:lead|responsib\w+|coordinator)(?:\s+(?:for|of)\s+(?:this|the)\s+\w+)?\s*(?::|\bis\b)\s*(?P<who>[A-Z][^;\n]{1,90})$",
    re.IGNORECASE,
)


def _from_lists(document: Document) -> Iterator[Item]:
    """'Objective 2: …' as a heading or paragraph, with its activities as items below."""
    found = list(_listed(document))  # an objective may get its lead from a line below it
    activities = [item for item in found if item.level == "activity"]
    led = sum("lead" in item.fields for item in activities)
    for item in found:
        # where activities have their fields, an item without any is a remark: a risk, a note, a step
        if item.level == "objective" or item.fields or led * 2 < len(activities) or led < _LED:
            yield item


def _listed(document: Document) -> Iterator[Item]:
    if not is_plan(document) and not any(names_plan(head) for s in document.sections for head in s.path):
        return
    objective: Item | None = None
    activity: Item | None = None
    depth = 0
    for statement in statements(document):
        if statement.kind is BlockKind.ROW:
            continue
        path = headings(document, statement)
        if any(_STOCKTAKE.search(head) for head in path):
            objective = activity = None
            continue
        head = OBJECTIVE.match(statement.text)
        titled = statement.kind is BlockKind.HEADING
        short = len(statement.text) < 200 and "\n\n" not in statement.text
        if (
            head
            and head["text"]
            and short
            and (titled or (is_plan(document) and not _ends_sentence(head["text"])))
        ):
            yield from [activity] if activity else []
            objective, activity, depth = (
                objective_of(clean(statement.text), statement.span()),
                None,
                len(path),
            )
            yield objective
            continue
        if titled and not _ACTIVITY.match(statement.text):
            if len(path) <= depth:
                yield from [activity] if activity else []
                objective = activity = None
            continue
        if objective is None:
            continue
        overall = _OVERALL.match(statement.text) if activity is None else None
        if overall is not None:
            objective.fields.setdefault("lead", clean(overall["who"]).rstrip(" ."))
            objective.spans.append(statement.span())
            continue
        found = _activity(statement, objective)
        if found is not None:
            yield from [activity] if activity else []
            activity = found
        elif activity is not None and (more := fields_of(without_marker(statement.text)[0])):
            activity = replace(activity, fields={**activity.fields, **more})
            activity.spans.append(statement.span())
    yield from [activity] if activity else []


def _ends_sentence(text: str) -> bool:
    return text.rstrip().endswith(".") and len(text.split()) > 14


def _activity(statement: Statement, objective: Item) -> Item | None:
    match = _ACTIVITY.match(statement.text)
    if match:
        number, text = match["number"], match["text"]
    else:
        unbulleted = _BULLET.sub("", statement.text)
        number, text = numbered(unbulleted)
        if number is None:
            if statement.kind is not BlockKind.ITEM:
                return None
            text = without_marker(unbulleted)[0]
        elif (named := _ACTIVITY.match(text)) is not None:
            number, text = (
                named["number"],
                named["text"],
            )  # '7. Activity B1.1. Safe rooms': the paragraph is no number
    if not match and fields_of(text, whole=True):
        return None
    values = fields_of(text)
    stated = clean(values.pop("text", text)).rstrip(" ;:")
    if not stated:
        return None
    return Item("activity", stated, [statement.span()], number, whole(objective), values, prose=True)


# -- enumerations ------------------------------------------------------------------------------------------


def _from_enumerations(document: Document) -> Iterator[Item]:
    """'Five high-level objectives:' with items below, 'The plan has four objectives: a; b; c; and d.'"""
    found = statements(document)
    for place, statement in enumerate(found):
        if statement.kind is BlockKind.HEADING:
            if _KEY_HEADING.match(statement.text) and _about_plan(document, statement, statement.text):
                yield from _below(found[place + 1 :], statement.end)
            continue
        if statement.kind is BlockKind.ROW:
            continue
        for sentence in split(statement):
            match = _LEAD_IN.search(sentence.text)
            if (
                not match
                or _OTHER_PLAN.search(sentence.text)
                or not _about_plan(document, statement, sentence.text)
            ):
                continue
            if match.end() < len(sentence.text.rstrip()):
                yield from _inline(sentence, match.end())
            elif sentence.end == statement.end:
                yield from _below(found[place + 1 :], statement.end)


def _about_plan(document: Document, statement: Statement, text: str) -> bool:
    if is_plan(document) and names_plan(text):
        own, named = set(_YEARS.findall(document.metadata.title)), set(_YEARS.findall(text))
        if own and named and not own & named:
            return False  # of another plan
    path = headings(document, statement)
    if any(_STOCKTAKE.search(head) for head in path[-1:]):
        return False
    near = document.text[max(0, statement.start - 400) : statement.end]
    return is_plan(document) or names_plan(text) or names_plan(" ".join(path)) or names_plan(near)


def _below(following: list[Statement], anchor: int) -> Iterator[Item]:
    for statement in following:
        number, text = numbered(statement.text)
        if statement.kind is not BlockKind.ITEM and number is None:
            return
        if number is None:
            text = without_marker(statement.text)[0]
        if text:
            item = Item("objective", clean(text).rstrip(" .;"), [statement.span()], number)
            item.anchor = anchor
            yield item


def _inline(sentence: Statement, begin: int) -> Iterator[Item]:
    rest = sentence.text[begin:]
    marks = list(_ENUMERATED.finditer(rest))
    if len(marks) >= 2:
        edges = [(m.group(), m.end(), n.start()) for m, n in pairwise(marks)]
        edges.append((marks[-1].group(), marks[-1].end(), len(rest)))
        pieces = [(re.sub(r"\W", "", mark), left, right) for mark, left, right in edges]
    else:
        stop = ";" if ";" in rest else ","
        pieces = []
        left = 0
        for part in re.split(rf"({stop}\s*(?:and\s+)?)", rest):
            if not part.startswith(stop):
                pieces.append(("", left, left + len(part)))
            left += len(part)
    if len(pieces) < 2:
        return
    counted = next(
        (n for n in range(3, 9) if re.search(rf"\b{_COUNTS[n]}\b", sentence.text[:begin], re.IGNORECASE)), 0
    )
    _, left, right = pieces[-1]
    joint = rest[left:right].rfind(" and ")
    if counted == len(pieces) + 1 and joint > 0:
        pieces[-1:] = [("", left, left + joint), ("", left + joint + 5, right)]
    for number, left, right in pieces:
        text = re.sub(r"[\s,;]+(?:and)?$", "", clean(rest[left:right]).rstrip(" .;,")).removeprefix("and ")
        if text:
            yield Item("objective", text, [sentence.span(begin + left, begin + right)], number or None)
