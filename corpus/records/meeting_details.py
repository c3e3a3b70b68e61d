"""What a sentence says of a meeting: when, where, in what form, chaired and hosted by whom, held or not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from corpus.about.venues import VENUE_WORD
from corpus.document import DateRange, Precision
from corpus.names.dates import Found, find_dates
from corpus.names.parties import find_parties, resolve
from corpus.records.meeting_mentions import Mention

Mode = Literal["in person", "online", "hybrid"]
Status = Literal["held", "planned", "postponed", "cancelled"]
Place = tuple[int, int]  # offsets in the text

# Between a meeting and its date or place only such words may stand; words with a capital are passed over.
_LINK = frozenset(
    [
        "held",
        "was",
        "were",
        "is",
        "are",
        "be",
        "been",
        "to",
        "will",
        "would",
        "take",
        "takes",
        "took",
        "taken",
        "place",
        "in",
        "at",
        "on",
        "from",
        "of",
        "the",
        "and",
        "for",
        "that",
        "which",
        "had",
        "has",
        "have",
        "planned",
        "scheduled",
        "set",
        "convened",
        "met",
        "meet",
        "meets",
        "organised",
        "organized",
        "hosted",
        "by",
        "online",
        "virtually",
        "virtual",
        "videoconference",
        "video",
        "link",
        "webinar",
        "conference",
        "online,",
        "line",
        "carried",
        "conducted",
        "out",
        "off",
        "also",
        "last",
        "both,",
        "jointly",
        "back-to-back",
        "its",
        "a",
        "an",
        "it",
        "kind",
        "invitation",
        "government",
        "republic",
        "first",
        "announced",
        "been",
        "followed",
        "then",
        "to",
        "due",
        "opened",
        "began",
        "gathered",
        "came",
        "together",
        "course",
        "city",
    ]
)
_PLACE_WORD = r"[A-ZÀ-Þ][\w’'.-]*"
_PLACE = re.compile(
    rf"{_PLACE_WORD}(?:[ -](?:{_PLACE_WORD}|de|la|el|al|es|da|do|del"
    rf"|of)){{0,3}}(?:, {_PLACE_WORD}(?: (?:{_PLACE_WORD}|and|of|the)){{0,4}})?"
    r"(?: \([A-Z][\w ’'-]+\))?"
)
_NOT_PLACE = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday|Meetings?|Session|Sitting|Plenary|Conference|Workshop|Forum|Event|Dialogue|Plan"
    r"|Strategy|Group|Chair\w*|Co-Chair\w*|Statement|Summary|Minutes|Annual|Objective|Article|Item|Part|Annex|Phase"
    r"|Process|Government|Ministry|Members?|Observers?|Published|Communiqu\w|Report|Agenda|Programme|Record|Conclusions"
    r"|Terms|Reference|Operation|Working|Virtual|Online|Hybrid|WebEx|Zoom|Teams|First|Second|Third|Fourth|Fifth|Sixth"
    r"|Seventh|Eighth|Ninth|Tenth|Day|Held|From|To|On|In|At|Between|And|By|Since|Until|Page|Final|Draft|Review|Person|The|This|Adopted|Date|Q[1-4]|COVID\S*)\b"
)
_IN = re.compile(
    r"\b(?:in|at|(?:planned|scheduled|foreseen|set)\s+for)\s+(?:the\s+)?(?:(?:city|town|port)\s+of\s+)?(?=[A-ZÀ-Þ])"
)
_ONLINE = re.compile(
    r"\b(?:held|met|conducted|took place|take place|joined|convened|attended|participated|connected"
    r"|followed|format\W+|meeting)"
    r"\W+(?:\w+\W+){0,3}?(?:on[ -]?line|remotely|webex|zoom)\b|\bonline\s+(?:meeting|session|format|participa\w+|event)"
    r"|^\W*(?:online|webinar)\b|[,(]\s*on[ -]?line\s*[,)]"
    r"|^\W*(?:place|venue|location|format|where)\W*:\W*(?:on[ -]?line|virtual)\b"
    r"|\bvirtual(?:ly)?\b|(?:by|via|through|over)\s+(?:video(?:\s?link|\s?-?conferenc\w+)?|zoom|webex|teams|teleconference)"
    r"|\bvideo\s?-?conference\b",
    re.IGNORECASE | re.MULTILINE,
)
_HYBRID = re.compile(
    r"\bhybrid\b|\band\s+by\s+video|\bin[- ]person\s+or\s+(?:by|online|via|virtual)|\band\s+(?:on[ -]?line|virtually)\b|\bin[- ]person\s+and\s+(?:online|virtual)",
    re.IGNORECASE,
)
_IN_PERSON = re.compile(
    r"\bin[- ]person\b|\bface[- ]to[- ]face\b|\bphysical (?:meeting|format)\b", re.IGNORECASE
)
_CANCELLED = re.compile(
    r"\b(?:called off|cancell?ed|abandoned|did not take place|was not held)\b", re.IGNORECASE
)
_PLANNED = re.compile(
    r"\b(?:will|would|shall|is to|are to|offer(?:ed|s)? to|offer of [^.]{0,40} to"
    r"|invited? [^.]{0,40} to|plans? to"
    r"|(?:is|are|was|were) (?:planned|scheduled|due|set(?!\s+up)|expected)|agreed to|proposed to|next)\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:postponed|moved|rescheduled|put off|deferred|brought forward|first been announced|originally)\b",
    re.IGNORECASE,
)


_FIRST_PLANNED = re.compile(
    r"\b(?:originally|(?:was|were|is)\s+(?:first\s+)?to\s+(?:be\s+held|have\s+been\s+held|take\s+place|meet|have\s+met)"
    r"|due\s+(?:to\s+(?:be\s+held|take\s+place|meet)|in|on)|should\s+have\s+(?:been\s+held|taken\s+place|met|hosted)"
    r"|(?:first|initially|had\s+been|was|were)\s+(?:planned|scheduled|announced|foreseen|set|convened)|(?:planned|scheduled|foreseen|announced)\s+(?:for|on|in)"
    r"|instead\s+of|(?:moved|postponed|brought\s+forward|put\s+back|deferred)\s+from)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_IN_THE_END = re.compile(
    r"\b(?:finally|in\s+the\s+end|instead|new\s+dates?|which\s+we\s+had\s+to\s+move|had\s+to\s+be\s+moved|owing\s+to)\b",
    re.IGNORECASE,
)
_HELD_AT_LAST = re.compile(
    r"\b(?:finally|in\s+the\s+end|instead|held|met|took\s+place|new\s+dates?|(?:moved|postponed|put\s+off|deferred|rescheduled|put\s+back)\s+(?:to|until))\b"
    r"[^.;]{0,50}$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Details:
    """What was read of one meeting; spans are offsets in the document."""

    dates: DateRange | None = None
    planned_dates: DateRange | None = None
    place: str | None = None
    planned_place: str | None = None
    venue: str | None = None
    mode: Mode | None = None
    chairs: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    status: Status = "held"
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)

    def fill(self, other: Details) -> None:
        """Take over what is missing here."""
        for name in ("dates", "planned_dates", "place", "planned_place", "venue", "mode", "chairs", "hosts"):
            if not getattr(self, name) and getattr(other, name):
                setattr(self, name, getattr(other, name))
                if name in other.spans:
                    self.spans[name] = other.spans[name]
        for name, span in other.spans.items():
            self.spans.setdefault(name, span)
        if self.status == "held" and other.status != "held" and other.dates == self.dates:
            self.status = other.status


def linked(text: str) -> bool:
    """Whether the words between a meeting and what is said of it let the two belong together."""
    if len(text) > 160 or re.search(r"[.;:!?]\s|\n\n|\)\s*[^,]", text):
        return False
    return all(word[0].isupper() or word in _LINK for word in re.findall(r"[^\W\d_][\w’'-]*", text))


def place_at(text: str, start: int) -> Place | None:
    """Read a place that begins at a position: 'Livingstone, Zambia'."""
    match = _PLACE.match(text, start)
    if match is None:
        return None
    found = match.group()
    if ", " in found:
        city, _, country = found.partition(", ")
        known = resolve(re.sub(r" \(.*", "", country))
        if known is None or known.kind.value != "state":
            shorter = next(
                (p for p in find_parties(country) if p.start == 0 and p.party.kind.value == "state"), None
            )
            found = f"{city}, {country[: shorter.end]}" if shorter and not shorter.demonym else city
    bracket = re.search(r" \((?P<inside>[^()]*)\)?$", found)
    if bracket and (not found.endswith(")") or re.search(r"\b[a-z]", bracket["inside"])):
        found = found[: bracket.start()]
    stop = _NOT_PLACE.search(found)
    if stop:
        found = found[: stop.start()].rstrip(" ,")
    found = re.sub(r"(?: (?:of|de|la|and|the)|['’]s)$", "", found).rstrip(" .,")
    if len(found) < 3 or re.fullmatch(r"[A-Z]{2,5}(?:-[A-Z]+)?", found):
        return None
    return start, start + len(found)


def place_near(text: str, found: Found) -> Place | None:
    """The place beside a date: 'Maputo, 18–20 May 2021', '10 May 2022, Apia', '4 July 2023 in Suva'."""
    left = re.sub(r"[,:]?(?:\s+(?:on|from))?\s*[(–—-]?\s*$", "", text[: found.start])
    for start in re.finditer(r"(?:^|(?<=[\s(–—-]))(?=[A-ZÀ-Þ])", left[-90:]):
        at = max(0, len(left) - 90) + start.start()
        place = place_at(text, at)
        if place is not None and place[1] >= len(left):
            return place
    after = re.match(r"(?:,|\s+[–—-])?\s+(?:(?:in|at)\s+)?(?:the\s+)?(?=[A-ZÀ-Þ])", text[found.end :])
    return place_at(text, found.end + after.end()) if after else None


def places_in(text: str) -> list[Place]:
    """The places that follow 'in' or 'at' in a sentence; states and bodies at work are none."""
    found = []
    for match in _IN.finditer(text):
        place = place_at(text, match.end())
        if place is not None:
            written = text[place[0] : place[1]]
            party = resolve(written)
            if VENUE_WORD.search(written):
                continue
            if party is None or party.kind.value == "state":
                found.append(place)
    return found


def mode_of(text: str) -> tuple[Mode, int, int] | None:
    """The form of a meeting that a sentence states."""
    for pattern, mode in ((_HYBRID, "hybrid"), (_IN_PERSON, "in person"), (_ONLINE, "online")):
        if match := pattern.search(text):
            return mode, match.start(), match.end()  # type: ignore[return-value]
    return None


def status_of(text: str, mention: Mention | None) -> Status:
    """Whether a sentence speaks of a meeting as held, planned or called off; of any where none is given."""
    if mention is None:
        return "cancelled" if _CANCELLED.search(text) else "held"
    around = text[max(0, mention.start - 80) : mention.start].rpartition(";")[2]
    around += text[mention.start : mention.end + 140].partition(";")[0]
    if _CANCELLED.search(around) and "study tour" not in around:
        return "cancelled"
    before, after = text[max(0, mention.start - 60) : mention.start], text[mention.end : mention.end + 70]
    if (
        _PLANNED.search(before)
        or re.search(r"\b(?:can|could|might|may)\s+host\s+(?:the|its)?\s*$", before)
        or re.match(
            r"\s+(?:\w+\s+){0,8}?(?:will|would|(?:is|was)\s+to\s+(?:be|take|meet|convene|gather)|is to|is planned|is scheduled)\b",
            after,
        )
    ):
        return "planned"
    return "held"


def moved(text: str) -> bool:
    """Whether a sentence says that a meeting was moved from a date announced before."""
    return bool(_MOVED.search(text))


def first_planned(text: str, year: int | None) -> list[Found]:
    """The dates of a sentence for which a meeting was first planned, where it was moved or did not take place."""
    if not (_MOVED.search(text) or _CANCELLED.search(text) or _IN_THE_END.search(text)):
        return []
    found, at = [], 0
    for date in find_dates(text, year):
        if _FIRST_PLANNED.search(text[at : date.start]):
            found.append(date)
        at = date.end
    return found


def held_in_the_end(text: str, planned: list[Found], year: int | None) -> Found | None:
    """The date at which a moved meeting was held after all: 'and had finally met online on 24 November'."""
    at = 0
    starts = {date.start for date in planned}
    for date in find_dates(text, year):
        before, at = text[at : date.start], date.end
        if date.start not in starts and _HELD_AT_LAST.search(before):
            return date
    return None


def dated(text: str, mention: Mention, following: int, year: int | None, taken: set[int]) -> Found | None:
    """The date that belongs to a mention: after it with linking words only, or right before it."""
    dates = find_dates(text, year)
    for found in dates:
        if found.start >= mention.end and found.start < following and found.start not in taken:
            gap = text[mention.end : found.start]
            bracket = re.match(r"[^()]*\([^()]*$", gap)
            if linked(gap.replace("(", " ").replace(":", " ") if bracket or ":" in gap[:3] else gap):
                return found
            return None
    for found in reversed(dates):
        if found.end <= mention.start and found.start not in taken:
            gap = text[found.end : mention.start]
            if (
                len(gap) < 90
                and not re.search(r"\band\s+(?:the|its|a)\s", gap)
                and (
                    linked(gap)
                    or re.fullmatch(
                        r"[,:]?\s*(?:the\s+[^.;]{0,70}\s)?(?:a|an|its|held|the)?\s*(?:a|an|its|the)?\s*", gap
                    )
                )
            ):
                return found
            return None
    return None


def is_day(dates: DateRange | None) -> bool:
    """Whether a range is known to the day."""
    return dates is not None and dates.precision is Precision.DAY
