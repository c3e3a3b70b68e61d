"""Answers on a numbered item of a programme: when 'Session 6' is, and who moderates, speaks or reports there."""

from __future__ import annotations

import re

from assistant.answerers.draft import Claim, Draft, Quote
from assistant.answerers.records.wording import answered, enumerate_names
from assistant.library import Library
from assistant.question.cues import Cue, CueKind
from assistant.question.lexicon import phrases
from assistant.question.scope import Scope, matching
from assistant.question.words import Words, phrase_stems
from corpus.names.dates import format_range
from corpus.names.people import find_people
from corpus.records.programme_items import ITEM, ProgrammeItem, numbered, programme_items

# what the question asks for → how its answer is told of one and of several persons
_ASKED: tuple[tuple[str, re.Pattern[str], str, str], ...] = (
    ("moderate", re.compile(r"\b(?:co-?)?(?:moderat|facilitat|chair|presid|lead|led\b)", re.I), "moderates", "moderate"),
    ("rapporteur", re.compile(r"\b(?:rapporteur|note-?taker|take[sn]? notes|reports? back)", re.I), "is Rapporteur of", "are Rapporteurs of"),
    ("respond", re.compile(r"\b(?:respondents?|respond(?:s|ed)?|discussants?)\b", re.I), "responds in", "respond in"),
    ("speak", re.compile(r"\b(?:speak(?:s|ers?|ing)?|spoke|talks?|present(?:s|ers?|ed)?|panell?ists?|panel\b|lecturers?)", re.I), "speaks in", "speak in"),
)  # fmt: skip
_WHO = re.compile(
    r"\b(?:who|whom|which (?:persons?|people|speakers?|experts?)|names?)\b|^\W*(?:list|name)\b", re.I
)
_WHEN = re.compile(
    r"\b(?:when|(?:what|which) (?:day|date|time|hour)s?|(?:at|on) (?:what|which)|how late|begin|start)\b",
    re.I,
)
_TITLE = re.compile(r"\b(?:title|topic|subject|theme|about|deal with|called)\b", re.I)
_OWN_WORDS = (
    "programme", "program", "agenda", "schedule", "scheduled", "timetable", "workshop", "conference", "seminar",
    "meeting", "training", "course", "event", "moderator", "moderators", "speaker", "speakers", "facilitator",
    "rapporteur", "respondent", "respondents", "discussant", "panellist", "panellists", "panelists", "begin", "start",
    "starts", "begins", "hour", "clock", "title", "topic", "subject", "theme", "planned", "foreseen", "place", "take",
    "takes", "draft", "provisional", "annotated", "lead", "leads", "led", "talk", "talks", "respond", "responds",
)  # fmt: skip


def answer_programme_item(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Return when a numbered item of a programme is, what it is about or who does what there, or None.

    'Session 6 in Lima' is the sixth item of the programme in Lima where it has one, and no Sixth Session.
    """
    asked = ITEM.search(words.text)
    if asked is None:
        return None
    found = _items(asked, scope, library)
    if len(found) != 1:
        return None
    paper, item = found[0]
    marked = words.copy()
    marked.take_span(*asked.span())
    marked.take((*_OWN_WORDS, *phrases("when"), *phrases("held"), *phrases("occasion", "nouns")))
    for name in ("moderate", "rapporteur", "speaks"):
        marked.take(phrases("session", name))
    if {word.stem for word in marked.left()} - set(phrase_stems(item.title)):
        return None
    text = _told(words.text, item)
    return answered(Claim(text=text, quotes=(Quote(document=paper, span=item.span),))) if text else None


def _items(asked: re.Match[str], scope: Scope, library: Library) -> list[tuple[str, ProgrammeItem]]:
    """The items with the number asked for, of the programme of the meeting that the other words name."""
    cues: tuple[Cue, ...] = tuple(
        cue for cue in scope.cues if not (cue.start < asked.end() and asked.start() < cue.end)
    )
    if not any(cue.kind is not CueKind.BODY for cue in cues):
        return []
    papers = {paper for one in matching(cues, library) for paper in one.papers}
    return [
        (paper, item)
        for paper in sorted(papers & set(library.documents))
        for item in programme_items(library.documents[paper])
        if item.sort == asked["sort"].lower() and item.number == numbered(asked["number"])
    ]


def _told(question: str, item: ProgrammeItem) -> str | None:
    who = _WHO.search(question)
    does = next((one for one in _ASKED if one[1].search(question)), None)
    if does is not None and (who or not _WHEN.search(question)):
        texts = [text for name, text in item.people if name == does[0]]
        names = [
            f"{one.honorific} {one.name}" if one.honorific else one.name
            for text in texts
            for one in find_people(text)
        ] or [part.strip() for text in texts for part in re.split(r";|,\s+(?=[A-Z])", text) if part.strip()]
        if not names:
            return None
        verb = does[2] if len(names) == 1 else does[3]
        return f"{enumerate_names(names)} {verb} “{item.title}”."
    if who is None and _WHEN.search(question) and (item.date or item.time):
        when = [format_range(item.date)] if item.date else []
        return f"“{item.title}” is on the programme for {', '.join([*when, *([item.time] if item.time else [])])}."
    if who is None and _TITLE.search(question):
        return f"It is “{item.title}”."
    return None
