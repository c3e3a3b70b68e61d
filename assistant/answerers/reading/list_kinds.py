"""Of what kind the items of a list are, and whether that is the kind asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answerers.reading.spans import clean_item
from corpus.names.parties import find_parties, resolve
from corpus.names.party_table import guess_kind
from corpus.records.types import PartyKind

PARTY_NOUNS = re.compile(
    r"\b(?:countr|states?\b|governments?|nations?|members?|observers?|organi[sz]ations?|part(?:y"
    r"|ies)\b|compan|firms?|delegations?|agenc|bod(?:y|ies)|ngos?|groups?|workstreams?|presenters"
    r"|speakers|representatives|societ)",
    re.IGNORECASE,
)
STATE_NOUNS = re.compile(r"\b(?:countr|states?\b|governments?|nations?)", re.IGNORECASE)
PLACE_NOUNS = re.compile(
    r"\b(?:ports?|cities|towns|places|airports|regions|provinces|laboratories)\b", re.IGNORECASE
)
# Sorts of parties, which are no things.
_SORTS = re.compile(
    r"(?:the )?(?:civil society|private sector|industry|academia|academics?|governments?|members?|observers?|ngos?"
    r"|(?:international |regional )?organi[sz]ations|law enforcement|stakeholders|partners|donors|the media|media)"
    r"(?: representatives| organi[sz]ations)?",
    re.IGNORECASE,
)
_KINDS = (
    (
        re.compile(r"\b(?:countr|governments?\b|nations?\b|(?:member |observer )?states?\b)", re.IGNORECASE),
        PartyKind.STATE,
    ),
    (re.compile(r"\bcivil society|\bngos?\b|\bnon-governmental", re.IGNORECASE), PartyKind.CIVIL_SOCIETY),
    (re.compile(r"\bcompan|\bfirms?\b|\bprivate sector|\bbusinesses", re.IGNORECASE), PartyKind.COMPANY),
    (
        re.compile(r"\binternational organi[sz]ation|\bun (?:agenc|bod)", re.IGNORECASE),
        PartyKind.INTERNATIONAL_ORGANISATION,
    ),
)


def of_kind(noun: str, items: Sequence[str]) -> tuple[str, ...]:
    """Return the items of the kind that a noun asks for; empty where they are mostly of another kind."""
    wanted = next((kind for pattern, kind in _KINDS if pattern.search(noun)), None)
    if wanted is None:
        return tuple(items)
    kinds = [_kind(item) for item in items]
    right = [item for item, kind in zip(items, kinds, strict=True) if kind in (wanted, PartyKind.UNKNOWN)]
    sure = sum(kind is wanted for kind in kinds)
    wrong = sum(kind not in (wanted, PartyKind.UNKNOWN) for kind in kinds)
    if wrong and not sure:
        return ()
    return tuple(right if sure else items)


def right_kind(noun: str, cell: str) -> bool:
    """Whether a cell does not name parties of another kind only."""
    wanted = next((kind for pattern, kind in _KINDS if pattern.search(noun)), None)
    kinds = {one.party.kind for one in find_parties(cell)}
    return wanted is None or not kinds or wanted in kinds


def _kind(item: str) -> PartyKind:
    bare = re.sub(r"\s*[(\[].*", "", item)
    party = resolve(bare)
    if party is None and (bracket := re.search(r"[(\[]([A-Z][\w-]+)[)\]]", item)):
        party = resolve(bracket[1])
    return party.kind if party is not None else guess_kind(bare)


def _bare(item: str) -> str:
    return re.sub(r"^(?:with|from|by|to|for|in)\s+", "", clean_item(item))


def are_parties(items: Sequence[str]) -> bool:
    """Whether most items are parties or sorts of parties."""
    known = [
        resolve(re.sub(r"\s*[(\[].*", "", item)) is not None or bool(_SORTS.fullmatch(_bare(item)))
        for item in items
    ]
    return sum(known) * 2 > len(known)
