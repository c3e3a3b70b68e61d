"""Headcounts: numbers of people or parties stated for a meeting ('58 persons registered')."""

from __future__ import annotations

import re

from corpus.document import BlockKind, Document, Span
from corpus.names.numbers import find_numbers
from corpus.records.meetings import DocumentMeetings
from corpus.records.statements import record_id, split, statements
from corpus.records.types import Headcount

_UNIT = re.compile(
    r"\s+(?P<unit>(?:(?:registered|senior|government|female|male|young|business|online|virtual|in-person|high-level|national|member|observer"
    r"|international|accredited|individual|civil|society|consular|and|Working|Group)\s+){0,4}"
    r"(?:persons?|people|participants?|delegates?|officials?|representatives?|attendees|experts?|leaders|ministers|countries|states"
    r"|governments|economies|names|delegations|organi[sz]ations|members|observers|women|men|practitioners|journalists)"
    r"(?:\s+and\s+(?:international\s+)?organi[sz]ations)?)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:attend\w*|participa\w+|took\s+part|registered|present\b|joined|signed\s+in|signed\s+the|came\b|were\s+connected|gathered|brought\s+together|sign(?:ed|atures)|that\s+makes"
    r"|accredited|attendance|there\s+were\s+[\w,-]+\s+(?:delegates|participants|attendees)(?=\s*[,.;])|in\s+all\b|all\s+told|in\s+total|total\s+of|headcount|represent\w+|connected|in\s+the\s+room|followed|delegation\s+list|persons\s+registered"
    r"|(?:list|register|roll|sheet|book)\s+(?:of\s+(?:registration|attendance|participants|presence|delegates|those\s+(?:present|attending))\s+)"
    r"(?:closed|stood|ended|ran|counted|numbered|shows?|showed|bears?|bore|contains?|contained|has|had|holds?|held|lists?|listed)\b"
    r"|registrations?\s+(?:closed|stood|ended|reached)\b|(?:registration|attendance)\s+(?:list|sheet|book)\b)",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:workers?|victims?|trained|training|identified|rescued|arrest\w*|surveyed|survey|seizures|operation|carried\s+out|prosecutors|ratified|acceded"
    r"|returns?|quorum|votes?|mentored|convicted|cases|per\s+cent|placed|members?\s+of\s+the\s+(?:sub|panel)|approved|adopted|in\s+use|limited|places|seats|capacity)\b",
    re.IGNORECASE,
)
# What some of those there did, which does not tell how many there were: 'Thirty participants visited the port'.
_DID = re.compile(
    r"\s+(?:(?:also|then|later|afterwards)\s+)?(?:visited|went|travelled|toured|boarded|walked|stayed|saw|asked|spoke|said|voted|answered|replied"
    r"|completed|filled|returned|dined|sailed|drove|rode|climbed|planted|(?:was|were)\s+(?:shown|taken|driven|received|divided|split|asked|given|ill)"
    r"|took\s+(?:the\s+floor|the\s+(?:bus|boat|train|ferry)|up|turns))\b",
    re.IGNORECASE,
)
_QUALIFIERS = (
    r"in\s+all",
    r"in\s+total",
    r"altogether",
    r"in\s+the\s+room",
    r"in\s+person",
    r"by\s+video(?:\s+link)?",
    r"by\s+(?:remote\s+)?link",
    r"on\s+screen",
    r"on[- ]line",
    r"on[- ]site",
    r"on\s+the\s+spot",
    r"physically",
    r"in\s+the\s+hall",
    r"online",
    r"virtually",
    r"remotely",
    r"from\s+elsewhere",
    r"more\s+than",
    r"over",
    r"about",
    r"around",
    r"some",
    r"nearly",
    r"almost",
    r"at\s+least",
    r"expected",
    r"at\s+ministerial\s+level",
)
_QUALIFIER = re.compile(rf"\b(?:{'|'.join(_QUALIFIERS)})\b|\bin\s+[A-Z]\w+\b", re.IGNORECASE)
# '63 names: 37 in Ljubljana and 26 online'
_SPLIT_UP = re.compile(
    r"\S+\s+(?:in\s+[A-Z]|in\s+(?:person|the\s+(?:room|hall))|on[- ]?line|on\s+(?:site|screen|the\s+spot)|physically"
    r"|by\s+(?:video|(?:remote\s+)?link)|remotely|virtually)"
)
_TABLE_UNIT = re.compile(
    r"^\W*(?:(?:number|no\.?)\s+of\s+)?(?P<unit>(?:member\s+)?(?:states|parties|members|countries|delegations|participants|delegates|persons"
    r"|people|attendees|economies|governments|registrations|registered|attendance)(?:\s+(?:represented|present|attending|registered))?)\W*$",
    re.IGNORECASE,
)
# 'Attendance stood at 64': the figure has no noun of its own
_ATTENDANCE_OF = re.compile(
    r"\battendance\s+(?:(?:over\s+the\s+\w+\s+days?|in\s+(?:all|total)|overall)\s+)?"
    r"(?:stood\s+at|was(?:\s+put\s+at)?|came\s+to|amounted\s+to|reached|totalled|numbered|rose\s+to)\s+(?:about\s+|some\s+|a\s+total\s+of\s+)?$"
    r"|\b(?:persons|people|participants|delegates|attendees)\s+(?:(?:who\s+)?(?:were\s+)?(?:registered|present|attending|accredited|taking\s+part)\s+)?"
    r"(?:numbered|totalled|amounted\s+to|came\s+to)\s+(?:about\s+|some\s+)?$"
    r"|^\W*(?:total\s+)?attendance(?:\s+figure)?\W*:\W*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b(persons|people|participants|delegates|attendees)\b[^.;]*$", re.IGNORECASE)
_NOUN_BEHIND = re.compile(r"\s*(?:%|per\s*cent|[A-Za-z-]+\s+(?:years?|days?|hours?)\b|\d)", re.IGNORECASE)
_OF_WHOM = re.compile(r"\b(?:of\s+whom|of\s+these|of\s+them)\b", re.IGNORECASE)


def read_headcounts(document: Document, context: DocumentMeetings) -> list[Headcount]:
    """Return the numbers of persons and parties that a document states for its meetings."""
    records: list[Headcount] = []
    seen: set[tuple[str | None, int, str]] = set()
    for statement in statements(document, BlockKind.PARAGRAPH, BlockKind.ITEM):
        for sentence in split(statement):
            text, carried = sentence.text, False
            if not _ABOUT.search(text) or (
                _NOT.search(text) and not re.search(r"\bregistered\b|\btook part in all\b", text)
            ):
                continue
            meeting = context.meeting_at(sentence.start)
            last: tuple[str, int] | None = None
            for number in find_numbers(text):
                unit = _UNIT.match(text, number.end)
                if unit is None and re.match(r"\s+of\s+(?:the|its|our)\s+", text[number.end :]):
                    unit = re.compile(
                        r"\s+of\s+(?:the|its|our)\s+(?:[\w-]+\s+)?(?P<unit>[\w "
                        r"]*?(?:members?(?:\s+(?:states|countries|organi[sz]ations))?|states|countries))\b",
                        re.IGNORECASE,
                    ).match(text, number.end)
                if unit is not None and _DID.match(text, unit.end()):
                    continue
                name = unit["unit"] if unit else None
                end = unit.end() if unit else number.end
                if (
                    name is None
                    and _ATTENDANCE_OF.search(text[: number.start])
                    and not _NOUN_BEHIND.match(text, number.end)
                ):
                    counted = _COUNTED.search(text[: number.start])
                    name = counted[1].lower() if counted else "participants"
                before = text[max(0, number.start - 14) : number.start]
                if (
                    name is None
                    and last is not None
                    and (
                        _OF_WHOM.search(before)
                        or re.match(r"\s+(?:of\s+them|of\s+these|of\s+whom)\b", text[number.end :])
                        or _SPLIT_UP.match(text[last[1] : number.end + 20], number.start - last[1])
                        or (re.search(r"\band\s+$", before) and _of_another(text[number.end :], context))
                        or (carried and re.search(r"(?:,|\band)\s+$", before))
                    )
                    and number.start - last[1] < 90
                ):
                    name, carried = last[0], True
                if (
                    name is None
                    or number.value > 100_000
                    or number.value < 2
                    or re.search(r"\b(?:item|paragraph|page|no\.?|number)\s+$", before, re.I)
                ):
                    continue
                of = _of_another(text[number.end :], context) or meeting if unit is None else meeting
                key = (of, number.value, name.lower())
                if key in seen:
                    continue
                seen.add(key)
                last = (name, number.end)
                clause = re.split(r"[,;.:]|\band\s+\d", text[end : end + 70])[0]
                qualifier = _QUALIFIER.search(clause) or _QUALIFIER.search(before)
                records.append(
                    Headcount(
                        id=record_id(document, "headcount", sentence.start + number.start, number.value),
                        document=document.id,
                        evidence=(
                            Span(start=sentence.start + number.start, end=sentence.start + end),
                            Span(start=sentence.start, end=sentence.end),
                        ),
                        meeting=of,
                        number=number.value,
                        unit=" ".join(name.split()),
                        qualifier=" ".join(qualifier.group().split()) if qualifier else None,
                    )
                )
    return records + _tabled(document, context)


def _of_another(after: str, context: DocumentMeetings) -> str | None:
    """The meeting named right behind a figure: '83 people attended the Session and 127 the Fair'."""
    match = re.match(r"\s+the\s+(?=[A-Z])", after)
    if match is None:
        return None
    rest = after[match.end() :].lower()
    for one in context.meetings:
        name = one.name.lower()
        if rest.startswith(name) or (
            name.startswith(words := " ".join(re.findall(r"[a-z-]+", rest)[:2])) and " " in words
        ):
            return one.id
    return None


def _tabled(document: Document, context: DocumentMeetings) -> list[Headcount]:
    """A column of a table of meetings that counts who came: 'States represented'."""
    records: list[Headcount] = []
    for table in document.tables:
        for index, head in enumerate(table.header):
            unit = _TABLE_UNIT.match(head)
            for row in table.rows if unit else ():
                meeting = context.meeting_at(row.start)
                figure = (
                    re.fullmatch(r"\W*(\d{1,4})\W*", row.cells[index].text)
                    if index < len(row.cells)
                    else None
                )
                if figure is None or meeting is None or meeting == context.main or unit is None:
                    continue
                cell = row.cells[index]
                records.append(
                    Headcount(
                        id=record_id(document, "headcount", cell.start, int(figure[1])),
                        document=document.id,
                        evidence=(Span(start=row.start, end=row.end),),
                        meeting=meeting,
                        number=int(figure[1]),
                        unit=" ".join(unit["unit"].lower().split()),
                    )
                )
    return records
