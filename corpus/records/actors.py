"""Who acts in a sentence: enumerations of parties and persons, with their bracketed notes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.names.people import find_people
from corpus.names.people_words import is_post
from corpus.records.statements import clean

if TYPE_CHECKING:
    from corpus.records.context import Context

_RELATIVE = re.compile(
    r",\s*(?:which|who|whose|where|though|although|as|having|being|for\s+(?:its|their|his|her)\s+part|in\s+turn|too)\b[^,;]*(?:,|$)"
)
_GENERIC = re.compile(
    r"(?:(?:the|all|both|some|many|most|several|other|two|three|four|five|six|\d+|these|participating|observer|member)\s+)*"
    r"(?:[Mm]embers?|[Oo]bservers?|[Pp]articipants|[Dd]elegations|[Dd]elegates|(?:[Mm]ember\s+)?[Ss]tates|[Cc]o-?[Cc]hairs?"
    r"|(?:[Vv]ice-)?[Cc]hair(?:person|man|woman)?|[Ss]ecretariat|[Ee]xecutive\s+[Ss]ecretary|[Pp]resenters|[Pp]anell?ists"
    r"|[Ss]peakers|[Hh]osts?|[Ll]eads|[Ee]xperts|[Oo]fficials|[Oo]rganisers|[Rr]apporteur|[Mm]inisters|companies"
    r"|[Oo]rgani[sz]ations|[Ee]mployers|[Pp]artners|Working\s+Group|Task\s+(?:Team|Force)|Sub-?[Gg]roup|Meeting)"
)
_LED = re.compile(
    r"^(?:[Tt]he\s+|[Ee]xpert\s+|[Ss]everal\s+|[Tt]wo\s+|[Tt]hree\s+)*(?:presenters?|speakers?|panell?ists?|experts?|representatives?"
    r"|officials?|companies|delegates?)\s+(?:from|of)\s+(?:the\s+)?(?:[Gg]overnments?\s+of\s+)?",
    re.IGNORECASE,
)
_WORKSTREAMS = re.compile(r"^[^()]{0,80}?\((?P<inside>[^()]+)\)$")
_SPLIT = re.compile(
    r"\s*(?:,\s*(?:and\s+|as\s+well\s+as\s+|together\s+with\s+|with\s+|along\s+with\s+)?|;\s*(?:and\s+)?"
    r"|\s+(?:and|as\s+well\s+as|together\s+with|along\s+with|jointly\s+with|&)\s+)(?:both\s+)?(?=\S)"
)
_NAME = re.compile(
    r"^(?:[Tt]he\s+|[Bb]oth\s+)?[A-ZÀ-Þ0-9][\w’'.&/-]*(?:\s+(?:[A-ZÀ-Þ0-9(\[][\w’'.&/()\]-]*|of|on|for|the|and|against|in|to|de|la|du))*$"
)
_NOTE = re.compile(r"\s*\([^()]*\)\s*$")
_LEADS = re.compile(
    r"^(?:[Aa]s\s[^,]+,\s*|(?:In|On|At|During|After|Before|Following|Under|For|To|With|By)\s[^,]*,\s*|then\s+|[Ff]inally,?\s*|[Mm]oreover,\s*)"
)
# 'the Australian co-manager of the Support Office': an office instead of a name
_OFFICE = re.compile(
    r"(?P<what>(?:the\s+|its\s+)?(?:[A-Z][\w’'-]*\s+){0,4}[a-z]+(?:-[a-z]+)*(?:\s+(?:of|for|in|the|[A-Z][\w’'&-]*))*)(?=\s*(?:[,.;(]|$))"
)
# 'Taskforce on Planning and Preparedness': the 'and' inside the name of a body
_BODY_NAME = re.compile(
    r"\b(?:[A-Z][\w-]*\s+)*(?:Task\s*[Ff]orce|Group|Team|Network|Forum|Ministry|Department|Office|Commission|Committee|Council"
    r"|Centre|Center|Organi[sz]ation|Association|Agency|Directorate|Bureau|Institute|Programme|Panel|Unit|Service|Secretariat)"
    r"\s+(?:on|of|for|against)\s+(?:the\s+)?[A-Z][\w-]*(?:(?:,\s+|\s+of\s+|\s+)[A-Z][\w-]*){0,4}\s+and\s+(?!the\b)"
    r"(?:[A-Z][\w-]*)(?:\s+[A-Z][\w-]*){0,3}"
)
_FIRM = re.compile(r"[A-ZÀ-Þ][\w’'-]* & [A-ZÀ-Þ][\w’'-]*")  # 'Bergmann & Sons'
_VAGUE = frozenset(
    {"Many", "Several", "Some", "Others", "All", "Most", "Both", "One", "Two", "Discussion", "Discussions"}
)
_OCCASION = re.compile(
    r"(?:Meeting|Event|Session|Sitting|Plenary|Workshop|Conference|Seminar|Symposium|Plan|Day|Week|Visit|Dialogue)s?$"
)
_PRONOUN = re.compile(r"^(?:[Ii]t|[Tt]hey|[Hh]e|[Ss]he)$")
_MASK = "\ue000"


@dataclass(frozen=True, slots=True)
class Actors:
    """The actors of a clause as written, in order, and where they stand in the text that was read."""

    names: tuple[str, ...]
    start: int
    end: int


def is_pronoun(text: str) -> bool:
    """Say whether a subject only points back: 'It', 'They'."""
    return bool(_PRONOUN.match(text.strip()))


def actors_before(text: str, context: Context) -> Actors | None:
    """Return the actors that `text`, the words of a clause up to its verb, ends with."""
    left = len(text) - len(text.lstrip())
    while (lead := _LEADS.match(text[left:])) and lead.end():
        left += lead.end()
    subject = text[left:]
    clauses = list(_RELATIVE.finditer(subject))
    within = bool(clauses) and not subject[clauses[-1].end() :].strip() and not subject.rstrip().endswith(",")
    subject = _RELATIVE.sub(lambda match: " " * len(match.group()), subject).rstrip(" ,")
    subject = re.sub(
        r"\s+(?:then|also|further|both|each|jointly|together|has|have|had|subsequently)$", "", subject
    )
    if not subject.strip():
        return None
    people = [person for person in find_people(subject) if person.whole[1] > person.whole[0]]
    if people and people[0].whole[0] <= 60:
        names = tuple(_person(person.honorific, person.name) for person in people)
        return Actors(names, left + people[0].whole[0], left + max(person.whole[1] for person in people))
    names = enumerated(subject, context)
    if names and within and clauses[-1].group().startswith((", which", ", who")):
        names = names[-1:]  # the verb stands in the relative clause of the last one
    if names:
        return Actors(names, left + len(subject) - len(subject.lstrip()), left + len(subject))
    return _last(subject, left, context)


def actors_after(text: str, context: Context) -> Actors | None:
    """Return the actors that `text` begins with: 'New Zealand (as Co-Chair), Malaysia and Thailand on …'."""
    left = len(text) - len(text.lstrip())
    body = text[left:]
    people = find_people(body[:400])
    retired = re.match(r"[A-Z]\w+\s*\(ret\w*\.?\)\s*", body)
    if people and people[0].whole[0] <= max(4, retired.end() if retired else 0):
        group = [people[0]]
        for person in people[1:]:
            if not re.fullmatch(
                r"\s*(?:\([^()]*\))?\s*[,;]?\s*(?:and\s+)?(?:the\s+)?",
                body[group[-1].whole[1] : person.whole[0]],
            ):
                break
            group.append(person)
        names = tuple(_person(person.honorific, person.name) for person in group)
        return Actors(names, left, left + group[-1].whole[1])
    led = _LED.match(body)
    office = None if led else _OFFICE.match(body)
    if office and is_post(office["what"]):
        return Actors((re.sub(r"^the\s+", "", clean(office["what"])),), left, left + office.end("what"))
    begin = led.end() if led else 0
    end = _reach(body, begin, context)
    names = enumerated(body[begin:end], context)
    return Actors(names, left + begin, left + end) if names else None


def enumerated(text: str, context: Context) -> tuple[str, ...]:
    """Return the elements of a list of names as written; empty where it is not such a list."""
    text = clean(text).strip(" ,;.")
    led = _LED.match(text)
    if led:
        text = text[led.end() :]
    stream = _WORKSTREAMS.match(text)
    if stream and "," in stream["inside"] and not _NAME.match(text[: stream.start("inside") - 1].strip()[:1]):
        return enumerated(stream["inside"], context)
    if stream and "," in stream["inside"]:
        inside = enumerated(stream["inside"], context)
        if len(inside) > 1:
            return inside
    parts = [_bare(part) for part in _elements(text, context)]
    if parts and all(_is_actor(part, context) for part in parts):
        return tuple(parts)
    return ()


def _bare(part: str) -> str:
    part = clean(part).strip(" ,;")
    part = re.sub(
        r"^(?:both|the\s+(?:Governments?|delegations?)\s+of(?:\s+the)?|representatives\s+of(?:\s+the)?|from|by)\s+",
        "",
        part,
    )
    return re.sub(r"^(?:the|The)\s+", "", part)


def _elements(text: str, context: Context) -> list[str]:
    """Split at commas and 'and', but not inside brackets or inside the name of a known party."""
    masked = list(text)
    for hit in context.parties.find(text):
        for place in range(hit.start, hit.end):
            masked[place] = _MASK
    for name in _BODY_NAME.finditer(text):
        if not any(context.parties.resolve(half, fuzzy=False) for half in name.group().rsplit(" and ", 1)):
            masked[name.start() : name.end()] = _MASK * len(name.group())
    for firm in _FIRM.finditer(text):
        if not any(context.parties.resolve(half, fuzzy=False) for half in firm.group().split(" & ")):
            masked[firm.start() : firm.end()] = _MASK * len(firm.group())
    for bracket in re.finditer(r"[(\[][^()\[\]]*[)\]]", text):
        for place in range(*bracket.span()):
            masked[place] = _MASK
    pieces: list[str] = []
    left = 0
    for match in _SPLIT.finditer("".join(masked)):
        pieces.append(text[left : match.start()])
        left = match.end()
    pieces.append(text[left:])
    return [piece for piece in pieces if piece.strip()]


def _is_actor(part: str, context: Context) -> bool:
    bare = _NOTE.sub("", part).strip()
    if not bare or len(bare.split()) > 12 or bare in _VAGUE or _OCCASION.search(bare):
        return False
    if _GENERIC.fullmatch(bare) or context.parties.resolve(bare, fuzzy=False):
        return True
    if re.match(
        r"(?:It|They|He|She|This|That|These|There|Both|One|No|Such|Its|His|Her|In|On|At|For|Each)\b", bare
    ):
        return False
    return bool(_NAME.match(bare))


def _last(subject: str, left: int, context: Context) -> Actors | None:
    """The last party before the verb, where the words before it are no list: 'As host, Malawi'."""
    hits = [hit for hit in context.parties.find(subject) if not hit.demonym]
    if hits and not subject[hits[-1].end :].strip(" ,") and len(subject[: hits[-1].start].split()) <= 14:
        hit = hits[-1]
        before = subject[: hit.start].rstrip()
        if before.endswith((",", ":", ";")) or re.search(r"\b(?:and|that|while)(?:\s+the)?$", before):
            return Actors((subject[hit.start : hit.end],), left + hit.start, left + hit.end)
    return None


def _reach(text: str, begin: int, context: Context) -> int:
    """Return where a list of names that begins at `begin` ends."""
    hits = {hit.start: hit.end for hit in context.parties.find(text) if not hit.demonym}
    at = last = begin
    closed = False
    of_office = re.compile(
        r"(?:the\s+)?(?:Secretariat|Chair|Co-[Cc]hairs?|Vice-Chair|Executive\s+Secretary)(?=\s+(?:on|about|of)\b)"
    )
    while at < len(text):
        lead = re.compile(r"\s*(?:both\s+|the\s+|Governments?\s+of\s+(?:the\s+)?)*").match(text, at)
        at = lead.end() if lead else at
        office = of_office.match(text, at)
        if office:
            return office.end()
        if at in hits:
            at = hits[at]
        else:
            word = re.compile(
                r"(?:[A-ZÀ-Þ0-9][\w’'&/.-]*\w|[A-Z])(?:\s+(?:(?:of|on|for|and|against|in)\s+(?:the\s+)?)?[A-ZÀ-Þ][\w’'&/-]*)*"
            ).match(text, at)
            generic = _GENERIC.match(text, at)
            if word is None and generic is None:
                break
            at = (word or generic).end()  # type: ignore[union-attr]
        note = re.compile(r"\s*[(\[][^()\[\]]*[)\]]").match(text, at)
        at = note.end() if note else at
        last = at
        joint = _SPLIT.match(text, at)
        if joint is None:
            break
        article = re.compile(r"(?:the\s+)?").match(text, joint.end())
        if closed and "with" not in joint.group() and (article.end() if article else 0) not in hits:
            break
        closed = bool(re.search(r"\band\b", joint.group()))  # one more name, and the list is at its end
        at = joint.end()
    return last


def _person(honorific: str | None, name: str) -> str:
    return f"{honorific} {name}" if honorific else name
