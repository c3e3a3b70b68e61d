"""Which meetings a question speaks of.

Cues are read one kind at a time (ordinal, date, place, body, name, 'last'); an occasion is meant when no cue
contradicts it and the most cues speak for it. A question that names several of one kind ('the Third and the
Fifth Meeting', 'in 2024 but not in 2022') has several groups, in the order of the question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.library import Library
from assistant.question.bodies import BodyNames
from assistant.question.body_cues import body_cues
from assistant.question.cues import Cue, CueKind, dates, ordinals, places, relative
from assistant.question.event_names import event_cues, title_words
from assistant.question.occasions import Occasion, all_words, name_words, sort_words
from assistant.question.words import Words
from corpus.document import DateRange, Precision
from corpus.names.gatherings import OWN
from corpus.names.numbers import find_ordinals
from index.words import stem

__all__ = ["Cue", "CueKind", "Scope", "scope_of"]


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

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all records of these meetings."""
        return frozenset(id for occasion in self.occasions for id in occasion.ids)

    @property
    def papers(self) -> frozenset[str]:
        """The ids of the documents that are about one of these meetings."""
        return frozenset(id for occasion in self.occasions for id in occasion.papers)


def scope_of(words: Words, library: Library) -> Scope:
    """Read the meetings out of a question and mark the words that name them as explained."""
    cues = [*ordinals(words), *dates(words), *places(words, library.occasions), *body_cues(words, library)]
    cues += event_cues(words, library, cues)
    if not any(cue.kind in (CueKind.ORDINAL, CueKind.DATE, CueKind.PLACE) for cue in cues):
        cues += relative(words)
    for cue in cues:
        words.take_span(cue.start, cue.end)
    for number, word in enumerate(words.words):
        if word.stem in library.bodies.common:
            words.explained.add(number)
    words.take(("process",))
    if cues:
        words.take(
            (
                "meeting",
                "meetings",
                "session",
                "sessions",
                "sitting",
                "sittings",
                "plenary",
                "plenaries",
                "event",
                "events",
                "talks",
                "gathering",
            )
        )
    groups = tuple(matching(group, library) for group in _groups(cues))
    if len(groups) > 1 and len(set(groups)) == 1 and groups[0]:
        groups = groups[:1]  # 'in Suva, at the Lagoon House': town and house of one meeting
    if any(cue.kind == CueKind.NAME for cue in cues):
        title = title_words([occasion for group in groups for occasion in group[:3]], library)
        for number, word in enumerate(words.words):
            if word.stem in title:
                words.explained.add(number)
    _explain_setting(words, groups, library)
    return Scope(groups, tuple(sorted(cues, key=lambda cue: cue.start)))


_OPENING = 1500  # characters at the top of a paper, where it says what it is about
_SETTING = re.compile(
    r"\b(?:in|at|on|of|for)\s+(?:the\s+)?(?P<name>[A-ZÀ-Ý][\w’'-]+(?:\s+[A-ZÀ-Ý][\w’'-]+)*)"
)


def _explain_setting(words: Words, groups: Sequence[tuple[Occasion, ...]], library: Library) -> None:
    """Explain the names that only say again which meeting is meant: 'in Skopje', 'on Cash Couriers'.

    They do where there is one meeting for each group and its paper bears them at its top.
    """
    if not groups or any(len({one.lead.document for one in group}) != 1 for group in groups):
        return
    papers = [library.documents[group[0].lead.document] for group in groups]
    tops = [f"{paper.metadata.title} {paper.text[:_OPENING]}" for paper in papers]
    for match in _SETTING.finditer(words.text):
        name = re.sub(r"[’']s$", "", match["name"])
        if library.parties.resolve(name) is None and any(
            re.search(rf"\b{re.escape(name)}\b", top) for top in tops
        ):
            words.take_span(*match.span("name"))


def _groups(cues: Sequence[Cue]) -> list[list[Cue]]:
    """Share the cues out: one group for each cue of the kind that is named most often."""
    if not cues:
        return []
    counts = {
        kind: len({(cue.number, cue.dates, cue.text) for cue in cues if cue.kind == kind})
        for kind in (CueKind.ORDINAL, CueKind.PLACE, CueKind.DATE)
    }
    primary = max(counts, key=lambda kind: counts[kind])
    if counts[primary] < 2:
        return [list(cues)]
    leads = sorted((cue for cue in cues if cue.kind == primary), key=lambda cue: cue.start)
    groups = [[lead] for lead in leads]
    paired = _in_pairs(cues, primary, len(leads))
    for cue in cues:
        if cue.kind == primary:
            continue
        if cue in paired:
            groups[paired[cue]].append(cue)
            continue
        if cue.kind in (CueKind.BODY, CueKind.SINCE):
            for group in groups:
                group.append(cue)
            continue
        nearest = min(range(len(leads)), key=lambda number: _distance(cue, leads[number]))
        groups[nearest].append(cue)
    return groups


def _in_pairs(cues: Sequence[Cue], primary: CueKind, count: int) -> dict[Cue, int]:
    """Where each lead has its own cue of a kind ('in Oslo in 2021 and in Riga in 2023'), pair them in order."""
    paired: dict[Cue, int] = {}
    for kind in (CueKind.PLACE, CueKind.DATE, CueKind.ORDINAL):
        same = sorted((cue for cue in cues if cue.kind == kind), key=lambda cue: cue.start)
        if kind != primary and len(same) == count:
            paired |= {cue: number for number, cue in enumerate(same)}
    return paired


def _distance(one: Cue, other: Cue) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def matching(cues: Sequence[Cue], library: Library) -> tuple[Occasion, ...]:
    """Return the meetings that no cue contradicts and for which the most speaks, by date."""
    scored = [(_score(occasion, cues, library.bodies), occasion) for occasion in library.occasions]
    kept = [(score, occasion) for score, occasion in scored if score is not None]
    which = next((cue for cue in cues if cue.kind == CueKind.RELATIVE), None)
    if which is not None:
        return _relatively(which.text, [occasion for _, occasion in kept])
    if not any(cue.kind not in (CueKind.BODY, CueKind.SINCE) for cue in cues):
        return tuple(occasion for _, occasion in kept)
    best = max((score for score, _ in kept), default=0.0)
    if best <= 0:
        return ()
    if all(cue.kind in (CueKind.PLACE, CueKind.BODY, CueKind.SINCE) for cue in cues):
        return tuple(occasion for score, occasion in kept if score >= best - 0.25)
    return tuple(occasion for score, occasion in kept if score == best)


def equally_meant(cues: Sequence[Cue], library: Library) -> tuple[Occasion, ...]:
    """Return the meetings that the cues fit best, whether or not a document is about them, by date."""
    scored = [(_fit(occasion, cues, library.bodies), occasion) for occasion in library.occasions]
    best = max((score for score, _ in scored if score is not None), default=0.0)
    return tuple(occasion for score, occasion in scored if score == best) if best > 0 else ()


def _relatively(which: str, found: list[Occasion]) -> tuple[Occasion, ...]:
    main = [one for one in found if one.number is not None and one.dates and one.lead.status == "held"]
    if not main:
        return ()
    ordered = sorted(main, key=lambda one: one.dates.start.toordinal() if one.dates else 0)
    return (ordered[-1],) if which == "last" else (ordered[0],)


def _score(occasion: Occasion, cues: Sequence[Cue], names: BodyNames) -> float | None:
    """How much speaks for an occasion; None where a cue contradicts it."""
    fit = _fit(occasion, cues, names)
    if fit is None:
        return None
    return round(fit + (0.25 if any(record.main for record in occasion.records) else 0.0), 3)


def _fit(occasion: Occasion, cues: Sequence[Cue], names: BodyNames) -> float | None:
    """How well the cues fit an occasion; None where one contradicts it."""
    parts = [_speaks(occasion, cue, names) for cue in cues]
    fits = [part for part in parts if part is not None]
    return round(sum(fits), 3) if len(fits) == len(parts) else None


def _speaks(occasion: Occasion, cue: Cue, names: BodyNames) -> float | None:
    if cue.kind == CueKind.BODY:
        bodies = [record.body for record in occasion.records if record.body]
        if bodies and not any(names.compatible(cue.text, body) for body in bodies):
            return None
        return 0.5 if bodies else 0.0
    if cue.kind == CueKind.ORDINAL:
        return _by_number(occasion, cue)
    if cue.kind == CueKind.SINCE:
        if occasion.dates is None or cue.dates is None or occasion.dates.end < cue.dates.start:
            return None
        return 0.0
    if cue.kind == CueKind.DATE:
        if occasion.dates is None or cue.dates is None:
            return -0.5
        if not any(record.dates and _covers(cue.dates, record.dates) for record in occasion.records):
            return None
        return 2.0 + _closeness(cue.dates, occasion.dates)
    if cue.kind == CueKind.PLACE:
        written = [text for record in occasion.records for text in (record.place, record.venue) if text]
        if not written:
            return -0.5
        if not any(name_words(cue.text) <= name_words(place) for place in written):
            return None
        return 2.0
    if cue.kind == CueKind.NAME:
        sort = frozenset(word for record in occasion.records for word in sort_words(record.name))
        if not cue.stems <= sort:
            return -1.0
        return 1.0 + len(cue.stems) / max(len(sort_words(occasion.lead.name)), len(cue.stems))
    return 0.0


# A 'first workshop' is no 'First Meeting', nor a 'Sixth Ministerial Conference' a 'Sixth Meeting'.
_MEETING = frozenset(stem(word) for word in (*OWN, "assembly", "gathering"))
_PARTICULAR = frozenset(
    stem(word)
    for word in (
        "workshop",
        "conference",
        "forum",
        "symposium",
        "webinar",
        "seminar",
        "roundtable",
        "summit",
        "training",
        "course",
        "mission",
        "visit",
        "dialogue",
        "consultation",
    )
)


def _by_number(occasion: Occasion, cue: Cue) -> float | None:
    words = frozenset(word for record in occasion.records for word in all_words(record.name))
    if cue.stems & _PARTICULAR and words & (_PARTICULAR | _MEETING) and not cue.stems & words:
        return None
    if cue.stems & _MEETING and words & _PARTICULAR and not words & _MEETING:
        return None
    sort = 0.5 * len(cue.stems & words) / len(cue.stems) if cue.stems else 0.0
    if occasion.number is None:
        if not any(
            found.value == cue.number for record in occasion.records for found in find_ordinals(record.name)
        ):
            return None
        return 2.0 + sort
    return 3.0 + sort if occasion.number == cue.number else None


def _covers(asked: DateRange, held: DateRange) -> bool:
    if held.days and asked.precision == Precision.DAY and asked.start == asked.end:
        return asked.start in held.days
    return asked.start <= held.end and held.start <= asked.end


def _closeness(asked: DateRange, held: DateRange) -> float:
    """Prefer the event whose days are just the days asked for (an event inside a package)."""
    if asked.precision != Precision.DAY:
        return 0.0
    return 0.5 if (asked.start, asked.end) == (held.start, held.end) else 0.0
