"""What a document says of itself: title, kind, body, number of the meeting, dates and place.

Everything is read from the title block and the first lines of the text, by the words of the genre. What an
author states in front matter wins; what a format carries along (an HTML title, DOCX properties) only fills in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import BlockKind, DateRange, Frozen, Kind, Metadata
from corpus.names.dates import find_dates
from corpus.ordinals import meeting_number


class MetadataHints(Frozen):
    """What a reader knows beside the text.

    `certain` marks the author's own statement (front matter), which wins over what the text shows; other
    hints only fill gaps. `left_open` names the fields that the author wrote down and left empty: what is not
    known is then not read out of the text either.
    """

    title: str | None = None
    kind: Kind | None = None
    body: str | None = None
    number: int | None = None
    dates: DateRange | None = None
    place: str | None = None
    urls: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    certain: bool = False
    left_open: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Shown:
    """A block as a reader sees it: its role, heading level, and text without markup."""

    kind: BlockKind
    level: int
    text: str


FIRST_LINES = 12  # blocks after the title block that may still say when and where
_KIND_WORDS: tuple[tuple[Kind, str], ...] = (
    (Kind.WORK_PLAN, r"work ?-?plan|action plan|plan of action|programme of work|work programme|road ?map|strategic plan"
                     r"|implementation plan|multi-?year plan"),
    (Kind.MINUTES, r"minutes|summary records?|records? of (?:the )?(?:proceedings|meeting|discussions?|decisions?)"
                   r"|(?:meeting|session|mission|final|draft) report|proc[eè]s-verbal|meeting notes|notes? of the meeting"
                   r"|report (?:of|on) (?:the|its|a) (?:\w+ ){0,4}(?:meeting|session|workshop|conference)"),
    (Kind.STATEMENT, r"statement|summary|conclusions?|communiqu[eé]|declaration|outcome document|outcomes? of"
                     r"|resolution|recommendations"),
    (Kind.PROGRAMME, r"(?:provisional |draft |annotated )?(?:agenda|programme|program)|concept note|schedule|order of the day"
                     r"|logistic(?:s|al) note|information note"),
    (Kind.EVENT, r"news(?: item| release|letter)?|press (?:release|statement|item)|media (?:release|advisory)|event"
                 r"|takes? stock|met in|meets in|gathers? in|concludes?|convenes?|hosts?"),
)  # fmt: skip
_KINDS = tuple((kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in _KIND_WORDS)
_PUBLISHED = re.compile(
    r"\b(?:published|posted|adopted|approved|issued|updated|endorsed|signed|printed|circulated|corrections?|draft of"
    r"|last modified|reference|ref\.?|in force|valid)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:held|met|took place|takes place|will take place|gathered|came together|convened|meeting|session"
    r"|workshop|event|conference|hosted|assembled)\b",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(
    r"^(?:dates?|when|date and (?:time|venue|place)|dates? and (?:place|venue))\s*[:–—-]\s*", re.IGNORECASE
)
_PLACE_LABEL = re.compile(
    r"^(?:place|venue|location|where|city|held (?:in|at))\s*[:–—-]\s*(.+)$", re.IGNORECASE
)
_SECTION_WORDS = re.compile(
    r"(?:[IVX]+|\d+|[A-Z])[.)]\s|(?:introduction|background|opening|overview|purpose|present|participants|attendance"
    r"|in attendance|preamble|context|summary|agenda|objectives?|highlights|key points|contents)\b",
    re.IGNORECASE,
)
_TITLE_WORDS = re.compile(
    r"meeting|session|statement|minutes|plan|programme|summary|report|conclusions|dialogue|workshop|symposium"
    r"|conference|agenda|communiqu|declaration|note|roadmap",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:(?:Ad Hoc|Technical|Joint|Expert|Senior Officials|Open-ended|Regional|Intergovernmental|Inter-agency"
    r"|Standing|Steering|[A-Z][a-z]+ and [A-Z][a-z]+|Disruption)[ -])*"
    r"(?:Working (?:Group|Party)|Task ?(?:Team|Force)|Taskforce|Experts?['’]? (?:Group|Committee)|Group of Experts"
    r"|Sub-?(?:group|committee)|Steering (?:Group|Committee)|Committee|Commission|Technical (?:Panel|Group)|Contact Group"
    r"|Consultative (?:Group|Forum)|Network|Forum)"
    r"(?: (?:on|for|against|of)(?: (?:the|and|of|in|on|to|for|by|against|from|with|[A-Z][\w’'-]*|[a-z]+-[A-Z]\w*)\b,?)+)?"
)
_PROCESS = re.compile(
    r"^[A-Z][\w’'.&-]*(?: [\w’'.&-]+){0,3}? (?:Process|Dialogue|Initiative|Partnership|Compact|Forum|Conference)$"
)
_ONLINE = re.compile(
    r"[,;]?\s*(?:and |or )?(?:by video(?: link| conference)?|online|virtual(?:ly)?|hybrid|via \w+)\b.*$",
    re.IGNORECASE,
)
_PLACE = r"((?:[A-Z][\w’'.-]+(?: (?:of|the|and|de|da|del|la|el|City|[A-Z][\w’'.-]+)){0,3})(?:, (?:the )?[A-Z][\w’'.-]+(?: (?:of|the|[A-Z][\w’'.-]+)){0,3})?)"
_MET_IN = re.compile(
    r"\b(?:held|met|took place|gathered|came together|convened|hosted|meeting|assembled|(?:for|of) [\w ]{0,60}Meeting)"
    r"\b[^.;:()]{0,140}?\bin " + _PLACE
)
_NO_PLACE = re.compile(
    r"\b(?:meeting|session|statement|chair|group|minutes|summary|conclusions|plan|event|dialogue|process|annual|final"
    r"|draft|workshop|monday|tuesday|wednesday|thursday|friday|saturday|sunday|from|january|february|march|april|may|june"
    r"|july|august|september|october|november|december|persons|online|virtual)\b",
    re.IGNORECASE,
)


def describe(blocks: Sequence[Shown], hints: MetadataHints) -> Metadata:
    """Return the metadata of a document from its blocks in order and its reader's hints."""
    content = [block for block in blocks if block.kind is not BlockKind.FRONT_MATTER and block.text.strip()]
    heads, rest = _title_block(content)
    title = _joined(heads)
    if hints.title and (hints.certain or not title):
        title = hints.title
    if not title:
        title = _short(content[0].text) if content else "Untitled"
    first = [block.text for block in rest[:FIRST_LINES]]
    kind = hints.kind or _kind(title, heads, first)
    top = [*heads, *first]
    metadata = Metadata(
        title=title,
        kind=kind,
        body=_body(top),
        number=_number(kind, title, heads, first),
        dates=_dates(kind, heads, first),
        place=_place(heads, first) if kind is not Kind.WORK_PLAN else None,
        urls=hints.urls,
        gaps=hints.gaps,
    )
    stated = {
        name: value
        for name in ("body", "number", "dates", "place")
        if (value := getattr(hints, name)) is not None and (hints.certain or getattr(metadata, name) is None)
    }
    return metadata.model_copy(update={**stated, **dict.fromkeys(hints.left_open)})


def _title_block(content: Sequence[Shown]) -> tuple[list[str], list[Shown]]:
    """Return the headings that make up the title, and the blocks after them."""
    count = 0
    while count < min(len(content), 8) and content[count].kind is BlockKind.HEADING:
        count += 1
    heads = list(content[:count])
    while len(heads) > 1 and _opens_a_section(heads[-1], heads[-2]):
        heads.pop()
    return [head.text for head in heads], list(content[len(heads) :])


def _opens_a_section(head: Shown, above: Shown) -> bool:
    if _SECTION_WORDS.match(head.text):
        return not re.search(r"meeting|session", head.text, re.IGNORECASE)
    return head.level > above.level and not _TITLE_WORDS.search(head.text)


def _joined(heads: Sequence[str]) -> str:
    title = ""
    for head in heads:
        words = " ".join(head.split())
        if words.lower() in title.lower():
            continue
        title += (" " if title.endswith((":", ",", "–", "—", "-")) else ", " if title else "") + words
    return title


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 120 else line[:117].rsplit(" ", 1)[0] + " …"


def _kind(title: str, heads: Sequence[str], first: Sequence[str]) -> Kind:
    """Return the kind named latest in the title (its noun comes last), else in the first lines."""
    for text in (heads[-1] if heads else "", title):
        for kind, words in _KINDS:
            if words.search(text):
                return kind
    for line in first[:4]:
        if re.match(r"(?:published|posted)\b|news\b", line, re.IGNORECASE):
            return Kind.EVENT
        if len(line) <= 120:
            for kind, words in _KINDS[:4]:
                if words.search(line):
                    return kind
    opening = " ".join(first)[:1500]
    if re.search(
        r"\b(?:held|hosted|met)\b.{0,80}\b(?:meeting|workshop|symposium|session)\b", opening, re.IGNORECASE
    ):
        return Kind.EVENT
    return Kind.PAGE


def _body(top: Sequence[str]) -> str | None:
    """Return the group that the document is of, as named first, with its process where that is short."""
    process: str | None = None
    for line in top:
        words = _title_case(" ".join(line.split()))
        if process is None and _PROCESS.match(words):
            process = words
        named = _BODY.search(words)
        if named and len(named[0].split()) > 2:
            body = re.sub(r"(?:,| (?:and|of|on|in|for|to|the|by|with))+$", "", named[0].rstrip(","))
            body = re.split(r"\s+(?:in|of|at) (?:its|the)\b", body)[0]
            before = re.search(
                r"((?:[A-Z][\w’'-]+ ){1,3}(?:Process|Dialogue|Initiative|Partnership)) $",
                words[: named.start()],
            )
            if before:
                return f"{before[1]} {body}"
            return f"{process} {body}" if process and not body.startswith(process) else body
    return process


def _title_case(text: str) -> str:
    """Return text in capitals as a title is written; other text as it is."""
    letters = [char for char in text if char.isalpha()]
    if not letters or sum(char.isupper() for char in letters) < 0.8 * len(letters) or len(letters) < 8:
        return text
    small = {"on", "of", "the", "and", "in", "for", "to", "against", "at", "by", "with", "from", "a", "an"}
    words = [word.lower() if word.lower() in small else word.capitalize() for word in text.split(" ")]
    return " ".join(words)[:1].upper() + " ".join(words)[1:]


def _number(kind: Kind, title: str, heads: Sequence[str], first: Sequence[str]) -> int | None:
    for text in (title, *heads):
        if (number := meeting_number(text)) is not None:
            return number
    if kind in (Kind.WORK_PLAN, Kind.PAGE):
        return None
    for text in first[:5]:
        held = re.search(r"\b(?:its|the|a|this)\s+(?=\S+ (?:\w+ ){0,2}(?:Meeting|Session))", text)
        if held and (number := meeting_number(text[held.end() : held.end() + 60])) is not None:
            return number
    return None


def _dates(kind: Kind, heads: Sequence[str], first: Sequence[str]) -> DateRange | None:
    for line in first[:6]:
        if _DATE_LABEL.match(line) and (found := find_dates(line)):
            return found[0].range
    for line in heads:
        for date in find_dates(line):
            if not _PUBLISHED.search(line[: date.start]):
                return date.range
    if kind is Kind.WORK_PLAN:
        return None
    best: DateRange | None = None
    for line in first:
        for date in find_dates(line):
            before = line[: date.start]
            if _PUBLISHED.search(before):
                continue
            if (
                (len(line) <= 90 and not before.strip(" ,"))
                or _HELD.search(before)
                or _HELD.search(line[date.end :][:60])
            ):
                return date.range
            best = best or date.range
    return best if kind in (Kind.STATEMENT, Kind.MINUTES, Kind.EVENT) else None


def _place(heads: Sequence[str], first: Sequence[str]) -> str | None:
    for line in first[:6]:
        if label := _PLACE_LABEL.match(line):
            return _town(_ONLINE.sub("", label[1]).strip(" ."))
    for line in (*heads, *(line for line in first[:4] if len(line) <= 110)):
        for date in find_dates(line):
            before = re.sub(r"(?:\b(?:on|from)|[,–—-]|\s)+$", "", line[: date.start])
            parts = [
                part.strip() for part in re.split(r",|\s[–—-]\s|\bin\b|\bat\b|:", before) if part.strip()
            ]
            good: list[str] = []
            for part in reversed(parts):
                if (
                    _NO_PLACE.search(part)
                    or not part[:1].isupper()
                    or len(part.split()) > 4
                    or any(c.isdigit() for c in part)
                ):
                    break
                good.insert(0, part)
            if good:
                return ", ".join(good[-2:])
            after = re.match(r"[,–—-]?\s*(?:in |at )?" + _PLACE + r"\s*$", line[date.end :].strip())
            if after and not _NO_PLACE.search(after[1]):
                return after[1]
    for line in first[:4]:
        if (met := _MET_IN.search(line)) and not _NO_PLACE.search(met[1]):
            return met[1]
    return None


def _town(place: str) -> str:
    """Return town and country of an address: its last two parts."""
    parts = [part.strip() for part in place.split(",") if part.strip()]
    return ", ".join(parts[-2:]) if len(parts) > 2 else place
