"""Words of a question that point at meetings: ordinals, dates, places, 'last'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz
from wordfreq import zipf_frequency

from assistant.question.lexicon import phrases
from assistant.question.occasions import Occasion
from assistant.question.words import Word, Words, phrase_stems
from corpus.document import DateRange, Precision
from corpus.names.dates import find_dates
from corpus.names.numbers import find_ordinals
from corpus.names.party_table import folded
from index.words import stem


class CueKind(StrEnum):
    """What a cue says of the meeting."""

    ORDINAL = "ordinal"
    DATE = "date"
    SINCE = "since"
    PLACE = "place"
    BODY = "body"
    NAME = "name"
    RELATIVE = "relative"


@dataclass(frozen=True)
class Cue:
    """Words of the question (character positions) that point at meetings.

    `stems` are words that the meeting's name or body should bear.
    """

    kind: CueKind
    start: int
    end: int
    number: int | None = None
    dates: DateRange | None = None
    text: str = ""
    stems: frozenset[str] = frozenset()


@lru_cache(maxsize=1)
def meeting_nouns() -> frozenset[str]:
    """Return the stems of the nouns for a meeting."""
    return frozenset(phrase_stems(noun)[0] for noun in phrases("occasion", "nouns"))


def ordinals(words: Words) -> list[Cue]:
    """Read 'Third Meeting', '12th annual meeting', 'the Third, Fourth and Sixth Meetings', 'meeting 4'."""
    nouns = meeting_nouns() | {stem("anniversary"), stem("birthday")}
    cues = []
    for found in find_ordinals(words.text):
        following = [word for word in words.words if word.start >= found.end][:8]
        preceding = [word for word in words.words if word.end <= found.start][-1:]
        between = _up_to_noun(following, nouns)
        if between is not None:
            sort = frozenset(word.stem for word in between) - _PLAIN
            cues.append(Cue(CueKind.ORDINAL, found.start, found.end, number=found.value, stems=sort))
            words.take_span(between[0].start, between[-1].end)
        elif cues and _ELLIPTIC.search(words.text[: found.start]) and _ends(words.text[found.end :]):
            cues.append(
                Cue(CueKind.ORDINAL, found.start, found.end, number=found.value, stems=cues[-1].stems)
            )
        elif preceding and preceding[0].stem in nouns and found.end - found.start <= 4:
            cues.append(Cue(CueKind.ORDINAL, found.start, found.end, number=found.value))
            words.take_span(preceding[0].start, preceding[0].end)
    if not cues:
        cues += _for_the_nth_time(words)
    for match in re.finditer(
        r"\b(?:meeting|session|sitting)\s+(?:no\.?\s*|number\s+|#)?(\d{1,2})\b", words.text, re.IGNORECASE
    ):
        if not any(cue.start < match.end() and match.start() < cue.end for cue in cues):
            cues.append(Cue(CueKind.ORDINAL, match.start(), match.end(), number=int(match.group(1))))
    return cues


def _for_the_nth_time(words: Words) -> list[Cue]:
    """'Where did the group meet for the second time?' asks for its second meeting."""
    found = re.search(
        r"\b(?:me[et]t?|gather(?:ed)?|convened?|c[oa]me together)\b[^?]{0,40}?\bfor the (?P<time>(?:very )?(?P<which>\w+) time)\b",
        words.text,
        re.IGNORECASE,
    )
    which = find_ordinals(found["which"]) if found else []
    if found is None or len(which) != 1:
        return []
    words.take_span(*found.span("time"))
    return [Cue(CueKind.ORDINAL, *found.span("time"), number=which[0].value)]


# '… the Sixth Meeting but not the Fourth (2022)?'
_ELLIPTIC = re.compile(r"\b(?:the|in|at|its|their)\s+$", re.IGNORECASE)


def _ends(rest: str) -> bool:
    return re.match(r"\s*(?:$|[?.,;(]|(?:as|in|of|or|and|but)\b)", rest) is not None


_PLAIN = frozenset(stem(word) for word in ("and", "the", "of", "or", "full", "its"))
_BREAKS = frozenset(
    "did do does was were is are has have had attend attended in at of which who when where that".split()  # noqa: SIM905
)
_OTHER_ORDINALS = frozenset(
    "time quarter half day days year years month months week objective activity priority item decision "  # noqa: SIM905
    "place rank option pillar phase part reading draft edition".split()
)


def _up_to_noun(following: Sequence[Word], nouns: frozenset[str]) -> list[Word] | None:
    for number, word in enumerate(following):
        if word.stem in nouns:
            return list(following[: number + 1])
        if (word.norm in _BREAKS and number > 0) or word.norm in _OTHER_ORDINALS:
            return None
    return None


def dates(words: Words) -> list[Cue]:
    """Read dates; 'from 2016 on' and 'since 2016' bound the dates from below only."""
    cues = []
    found_dates = find_dates(words.text)
    for match in re.finditer(r"(?<![\d/.,-])(?:19|20)\d\d(?![\d/-])", words.text):  # 'the 2024 events'
        if not any(found.start < match.end() and match.start() < found.end for found in found_dates):
            year = int(match.group())
            whole = DateRange(start=date(year, 1, 1), end=date(year, 12, 31), precision=Precision.YEAR)
            cues.append(Cue(CueKind.DATE, match.start(), match.end(), dates=whole))
    for found in found_dates:
        before = words.text[: found.start].rstrip().lower()
        after = words.text[found.end :].lstrip().lower()
        open_ended = before.endswith(("since", "after")) or (
            before.endswith("from") and re.match(r"(?:on|onwards?)\b", after) is not None
        )
        cues.append(
            Cue(CueKind.SINCE if open_ended else CueKind.DATE, found.start, found.end, dates=found.range)
        )
        if open_ended:
            words.take(("onwards", "onward"))
    return cues


# Towns are called without what tells them apart from others: 'Cartagena (de Indias)', 'Frankfurt (am Main)'.
_SHORT_TOWN = re.compile(
    r"(?P<town>[A-ZÀ-Þ][\w’'-]{3,}?)[\s-](?:de|del|da|do|di|am|an|a|sur|upon|on|ob|im|near|bei|aan|na|nad|el|la)[\s-](?=\w)"
)
_NO_PLACE = frozenset(("online", "virtual", "hybrid", "webinar", "virtually", "not", "stated"))


def places(words: Words, occasions: Sequence[Occasion]) -> list[Cue]:
    """Read the cities of known meetings; a country counts as a place only after 'in' or 'at'."""
    cities, countries = _known_places(occasions)
    generic = {stem(word) for word in phrases("body", "generic")} - meeting_nouns()
    cues: list[Cue] = []
    for table, needs_lead in ((cities, False), (countries, True)):
        for key, part in sorted(table.items(), key=lambda pair: -len(pair[0])):
            for first in range(len(words.words) - len(key) + 1):
                window = words.words[first : first + len(key)]
                if not all(_alike(word, wanted) for word, wanted in zip(window, key, strict=True)):
                    continue
                following = words.words[first + len(key)] if first + len(key) < len(words.words) else None
                led = first > 0 and words.words[first - 1].norm in ("in", "at", "to")
                if (needs_lead and not led) or (
                    not led and following is not None and following.stem in generic
                ):
                    continue
                start, end = window[0].start, window[-1].end
                if not any(cue.start < end and start < cue.end for cue in cues):
                    cues.append(Cue(CueKind.PLACE, start, end, text=part))
    return cues


def _known_places(
    occasions: Sequence[Occasion],
) -> tuple[dict[tuple[str, ...], str], dict[tuple[str, ...], str]]:
    cities: dict[tuple[str, ...], str] = {}
    countries: dict[tuple[str, ...], str] = {}
    for occasion in occasions:
        for record in occasion.records:
            for written in (record.place, record.venue):
                parts = [part.strip() for part in re.split(r"[,()]", written or "")]
                parts = [part for part in parts if part and part.lower() not in _NO_PLACE]
                for number, part in enumerate(parts):
                    key = tuple(word.lower() for word in part.replace("-", " ").split())
                    inner = number == 0 or (len(parts) > 2 and number < len(parts) - 1)
                    (cities if inner else countries)[key] = part
                    if inner and (short := _SHORT_TOWN.match(part)) is not None:
                        cities[tuple(short["town"].lower().replace("-", " ").split())] = short["town"]
    return cities, countries


def _alike(word: Word, wanted: str) -> bool:
    written = word.text.lower()
    if wanted in (written, word.norm) or folded(wanted) == folded(written):
        return True
    if len(wanted) < 5 or written[:1] != wanted[:1] or abs(len(written) - len(wanted)) > 2:
        return False
    return fuzz.ratio(written, wanted) >= 84 and zipf_frequency(written, "en") < 3.5


def relative(words: Words) -> list[Cue]:
    """Read 'the last meeting' and 'the first session'."""
    cues = []
    for key in ("last", "first"):
        for first, last in words.find(phrases("occasion", key)):
            if any(word.stem in meeting_nouns() for word in words.words[last : last + 5]):
                cues.append(
                    Cue(CueKind.RELATIVE, words.words[first].start, words.words[last - 1].end, text=key)
                )
    return cues
