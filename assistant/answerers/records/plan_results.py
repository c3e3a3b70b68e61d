"""The target of a plan against the result that a later paper reports: by how much it was missed or exceeded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answerers.draft import Claim, Draft, Quote
from assistant.answerers.figures import Figure, figures
from assistant.answerers.records.matching import scored_matches
from assistant.answerers.records.plan_scope import cued, take_dates, wording
from assistant.answerers.records.wording import answered
from assistant.library import Library
from assistant.question.lexicon import phrases
from assistant.question.words import Words, content, phrase_stems
from corpus.document import BlockKind, DateRange, Document, Kind, Span
from corpus.names.dates import find_dates
from corpus.records.statements import split, statements
from corpus.records.types import ActionItem, PlanItem

_HOW_MANY = re.compile(r"\b(?:by\s+)?how\s+(?:many|much)\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"\bhow\s+many\s+(?:more\s+)?(?P<noun>(?!did\b|had\b|has\b|was\b|were\b|is\b|are\b|have\b|of\b)[a-z-]+)",
    re.IGNORECASE,
)
_SHARE = "percent"
_UNIT_WORDS = 3  # from a figure to the noun that it counts
_ROW_LABEL = re.compile(r"^\W*(?P<label>[A-Z]{0,4}[.\-]?\d{1,2}(?:[.\-]\d{1,2})*|[IVX]{1,4}[.\-]\d{1,2})\b")
_OF_ALL = re.compile(r"\b(?:of|out\s+of)\s+(?:the\s+|all\s+)?$", re.IGNORECASE)  # 'six of eight schools'
_BY_REPORT = 0.75  # of the words of a question that an activity and the report on it must bear
_LABELLED = 100  # weighs more than any words shared
_NAME = re.compile(r"(?<=\S )[A-ZÀ-Þ][\w’'-]+")
_REPORTS_LEAST = 2  # words that a sentence shares with the activity beside the unit


@dataclass(frozen=True, slots=True)
class _Result:
    document: str
    span: Span
    value: float
    weight: int


def against_target(words: Words, items: list[PlanItem], library: Library) -> Draft | None:
    """Return by how much a reported result misses or exceeds the target of an activity, or None.

    Both figures must stand in the papers with the same unit, and no other result may claim the place as well.
    """
    terms = wording()["results"]
    short, beyond = cued(words, terms["short"]), cued(words, terms["beyond"])
    if not _HOW_MANY.search(words.text) or not cued(words, terms["aim"]) or bool(short) == bool(beyond):
        return None
    cues = (short or set()) | (beyond or set()) | (cued(words, terms["aim"]) or set())
    dates = [found.range for found in find_dates(words.text)]
    # what may be the name of a meeting or body may be that of the activity as well
    for explained in (set(), words.explained):
        marked = Words(words.text, words.words, explained | cues)
        marked.take(phrases("plan"))
        marked.take(tuple(terms["around"]))
        take_dates(marked)
        shares = marked.take(("percentage points", "percentage point", "points", "per cent", "percent"))
        wanted = content(marked.left())
        counted = _COUNTED.search(words.text)  # 'States' may be a word that tells nothing elsewhere
        unit = phrase_stems(counted["noun"]) if counted is not None and not shares else ()
        draft = _measured(
            (*wanted, *(stem for stem in unit if stem not in wanted)),
            shares,
            bool(short),
            dates,
            items,
            library,
            words.text,
        )
        if draft is not None:
            return draft
    return None


def _measured(
    wanted: Sequence[str],
    shares: bool,
    short: bool,
    dates: Sequence[DateRange],
    items: Sequence[PlanItem],
    library: Library,
    question: str,
) -> Draft | None:
    """The comparison for the activity that the words mean, where its one target has one reported result."""
    measured = [item for item in items if item.level == "activity" and item.indicator]
    item = likely(wanted, measured) or by_report(wanted, measured, dates, library)
    target = target_of(item, (*wanted, *((_SHARE,) if shares else ()))) if item is not None else None
    if item is None or target is None:
        return None
    figure, unit = target
    # the paper may repeat the target beside the result
    results = [one for one in _results(item, unit, wanted, dates, library) if one.value != figure.value]
    result = _told_last(_of_paper(results, question, dates, library))
    return _compared(item, figure, unit, result, short) if result is not None else None


def _of_paper(
    results: list[_Result], question: str, dates: Sequence[DateRange], library: Library
) -> list[_Result]:
    """Keep the results of the papers that the question names by place, kind or day, where it names some."""
    scores = {
        one.document: len(name_words_of(library.documents[one.document], question, library))
        for one in results
    }
    best = max(scores.values(), default=0)
    kept = [one for one in results if scores[one.document] == best]
    timed = [
        one
        for one in kept
        if (held := library.documents[one.document].metadata.dates) is not None
        and any(held.start <= asked.end and asked.start <= held.end for asked in dates)
    ]
    return timed or kept


def name_words_of(document: Document, question: str, library: Library) -> set[str]:
    """Return the names in a question that stand in the title of a paper or are the place of its meeting."""
    places_of = [occasion.place or "" for occasion in library.occasions if document.id in occasion.papers]
    known = set(re.findall(r"[\w’'-]+", " ".join([document.metadata.title, *places_of])))
    return {name for name in _NAME.findall(question) if name in known}


def _told_last(results: list[_Result]) -> _Result | None:
    """The result of the place that speaks most surely of the activity; None where several papers tell several."""
    sure = [one for one in results if one.weight >= _LABELLED] or results
    found: list[_Result] = []
    for document in {one.document for one in sure}:
        own = [one for one in sure if one.document == document]
        best = max(one.weight for one in own)
        found += [one for one in own if one.weight == best]
    if sure and sure[0].weight < _LABELLED:
        best = max(one.weight for one in found)
        found = [one for one in found if one.weight == best]
    return found[0] if len({one.value for one in found}) == 1 else None


def likely(wanted: Sequence[str], activities: Sequence[PlanItem]) -> PlanItem | None:
    """Return the one activity that shares the most with the question, if a good part of it."""
    scored = scored_matches(wanted, activities, lambda item: f"{item.text} {item.indicator} {item.lead}")
    if not scored or scored[0][0] < 0.4 or (len(scored) > 1 and scored[1][0] > scored[0][0] - 0.05):
        return None
    return scored[0][1]


def by_report(
    wanted: Sequence[str], activities: Sequence[PlanItem], dates: Sequence[DateRange], library: Library
) -> PlanItem | None:
    """The one activity whose own words, with those of a report that gives its number, are nearly all that is asked."""
    best: dict[str, tuple[float, PlanItem]] = {}
    for item, text in _numbered_reports(activities, dates, library):
        own = set(phrase_stems(f"{item.text} {item.indicator} {item.lead} {text}"))
        share = sum(stem in own for stem in wanted) / len(wanted) if wanted else 0
        if share > best.get(item.id, (0.0, item))[0]:
            best[item.id] = (share, item)
    ranked = sorted(best.values(), key=lambda one: -one[0])
    if not ranked or ranked[0][0] < _BY_REPORT or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
        return None
    return ranked[0][1]


def _numbered_reports(
    activities: Sequence[PlanItem], dates: Sequence[DateRange], library: Library
) -> Iterator[tuple[PlanItem, str]]:
    for document in library.documents.values():
        body = document.metadata.body
        own = [
            item
            for item in activities
            if item.document != document.id
            and (
                body is None
                or library.bodies.compatible(library.documents[item.document].metadata.body, body)
            )
        ]
        if not own or not fits(document, dates):
            continue
        for span in places(document):
            text = document.text[span.start : span.end]
            yield from ((item, text) for item in own if bears(text, item.number))


def _unit(text: str, figure: Figure, wanted: Sequence[str]) -> str | None:
    """The noun a figure counts that the question names too ('per cent' of 'percentage points')."""
    after = re.split(r"[,;.:()]|\d", text[figure.end :])[0]
    if re.match(r"\s*(?:%|per\s?cent)", text[figure.end :]):
        return _SHARE if _SHARE in wanted else None
    near = phrase_stems(" ".join(after.split()[:_UNIT_WORDS]))
    return next((stem for stem in near if stem in wanted), None)


def target_of(item: PlanItem, wanted: Sequence[str]) -> tuple[Figure, str] | None:
    """Return the one figure of a target that counts something the question names, with the stem of that noun."""
    found = [
        (figure, unit)
        for figure in figures(item.indicator or "")
        if (unit := _unit(item.indicator or "", figure, wanted)) is not None
    ]
    return found[0] if len(found) == 1 else None


def _results(
    item: PlanItem, unit: str, wanted: Sequence[str], dates: Sequence[DateRange], library: Library
) -> Iterator[_Result]:
    """The figures with that unit which other papers of the body report for the activity."""
    own = library.documents[item.document].metadata
    about = set(phrase_stems(f"{item.text} {item.indicator} {item.lead or ''}")) | set(wanted)
    about -= {unit}
    tasks = {
        (action.document, span.start) for action in library.of_type(ActionItem) for span in action.evidence
    }
    for document in library.documents.values():
        other = document.metadata
        if document.id == item.document or not fits(document, dates):
            continue
        if own.body and other.body and not library.bodies.compatible(own.body, other.body):
            continue
        for span in places(document):
            text = document.text[span.start : span.end]
            if (document.id, span.start) in tasks:
                continue
            labelled = bears(text, item.number)
            shared = len(about & set(phrase_stems(text)))
            if not labelled and shared < _REPORTS_LEAST:
                continue
            if labelled:
                text = own_part(text, item.number)
            yield from (
                _Result(document.id, span, value, shared + (_LABELLED if labelled else 0))
                for value in _counted(text, unit, labelled)
            )


def _counted(text: str, unit: str, labelled: bool) -> Iterator[float]:
    """Yield the figures of a report that count the unit, by their own noun or by that of the report's head."""
    terms = wording()["results"]
    head = text.partition(":")[0] if labelled and ":" in text else ""
    found = figures(text)
    named = [
        figure
        for figure in found
        if not _OF_ALL.search(text[: figure.start])
        and _unit(text, figure, [unit]) == unit
        and not (unit != _SHARE and re.search(terms["lost"], text[figure.end :], re.IGNORECASE))
    ]
    if not named and unit in phrase_stems(head):
        named = [figure for figure in found if figure.start > len(head)][:1]
        named = [one for one in named if re.search(terms["bare"], text[one.end :], re.IGNORECASE)]
    yield from (figure.value for figure in named)


def own_part(text: str, number: str | None) -> str:
    """Return what a sentence on several activities says of the one: 'A3 (2,210 entered)' of 'A3 (2,210 entered), C2 (…)'."""
    at = re.search(rf"(?<![\w.]){re.escape(number or '')}\s*(?=\()", text) if number else None
    if at is None or _ROW_LABEL.match(text):
        return text
    close = text.find(")", at.end())
    return text[at.start() : close + 1] if close > 0 else text


def bears(text: str, number: str | None) -> bool:
    """Whether a row or sentence names the activity by its number: first thing, in brackets or as 'activity 2.1'."""
    if number is None:
        return False
    label = _ROW_LABEL.match(text)
    named = rf"\({re.escape(number)}\)|\b(?:activity|action|task|output|measure)\s+{re.escape(number)}(?![\w.]*\d)"
    if re.search(r"[A-Za-z]", number) and re.search(r"\d", number):
        named += rf"|(?<![\w./-]){re.escape(number)}\s*\("  # 'Still open are A3 (12 wells dug) and C2 (…)'
    return (label is not None and label["label"] == number) or bool(re.search(named, text, re.IGNORECASE))


def places(document: Document) -> Iterator[Span]:
    """Yield the rows and sentences of a document, in order, without its headings."""
    for statement in statements(document):
        if statement.kind is BlockKind.HEADING:
            continue
        if statement.kind is BlockKind.ROW:
            yield Span(start=statement.start, end=statement.end)
            continue
        for sentence in split(statement):
            yield Span(start=sentence.start, end=sentence.end)


def fits(document: Document, dates: Sequence[DateRange]) -> bool:
    """Whether a paper is of the time that the question names, if it names one; a page may tell of many times."""
    held = document.metadata.dates
    if not dates or held is None:
        return True
    if document.metadata.kind in (Kind.PAGE, Kind.EVENT):
        told = {found.range.end.year for found in find_dates(document.text)}
        return any(one.end.year in told for one in dates)
    return any(held.start.year <= one.end.year and one.start.year <= held.end.year for one in dates)


def _compared(item: PlanItem, target: Figure, unit: str, result: _Result, short: bool) -> Draft | None:
    indicator = item.indicator or ""
    limit = re.search(wording()["results"]["limits"], indicator[: target.start], re.IGNORECASE) is not None
    less = result.value - target.value if limit else target.value - result.value
    difference = less if short else -less
    if difference <= 0:
        return None  # it went the other way than the question supposes
    noun = _written(indicator, target, unit)
    written = [f"{value:,.10g}" for value in (difference, result.value, target.value)]
    relation = "short of the target" if short else "beyond the target"
    if limit and short:
        relation = "beyond the limit set"
    text = f"{written[0]} {noun} {relation}: {written[1]} reported, against {written[2]} in the plan."
    plan = Quote(document=item.document, span=item.evidence[0])
    return answered(Claim(text=text, quotes=(plan, Quote(document=result.document, span=result.span))))


def _written(text: str, figure: Figure, unit: str) -> str:
    """The noun as the plan writes it."""
    if unit == _SHARE:
        return "percentage points"
    after = text[figure.end :].split()[:_UNIT_WORDS]
    at = next(number for number, word in enumerate(after) if unit in phrase_stems(word))
    return " ".join(after[: at + 1]).strip(" ,;.")
