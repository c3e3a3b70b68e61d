"""Who leads an activity after a later paper of the body has passed it from one party to another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answerers.draft import Claim, Quote
from assistant.library import Library
from assistant.question.words import phrase_stems
from corpus.document import BlockKind, Document, Span
from corpus.records.statements import Statement, clean, split, statements, without_marker
from corpus.records.types import PlanItem

_PARTY = r"(?:the\s+)?(?-i:[A-ZÀ-Þ])[^,.;:()]{1,60}?"
_END = r"(?=\s+(?:on|from|as\s+of|with\s+effect|in|at|by|after|until)\b|\s*[,.;(]|\s*$)"
_PASSED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:pass(?:es|ed)?|moves?|moved|goes|went|shifts?|shifted|(?:is|was|be|been)\s+(?:transferred|handed(?:\s+over)?|moved|passed|reassigned))"
        rf"\s+from\s+(?P<old>{_PARTY})\s+to\s+(?P<new>{_PARTY}){_END}",
        rf"^\W*(?P<new>{_PARTY})\s+(?:takes|took|will\s+take|has\s+taken)\s+over\b[^.;]*?\bfrom\s+(?P<old>{_PARTY}){_END}",
        rf"^\W*(?P<old>{_PARTY})\s+(?:hands|handed|will\s+hand|passes|passed)\s+(?:over\s+)?[^.;]*?\bto\s+(?P<new>{_PARTY}){_END}",
        rf"^\W*(?P<new>{_PARTY})\s+(?:replaces|replaced|succeeds|succeeded|will\s+replace)\s+(?P<old>{_PARTY})\s+as\s+(?:the\s+)?lead\b",
    )
)
_OFFICE = re.compile(
    r"\b(?:lead|leads|leadership|coordination|coordinator|responsib\w+|charge|activity|action|task|output|measure|project)\b",
    re.IGNORECASE,
)
# 'Chile gave up the lead in May. Peru took it over in June.', 'Chile, until 2023; then Peru': the old lead stands before.
_AFTER = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:^|[.;,]\s+|\band\s+)(?P<new>{_PARTY})\s+(?:has\s+|have\s+)?(?:takes?|took|taken)\s+(?:(?:it|this|that|the\s+\w+)\s+over|over(?:\s+(?:it|the\s+\w+))?){_END}",
        rf"\b(?:was|is|has\s+been)\s+taken\s+over\s+by\s+(?P<new>{_PARTY}){_END}",
        rf"\b(?:until|till|up\s+to)\s+[^;,.|]{{4,30}}[;,]\s*(?:then|now|since\s+then|afterwards|thereafter)\s*:?\s+(?P<new>{_PARTY})(?=\s*[|.;,]|\s*$)",
    )
)
_SHARED = 0.75  # of the words of the activity, where its number is not named


@dataclass(frozen=True, slots=True)
class LeadChange:
    """The new lead as a paper writes it, with the sentence that says so."""

    new: str
    told: str
    quote: Quote

    def claim(self) -> Claim:
        """Return the change as a sentence of an answer."""
        return Claim(text=self.told, quotes=(self.quote,))


def lead_change(item: PlanItem, library: Library) -> LeadChange | None:
    """Return the one change of an activity's lead that the other papers of the body tell, or None."""
    if not item.lead:
        return None
    found = list(_changes(item, item.lead, library))
    names = {library.party_name(change.new) for change in found}
    return found[0] if len(names) == 1 else None


def _changes(item: PlanItem, lead: str, library: Library) -> Iterator[LeadChange]:
    body = library.documents[item.document].metadata.body
    for document in library.documents.values():
        other = document.metadata.body
        if document.id == item.document or (body and other and not library.bodies.compatible(body, other)):
            continue
        yield from _given_up(document, item, lead, library)
        for sentence in _sentences(document):
            text = clean(without_marker(sentence.text)[0])
            if not _OFFICE.search(text) or not _names(text, item):
                continue
            for pattern in _PASSED:
                passed = pattern.search(text)
                if passed and _same(passed["old"], lead, library) and not _same(passed["new"], lead, library):
                    quote = Quote(document=document.id, span=sentence.span())
                    new = re.sub(r"^[Tt]he\s+", "", passed["new"])
                    yield LeadChange(new, text if text.endswith(".") else f"{text}.", quote)
                    break


def _given_up(document: Document, item: PlanItem, lead: str, library: Library) -> Iterator[LeadChange]:
    """Changes told in a paragraph or row about the activity that names the old lead before the new one."""
    for statement in statements(document):
        text = clean(without_marker(statement.text)[0])
        if statement.kind is BlockKind.HEADING or not _names(text, item):
            continue
        for pattern in _AFTER:
            for after in pattern.finditer(text):
                before = {found.party.name for found in library.parties.find(text[: after.start("new")])}
                if not any(_same(name, lead, library) for name in before) or _same(
                    after["new"], lead, library
                ):
                    continue
                span = Span(start=statement.start, end=statement.end)
                told = text
                if statement.kind is not BlockKind.ROW:
                    one = next(
                        (
                            one
                            for one in split(statement)
                            if after["new"] in one.text and pattern.search(one.text)
                        ),
                        None,
                    )
                    if one is not None:
                        told = clean(without_marker(one.text)[0])
                else:
                    told = f"{re.sub('^[Tt]he ', 'The ', after['new'])} leads {item.number or item.text} now ({clean(after.group())})"
                yield LeadChange(
                    re.sub(r"^[Tt]he\s+", "", after["new"]),
                    told if told.endswith(".") else f"{told}.",
                    Quote(document=document.id, span=span),
                )


def _sentences(document: Document) -> Iterator[Statement]:
    for statement in statements(document):
        if statement.kind not in (BlockKind.HEADING, BlockKind.ROW):
            yield from split(statement)


def _names(text: str, item: PlanItem) -> bool:
    """Whether a sentence is about an activity: by its number, or by nearly all words of its name."""
    number = item.number or ""
    telling = re.search(r"\d", number) and re.search(r"\D", number)  # a bare '3' may be anything
    if telling and re.search(rf"(?<![\w.]){re.escape(number)}(?!\w|\.\d)", text):
        return True
    own = set(phrase_stems(item.text))
    return len(own) > 1 and len(own & set(phrase_stems(text))) >= _SHARED * len(own)


def _same(written: str, lead: str, library: Library) -> bool:
    bare = re.sub(r"^[Tt]he\s+", "", written.strip())
    return any(library.same_party(bare, part) for part in (lead, *re.split(r"\s*[,;]\s*|\s+and\s+", lead)))
