"""The group or process that a document is of, as its top names it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from importlib.resources import files

from corpus.names.gatherings import GATHERING, MEETING
from corpus.names.ordinals import meeting_number
from corpus.names.parties import find_parties
from corpus.records.types import PartyKind

_NAME = r"[A-Z][\w’'&–-]*"
_WORD = rf"the|and|of|in|on|to|for|by|against|from|with|between|{_NAME}|[a-z]+-[A-Z]\w*"
_SUBJECT = rf"(?: (?:on|for|against|of|to)(?: (?:{_WORD})\b,?)+)?"
_WORDS: dict[str, list[str]] = tomllib.loads(
    files("corpus.about").joinpath("bodies.toml").read_text(encoding="utf-8")
)
_GROUP = re.compile(
    rf"(?P<before>(?:{_NAME}(?: and)? ){{0,4}})(?P<group>{'|'.join(_WORDS['groups'])}){_SUBJECT}"
)
_GATHERING = re.compile(
    rf"(?P<before>(?:{_NAME}(?: and)? ){{0,3}})\b(?P<group>{'|'.join(_WORDS['gatherings'])})"
    rf"(?: (?:on|for|of)(?: (?:{_WORD})\b,?)+)"
)
_PROCESS_NOUN = f"(?:{'|'.join(_WORDS['processes'])})"
_NO_ROOM = r"(?! (?:Rooms?|Halls?|Cent(?:re|er)|Hotel|Building|House|Suites?|Venue)\b)"
_EVENT = re.compile(
    rf"\b(?:Day|Week|Panel|Fair|Visit|Exercise|Clinic|Round ?[Tt]able|(?i:{GATHERING}))$"
)  # what is held beside a meeting
# 'the X Conference Haus' is a house: what is called after a conference is none
_NO_HOUSE = r"(?!(?<=Conference) [A-Z][a-z])"
_PROCESS = re.compile(rf"(?:{_NAME} ){{1,4}}{_PROCESS_NOUN}\b{_NO_ROOM}{_NO_HOUSE}" + _SUBJECT)
# What shows that a gathering is a body: a numbered meeting of it, or a paper that only bodies have
_OWN_PAPER = re.compile(
    rf"\b(?:Programme of Work|Work ?Plan|Action Plan|Terms of Reference|Minutes|Record|Report|Summary|Statement|Communiqu[eé]|Conclusions|Decisions|{MEETING})\b[^.]{{0,40}}? of the $",
    re.IGNORECASE,
)
_OWN_PLAN = re.compile(
    r"\b(?:Programme of Work|Work ?Plan|Action Plan|Terms of Reference|Work Programme)\b", re.IGNORECASE
)
_GOES_ON = re.compile(r"(?:AND|OF|FOR|AGAINST|And|Of|For|Against|and|of|for|against) [A-Z]")
_INSIDE = re.compile(r"[\w)]\s+$")  # words before a name that is no line's beginning
_COMMISSION = re.compile(
    rf"(?:Commission|Council|Forum|Conference|Assembly|Alliance) (?:of|on|for)(?: (?:{_WORD})\b)+"
)
_ORDINAL = (
    r"\d+(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Twelfth|\w+(?:enth|ieth)"
    r"|(?:Twenty|Thirty|Forty|Fifty)-\w+"
)
_NOT_OF_THE_NAME = re.compile(
    r"(?:The|An?|Statement|Minutes|Summary|Report|Conclusions|Communiqu[eé]|Joint(?! (?:Task|Working|Technical|Expert|Study|Contact|Steering|Standing))|Chair|Co-Chairs?|Draft|Final|Forward|Work|Plan"
    rf"|{_ORDINAL}|Annual|Regional|Ordinary|Meeting|Session|Sitting|Plenary"
    r"|Commemorative|Anniversary|Ministerial|From|At|Of|In)\s",
    re.IGNORECASE,
)
_AFTER_THE_NAME = re.compile(
    rf"(?:,\s+(?=(?:[A-Z][\w-]+ ){{1,4}}{_PROCESS_NOUN}\b)"
    rf"|,?\s+(?:in|at) (?:its|the)\b|,?\s+of the (?=(?:[A-Z][\w-]+ ){{1,3}}{_PROCESS_NOUN}\b)"
    rf"|\s+(?:{_ORDINAL}"
    r"|Annual) (?:\w+ )?(?:Meeting|Session|Sitting|Plenary))"
    r".*$"
)
_LOOSE_END = re.compile(r"(?:,|\s+(?:and|of|on|in|for|to|the|by|with|against|from|between))+$")
_HOUSE = re.compile(r"\s+(?:Rooms?|Cent(?:re|er)|Halls?|House|Building|Hotel|Complex|Suites?|Wing|Tower)\b")
_OF_MINISTERS = re.compile(r"\bMinisterial (?:Meeting|Conference|Session|Declaration|Summit|Statement)\b")
SHORT = 160  # characters of a line of a title
SHORT_PROCESS = 3  # words: a short name of the process goes before that of its group
SMALL_WORDS = frozenset(
    ["on", "of", "the", "and", "in", "for", "to", "against", "at", "by", "with", "from", "a", "an", "between"]
)


def body_of(top: Sequence[str]) -> str | None:
    """Return the body named first in the top lines: a group with its short process, else a process."""
    lines = _rejoined([title_case(" ".join(line.split())) for block in top for line in block.split("\n")])
    process = next((name for line in lines if (name := _process(line))), None)
    if process and any(_OF_MINISTERS.search(line) for line in lines[:4] if len(line) < SHORT):
        lines = [line for line in lines if len(line) < SHORT]  # a group that ministers speak of is not theirs
    for pattern in (_GROUP, _GATHERING):
        for number, line in enumerate(lines):
            for named in pattern.finditer(line):
                name = _bare(named[0])
                if len(name.split()) < 3 or not re.search(r"[A-Z]", name):
                    continue
                if pattern is _GATHERING and (
                    _of_organisation(line, named) or not _is_body(name, lines, number, line[: named.start()])
                ):
                    continue
                return _under(_as_told_below(name, line[named.end() :], lines), process)
    return process


def _rejoined(lines: Sequence[str]) -> list[str]:
    """Return lines with those made one between which a title is broken: 'GROUP ON SEEDS' / 'AND SOILS'."""
    joined: list[str] = []
    for line in lines:
        if (
            joined
            and _GOES_ON.match(line)
            and len(joined[-1]) + len(line) < SHORT
            and joined[-1][-1:].isalnum()
        ):
            joined[-1] += " " + line[:1].lower() + line[1:]
        else:
            joined.append(line)
    return joined


def _as_told_below(name: str, after: str, lines: Sequence[str]) -> str:
    """Return the name of a body as the text below its title has it.

    A title goes on with a place or an event ('Working Group on X, Quito'; 'Group on X, and Trade Day'), or is
    broken in the middle of the name.
    """
    head, comma, tail = name.partition(", ")
    told = [line for line in lines if head in line]
    if comma and _EVENT.search(tail):
        return head
    if comma and any(re.search(rf"{re.escape(head)}(?!,|[^\W\d_])(?:\W|$)", line) for line in told):
        return head
    if not after.strip():
        longer = re.compile(rf"{re.escape(name)}(?P<rest>(?: (?:(?:and|of|the|for) )?{_NAME}){{1,4}})(?= \()")
        whole = {name + found["rest"] for line in told for found in longer.finditer(line)}
        if len(whole) == 1:
            return whole.pop()
    return name


def _bare(name: str) -> str:
    """Return a name without the words of a title before and behind it."""
    name = _AFTER_THE_NAME.sub("", name)
    while cut := _NOT_OF_THE_NAME.match(name):
        name = name[cut.end() :]
    return _LOOSE_END.sub("", name.strip())


def _under(name: str, process: str | None) -> str:
    short = re.sub(r"\s(?:on|for|against|of|to)\s.*$", "", process) if process else ""
    if 2 <= len(short.split()) <= SHORT_PROCESS and short.split()[0] not in name:
        return f"{short} {name}"
    return name


def _is_body(name: str, lines: Sequence[str], number: int, before: str) -> bool:
    """Whether a round table, a panel or an assembly is a body: it has numbered meetings, or a plan.

    'Third Round Table on X' is a meeting itself.
    """
    if _OWN_PAPER.search(before):
        return True
    if _INSIDE.search(before) or len(lines[number]) >= SHORT:
        return False
    near = [re.sub(re.escape(name), " ", line) for line in lines[: max(6, number + 3)] if len(line) < SHORT]
    return any(meeting_number(line) is not None or _OWN_PLAN.search(line) for line in near)


def process_of(top: Sequence[str]) -> str | None:
    """Return the process that the top lines name ('Alpine Dialogue on Ferries'), or None."""
    lines = [title_case(" ".join(line.split())) for block in top for line in block.split("\n")]
    return next((name for line in lines if (name := _process(line))), None)


def _process(line: str) -> str | None:
    for pattern in (_PROCESS, _COMMISSION):
        for found in pattern.finditer(line):
            if _of_organisation(line, found) or _HOUSE.match(line, found.end()):
                continue
            name = _bare(found[0])
            if len(name.split()) >= 2 and not _GROUP.match(name):
                return name
    return None


def _of_organisation(line: str, found: re.Match[str]) -> bool:
    """Whether words are rather those of a known organisation: 'European Commission'."""
    return any(
        hit.party.kind is PartyKind.INTERNATIONAL_ORGANISATION
        and hit.start < found.end()
        and found.start() < hit.end
        for hit in find_parties(line)
    )


def title_case(text: str) -> str:
    """Return text in capitals as a title is written; other text as it is."""
    letters = [char for char in text if char.isalpha()]
    if len(letters) < 8 or sum(char.isupper() for char in letters) < 0.8 * len(letters):
        return text
    words = [
        word.lower() if place and word.lower() in SMALL_WORDS else word.capitalize()
        for place, word in enumerate(text.split(" "))
    ]
    return " ".join(words)
