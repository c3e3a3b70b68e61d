"""When a plan was adopted or the record of a meeting was sent round, as the paper itself says in its opening or end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answerers.draft import Claim, Draft, Quote
from assistant.answerers.records.plan_scope import cued, of_plan, take_dates, take_title, wording
from assistant.answerers.records.wording import answered
from assistant.library import Library
from assistant.question.lexicon import phrases
from assistant.question.scope import Scope
from assistant.question.words import Words
from corpus.document import BlockKind, Document, Precision, Span
from corpus.names.dates import find_dates
from corpus.records.statements import clean, split, statements
from corpus.records.types import PlanItem

_TOP, _END = 10, 4  # statements in which a paper speaks of itself
_LEAD_IN = r"^\W*(?:(?:the|this)\s+)?(?:[\w’'-]+\s+){0,4}?"
_PIECE = re.compile(r"[^|;\n·•]+")


def answer_paper_date(words: Words, scope: Scope, library: Library) -> Draft | None:
    """Return the one date that the paper in question gives for its adoption or circulation, or None."""
    if not re.match(r"\W*(?:when|on\s+(?:what|which)\s+(?:date|day))\b", words.text, re.IGNORECASE):
        return None
    for terms in wording()["paper_dates"].values():
        cues = cued(words, terms["question"])
        if not cues:
            continue
        marked = words.copy()
        marked.explained |= cues
        marked.take(phrases("when"))
        documents = _asked(marked, cues, scope, library)
        if documents is None or marked.left():
            continue
        found = [
            (document, span, date) for document in documents for span, date in _told(document, terms["paper"])
        ]
        if len({date for _, _, date in found}) == 1:
            document, span, _ = found[0]
            text = clean(document.text[span.start : span.end]).rstrip(" .")
            return answered(Claim(text=f"{text}.", quotes=(Quote(document=document.id, span=span),)))
    return None


def _asked(marked: Words, cues: set[int], scope: Scope, library: Library) -> list[Document] | None:
    """The plan that the question names, or the papers of the meeting whose record it names; None for neither."""
    if marked.take(tuple(wording()["papers"]["plans"])):
        items = list(library.of_type(PlanItem))
        bare = Words(marked.text, marked.words, set(cues))
        bare.take(tuple(wording()["papers"]["plans"]))
        if not bare.left() and len({item.document for item in items}) > 1:
            return None  # 'the plan' may be any of them
        items = of_plan(marked, items, library)
        take_title(marked, items, library)
        take_dates(marked)
        ids = {item.document for item in items}
        return [library.documents[id] for id in sorted(ids)] if len(ids) == 1 else None
    if scope.named and marked.take(tuple(wording()["papers"]["records"])):
        marked.take(phrases("occasion", "nouns"))
        return [library.documents[id] for id in sorted(scope.papers) if id in library.documents]
    return None


def _told(document: Document, verb: str) -> Iterator[tuple[Span, object]]:
    """The pieces of the opening and the end that begin with the verb and give a day."""
    own = [one for one in statements(document) if one.kind is not BlockKind.ROW]
    for statement in [*own[:_TOP], *own[_TOP:][-_END:]]:
        for sentence in split(statement):
            for piece in _PIECE.finditer(sentence.text):
                said = re.search(rf"{_LEAD_IN}\b(?:{verb})\b", piece.group(), re.IGNORECASE)
                if said is None:
                    continue
                dates = [one for one in find_dates(piece.group()) if one.start >= said.end()]
                if dates and dates[0].range.precision is Precision.DAY:
                    yield sentence.span(piece.start(), piece.end()), dates[0].range
                    return
