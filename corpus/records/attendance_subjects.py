"""Attendance by clauses: 'A, B and C attended as observers', 'X followed item 5 only', 'Y sent its apologies'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.names.people import find_people
from corpus.records.attendance_enumerated import Enumerated
from corpus.records.attendance_groups import Group, entries_in, mode_in
from corpus.records.attendance_words import (
    ELLIPSIS,
    ELSEWHERE,
    MEETS,
    NOT_AFTER_ALL,
    NOT_COUNTED,
    NOT_SUBJECT,
    PREDICATE_END,
    REMARK,
    SO_DID,
    SUBJECT_LEAD,
    SURE,
    TAKEN_BACK,
    VERB,
)
from corpus.records.capacities import (
    capacity_of,
    level_of,
    stated_count,
)
from corpus.records.enumerations import read_list
from corpus.records.types import Capacity, PartyKind

# What a company is there as: 'was present as the supplier of measuring equipment'.
_SUPPLIES = re.compile(
    r"\bas\s+(?:an?\s+|the\s+|our\s+|its\s+)?(?:[\w-]+\s+){0,2}(?:suppliers?|vendors?|manufacturers?|exhibitors?"
    r"|contractors?|service\s+providers?)\b"
)


def _there(verb: str) -> bool:
    """Whether a verb says that somebody was there."""
    return bool(_CAME.match(verb))


_CAME = re.compile(
    r"attended|participated|took\s+part|came|sat\b|(?:was|were)\s+(?:also\s+)?(?:present|represented|in\s+attendance|there|admitted|connected"
    r"|in\s+the\s+(?:room|hall)|on[- ]?line|on\s+screen)"
)
# '… throughout and the law firm X for item 5 only': what a predicate says ends before one more name
_ONE_MORE = re.compile(
    r",?\s+and\s+(?:the\s+)?[A-ZÀ-Þ][^,;.]{2,80}?\s+(?:on|for|by|in|during|under|until|from)\s+[^.;]{2,60}?(?:\bonly\b|\bvideo\b|\bremote)"
)
_WANTED = re.compile(rf"been\b|.*\binvited\b|{TAKEN_BACK.pattern}")
_SAME = re.compile(r"\bin\s+(?:that|the\s+same)\s+capacity\b")
_SPOKE_FOR = re.compile(
    r"\b(?:for|on\s+behalf\s+of)\s+(?P<whom>(?:the\s+)?(?:civil\s+society|industry|business|private\s+sector))\b"
)
_RELATIVE = re.compile(r",\s+(?:where|which|who|whose)\s[^,;:]{3,110},(?=\s|$)")
_INVITED = re.compile(r"\binvited\s+as\s+(?:an?\s+)?\w+")


class Subjects(Enumerated):
    """Reads the clauses of a sentence that have parties as their subject."""

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
            taken_back = _WANTED.match(match["verb"]) and NOT_AFTER_ALL.match(text[match.end() :])
            if match["verb"].startswith("registered") or taken_back:  # '… but was kept at home'
                predicate = re.split(r"[;.](?:\s|$)", text[match.end() :])[0]
            if (one_more := _ONE_MORE.search(predicate)) is not None:
                predicate = predicate[: one_more.start()]
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
        seat = re.match(r"[^,]+(?P<seat>,\s+[A-ZÀ-Þ][^,]{2,40},)$", subject)
        if aside is None and seat is not None and verb.startswith("was"):  # 'The Office, Suva, was …'
            subject, match_start = subject[: seat.start("seat")], begin + seat.start("seat")
            relative = seat
        if aside is not None:  # 'Mexico, which has observer status, was represented'
            subject, whole = aside["who"], f"{whole} {aside['clause']}"
        text = self.text
        if aside is None and relative is None and _RELATIVE.search(subject) is not None:
            # 'A, where an election was held, and B, which had moved, sent …'
            subject = _RELATIVE.sub(lambda found: " " * len(found.group()), subject)
            text = f"{text[:begin]}{subject}{text[match.start() :]}"
        if NOT_SUBJECT.search(subject) or len(subject) > 700:
            return None
        stop = begin + len(subject) if aside is not None else match.start()
        if relative is not None:
            stop = match_start
        entries = entries_in(text, begin, stop, self.offset, self.parties)
        items = read_list(text, begin, stop, self.parties)
        capacity, level = capacity_of(whole), level_of(whole)
        if _SAME.search(whole) is not None:
            capacity = self.capacity(whole)
        known = sum(map(self.known, entries))
        stated = re.search(
            r"\bas\s+(?:an?\s+)?(?:observers?|members?|guests?)\b", whole
        ) and known * 2 >= len(entries)
        stated = stated or bool(SURE.match(verb)) or bool(_SUPPLIES.search(whole) and _there(verb))
        stated = stated or (
            self.attending
            and _there(verb)
            and (known * 2 >= len(entries) or self.sort is not None or bool(among))
            and not find_people(subject)
        )
        if not entries or len(entries) != len(items) or not (known == len(entries) or stated):
            return None
        if verb in ("joined", "followed") and not MEETS.search(whole):
            return None
        if re.search(r"joined the (?!meeting|session|sitting)", whole) and not re.search(
            r"online|video|virtual", whole
        ):
            return None
        if NOT_COUNTED.search(text_after := self.text[match.end() : match.end() + len(whole) + 60]):
            capacity = Capacity.ABSENT
            whole = f"{verb}{text_after.split('.')[0].split(';')[0]}"
        if re.match(r"(?:was|were)\s+the\s+only", verb):
            if capacity in (None, Capacity.PARTICIPANT):
                return None
        elif re.match(r"spoke", verb) and (spoken := _SPOKE_FOR.search(whole)) is not None:
            capacity = capacity_of(spoken["whom"]) or Capacity.PARTICIPANT
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
            and not re.search(
                r"\bas\s+(?:an?\s+)?(?:\w+\s+)?guests?\b|\bas\s+(?:an?\s+)?invited\b|^spoke|\bheard\b", whole
            )
        ):
            capacity = Capacity.PARTICIPANT
        if capacity is Capacity.PARTICIPANT and among and (of := capacity_of(among)) is not None:
            capacity = of
        if (
            capacity is Capacity.PARTICIPANT
            and self.grouped
            and re.search(r"\bmembers?\b", self.previous, re.I)
        ):
            capacity = Capacity.MEMBER  # 'Of the North Group, …' behind 'members of the South Group'
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
        capacity = Capacity.ABSENT if match["away"] else capacity_of(match["head"])
        if capacity is None:
            return
        entries = entries_in(self.text, match.start("names"), match.end("names"), self.offset, self.parties)
        if not entries:
            return
        stated = 1 if re.match(r"(?:One|An?|The\s+only)\b", match["head"]) else stated_count(match["head"])
        if "," in match["names"] and stated != len(entries):
            return
        group = self.group(capacity, match["head"], match.start("head"), match.end("names"))
        if match["away"]:
            group.label = " ".join(match["away"].split())
        group.stated = stated
        note = re.search(r"\bfor\s+(?:the\s+)?[\w ]{2,30}\s+only\b", self.text)
        for entry in entries:
            entry.note = note.group() if note else None
            group.add(entry)
        yield group
