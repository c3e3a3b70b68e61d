"""Who is to do what by when, in one sentence: the grammar behind action items."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from corpus.document import DateRange
from corpus.names.dates import find_dates
from corpus.records.statements import clean
from corpus.records.wording import COLLECTIVE

_BY = r"(?:by|before|until|not?\s+later\s+than|on\s+or\s+before|in\s+time\s+for|due(?:\s+on|\s+by)?|within)"
_DUE = re.compile(
    rf"\b{_BY}\s+(?:the\s+)?(?:end\s+of\s+|mid-|early\s+|late\s+|beginning\s+of\s+)?", re.IGNORECASE
)
_DUE_MEETING = re.compile(
    rf"\b{_BY}\s+(?:the|its|their)\s+(?:next|forthcoming|coming|\w+(?:st|nd|rd|th)|[A-Z]\w+th|First|Second|Third)"
    r"(?:\s+[A-Z]?\w+)?\s+(?:meeting|session|sitting|plenary|conference)\b",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\b(?:will|would|shall|should|is\s+to|are\s+to|has\s+to|have\s+to|must|undertook\s+to|undertakes\s+to|agreed\s+to|agrees\s+to"
    r"|committed\s+to|volunteered\s+to|promised\s+to|offered\s+to|to)\s+(?P<verb>(?:be\s+)?[a-z]+(?:\s+up)?)\b"
)
_BEFALLS = frozenset(["reach", "arrive", "come", "go", "follow", "begin", "start", "end", "expire", "lapse"])
_PRESENT = re.compile(r"\b(?P<verb>reports?|submits?|sends?|provides?|delivers?|circulates?)\b")
_ASKED = re.compile(
    rf"(?:\b{COLLECTIVE}\b[^.;:]{{0,40}}?\s+|^\W*|\bChair(?:person|man|woman)?\s+|\band\s+)"
    r"(?:also\s+|further\s+|then\s+)?(?:to\s+(?:request|ask|task|invite|instruct)|(?i:requested|asked|tasked|instructed|directed|mandated|invited|encouraged|commissioned))\s+"
    r"(?P<owner>(?:the\s+|all\s+|its\s+)?[A-Za-z][^.;:]{0,140}?)\s+to\s+(?P<verb>[a-z]+)"
)
_ASKS = re.compile(
    r"^\W*(?:(?:Also|Further)\s+)?(?:Requests|Asks|Tasks|Instructs|Directs|Mandates)\s+"
    r"(?P<owner>(?:the\s+|all\s+|its\s+)?[A-Za-z][^.;:]{0,140}?)\s+to\s+(?P<verb>[a-z]+)"
)
_WAS_ASKED = re.compile(
    r"(?P<owner>(?:[Tt]he\s+)?[A-Z][^.;:]{0,100}?)\s+(?:was|were|is|are)\s+(?:requested|asked|tasked|instructed|directed"
    r"|mandated|invited)\s+to\s+(?P<verb>[a-z]+)"
)
_AGENT = re.compile(
    r"\bby\s+(?P<owner>(?:the\s+)?[A-Z][\w’'()/&,.\s-]*?)(?=\s*(?:,\s+to\b|,\s+by\b|\bnot?\s+later|\bby\b|\bbefore\b|\bin\s+time|\buntil\b|[.;]|$))"
)
_EVENTS = re.compile(
    r"\b(?:meeting|session|sitting|workshop|conference|event|forum|symposium|seminar|dialogue|plan|ceremony|visit)\W*$",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:the|an?|all|each|every)\s+(?:[\w-]+\s+){0,3}(?:group|members?|states|secretariat|office|unit|chairs?|co-chairs"
    r"|delegations?|leads?|team|committee|bureau|hosts?|parties|partners|participants|observers|country|countries|organi[sz]ations?)\b"
)
_GIVEN = re.compile(r"\bgave\s+(?:the\s+)?(?P<owner>[A-Z][\w\s’'-]{1,60}?)\s+until\b[^.;]{4,40}\bto\s+[a-z]+")
_SOFTLY = re.compile(r"\b(?:invited?|encouraged?|urged?)\b", re.IGNORECASE)
_FIRMLY = re.compile(
    r"\b(?:requested|asked|tasked|instructed|directed|mandated|commissioned)\b", re.IGNORECASE
)
_PRONOUN = re.compile(
    r"^(?:both|(?:decision|conclusion|recommendation|resolution|paragraph)s?\s+[\d/.-]+|it|they|she|he|this|these|that|which|who|there|we|i)\b",
    re.IGNORECASE,
)
_LEFT = re.compile(r"^.*(?:[.;:]\s+|,\s+(?:and|but|which|who|while)\s+|\b(?:that|and\s+that)\s+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Due:
    """A due date: as a range where it is a date, and in the text's own words."""

    dates: DateRange | None
    text: str


@dataclass(frozen=True, slots=True)
class Task:
    """What a sentence asks of whom; `owner` as written, None where the sentence does not say."""

    owner: str | None
    due: Due | None


def due_in(text: str, meeting: date | None) -> Due | None:
    """Return the date by which something is due ('not later than 28 February 2019').

    A day without a year lies in the year after `meeting` where it would lie before it.
    """
    for match in _DUE.finditer(text):
        near = text[match.start() : match.end() + 45]
        found = _first_date(near, meeting)
        if found is not None and not near[match.end() - match.start() : found[1]].strip(" ,("):
            return Due(found[0], clean(near[: found[2]]))
    meeting_named = _DUE_MEETING.search(text)
    return Due(None, clean(meeting_named.group())) if meeting_named else None


def due_field(text: str, meeting: date | None) -> Due | None:
    """Return the due date of a field or cell that holds nothing else ('30 November 2021', 'ongoing')."""
    text = clean(text).strip(" .;")
    if not text or text in {"-", "–", "—"}:
        return None
    found = _first_date(text, meeting)
    return Due(found[0] if found else None, text)


def _first_date(text: str, meeting: date | None) -> tuple[DateRange, int, int] | None:
    dates = find_dates(text)
    if not dates and meeting is not None:
        dates = find_dates(text, meeting.year)
        if dates and dates[0].range.end < meeting:
            dates = find_dates(text, meeting.year + 1)
    return (dates[0].range, dates[0].start, dates[0].end) if dates else None


def asked_of(text: str) -> str | None:
    """Return whom a sentence asks to do something: 'requested WCO to report …'."""
    match = _ASKS.match(text) or _ASKED.search(text) or _WAS_ASKED.search(text)
    return clean(match["owner"]).rstrip(",") if match else None


def task_in(text: str, meeting: date | None) -> Task | None:
    """Return the task that a sentence sets with a due date or asks of somebody, if it does either."""
    due = due_in(text, meeting)
    given = _GIVEN.search(text)
    if given and due is not None:
        return Task(clean(given["owner"]), due)
    asked = asked_of(text)
    if asked and due is None and _SOFTLY.search(text) and not _FIRMLY.search(text):
        return None
    if asked and not _PRONOUN.match(asked):
        return Task(asked, due)
    if due is None:
        return None
    if re.search(r"\b(?:is|are)\s+due\b", text):
        return Task(None, due)
    match = _MODAL.search(text)
    present = None if match else _PRESENT.search(text)
    found = match or present
    if found is None:
        return None
    owner = _subject(text[: found.start()])
    if owner is not None and _EVENTS.search(owner):
        return None
    if found["verb"] in _BEFALLS:
        return Task(None, due)  # 'Replies should reach the Chair by 3 May': nobody is named
    passive = found["verb"].startswith("be ")
    if passive:
        agent = _AGENT.search(text, found.end())
        return Task(clean(agent["owner"]).rstrip(",") if agent else None, due)
    if owner is None or not (owner[:1].isupper() or _BODY.match(owner)):
        return Task(None, due) if match and re.match(r"should|must|has|have|is|are", match.group()) else None
    return Task(owner, due)


def _subject(before: str) -> str | None:
    """Return the noun phrase at the end of the text before a modal, cut at the last clause boundary."""
    subject = clean(_LEFT.sub("", before)).strip(" ,*")
    subject = re.sub(r"^(?:For|In|On|By|At|After|Before|During|Under|With|From|As)\s[^,]*,\s+", "", subject)
    subject = re.sub(r"^(?:[Aa]ction|AP|ACTION)\s*[\d./]*\s*[:.–-]\s*", "", subject)
    if not subject or _PRONOUN.match(subject) or len(subject.split()) > 14:
        return None
    return subject
