"""Attendance in running text: 'attended by nine members (…)', 'X and Y attended as observers'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.names.numbers import find_numbers
from corpus.names.parties import PartyTable
from corpus.names.people import find_people
from corpus.records.attendance_clauses import Clauses
from corpus.records.attendance_groups import Entry, Group, entries_in, entry_of, is_hedged, mode_in
from corpus.records.attendance_words import (
    AFTER,
    BACKWARD,
    COUNT_ONLY,
    COUNTED,
    ELLIPSIS,
    ELSEWHERE,
    LEAD,
    MEETS,
    NOT_AFTER_ALL,
    NOT_COUNTED,
    NOT_SUBJECT,
    ONE,
    PANEL,
    PREDICATE_END,
    REMARK,
    SO_DID,
    SUBJECT_LEAD,
    SURE,
    VERB,
    WELCOMED,
    cued,
)
from corpus.records.capacities import (
    capacity_by_kind,
    capacity_of,
    is_attendance_head,
    level_of,
    stated_count,
)
from corpus.records.enumerations import read_list
from corpus.records.statements import Statement, without_marker
from corpus.records.types import Capacity, PartyKind


def prose_groups(
    sentence: Statement, previous: str, meeting: str, parties: PartyTable, *, attending: bool = False
) -> list[Group]:
    """Read the lists of attendance in one sentence.

    `previous` is the sentence before it in its paragraph; `attending` says whether the text around is about
    attendance.
    """
    clauses = Clauses(sentence, meeting, parties, attending=attending)
    parts = clauses.parts()
    if parts:
        end = max(group.evidence[1] for group in parts) - sentence.start
        return [*parts, *Items(sentence, previous, meeting, parties).subjects(end)]
    mixed = clauses.capacities() if cued(sentence.text) else []
    if mixed:
        return [*mixed, *Items(sentence, previous, meeting, parties).bracketed()]
    headed = list(clauses.heads())
    return [*headed, *Items(sentence, previous, meeting, parties).read()]


# What a company is there as: 'was present as the supplier of measuring equipment'.
_SUPPLIES = re.compile(
    r"\bas\s+(?:an?\s+|the\s+|our\s+|its\s+)?(?:[\w-]+\s+){0,2}(?:suppliers?|vendors?|manufacturers?|exhibitors?"
    r"|contractors?|service\s+providers?)\b"
)


def _there(verb: str) -> bool:
    """Whether a verb says that somebody was there."""
    return bool(
        re.match(
            r"attended|participated|took\s+part|(?:was|were)\s+(?:also\s+)?(?:present|in\s+attendance)", verb
        )
    )


_INVITED = re.compile(r"\binvited\s+as\s+(?:an?\s+)?\w+")


class Items:
    """Reads the lists of attendance of one sentence."""

    def __init__(self, sentence: Statement, previous: str, meeting: str, parties: PartyTable) -> None:
        self.text = sentence.text
        self.offset = sentence.start
        self.mark = without_marker(sentence.text)[1]
        self.previous = previous
        self.meeting = meeting
        self.parties = parties

    def read(self) -> Iterator[Group]:
        """Apply the rules, the surest first."""
        text = self.text
        if (match := WELCOMED.search(text)) is not None:
            yield from self.items(*match.span("names"), capacity_of(match["label"]), f"as {match['label']}")
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

    # 'attended by …'

    def received(self, after: re.Match[str]) -> Iterator[Group]:
        """Read what stands behind 'attended by' and the like."""
        text, start = self.text, after.end()
        apologies = re.search(r"apolog|regret", after.group(), re.IGNORECASE) is not None
        end = len(text.rstrip(" .*_"))
        default = Capacity.APOLOGIES if apologies else None
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
        yield from self.items(start, end, default, after.group().strip())

    def items(self, start: int, end: int, default: Capacity | None, cue: str) -> Iterator[Group]:
        """Read a mixed enumeration: heads with names in brackets, counts, 'observers from …', bare names."""
        text = self.text
        bare: dict[Capacity, Group] = {}
        current, label = default, cue
        for item in read_list(text, start, end, self.parties):
            written = text[item.start : item.end]
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
            lead = LEAD.match(written)
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

    # '… : A, B and C', '(A, B and C)'

    def after_colon(self, colon: re.Match[str]) -> Iterator[Group]:
        """Read 'head: A, B and C'."""
        text = self.text
        head = re.sub(r"^.*[;:]\s+", "", text[: colon.start()], flags=re.DOTALL)
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

    def known(self, entry: Entry) -> bool:
        """Whether the party is known or its name tells its kind."""
        return entry.party.kind is not PartyKind.UNKNOWN

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

    # 'A, B and C attended as observers'

    def subjects(self, after: int = 0) -> Iterator[Group]:
        """Read the clauses behind a position that have parties as their subject."""
        text = self.text
        for match in VERB.finditer(text, after):
            begin = max(
                (
                    m.end()
                    for m in re.finditer(
                        r"[;:.]\s+(?:(?:and|but|while|whereas)\s+)?|,?\s+(?:but|while|whereas)\s+",
                        text[: match.start()],
                    )
                ),
                default=self.mark,
            )
            subject = text[begin : match.start()]
            predicate = PREDICATE_END.split(text[match.end() :])[0]
            taken_back = "invited" in match["verb"] and NOT_AFTER_ALL.match(text[match.end() :])
            if match["verb"].startswith("registered") or taken_back:  # '… but was kept at home'
                predicate = re.split(r"[;.](?:\s|$)", text[match.end() :])[0]
            whole = match["verb"] + predicate
            group = self.subject(begin, match, subject, whole)
            if group is not None:
                yield group
                rest = text[match.end() + len(predicate) :]
                if (others := SO_DID.match(rest)) is not None:
                    left = match.end() + len(predicate) + others.end()
                    right = re.search(r"[.;](?:\s|$)|$", text[left:])
                    stop = left + (right.start() if right else 0)
                    yield from self.items(left, stop, group.capacity, match["verb"])
                yield from self.ellipsis(rest, match.end() + len(predicate), group)
                more = re.match(r",?\s+(?:together\s+with|as\s+well\s+as|along\s+with)\s+", rest)
                if more is not None:
                    left = match.end() + len(predicate) + more.end()
                    right = re.search(r"[.;](?:\s|$)|$", text[left:])
                    observing = group.capacity if group.capacity is Capacity.OBSERVER else None
                    stop = left + (right.start() if right else 0)
                    yield from self.items(left, stop, observing, match["verb"])

    def subject(self, begin: int, match: re.Match[str], subject: str, whole: str) -> Group | None:
        """Read one subject with its predicate; None where it is no attendance."""
        verb = match["verb"]
        lead = SUBJECT_LEAD.match(subject)
        among = ""
        if lead is not None and lead.end():
            begin, subject = begin + lead.end(), subject[lead.end() :]
            among = lead["among"] or lead["last"] or ""
        relative = re.search(r",\s+(?:which|who)(?:\s+(?:had|has|have))?$", subject)
        if relative is not None:  # 'Greece, which was not represented, …'
            match_start = begin + relative.start()
            subject, whole = subject[: relative.start()], whole.split(",")[0]
        aside = re.match(
            r"(?P<who>[^,]+),\s+(?P<clause>(?:which|an?|the|our|its)\s+[^,]{3,80}),$",
            subject.strip(),
        )
        if aside is not None:  # 'Mexico, which has observer status, was represented'
            subject, whole = aside["who"], f"{whole} {aside['clause']}"
        if NOT_SUBJECT.search(subject) or len(subject) > 700:
            return None
        stop = begin + len(subject) if aside is not None else match.start()
        if relative is not None:
            stop = match_start
        entries = entries_in(self.text, begin, stop, self.offset, self.parties)
        items = read_list(self.text, begin, stop, self.parties)
        capacity, level = capacity_of(whole), level_of(whole)
        known = sum(map(self.known, entries))
        stated = re.search(
            r"\bas\s+(?:an?\s+)?(?:observers?|members?|guests?)\b", whole
        ) and known * 2 >= len(entries)
        stated = stated or bool(SURE.match(verb)) or bool(_SUPPLIES.search(whole) and _there(verb))
        if not entries or len(entries) != len(items) or not (known == len(entries) or stated):
            return None
        if verb in ("joined", "followed") and not MEETS.search(whole):
            return None
        if re.search(r"joined the (?!meeting|session)", whole) and not re.search(
            r"online|video|virtual", whole
        ):
            return None
        if NOT_COUNTED.search(text_after := self.text[match.end() : match.end() + len(whole) + 60]):
            capacity = Capacity.ABSENT
            whole = f"{verb}{text_after.split('.')[0].split(';')[0]}"
        if re.match(r"(?:was|were)\s+the\s+only", verb):
            if capacity in (None, Capacity.PARTICIPANT):
                return None
        elif re.match(r"spoke|(?:was|were)\s+heard", verb) or re.search(
            r"\bas\s+(?:an?\s+)?(?:\w+\s+)?guests?\b", whole
        ):
            capacity = Capacity.GUEST
        elif re.match(r"informed", verb):
            capacity = Capacity.ABSENT
        elif capacity in (
            None,
            Capacity.PARTICIPANT,
            Capacity.MEMBER,
            Capacity.SECRETARIAT,
            Capacity.WORKSTREAM,
        ):
            if ELSEWHERE.search(whole):
                return None
            supplies = _SUPPLIES.search(whole) is not None
            if capacity is not Capacity.MEMBER or "as member" not in whole:
                capacity = Capacity.PRIVATE_SECTOR if supplies else Capacity.PARTICIPANT
        elif capacity is Capacity.OBSERVER and ELSEWHERE.search(whole) and "first time" not in whole:
            return None
        if capacity is Capacity.SPEAKER or (
            capacity is Capacity.GUEST
            and "invited" not in verb
            and not re.search(r"\bas\s+(?:an?\s+)?(?:\w+\s+)?guests?\b|^spoke|\bheard\b", whole)
        ):
            capacity = Capacity.PARTICIPANT
        if capacity is Capacity.PARTICIPANT and among and (of := capacity_of(among)) is not None:
            capacity = of
        away = capacity in (Capacity.ABSENT, Capacity.APOLOGIES)
        label = whole if aside is None else verb if away else aside["clause"]
        stop = match.end() + (len(whole) - len(verb) if aside is None else 0)
        group = self.group(capacity, label, begin, stop)
        group.level = level if "represented" in verb or (level and "by" in whole) else None
        group.mode = mode_in(whole)
        group.listed = len(entries) > 1 or capacity is not Capacity.PARTICIPANT or group.level is not None
        people = (
            [p.name for p in find_people(whole) if p.honorific]
            if "represented" in verb and group.level is None
            else []
        )
        if len(entries) == 1:
            entries[0].people = people[:1]
        remark = self.remark(label)
        if away and aside is not None:
            remark = aside["clause"]
        elif capacity is Capacity.ABSENT and (invited := _INVITED.search(whole)) is not None:
            remark = invited.group()
        for entry in entries:
            entry.note = entry.note or remark
            group.add(entry)
        return group

    def remark(self, predicate: str) -> str | None:
        """What a predicate says beside that somebody was, or was not, there."""
        bare = re.sub(r"\s+", " ", predicate).strip(" ,;.")
        bare = re.split(r",?\s+and\s+(?:is|are|was|were|has|have|will|may)\b", bare)[0]
        if mode_in(bare) and not re.search(r"\bonly\b|\bitems?\b|\bcount|\bwithout\b", bare):
            return None
        return bare if REMARK.search(bare) and len(bare) < 200 else None

    def ellipsis(self, rest: str, at: int, group: Group) -> Iterator[Group]:
        """', and the law firm X on the last day only': one more name with how it took part."""
        more = ELLIPSIS.match(rest)
        if more is None:
            return
        entries = entries_in(
            self.text, at + more.start("who"), at + more.end("who"), self.offset, self.parties
        )
        if len(entries) != 1 or not (mode_in(more["how"]) or REMARK.search(more["how"])):
            return
        entry = entries[0]
        entry.note = re.sub(r"\s+", " ", more["how"]).strip()
        entry.mode = mode_in(more["how"])
        if entry.party.kind is PartyKind.UNKNOWN or entry.capacity is not None:
            own = Group(
                group.meeting,
                entry.capacity or group.capacity,
                entry.note,
                (group.evidence[0], self.offset + at + more.end()),
            )
            own.listed = False
            own.add(entry)
            yield own
        else:
            group.add(entry)

    def one(self, match: re.Match[str]) -> Iterator[Group]:
        """Read 'One company, X, came'."""
        capacity = capacity_of(match["head"])
        if capacity is None:
            return
        entries = entries_in(self.text, match.start("names"), match.end("names"), self.offset, self.parties)
        if not entries:
            return
        group = self.group(capacity, match["head"], match.start("head"), match.end("names"))
        group.stated = 1 if re.match(r"(?:One|A|The)\b", match["head"]) else stated_count(match["head"])
        note = re.search(r"\bfor\s+(?:the\s+)?[\w ]{2,30}\s+only\b", self.text)
        for entry in entries:
            entry.note = note.group() if note else None
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
