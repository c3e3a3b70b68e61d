"""How a careful secretary words an answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.answer import Route, Status
from assistant.answerers.draft import Claim, Draft, Quote
from assistant.question.attending_parts import Part
from assistant.question.occasions import Occasion
from corpus.names.dates import format_range
from corpus.records.types import Attendance, AttendanceGroup, Capacity, Meeting, PartyKind, Person, Record


def enumerate_names(names: Sequence[str]) -> str:
    """Return 'A', 'A and B' or 'A, B and C'."""
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def quotes(records: Iterable[Record]) -> tuple[Quote, ...]:
    """Return the narrowest evidence of each record, without doubles."""
    found = [
        Quote(document=record.document, span=record.evidence[0]) for record in records if record.evidence
    ]
    return tuple(dict.fromkeys(found))


def answered(*claims: Claim) -> Draft:
    """Return a draft that answers."""
    return Draft(status=Status.ANSWERED, route=Route.RECORDS, claims=claims)


TENTATIVE = 0.5


def not_stated(text: str, proof: Iterable[Quote] = (), certain: bool = True) -> Draft:
    """Return a draft that says what the documents do not say, with proof of what they do say.

    Where that is not `certain`, because no record would hold the fact, the reading route may still find it.
    """
    return Draft(
        status=Status.NOT_STATED,
        route=Route.RECORDS,
        claims=(Claim(text=text, quotes=tuple(proof)),),
        confidence=1.0 if certain else TENTATIVE,
    )


def the_meeting(occasion: Occasion, dated: bool = False) -> str:
    """Return the meeting's name with its article, and its date where asked for."""
    name = occasion.lead.name.strip().rstrip(".")
    article = "" if name.lower().startswith(("the ", "a ")) else "the "
    text = f"{article}{name}"
    if dated and occasion.dates is not None and not any(char.isdigit() and len(name) > 60 for char in name):
        text += f" ({format_range(occasion.dates)})"
    return text


def capital(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]


_AS = {
    Capacity.MEMBER: "as a member",
    Capacity.OBSERVER: "as an observer",
    Capacity.CIVIL_SOCIETY: "for civil society",
    Capacity.PRIVATE_SECTOR: "for the private sector",
    Capacity.INTERNATIONAL_ORGANISATION: "as an international organisation",
    Capacity.WORKSTREAM: "as a workstream of the process",
    Capacity.SECRETARIAT: "as its secretariat or support office",
    Capacity.GUEST: "as an invited guest",
    Capacity.SPEAKER: "as a speaker",
    Capacity.PARTICIPANT: "as a participant",
}


def in_capacity(capacity: Capacity) -> str:
    """Return 'as an observer' and the like."""
    return _AS.get(capacity, "as a participant")


_PLURALS = {
    Capacity.MEMBER: "members",
    Capacity.OBSERVER: "observers",
    Capacity.CIVIL_SOCIETY: "civil society",
    Capacity.PRIVATE_SECTOR: "private sector",
    Capacity.INTERNATIONAL_ORGANISATION: "international organisations",
    Capacity.WORKSTREAM: "workstreams",
    Capacity.SECRETARIAT: "secretariat",
    Capacity.GUEST: "invited guests",
    Capacity.APOLOGIES: "apologies",
    Capacity.ABSENT: "absent",
    Capacity.SPEAKER: "speakers",
    Capacity.PARTICIPANT: "participants",
}


def plural(capacity: Capacity) -> str:
    """Return the heading for a list of parties in a capacity."""
    return _PLURALS[capacity]


def field_quote(meeting: Meeting, field: str) -> Quote:
    """Return the place where a meeting's field is stated, or else its narrowest evidence."""
    return Quote(document=meeting.document, span=meeting.spans.get(field) or meeting.evidence[0])


def full_name(person: Person) -> str:
    """Return a person's name with its form of address, where there is one."""
    return f"{person.honorific} {person.name}" if person.honorific else person.name


def group_quote(group: AttendanceGroup) -> Quote:
    """Return the list itself as a quote."""
    return Quote(document=group.document, span=group.evidence[0])


def party_name(attendance: Attendance) -> str:
    """Return the name as the document writes it, with the acronym that it gives."""
    written = attendance.written.strip()
    if attendance.acronym and attendance.acronym not in written:
        return f"{written} ({attendance.acronym})"
    return written


def sort_asked(part: Part) -> str:
    """Return the name of the sort of parties that a question asks for."""
    words = [plural(capacity) for capacity in Capacity if capacity in part.capacities]
    if part.absent:
        return "absentees"
    if PartyKind.STATE in part.kinds:
        if not words:
            return "governments"
        return enumerate_names(
            [
                word.replace("members", "member governments").replace("observers", "observer governments")
                for word in words
            ]
        )
    if PartyKind.COMPANY in part.kinds and not words:
        return "companies"
    if PartyKind.INTERNATIONAL_ORGANISATION in part.kinds and "international organisations" not in words:
        words.append("organisations")
    if part.level:
        return f"parties represented by {part.level}"
    if not words:
        return "participants"
    return " and ".join(words)
