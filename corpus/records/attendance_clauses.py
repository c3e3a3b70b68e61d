"""Attendance told by clauses with a head of their own: 'five observers, namely …', 'civil society was represented by …'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from corpus.names.numbers import find_numbers
from corpus.names.parties import PartyTable
from corpus.names.people import find_people
from corpus.records.attendance_groups import Group, entries_in, is_hedged, mode_in, names_some
from corpus.records.capacities import capacity_of, is_attendance_head, level_of, stated_count
from corpus.records.statements import Statement
from corpus.records.types import Capacity, PartyKind

_NAMELY = r"(?:namely|viz\.?|i\.e\.,?|that\s+is(?:\s+to\s+say)?|to\s+wit)"
# Where a part of a sentence begins: behind a semicolon, or before a counted head with its names.
_CUT = re.compile(
    rf";\s+|,\s+(?=(?:and\s+|as\s+well\s+as\s+|together\s+with\s+|plus\s+)?[a-z\d][\w-]*\s+[^,;.:()]{{3,60}},\s+{_NAMELY}\b)"
)
_JOINT = re.compile(
    r"(?:(?:and|plus|also|as\s+well\s+as|together\s+with|along\s+with|there\s+were|by)\s+)+", re.IGNORECASE
)
_PART = re.compile(
    rf"(?P<head>[^,;:()]{{3,110}}?)\s*(?:,\s*{_NAMELY}\s*[,:]?|\s[–—]\s|:|,)\s+(?P<names>(?:the\s+|both\s+)?[A-Z0-9À-Þ].*)$",
    re.DOTALL,
)
_COMING = re.compile(
    r"\b(?:attended\s+by|brought\s+together|bringing\s+together|gathered|composed\s+of|joined\s+by"
    r"|participation\s+of|attendance\s+of|presence\s+of|(?:took\s+part|attending|present|participated)(?:\s+(?:were|was))?"
    r"|there\s+were|we\s+(?:welcomed|counted|had))\s+(?:by\s+|from\s+)?",
    re.IGNORECASE,
)
_HEAD = r"(?P<head>(?:[Tt]he\s+|[Oo]ur\s+|[Oo]n\s+the\s+side\s+of\s+)?[^,;:.()]{3,70}?)"
_NAMES = r"(?P<names>(?:(?:the|both|also)\s+)*[A-ZÀ-Þ][^;:]*?)\s*(?=[.;]\s|[.;]?$|,\s+(?:while|whereas|and\s+[^,;]{3,60}\s+(?:by|was|were)\b))"
_BEGIN = r"(?:^|(?<=[;:.]\s)|(?<=,\swhile\s)|(?<=\sand\s))"
# A head as the subject: 'Civil society was represented by A and B', 'The observers were A and B'.
_SUBJECT = re.compile(
    rf"{_BEGIN}{_HEAD}\s+(?:(?:was|were)\s+(?:also\s+|again\s+)?represented\s+by|(?:was|were)\s+(?:there\s+|present\s+)?through"
    rf"|sent|comprised|consisted\s+of|included|were(?:\s+there)?:?|was)\s+{_NAMES}",
    re.DOTALL,
)
# One more head without its verb: '…, and business by a single company, X', '…; industry through Y and Z'.
_ELIDED = re.compile(
    r"\s*[,;]?\s+(?:and\s+|while\s+|but\s+)?(?P<head>(?:the\s+|our\s+)?[a-z][a-z -]{2,50}?)\s+(?:by|through)\s+"
    r"(?:(?:the\s+)?(?:an?\s+|one\s+|two\s+|three\s+|four\s+|only\s+|just\s+|single\s+|sole\s+)*(?:compan(?:y|ies)|firms?|organi[sz]ations?|associations?|NGOs?|bod(?:y|ies)|unions?|enterprises?|networks?|federations?)"
    r"(?:\s+only)?(?:,|:)?\s+)?(?P<names>(?:(?:the|both)\s+)*[A-ZÀ-Þ][^;:.]*?)\s*(?=[.;]|$)"
)
# A head before the verb: 'From civil society came A and B', 'As observers, A and B were present'.
_BEFORE = re.compile(
    rf"{_BEGIN}(?:From|For|As|Among|Representing|On\s+the\s+side\s+of)\s+(?:the\s+|our\s+)?(?P<head>[a-z][^,;:.()]{{3,60}}?)"
    rf"(?:\s+there)?(?:,|\s+(?:came|attended|took\s+part|participated|were\s+present|we\s+(?:had|welcomed|saw|heard)|joined|were)\b:?)\s+{_NAMES}",
    re.DOTALL,
)
# A head that says of its parties that they were there: 'The members in Tallinn were …'.
_PRESENT = re.compile(
    r"^(?:[Tt]he\s+)?(?:\w+\s+)?(?:members?|states|countries|delegations|parties|governments|economies|participants)\s+"
    r"(?:(?:that|who|which)\s+(?:came|were\s+there|took\s+part|attended)|present|represented|attending|participating|in\s+attendance|there"
    r"|in\s+(?:the\s+(?:room|hall)|person|[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)*)|on[- ]?line|on\s+screen)$"
)
_STATUS = re.compile(
    r"\b(?P<head>(?:[Oo]bserver|[Gg]uest)\s+status)\s+(?:at\s+the\s+(?:meeting|session|sitting)\s+)?(?:was|were|had\s+been)\s+(?:granted|accorded|given|extended)\s+to\s+"
    + _NAMES,
    re.DOTALL,
)
_ENJOYED = re.compile(
    rf"{_BEGIN}(?P<names>(?:[Tt]he\s+)?[A-ZÀ-Þ][^;:.]*?)\s+(?:had|held|enjoyed|were\s+(?:given|granted|accorded)|was\s+(?:given|granted|accorded))"
    r"\s+(?:the\s+)?(?P<head>(?:status\s+of\s+(?:an\s+)?)?(?:observers?|guests?)(?:\s+status)?)\b"
)
_SECRETARIAT = re.compile(
    r"(?:^|[;:.]\s+|,\s+(?:and|while)\s+)(?P<names>(?:[Tt]he\s+)?[A-ZÀ-Þ][^;:.,]{2,110}?)\s+(?P<head>(?:again\s+|also\s+)?(?:provided|supplied|furnished|formed"
    r"|(?:acted|served|functioned)\s+as)\s+(?:the\s+|its\s+|our\s+)?(?:meeting[’']s\s+)?secretariat)\b"
    r"|\b(?P<label>[Ss]ecretariat(?:\s+services)?\s+(?:was|were)\s+(?:provided|supplied|ensured|furnished)\s+by)\s+"
    r"(?P<by>(?:the\s+)?[A-ZÀ-Þ][^;:.]{2,110}?)(?=[.;]|$)",
)
# 'Egypt and Sudan sat as observers; the World Bank as a partner', in a sentence of several such parts.
_AS = re.compile(
    r"(?:^(?:\W*(?:Also\s+)?(?:[Pp]resent|[Aa]ttending|[Ii]n\s+attendance|There)\s+(?:were|was)\s+)?|;\s+(?:and\s+)?|,\s+(?:and\s+)?|\b(?:were|was|by)\s+|:\s+)(?P<names>(?:the\s+)?[A-ZÀ-Þ][^;.:()]*?)"
    r"\s+(?:(?:sat|came|attended|participated|took\s+part|joined|followed|(?:was|were)\s+present)\s+)?"
    r"as\s+(?:an?\s+)?(?P<head>[a-z]+(?:\s+[a-z]+)?)(?=[,;.]|$)"
)
_APART = frozenset({
    Capacity.OBSERVER, Capacity.CIVIL_SOCIETY, Capacity.PRIVATE_SECTOR, Capacity.INTERNATIONAL_ORGANISATION,
    Capacity.GUEST, Capacity.WORKSTREAM, Capacity.SECRETARIAT,
})  # fmt: skip


class Clauses:
    """Reads the clauses of one sentence that name parties under a head of their own.

    `attending` says whether the text around is about attendance.
    """

    def __init__(self, sentence: Statement, meeting: str, parties: PartyTable, *, attending: bool) -> None:
        self.text = sentence.text
        self.offset = sentence.start
        self.meeting = meeting
        self.parties = parties
        self.attending = attending

    def parts(self) -> list[Group]:
        """Read 'thirteen members, namely A and B; two observers, C and D; and one company, E'.

        Empty where the sentence is not made so: one part with 'namely', or two with counts at least.
        """
        text = self.text
        coming = _COMING.search(text)
        begin = coming.end() if coming else len(text) - len(text.lstrip())
        if coming is None and not is_attendance_head(text):
            return []
        found: list[Group] = []
        named = 0
        edges = [begin, *(m.end() for m in _CUT.finditer(text, begin)), len(text)]
        for left, right in pairwise(edges):
            piece = text[left:right].rstrip(" ,;.\n")
            if (joint := _JOINT.match(piece)) is not None:
                left, piece = left + joint.end(), piece[joint.end() :]
            part = _PART.match(piece)
            if part is None or self.parties.resolve(part["head"], fuzzy=False) is not None:
                continue
            head = part["head"]
            explicit = bool(re.search(_NAMELY, piece[part.end("head") : part.start("names")]))
            capacity, stated = capacity_of(head), _count(head)
            if capacity in (None, Capacity.SPEAKER) or not (explicit or stated is not None):
                continue
            stop = left + part.end("names")
            if (more := re.search(r"[.]\s+(?=[A-Z])", text[left + part.start("names") : stop])) is not None:
                stop = left + part.start("names") + more.start()
            group = self.group(capacity, head, left, left + part.start("names"), stop, stated)
            if group is not None and (explicit or group.stated == len(group.entries)):
                named += explicit
                found.append(group)
        return found if named or len(found) > 1 else []

    def capacities(self) -> list[Group]:
        """Read 'A and B as members, C as an observer, and D as a partner'; empty where there is one part only."""
        found = []
        for match in _AS.finditer(self.text):
            capacity = capacity_of(match["head"])
            if capacity is None or capacity is Capacity.SPEAKER:
                continue
            group = self.group(capacity, match["head"], match.start("names"), *match.span("names"), None)
            if group is not None:
                group.evidence = (group.evidence[0], self.offset + match.end())
                found.append(group)
        return found if len({group.capacity for group in found}) > 1 else []

    def heads(self) -> Iterator[Group]:
        """Read 'Civil society was represented by A and B', 'Observer status was granted to A', 'A provided the secretariat'."""
        text = self.text
        for match in _SECRETARIAT.finditer(text):
            role = "by" if match["by"] else "names"
            label = match["label"] or match["head"]
            group = self.group(
                Capacity.SECRETARIAT, label, match.start(role), match.start(role), match.end(role), None
            )
            if group is not None and len(group.entries) == 1:
                yield group
        if not self.attending:
            return
        for pattern in (_STATUS, _SUBJECT, _BEFORE, _ENJOYED):
            for match in pattern.finditer(text):
                capacity = capacity_of(match["head"])
                present = pattern is _SUBJECT and _PRESENT.search(match["head"]) is not None
                if (
                    capacity is None
                    or (capacity not in _APART and not present)
                    or self.parties.find(match["head"])
                    or find_people(match["head"])
                ):
                    continue
                if pattern is _SUBJECT and re.search(
                    r"\b(?:said|that|which|who|noted|of\s+the)\b", match["head"]
                ):
                    continue
                group = self.group(
                    capacity,
                    match["head"],
                    match.start(),
                    match.start("names"),
                    match.end("names"),
                    _count(match["head"]),
                )
                if group is not None:
                    yield group
                    if pattern is _SUBJECT and "represented" in match.group():
                        yield from self.elided(match.end("names"))

    def elided(self, at: int) -> Iterator[Group]:
        """Read what goes on without its verb: '…, and business by a single company, X'."""
        match = _ELIDED.match(self.text, at)
        capacity = capacity_of(match["head"]) if match is not None else None
        if match is None or capacity not in _APART:
            return
        counted = self.text[match.end("head") : match.start("names")]
        stated = 1 if re.search(r"\b(?:an?|one|single|sole)\s", counted) else None
        group = self.group(capacity, match["head"], match.start("head"), *match.span("names"), stated)
        if group is not None:
            yield group

    def group(
        self, capacity: Capacity, head: str, start: int, left: int, right: int, stated: int | None
    ) -> Group | None:
        """Make a list of the names between two places; None where persons or a clause stand there."""
        body = re.sub(
            r"(?<=[,\s])(?:to|by|from)\s+(?=(?:the\s+)?[A-Z])", lambda m: " " * len(m.group()), self.text
        )
        people = [person for person in find_people(body[left:right]) if person.honorific]
        entries = entries_in(body, left, right, self.offset, self.parties, stated)
        if not entries or people:
            return None
        known = sum(entry.party.kind is not PartyKind.UNKNOWN for entry in entries)
        if stated != len(entries) and known * 2 < len(entries) and capacity not in _APART:
            return None
        label = re.sub(r"\s+", " ", head).strip(" ,;:(")
        group = Group(
            self.meeting,
            capacity,
            label,
            (self.offset + min(start, left), self.offset + right),
            hedged=is_hedged(label),
        )
        group.stated, group.level, group.mode = stated, level_of(head), mode_in(head)
        group.hedged = group.hedged or is_hedged(self.text[left:right])
        group.hedged = group.hedged or (stated is None and names_some(self.text[start:left]))
        for entry in entries:
            group.add(entry)
        return group


def _count(head: str) -> int | None:
    """The count with which a head begins; none where the number stands in a name behind it."""
    numbers = find_numbers(head)
    if not numbers:
        return 1 if re.match(r"(?:an?|one)\s", head.strip(), re.IGNORECASE) else None
    return stated_count(head)
