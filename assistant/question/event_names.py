"""Titles of events in a question: 'Technical Session on Airport Controls', 'the employers' forum'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.library import Library
from assistant.question.cues import Cue, CueKind, meeting_nouns
from assistant.question.occasions import Occasion, name_words, sort_words
from assistant.question.words import Word, Words
from index.words import STOPWORDS, stem

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def event_cues(words: Words, library: Library, cues: Sequence[Cue]) -> list[Cue]:
    """Return the events that a question names by words of their titles; `cues` are those read before."""
    taken = {
        number
        for cue in cues
        for number, word in enumerate(words.words)
        if word.start < cue.end and word.end > cue.start
    }
    found: dict[frozenset[str], Cue] = {}
    for occasion in library.occasions:
        body = library.bodies.key(occasion.lead.body) if occasion.lead.body else frozenset()
        for record in occasion.records:
            place = {stem(word) for word in name_words(record.place or "")}
            wanted = sort_words(record.name) - body - place
            hits = [
                word for number, word in enumerate(words.words) if word.stem in wanted and number not in taken
            ]
            matched = frozenset(word.stem for word in hits)
            if not _telling(matched, wanted):
                continue
            start, end = _tightest(hits, words)
            if not matched & meeting_nouns() and len(matched) < 4 and not _noun_beside(start, end, words):
                continue
            found[matched] = Cue(CueKind.NAME, start, end, text=record.name, stems=matched)
    best: list[Cue] = []
    for cue in sorted(found.values(), key=lambda one: (-len(one.stems), one.start)):
        near = [other for other in best if _between(cue, other, words) <= 3]
        if not near:
            best.append(cue)
    return best


def _telling(matched: frozenset[str], wanted: frozenset[str]) -> bool:
    """Two words of the title with one that is no plain noun for a meeting, or the whole title."""
    if not matched:
        return False
    if len(matched) == 1:
        return matched == wanted
    return bool(matched - meeting_nouns()) and 2 * len(matched) >= min(len(wanted), 6)


def _noun_beside(start: int, end: int, words: Words) -> bool:
    """Whether a noun for a meeting stands among the words or right beside them ('controls session')."""
    before = [word for word in words.words if word.end <= start][-1:]
    inside = [word for word in words.words if start <= word.start and word.end <= end]
    behind = [word for word in words.words if word.start >= end][:1]
    return any(word.stem in meeting_nouns() for word in (*before, *inside, *behind))


def _tightest(hits: Sequence[Word], words: Words) -> tuple[int, int]:
    """The stretch from the first to the last hit, without hits that stand far apart from the others."""
    numbers = [words.words.index(word) for word in hits]
    kept = [numbers[0]]
    for number in numbers[1:]:
        if number - kept[-1] <= 4:
            kept.append(number)
    return words.words[kept[0]].start, words.words[kept[-1]].end


def _between(one: Cue, other: Cue, words: Words) -> int:
    first, last = sorted((one, other), key=lambda cue: cue.start)
    return sum(1 for word in words.words if first.end <= word.start and word.end <= last.start)


def title_words(occasions: Sequence[Occasion], library: Library) -> frozenset[str]:
    """Return the stems of the full titles that documents give events ('Regional Event on X: Y')."""
    stems: set[str] = set()
    for occasion in occasions:
        for record in occasion.records:
            document = library.documents.get(record.document)
            if document is None:
                continue
            pattern = (
                re.escape(record.name) + r"((?:\s+(?:on|of|for|about)\s+|:\s*|\s*[\"“‘'])[^.;,()\n]{3,160})"
            )
            for match in re.finditer(pattern, document.text, re.IGNORECASE):
                stems.update(
                    stem(word.lower())
                    for word in _WORD.findall(match.group(1))
                    if word.lower() not in STOPWORDS
                )
    return frozenset(stems)
