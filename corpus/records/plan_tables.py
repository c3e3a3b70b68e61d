"""Tables of work plans and of action points: which they are, and what their columns hold."""

from __future__ import annotations

import re

from corpus.document import Document, Kind, Table
from corpus.records.columns import columns, vocabulary

_PLAN = re.compile(
    r"\b(?:work\s*plan|action\s+plan|plan\s+of\s+action|road\s*map|programme\s+of\s+work|work\s+programme"
    r"|workplan|strategy|strategic\s+plan|implementation\s+plan)\b",
    re.IGNORECASE,
)
# A table of steps with their dates alone tells a history.
_CHRONICLE = re.compile(r"dates?|years?|time|period|when", re.IGNORECASE)
_ACTIONS = re.compile(
    r"\b(?:action|follow-?up|next\s+steps?|task|to-?do|matters?\s+arising)\b", re.IGNORECASE
)


def names_plan(text: str) -> bool:
    """Say whether a text names a work plan, roadmap, programme of work or strategy."""
    return bool(_PLAN.search(text))


def is_plan(document: Document) -> bool:
    """Say whether a document is itself a plan."""
    return document.metadata.kind is Kind.WORK_PLAN or names_plan(document.metadata.title)


def table_columns(table: Table) -> dict[str, int]:
    """Return role → column of a table of activities; empty where it is no such table."""
    roles = columns(table.header, vocabulary("plan_columns.toml"))
    if "activity" not in roles and "objective" in roles:
        roles["activity"] = roles.pop("objective")
    if "activity" not in roles or not roles.keys() & {"lead", "timeline"}:
        return {}
    if "lead" not in roles and _CHRONICLE.fullmatch(table.header[roles["timeline"]].strip()):
        return {}
    return roles


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
