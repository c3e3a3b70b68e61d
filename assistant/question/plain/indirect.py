"""Turns an indirect question into a direct one: 'whether Chad attended' into 'Did Chad attend'."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.question.plain.tables import verbs

_WHETHER = re.compile(
    r"^\W*(?:whether(?: or not)?|if|that|(?:is|was) it (?:correct|true|right|the case|a fact)(?: to say)? that)\s+",
    re.IGNORECASE,
)
_AUXILIARIES = "was|were|is|are|has|have|had|will|would|can|could|should|did|does"
_POSSESSED = re.compile(
    r"^(?:an?|any|no|some|its|their|delegates|delegations|people|representatives|staff)\b"
)
# 'what the venue was for …', 'who the chair is'
_TURNED = re.compile(
    r"^\W*(?P<what>what|who|when|where)\s+(?P<subject>(?:the|its|his|her|their)\s[^,?]*?)\s+"
    r"(?P<verb>was|were|is|are)\b\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)


@lru_cache(maxsize=1)
def _predicate() -> re.Pattern[str]:
    past = "|".join(sorted(map(re.escape, verbs()), key=len, reverse=True))
    return re.compile(
        rf"^(?P<subject>\S.*?)\s+(?P<verb>{_AUXILIARIES}|{past})\b\s*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL
    )


def direct(text: str) -> str:
    """Return an indirect question as a direct one; any other text as it is."""
    whether = _WHETHER.match(text)
    if whether is not None:
        return yes_or_no(text[whether.end() :])
    turned = _TURNED.match(text)
    if turned is None or re.search(rf"\b(?:{_AUXILIARIES})\b", turned["subject"], re.IGNORECASE):
        return text
    return f"{turned['what']} {turned['verb']} {turned['subject']} {turned['rest'] or '?'}"


def yes_or_no(clause: str) -> str:
    """Return a statement as the question whether it holds: 'Chad had a delegation in Lomé' as 'Did Chad have …'."""
    clause = clause.strip().rstrip("?.! ") + "?"
    found = _predicate().match(clause)
    if found is None:
        return f"Did {clause}"
    verb = found["verb"].lower()
    if verb in ("has", "have", "had") and _POSSESSED.match(found["rest"].lower()):
        return f"Did {found['subject']} have {found['rest']}"
    if verb in _AUXILIARIES.split("|"):
        return f"{verb.capitalize()} {found['subject']} {found['rest']}"
    return f"Did {found['subject']} {verbs()[verb]} {found['rest']}"
