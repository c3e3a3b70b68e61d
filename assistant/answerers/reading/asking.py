"""A question as terms: its words, weighed, with what may stand for them, its parties, dates and occasions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from assistant.answerers.reading.kinds import LISTED
from assistant.answerers.reading.terms import (
    LABEL,
    Token,
    acronym_keys,
    kind_nouns,
    meanings,
    party_key,
    phrase_stems,
    rarity,
    tokens,
    word_at,
    word_list,
    word_stem,
)
from assistant.answerers.reading.units import Reading
from assistant.question.shape import Asked, Shape
from corpus.document import DateRange
from corpus.names.dates import capital_months, find_dates
from corpus.names.numbers import find_ordinals, ordinal_word
from corpus.names.parties import find_parties, resolve
from corpus.records.types import PartyKind

_PART = re.compile(r"\b(?:the )?(?:end|beginning|start|middle|close|course) of (?:the )?$", re.IGNORECASE)
_LOCATED = re.compile(r"\b(?:in|at)\s+(?:the\s+)?$", re.IGNORECASE)
# 'Which two words in quotation marks …' asks for what stands between the marks.
WORDING_ASKED = re.compile(
    r"\b(?:words?|phrases?|terms?|expressions?|slogans?|mottos?)\s+(?:(?:put|set|placed|standing|written)\s+)?"
    r"(?:in|between|within|under)\s+(?:quotation marks|inverted commas|quotes)"
    r"|\bquoted (?:words?|phrases?|terms?|expressions?)\b",
    re.IGNORECASE,
)
# 'the maritime work plan', 'the corruption and laundering group'
_CALLED = re.compile(
    r"\b(?:the|of|our|their) (?P<words>(?:[a-z]+ (?:and )?){1,3})(?:work plan|work programme|plan|programme|group|committee|panel"
    r"|task force|network|forum)\b"
)
_NICKNAME = 0.5
_DUE = 0.2
_NUMBERED = 0.8  # weight of an ordinal that tells one of a kind from the others
_SPELLED = 4  # letters from which on a word may be a misspelling


@dataclass(slots=True)
class Term:
    """A word of the question with what may stand for it in a document."""

    word: str
    stem: str  # of several words ('took part'): of none of them
    also: frozenset[str] = frozenset()  # meanings and near spellings
    parts: tuple[str, ...] = ()  # of several words: their stems; all of them together count as well
    weight: float = 1.0
    noun: bool = False  # part of the noun asked for
    dates: DateRange | None = None  # of a date of the question: any date that overlaps it counts
    ordinal: int | None = None  # of an occasion ('Third Meeting'): `stem` is its noun
    party: str | None = None  # canonical name of the state or organisation that it names
    located: bool = False  # stands after 'in' or 'at': more likely where than who
    scope: bool = False  # says which meeting, year or place is meant
    kinds: frozenset[str] = frozenset()  # of names that stand for the noun asked for


def question_terms(asked: Asked, readings: Sequence[Reading]) -> list[Term]:
    """Return the terms of a question, weighed by how telling they are in English and in these documents."""
    known: Counter[str] = Counter()
    total = 0
    pairs: dict[str, str] = {}
    for reading in readings:
        pairs |= reading.acronyms
        for unit in reading.units:
            known.update(unit.stems.keys())
            total += 1
        known.update(dict.fromkeys(reading.title, 1))
    words = tokens(asked.text)
    stems = [word.stem for word in words]
    found = meanings(stems, acronym_keys(pairs.items()))
    nouns = {word_stem(part) for part in re.findall(r"\w+", asked.noun or "")}
    empty = word_list("empty").union(*(word_list(shape.value) for shape in (asked.shape, *asked.also)))
    terms: list[Term] = []
    skip_to = 0
    consumed: set[int] = set()
    dated = find_dates(capital_months(asked.text))
    for one in dated:
        terms.append(Term(asked.text[one.start : one.end], "", weight=0.9, dates=one.range, scope=True))
    ends = [(part.start(), one.start) for one in dated if (part := _PART.search(asked.text, 0, one.start))]
    consumed.update(
        number
        for number, word in enumerate(words)
        if any(one.start <= word.start < one.end for one in dated)
        or any(start <= word.start < end for start, end in ends)
    )
    for label in LABEL.finditer(asked.text):
        terms.append(Term(label.group(), label.group().lower(), weight=1.1))
        consumed.update(n for n, word in enumerate(words) if label.start() <= word.start < label.end())
    for start, end, name in _parties(asked.text):
        inside = [number for number, word in enumerate(words) if start <= word.start < end]
        if inside and not consumed & set(inside):
            terms.append(
                _party(asked.text[start:end], [words[n] for n in inside], name, found.get(inside[0]), nouns)
            )
            terms[-1].located = bool(_LOCATED.search(asked.text[:start]))
            consumed.update(inside)
    if wording := WORDING_ASKED.search(asked.text):
        consumed.update(n for n, word in enumerate(words) if wording.start() <= word.start < wording.end())
    ordinals = {
        word_at(words, found_ordinal.start): found_ordinal.value
        for found_ordinal in find_ordinals(asked.text)
    }
    for position, word in enumerate(words):
        if (
            position < skip_to
            or position in consumed
            or (asked.count is not None and word.stem == str(asked.count))
        ):
            continue
        names, length = found.get(position, ((), 1))
        written = asked.text[word.start : words[position + length - 1].end]
        if position in ordinals:
            occasion = next(
                (
                    stems[i]
                    for i in range(position + 1, min(position + 6, len(stems)))
                    if stems[i] in word_list("occasions")
                ),
                None,
            )
            if occasion is not None:
                terms.append(Term(written, occasion, weight=1.0, ordinal=ordinals[position], scope=True))
                consumed.add(stems.index(occasion, position))
                continue
        if ordinals.get(position, 0) > 1 and position + 1 < len(words):
            terms.append(_numbered(written, word, ordinals[position]))
            continue
        kept = names and word.stem in nouns and asked.shape is not Shape.DATE
        if length == 1 and word.stem in empty and not kept:
            continue
        if length > 1:
            skip_to = position + length
        parts = tuple(stems[position : position + length]) if length > 1 else ()
        terms.append(_term(written, word, parts, names, nouns, known, total))
        terms[-1].located = bool(_LOCATED.search(asked.text[: word.start]))
        if asked.shape is Shape.DATE and names == ("@due",):
            terms[-1].weight = _DUE  # a date need not say that it is a deadline
    _lighten(asked.text, terms, readings)
    if asked.shape not in (Shape.COUNT, Shape.YES_NO):
        for term in terms:
            if term.noun and term.party is None:
                term.kinds = kind_nouns().get(term.stem, frozenset())
                if asked.shape is Shape.LIST and asked.plural and not term.kinds:
                    term.kinds = frozenset({LISTED})
    return _attendance(asked, terms)


def _lighten(text: str, terms: Sequence[Term], readings: Sequence[Reading]) -> None:
    """Give little weight to everyday words for a body or paper that no title bears: 'the maritime plan'."""
    titled = frozenset().union(*(reading.title for reading in readings))
    for called in _CALLED.finditer(text):
        words = {word_stem(word) for word in re.findall(r"[a-z]+", called["words"])}
        for term in terms:
            if term.stem in words and not titled & {term.stem, *term.also}:
                term.weight *= _NICKNAME


def _numbered(written: str, word: Token, value: int) -> Term:
    """Return the term of an ordinal before any other noun: 'the second call' is not about the first."""
    forms = {str(value), ordinal_word(value), *(f"{value}{ending}" for ending in ("st", "nd", "rd", "th"))}
    return Term(written, word.stem, frozenset(word_stem(form) for form in forms), weight=_NUMBERED)


def _attendance(asked: Asked, terms: list[Term]) -> list[Term]:
    """'Was X there in May?' asks for attendance without saying so; apologies answer to attendance as well."""
    if asked.shape is not Shape.YES_NO:
        return terms
    for term in terms:
        if "@attend" in term.also:
            term.also = term.also | {"@apologies"}
    others = [
        term
        for term in terms
        if not term.scope
        and not term.word[:1].isupper()
        and term.stem not in word_list("occasions")
        and rarity(term.word.lower()) < 0.75
    ]
    if not any("@attend" in term.also for term in terms) and len(others) <= 1:
        terms.append(Term("there", "", frozenset({"@attend", "@apologies"}), weight=0.8))
    return terms


def _term(
    written: str,
    word: Token,
    parts: tuple[str, ...],
    names: Iterable[str],
    nouns: set[str],
    known: Counter[str],
    total: int,
) -> Term:
    also = set(names)
    stem = " ".join(parts) or word.stem
    if parts:
        pass
    elif (
        not known[stem] and not any(known[name] for name in also) and len(stem) >= _SPELLED and stem.isalpha()
    ):
        for near in near_spellings(stem, {*known, *phrase_stems()}):
            also |= {near, *phrase_stems().get(near, ())}
    elif len(stem) >= 5 and written[:1].isupper():
        also |= {other for other in _related(stem) if known[other]}
    held = max(known[key] for key in (stem, *also))
    common = held / total if total else 0.0
    weight = max(rarity(part) for part in re.split(r"\W+", written.lower()) if part) * (
        1.0 if common < 0.02 else max(0.35, 1.0 - 2.2 * common)
    )
    if parts or any(not name.startswith("@=") for name in names):
        weight = max(weight, 0.35)
    year = bool(re.fullmatch(r"(?:19|20)\d\d", stem))
    return Term(
        written,
        stem,
        frozenset(also),
        parts,
        weight=0.7 if year else weight,
        noun=stem in nouns or any(part in nouns for part in parts),
        scope=year or stem in word_list("months"),
    )


def _related(stem: str) -> list[str]:
    """Nationality and name: 'georgian' and 'georgia', 'pakistani' and 'pakistan'."""
    return [stem[:-1], stem[:-2], stem + "n", stem + "an", stem + "i", stem + "ian"] if stem.isalpha() else []


def _parties(text: str) -> list[tuple[int, int, str]]:
    """Return the parties that a question names, also in lower case or slightly misspelt."""
    found = [(one.start, one.end, one.party.name) for one in find_parties(text)]
    words = [match for match in re.finditer(r"[a-z][\w’'-]+", text) if len(match.group()) >= 4]
    for length in (2, 1):
        for run in zip(*(words[offset:] for offset in range(length)), strict=False):
            start, end = run[0].start(), run[-1].end()
            if end - start > sum(len(word.group()) for word in run) + length - 1:
                continue
            if any(one[0] < end and start < one[1] for one in found):
                continue
            if text[start - 1 : start].isalnum() or not all(rarity(word.group()) >= 0.6 for word in run[-1:]):
                continue
            party = resolve(text[start:end])
            if party is not None and party.kind is PartyKind.STATE:
                found.append((start, end, party.name))
    return found


def _party(
    written: str, words: list[Token], name: str, found: tuple[tuple[str, ...], int] | None, nouns: set[str]
) -> Term:
    names = set(found[0]) if found and found[1] == len(words) else set()
    stems = tuple(word.stem for word in words)
    return Term(
        written,
        " ".join(stems),
        frozenset({party_key(name), *names}),
        stems if len(stems) > 1 else (),
        weight=max(0.8, max(rarity(part) for part in re.split(r"\W+", written.lower()) if part)),
        noun=any(stem in nouns for stem in stems),
        party=name,
    )


def near_spellings(stem: str, known: Iterable[str]) -> list[str]:
    """Return the known stems at the least edit distance: 1, or 2 for words of seven letters and more."""
    limit = 1 if len(stem) < 7 else 2
    best: list[str] = []
    for other in known:
        if other[:1] != stem[:1] or abs(len(other) - len(stem)) > limit or len(other) < _SPELLED:
            continue
        distance = DamerauLevenshtein.distance(stem, other, score_cutoff=limit)
        if distance < limit or (distance == limit and not best):
            if distance < limit:
                best, limit = [], distance
            best.append(other)
        elif distance == limit:
            best.append(other)
    return best
