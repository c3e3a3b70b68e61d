"""A mention of a person on its way to a record."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.document import Span
from corpus.names.parties import resolve
from corpus.records.acronyms import BODIES
from corpus.records.roles import roles_named
from corpus.records.statements import clean
from corpus.records.types import PartyKind

if TYPE_CHECKING:
    from corpus.records.context import Context

_BESIDE = re.compile(
    r"\s*(?:,?\s*\band\s+(?:the\s+)?(?P<role>(?:Co-|Vice-|Deputy\s+)?Chair\b.*)"
    r"|[,;]\s+(?P<last>(?:Co-|Vice-)?Chair(?:person|man|woman)?(?:\s+of\s+the\s+[\w\s-]*(?:Group|Committee|Meeting))?))$",
    re.DOTALL,
)
_LEADING_DELEGATION = re.compile(
    r"^(?P<role>(?:Deputy\s+|Alternate\s+)?(?:Head|Leader)\s+of\s+(?:the\s+)?Delegation)\s*(?:[;,/–—-]\s*(?P<rest>.+))?$",
    re.DOTALL,
)
_SENT = re.compile(
    r"\b(?:Ambassador|High\s+Commissioner|Envoy|Consul|Embassy|Permanent\s+Representative)\b.*?\s(?P<to>to|in)\s"
)
_MARK = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{1,60})[)\]]\s*")
_POST_ROLE = re.compile(
    r"^(?P<role>(?:Working\s+Group\s+|Meeting\s+)?(?:Co-|Vice-|Deputy\s+)?Chair(?:man|woman|person)?(?:\s+of\s+the\s+(?:[\w-]+\s+){0,6}"
    r"(?:Group|Meeting|Committee|Force|Team|Forum|Conference))?)(?:\s*(?:,|and|&|;)\s*(?P<rest>.+))?$",
    re.DOTALL,
)

# 'Chile (Rapporteur, and) Ms X': the office is that of another delegate
ANOTHER_BESIDE = re.compile(r"\([^()]{3,30},?\s+and\)\s*")


@dataclass(frozen=True, slots=True)
class Mention:
    """What one place of a document says of one person.

    `at` is where the name begins; `party` is a canonical name, and `party_stated` says whether this place
    gives it.
    """

    name: str
    at: int
    spans: tuple[Span, ...]
    honorific: str | None = None
    post: str | None = None
    organisation: str | None = None
    party: str | None = None
    party_stated: bool = False
    roles: tuple[str, ...] = ()
    role_text: str | None = None
    session: str | None = None
    predecessor: str | None = None


def take_marks(text: str) -> tuple[str, tuple[str, ...], str | None]:
    """Take bracketed roles off a cell or segment: 'Ms X (Chair)' → 'Ms X', ('chair',), 'Chair'."""
    roles: list[str] = []
    words: list[str] = []

    def off(match: re.Match[str]) -> str:
        named = roles_named(clean(match["inside"]))
        if not named:
            return match.group()
        roles.extend(named)
        words.append(clean(match["inside"]))
        return " "

    bare = _MARK.sub(off, text)
    tail = re.search(r"\s[–—-]\s+(?P<inside>[^–—,;]{3,40})$", bare.rstrip())
    if tail and (named := roles_named(tail["inside"])) and len(tail["inside"].split()) <= 4:
        roles.extend(named)  # 'Ms X – Chair'
        words.append(clean(tail["inside"]))
        bare = bare[: tail.start()]
    return bare, tuple(dict.fromkeys(roles)), "; ".join(words) or None


def title_behind(text: str) -> tuple[str, str | None]:
    """Take a form of address off that stands in brackets behind a name: 'TAN Wei Ling (Ms.)'."""
    match = re.search(r"\s*\((?P<title>Mr|Ms|Mrs|Miss|Dr|Prof)\.?\)", text)
    return (text[: match.start()] + text[match.end() :], match["title"]) if match else (text, None)


def body_and_party(written: str, context: Context) -> tuple[str, str] | None:
    """Split 'Department of Agriculture, Thailand' or 'BRIN (Indonesia)' into the body and its state."""
    match = re.match(r"^(?P<body>.+?)(?:,\s+|\s*\()(?P<state>[^,()]+)\)?$", written)
    party = context.parties.resolve(match["state"], fuzzy=False) if match else None
    if match is None or party is None or party.kind is not PartyKind.STATE:
        return None
    known = context.parties.resolve(match["body"], fuzzy=False)
    return None if known is not None and known.kind is PartyKind.STATE else (match["body"], party.name)


def split_post(post: str | None) -> tuple[str | None, tuple[str, ...], str | None]:
    """Separate a role at the meeting from a post: 'Director of X and Chair of the Working Group'."""
    if not post:
        return None, (), None
    post = clean(post).strip(" ,;")
    post = post[:-1] if post.endswith(".") and not re.search(r"\b(?:[A-Z]|Inc|Ltd|Co)\.$", post) else post
    leading = _LEADING_DELEGATION.match(post)
    if leading:
        rest = clean(leading["rest"] or "").strip(" ,;")
        return rest or None, ("head of delegation",), clean(leading["role"])
    alone = _POST_ROLE.match(post)
    if alone and roles_named(alone["role"]):
        return clean(alone["rest"] or "") or None, roles_named(alone["role"]), clean(alone["role"])
    beside = _BESIDE.search(post)
    said = clean(beside["role"] or beside["last"]) if beside else ""
    if beside and roles_named(said):
        return clean(post[: beside.start()]) or None, roles_named(said), said
    return post, (), None


def party_of(post: str | None, found: str | None, context: Context) -> str | None:
    """Return the canonical name of the party of a post: Australia for 'Australian Ambassador to Fiji'."""
    if post and (sent := _SENT.search(post)):
        hits = context.parties.find(post)
        before = [hit for hit in hits if hit.end <= sent.start("to")]
        if before:
            return before[0].party.name
    if not found:
        return None
    known = context.parties.resolve(found, fuzzy=False)
    return known.name if known else found


def _is_state(name: str) -> bool:
    party = resolve(name)
    return party is not None and party.kind is PartyKind.STATE


def organisation_of(post: str | None, found: str | None) -> str | None:
    """Return the ministry, agency or company in a post: what was found, or the fuller part after a comma."""
    if not post:
        return clean(found).rstrip(" .,") if found else None
    held = clean(found).rstrip(" .,") if found and clean(found).rstrip(" .,") in post else None
    if held and _is_state(held):
        held = None
    rest = post.split(", ", 1)[1] if ", " in post else ""
    if rest and BODIES.search(rest.split(",")[0]) and (held is None or len(rest) > len(held)):
        return rest
    return held
