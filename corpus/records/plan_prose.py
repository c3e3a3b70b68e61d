"""Activities told in sentences: 'Chile leads on …', 'To be done by May 2024', 'we shall know when … '."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.names.dates import find_dates
from corpus.records.statements import clean

if TYPE_CHECKING:
    from corpus.records.context import Context

_SENTENCE = re.compile(r"(?:(?<=[a-z0-9)\]’'])|(?<=[A-Z]{2}))[.]\s+(?=[A-ZÀ-Þ])")
_WITH = re.compile(
    r",?\s+(?:(?:(?:together|jointly|in\s+cooperation|along)\s+)?with|(?:helped|supported|assisted|backed)\s+by)\s+(?:the\s+)?(?=[A-ZÀ-Þ]|all\b|each\b|every\b|other\b|any\b)"
)
_ALL_ALONG = re.compile(
    r"^\W*(?:through(?:out)?|during|over|for|in)\s+(?:(?:the\s+)?(?:whole|entire|full|duration\s+of\s+the)\s+)?(?:the\s+)?"
    r"(?:plan(?:\s+period)?|period(?:\s+of\s+the\s+plan)?|programme|term)\W*$"
    r"|^\W*(?:throughout|ongoing|continuous(?:ly)?|permanent(?:ly)?|all\s+along|once|twice|(?:each|every)\s+\w+(?:\s+a\s+year)?|yearly|annually|monthly|quarterly)\W*$",
    re.IGNORECASE,
)
# The party with which a sentence begins, and those beside it.
_SUBJECT = re.compile(
    r"^(?:The\s+)?(?P<lead>[A-ZÀ-Þ][^,.;:()]{1,70}?)(?:\s+\([A-Z][\w-]+\))?"
    r"(?:,?\s+(?:together\s+|jointly\s+)?with\s+(?P<partners>[^.;]{2,120}?),?)?"
    r"\s+(?P<verb>(?:will|shall|is\s+to|are\s+to|has\s+agreed\s+to)\s+[a-z]+|is\s+(?:in\s+charge|responsible)|(?:[a-z]+(?:s|es)|lead|coordinate|prepare))\b"
)
_LEADS = re.compile(
    r"(?P<lead>[A-ZÀ-Þ][^,.;:()]{1,70}?)\s+(?:will\s+|is\s+to\s+)?(?:leads?|coordinates?|takes?\s+the\s+lead)\b(?:\s+on\b)?(?P<turns>\s+in\s+\d{4}(?:,\s+(?:and\s+)?[^,.;]{2,60}\s+in\s+\d{4})*)?"
)
_BY = re.compile(r",\s+by\s+(?:the\s+)?(?P<lead>[A-ZÀ-Þ][^.;]{1,140})$")
_ALIKE = re.compile(r"\s+and\s+(?:the\s+)?|,\s+")
_TURNS = re.compile(r"(?P<who>[A-ZÀ-Þ][^,;()]*?)\s+in\s+\d{4}\b")
_KNOWN = re.compile(
    r"\b(?:we|it)\s+(?:shall|will)\s+(?:be\s+)?(?:know|known|see)\b[^.;]*?\b(?:when|once|if|by)\s+(?P<sign>[^.;]+)"
    r"|\b(?:done|kept|met|fulfilled|achieved|reached|successful|a\s+success)\s+(?:when|once|if)\s+(?P<when>[^.;]+)",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?P<from>(?:not?\s+later\s+than|by|before|until|from|in|during|between|throughout|starting|beginning)\s+(?:the\s+|late\s+|early\s+|mid-?)*"
    r"(?:(?:end|start|beginning|middle|first|second|third|fourth|last|autumn|spring|summer|winter|quarter|half)\s+(?:of\s+)?(?:the\s+)?)*)$",
    re.IGNORECASE,
)
_ONLY_A_DATE = re.compile(
    r"^\W*(?:to\s+be\s+\w+|due|deadline|first\s+\w+|trial|launch|report|draft|final\s+\w+|by|from|in|until|before|starts?|runs?|ready)\b",
    re.IGNORECASE,
)


_SHORT = 12  # words


def tidied(fields: dict[str, str]) -> dict[str, str]:
    """Return fields whose values end with their sentence, with the partners that a lead names beside itself.

    'Lead: Chile, with Peru. By 30 June 2024' gives lead, partners and timeline.
    """
    found = dict(fields)
    for role in ("lead", "partners", "timeline", "budget"):
        value = found.get(role)
        if value is None:
            continue
        first, *rest = _SENTENCE.split(value)
        found[role] = first.rstrip(" .")
        for more in rest:
            if (sign := _KNOWN.search(more)) is not None:
                found.setdefault("indicator", clean(sign["sign"] or sign["when"]).rstrip(" ."))
                continue
            if _ALL_ALONG.match(more):
                found.setdefault("timeline", clean(more).rstrip(" ."))
                continue
            if (when := _when(more)) is not None:
                # 'Two courses, the first in May 2024' says more than its date
                short = len(more.split()) <= _SHORT
                found.setdefault("timeline", clean(more).rstrip(" .") if short else when)
    lead = found.get("lead")
    if lead is not None and "partners" not in found and (beside := _WITH.search(lead)) is not None:
        found["lead"], found["partners"] = (
            lead[: beside.start()].rstrip(" ,("),
            lead[beside.end() :].rstrip(" ."),
        )
    return found


def told(text: str, context: Context) -> dict[str, str]:
    """Return the lead, partners, timeline and indicator that the sentences of an activity state."""
    found: dict[str, str] = {}
    sentences = [sentence.strip() for sentence in _SENTENCE.split(text)]
    for sentence in sentences:
        if (sign := _KNOWN.search(sentence)) is not None:
            found.setdefault("indicator", clean(sign["sign"] or sign["when"]))
    for sentence in sentences:
        if (leads := _LEADS.match(sentence)) is not None and _party(leads["lead"], context):
            turns = clean(f"{leads['lead']}{leads['turns'] or ''}")
            rotating = leads["turns"] is not None and len(_TURNS.findall(turns)) > 1
            found.setdefault("lead", turns if rotating else leads["lead"])
    for sentence in sentences:
        subject = _SUBJECT.match(sentence)
        if "lead" not in found and subject is not None and _party(subject["lead"], context):
            found["lead"] = re.sub(r"^The\s+", "", subject["lead"])
            if subject["partners"]:
                found.setdefault("partners", clean(subject["partners"]))
        done_by = _BY.search(sentence)
        if "lead" not in found and done_by is not None:
            who = re.sub(r"\s*\([^()]*\)", "", done_by["lead"]).rstrip(" .")
            if all(_party(part, context) for part in _ALIKE.split(who)):
                found["lead"] = clean(done_by["lead"]).rstrip(" .")
    for sentence in sentences:
        for clause in re.split(r";\s+", sentence):
            if _TURNS.search(clause) and _LEADS.match(clause):
                continue  # the years of the leads
            if "timeline" not in found and not _KNOWN.search(clause) and (when := _when(clause)) is not None:
                found["timeline"] = when
    return found


def split_lead(head: str, fields: dict[str, str]) -> dict[str, str]:
    """Return fields with the partners taken out of the brackets behind the lead, where the column says so.

    'Lead (with)' over 'Chile (Peru, FAO)'.
    """
    lead = fields.get("lead", "")
    brackets = re.search(r"\s*\((?P<inside>[^()]+)\)\s*$", lead)
    shared = re.search(r"\b(?:with|partners?|support\w*|others?)\b", head, re.IGNORECASE)
    if brackets is None or shared is None or "partners" in fields:
        return fields
    return {**fields, "lead": lead[: brackets.start()].strip(), "partners": brackets["inside"].strip()}


def _party(name: str, context: Context) -> bool:
    bare = re.sub(r"^(?:[Tt]he\s+)", "", name.strip())
    parts = [bare] if context.parties.resolve(bare, fuzzy=False) else re.split(r"\s+and\s+(?:the\s+)?", bare)
    return all(
        context.parties.resolve(part, fuzzy=False) is not None
        or re.fullmatch(r"[A-Z][A-Z-]{2,}", part.strip())
        or re.search(r"\b(?:Secretariat|Unit|Office|Team|Force|Group|Panel|Cell|Committee)\b", part)
        for part in parts
    )


def _when(clause: str) -> str | None:
    """The time of a clause that ends with a date or is about one: 'Trial from May to October 2025'."""
    dates = find_dates(clause)
    if not dates:
        return None
    ends = not clause[dates[-1].end :].strip(" .)")
    if not (ends or _ONLY_A_DATE.match(clause)):
        return None
    before = _UNTIL.search(clause[: dates[0].start])
    if before is None and not _ONLY_A_DATE.match(clause):
        return None
    left = before.start("from") if before else dates[0].start
    return clean(clause[left : dates[-1].end])
