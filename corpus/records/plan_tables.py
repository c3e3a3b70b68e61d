"""Tables of work plans and of action points: which they are, and what their columns hold."""

from __future__ import annotations

import re
from collections.abc import Mapping

from corpus.document import Document, Kind, Table
from corpus.records.columns import columns, heads, vocabulary
from corpus.records.plan_cells import told_by_cells
from corpus.records.plan_money import names_currency

_PLAN = re.compile(
    r"\b(?:work\s*plan|action\s+plan|plan\s+of\s+action|road\s*map|programme\s+of\s+work|work\s+programme"
    r"|workplan|strategy|strategic\s+plan|implementation\s+plan)\b",
    re.IGNORECASE,
)
# A table of steps with their dates alone tells a history.
_CHRONICLE = re.compile(r"dates?|years?|time|period|when", re.IGNORECASE)
_SURE = 3  # columns that heads name: then it is such a table, and cells may tell the rest
_ACTIONS = re.compile(
    r"\b(?:action|follow-?up|next\s+steps?|task|to-?do|matters?\s+arising)\b", re.IGNORECASE
)


def names_plan(text: str) -> bool:
    """Say whether a text names a work plan, roadmap, programme of work or strategy."""
    return bool(_PLAN.search(text))


def is_plan(document: Document) -> bool:
    """Say whether a document is itself a plan."""
    return document.metadata.kind is Kind.WORK_PLAN or names_plan(document.metadata.title)


def table_columns(table: Table, plan: bool = False) -> dict[str, int]:
    """Return role → column of a table of activities; empty where it is no such table.

    In a `plan` the first column may bear any name. Beginning and end may stand in columns of their own.
    """
    vocabulary_ = vocabulary("plan_columns.toml")
    roles = columns(table.header, vocabulary_, _known(table, vocabulary_))
    if "activity" not in roles and "objective" in roles:
        roles["activity"] = roles.pop("objective")
    if len(roles.keys() - {"budget", "status"}) >= _SURE:
        roles = told_by_cells(table, roles)
    roles = _timed(roles)
    fields = roles.keys() & {"lead", "timeline"}
    if "activity" not in roles and plan and "lead" in fields and len(roles) > 1:
        unnamed = [at for at, head in enumerate(table.header) if head and at not in roles.values()]
        if unnamed:
            roles["activity"] = unnamed[0]
        elif "indicator" in roles and _RESULTS.fullmatch(heads(table.header)[roles["indicator"]]):
            roles["activity"] = roles.pop("indicator")  # 'Output' where nothing else says what is done
    if "activity" not in roles or not fields:
        return {}
    if "lead" not in roles and (
        "timeline" not in roles or _CHRONICLE.fullmatch(table.header[roles["timeline"]].strip())
    ):
        return {}
    return roles


def _timed(roles: dict[str, int]) -> dict[str, int]:
    """Return roles with a timeline wherever a time stands, and 'start' and 'end' only where both do."""
    if "start" in roles and "end" not in roles and "timeline" in roles:
        roles["end"] = roles["timeline"]  # 'From' and 'Until'
    if {"start", "end"} <= roles.keys():
        return {**roles, "timeline": roles["end"]}
    for one in ("start", "end"):
        if one in roles:
            at = roles.pop(one)
            roles.setdefault("timeline", at)
    return roles


_RESULTS = re.compile(r"(?:planned |main |key )?(?:outputs?|deliverables?|results?|products?)")


def _known(table: Table, words: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Return the columns that the words of their heads alone would not tell.

    'Output' beside 'Measure of success' is what is to be done; a column headed by a currency holds sums; one
    without a name that holds numbers or labels only holds those.
    """
    named = heads(table.header)
    known: dict[str, int] = {}
    if not any(head in words["activity"] for head in named):
        results = [at for at, head in enumerate(named) if _RESULTS.fullmatch(head)]
        signs = [head for at, head in enumerate(named) if at not in results[:1] and _measures(head, words)]
        if results and signs:
            known["activity"] = results[0]
    if "activity" not in known and named and (both := _BOTH.fullmatch(named[0])):  # noqa: SIM102
        # 'No. What' over '7/1 Send the form'
        if both["rest"] in words["activity"]:
            known["activity"] = 0
    money = [at for at, head in enumerate(table.header) if names_currency(head)]
    if len(money) == 1:
        known["budget"] = money[0]
    first = [row.cells[0].text.strip() for row in table.rows if not row.spanning and row.cells]
    if named and not named[0] and first and all(_LABEL.fullmatch(cell) for cell in first):
        known["number"] = 0
    return known


_BOTH = re.compile(r"(?:no|nr|number|ref|item)\W+(?P<rest>\w.*)")
_LABEL = re.compile(
    r"(?:[A-Z]{1,4}[.\- ]?)?\d{1,3}(?:[.\-/]\d{1,3}){0,2}[a-z]?\.?|[IVX]{1,4}(?:[.\-]\d{1,2})?\.?|[A-Za-z]\.?"
)


def _measures(head: str, words: Mapping[str, tuple[str, ...]]) -> bool:
    return any(re.search(rf"\b{re.escape(phrase)}\b", head) for phrase in words["indicator"])


def is_action_table(document: Document, table: Table, roles: dict[str, int]) -> bool:
    """Say whether a table of activities lists the action points of a meeting rather than a plan."""
    if roles.keys() & {"objective", "partners", "indicator"} or document.metadata.kind is Kind.WORK_PLAN:
        return False
    path = document.sections[table.section].path if table.section < len(document.sections) else ()
    nearest = next((head for head in reversed(path) if names_plan(head) or _ACTIONS.search(head)), "")
    if nearest:
        return not names_plan(nearest) or bool(
            re.search(r"\baction\s+(?:points?|items?)\b", nearest, re.IGNORECASE)
        )
    return not names_plan(document.metadata.title)
