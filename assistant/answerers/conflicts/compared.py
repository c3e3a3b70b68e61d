"""Answers to questions that set papers side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.answer import Route, Status
from assistant.answerers import reading
from assistant.answerers.conflicts.contradicted import told, valued
from assistant.answerers.conflicts.papers import papers
from assistant.answerers.conflicts.values import differ, values
from assistant.answerers.conflicts.wording import Told, agreement, conflict
from assistant.answerers.draft import Draft
from assistant.answerers.records import answer_from_records
from assistant.answerers.worked_out.each import figure_told
from assistant.library import Library
from assistant.question.shape import Asked, Shape, shape_of
from assistant.question.sources import SideBySide, side_by_side
from corpus.document import Document
from corpus.names.numbers import find_numbers
from index.types import Filters, Hit
from index.words import content_stems

SearchIn = Callable[[str, Filters], Sequence[Hit]]

_MOST = 12  # papers that are asked
_COMPARED = (Shape.COUNT, Shape.DATE, Shape.PLACE, Shape.PERSON)


def answer_compared(question: str, library: Library, search: SearchIn) -> Draft | None:
    """Return what each of the papers that a question sets side by side says, and whether they differ.

    None where the question sets none side by side, or fewer than two of them answer it. `search` gives the
    ranked passages for a question within filters.
    """
    asked = side_by_side(question)
    if asked is None:
        return None
    shape = shape_of(asked.core)
    if shape.shape not in _COMPARED:
        return None
    groups = [group for written in asked.sources for group in papers(written, library)]
    found: list[Told] = []
    for group in groups[:_MOST]:
        one = _said_in(asked.core, group, library, search)
        if one is not None and all(one.document.id != other.document.id for other in found):
            found.append(one)
    said = [(one, values(shape, one.text)) for one in found]
    most = max((_borne(shape, one) for one in found), default=0)
    said = [(one, given) for one, given in said if given and 2 * _borne(shape, one) >= most]
    if len(said) < 2:
        # a sentence that only leans on the one that names the thing answers no question by itself
        figures = [figure_told(asked.core, group, library) for group in groups[:_MOST]]
        found = [one for one in figures if one is not None]
        return _figures_side_by_side(found, asked) if len(found) == len(groups) > 1 else None
    sayings = [valued(one, given) for one, given in said]
    if any(differ(said[0][1], given) for _, given in said[1:]):
        lead = "No" if asked.asks_agreement else "Yes" if asked.asks_difference else ""
        return conflict(sayings, Route.READING, lead)
    return agreement(
        sayings, Route.READING, "Yes" if asked.asks_agreement else "No" if asked.asks_difference else ""
    )


def _figures_side_by_side(found: Sequence[Told], asked: SideBySide) -> Draft:
    """What each paper gives, where each gives just one figure."""
    if len({number.value for one in found for number in find_numbers(one.value)}) > 1:
        lead = "No" if asked.asks_agreement else "Yes" if asked.asks_difference else ""
        return conflict(found, Route.READING, lead)
    lead = "Yes" if asked.asks_agreement else "No" if asked.asks_difference else ""
    return agreement(found, Route.READING, lead)


def _borne(asked: Asked, one: Told) -> int:
    """How many words of the question a sentence bears: one with few of what another has is of something else."""
    return len(content_stems(" ".join(asked.words)) & content_stems(one.text))


def _said_in(core: str, group: Sequence[Document], library: Library, search: SearchIn) -> Told | None:
    """Return what the paper of a group that answers most surely says."""
    best: tuple[float, Told] | None = None
    for document in group[:_MOST]:
        within = Filters(documents=(document.id,))
        draft, _ = answer_from_records(core, library.restricted(within))
        if draft is None or draft.status is not Status.ANSWERED or draft.confidence < 1.0:
            draft = reading.read(core, search(core, within), library.document)
        one = told(draft, library.document)
        if one is not None and (best is None or draft.confidence > best[0]):
            best = (draft.confidence, one)
    return best[1] if best else None
