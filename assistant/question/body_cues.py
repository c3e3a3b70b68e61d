"""Bodies that a question names: by name, by a part of it, by acronym."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.library import Library
from assistant.question.cues import Cue, CueKind, meeting_nouns
from assistant.question.lexicon import keys, phrases
from assistant.question.words import Word, Words, phrase_stems
from corpus.records.types import Term
from index.words import STOPWORDS, stem


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    return frozenset(stem(word) for word in phrases("body", "generic"))


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    return frozenset(stem(word) for word in phrases("body", "heads"))


def body_cues(words: Words, library: Library) -> list[Cue]:
    """Return the bodies that a question names, and mark their generic words ('working group on') too."""
    by_term = _by_term(words, library)
    plain = [
        cue for cue in by_term if _only_generic(words, cue)
    ]  # 'the Working Group', as a paper calls its own
    cues = [*(cue for cue in by_term if cue not in plain), *_by_initials(words, library)]
    names = library.bodies
    for body in sorted(names.names, key=lambda name: (-len(names.key(name)), name)):
        distinct = names.key(body)
        hits = [word for word in words.words if word.stem in distinct]
        matched = frozenset(word.stem for word in hits)
        if not _enough(hits, matched, distinct, words):
            continue
        start, end = hits[0].start, hits[-1].end
        inner = [word for word in words.words if start <= word.start and word.end <= end]
        if len(inner) > 2 * len(hits) + 2:
            continue
        cues.append(Cue(CueKind.BODY, start, end, text=body, stems=matched))
    kept = _best(cues)
    for cue in kept:
        _take_around(words, cue)
    if not kept:
        kept = _by_subject(words, library)
    if not kept and len({cue.text for cue in plain}) == 1:
        kept = plain[:1]
        _take_around(words, kept[0])
    return kept


def _only_generic(words: Words, cue: Cue) -> bool:
    inside = [word for word in words.words if cue.start <= word.start and word.end <= cue.end]
    return all(word.stem in _generic() for word in inside)


def _by_subject(words: Words, library: Library) -> list[Cue]:
    """'The fisheries expert group': a body called by its subject, which its papers speak of most."""
    nouns = _generic() - meeting_nouns()
    for number, word in enumerate(words.words[:-1]):
        run = []
        for following in words.words[number + 1 :]:
            if following.stem not in nouns:
                break
            run.append(following)
        if not any(one.stem in _heads() for one in run) or len(word.norm) < 5:
            continue
        if (
            word.stem in nouns | meeting_nouns() | _asked_for()
            or word.norm in STOPWORDS
            or number in words.explained
        ):
            continue
        ranked = sorted(((count[word.stem], body) for body, count in library.subjects.items()), reverse=True)
        if ranked and ranked[0][0] >= 3 and (len(ranked) == 1 or ranked[0][0] >= 3 * max(1, ranked[1][0])):
            cue = Cue(CueKind.BODY, word.start, run[-1].end, text=ranked[0][1])
            _take_around(words, cue)
            return [cue]
    return []


def _enough(hits: list[Word], matched: frozenset[str], distinct: frozenset[str], words: Words) -> bool:
    if not matched:
        return False
    only_generic = distinct <= _generic()
    if only_generic:  # 'Senior Officials' Meeting': all of it, and a meeting or group behind it
        return matched == distinct and (
            _next_is(hits[-1], words, meeting_nouns() | _generic()) or hits[-1].stem in meeting_nouns()
        )
    if len(matched) == 1 and hits[0].stem in _asked_for():
        return False
    if len(matched) == 1:
        if hits[0].stem == stem("plan"):
            return False
        return _next_is(hits[0], words, (_generic() | meeting_nouns() | {stem("plan")})) or _on_it(
            hits[0], words
        )
    return len(matched) >= (len(distinct) + 1) // 2


def _on_it(word: Word, words: Words) -> bool:
    """Whether a noun for a meeting or a group stands before a word, with 'on': 'the Third Session on seeds'."""
    before = words.text[: word.start].lower().split()
    if before[-1:] in (["the"], ["a"]):
        before.pop()
    return before[-1:] in (["on"], ["for"]) and stem(before[-2:-1][0] if len(before) > 1 else "") in (
        _heads() | meeting_nouns()
    )


@lru_cache(maxsize=1)
def _asked_for() -> frozenset[str]:
    """Words that ask for a sort of party rather than name a body."""
    return frozenset(
        part
        for table in ("party_kind", "capacity", "plan", "action", "decision")
        for key in keys(table)
        for phrase in phrases(table, key)
        for part in phrase_stems(phrase)
    )


@lru_cache(maxsize=1)
def _sorts() -> frozenset[str]:
    """Single words for a sort of party ('members', 'States'), which narrow a list wherever they stand."""
    return frozenset(
        phrase_stems(phrase)[0]
        for table in ("party_kind", "capacity")
        for key in keys(table)
        for phrase in phrases(table, key)
        if len(phrase_stems(phrase)) == 1
    )


def _next_is(word: Word, words: Words, wanted: frozenset[str] | set[str]) -> bool:
    number = words.words.index(word)
    return number + 1 < len(words.words) and words.words[number + 1].stem in wanted


def _by_term(words: Words, library: Library) -> list[Cue]:
    names = library.bodies
    cues = []
    for term in library.of_type(Term):
        long = names.key(term.expansion)
        owner = next(
            (
                body
                for body in names.names
                if names.key(body)
                and (
                    (names.key(body) <= long and len(long - names.key(body)) <= 1)
                    or (len(long) > 1 and long <= names.key(body))
                )
            ),
            None,
        )
        if owner is None:
            continue
        wanted = phrase_stems(term.acronym)
        for first in range(len(words.words) - len(wanted) + 1):
            window = words.words[first : first + len(wanted)]
            if tuple(word.stem for word in window) == wanted:
                cues.append(
                    Cue(CueKind.BODY, window[0].start, window[-1].end, text=owner, stems=names.key(owner))
                )
    return cues


def _by_initials(words: Words, library: Library) -> list[Cue]:
    """'WG-TIP' for the Working Group on Trafficking in Persons, though no document defines it so."""
    cues = []
    for word in words.words:
        letters = re.sub(r"[^\w]", "", word.text)
        if not (letters.isupper() and len(letters) >= 4):
            if not (words.text.islower() and 3 <= len(letters) <= 8):
                continue
            letters = letters.upper()
        for body in library.bodies.names:
            if any(_initials_fit(letters, body, turned) for turned in (False, True)):
                cues.append(
                    Cue(CueKind.BODY, word.start, word.end, text=body, stems=library.bodies.key(body))
                )
                break
    return cues


def _initials_fit(letters: str, body: str, turned: bool) -> bool:
    """Whether the letters are the initials of the name's last words, small words counted or not."""
    if turned:  # 'TIPWG': the subject before the group
        if not letters.endswith("WG"):
            return False
        letters = "WG" + letters[:-2]
    capitals = list(re.findall(r"[^\W_]+", body))
    for first in range(len(capitals)):
        tail = capitals[first:]
        if "".join(part[0] for part in tail if part[0].isupper()) == letters:
            return True
        initials = "".join(part[0].upper() for part in tail)
        if (
            initials == letters
            or "".join(part[0].upper() for part in tail if part not in ("on", "of", "for", "and", "the"))
            == letters
        ):
            return True
    return False


def _best(cues: list[Cue]) -> list[Cue]:
    """Of overlapping cues keep one, that which matches the most words."""
    kept: list[Cue] = []
    for cue in sorted(cues, key=lambda one: (-len(one.stems), one.start)):
        if not any(cue.start < other.end and other.start < cue.end for other in kept):
            kept.append(cue)
    return kept


def _take_around(words: Words, cue: Cue) -> None:
    """Mark 'Working Group on (the)' before and 'group' behind the words of a body as explained."""
    inside = [
        number for number, word in enumerate(words.words) if word.start < cue.end and word.end > cue.start
    ]
    words.explained.update(inside)
    number = inside[0] - 1
    while number >= 0 and (words.words[number].stem in _generic() or words.words[number].norm in STOPWORDS):
        if words.words[number].stem in _generic() - meeting_nouns() - _sorts():
            words.explained.add(number)
        number -= 1
    number = inside[-1] + 1
    while number < len(words.words) and words.words[number].stem in _generic() - meeting_nouns() - _sorts():
        words.explained.add(number)
        number += 1
