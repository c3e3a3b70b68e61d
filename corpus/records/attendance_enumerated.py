"""Mixed enumerations of those who attended: heads with names in brackets, counts, 'observers from …', bare names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.names.parties import PartyTable
from corpus.records.attendance_groups import Entry, Group, entries_in, entry_of, is_hedged, without_asides
from corpus.records.attendance_words import (
    BACKWARD,
    BARE_LEAD,
    COUNTED,
    LEAD,
)
from corpus.records.capacities import (
    capacity_by_kind,
    capacity_of,
    level_of,
    stated_count,
)
from corpus.records.enumerations import read_list
from corpus.records.statements import Statement, without_marker
from corpus.records.types import Capacity, PartyKind

# 'looked back on ten years of the Accord' goes on with the sentence.
_NO_LEAD = re.compile(
    r"\b(?:on|to|at|into|in|by|with|back|years?|days?|end|course|work|results?|outcomes?|occasion|support|help|looked|took|\w+ing)\b"
)


class Enumerated:
    """Reads the enumerations of one sentence."""

    def __init__(
        self,
        sentence: Statement,
        previous: str,
        meeting: str,
        parties: PartyTable,
        *,
        attending: bool = False,
        sort: Capacity | None = None,
    ) -> None:
        self.text = without_asides(sentence.text)
        self.grouped = self.text != sentence.text  # a name of a group of members was blanked out
        self.offset = sentence.start
        self.mark = without_marker(sentence.text)[1] or self.of_note(parties)
        self.previous = previous
        self.meeting = meeting
        self.parties = parties
        self.attending = attending  # the text around is about attendance
        self.sort = sort  # the capacity that the head of the paragraph states

    def of_note(self, parties: PartyTable) -> int:
        """The length of the bare number of a footnote before a party: '2 Kenya and Malawi took part by …'."""
        number = re.match(r"\s*\d{1,2}\s+(?=[A-ZÀ-Þ])", self.text)
        if number is None:
            return 0
        first = parties.find(self.text[number.end() : number.end() + 80])
        return number.end() if first and first[0].start == 0 else 0

    def group(self, capacity: Capacity, label: str, start: int, end: int) -> Group:
        """Begin a list with its label and evidence."""
        label = re.sub(r"\s+", " ", label).strip(" ,;:(")
        return Group(
            self.meeting, capacity, label, (self.offset + start, self.offset + end), hedged=is_hedged(label)
        )

    def capacity(self, head: str) -> Capacity | None:
        """The capacity that a head states; backward words take it from the sentence before."""
        if BACKWARD.search(head):
            behind = capacity_of(self.previous)
            ahead = capacity_of(self.text[: self.text.find(head)]) if head in self.text else None
            return (
                behind if behind not in (None, Capacity.PARTICIPANT, Capacity.ABSENT) else self.words(ahead)
            )
        return capacity_of(head)

    def words(self, capacity: Capacity | None) -> Capacity:
        """The capacity that the sentence before speaks of."""
        for name in (Capacity.MEMBER, Capacity.OBSERVER):
            if re.search(rf"\b{name.value}", self.previous, re.IGNORECASE):
                return name
        return capacity or Capacity.PARTICIPANT

    def items(self, start: int, end: int, default: Capacity | None, cue: str) -> Iterator[Group]:
        """Read a mixed enumeration: heads with names in brackets, counts, 'observers from …', bare names."""
        text = self.text
        bare: dict[Capacity, Group] = {}
        current, label = default, cue
        behind = start
        for item in read_list(text, start, end, self.parties):
            written = text[item.start : item.end]
            if ";" in text[behind : item.start]:
                current, label = default, cue  # a capacity holds up to the semicolon
            behind = item.whole
            head_start = item.start
            lead_word = re.search(
                r"\b(?:both|all|the|its)\s+$", text[max(start, item.start - 12) : item.start]
            )
            if lead_word and written[:1].islower():
                head_start = max(start, item.start - 12) + lead_word.start()
            head = text[head_start : item.end]
            if item.inside is not None and not self.is_name(written):
                group = self.listed(head, head_start, item.inside[0], item.inside[1], item.whole)
                if group is not None:
                    yield group
                    continue
            if item.remark and not self.is_name(written) and capacity_of(written) is not None:
                left = text.find(item.remark, item.end)
                group = self.listed(head, head_start, left, left + len(item.remark), item.whole)
                if group is not None:
                    yield group
                    continue
            lead = LEAD.match(written) or self.bare_lead(written)
            if lead is not None and _NO_LEAD.search(lead["lead"]):
                continue
            if lead is not None:
                stated = capacity_of(lead["lead"])
                current = stated if stated not in (Capacity.PARTICIPANT, Capacity.GUEST) else default
                label = lead["lead"]
                count = stated_count(lead["lead"])
                if not re.search(r"[A-Z]", lead["name"][:1]):
                    continue
                entry = None
                entries = self.entries(item.start + lead.start("name"), item.end, item.acronym, item.remark)
            elif written[:1].islower() or written[:1].isdigit():
                head_count = COUNTED.match(written)
                counted = stated_count(head_count["head"]) if head_count else None
                capacity = capacity_of(written)
                if counted is not None and capacity is not None and " of them" not in written:
                    group = self.group(capacity, written, item.start, item.end)
                    group.covers = [(self.offset, self.offset + len(self.text))]
                    group.stated, group.listed = counted, False
                    yield group
                continue
            else:
                count = None
                entry = entry_of(text, item, self.offset, self.parties)
                entries = [entry] if entry is not None else []
            for entry in entries:
                self.bare(bare, entry, current, label, count, start, end)
        for group in bare.values():
            first, last = group.entries[0], group.entries[-1]
            if len(bare) > 1:
                group.evidence = (first.start, last.end)
            yield group

    def bare_lead(self, written: str) -> re.Match[str] | None:
        """'as observers Canada', 'business Windward Packers': words that state a capacity right before a name."""
        found = BARE_LEAD.match(written)
        stated = capacity_of(found["lead"]) if found is not None else None
        return found if stated not in (None, Capacity.PARTICIPANT, Capacity.SPEAKER) else None

    def bare(
        self,
        bare: dict[Capacity, Group],
        entry: Entry,
        current: Capacity | None,
        label: str,
        count: int | None,
        start: int,
        end: int,
    ) -> None:
        """Put a name that stands by itself into the list of its capacity."""
        capacity = current
        if capacity is None:
            state = entry.party.kind is PartyKind.STATE
            capacity = Capacity.PARTICIPANT if state else capacity_by_kind(entry.party)
        if capacity not in bare:
            bare[capacity] = self.group(capacity, label, start, end)
            bare[capacity].hedged = is_hedged(self.text)
            bare[capacity].stated = count
        bare[capacity].add(entry)

    def is_name(self, written: str) -> bool:
        """Whether an item is a name and not a head."""
        return bool(re.match(r"[A-Z]", written)) and capacity_of(written) in (None, Capacity.SECRETARIAT)

    def entries(self, start: int, end: int, acronym: str | None, remark: str | None) -> list[Entry]:
        """The names behind 'observers from', with the brackets behind the last one."""
        found = entries_in(self.text, start, end, self.offset, self.parties)
        if found:
            found[-1].acronym = acronym or found[-1].acronym
            found[-1].note = remark
        return found

    def listed(self, head: str, start: int, left: int, right: int, end: int) -> Group | None:
        """A head with its names in brackets: 'nine of the 11 member States (…)'."""
        stated = stated_count(head)
        entries = entries_in(self.text, left, right, self.offset, self.parties, stated)
        capacity = self.capacity(head)
        if not entries or capacity is None:
            return None
        group = self.group(capacity, head, start, end)
        group.stated = stated
        group.level = level_of(head)
        group.hedged = is_hedged(self.text[left:right]) or is_hedged(head)
        for entry in entries:
            group.add(entry)
        return group

    def known(self, entry: Entry) -> bool:
        """Whether the party is known or its name tells its kind."""
        return entry.party.kind is not PartyKind.UNKNOWN
