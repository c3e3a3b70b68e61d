"""How far a piece of a document covers what a question says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import DamerauLevenshtein

from assistant.answerers.reading.terms import Token, acronym_keys, meanings, rarity, tokens, word_stem
from assistant.answerers.reading.units import Reading, Unit
from assistant.question.shape import Asked, Shape
from corpus.document import BlockKind, DateRange, Precision
from corpus.names.dates import MONTHS, find_dates
from corpus.names.numbers import find_ordinals

# How much a word counts by where it stands.
_INSIDE, _ALIKE, _LEAD, _HEADING, _BEFORE_PRONOUN, _BEFORE, _TITLE = 1.0, 0.92, 0.9, 0.8, 0.88, 0.5, 0.5
_SCOPE_HEADING, _SCOPE_TITLE = 0.95, 0.92

OCCASIONS = frozenset(
    word_stem(word)
    for word in [
        "meeting",
        "session",
        "conference",
        "workshop",
        "symposium",
        "forum",
        "roundtable",
        "webinar",
        "dialogue",
        "assembly",
    ]
)
_MONTH_STEMS = frozenset(word_stem(month) for month in MONTHS)
# Words that name the answer's shape or bear no meaning of their own.
_EMPTY = frozenset(
    word_stem(word)
    for word in [
        "which",
        "what",
        "who",
        "whom",
        "whose",
        "where",
        "when",
        "how",
        "why",
        "many",
        "much",
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "by",
        "with",
        "and",
        "or",
        "as",
        "into",
        "onto",
        "over",
        "under",
        "about",
        "between",
        "among",
        "during",
        "within",
        "without",
        "than",
        "then",
        "here",
        "there",
        "that",
        "this",
        "these",
        "those",
        "it",
        "its",
        "he",
        "she",
        "they",
        "them",
        "their",
        "his",
        "her",
        "him",
        "our",
        "we",
        "you",
        "your",
        "i",
        "me",
        "my",
        "us",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "am",
        "do",
        "does",
        "did",
        "done",
        "has",
        "have",
        "had",
        "having",
        "can",
        "could",
        "will",
        "would",
        "should",
        "shall",
        "may",
        "might",
        "must",
        "please",
        "tell",
        "show",
        "give",
        "list",
        "all",
        "any",
        "some",
        "each",
        "every",
        "if",
        "so",
        "also",
        "just",
        "out",
        "up",
        "per",
        "via",
        "according",
        "document",
        "documents",
        "text",
        "hold",
        "held",
        "take",
        "took",
        "taken",
        "place",
        "happen",
        "happened",
        "occur",
        "occurred",
        "get",
        "got",
        "getting",
        "make",
        "made",
        "both",
        "one",
        "ones",
        "only",
        "thing",
        "things",
        "still",
        "yet",
        "ever",
        "kind",
        "sort",
        "type",
        "name",
        "names",
        "called",
        "exactly",
        "precisely",
        "date",
        "day",
        "dates",
        "full",
        "individual",
        "respectively",
        "order",
    ]
)
_SHAPE_WORDS = {
    Shape.DATE: "date day month year time when deadline due new",
    Shape.PLACE: "city town place location venue country village where",
    Shape.POST: "post position title job office rank function hold held",
    Shape.CAPACITY: "capacity role function part member observer how listed",
    Shape.COUNT: "number figure amount total sum count nr percentage share proportion",
    Shape.DEFINITION: "stand acronym abbreviation mean meaning full form described",
    Shape.REASON: "reason why because cause",
    Shape.DURATION: "long duration period last",
    Shape.PERSON: "person who",
}
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
    scope: bool = False  # says which meeting, year or place is meant


@dataclass(slots=True)
class Cover:
    """How a unit covers the question: 0 … 1, the terms it lacks, and where in the unit the others stand."""

    score: float
    missing: list[Term] = field(default_factory=list)
    inside: list[int] = field(default_factory=list)  # word numbers in the unit
    own: float = 0.0  # weight share that the unit itself bears of what the title does not
    total: float = 1.0  # weight of all terms
    noun: float = 0.0  # how well the noun asked for is matched, 0 … 1


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
    empty = _EMPTY | {word_stem(word) for word in _SHAPE_WORDS.get(asked.shape, "").split()}
    for shape in asked.also:
        empty |= {word_stem(word) for word in _SHAPE_WORDS.get(shape, "").split()}
    terms: list[Term] = []
    skip_to = 0
    consumed: set[int] = set()
    dated = find_dates(_months_up(asked.text))
    for one in dated:
        terms.append(Term(asked.text[one.start : one.end], "", weight=0.9, dates=one.range, scope=True))
    consumed.update(
        number for number, word in enumerate(words) if any(one.start <= word.start < one.end for one in dated)
    )
    ordinals = {
        _word_at(words, found_ordinal.start): found_ordinal.value
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
                    if stems[i] in OCCASIONS
                ),
                None,
            )
            if occasion is not None:
                terms.append(Term(written, occasion, weight=1.0, ordinal=ordinals[position], scope=True))
                consumed.add(stems.index(occasion, position))
                continue
        if length == 1 and word.stem in empty and not (names and word.stem in nouns):
            continue
        if length > 1:
            skip_to = position + length
        parts = tuple(stems[position : position + length]) if length > 1 else ()
        terms.append(_term(written, word, parts, names, nouns, known, total))
    return _attendance(asked, terms)


def _attendance(asked: Asked, terms: list[Term]) -> list[Term]:
    """'Was X there in May?' asks for attendance without saying so; apologies answer to attendance as well."""
    if asked.shape is not Shape.YES_NO:
        return terms
    for term in terms:
        if "@attend" in term.also:
            term.also = term.also | {"@apologies"}
    others = [term for term in terms if not term.scope and term.stem not in OCCASIONS and rarity(term.word.lower()) < 0.75]
    if not any("@attend" in term.also for term in terms) and len(others) <= 1:
        terms.append(Term("there", "", frozenset({"@attend", "@apologies"}), weight=0.8))
    return terms


def _word_at(words: Sequence[Token], start: int) -> int:
    return next((number for number, word in enumerate(words) if word.start >= start), 0)


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
        also |= set(near_spellings(stem, known))
    elif len(stem) >= 5 and written[:1].isupper():
        also |= {other for other in _related(stem) if known[other]}
    held = max(known[key] for key in (stem, *also))
    common = held / total if total else 0.0
    weight = max(rarity(part) for part in re.split(r"\W+", written.lower()) if part) * (
        1.0 if common < 0.02 else max(0.35, 1.0 - 2.2 * common)
    )
    year = bool(re.fullmatch(r"(?:19|20)\d\d", stem))
    return Term(
        written,
        stem,
        frozenset(also),
        parts,
        weight=0.7 if year else weight,
        noun=stem in nouns or any(part in nouns for part in parts),
        scope=year or stem in _MONTH_STEMS,
    )


def _related(stem: str) -> list[str]:
    """Nationality and name: 'georgian' and 'georgia', 'pakistani' and 'pakistan'."""
    return [stem[:-1], stem[:-2], stem + "n", stem + "an", stem + "i", stem + "ian"] if stem.isalpha() else []


def near_spellings(stem: str, known: Iterable[str]) -> list[str]:
    """Return the known stems at the least edit distance, if that is 1, or 2 for words of seven letters and more."""
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


def cover(unit: Unit, terms: Sequence[Term], reading: Reading) -> Cover:
    """Say how well a unit covers the terms, with its lead-in, headings, the sentences before, and the title."""
    total = got = own = noun_total = noun_got = titled = 0.0
    result = Cover(0.0)
    for term in terms:
        if term.dates is not None:
            value, places = _dated(unit, term, reading)
        elif term.ordinal is not None:
            value, places = _occasion(unit, term, reading)
        else:
            value, places = _value(unit, term, reading)
        result.inside.extend(places)
        weight = term.weight * (0.5 if term.noun else 1.0)
        total += weight
        got += weight * value
        own += weight if places else 0.0
        titled += weight if not places and value >= _TITLE and _by_title(term, reading) else 0.0
        if term.noun:
            noun_total += term.weight
            noun_got += term.weight * value
        if value < 0.3:
            result.missing.append(term)
    result.score = got / total if total else 0.0
    result.own = own / max(total - titled, 0.2) if total else 0.0
    result.own = min(1.0, result.own)
    result.total = total or 1.0
    result.noun = noun_got / noun_total if noun_total else 0.0
    return result


def _by_title(term: Term, reading: Reading) -> bool:
    if term.dates is not None or term.ordinal is not None:
        return True
    return any(key in reading.title for key in (term.stem, *term.also)) or bool(
        term.parts and all(part in reading.title for part in term.parts)
    )


def _value(unit: Unit, term: Term, reading: Reading) -> tuple[float, list[int]]:
    if term.stem in unit.stems:
        return _INSIDE, unit.stems[term.stem]
    for name in term.also:
        if name in unit.stems:
            return _ALIKE, unit.stems[name]
    if term.parts and all(part in unit.stems for part in term.parts):
        return _ALIKE * 0.95, unit.stems[term.parts[0]]
    keys = (term.stem, *term.also)
    best = 0.0
    if term.parts and all(part in reading.title for part in term.parts):
        best = _SCOPE_TITLE if term.scope else _TITLE + 0.3
    if any(key in unit.lead for key in keys):
        best = _LEAD
    if any(key in unit.heading for key in keys):
        best = max(best, _SCOPE_HEADING if term.scope else _HEADING)
    if any(key in unit.before for key in keys):
        best = max(best, _BEFORE_PRONOUN if unit.pronoun else _BEFORE)
    labelled = unit.kind in (BlockKind.ROW, BlockKind.ITEM) and any(key in reading.labels for key in keys)
    if any(key in reading.title for key in keys) and not labelled:
        best = max(best, _SCOPE_TITLE if term.scope else _TITLE)
    return best, []


def _months_up(text: str) -> str:
    """Give months their capital, so that 'nov 2024' is read as a date."""
    return re.sub(
        rf"\b(?:{'|'.join(month[:3] for month in MONTHS)})[a-z]*\b(?=\.? (?:\d|of))",
        lambda match: match.group().capitalize(),
        text,
        flags=re.IGNORECASE,
    )


def _dated(unit: Unit, term: Term, reading: Reading) -> tuple[float, list[int]]:
    """Match a date of the question: in the unit, its headings or lead-in, or as the date of the document."""
    assert term.dates is not None
    document = reading.document
    about = document.metadata.dates
    year = about.start.year if about is not None and about.start.year == about.end.year else None
    found = find_dates(unit.text, year)
    best = max((_overlap(one.range, term.dates) for one in found), default=0.0)
    if best > 0.5:
        return best, [_word_at(unit.words, one.start) for one in found if _overlap(one.range, term.dates) == best]
    if unit.stems.keys() & {str(term.dates.start.year)} and term.dates.precision is Precision.YEAR:
        return _INSIDE, unit.stems[str(term.dates.start.year)]
    frames = [unit.heading_span, unit.lead_span, unit.before_span if unit.pronoun else None]
    for span in frames:
        if span is not None:
            for one in find_dates(document.text[span.start : span.end], year):
                best = max(best, _SCOPE_HEADING * _overlap(one.range, term.dates))
    for one in find_dates(reading.opening):
        best = max(best, _SCOPE_TITLE * _overlap(one.range, term.dates))
    if about is not None:
        best = max(best, _SCOPE_TITLE * _overlap(about, term.dates))
    return best, []


def _overlap(one: DateRange, other: DateRange) -> float:
    """1 where one date lies within the other, less where the found one is much the wider, 0 where they part."""
    if one.end < other.start or other.end < one.start:
        return 0.0
    if one.precision is Precision.YEAR and other.precision is not Precision.YEAR:
        return 0.5 if one.start.year == one.end.year else 0.25
    if one.precision is Precision.YEAR and one.start.year != one.end.year:
        return 0.5
    return 1.0


def _occasion(unit: Unit, term: Term, reading: Reading) -> tuple[float, list[int]]:
    """Match 'Third Meeting': in the unit, in what frames it, or by the number of the document's meeting."""
    document = reading.document
    places = occasion_places(unit.text, term)
    if places is not None:
        return _INSIDE, [_word_at(unit.words, place) for place in places]
    headings = (
        " . ".join(document.sections[unit.section].path) if unit.section < len(document.sections) else ""
    )
    lead = document.text[unit.lead_span.start : unit.lead_span.end] if unit.lead_span else ""
    if occasion_places(lead, term) is not None or occasion_places(headings, term) is not None:
        return _SCOPE_HEADING, []
    if occasion_places(reading.opening, term) is not None or (
        document.metadata.number == term.ordinal and term.stem in reading.title
    ):
        # another meeting that the unit names itself is the one that the unit is about
        other = any(
            found.value != term.ordinal and _names_occasion(unit.text, found.end, term.stem)
            for found in find_ordinals(unit.text)
        )
        return (0.4 if other else _SCOPE_TITLE), []
    if unit.pronoun and unit.before_span is not None:
        before = document.text[unit.before_span.start : unit.before_span.end]
        if occasion_places(before, term) is not None:
            return _BEFORE, []
    return 0.0, []


def occasion_places(text: str, term: Term) -> list[int] | None:
    """Return where a text names the occasion of a term, or None."""
    places = [
        found.start
        for found in find_ordinals(text)
        if found.value == term.ordinal and _names_occasion(text, found.end, term.stem)
    ]
    return places or None


def _names_occasion(text: str, end: int, stem: str) -> bool:
    following = tokens(text[end : end + 70])[:6]
    for token in following:
        if token.stem == stem:
            return True
        if token.stem in OCCASIONS and stem in OCCASIONS:
            return False
    return False
