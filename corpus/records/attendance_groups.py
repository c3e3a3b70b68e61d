"""Lists of attendance as they are gathered, and the records made from them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from corpus.document import Document, Span
from corpus.names.parties import Party, PartyTable
from corpus.records.capacities import capacity_by_kind
from corpus.records.enumerations import ListItem, looks_like_name, read_list
from corpus.records.statements import record_id
from corpus.records.types import Attendance, AttendanceGroup, Capacity, Completeness, PartyKind

_HEDGE = re.compile(
    r"\b(?:including|such as|among others|among them|inter alia|e\.g|for example|notably|in particular"
    r"|and others|etc"
    r"|not a full|not a complete|some of|part of the list)\b",
    re.IGNORECASE,
)
_PARTLY = re.compile(r"\bincluded\b", re.IGNORECASE)  # 'Those present included …' names some
_MODE = re.compile(
    r"\b(?:by|via|through|over)\s+(?:an?\s+|the\s+)?video(?:[ -]?(?:link|conferenc\w*|call|screen|connection|bridge|message))?\w*(?:\s+throughout)?|\bon(?:line|[- ]line(?!\s+\d))\b|\bvirtual(?:ly)?\b|\bremote(?:ly)?\b"
    r"|\bin person\b|\bon[ -]screen\b|\bin the room\b|\bon[ -]?site\b|\bphysically\b"
    r"|\bby (?:tele(?:phone|conference)|phone|zoom|webex)\b|\bdialled in\b|\bconnected\b(?!\s+(?:on|in|by|via|through|over|remote|virtual))",
    re.I,
)
_IN_PERSON = re.compile(
    r"\bin person\b|\bin the room\b|\bon[ -]?site\b|\bphysically\b|^(?:in|at)\s+(?:the\s+)?(?-i:[A-ZÀ-Þ])",
    re.I,
)
# Unknown names of one word that are no party: what a list of attendance may hold beside parties.
_NO_PARTY = re.compile(
    r"^(?:(?:Members?|Observers?|Participants?|Others?|Delegations?|Governments?|States?|Countries"
    r"|Co-?Chairs?|Chair(?:man)?"
    r"|Operators?|Regulators?|Buyers?|Advis[eo]rs?|Speakers?|Guests?|Employers?|Companies|Workers|Experts?|Officials?|Ministers?|Representatives?"
    r"|Organi[sz]ations?|Apologies|Present|Total|None|Name|Country"
    r"|Head of Delegation|Meeting|Session|Sitting|List|The|All|Both|Each|Also|Page|Item|Agenda|Date|Venue"
    r"|Senior|Member|Working Groups?"
    r"|National|Other|International|of|and|the)\s*)+$|^(?:Working Group on|Head of|Annex|Page|Item)\b",
    re.IGNORECASE,
)


# What a party is, before its name: 'the auction house X', 'the Samoan law firm Y'.
_DESCRIBED = re.compile(
    r"(?:an?\s+|the\s+)?(?:[A-Z][a-z]+(?:an|ese|ish|ch|i|ian)\s+)?(?:[a-z-]+\s+){0,2}"
    r"(?:company|firm|house|platform|provider|operator|bank|shipowner|manufacturer|airline|start-up"
    r"|foundation|charity|ngo|association|union|network|coalition|federation|institute|think-tank|group)\s+(?=[A-Z])"
)
_KINDS = frozenset({"NGO", "NGOs", "IGO", "CSO", "INGO", "UN"})  # what a party is, no acronym of its name
_REPRESENTED = re.compile(
    r",\s+(?:represented|accompanied|headed|led)\s+by\s+(?=(?:(?:its|the|her|his)\s+)?[A-Z])[^;,()]+(?:\([^()]*\))?"
)
_APPOSED = re.compile(
    r",\s+an?\s+(?:[a-z-]+\s+){0,3}(?:organi[sz]ation|association|company|firm|network|charity|foundation|institute)(?=[,;.])"
)  # 'Shoreline (SHL), a non-governmental organisation,'
_OF_GROUP = re.compile(
    r"\b(?:[Ff]rom|[Oo]f|[Ff]or|[Ii]n)\s+the\s+(?:[A-Z][\w’'-]*\s+){1,4}(?:Group|Region|Constituency|Chapter)\s*[,:]"
)
_OF_PRESENCE = re.compile(r"\b(?:only|items?|could|unable|prevented|delayed|kept|not|holding)\b")
_BUSINESS = re.compile(
    r"\b(?:company|firm|house|platform|provider|operator|bank|shipowner|manufacturer|airline|start-up)\b"
)


@dataclass(slots=True)
class Entry:
    """One party in a list, with offsets in the document."""

    written: str
    start: int
    end: int
    party: Party
    acronym: str | None = None
    mode: str | None = None
    note: str | None = None
    people: list[str] = field(default_factory=list)
    capacity: Capacity | None = None  # where it differs from the list's


@dataclass(slots=True)
class Group:
    """One list of attendance."""

    meeting: str
    capacity: Capacity
    label: str
    evidence: tuple[int, int]
    entries: list[Entry] = field(default_factory=list)
    stated: int | None = None
    level: str | None = None
    hedged: bool = False
    listed: bool = True  # presented as a list; a mere count is not
    mode: str | None = None
    covers: list[tuple[int, int]] = field(default_factory=list)  # text that needs no second reading
    unread: bool = False  # a sentence on who attended whose names found no place in a list

    def add(self, entry: Entry) -> None:
        """Add a party; a party that stands there already gets the new person and note."""
        if entry.capacity is not None and self.capacity in (Capacity.APOLOGIES, Capacity.ABSENT):
            entry.note, entry.capacity = entry.note or entry.capacity.value, None
        for known in self.entries:
            if known.party == entry.party:
                known.people.extend(person for person in entry.people if person not in known.people)
                known.note = known.note or entry.note
                known.mode = known.mode or entry.mode
                return
        self.entries.append(entry)


def entries_in(
    text: str, start: int, end: int, offset: int, parties: PartyTable, expected: int | None = None
) -> list[Entry]:
    """Read the parties enumerated in `text[start:end]`; `offset` is where `text` begins in the document."""
    text = without_asides(text)
    return [
        entry
        for whole in read_list(text, start, end, parties, expected)
        for item in _apart(text, whole, parties)
        if (entry := entry_of(text, item, offset, parties)) is not None
    ]


def without_asides(text: str) -> str:
    """Return a text of the same length with blanks for who represented a party and for the names of groups.

    'A, represented by Ms X; from the North Group, B and C' is a list of A, B and C.
    """
    for pattern in (_REPRESENTED, _OF_GROUP, _APPOSED):
        text = pattern.sub(lambda match: " " * len(match.group()), text)
    return text


def _apart(text: str, item: ListItem, parties: PartyTable) -> list[ListItem]:
    """Part 'INTERPOL and UNODC' within a longer list, where both halves are known and the whole is not."""
    written = text[item.start : item.end]
    joint = re.search(r"\s+and\s+(?:the\s+)?", written)
    if joint is None or parties.resolve(written, fuzzy=False) is not None:
        return [item]
    first, second = written[: joint.start()], written[joint.end() :]
    if any(parties.resolve(half.strip(), fuzzy=False) is None for half in (first, second)):
        return [item]
    return [
        replace(item, end=item.start + joint.start(), acronym=None, remark=None),
        replace(item, start=item.start + joint.end()),
    ]


def entry_of(text: str, item: ListItem, offset: int, parties: PartyTable) -> Entry | None:
    """Make an entry of a list item; None where it cannot be the name of a party."""
    start, end = item.start, item.end
    clause = re.search(r",?\s+(?:which|who|whose|that)\s", text[start:end])
    reason = None
    if clause:
        reason = re.sub(r"\s+", " ", text[start + clause.start() : end]).strip(" ,.;")
        end = start + clause.start()
    written = re.sub(r"\s+", " ", text[start:end]).strip()
    lead = re.match(
        r"(?:(?:[Rr]epresentatives?|[Dd]elegations?|[Dd]elegates|[Oo]fficials|the\s+[Gg]overnments?"
        r"|[Gg]overnments?|experts)"
        r"\s+(?:of|from)\s+(?:the\s+)?|the\s+)",
        written,
    )
    if lead:
        start += len(re.match(r"\s*", text[start:end]).group()) + lead.end()  # type: ignore[union-attr]
        written = re.sub(r"\s+", " ", text[start:end]).strip()
    described = _DESCRIBED.match(written)
    if described:
        start += len(re.match(r"\s*", text[start:]).group()) + described.end()  # type: ignore[union-attr]
        written = written[described.end() :]
    if not looks_like_name(written):
        return None
    party = parties.resolve(written, fuzzy=False)
    if party is None:
        if _NO_PARTY.match(written) or re.search(r"\b(?:19|20)\d\d\b|[.?!]\s|:|\b\d+ of \d+\b", written):
            return None
        named = f"{written} ({item.acronym})" if item.acronym and item.acronym not in _KINDS else written
        party = parties.party(named)
    note = item.remark or (reason if reason and _OF_PRESENCE.search(reason) else None)
    kind = item.acronym if item.acronym in _KINDS else None
    if kind:
        note = note or kind
    mode = None
    if note and (found := _MODE.search(note)):
        mode, note = found.group(), None if len(note) - len(found.group()) < 4 else note
    capacity = None
    if described and party.kind in (PartyKind.UNKNOWN, PartyKind.COMPANY, PartyKind.CIVIL_SOCIETY):
        business = _BUSINESS.search(described.group()) is not None
        capacity = Capacity.PRIVATE_SECTOR if business else Capacity.CIVIL_SOCIETY
    if note and re.match(r"(?:as\s+)?observers?\b", note, re.IGNORECASE):
        capacity, note = Capacity.OBSERVER, None
    middle = re.search(r"\(([A-Z][A-Za-z]*(?:-[A-Z]+)*[A-Z])\)", written)
    acronym = (
        (None if kind else item.acronym)
        or (middle[1] if middle else None)
        or (party.acronym if party.acronym and party.acronym != written else None)
    )
    return Entry(written, offset + start, offset + end, party, acronym, mode, note, [], capacity)


def is_hedged(text: str) -> bool:
    """Say whether a list says of itself that it is not complete: 'including', 'among others'."""
    return bool(_HEDGE.search(text))


def names_some(head: str) -> bool:
    """Say whether the words before a list that states no count leave open who else there was."""
    return bool(_PARTLY.search(head))


def mode_in(text: str) -> str | None:
    """Return the words that say how a group attended ('by video link')."""
    match = _MODE.search(text)
    return match.group() if match else None


def presence_of(mode: str | None) -> Literal["in person", "online"] | None:
    """Return what the words of a mode amount to; None where nothing is said."""
    if mode is None:
        return None
    return "in person" if _IN_PERSON.search(mode) else "online"


def completeness(group: Group) -> Completeness:
    """Compare the stated count with the names read."""
    named = len(group.entries)
    if group.capacity is Capacity.SPEAKER:
        return Completeness.UNKNOWN  # who spoke is not who was there
    if group.stated is not None and named:
        return (
            Completeness.COMPLETE if group.stated == named and not group.hedged else Completeness.INCOMPLETE
        )
    if group.hedged or names_some(group.label):
        return Completeness.INCOMPLETE
    if not named or not group.listed:
        return Completeness.UNKNOWN
    return Completeness.COMPLETE


def records_of(document: Document, groups: Iterable[Group]) -> list[Attendance | AttendanceGroup]:
    """Make the records of the gathered lists; a party listed twice in a capacity at a meeting counts once."""
    kept = _merged(list(groups))
    capacities = {
        (group.meeting, entry.party.name): entry.capacity or group.capacity
        for group in kept
        if group.level is None
        for entry in group.entries
    }
    records: list[Attendance | AttendanceGroup] = []
    for group in kept:
        start, end = group.evidence
        key = (group.meeting, group.capacity.value, group.level, group.label, start)
        identity = record_id(document, "group", *key)
        records.append(
            AttendanceGroup(
                id=identity,
                document=document.id,
                evidence=(Span(start=start, end=end),),
                meeting=group.meeting,
                capacity=group.capacity,
                label=group.label,
                level=group.level,
                stated=group.stated,
                named=len(group.entries),
                completeness=completeness(group),
            )
        )
        for entry in group.entries:
            capacity = entry.capacity or group.capacity
            if group.level is not None:
                capacity = capacities.get((group.meeting, entry.party.name), capacity)
            if capacity is Capacity.PARTICIPANT and entry.party.kind not in (
                PartyKind.STATE,
                PartyKind.UNKNOWN,
            ):
                capacity = capacity_by_kind(entry.party)
            records.append(
                Attendance(
                    id=record_id(document, "attendance", identity, entry.party.name, entry.start),
                    document=document.id,
                    evidence=(Span(start=entry.start, end=entry.end), Span(start=start, end=end)),
                    meeting=group.meeting,
                    group=identity,
                    party=entry.party.name,
                    written=entry.written,
                    party_kind=_kind(entry, group),
                    acronym=entry.acronym,
                    capacity=capacity,
                    capacity_text=group.label,
                    mode=entry.mode or group.mode,
                    presence=presence_of(entry.mode or group.mode),
                    note=entry.note,
                    represented_by=tuple(entry.people),
                )
            )
    return records


_KIND_OF = {
    Capacity.CIVIL_SOCIETY: PartyKind.CIVIL_SOCIETY,
    Capacity.PRIVATE_SECTOR: PartyKind.COMPANY,
    Capacity.INTERNATIONAL_ORGANISATION: PartyKind.INTERNATIONAL_ORGANISATION,
}


def _kind(entry: Entry, group: Group) -> PartyKind:
    """The sort of a party; where its name does not tell, what its list is called."""
    stated = _KIND_OF.get(group.capacity)
    mixed = re.search(r"\band\b|\bor\b|[/,]", group.label)
    if stated is not None and not mixed and entry.party.kind in (PartyKind.UNKNOWN, PartyKind.BODY):
        return stated
    return entry.party.kind


def _merged(groups: list[Group]) -> list[Group]:
    """Drop what a fuller list says already: counts without names, and lists that repeat another."""
    kept: list[Group] = []

    def rank(group: Group) -> tuple[bool, bool, int]:
        vague = group.capacity is Capacity.PARTICIPANT and group.level is None
        return not group.entries, vague, group.evidence[0]

    ordered = sorted(groups, key=rank)
    for group in ordered:
        same = [k for k in kept if k.meeting == group.meeting and k.level == group.level]
        alike = [k for k in same if k.capacity is group.capacity]
        if group.unread:
            pass
        elif not group.entries:
            if group.stated is None or any(k.entries for k in alike):
                for other in alike:
                    if other.stated is None and group.stated == len(other.entries):
                        other.stated = group.stated
                continue
        elif group.level is None:
            listed = {e.party for k in same for e in k.entries}
            bare = group.capacity is Capacity.PARTICIPANT or group.stated is None
            if (
                bare
                and alike
                and all(entry.party in {e.party for k in alike for e in k.entries} for entry in group.entries)
            ):
                continue
            if group.capacity is Capacity.PARTICIPANT and all(
                entry.party in listed for entry in group.entries
            ):
                for entry in group.entries:
                    for known in (e for k in same for e in k.entries if e.party == entry.party):
                        known.people.extend(p for p in entry.people if p not in known.people)
                        known.mode = known.mode or entry.mode or group.mode
                        known.note = known.note or entry.note
                continue
        kept.append(group)
    return sorted(kept, key=lambda group: group.evidence[0])
