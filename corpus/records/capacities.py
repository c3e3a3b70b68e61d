"""In what capacity a list names its parties, by the words of its head and a table that users extend."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from corpus.names.dates import find_dates
from corpus.names.numbers import find_numbers, parse_number
from corpus.names.party_table import Party
from corpus.records.types import Capacity, PartyKind

_LEVEL = re.compile(
    r"\b(?P<senior>senior[- ]official)|\b(?P<minister>ministerial|ministers?\b)"
    r"|\b(?P<heads>heads of (?:state|government))",
    re.IGNORECASE,
)
# Heads of lists that are no attendance: who presented, led, wrote, chaired, or what was discussed.
_NOT_ATTENDANCE = re.compile(
    r"\b(?:panel\w*|present(?:ed|ations?|ers?|ing)|leads?\b|led\b|speech|topics?|themes?|issues?|priorit\w+|objectives?"
    r"|contribut\w+|drafting|outcomes?|decisions?|partners? (?:of|in) the|moderat\w+|co-?chair\w*"
    r"|chairs?\b|co-hosts?|hosts?\b|rapporteurs?\b"
    r"|agenda|action|focus|recommend\w*|conclusions?|documents?|annex(?:es)?\b|follow-up|next|note|purpose|owner|due"
    r"|signator\w+|ratif\w+|endorse\w*|nominat\w+|elected|composition|quorum|donat\w+|funded|trained|visited|(?<!took their )(?<!took its )seats?)\b",
    re.IGNORECASE,
)


_BEFORE_CAPACITY = re.compile(
    r"\bfrom\s+([\w-]+)\s+(?:additional\s+)?(?:members?|observers?|member\s+states|countries|states|organi[sz]ations|economies)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[Capacity, re.Pattern[str]], ...]:
    data = tomllib.loads(files("corpus.records").joinpath("capacities.toml").read_text(encoding="utf-8"))
    return tuple(
        (Capacity(entry["name"]), re.compile(rf"\b(?:{'|'.join(entry['words'])})", re.IGNORECASE))
        for entry in data["capacity"]
    )


@lru_cache(maxsize=4096)
def capacity_of(head: str) -> Capacity | None:
    """Return the capacity that the head of a list states, or None where it states none."""
    for capacity, words in _table():
        if words.search(head):
            return capacity
    return None


def may_head(head: str) -> bool:
    """Say whether a head leaves open that its parties attended: no word of chairs, hosts, decisions and the like."""
    return not _NOT_ATTENDANCE.search(head)


def is_attendance_head(head: str) -> bool:
    """Say whether a label or heading can head a list of attendance."""
    capacity = capacity_of(head)
    if capacity is None:
        return False
    if capacity is Capacity.SPEAKER:
        return True
    return not _NOT_ATTENDANCE.search(
        re.sub(r"\bchair(?:man|ship)?\b", "", head) if "attend" in head else head
    )


def level_of(text: str) -> str | None:
    """Return the level at which a head or clause says that parties were represented."""
    match = _LEVEL.search(text)
    if match is None:
        return None
    return (
        "senior officials"
        if match["senior"]
        else "ministers"
        if match["minister"]
        else "heads of state or government"
    )


def stated_count(head: str) -> int | None:
    """Return the count that a head states: 'nine of the 11 member States' → 9, 'both organisations' → 2."""
    bare = head
    for found in reversed(find_dates(head, 2000)):
        bare = bare[: found.start] + bare[found.end :]
    bare = re.sub(
        r"\b(?:19|20)\d\d\b|\b(?:items?|days?|articles?|paragraphs?|sessions?)\s+\d+\b", "", bare, flags=re.I
    )
    numbers = find_numbers(bare)
    if not numbers or re.search(
        r"\b(?:none|more than|over|about|around|some|at least|nearly|almost|up to)\b", bare, re.I
    ):
        return None
    if len(numbers) > 1 and re.match(r"\W*(?:out\s+)?of\s+(?:the|its|our)\b", bare, re.I):
        return numbers[1].value  # 'Of the nine members, seven were represented'
    adjacent = _BEFORE_CAPACITY.findall(bare)
    if len(numbers) > 1 and len(adjacent) == 1 and (value := parse_number(adjacent[0])) is not None:
        return value
    bracket = re.search(r"\((\d{1,3})(?:\s+\w+)?\)\s*$", bare.strip())
    return int(bracket[1]) if bracket else numbers[0].value


def capacity_by_kind(party: Party) -> Capacity:
    """Return the capacity of a party that is named without one."""
    if party.kind is PartyKind.COMPANY:
        return Capacity.PRIVATE_SECTOR
    if party.kind is PartyKind.CIVIL_SOCIETY:
        return Capacity.CIVIL_SOCIETY
    if party.kind is PartyKind.INTERNATIONAL_ORGANISATION:
        return Capacity.INTERNATIONAL_ORGANISATION
    if party.kind is PartyKind.BODY:
        if re.search(r"\b(?:Secretariat|Support Office|Unit|Office|Co-Managers|Bureau)\b", party.name):
            return Capacity.SECRETARIAT
        return Capacity.WORKSTREAM
    return Capacity.PARTICIPANT
