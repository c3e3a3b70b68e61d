"""What a plan tells of itself as a whole: its risks, what it costs in all, and who pays for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answerers.draft import Claim, Draft, Quote
from assistant.answerers.records.plan_scope import cued, take_dates, take_numbers, take_title, wording
from assistant.answerers.records.wording import answered, capital
from assistant.library import Library
from assistant.question.lexicon import phrases
from assistant.question.words import Words, content, phrase_stems
from corpus.document import BlockKind, Document, Span
from corpus.records.plan_money import money_in
from corpus.records.statements import Statement, clean, headings, split, statements, without_marker
from corpus.records.types import PlanItem

_RISKS = re.compile(r"\b(?:risks?|dangers|threats|(?:could|can|may|might)\s+go\s+wrong)\b", re.IGNORECASE)
_FUNDS = re.compile(
    r"\b(?:budget|funding|funds|financ\w*|resources|money|costs?|who\s+pays|means)\b", re.IGNORECASE
)
_IN_ALL = re.compile(
    r"\b(?:total|in\s+all|altogether|all\s+told|overall)\b"
    r"|^(?:its|the)\s+(?:plan|programme|roadmap|strategy)?(?:['’]s)?\s*(?:budget|cost)\s+(?:is|amounts|comes|stands)\b"
    r"|\b(?:activities|actions|tasks|outputs|measures|plan|programme)\b[^.;]{0,40}\b(?:cost|come\s+to|amount\s+to|require|need)\b",
    re.IGNORECASE,
)
_HOW_MUCH = re.compile(
    r"\W*(?:how\s+much|(?:what|which)\s+(?:sum|amount|share|money)|what\s+does)\b", re.IGNORECASE
)
_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]*(?:\s+(?:(?:of|for|the)\s+)?[A-ZÀ-Þ(][\w’')-]*)*")
_RANKED = re.compile(r"\b(?:most|least|more|less|\w+est)\b", re.IGNORECASE)  # 'Which task costs the most?'
_PART = re.compile(r"\b(?:of\s+which|pledge[sd]?|spent|already|remainder|each|reserved)\b", re.IGNORECASE)
_GIVES = re.compile(
    r"\b(?:from|by|pledged?|pays?|bear|give|given|cover|contribut\w+|provid\w+|:)", re.IGNORECASE
)


def told_of_plan(words: Words, items: list[PlanItem], library: Library) -> Draft | None:
    """Return the risks, the total cost or the financing of the one plan that is asked about, or None."""
    lists = wording()["lists"]
    risks = cued(words, lists["risks"]) is not None
    funding = cued(words, lists["funding"]) is not None
    total = cued(words, lists["money_total"]) is not None
    if not (risks or funding or total) or len({item.document for item in items}) != 1:
        return None
    marked = words.copy()
    marked.explained |= cued(words, lists["funding"]) or set()
    marked.take(phrases("plan"))
    marked.take(tuple(lists["around"]))
    take_numbers(marked)
    take_dates(marked)
    take_title(marked, items, library)
    if _RANKED.search(words.text):
        return None
    document = library.documents[items[0].document]
    if funding and marked.left() and _HOW_MUCH.match(words.text):
        return _share(document, marked)
    if marked.left():
        return None
    if risks:
        return _risks(document)
    if funding and re.match(r"\s*(?:who|which|what|where|from|name|list)\b", words.text, re.IGNORECASE):
        return _payers(document)
    if total and re.match(r"\s*(?:how\s+much|what)\b", words.text, re.IGNORECASE):
        return _in_all(document)
    return None


def _risks(document: Document) -> Draft | None:
    found = list(_listed(document, _RISKS))
    if len(found) < 2:
        return None
    return answered(
        *(
            Claim(text=f"{capital(text)}.", quotes=(Quote(document=document.id, span=span),))
            for text, span in found
        )
    )


def _listed(document: Document, heading: re.Pattern[str]) -> Iterator[tuple[str, Span]]:
    """The items below a heading, or what a sentence there enumerates behind its colon."""
    below = _below(document, heading)
    items = [one for one in below if one.kind is BlockKind.ITEM]
    for one in items:
        text, cut = without_marker(one.text)
        yield clean(text).rstrip(" .;,"), one.span(cut)
    if items:
        return
    for one in below:
        for sentence in split(one):
            head, colon, rest = sentence.text.partition(":")
            if not colon or rest.count(";") < 1:
                continue
            at = len(head) + 1
            for part in rest.split(";"):
                text = re.sub(r"^and\s+", "", clean(part)).rstrip(" .")
                left = at + len(part) - len(part.lstrip())
                if text:
                    yield text, sentence.span(left, at + len(part.rstrip()))
                at += len(part) + 1
            return


def _below(document: Document, heading: re.Pattern[str]) -> list[Statement]:
    return [
        one
        for one in statements(document)
        if one.kind not in (BlockKind.HEADING, BlockKind.ROW)
        and any(heading.search(head) for head in headings(document, one)[-1:])
    ]


def _in_all(document: Document) -> Draft | None:
    """The one sum that the plan gives as its total, in a sentence or in the last row of a table."""
    found: dict[str, Span] = {}
    for statement in statements(document):
        if statement.kind is BlockKind.ROW:
            continue
        for sentence in split(statement):
            total = _IN_ALL.search(sentence.text)
            sums = money_in(sentence.text)
            if total is None or not sums or _PART.search(sentence.text[: sums[0][1]]):
                continue
            found.setdefault(sums[0][0], sentence.span())
    if len(found) != 1:
        return None
    ((amount, span),) = found.items()
    text = f"The plan puts its total cost at {amount}."
    return answered(Claim(text=text, quotes=(Quote(document=document.id, span=span),)))


def _share(document: Document, marked: Words) -> Draft | None:
    """What one payer gives, where a sentence or item names it right before the sum: 'the Fund pays EUR 900'."""
    asked = marked.left()
    wanted = set(content(asked))
    name = " ".join(word.text for word in asked)
    found: dict[str, Span] = {}
    for statement in statements(document):
        if statement.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            continue
        for sentence in split(statement):
            sums = money_in(sentence.text)
            if not _GIVES.search(sentence.text) and len(sums) < 2:
                continue
            left = 0
            for amount, at in sums:
                before = sentence.text[left:at]
                if wanted and wanted <= set(phrase_stems(before)):
                    named = [one.group() for one in _NAME.finditer(before)]
                    name = next((one for one in reversed(named) if wanted & set(phrase_stems(one))), name)
                    found.setdefault(amount, sentence.span())
                left = at + len(amount)
    if len(found) != 1:
        return None
    ((amount, span),) = found.items()
    text = f"The plan puts the share of {re.sub('^[Tt]he ', 'the ', name)} at {amount}."
    return answered(Claim(text=text, quotes=(Quote(document=document.id, span=span),)))


def _payers(document: Document) -> Draft | None:
    """The sentence or the items that say who gives how much."""
    below = _below(document, _FUNDS)
    items = [one for one in below if one.kind is BlockKind.ITEM and money_in(one.text)]
    if len(items) > 1:
        return answered(
            *(
                Claim(
                    text=f"{clean(without_marker(one.text)[0]).rstrip(' .;,')}.",
                    quotes=(Quote(document=document.id, span=one.span()),),
                )
                for one in items
            )
        )
    several = [
        sentence
        for statement in statements(document)
        if statement.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
        for sentence in split(statement)
        if len(money_in(sentence.text, bare=True)) > 2 and _GIVES.search(sentence.text)
    ]
    if len(several) != 1:
        return None
    one = several[0]
    return answered(Claim(text=clean(one.text), quotes=(Quote(document=document.id, span=one.span()),)))
