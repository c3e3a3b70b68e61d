"""Attendance in running text: 'attended by nine members (…)', 'X and Y attended as observers'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.names.numbers import find_numbers
from corpus.names.parties import PartyTable
from corpus.records.attendance_clauses import Clauses
from corpus.records.attendance_groups import Group, entries_in, is_hedged, mode_in
from corpus.records.attendance_subjects import Subjects
from corpus.records.attendance_words import (
    AFTER,
    ALL_BUT,
    COUNT_ONLY,
    ONE,
    PANEL,
    WELCOMED,
    cued,
)
from corpus.records.capacities import (
    capacity_of,
    is_attendance_head,
    level_of,
    stated_count,
)
from corpus.records.statements import Statement
from corpus.records.types import Capacity

_COUNTED = re.compile(r"(?:[a-z]+|\d+)\s+(?:[a-z-]+\s+){0,3}[a-z]+:\s+(?=[A-Z])")


def prose_groups(
    sentence: Statement,
    previous: str,
    meeting: str,
    parties: PartyTable,
    *,
    attending: bool = False,
    sort: Capacity | None = None,
) -> list[Group]:
    """Read the lists of attendance in one sentence.

    `previous` is the sentence before it in its paragraph; `attending` says whether the text around is about
    attendance, and `sort` in what capacity the paragraph around says that its parties came.
    """
    clauses = Clauses(sentence, meeting, parties, attending=attending)
    items = Items(sentence, previous, meeting, parties, attending=attending, sort=sort)
    parts = clauses.parts()
    if parts:
        end = max(group.evidence[1] for group in parts) - sentence.start
        return [*parts, *items.subjects(end)]
    mixed = clauses.capacities() if cued(sentence.text) else []
    if mixed:
        return [*mixed, *items.bracketed()]
    headed = list(clauses.heads())
    return [*headed, *items.read()]


class Items(Subjects):
    """Reads the lists of attendance of one sentence."""

    def read(self) -> Iterator[Group]:
        """Apply the rules, the surest first."""
        text = self.text
        if (match := WELCOMED.search(text)) is not None:
            yield from self.items(*match.span("names"), capacity_of(match["label"]), f"as {match['label']}")
        if match := ALL_BUT.search(text):
            yield from self.items(*match.span("names"), Capacity.ABSENT, match["head"])
            return
        if match := ONE.search(text):
            yield from self.one(match)
        after = AFTER.search(text)
        if after is not None and not self.panel(text[: after.start()]):
            found = list(self.received(after))
            yield from found
            if found:
                stop = re.search(r"[.;]\s+(?=[A-Z])", text[after.end() :])
                if stop is not None:
                    yield from self.subjects(after.end() + stop.start())
                return
        colon = re.search(r":\s+(?=[A-Zt])", text)
        if colon and cued(text[: colon.start()]) and is_attendance_head(text[: colon.start()][-120:]):
            found = list(self.after_colon(colon))
            if found:
                yield from found
                return
        bracketed = list(self.bracketed())
        yield from bracketed
        if not bracketed or ";" in text:
            yield from self.subjects()
        if not bracketed:
            yield from self.counts()

    def panel(self, before: str) -> bool:
        """Whether the sentence is about a panel or the like."""
        return bool(
            re.search(r"\b(?:panel|side event|training|exercise|visited|briefed)\b", before, re.IGNORECASE)
        )

    def received(self, after: re.Match[str]) -> Iterator[Group]:
        """Read what stands behind 'attended by' and the like."""
        text, start = self.text, after.end()
        apologies = re.search(r"apolog|regret", after.group(), re.IGNORECASE) is not None
        end = len(text.rstrip(" .*_"))
        default = Capacity.APOLOGIES if apologies else self.lead(text[: after.start()])
        if re.match(r"no\b", after.group(), re.IGNORECASE):  # 'No reply was received from …'
            default = Capacity.ABSENT
        if re.search(r"served", after.group(), re.IGNORECASE):
            default = Capacity.SECRETARIAT
        elif re.search(r"invited", after.group(), re.IGNORECASE):
            default = capacity_of(text[: after.start()]) or Capacity.GUEST
        stop = re.search(
            r",?\s+(?:which|who|whose|where|at which)\s|,\s+(?:while|led by|on (?:the|a)\s)", text[start:end]
        )
        if stop and "(" not in text[start : start + stop.start()][-3:]:
            closed = text.count("(", start, start + stop.start()) == text.count(
                ")", start, start + stop.start()
            )
            end = start + stop.start() if closed else end
        if (short := re.search(r"\b(?:Ltd|Inc|Co|Corp|etc)\.\s+(?=[A-Z])", text[start:end])) is not None:
            end = start + short.start() + len(short.group().rstrip()) - 1
        if (counted := _COUNTED.match(text[start:end])) is not None:  # 'attended by three buyers: A, B and C'
            start, default = start + counted.end(), capacity_of(counted.group()) or default
        yield from self.items(start, end, default, after.group().strip())

    def lead(self, before: str) -> Capacity | None:
        """The capacity that the subject states: 'Members from the North Group attending were …'."""
        head = re.match(
            r"\W*(?:The\s+|Our\s+)?(?P<head>[A-Z]?[a-z]+(?:\s+[a-z]+)?)\s+(?:from|of)\s+the\s+[A-Z]", before
        )
        stated = capacity_of(head["head"]) if head and len(before.split()) < 9 else None
        return None if stated is Capacity.PARTICIPANT else stated

    def after_colon(self, colon: re.Match[str]) -> Iterator[Group]:
        """Read 'head: A, B and C'."""
        text = self.text
        head = re.sub(r"^.*[;:]\s+", "", text[self.mark : colon.start()], flags=re.DOTALL)
        told = re.search(
            r"\bthat\s+(?P<what>[^:]*\b(?:registered|attend\w*|present|represented|took\s+part|participat\w+)\b.*)$",
            head,
        )
        head = told["what"] if told is not None else head  # 'The Secretary announced that nine members …'
        capacity = self.capacity(head)
        if capacity is None:
            return
        stated = stated_count(head)
        body = re.sub(r";\s+plus\s+", lambda m: "," + " " * (len(m.group()) - 1), text)
        entries = entries_in(body, colon.end(), len(text), self.offset, self.parties, stated)
        if entries and (stated == len(entries) or sum(self.known(e) for e in entries) * 2 >= len(entries)):
            group = self.group(capacity, head, 0, len(text))
            group.stated, group.level, group.hedged = stated, level_of(head), is_hedged(text)
            for entry in entries:
                group.add(entry)
            yield group

    def bracketed(self) -> Iterator[Group]:
        """Read 'head (A, B and C)'."""
        text = self.text
        if not cued(text):
            return
        at = 0
        last: Capacity | None = None
        for match in re.finditer(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)", text):
            head = re.sub(r"^.*[;:]\s+", "", text[at : match.start()], flags=re.DOTALL)
            head = re.sub(r"^\W*(?:and|while|with|as well as)?\s*(?=\w)", "", head)
            start = match.start() - len(head)
            at = match.end()
            stated = stated_count(head)
            entries = entries_in(text, match.start(1), match.end(1), self.offset, self.parties, stated)
            matches = stated is not None and stated == len(entries)
            if not entries or not (
                matches or (len(entries) > 1 and sum(map(self.known, entries)) * 3 >= 2 * len(entries))
            ):
                continue
            capacity = self.capacity(head)
            if capacity is None and stated is not None and mode_in(head) and at and last is not None:
                capacity = last  # 'nine members in person (…) and two by video link (…)'
            last = capacity
            if (
                capacity is None
                or PANEL.search(head)
                or (stated is None and capacity is Capacity.PARTICIPANT and len(entries) < 3)
            ):
                continue
            group = self.group(capacity, head, start, match.end())
            group.stated, group.level = stated, level_of(head)
            clause = re.split(r"[;.]|,\s", text[match.end() :])[0]
            clause = re.split(r"\s+and\s+(?=\w+\s+by\b)", clause)[0]
            group.mode = mode_in(head) or mode_in(clause)
            for entry in entries:
                group.add(entry)
            yield group

    def counts(self) -> Iterator[Group]:
        """'Nine members took part': a count without names."""
        for match in COUNT_ONLY.finditer(self.text):
            stated, capacity = stated_count(match["head"]), capacity_of(match["head"])
            if not (numbers := find_numbers(match["head"])) or numbers[0].start:
                continue
            if (
                stated is None
                or capacity is None
                or re.match(r"(?:none|all|the|their|other|some)\b", match["head"], re.I)
            ):
                continue
            group = self.group(capacity, match["head"], *match.span("head"))
            group.stated, group.listed = stated, False
            yield group
