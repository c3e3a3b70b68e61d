"""Which runs of lines are headings, and how deep: by type where it is known, else by form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.layout.datelines import TITLE_WORDS, is_dateline
from corpus.layout.letterhead import files_the_paper
from corpus.layout.measure import Measure
from corpus.layout.runs import Run

LONGEST = 130  # characters of a heading inside the text
LONGEST_TITLE = 300
_NUMBER = re.compile(
    r"(?:(?P<roman>[IVXL]{1,6})|(?P<figures>\d{1,2}(?:\.\d{1,2}){0,3})|(?P<letter>[A-Z]))[.)]?\s+(?=[A-Z“‘\"'])"
)
_LABELLED = re.compile(
    r"(?:dates?|venue|place|location|chairs?|co-chairs?|vice-chair|moderator|rapporteur|references?|time|contact|secretary"
    r"|tel|e-?mail|from|to|cc|subject|hosts?|version|status|languages?|lead|owner|due|period|participants|distribution"
    r"|original|doc(?:ument)?|symbol|website|note)\b[^:]{0,20}:\s*\S",
    re.IGNORECASE,
)
# How a document came about, printed under its title: no heading.
_FOOTNOTE = re.compile(
    r"(?:as )?(?:adopted|endorsed|approved|issued|agreed|published|posted|circulated|revised|updated"
    r"|submitted|prepared"
    r"|unofficial translation|translated)\b.*\b(?:by|at|on|in)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?:Mr|Mrs|Ms|Mx|Dr|Prof|Professor|H\.?E|Hon|Amb|Ambassador|Col|Colonel|Gen|General|Capt|Sir|Dame|Dato|Datuk)\b\.?\s+[A-Z]"
)
_ADDRESS = re.compile(r"@|https?://|www\.|\bTel\b")
_ENDS_LIKE_A_HEADING = re.compile(
    r"\b(?:cont|contd|No)\.$|\((?:[A-Z][\w-]*|[^()]*(?:[Ii]tem|\d{4}|cont)[^()]*|[^()a-z]+)\)$|^[^a-z]+\([^()]+\)$"
)
# What a list of names or points stands under, on a line of its own.
_LIST_HEAD = re.compile(
    r"(?:list of )?(?:(?:member|observer|participating|other|non-member|invited) )?"
    r"(?:members?|member states|states|countries|delegations?|observers?|participants?|chair(?:person|man"
    r"|woman)?|co-chairs?"
    r"|vice-chairs?|bureau|present|also present|in attendance|attendance|apologies(?: for absence)?"
    r"|absent|not represented"
    r"|regrets|guests?|experts?|organi[sz]ations?|international organi[sz]ations?"
    r"|civil society(?: organi[sz]ations?)?"
    r"|private sector|secretariat|workstreams?|partners|resource persons|agenda|objectives?|decisions?"
    r"|conclusions"
    r"|recommendations|action points?|action items?|actions|outcomes?|annex(?:es)?|programme|next steps"
    r"|speakers|panel(?:l?ists)?"
    r"|moderator|rapporteur)(?: (?:present|absent|members|states))?(?: \(\d{1,3}\))?:?",
    re.IGNORECASE,
)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|shall|should|can|may not|been)\b")
_SECTION = re.compile(
    r"(?:introduction|background|opening|overview|purpose|present|participants|attendance|who |what |how "
    r"|preamble|context"
    r"|agenda|objectives?|highlights|contents|day (?:one|1)|first day|item \d|session \d|annex)\b",
    re.IGNORECASE,
)


def heading_like(run: Run, longest: int = LONGEST) -> bool:
    """Tell whether a run has the form of a heading: short, no sentence, label, person or date."""
    text = run.text.strip()
    letters = [char for char in text if char.isalpha()]
    first = re.search(r"[^\W_]", text)
    if not text or len(text) > longest or len(letters) < 3 or len(letters) < 0.5 * len(text.replace(" ", "")):
        return False
    if not first or not (first[0].isupper() or first[0].isdigit()) or text[0] in "(-–•*":
        return False
    if text.endswith((".", ";", ",", ")")) and not _ENDS_LIKE_A_HEADING.search(text):
        return False
    if text.endswith(":") and not bare_label(text):
        return False
    if _FOOTNOTE.match(text) and text.upper() != text:
        return False
    if _LABELLED.match(text) or _PERSON.match(text) or _ADDRESS.search(text) or is_dateline(text):
        return False
    if files_the_paper(text):
        return False
    return not (_VERB.search(text) and len(text.split()) > 9)


def heads_a_list(text: str) -> bool:
    """Tell whether a line is a word that lists of the genre stand under ('Observers', 'Apologies')."""
    return bool(_LIST_HEAD.fullmatch(text.strip()))


def bare_label(text: str) -> bool:
    """Tell whether a line with a colon stands for itself ('PRESENT:') and leads no sentence in."""
    words = text.rstrip(":").split()
    if text.upper() == text:
        return len(words) <= 8
    return (
        len(words) <= 4
        and not re.match(r"(?:the|this|it|they|we|these|members agreed)\b", text, re.IGNORECASE)
        and not re.search(
            r"\b(?:that|to|were|was|are|is|agreed|following|decided|include[ds]?|including|as follows)\b",
            text,
            re.IGNORECASE,
        )
    )


def opens_section(text: str) -> bool:
    """Tell whether a heading near the top opens the text rather than belonging to the title."""
    if TITLE_WORDS.search(text) and not _SECTION.match(text):
        return False
    return bool(_SECTION.match(text) or _NUMBER.match(text) or not TITLE_WORDS.search(text))


def stands_out(run: Run, measure: Measure) -> bool:
    """Tell whether a run is set in larger or bolder type than the running text."""
    return all(measure.display(line) for line in run.lines)


def levels(headings: Sequence[Run], measure: Measure) -> list[int]:
    """Return the level of each heading inside the text, from 2 on: by size of type, numbering, capitals."""
    if measure.size:
        looks = [(round(max(line.size for line in run.lines) * 2) / 2, run.lines[0].bold) for run in headings]
        ranks = {look: rank for rank, look in enumerate(sorted(set(looks), reverse=True))}
        by_type = [2 + min(3, ranks[look]) for look in looks]
        if len(ranks) > 1:
            return by_type
    sorts = [_sort(run.text) for run in headings]
    capitals = any(sort == "capitals" for sort in sorts) and any(sort == "words" for sort in sorts)
    roman = any(sort == "roman" for sort in sorts)
    found = []
    for run, sort in zip(headings, sorts, strict=True):
        number = _NUMBER.match(run.text)
        depth = number["figures"].count(".") if number and number["figures"] else 0
        if sort == "figures":
            found.append(2 + depth + roman)
        elif sort == "letter":
            found.append(2 + roman)
        elif sort == "words":
            found.append(2 + capitals)
        else:
            found.append(2)
    return found


def _sort(text: str) -> str:
    number = _NUMBER.match(text)
    if number:
        roman = number["roman"] or (number["letter"] if number["letter"] in ("I", "V", "X") else None)
        return "roman" if roman else "figures" if number["figures"] else "letter"
    return "capitals" if text.upper() == text else "words"
