"""The target of a plan against the result that a later paper reports: by how much it was missed or exceeded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answerers.draft import Claim, Draft, Quote
from assistant.answerers.records.matching import scored_matches
from assistant.answerers.records.plan_scope import cued, take_dates, wording
from assistant.answerers.records.wording import answered
from assistant.library import Library
from assistant.question.lexicon import phrases
from assistant.question.words import Words, content, phrase_stems
from corpus.document import BlockKind, DateRange, Document, Span
from corpus.names.dates import find_dates
from corpus.records.statements import split, statements
from corpus.records.types import ActionItem, PlanItem

_HOW_MANY = re.compile(r"\b(?:by\s+)?how\s+(?:many|much)\b", re.IGNORECASE)
_FIGURE = re.compile(
    r"(?<![\w.,/-])(?P<figure>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\d/]|\.\d)\s*(?P<percent>%|per\s?cent\b(?:age)?)?"
)
_UNIT_WORDS = 3  # from a figure to the noun that it counts
_ROW_LABEL = re.compile(r"^\W*(?P<label>[A-Z]{0,4}[.\-]?\d{1,2}(?:[.\-]\d{1,2})*|[IVX]{1,4}[.\-]\d{1,2})\b")
_REPORTS_LEAST = 2  # words that a sentence shares with the activity beside the unit


@dataclass(frozen=True, slots=True)
class _Figure:
    value: float
    start: int
    end: int


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
    marked = words.copy()
    marked.explained |= (short or set()) | (beyond or set()) | (cued(words, terms["aim"]) or set())
    marked.take(phrases("plan"))
    marked.take(("how many", "how much", "set", "fall", "fell", "falls", "went", "go", "goes", "average"))
    dates = find_dates(words.text)
    take_dates(marked)
    wanted = content(marked.left())
    activities = [item for item in items if item.level == "activity" and item.indicator]
    for item in _likely(wanted, activities):
        target = _target(item, wanted)
        if target is None:
            continue
        figure, unit = target
        results = list(_results(item, unit, wanted, [found.range for found in dates], library))
        best = max((one.weight for one in results), default=0)
        values = {one.value for one in results if one.weight == best}
        if len(values) != 1:
            return None
        result = next(one for one in results if one.weight == best)
        return _compared(item, figure, unit, result, bool(short))
    return None


def _likely(wanted: Sequence[str], activities: Sequence[PlanItem]) -> list[PlanItem]:
    """The one activity that shares the most with the question, if a good part of it."""
    scored = scored_matches(wanted, activities, lambda item: f"{item.text} {item.indicator} {item.lead}")
    if not scored or scored[0][0] < 0.4 or (len(scored) > 1 and scored[1][0] > scored[0][0] - 0.05):
        return []
    return [scored[0][1]]


def _figures(text: str) -> list[_Figure]:
    dates = find_dates(text)
    return [
        _Figure(float(match["figure"].replace(",", "")), match.start("figure"), match.end("figure"))
        for match in _FIGURE.finditer(text)
        if not any(date.start <= match.start() < date.end for date in dates)
    ]


def _unit(text: str, figure: _Figure, wanted: Sequence[str]) -> str | None:
    """The noun a figure counts that the question names too ('per cent' of 'percentage points')."""
    after = re.split(r"[,;.:()]|\d", text[figure.end :])[0]
    if re.match(r"\s*(?:%|per\s?cent)", text[figure.end :]):
        return "percent" if set(wanted) & {"percentag", "percent", "point"} else None
    near = phrase_stems(" ".join(after.split()[:_UNIT_WORDS]))
    return next((stem for stem in near if stem in wanted), None)


def _target(item: PlanItem, wanted: Sequence[str]) -> tuple[_Figure, str] | None:
    found = [
        (figure, unit)
        for figure in _figures(item.indicator or "")
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
        if document.id == item.document or not _fits(document, dates):
            continue
        if own.body and other.body and not library.bodies.compatible(own.body, other.body):
            continue
        for span in _places(document):
            text = document.text[span.start : span.end]
            if (document.id, span.start) in tasks:
                continue
            label = _ROW_LABEL.match(text)
            labelled = label is not None and item.number is not None and label["label"] == item.number
            shared = len(about & set(phrase_stems(text)))
            if not labelled and shared < _REPORTS_LEAST:
                continue
            for figure in _figures(text):
                if _unit(text, figure, [unit, *(["percentag"] if unit == "percent" else [])]) == unit:
                    yield _Result(document.id, span, figure.value, shared + (100 if labelled else 0))


def _places(document: Document) -> Iterator[Span]:
    for statement in statements(document):
        if statement.kind is BlockKind.HEADING:
            continue
        if statement.kind is BlockKind.ROW:
            yield Span(start=statement.start, end=statement.end)
            continue
        for sentence in split(statement):
            yield Span(start=sentence.start, end=sentence.end)


def _fits(document: Document, dates: Sequence[DateRange]) -> bool:
    """Whether a paper is of the time that the question names, if it names one."""
    held = document.metadata.dates
    if not dates or held is None:
        return True
    return any(one.start.year <= held.end.year <= one.end.year for one in dates)


def _compared(item: PlanItem, target: _Figure, unit: str, result: _Result, short: bool) -> Draft | None:
    indicator = item.indicator or ""
    limit = re.search(wording()["results"]["limits"], indicator[: target.start], re.IGNORECASE) is not None
    less = result.value - target.value if limit else target.value - result.value
    difference = less if short else -less
    if difference <= 0:
        return None  # it went the other way than the question supposes
    noun = _written(indicator, target, unit)
    figures = [f"{value:,.10g}" for value in (difference, result.value, target.value)]
    relation = "short of the target" if short else "beyond the target"
    if limit and short:
        relation = "beyond the limit set"
    text = f"{figures[0]} {noun} {relation}: {figures[1]} reported, against {figures[2]} in the plan."
    plan = Quote(document=item.document, span=item.evidence[0])
    return answered(Claim(text=text, quotes=(plan, Quote(document=result.document, span=result.span))))


def _written(text: str, figure: _Figure, unit: str) -> str:
    """The noun as the plan writes it."""
    if unit == "percent":
        return "percentage points"
    after = text[figure.end :].split()[:_UNIT_WORDS]
    at = next(number for number, word in enumerate(after) if unit in phrase_stems(word))
    return " ".join(after[: at + 1]).strip(" ,;.")
