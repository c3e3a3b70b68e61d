"""Labels and headings of lists of attendance, and the parts of the lines behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.names.people import FoundPerson, find_people, read_person
from corpus.records.attendance_groups import Entry, mode_in
from corpus.records.capacities import is_attendance_head
from corpus.records.types import Capacity

LABEL = re.compile(
    r"^(?P<mark>(?:[-–—•·▪●◦‣*+]|\(?\d{1,2}(?:\.\d{1,2})*[.)]|\(?[a-z]\)|\d{1,2}(?:\.\d{1,2})+)?\s*)[*_]*"
    r"(?P<label>[A-Z][^:;.|\n]{1,100}?)[*_]*\s*(?::|\s[–—]\s)[*_]*\s*"
)


LOWER_LABEL = re.compile(
    r"^(?P<mark>(?:[-–—•·▪●◦‣*+]"
    r"|\(?[a-z0-9]{1,2}[.)])\s*)[*_]*(?P<label>[a-z][\w ,-]{3,50}?)[*_]*\s*(?:\(\d+\)\s*)?(?::"
    r"|\s[–—-]\s)[*_]*\s*"
)


# 'NOT REPRESENTED   Niger, Chad': a head set in capitals, with the names on its line
CAPITALS = re.compile(
    r"^[*_]*(?P<label>[A-ZÀ-Þ]{3,}(?:[ ’'&/-]+[A-ZÀ-Þ]{2,}){0,6})[*_]*\s*(?:\(\d{1,3}\)\s*)?(?=(?:the\s+)?[A-ZÀ-Þ][^\W\d_]*[a-zß-ÿ])"
)


ALSO = re.compile(r"^(?P<label>Also(?:\s+(?:present|attending|in attendance))?)\s*:?\s+(?=[A-Zt])")


CHAINED = re.compile(
    r"^(?:organi[sz]ations?|others?|also|observing|programmes?|secretariat|support office)\b", re.IGNORECASE
)


HEADING_MARK = re.compile(
    r"^[#*_\s]*(?:annex\s+\w+\s*[:.–—-]*\s*)?(?:[IVXLC]+\.|\d+(?:\.\d+)*[.)]?|[A-Za-z][.)])?\s*",
    re.IGNORECASE,
)


SEGMENT = re.compile(
    r"^(?:and\s+|with\s+|plus\s+)?(?P<lead>(?:as\s+)?(?:observers?|observing|absent|apologies|regrets|members?|guests?|organi[sz]ations"
    r"|secretariat|civil society|private sector))(?:\s+from)?\s*(?:\(\d+\))?\s*:?\s+(?P<rest>(?-i:[A-Zt]).*)$",
    re.IGNORECASE | re.DOTALL,
)


ENDS = re.compile(
    r"^\W*(?:opening|agenda|introduction|background|item|closing|adoption|decision|action|next|programme|summary)\b",
    re.I,
)


FOR_ITEM = re.compile(r"\s+for\s+(?:agenda\s+)?items?\s+[\dIVX].*$", re.IGNORECASE)


OTHER_HEADING = re.compile(
    r"\b(?:meeting|session|sitting|plenary|report|statement|plan|updates?|welcome|remarks|discussion|page|membership"
    r"|any other|forum"
    r"|open house|round ?table|workshop|conference|dialogue|webinar|event|visit|next|trends|engagement|cooperation|capacity)\b",
    re.IGNORECASE,
)


PLAIN_HEADING = re.compile(
    r"^(?:list of )?(?:delegations|participants|members present|attendance|observers)\b", re.IGNORECASE
)


OTHER_LABEL = re.compile(
    r"\b(?:sub-?group|committee|drafting|panel|action item|speaking order|roundtable|forum|workshop"
    r"|conference|webinar"
    r"|dialogue|event|visit|training|membership)\b",
    re.IGNORECASE,
)


# Where a head says those under it were, beside others who were elsewhere: 'PRESENT IN DAKAR'.
_PLACE = re.compile(r"\bpresent\s+(in\s+[A-ZÀ-Þ].*?)\W*$", re.IGNORECASE)


# The work of a meeting, and no sort of those who came, where no list of them is open.
OF_WORK = frozenset({"business", "organisation", "organization", "industry", "parties"})


# What a party is, behind its name: 'Atoll Voices, NGO: Ms X', 'Blue Freight, company: Mr Y'.
SORT = re.compile(
    r",\s+(?:an?\s+)?(?P<sort>NGO|INGO|CSO|(?:non-governmental|civil\s+society|international|private|employers[’']?|workers[’']?)\s+(?:organi[sz]ation|company)"
    r"|compan(?:y|ies)|firm|enterprise|business|trade\s+union|university|research\s+institute|private\s+sector|civil\s+society)\s*$",
    re.IGNORECASE,
)


# A heading of the agenda on a line that looks like an item: '1. OPENING'.
AGENDA = re.compile(
    r"\W*\d{1,2}[.)]?\s+(?:OPENING|Opening|AGENDA|Agenda|ADOPTION|Adoption|WELCOME|Welcome|INTRODUCTION|Introduction)\b[^.;:]{0,60}"
)


COUNTS = re.compile(
    r"\b(\d{1,3})\s+(?:\w+\s+)?(?:states?|countries|members?|organi[sz]ations?|observers?|economies)\b",
    re.IGNORECASE,
)


SPLIT_PEOPLE = re.compile(r";\s+")


def place_in(label: str) -> str | None:
    """Return 'in Dakar' of 'PRESENT IN DAKAR', as a way of coming."""
    found = _PLACE.search(label)
    return re.sub(r"^in\b", "in", " ".join(found[1].split()), flags=re.IGNORECASE) if found else None


def opens_agenda(heading: str, outer: str) -> bool:
    """Say whether a numbered heading behind a head without a number begins the items of the agenda.

    `outer` is the text that begins with the head of the list of attendance.
    """
    return (
        re.match(r"\W*(?:item\s+)?\d{1,2}[.):\s]", heading, re.IGNORECASE) is not None
        and not is_attendance_head(HEADING_MARK.sub("", heading, count=1))
        and re.match(r"\W*\d", outer) is None
    )


def body_parts(text: str, at: int) -> Iterator[tuple[int, int]]:
    """The parts of a body between semicolons that stand outside brackets."""
    depth, start = 0, at
    for position in range(at, len(text)):
        character = text[position]
        if character in "([":
            depth += 1
        elif character in ")]":
            depth = max(0, depth - 1)
        elif character == ";" and not depth:
            if text[start:position].strip():
                yield start + len(text[start:position]) - len(text[start:position].lstrip()), position
            start = position + 1
    if text[start:].strip(" .;\n"):
        yield start + len(text[start:]) - len(text[start:].lstrip()), len(text)


def people_of(text: str) -> Iterator[FoundPerson]:
    """Read the persons behind a party: with forms of address, or bare names between semicolons."""
    found = find_people(text)
    if found:
        yield from found
        return
    for part in SPLIT_PEOPLE.split(text):
        person = read_person(part)
        if person is not None:
            yield person


def take_remarks(entry: Entry, text: str) -> None:
    """'(by video link)', '(items 5 and 6 only)' behind a person."""
    for remark in re.findall(r"\(\W*([^()]*?)\W*\)", text):
        if (mode := mode_in(remark)) is not None:
            entry.mode = entry.mode or mode
        elif re.search(
            r"\bonly\b|\bitems?\b|\bsession\b|\bdays?\b|\bmorning\b|\bafternoon\b|\buntil\b|\bfrom\b", remark
        ):
            entry.note = entry.note or remark
        elif re.match(r"observers?\b", remark, re.IGNORECASE):
            entry.capacity = Capacity.OBSERVER
