"""Answers about attendance, exactly from the lists that the documents give."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answerers.draft import Claim, Draft, Quote
from assistant.answerers.records.attendance_compared import combined
from assistant.answerers.records.attendance_named import named_about, resolved
from assistant.answerers.records.lists import Attended, Listed, attended, unique
from assistant.answerers.records.selecting import select
from assistant.answerers.records.stated_numbers import stated_number
from assistant.answerers.records.wording import (
    answered,
    capital,
    enumerate_names,
    group_quote,
    in_capacity,
    not_stated,
    party_name,
    plural,
    quotes,
    sort_asked,
    the_meeting,
)
from assistant.library import Library
from assistant.question.attending import Attending, Operation, Shape, read_attending
from assistant.question.attending_parts import Part
from assistant.question.scope import Scope
from assistant.question.words import Words
from corpus.records.capacities import capacity_of
from corpus.records.types import Attendance, Capacity, Completeness

# 'Which country joined it in 2031?' asks for a cell or fund spoken of before, not for a meeting.
_JOINED_IT = re.compile(r"\bjoin(?:ed|s)?\s+(?:it|them|this|that)\b", re.IGNORECASE)


def answer_attendance(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Return the answer to a question about attendance, or None if it is not one."""
    asked = read_attending(words, scope, library)
    if asked is None or _JOINED_IT.search(words.text):
        return None
    if any(not part.occasions for part in asked.parts):
        return None
    asked = _of_one_body(asked, library)
    found = [attended(part.occasions, library) for part in asked.parts]
    missing = [part for part, one in zip(asked.parts, found, strict=True) if one is None]
    if missing:
        told = stated_number(missing[0], library) if asked.shape == Shape.COUNT and len(found) == 1 else None
        return told or _no_list(missing[0])
    lists = [one for one in found if one is not None]
    if asked.shape in (Shape.YES_NO, Shape.CAPACITY, Shape.MODE, Shape.NOTE):
        return _about_parties(asked, lists[0], library, words.text)
    if asked.operation == Operation.SINGLE:
        return _single(asked, asked.parts[0], lists[0], library)
    return combined(asked, lists, library)


def _of_one_body(asked: Attending, library: Library) -> Attending:
    """Where a year or place fits meetings of several bodies, mean those of the body that answers every part."""
    if all(len(part.occasions) == 1 for part in asked.parts):
        return asked
    bodies = {one.lead.body for part in asked.parts for one in part.occasions if one.lead.body}
    best: tuple[tuple[int, int, int], tuple[Part, ...]] | None = None
    for body in sorted(bodies):
        parts = tuple(_fitting(part, body, library) for part in asked.parts)
        given = [_gives(part, library) for part in parts]
        main = sum(1 for part in parts for one in part.occasions if one.lead.main)
        rank = (sum(bool(count) for count in given), main, sum(given))
        if all(part.occasions for part in parts) and (best is None or rank > best[0]):
            best = (rank, parts)
    return replace(asked, parts=best[1]) if best else asked


def _fitting(part: Part, body: str, library: Library) -> Part:
    """The meetings of the body, and of these only such as list what is asked for, if there are any."""
    own = tuple(one for one in part.occasions if library.bodies.compatible(one.lead.body, body))
    giving = tuple(one for one in own if _gives(replace(part, occasions=(one,)), library))
    return replace(part, occasions=giving or own)


def _gives(part: Part, library: Library) -> int:
    """How many parties the lists of a part's meetings name of those asked for."""
    found = attended(part.occasions, library)
    return len(select(part, found, library)[0]) if found is not None else 0


def _no_list(part: Part) -> Draft:
    meeting = the_meeting(part.occasions[0])
    proof = (
        [Quote(document=part.occasions[0].lead.document, span=part.occasions[0].lead.evidence[0])]
        if part.occasions[0].lead.evidence
        else []
    )
    return not_stated(f"The documents give no list of who attended {meeting}.", proof)


def _single(asked: Attending, part: Part, found: Attended, library: Library) -> Draft | None:
    parties, used = select(part, found, library)
    if asked.containing is not None:
        wanted = asked.containing.lower()
        parties = [one for one in parties if wanted in f"{one.written} {one.party}".lower()]
    parties = asked.chosen_among(parties)
    meeting = the_meeting(found.occasion)
    if not parties and asked.parties:
        return None
    if not parties and (part.online or part.in_person):
        return None  # of how they came the lists say nothing
    if not parties:
        return _none_listed(part, found)
    proof = [group_quote(one.group) for one in used]
    what = sort_asked(part) + (" online" if part.online else " in person" if part.in_person else "")
    if asked.shape == Shape.COUNT:
        return _count(part, parties, used, meeting, proof)
    names = [party_name(one) for one in parties]
    if (
        len(used) == 1
        or part.capacities
        or part.kinds
        or part.absent
        or part.level
        or part.online
        or part.in_person
    ):
        text = f"{capital(what)} at {meeting}: {', '.join(names)} ({len(names)})."
        if part.absent:
            away = f"sent apologies or {'was' if len(names) == 1 else 'were'} absent from"
            if all(one.group.capacity == Capacity.APOLOGIES for one in used):
                away = "sent apologies for"
            text = f"{enumerate_names(names)} {away} {meeting}."
        if len(names) == 1 and not part.absent:
            text = f"{names[0]} is the only one of the {what} listed at {meeting}."
        elif not part.absent:
            text = f"The {what} at {meeting} were {enumerate_names(names)} ({len(names)})."
        claims = [Claim(text=text, quotes=tuple(proof))]
    else:
        claims = [
            Claim(
                text=f"{capital(plural(one.group.capacity))} at {meeting}: "
                f"{enumerate_names([party_name(party) for party in unique(one.parties)])} ({len(unique(one.parties))}).",
                quotes=(group_quote(one.group),),
            )
            for one in used
        ]
    claims += _incomplete(used)
    return answered(*claims)


def _incomplete(used: Sequence[Listed]) -> list[Claim]:
    claims = []
    for one in used:
        if one.group.completeness == Completeness.INCOMPLETE and one.group.stated is not None:
            claims.append(
                Claim(
                    text=f"The document states {one.group.stated}, but names {one.group.named}, so this list is incomplete.",
                    quotes=(group_quote(one.group),),
                )
            )
    return claims


def _none_listed(part: Part, found: Attended) -> Draft:
    what = sort_asked(part)
    meeting = the_meeting(found.occasion)
    proof = [group_quote(one.group) for one in found.present]
    return not_stated(f"The documents list no {what} for {meeting}.", proof)


def _count(
    part: Part, parties: list[Attendance], used: list[Listed], meeting: str, proof: list[Quote]
) -> Draft:
    what = sort_asked(part)
    whole = all(
        len(unique(one.parties)) == sum(1 for party in parties if party.group == one.group.id) for one in used
    )
    stated = [one.group.stated for one in used]
    if len(used) == 1 and whole and stated[0] is not None:
        text = f"{stated[0]} {what} attended {meeting}."
        if stated[0] != len(parties):
            text = f"{stated[0]} {what} attended {meeting} by the document's own count, of which {len(parties)} are named."
        return answered(Claim(text=text, quotes=tuple(proof)))
    parts = [sum(1 for party in parties if party.group == one.group.id) for one in used]
    sum_ = " + ".join(str(number) for number in parts)
    counted = (
        f"counted from the lists: {sum_} = {len(parties)}" if len(parts) > 1 else "counted from the list"
    )
    return answered(Claim(text=f"{len(parties)} {what} attended {meeting} ({counted}).", quotes=tuple(proof)))


# 'the Expert Panel', 'the Standing Committee'
_NAMED_BODY = re.compile(
    r"\b(?:[A-Z][a-z]+\s+)?(?:Group|Committee|Panel|Board|Commission|Council|Task\s+Force|Team|Network|Forum|Subgroup)\b"
)


def _of_another_body(text: str, found: Attended, library: Library) -> bool:
    """Whether a question names a body that the document of the lists does not so much as mention."""
    told = {library.documents[one.group.document].text.lower() for one in found.lists}
    named = [" ".join(name.lower().split()) for name in _NAMED_BODY.findall(text)]
    return any(all(name not in " ".join(paper.split()) for paper in told) for name in named)


def _about_parties(asked: Attending, found: Attended, library: Library, text: str) -> Draft | None:
    claims: list[Claim] = []
    for named in asked.parties:
        named = resolved(named, found, library)
        there, away = (
            [
                attendance
                for one in lists
                for attendance in one.parties
                if named.party is not None and library.same_party(attendance.party, named.party)
            ]
            for lists in (found.present, found.absent)
        )
        beside = [] if there or away else named_about(named, found, library)
        if any(_TAKEN_BACK.search(text) for text in beside):
            meeting = the_meeting(found.occasion)
            return not_stated(f"The documents do not say plainly whether {named.written} attended {meeting}.")
        if beside or (not there and not away and _of_another_body(text, found, library)):
            return None
        if asked.shape is Shape.MODE and there and not (there[0].mode or there[0].note):
            return None  # how it came the lists do not tell
        claim = _one_party(asked, named.party or named.written, there, away, found)
        if claim is None:
            return not_stated(
                f"The documents do not say whether {named.written} attended {the_meeting(found.occasion)}.",
                [group_quote(one.group) for one in found.present],
            )
        claims.append(claim)
    return answered(*claims)


def _one_party(
    asked: Attending, name: str, there: list[Attendance], away: list[Attendance], found: Attended
) -> Claim | None:
    meeting = the_meeting(found.occasion)
    part = asked.parts[0]
    if there:
        entry = there[0]
        written = party_name(entry)
        how = _own_capacity(entry) or in_capacity(entry.capacity)
        if entry.capacity is Capacity.MEMBER and _PARTIES.match(entry.capacity_text):
            how = "as a Party (member)"
        mode = f", {entry.mode}" if entry.mode else ""
        said = entry.note is not None and (_HEADS.fullmatch(entry.note) is not None or how in entry.note)
        note = f" ({entry.note})" if entry.note and not said else ""
        proof = quotes(there[:1]) + _list_quotes(found, there[:1])
        contrary = "online" if part.in_person else "in person" if part.online else None
        if contrary is not None and entry.presence == contrary:
            return Claim(text=f"No, {written} attended {meeting} {how}{mode}{note}.", quotes=proof)
        if part.online and entry.presence is None:
            return None
        if part.absent and not away:
            return Claim(text=f"No, {written} attended {meeting} {how}{mode}{note}.", quotes=proof)
        if asked.shape == Shape.NOTE and not entry.note:
            return None
        if asked.shape == Shape.MODE and entry.mode:
            return Claim(text=f"{written} took part in {meeting} {entry.mode} ({how}).", quotes=proof)
        if asked.shape in (Shape.CAPACITY, Shape.MODE, Shape.NOTE):
            listed = _listed_under(entry)
            return Claim(text=f"{written} attended {meeting} {how}{listed}{mode}{note}.", quotes=proof)
        wanted = part.capacities
        if len(wanted) == 1 and entry.capacity not in wanted and entry.capacity != Capacity.PARTICIPANT:
            return Claim(text=f"No, {written} attended {meeting} {how}{mode}{note}.", quotes=proof)
        return Claim(text=f"Yes, {written} attended {meeting} {how}{mode}{note}.", quotes=proof)
    if away:
        written = party_name(away[0])
        word = "sent apologies for" if _apologised(away[0], found) else "was absent from"
        yes = part.absent
        return Claim(
            text=f"{'Yes' if yes else 'No'}, {written} {word} {meeting}.",
            quotes=quotes(away[:1]),
        )
    if asked.shape in (Shape.MODE, Shape.NOTE) or not found.closed:
        return None
    proof = tuple(group_quote(one.group) for one in found.present)
    count = sum(len(unique(one.parties)) for one in found.present)
    return Claim(
        text=f"No, {name} is not on the list of those who attended {meeting} ({count} parties are listed).",
        quotes=proof,
    )


# By these a paper speaks of a party that may not have come after all: 'had asked to observe, but …'.
_TAKEN_BACK = re.compile(
    r"\b(?:but|asked|applied|wished|requested|expected|letter|not|nobody|without|declined|withdr\w+|left|former|until)\b"
)
_PARTIES = re.compile(r"(?:\w+\s+)?(?:states\s+)?part(?:y|ies)\b", re.IGNORECASE)
_HEADS = re.compile(r"\d+(?:\s+\w+)?")  # a remark that only counts the delegates


# 'sat as a permanent participant': what the paper itself says a party was there as
_AS_WHAT = re.compile(
    r"\bas\s+(?:an?\s+|the\s+)?(?:[a-z-]+\s+){0,2}?(?:participant|candidate|partner|adviser|advisor|expert|associate)s?\b"
)


def _own_capacity(entry: Attendance) -> str | None:
    """The capacity in the paper's words, where it has a sort of its own: 'as a permanent participant'."""
    told = _AS_WHAT.search(entry.capacity_text)
    plain = (Capacity.PARTICIPANT, Capacity.INTERNATIONAL_ORGANISATION, Capacity.GUEST)
    return " ".join(told.group().split()) if told is not None and entry.capacity in plain else None


def _listed_under(entry: Attendance) -> str:
    """The paper's own word for the capacity, where it is another: ', listed under “Invited regulators”'."""
    label = re.sub(r"\s*\([^()]*\)", "", entry.capacity_text).strip(" :")
    own = {Capacity.GUEST: "guest", Capacity.INTERNATIONAL_ORGANISATION: "organi"}
    word = own.get(entry.capacity, entry.capacity.value)
    said = word in label.lower() and not re.search(r"\bof\b", label)  # 'Guest of the Chair' says more
    if _PARTIES.match(label) or not 0 < len(label.split()) < 5 or said or not label[:1].isupper():
        return ""
    if entry.capacity is Capacity.PARTICIPANT and capacity_of(label) is not None:
        return ""
    return f", listed under “{label}”"


def _apologised(entry: Attendance, found: Attended) -> bool:
    return any(
        one.group.id == entry.group and one.group.capacity == Capacity.APOLOGIES for one in found.lists
    )


def _list_quotes(found: Attended, entries: Sequence[Attendance]) -> tuple[Quote, ...]:
    groups = {entry.group for entry in entries}
    return tuple(group_quote(one.group) for one in found.lists if one.group.id in groups)
