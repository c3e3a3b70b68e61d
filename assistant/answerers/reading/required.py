"""What a unit must tell before it can answer: an absence where absence is asked for, money where a price is.

Words alone mislead here: a dateline bears all the words of 'Who missed Ambria?' but the one that matters.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from assistant.answerers.reading.found import Case, Found
from assistant.question.shape import Shape
from corpus.records.plan_tables import table_columns

# Kinds of things that are told apart by a number or letter behind the noun.
_KINDS = (
    "session|sitting|part|pillar|phase|stage|round|track|panel|item|agenda item|annex|appendix|article|chapter|section"
    "|paragraph|day|team|objective|goal|outcome|output|target|activity|action|task|measure|component|cluster|strand"
    "|stream|workstream|work package|package|priority|theme|block|decision|recommendation|resolution|table|group"
    "|lot|module|exercise|call|window|level|zone|step|point|rule|question"
)
_NUMBERED = re.compile(
    rf"\b(?P<kind>{_KINDS})\s+(?:no\.?\s*|nr\.?\s*|number\s+)?(?P<number>\d{{1,2}}|[IVX]{{1,4}}|[A-H])(?![\w./-]*\w)",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"\b(?P<paper>plan|programme|program|strategy|roadmap|framework|agenda|cycle|budget|period|mandate|calendar)\b"
    r"[^.;?]{0,25}?\b(?P<from>(?:19|20)\d\d)\s*(?:[-–—/]|to)\s*(?P<to>(?:(?:19|20)\d\d|\d\d))\b",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\b(?P<from>(?:19|20)\d\d)\s*(?:[-–—/]|to|and|until)\s*(?P<to>(?:(?:19|20)\d\d|\d\d))\b")
_PAPER = re.compile(r"\b(?:plan|programme|program|strategy|roadmap|framework)\b", re.IGNORECASE)
_FORESEEN = re.compile(
    r"\b(?:foresees?|foreseen|provides? for|plans? (?:for|to)|planned|intends?|intended|envisages?|envisaged|aims?"
    r"|targets?|is to|are to|to be|should|meant|scheduled)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:target\w*|plan|planned|foreseen|foresees|envisaged|intended|goal|aim\w*|out of|instead of|against"
    r"|is to|are to|should|shall|will)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\b[^?]+\band\b", re.IGNORECASE)
_TELLING = 0.8
_LEADS = frozenset(("@lead", "@chair", "@moderate", "@host"))


@dataclass(frozen=True, slots=True)
class _Rule:
    asked: re.Pattern[str]
    told: re.Pattern[str] | None
    untold: re.Pattern[str] | None
    of_answer: bool
    frame: bool
    not_in_plan: bool


@lru_cache(maxsize=1)
def _rules() -> tuple[_Rule, ...]:
    table = tomllib.loads((files(__package__) / "required.toml").read_text(encoding="utf-8"))
    return tuple(
        _Rule(
            _compiled(rule["asked"]),
            _compiled(rule["told"]) if "told" in rule else None,
            _compiled(rule["untold"]) if "untold" in rule else None,
            rule.get("where") == "answer",
            bool(rule.get("frame")),
            bool(rule.get("not_in_plan")),
        )
        for rule in table["rule"]
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("\n", ""), re.IGNORECASE)


def tells_what_it_must(case: Case, found: Found) -> bool:
    """Whether an answer shows what this sort of question requires, and is about the very thing it names."""
    return (
        _follows_rules(case, found)
        and not _lacks_who_or_where(case, found)
        and not _another_number(case)
        and not _another_paper(case)
        and not _result_for_plan(case)
    )


def _follows_rules(case: Case, found: Found) -> bool:
    for rule in _rules():
        if rule.asked.search(case.asked.text) is None:
            continue
        text = " ".join(claim.text for claim in found.claims) if rule.of_answer else case.unit.text
        if rule.frame:
            text = f"{_frame(case)} . {text}"
        if rule.told is not None and rule.told.search(text) is None:
            return False
        if rule.untold is not None and rule.untold.search(text) is not None:
            return False
        if rule.not_in_plan and case.unit.table is not None:
            roles = table_columns(case.unit.table)
            if "timeline" in roles and "status" not in roles:
                return False  # the row of a plan tells what was to be done, not what came of it
    return True


def _frame(case: Case) -> str:
    """Return the lines over a unit: its lead-in, its headings, the sentence before."""
    unit, text = case.unit, case.reading.document.text
    spans = (unit.heading_span, unit.lead_span, unit.before_span)
    lines = [text[span.start : span.end] for span in spans if span is not None]
    if unit.table is not None:
        lines.extend(unit.table.header)
    return " . ".join([*lines, unit.group])


def _another_number(case: Case) -> bool:
    """Whether a unit is about Session 1 where Session 3 is asked about, or about a part of what is asked about."""
    asked = _numbers(case.asked.text)
    if not asked:
        return False
    inside, around = _numbers(case.unit.text), _numbers(_frame(case))
    for kind, wanted in asked.items():
        if wanted & inside.get(kind, set()):
            continue
        told = inside.get(kind) or around.get(kind, set())
        if told and not wanted & told:
            return True
        if case.asks_for(*_LEADS) and case.unit.row is not None:
            label = re.match(r"[A-Z]*(\d+|[A-H])[.\d]", case.unit.row.cells[0].text.strip() + " ")
            if label and re.match(r"[A-Z]*[\dA-H]+\.\d", case.unit.row.cells[0].text.strip()):
                return True  # who leads 3.2 need not lead all of Pillar 3
    return False


def _numbers(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one in _NUMBERED.finditer(text):
        found.setdefault(one["kind"].lower(), set()).add(one["number"].upper())
    return found


def _spans(text: str) -> set[tuple[str, str]]:
    return {(one["from"], one["to"][-2:]) for one in _SPAN.finditer(text)}


def _another_paper(case: Case) -> bool:
    """Whether the question names a plan by its years, and the unit stands in, or speaks of, the plan of other years."""
    asked = _spans(case.asked.text)
    if not asked or asked & _spans(case.unit.text):
        return False
    if asked & _spans(_frame(case)):
        return False
    if not asked & _years(case.reading.document.text):
        return True  # a paper that never speaks of that plan
    told = _spans(case.unit.text) or _spans(f"{case.reading.document.metadata.title or ''}")
    return bool(told) and not asked & told


def _years(text: str) -> set[tuple[str, str]]:
    return {(one["from"], one["to"][-2:]) for one in _YEARS.finditer(text)}


def _lacks_who_or_where(case: Case, found: Found) -> bool:
    """Whether a unit lacks the party that the question is about, or the name of the thing that it counts."""
    between = case.asked.shape is Shape.COUNT and _BETWEEN.search(case.asked.text)
    for term in case.cover.missing:
        if between and term.scope:
            return True  # what there is at the later time is not what came between
        if term.word in found.waived or term.scope or term.noun or case.asked.shape is Shape.YES_NO:
            continue
        if term.party is not None and not term.located:
            return True
        if case.asked.shape is Shape.COUNT and term.weight >= _TELLING and term.word[:1].isupper():
            return True
    return False


def _result_for_plan(case: Case) -> bool:
    """Whether a figure of what was reached is given where the figure that a plan foresees is asked for."""
    if case.asked.shape is not Shape.COUNT or not _FORESEEN.search(case.asked.text):
        return False
    if _PAPER.search(case.asked.text) is None:
        return False
    if _PAPER.search(f"{case.reading.document.metadata.title or ''}"):
        return False
    header = " . ".join(case.unit.table.header) if case.unit.table is not None else ""
    return _PLANNED.search(f"{case.unit.text} {header}") is None
