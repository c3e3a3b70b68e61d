"""Roles at a meeting: from the nouns and verbs beside a person's name; the words stand in `roles.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

# 'Chair of the National Bank' is a post, 'Chair of the Working Group' a role.
_OF_OTHER_BODY = re.compile(
    r"^\s*(?:of|at|for)\s+(?!(?:the\s+)?(?:[\w-]+\s+){0,4}?(?:Working\s+Group|Group|Meeting|Session|Sitting|Plenary|Round\s+Table|Committee"
    r"|Task\s*force|Task\s+Team|Panel|Plenary|Conference|Forum|Dialogue|Sub-?group|Workshop|Process|WG\w*)\b)",
    re.IGNORECASE,
)
_ADVERB = (
    r"(?:(?:also|then|formally|officially|jointly|subsequently|again|once\s+(?:more|again)|kindly|ably|warmly|briefly|who|which|and|has|had|have|he|she"
    r"|they),?\s+)*"
)
_OBJECT = (
    r"(?:\s+(?!by\b|who\b|and\s+(?:said|noted|asked|called|thanked|(?-i:[A-Z]))|(?-i:Mr|Ms|Mrs|Dr)\b)"
    r"[^\s,.;:()]+){0,7}"
)
_TO_NAME = (
    r"\s*(?:(?:both|the|its|his|her|their|by|of|from|as\s+\w+)\s+)*[\"'“‘(]*(?:[A-Z]\w+\s*\(ret\w*\.?\))?\s*$"
)
_DANGLING = re.compile(r"(?:\s+(?:of|on|the|and|to|for|in|at|that|a|an|with|its|his|her|their|by))+$")
_OFFICE = re.compile(r"\brepresented\s+in\s+that\s+(?:office|capacity|role)", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:]\s+|,\s+(?:and|who|which)\s+")
_PLURAL = re.compile(
    r"\b((?:[Cc]o-?|[Vv]ice-?)?[Cc]hair|[Mm]oderator|[Ff]acilitator|[Rr]apporteur|[Pp]anell?ist|[Ss]peaker"
    r"|[Pp]resenter)s\b"
)
REACH = 220  # characters before a name in which its role is looked for


@dataclass(frozen=True, slots=True)
class Role:
    """A role and the words that give it; `start` and `end` are their place in the text that was searched."""

    role: str
    words: str
    start: int
    end: int


@lru_cache(maxsize=1)
def _patterns() -> dict[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    shapes = {
        "noun": "(?:{})",
        "after": rf"^[\s,]*{_ADVERB}(?P<words>(?:{{}})(?!\s+by\b){_OBJECT})",
        "before": rf"(?P<words>(?:{{}})){_TO_NAME}",
    }
    lists = tomllib.loads(files("corpus.records").joinpath("roles.toml").read_text(encoding="utf-8"))
    return {
        name: tuple(
            (entry["role"], re.compile(shape.replace("{}", "|".join(entry["words"])), re.IGNORECASE))
            for entry in lists[name]
        )
        for name, shape in ((key, value.replace("{{}}", "{}")) for key, value in shapes.items())
    }


# what stands between a name and its verb: ', now Deputy Head of the regulator of Ghana, presided'; nobody else's name
_BESIDE = re.compile(
    r"(?:,|\s+(?:of|for|at|in|from))\s+(?![^,]*\b(?:Mr|Ms|Mrs|Miss|Dr|Prof|Sir|Col|Capt|Amb)\b)[^,;.:()]{3,90},(?=\s+(?:presid|(?:co-)?chair|moderat|took\s+the\s+chair|was\s+in\s+the\s+[Cc]hair|held\s+the\s+chair|opened|welcomed|acted\s+as|served\s+as))"
)


def roles_named(text: str) -> tuple[str, ...]:
    """Return the roles that a noun phrase names ('Working Group Co-Chairs', 'opened the event')."""
    found: list[tuple[int, str]] = []
    taken: list[tuple[int, int]] = []
    for role, pattern in _patterns()["noun"]:
        for match in pattern.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            if "chair" in role and _OF_OTHER_BODY.match(text[match.end() :]):
                continue
            found.append((match.start(), role))
    return tuple(dict.fromkeys(role for _, role in sorted(found)))


def role_after(text: str) -> Role | None:
    """Return the role that the words after a name give it: ', who opened the meeting', 'presided'."""
    beside = _BESIDE.match(text)
    for begin in (0, *((beside.end(),) if beside else ())):
        for role, pattern in _patterns()["after"]:
            match = pattern.match(text[begin:])
            if match:
                words = _DANGLING.sub("", match["words"])
                start = begin + match.start("words")
                return Role(role, " ".join(words.split()), start, start + len(words))
    return None


def role_before(text: str) -> Role | None:
    """Return the role that the words before a name give it: 'The meeting was opened by', 'Chair:'."""
    begin = max(0, len(text) - REACH)
    for role, pattern in _patterns()["before"]:
        match = pattern.search(text, begin)
        if not match:
            continue
        if role == "representative" and _OFFICE.search(match["words"]):
            held = roles_named(text[: match.start()])
            role = held[-1] if held else role
        elif role == "representative" and re.search(
            r"\b(?:co-)?chaired\b", text[: match.start()], re.IGNORECASE
        ):
            role = (
                "co-chair" if re.search(r"\bco-chaired\b", text[: match.start()], re.IGNORECASE) else "chair"
            )
        start = max((m.end() for m in _CLAUSE.finditer(text, 0, match.start())), default=0)
        if len(text[start : match.start()].split()) > 12:
            start = match.start("words")
        words = " ".join(text[start : match.end("words")].split()).strip(" ,:–—")
        if re.search(r"\b(?:will|would|shall)\s+be\b", words):
            return None  # planned, of another meeting as a rule
        return Role(role, words, start, match.end("words"))
    return None


def singular(words: str) -> str:
    """Return a role phrase for one holder: 'Working Group Co-Chairs' → 'Working Group Co-Chair'."""
    return _PLURAL.sub(r"\1", words)
