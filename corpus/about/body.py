"""The group or process that a document is of, as its top names it."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NAME = r"[A-Z][\w’'&–-]*"
_WORD = rf"the|and|of|in|on|to|for|by|against|from|with|between|{_NAME}|[a-z]+-[A-Z]\w*"
_SUBJECT = rf"(?: (?:on|for|against|of|to)(?: (?:{_WORD})\b,?)+)?"
_GROUP = re.compile(
    rf"(?P<before>(?:{_NAME}(?: and)? ){{0,4}})"
    r"(?P<group>Working (?:Group|Party)|Task ?(?:Team|Force)|Taskforce|Experts?['’]? (?:Group|Committee)"
    r"|Group of Experts"
    r"|Sub-?(?:[Gg]roup|[Cc]ommittee)|(?:Steering|Technical|Contact|Consultative|Liaison|Focal Points?"
    r"|Coordination) Group"
    r"|(?:Task|Study|Core|Advisory|Reference|Drafting|Monitoring|Steering|Planning) (?:Group|Team|Panel)"
    r"|Technical Panel|(?:Steering |Standing )?Committee|Caucus|Network)" + _SUBJECT
)
_PROCESS = re.compile(
    rf"(?:{_NAME} ){{1,4}}(?:Process|Dialogue|Initiative|Partnership|Compact|Forum|Conference|Alliance"
    rf"|Platform|Coalition"
    r"|Commission|Consultations?|Framework|Mechanism)\b" + _SUBJECT
)
_COMMISSION = re.compile(
    rf"(?:Commission|Council|Forum|Conference|Assembly|Alliance) (?:of|on|for)(?: (?:{_WORD})\b)+"
)
_NOT_OF_THE_NAME = re.compile(
    r"(?:The|An?|Statement|Minutes|Summary|Report|Conclusions|Communiqu[eé]|Joint(?! (?:Task|Working|Technical|Expert|Study|Contact|Steering|Standing))|Chair|Co-Chairs?|Draft|Final|Forward|Work|Plan"
    r"|\w+(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Annual|Regional|Meeting|Session"
    r"|Commemorative|Anniversary|Ministerial|From|At|Of|In)\s",
    re.IGNORECASE,
)
_AFTER_THE_NAME = re.compile(
    r"(?:,\s+(?=(?:[A-Z][\w-]+ ){1,4}(?:Process|Dialogue|Initiative|Partnership|Compact|Forum|Conference|Alliance|Platform|Coalition|Commission|Mechanism)\b)"
    r"|,?\s+(?:in|at) (?:its|the)\b|\s+of the (?=[A-Z][\w-]+ (?:Process|Dialogue|Initiative|Partnership))"
    r"|\s+(?:\w+(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth"
    r"|Annual) (?:\w+ )?(?:Meeting|Session))"
    r".*$"
)
_LOOSE_END = re.compile(r"(?:,|\s+(?:and|of|on|in|for|to|the|by|with|against|from|between))+$")
_OF_MINISTERS = re.compile(r"\bMinisterial (?:Meeting|Conference|Session|Declaration|Summit|Statement)\b")
SHORT = 160  # characters of a line of a title
SHORT_PROCESS = 3  # words: a short name of the process goes before that of its group
SMALL_WORDS = frozenset(
    ["on", "of", "the", "and", "in", "for", "to", "against", "at", "by", "with", "from", "a", "an", "between"]
)


def body_of(top: Sequence[str]) -> str | None:
    """Return the body named first in the top lines: a group with its short process, else a process."""
    lines = [title_case(" ".join(line.split())) for block in top for line in block.split("\n")]
    process = next((name for line in lines if (name := _process(line))), None)
    if process and any(_OF_MINISTERS.search(line) for line in lines[:4] if len(line) < SHORT):
        lines = [line for line in lines if len(line) < SHORT]  # a group that ministers speak of is not theirs
    for line in lines:
        for named in _GROUP.finditer(line):
            name = _AFTER_THE_NAME.sub("", named[0])
            while cut := _NOT_OF_THE_NAME.match(name):
                name = name[cut.end() :]
            name = _LOOSE_END.sub("", name.strip())
            if len(name.split()) < 3 or not re.search(r"[A-Z]", name):
                continue
            short = re.sub(r"\s(?:on|for|against|of|to)\s.*$", "", process) if process else ""
            if 2 <= len(short.split()) <= SHORT_PROCESS and short.split()[0] not in name:
                return f"{short} {name}"
            return name
    return process


def process_of(top: Sequence[str]) -> str | None:
    """Return the process that the top lines name ('Alpine Dialogue on Ferries'), or None."""
    lines = [title_case(" ".join(line.split())) for block in top for line in block.split("\n")]
    return next((name for line in lines if (name := _process(line))), None)


def _process(line: str) -> str | None:
    for pattern in (_PROCESS, _COMMISSION):
        for found in pattern.finditer(line):
            name = _AFTER_THE_NAME.sub("", found[0])
            while cut := _NOT_OF_THE_NAME.match(name):
                name = name[cut.end() :]
            name = _LOOSE_END.sub("", name.strip())
            if len(name.split()) >= 2 and not _GROUP.match(name):
                return name
    return None


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
