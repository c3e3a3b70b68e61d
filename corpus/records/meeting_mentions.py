"""Mentions of meetings in a text: 'its 12th Annual Meeting', 'Session on Airports', 'field visit'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.names.gatherings import OWN
from corpus.names.numbers import parse_ordinal

_HEADS = (
    "Meetings?|Sessions?|Sittings?|Plenar(?:y|ies)(?!\\s+(?i:meet|sess|sitt|debate|hall))|Conference|Dialogue|Workshop|Forum|Webinar|Symposium|Event|Summit|Roundtable"
    "|Round Table|Seminar"
    "|Visit|Retreat|Consultations?|Briefing|Gathering|Assembly|Hackathon|Exercise|Study Tour|Training Course"
    "|Colloquium|Congress|Convention|Talks|Week|Open House|Encounters?"
    "|High-Level Panel|Clinic|Fair(?!\\s+[a-z])|Hearing|Masterclass|Day(?!\\s+(?:\\d|One|Two|Three))"
)
_LOWER_HEADS = _HEADS.lower().replace("(?i:", "(?:")
_ORDINAL = (
    r"(?:(?i:\d{1,3}\s?(?:st|nd|rd|th)|(?:(?:twenty|thirty|forty|fifty|sixty)[- ])?(?:first|second"
    r"|third|fourth"
    r"|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth"
    r"|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|fortieth|fiftieth|inaugural)|[IVXL]{1,6}\b)"
)
_MODIFIER = (
    r"(?:(?:Annual|Regular|Special|Extraordinary|Joint|Regional|Ministerial|Technical|Plenary|Virtual|Commemorative"
    r"|Anniversary|High-Level|Senior|Officials?['’]?|Inter-?[Ss]essional|[A-Z][\w’'/-]*|and|of|on|the)\s+)"
)
_CAPITAL = re.compile(
    rf"\b(?:(?P<ord>{_ORDINAL})\s+)?(?P<mods>{_MODIFIER}{{0,7}}?)(?P<head>{_HEADS})\b"
    rf"(?:\s+(?:No\.?|Number)\s?(?P<no>\d{{1,3}}))?"
)
_LOWER = re.compile(
    rf"\b(?P<ord>{_ORDINAL})?\s?(?P<mods>(?:(?:joint|field|open|technical|closing|preparatory|regional|national"
    r"|follow-up|consultation|drafting|planning|ministerial|annual|special|virtual|side|public|plenary|study|tabletop"
    r"|site|training|expert|experts’|experts'|stakeholder|regular)\s+){0,3})"
    rf"(?P<head>{_LOWER_HEADS}|tour|course)\b"
)
# the code name of an exercise: 'Exercise NORTHERN GATE 24', 'the exercise at sea, "Cold Front"'
_CODE_NAME = re.compile(
    r"\b(?P<head>[Ee]xercise)(?:\s+at\s+(?:sea|the\s+[a-z]+))?,?\s+(?P<quote>[\"“‘«])?"
    r"(?P<code>[A-ZÀ-Þ]{3,}(?:[\s-][A-ZÀ-Þ]{3,})*(?:\s+\d{1,4})?|(?:(?<=[\"“‘«])|(?<=Exercise\s))[A-ZÀ-Þ][\w’-]*(?:\s+[A-ZÀ-Þ\d][\w’-]*){0,3})[\"”’»]?"
)
_SHOUTED = re.compile(
    rf"\b(?:{_ORDINAL})\s(?:(?:ANNUAL|REGULAR|ORDINARY|SPECIAL|JOINT|PLENARY|MINISTERIAL)\s)?(?:MEETING|SESSION|SITTING|PLENARY|CONFERENCE|WORKSHOP|SUMMIT|ASSEMBLY|FORUM)\b"
)
_LAST_MET = re.compile(r"\b(?P<head>(?:had\s+)?(?:last|previously|most recently)\s+met)\b")
# 'the Fifth Meeting (2021; the Fourth had been held in Suva)'
_ELLIPTIC = re.compile(
    r"\b[Tt]he\s+(?P<ord>(?-i:[A-Z])(?i:[\w-]+))"
    r"(?=,?\s+(?:(?:had\s+been|was|has\s+been|will\s+be)\s+held|(?:had\s+)?taken\s+place|had\s+taken\s+place|took\s+place|will\s+be|is\s+(?:planned|set|due)|will\s+take\s+place)\b)"
)
_HOUSE = re.compile(r"\s+(?:Centre|Center|Hall|Palace|House|Room|Building|Hotel|Tower|Complex|Pavilion)\b")
_TOPIC = re.compile(
    r"(?:\s+(?:on|for|with)\s+(?:the\s+)?[A-Z][\w’'-]*(?:[\s-]+(?:[A-Z][\w’'-]*|of|and|the|in|into|for|against|to|online"
    r"|scam|centres|centers))*"
    r"|\s+(?:on|with)\s+[a-z-]+(?:\s+(?:of|and)\s+[a-z-]+|\s+(?!(?:in|at|to|for|from|by|on|with|together|was|were|is|are|has"
    r"|have|had|held|will|and|of|the|that|which|who|concludes?|took|takes|opened|opens|during|as)\b)[a-z-]+){0,2})"
)
_OF_BODY = re.compile(
    r"\s+of\s+(?:the|its)\s+(?P<body>(?:[A-Z][\w’'/-]*|of|on|and|the|for|in)(?:\s+(?:[A-Z][\w’'/-]*|of|on|and|the|for|in))*)"
)
_OF_MINISTERS = re.compile(
    r"\s+of\s+(?:the\s+|its\s+)?(?P<who>Ministers|Heads\s+of\s+(?:State|Government|Delegation)|Senior\s+Officials|Permanent\s+Secretaries)\b(?:\s+of\s+the\s+[A-Z][\w’'-]+)?"
)
# 'the first meeting held face to face since 2019': the first of its sort only
_FIRST_SINCE = re.compile(r"\s+(?:to\s+be\s+)?(?:held\s+)?[^.;,]{0,50}\bsince\b")
_SMALL = re.compile(r"\s+(?:of|on|and|the|for|in|with|into|to|against)$")
_GENERIC = re.compile(
    r"\b(?:Annual|Regular|Ordinary|Special|Extraordinary|Joint|Regional|Ministerial|Plenary|Virtual|Commemorative|Anniversary"
    r"|High-Level|Technical|Working|and|of|on|the|Government|Civil|Society|Business|Opening|Closing|Review|Field)\b"
)
_NOT_MODS = re.compile(
    r"^(?:Newsletter|Bulletin|The|This|That|A|An|Its|In|At|On|For|From|During|Since|After|Before|Next"
    r"|Both|All|Other|Our"
    r"|Previous|Last|Said|Any|Each|No|Agreed|Minutes|Report|Summary|Statement|Conclusions|Chair"
    r"|Co-Chair|Decisions?|Record|Final|Draft|Communiqu\w+|Outcomes?|MINUTES"
    r"|REPORT)\b"
)


_PLAIN = frozenset(
    [
        "meeting",
        "workshop",
        "forum",
        "conference",
        "seminar",
        "webinar",
        "symposium",
        "roundtable",
        "dialogue",
        "summit",
        "session",
        "sitting",
        "plenary",
    ]
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A meeting named in a text, at `text[start:end]`.

    `name` has neither article nor body; `number` is its ordinal; `sort` the last word of its name in lower
    case ('meeting', 'workshop'); `body` what follows as 'of the …' or stands inside the name.
    """

    start: int
    end: int
    name: str
    number: int | None
    sort: str
    body: str | None = None
    plain: bool = False  # only 'the meeting', 'the session': no name of its own


def mentions(text: str) -> list[Mention]:
    """Find the meetings that a text names, in order; overlapping readings give the first, longest."""
    return list(_mentions(text))


@lru_cache(maxsize=2048)
def _mentions(text: str) -> tuple[Mention, ...]:
    if text.isupper():  # a title in capitals
        small = re.sub(
            r"\b(?:Of|On|The|And|For|In|At|To|By|From|With)\b", lambda m: m.group().lower(), text.title()
        )
        text = small if len(small) == len(text) else text
    text = _SHOUTED.sub(
        lambda match: match.group().title(), text
    )  # 'MINUTES OF THE THIRD MEETING (Suva, 2019)'
    found: list[Mention] = []
    for match in _CODE_NAME.finditer(text):
        name = f"Exercise {match['code']}"
        found.append(Mention(match.start(), match.end(), name, None, "exercise"))
    for pattern in (_CAPITAL, _LOWER):
        for match in pattern.finditer(text):
            mention = _mention(text, match, capital=pattern is _CAPITAL)
            if mention is not None and not any(
                m.start < mention.end and mention.start < m.end for m in found
            ):
                found.append(mention)
    for match in _ELLIPTIC.finditer(text):
        number = parse_ordinal(match["ord"])
        if (
            number is not None
            and found
            and not any(m.start < match.end() and match.start() < m.end for m in found)
        ):
            sort = found[0].name.split()[-1]
            found.append(
                Mention(match.start("ord"), match.end("ord"), f"{match['ord']} {sort}", number, found[0].sort)
            )
    for match in _LAST_MET.finditer(text):
        found.append(Mention(match.start(), match.end(), "previous meeting", None, "meeting"))
    return tuple(sorted(found, key=lambda mention: mention.start))


def singular(noun: str) -> str:
    """Return the noun for a meeting in the singular and in lower case: 'Plenaries' → 'plenary'."""
    return re.sub(r"s$", "", re.sub(r"ies$", "y", noun.lower()))


def numbered_alone(text: str, sort: str) -> list[Mention]:
    """Find the meetings that a sentence calls by their ordinals alone, the noun `sort` being understood.

    'The Fifth will be in Suva', in a paper on the Fourth Session.
    """
    found = []
    for match in _ELLIPTIC.finditer(text):
        number = parse_ordinal(match["ord"])
        if number is not None:
            name = f"{match['ord']} {sort.capitalize()}"
            found.append(Mention(match.start("ord"), match.end("ord"), name, number, sort))
    return found


def _mention(text: str, match: re.Match[str], *, capital: bool) -> Mention | None:
    start, end = match.start(), match.end()
    mods, head = match["mods"] or "", match["head"]
    if capital and _HOUSE.match(text, end):
        return None  # 'the Lakeside Convention Hall'
    if not capital and not mods.strip() and not match["ord"] and match["head"] not in _PLAIN:
        return None
    ordinal = match["ord"]
    number = parse_ordinal(ordinal) if ordinal else None
    if capital and match["no"]:
        number = int(match["no"])
    if ordinal and (number is None or (head.lower() == "week" and not mods.strip())):
        return None  # 'in the first week of May'
    if ordinal and head.lower() == "day" and not (mods.strip() or text[end:].lstrip().startswith("of ")):
        return None  # 'on the first day', a part of the meeting
    if number == 1 and _FIRST_SINCE.match(text, end):
        return None
    while not ordinal and (lead := _NOT_MODS.match(mods)):
        cut = lead.end() + len(mods[lead.end() :]) - len(mods[lead.end() :].lstrip())
        mods, start = mods[cut:], start + cut
        small = re.match(r"(?:(?:of|on|the|and)\s+)+", mods)
        if small:
            mods, start = mods[small.end() :], start + small.end()
    small = re.match(r"(?:(?:of|on|the|and)\s+)+", mods)
    if not ordinal and small:
        mods, start = mods[small.end() :], start + small.end()
    inner = re.match(rf"(?:Annual\s+)?.*?\b(?P<ord>{_ORDINAL})\s+", mods)
    if (
        not ordinal
        and inner
        and parse_ordinal(inner["ord"]) is not None
        and not re.fullmatch(r"[IVXL]", inner["ord"])
    ):
        number = parse_ordinal(inner["ord"])
        start += inner.start("ord")
        mods = mods[inner.start("ord") - 0 :]
    if re.search(r"(?i)\banniversary\b", mods):
        number = None  # the anniversary is counted, not the meeting
    topic = _TOPIC.match(text, end)
    lowered = head.islower()
    if (topic and not (lowered and head == "meeting") and singular(head) not in OWN) or (
        topic and not lowered and number is None
    ):
        end = topic.end() - (len(m.group()) if (m := _SMALL.search(topic.group())) else 0)
    if (broken := text.find("\n", match.end(), end)) >= 0:
        end = broken  # the next line of a title
    place = re.search(r"\s+in\s+(?!Persons)[A-Z]\w+$", text[match.end() : end])
    if place and re.match(r"\s+es\s+[A-Z]|,|\.|\s+(?:on|from)\s+\d", text[end:]):
        end = match.end() + place.start()  # 'Workshop on Ferry Safety in Suva, Fiji'
    name = re.sub(r"\s+", " ", text[start:end]).strip()
    body = None
    of_ministers = _OF_MINISTERS.match(text, end)
    tail = _OF_BODY.match(text, end)
    if tail:
        body = re.sub(r"\s+", " ", _SMALL.sub("", tail["body"])).strip()
        if heads := re.search(rf"\b(?:{_HEADS})\b", body):
            body = body[: heads.start()].rpartition(" and ")[0]
        if not body or body[:1].islower() or " " not in body:
            body = None
    elif number is not None:
        rest = re.sub(rf"\b{_ORDINAL}\s+", "", mods)
        distinct = " ".join(_GENERIC.sub(" ", rest).split())
        body = re.sub(r"\s+", " ", rest).strip() if len(distinct) > 2 else None
    if of_ministers and number is not None:
        body, end = of_ministers["who"], of_ministers.end()
    plain = number is None and not mods.strip() and end == match.end()
    return Mention(start, end, name, number, singular(head), body, plain)
