"""The summary of a document, or a brief on a subject, in the documents' own sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Route
from assistant.answerers.draft import Claim, Quote
from assistant.answerers.overview.parts import POINTS_BACK, Overview, Part, stated
from assistant.answerers.overview.targets import document_of
from assistant.answerers.records.wording import enumerate_names, group_quote, plural
from assistant.library import Library
from assistant.question.words import content, read_words
from corpus.document import BlockKind, Document, Section, Span
from corpus.orders import without_orders
from corpus.records.statements import states_gap, unmarked
from corpus.records.types import AttendanceGroup, Capacity, Decision, PlanItem
from corpus.sentences import sentences
from index.types import Hit
from index.words import content_stems

_MARKER = re.compile(r"^\s*(?:[-–—•·*▪]|\(?\d{1,3}(?:\.\d{1,3})*[.)]|\([a-z]\))\s+")
_MOST = 14  # claims of a summary
_DECISIONS = 4  # of one section
_LEAST_WORDS = 5
_BRIEF = 6  # sentences of a brief
_COVERED = 0.6  # of the subject's words that a sentence of a brief must hold


def summary(subject: str, library: Library) -> Overview | None:
    """Return the leading sentence of each section of the document meant, and its decisions; None if unclear."""
    document = document_of(subject, library)
    if document is None:
        return None
    clean = without_orders(document)
    decided: list[Decision | PlanItem] = [
        *(record for record in library.of_type(Decision) if record.document == document.id),
        *(record for record in library.of_type(PlanItem) if record.document == document.id),
    ]
    parts: list[Part] = []
    taken: set[tuple[int, int]] = set()
    for number, section in enumerate(document.sections):
        said = _sentences(clean, number)
        spans = [
            record.evidence[0]
            for record in decided
            if section.start <= record.evidence[0].start < section.end and not _overlaps(record, taken)
        ]
        chosen = spans[:_DECISIONS] or _opening(clean, said)
        heading = section.path[-1].strip("*_# ") if len(section.path) > 1 else ""
        taken |= {(span.start, span.end) for span in chosen}
        listed = _attendance(document, section, heading, library)
        claims = listed or tuple(_claim(document, span, heading if parts else "") for span in chosen)
        if claims:  # a list of attendance stays exact: no model shortens it
            parts.append(
                Part(heading, claims, () if listed else tuple(_claim(document, span) for span in said))
            )
    if not parts:
        return None
    return Overview(tuple(_limited(parts)), Route.READING)


def brief(subject: str, hits: Sequence[Hit], library: Library) -> Overview | None:
    """Return the sentences that say the most of a subject, by document in the order of the ranking."""
    wanted = set(content(read_words(subject, library.vocabulary).words))
    if not wanted:
        return None
    found: list[tuple[float, Document, Span]] = []
    for hit in hits:
        document = library.document(hit.passage.document)
        if document is None:
            continue
        clean = without_orders(document)
        for span in _spans(clean, hit.passage.start, hit.passage.end):
            said = content_stems(clean.text[span.start : span.end])
            share = len(wanted & said) / len(wanted)
            if share >= _COVERED and all(span != other for _, _, other in found):
                found.append((share, document, span))
    best = sorted(found, key=lambda one: -one[0])[:_BRIEF]
    if not best:
        return None
    order = [hit.passage.document for hit in hits]
    best.sort(key=lambda one: (order.index(one[1].id), one[2].start))
    quoted = tuple(_claim(document, span) for _, document, span in best)
    claims = tuple(claim.model_copy(update={"text": f"- {claim.text}"}) for claim in quoted)
    return Overview((Part(subject, claims, quoted),), Route.READING)


def _opening(document: Document, said: Sequence[Span]) -> list[Span]:
    """The first sentence that stands on its own."""
    own = (span for span in said if not POINTS_BACK.match(document.text[span.start : span.end]))
    first = next(own, None)
    return [first] if first is not None else []


def _attendance(document: Document, section: Section, heading: str, library: Library) -> tuple[Claim, ...]:
    """How many were listed in what capacity, if the section holds the lists."""
    groups = [
        group
        for group in library.of_type(AttendanceGroup)
        if group.document == document.id
        and section.start <= group.evidence[0].start < section.end
        and group.level is None
        and group.named
        and group.capacity is not Capacity.SPEAKER
    ]
    if not groups:
        return ()
    counts: dict[Capacity, int] = {}
    for group in groups:
        counts[group.capacity] = counts.get(group.capacity, 0) + group.named
    text = enumerate_names([f"{plural(capacity)} ({count})" for capacity, count in counts.items()])
    head = f"- {heading}: " if heading else "Listed: "
    return (Claim(text=head + text, quotes=tuple(dict.fromkeys(group_quote(group) for group in groups))),)


def _limited(parts: list[Part]) -> list[Part]:
    """At most so many claims: the second and third of each part go first, then the last parts."""
    count = sum(len(part.claims) for part in parts)
    limited = []
    for part in parts:
        claims = part.claims
        while count > _MOST and len(claims) > 1:
            claims, count = claims[:-1], count - 1
        limited.append(Part(part.heading, claims, part.sentences))
    return limited[:_MOST]


def _overlaps(record: Decision | PlanItem, taken: set[tuple[int, int]]) -> bool:
    span = record.evidence[0]
    return any(start < span.end and span.start < end for start, end in taken)


def _sentences(document: Document, section: int) -> list[Span]:
    """The sentences and list items of a section that state something, in order; no tables, no headings."""
    found = []
    for block in document.blocks:
        said = document.text[block.start : block.end]
        aside = (
            said[:1] in "*_" and said[:2] not in ("**", "__") and said[-1:] == said[:1]
        )  # a note in italics
        if block.section == section and block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and not aside:
            found += _spans(document, block.start, block.end)
    return found


def _spans(document: Document, start: int, end: int) -> list[Span]:
    text = unmarked(document.text[start:end])
    found = []
    for span in sentences(text):
        said = text[span.start : span.end].strip()
        if len(said.split()) < _LEAST_WORDS or said.startswith(("|", "#")) or states_gap(said):
            continue
        if said.endswith(":"):
            continue
        found.append(Span(start=start + span.start, end=start + span.end))
    return found


def _claim(document: Document, span: Span, heading: str = "") -> Claim:
    text = _MARKER.sub("", unmarked(document.text[span.start : span.end])).strip().rstrip(";,")
    return stated(text, Quote(document=document.id, span=span), heading)
