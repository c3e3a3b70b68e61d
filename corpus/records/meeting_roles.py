"""Who chaired and who hosted a meeting, by the words of a sentence or a line."""

from __future__ import annotations

import re

from corpus.names.parties import PartyTable, find_parties
from corpus.names.people import find_people

CHAIRED = re.compile(
    r"\b(?:co-?)?chaired\s+(?:jointly\s+)?by\s+|\bunder\s+the\s+(?:co-?)?chair(?:man)?ships?\s+of\s+|\bpresided\s+over\s+by\s+",
    re.IGNORECASE,
)


CHAIR_LINE = re.compile(
    r"^\W*(?:[Tt]he\s+)?(?:Co-?)?(?:chairs?|chairing (?:governments?|agencies|countries"
    r"|states))\b\s*(?:\(\d+\))?(?:\s+of [^:]{3,60})?\s*[*_]*:[*_]*\s*",
    re.IGNORECASE,
)


CHAIRS_IT = re.compile(
    r"^(?:As\s+(?:Chair|Co-Chairs?),\s+)?(?P<who>[A-Z][\w’' -]{2,60}?)\s+(?:co-)?(?:chaired|presided)\b"
    r"(?=\s+(?:over\s+)?(?:the|this|both)?\s*(?:meetings?|sessions?|sittings?|plenary|it\b|[A-Z]))",
)


IN_CHAIR = re.compile(
    r"\bof\s+(?:the\s+)?(?P<of>[A-Z](?:(?! of )[\w’ -])+?),?\s+was\s+in\s+the\s+Chair\b"
    r"|\binvitation\s+of\s+(?P<inv>[A-Z][\w’ -]+?),\s+which\s+(?:has\s+been|is|was)"
    r"\s+in\s+the\s+Chair\b"
)


HOSTED = re.compile(
    r"\b(?:(?:co-|jointly\s+)?(?:hosted|organi[sz]ed)\s+(?:jointly\s+)?(?:by|with)|at\s+the\s+(?:kind\s+|gracious\s+|generous\s+)?invitation\s+of"
    r"|(?:hospitality|kind offer)\s+of)\s+",
    re.IGNORECASE,
)


HOST_LINE = re.compile(r"^\W*(?:(?:joint|co-?)\s*)?hosts?(?:ed by)?\b[^:]{0,60}[*_]*:[*_]*\s*", re.IGNORECASE)


HOSTS_IT = re.compile(
    r"^(?:The\s+)?(?P<who>[A-Z][\w’' -]{2,50}?)\s+(?:kindly\s+)?hosted\s+(?:the|its|this)\b"
)


END = re.compile(
    r"[.;)]|,?\s+(?:which|who|whose|and\s+(?:was|were|attended|opened|took|is)|was|were|in|at|from|took|to|focused"
    r"|(?:on|for|as)(?!\s+[A-Z])|,)\b|,\s(?=[a-z])"
)


PERSON = re.compile(r"(?:the\s+)?(?:Mr|Mrs|Ms|Miss|Dr|H\.E|Ambassador|Hon|Professor|Prof|Minister|Senator)\b")


# What is said of one of several chairs: 'Chile, which followed Peru on 1 May, and Fiji'.
ASIDE = re.compile(r",\s+(?:which|who)\s+[^,;.]{3,90},(?=\s+and\b)")


def named_parties(text: str, start: int, table: PartyTable) -> list[tuple[int, int]]:
    """The parties or agencies named from a position to the end of the clause, as written.

    Where a person stands there, it is the state or organisation that the words beside the name give.
    """
    text = ASIDE.sub(lambda match: " " * len(match.group()), text)
    if PERSON.match(text, start) or any(one.start <= 4 for one in find_people(text[start:])[:1]):
        stop = re.search(r"[.;]\s|\bwhose\b|\bwho\b|,\s+(?:with|assisted\s+by|while)\b|$", text[start:])
        states = [
            hit
            for hit in find_parties(text[start : start + stop.start()] if stop else text[start:])
            if not hit.demonym and hit.party.kind.value == "state"
        ]
        return [(start + hit.start, start + hit.end) for hit in states[:2]]
    end = END.search(text, start)
    clause = text[start : end.start() if end else len(text)]
    found = []
    for match in re.finditer(
        r"[^,;/]+", re.sub(r"\s+and\s+", lambda m: "," + "\0" * (len(m.group()) - 1), clause)
    ):
        raw = match.group()
        part = raw.strip("\0 *_")
        part_start = match.start() + raw.find(part) if part else match.start()
        lead = re.match(
            r"(?:the\s+)?(?:(?:Governments?|Co-?[Cc]hairs?|delegations?|Republic)\s+(?:of\s+)?(?:the\s+)?)?(?=[A-Z])",
            part,
        )
        if lead and part[lead.start() :].startswith(
            ("the Government", "Government", "the Co", "Co-", "the del")
        ):
            part, part_start = part[lead.end() :], part_start + lead.end()
        elif part.startswith("the "):
            part, part_start = part[4:], part_start + 4
        part = re.sub(r"\s*[(\[][^)\]]*$", "", part.replace("\0", "").rstrip())
        if part[:1].isupper() and not re.match(
            r"(?:Mr|Mrs|Ms|Dr|H\.E|Ambassador|Hon|Professor|Minister)\b", part
        ):
            found.append((start + part_start, start + part_start + len(part)))
    return found


def chairs_in(text: str, table: PartyTable) -> list[tuple[int, int]]:
    """The parties that a sentence or line says chaired, as offsets."""
    if (line := CHAIR_LINE.match(text)) is not None:
        return agencies(text, line.end())
    if (match := CHAIRED.search(text)) is not None:
        return named_parties(text, match.end(), table)
    if (match := CHAIRS_IT.search(text)) is not None and table.resolve(match["who"], fuzzy=False) is not None:
        return [match.span("who")]
    if (match := IN_CHAIR.search(text)) is not None:
        group = "of" if match["of"] else "inv"
        if table.resolve(match[group], fuzzy=False) is not None:
            return [match.span(group)]
    return []


def hosts_in(text: str, table: PartyTable) -> list[tuple[int, int]]:
    """The parties that a sentence or line says hosted, as offsets."""
    if (line := HOST_LINE.match(text)) is not None:
        return agencies(text, line.end())
    if (own := HOSTS_IT.match(text)) is not None and table.resolve(own["who"], fuzzy=False) is not None:
        return [own.span("who")]
    match = HOSTED.search(text)
    if match is None or not re.search(
        r"\b(?:held|met|gather\w*|conven\w*|took place|hosted|organi[sz]ed)\b", text
    ):
        return []
    return named_parties(text, match.end(), table)


def agencies(text: str, start: int) -> list[tuple[int, int]]:
    """A line of parties or agencies: 'Peruvian Ministry of Health; Coast Guard of Chile (CGC)'."""
    end = re.search(r"\.(?:\s|$)", text[start:])
    clause = text[start : start + end.start()] if end else text[start:]
    if re.search(r"\b(?:Mr|Ms|Mrs|Dr|Ambassador|Senator|ministers?|countries only)\b", clause):
        states = [hit for hit in find_parties(clause) if hit.party.kind.value == "state" and not hit.demonym]
        return [(start + hit.start, start + hit.end) for hit in states[:4]]
    separator = r";" if ";" in clause else r"\s+/\s+|,|\s+and\s+(?:the\s+)?(?=[A-Z])"
    if (
        separator != ";"
        and not re.search(r"\s+/\s+", clause)
        and len(find_parties(clause)) < 2
        and "," not in clause
    ):
        separator = ";"
    found, at = [], 0
    for part in [*re.finditer(separator, clause), None]:
        piece = clause[at : part.start() if part else len(clause)]
        lead = re.match(r"\s*(?:and\s+)?(?:the\s+)?(?:Governments?\s+of\s+(?:the\s+)?)?", piece)
        left = at + (lead.end() if lead else 0)
        right = at + len(re.sub(r"\s*\([^)]*$|[\s*_.,]+$", "", piece))
        if right > left and clause[left].isupper():
            found.append((start + left, start + right))
        at = part.end() if part else 0
    return found
