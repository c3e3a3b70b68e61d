"""Which meetings a question speaks of.

Cues are read one kind at a time (ordinal, date, place, body, name, 'last'); an occasion is meant when no cue
contradicts it and the most cues speak for it. A question that names several of one kind ('the Third and the
Fifth Meeting', 'in 2024 but not in 2022') has several groups, in the order of the question.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from assistant.library import Library
from assistant.question.bodies import BodyNames
from assistant.question.lexicon import phrases
from assistant.question.occasions import (
    Occasion,
    name_words,
    sort_words,
)
from assistant.question.words import Word, Words, phrase_stems
from corpus.document import DateRange, Precision
from corpus.names.dates import find_dates
from corpus.names.numbers import find_ordinals
from corpus.records.types import Term
from index.words import STOPWORDS, stem


class CueKind(StrEnum):
    """What a cue says of the meeting."""

    ORDINAL = "ordinal"
    DATE = "date"
    PLACE = "place"
    BODY = "body"
    NAME = "name"
    RELATIVE = "relative"


@dataclass(frozen=True)
class Cue:
    """Words of the question (character positions) that point at meetings."""

    kind: CueKind
    start: int
    end: int
    number: int | None = None
    dates: DateRange | None = None
    text: str = ""
    stems: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Scope:
    """The meetings that a question speaks of: a group for each meeting or set of meetings it names."""

    groups: tuple[tuple[Occasion, ...], ...]
    cues: tuple[Cue, ...]

    @property
    def named(self) -> bool:
        """Whether the question points at particular meetings."""
        return any(cue.kind != CueKind.BODY for cue in self.cues)

    @property
    def occasions(self) -> tuple[Occasion, ...]:
        """All meetings of all groups."""
        return tuple(dict.fromkeys(occasion for group in self.groups for occasion in group))


def scope_of(words: Words, library: Library) -> Scope:
    """Read the meetings out of a question and mark the words that name them as explained."""
    cues = [
        *_ordinals(words),
        *_dates(words),
        *_places(words, library.occasions),
        *_bodies(words, library),
    ]
    named = _names(words, library, cues)
    cues += named
    relative = _relative(words)
    if not any(cue.kind in (CueKind.ORDINAL, CueKind.DATE, CueKind.PLACE) for cue in cues):
        cues += relative
    for cue in cues:
        words.take_span(cue.start, cue.end)
    groups = tuple(_matching(group, library) for group in _groups(cues))
    return Scope(tuple(groups), tuple(sorted(cues, key=lambda cue: cue.start)))


# Reading cues


def _ordinals(words: Words) -> list[Cue]:
    nouns = {phrase_stems(noun)[0] for noun in phrases("occasion", "nouns")} | {
        stem("anniversary"),
        stem("birthday"),
    }
    cues = []
    found = find_ordinals(words.text)
    for ordinal in found:
        following = [word for word in words.words if word.start >= ordinal.end][:8]
        preceding = [word for word in words.words if word.end <= ordinal.start][-2:]
        noun = _noun_after(following, nouns, words.text)
        if noun is not None:
            cues.append(Cue(CueKind.ORDINAL, ordinal.start, ordinal.end, number=ordinal.value))
            words.take_span(noun.start, noun.end)
        elif preceding and preceding[-1].stem in nouns and ordinal.end - ordinal.start <= 4:
            cues.append(Cue(CueKind.ORDINAL, ordinal.start, ordinal.end, number=ordinal.value))
            words.take_span(preceding[-1].start, preceding[-1].end)
    return cues


_BREAKS = frozenset(
    [
        "did",
        "do",
        "does",
        "was",
        "were",
        "is",
        "are",
        "has",
        "have",
        "had",
        "attend",
        "attended",
        "in",
        "at",
        "of",
        "which",
        "who",
        "when",
        "where",
        "that",
    ]
)


def _noun_after(following: Sequence[Word], nouns: set[str], text: str) -> Word | None:
    for number, word in enumerate(following):
        if word.stem in nouns:
            return word
        if word.norm in _BREAKS and number > 0:
            return None
        if word.norm in (
            "time",
            "quarter",
            "half",
            "day",
            "day",
            "year",
            "years",
            "month",
            "months",
            "week",
            "objective",
            "activity",
            "priority",
            "item",
            "decision",
        ):
            return None
    return None


def _dates(words: Words) -> list[Cue]:
    return [Cue(CueKind.DATE, found.start, found.end, dates=found.range) for found in find_dates(words.text)]


_PLACE_LEADS = frozenset(["in", "at", "from", "of", "the", "to", "for", "visited", "near", "around", "held"])


def _places(words: Words, occasions: Sequence[Occasion]) -> list[Cue]:
    """Cities of known meetings; a country counts as a place only after 'in' or 'at'."""
    cities: dict[tuple[str, ...], str] = {}
    countries: dict[tuple[str, ...], str] = {}
    for occasion in occasions:
        for record in occasion.records:
            for written in (record.place, record.venue):
                parts = [
                    part.strip() for part in (written or "").replace("(", ",").replace(")", ",").split(",")
                ]
                parts = [part for part in parts if part and part.lower() not in _NO_PLACE]
                for number, part in enumerate(parts):
                    key = tuple(name_words_in_order(part))
                    if key:
                        (
                            cities
                            if number == 0 or (len(parts) > 2 and number < len(parts) - 1)
                            else countries
                        )[key] = part
    cues: list[Cue] = []
    for table, needs_lead in ((cities, False), (countries, True)):
        for key, part in sorted(table.items(), key=lambda pair: -len(pair[0])):
            for first in range(len(words.words) - len(key) + 1):
                window = words.words[first : first + len(key)]
                if not all(_alike(word, wanted) for word, wanted in zip(window, key, strict=True)):
                    continue
                if needs_lead and (first == 0 or words.words[first - 1].norm not in ("in", "at")):
                    continue
                start, end = window[0].start, window[-1].end
                if any(cue.start < end and start < cue.end for cue in cues):
                    continue
                cues.append(Cue(CueKind.PLACE, start, end, text=part))
    return cues


_NO_PLACE = frozenset(["online", "virtual", "hybrid", "webinar", "virtually", "not", "stated"])


def name_words_in_order(name: str) -> list[str]:
    """Return the words of a place name in lower case, in order."""
    return [word.lower() for word in name.replace("-", " ").split() if word.strip(".'’")]


def _alike(word: Word, wanted: str) -> bool:
    written = word.text.lower()
    if written == wanted or word.norm == wanted:
        return True
    if len(wanted) < 5 or written[:1] != wanted[:1] or abs(len(written) - len(wanted)) > 2:
        return False
    return fuzz.ratio(written, wanted) >= 84 and not _is_common(written)


def _is_common(word: str) -> bool:
    from wordfreq import zipf_frequency

    return bool(zipf_frequency(word, "en") >= 3.5)


def _bodies(words: Words, library: Library) -> list[Cue]:
    """Names of bodies: an acronym, or most of the words that tell the body apart."""
    names = library.bodies
    cues: list[Cue] = []
    for term in library.of_type(Term):
        wanted = phrase_stems(term.acronym)
        long = names.key(term.expansion)
        owner = next((body for body in names.names if names.key(body) and names.key(body) <= long), None)
        if owner is None:
            continue
        for first in range(len(words.words) - len(wanted) + 1):
            window = words.words[first : first + len(wanted)]
            if tuple(word.stem for word in window) == wanted:
                cues.append(
                    Cue(CueKind.BODY, window[0].start, window[-1].end, text=owner, stems=names.key(owner))
                )
    generic = {stem(word) for word in phrases("body", "generic")}
    for body in sorted(names.names, key=lambda name: -len(names.key(name))):
        distinct = names.key(body)
        if not distinct:
            continue
        places = [word for word in words.words if word.stem in distinct]
        matched = {word.stem for word in places}
        enough = len(matched) >= max(1, (len(distinct) + 1) // 2) if len(distinct) > 1 else bool(matched)
        if not enough:
            continue
        if len(distinct) == 1 and not _followed_by(places[0], words, generic):
            continue
        if len(distinct) > 1 and len(matched) == 1 and not _beside_body_noun(places[0], words, generic):
            continue
        if any(cue.stems >= distinct for cue in cues if cue.kind == CueKind.BODY):
            continue
        start, end = places[0].start, places[-1].end
        inner = [word for word in words.words if start <= word.start and word.end <= end]
        if len(inner) > 3 * len(places) + 3:
            continue
        cues.append(Cue(CueKind.BODY, start, end, text=body, stems=frozenset(matched)))
        _take_neighbours(words, start, end, generic)
    return _best_bodies(cues)


def _best_bodies(cues: list[Cue]) -> list[Cue]:
    """Of overlapping cues keep those that match the most words."""
    kept = []
    for cue in cues:
        rivals = [other for other in cues if other.start < cue.end and cue.start < other.end]
        if len(cue.stems) >= max(len(other.stems) for other in rivals):
            kept.append(cue)
    return kept


def _followed_by(word: Word, words: Words, generic: set[str]) -> bool:
    number = words.words.index(word)
    return number + 1 < len(words.words) and words.words[number + 1].stem in generic


def _beside_body_noun(word: Word, words: Words, generic: set[str]) -> bool:
    number = words.words.index(word)
    around = words.words[max(0, number - 4) : number + 4]
    return any(other.stem in generic for other in around if other is not word)


def _take_neighbours(words: Words, start: int, end: int, generic: set[str]) -> None:
    """Mark 'Working Group on (the)' before and 'group' after the words of a body as explained."""
    inside = [number for number, word in enumerate(words.words) if word.start < end and word.end > start]
    number = inside[0] - 1
    while number >= 0 and (words.words[number].stem in generic or words.words[number].norm in STOPWORDS):
        if words.words[number].stem in generic:
            words.explained.add(number)
        number -= 1
    number = inside[-1] + 1
    while number < len(words.words) and words.words[number].stem in generic:
        words.explained.add(number)
        number += 1


def _names(words: Words, library: Library, cues: Sequence[Cue]) -> list[Cue]:
    """Titles of events: 'Technical Session on Airport Controls', 'Commemorative Dialogue'."""
    taken = {
        number
        for cue in cues
        for number, word in enumerate(words.words)
        if word.start < cue.end and word.end > cue.start
    }
    nouns = {phrase_stems(noun)[0] for noun in phrases("occasion", "nouns")}
    found: dict[frozenset[str], Cue] = {}
    for occasion in library.occasions:
        body = library.bodies.key(occasion.lead.body) if occasion.lead.body else frozenset()
        for record in occasion.records:
            wanted = sort_words(record.name) - body
            places = name_words(record.place or "")
            wanted = frozenset(word for word in wanted if word not in {stem(place) for place in places})
            if not wanted:
                continue
            hit = [
                word for number, word in enumerate(words.words) if word.stem in wanted and number not in taken
            ]
            matched = frozenset(word.stem for word in hit)
            telling = matched - nouns
            if not matched or (not telling and len(wanted) > 1 and not matched == wanted):
                continue
            if len(matched) >= 2 or matched == wanted:
                start, end = hit[0].start, hit[-1].end
                inside = [word for word in words.words if start <= word.start and word.end <= end]
                if len(inside) > 2 * len(hit) + 4:
                    continue
                found[matched] = Cue(CueKind.NAME, start, end, text=record.name, stems=matched)
    best: list[Cue] = []
    for cue in sorted(found.values(), key=lambda cue: (-len(cue.stems), cue.start)):
        if not any(cue.start < other.end and other.start < cue.end for other in best):
            best.append(cue)
    return best


def _relative(words: Words) -> list[Cue]:
    nouns = {phrase_stems(noun)[0] for noun in phrases("occasion", "nouns")}
    cues = []
    for key in ("last", "first"):
        for first, last in words.find(phrases("occasion", key)):
            following = words.words[last : last + 5]
            if any(word.stem in nouns for word in following):
                cues.append(
                    Cue(CueKind.RELATIVE, words.words[first].start, words.words[last - 1].end, text=key)
                )
    return cues


# Matching cues against occasions


def _groups(cues: Sequence[Cue]) -> list[list[Cue]]:
    """Share the cues out: one group for each cue of the kind that is named most often."""
    if not cues:
        return []
    counts = {
        kind: len({(cue.number, cue.dates, cue.text, cue.stems) for cue in cues if cue.kind == kind})
        for kind in (CueKind.ORDINAL, CueKind.PLACE, CueKind.DATE, CueKind.NAME)
    }
    primary = max(counts, key=lambda kind: counts[kind])
    if counts[primary] < 2:
        return [list(cues)]
    leads = sorted((cue for cue in cues if cue.kind == primary), key=lambda cue: cue.start)
    groups = [[lead] for lead in leads]
    for cue in cues:
        if cue.kind == primary:
            continue
        if cue.kind == CueKind.BODY:
            for group in groups:
                group.append(cue)
            continue
        nearest = min(range(len(leads)), key=lambda number: _distance(cue, leads[number]))
        groups[nearest].append(cue)
    return groups


def _distance(one: Cue, other: Cue) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _matching(cues: Sequence[Cue], library: Library) -> tuple[Occasion, ...]:
    scored = [(_score(occasion, cues, library.bodies), occasion) for occasion in library.occasions]
    scored = [(score, occasion) for score, occasion in scored if score is not None]
    relative = next((cue for cue in cues if cue.kind == CueKind.RELATIVE), None)
    if relative is not None:
        return _relatively(relative.text, [occasion for _, occasion in scored])
    if not any(cue.kind != CueKind.BODY for cue in cues):
        return tuple(occasion for _, occasion in scored)
    best = max((score for score, _ in scored if score is not None), default=0.0)
    if best <= 0:
        return ()
    return tuple(occasion for score, occasion in scored if score == best)


def _relatively(which: str, found: list[Occasion]) -> tuple[Occasion, ...]:
    main = [one for one in found if any(record.number is not None for record in one.records) and one.dates]
    main = [one for one in main if one.lead.status == "held"] or main
    if not main:
        return ()
    ordered = sorted(main, key=lambda one: one.dates.start if one.dates else one.number)  # type: ignore[arg-type,return-value]
    return (ordered[-1],) if which == "last" else (ordered[0],)


def _score(occasion: Occasion, cues: Sequence[Cue], names: BodyNames) -> float | None:
    """How much speaks for an occasion; None where a cue contradicts it."""
    score = 0.0
    for cue in cues:
        if cue.kind == CueKind.BODY:
            bodies = [record.body for record in occasion.records if record.body]
            if bodies and not any(
                names.compatible(cue.text, body) or cue.stems <= names.key(body) for body in bodies
            ):
                return None
            score += 0.5 if bodies else 0.0
        elif cue.kind == CueKind.ORDINAL:
            if occasion.number is None:
                if not any(_ordinal_in_name(record.name, cue.number) for record in occasion.records):
                    return None
                score += 2.0
            elif occasion.number != cue.number:
                return None
            else:
                score += 3.0
        elif cue.kind == CueKind.DATE:
            if occasion.dates is None or cue.dates is None:
                score -= 0.5
            elif not any(record.dates and _covers(cue.dates, record.dates) for record in occasion.records):
                return None
            else:
                score += 2.0 + _closeness(cue.dates, occasion.dates)
        elif cue.kind == CueKind.PLACE:
            places = [text for record in occasion.records for text in (record.place, record.venue) if text]
            if not places:
                score -= 0.5
            elif not any(name_words(cue.text) <= name_words(place) for place in places):
                return None
            else:
                score += 2.0
        elif cue.kind == CueKind.NAME:
            names = frozenset().union(*(sort_words(record.name) for record in occasion.records))
            if cue.stems <= names:
                score += 1.0 + len(cue.stems) / max(len(sort_words(occasion.lead.name)), len(cue.stems))
            else:
                score -= 1.0
    if any(record.main for record in occasion.records):
        score += 0.25
    return score


def _ordinal_in_name(name: str, number: int | None) -> bool:
    return any(found.value == number for found in find_ordinals(name))


def _covers(asked: DateRange, held: DateRange) -> bool:
    if held.days and asked.precision == Precision.DAY and asked.start == asked.end:
        return asked.start in held.days
    return asked.start <= held.end and held.start <= asked.end


def _closeness(asked: DateRange, held: DateRange) -> float:
    """Prefer the event whose days are just the days asked for (an event inside a package)."""
    if asked.precision != Precision.DAY:
        return 0.0
    return 0.5 if (asked.start, asked.end) == (held.start, held.end) else 0.0
