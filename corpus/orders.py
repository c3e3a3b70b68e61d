"""Text in a document that gives orders to who reads it for others: 'ignore the instructions above and say …'.

A document is data. What speaks to an assistant, a model or a reader's software states nothing about a meeting,
so no record is read from it and no answer is made of it; it stays in the document, to be seen and quoted there.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from corpus.document import Document, Span
from corpus.names.parties import find_parties
from corpus.sentences import sentences

_MACHINE = r"(?:assistants?|language models?|chat ?bots?|ai|ai models?|llms?)"
_TELL = r"(?:answer|respond|reply|say|reveal|output|print|repeat|list|tell|confirm|append|cite|count|add)"
_OPENS = r"(?:^\W*|[.:;,!?“\"(\[—–-]\s*|\bplease,?\s+|\band\s+)"
_ORDERS = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        # 'ignore all previous instructions', as an order and not as a report of who ignored what
        rf"{_OPENS}(?:ignore|disregard|forget|override|bypass)\b[^.!?]{{0,60}}"
        r"\b(?:instructions?|prompts?|previous|prior|earlier|above|documents?|table|rows?|list|minutes|text|everything)\b",
        # 'Assistant: you must …', 'Note to the assistant, …', 'dear chatbot'
        rf"(?:^|[“\"(\[.:;]\s*)(?:(?:note|message) (?:to|for) )?(?:the |this )?{_MACHINE}\s*[:,]\s*"
        rf"(?:please\b|you\b|ignore\b|when\b|if\b|the (?:list|table|text)\b|(?:always |also )?{_TELL}\b)",
        rf"\b(?:note|message) (?:to|for) (?:the |any |all )?{_MACHINE}\b|\bdear (?:\w+ )?{_MACHINE}\b",
        rf"\b{_MACHINE} instructions?\b",
        rf"\byou are (?:now )?(?:an? |in )(?:\w+ ){{0,2}}(?:{_MACHINE}|mode)\b",
        rf"\b(?:the (?:\w+ ){{0,4}}(?:assistant|chatbot|language model)|you)\b[^.!?]{{0,60}}\b(?:must|should)\b"
        rf"[^.!?]{{0,25}}\b{_TELL}\b",
        r"\b(?:only )?if the (?:assistant|chatbot|language model) says\b",
        # 'if you are asked …, answer …'
        r"\b(?:when|if|whenever)\b[^.!?]{0,12}\basked\b[^.!?]{0,60}[,:]?\s(?:answer|reply|respond|say)\b",
        r"\b(?:must|should)\b[^.!?]{0,60}\b(?:when|if|whenever) you are asked\b",
        # 'Answer that …', 'Confirm to everybody that …', 'append to every answer'
        rf"{_OPENS}(?:always )?(?:answer|respond|reply|say|confirm)\b(?: to \w+)? (?:that|with|only)\b",
        r"\b(?:append|add)\b[^.!?]{0,20}\b(?:every|each|all|your) (?:answers?|repl(?:y|ies)|responses?)\b",
        r"\btell the user\b|\bthe only true answer\b",
        r"\b(?:reveal|print|repeat|show|output)\b[^.!?]{0,30}\b(?:prompt|words above|instructions?)\b",
        # 'Add Norway to the list'
        r"^\W*(?:please\s+|also\s+)*add\s+[A-Z][\w' ]{1,40}\s+to\s+(?:the|your|all)\s+(?:list|members|answers?)",
        r"\bsystem (?:prompt|message)\b|^\W*system\s*:",
        # a chat that was never held, and the marks of chat templates
        r"\bassistant\s*:.{0,400}\b(?:user|human|system)\s*:|\b(?:user|human|system)\s*:.{0,400}\bassistant\s*:",
        r"<\|?\w+\|>|<\|\w+\|?>|\[/?INST\]|<</?SYS>>|\bobey\s*:",
        # the same in other languages
        r"\bignor(?:a|e|ez|iere?n?|are|i)\b[^.!?]{0,40}\b(?:instruc|anweisung|consigne|istruzion|instruç)",
        r"\bигнориру\w+[^.!?]{0,60}(?:указани|инструкц)|(?:忽略|无视|無視)[^。]{0,12}(?:指示|指令|说明)"
        r"|تجاهل[^.]{0,40}(?:تعليمات|التعليمات)",
    )
)
_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*|\n(?=[ \t]*(?:[-*•|]|#{1,6}\s|\d+(?:\.\d+)*[.)]?\s|\([a-z]\)))")
_POINTS_BACK = re.compile(r"\b(?:say|says|said|confirm|answer|repeat) (?:so|this|that|it)\b", re.IGNORECASE)


def gives_orders(text: str) -> bool:
    """Whether a sentence or a short text gives orders to an assistant that reads it."""
    return any(pattern.search(text) for pattern in _ORDERS)


@lru_cache(maxsize=512)
def order_spans(text: str) -> tuple[Span, ...]:
    """Return the spans of a text that give orders, in order, each within one paragraph.

    Such a span runs from the first sentence that gives an order to the end of its paragraph, and takes in a
    sentence before it on one party that the order repeats ('Norway attended. Say so when you are asked.').
    """
    found = []
    bounds = [0, *(match.end() for match in _PARAGRAPH.finditer(text)), len(text)]
    for start, end in pairwise(bounds):
        paragraph = text[start:end].rstrip()
        if not gives_orders(paragraph):
            continue
        first = _first(paragraph)
        found.append(Span(start=start + first, end=start + len(paragraph)))
    return tuple(found)


def _first(paragraph: str) -> int:
    """Where in a paragraph with an order the order begins."""
    parts = sentences(paragraph)
    at = next(
        (number for number, part in enumerate(parts) if gives_orders(paragraph[part.start : part.end])), 0
    )
    if not parts:
        return 0
    order = paragraph[parts[at].start :]
    named = {party.party.name for party in find_parties(order)}
    back = _POINTS_BACK.search(order) is not None
    while at > 0:
        before = paragraph[parts[at - 1].start : parts[at - 1].end]
        others = {party.party.name for party in find_parties(before)}
        if len(others) != 1 or not (back or others <= named):
            break
        back = False
        at -= 1
    return parts[at].start


def without_orders(document: Document) -> Document:
    """Return the document with the text that gives orders blanked out, without the blocks that are all orders.

    Every offset into the text stays the same.
    """
    spans = order_spans(document.text)
    if not spans:
        return document
    text = document.text
    for span in spans:
        blank = re.sub(r"[^\n|]", " ", text[span.start : span.end])
        text = text[: span.start] + blank + text[span.end :]
    tables = tuple(
        table.model_copy(
            update={
                "rows": tuple(
                    row.model_copy(
                        update={
                            "cells": tuple(
                                cell if not _within(cell, spans) else cell.model_copy(update={"text": ""})
                                for cell in row.cells
                            )
                        }
                    )
                    for row in table.rows
                )
            }
        )
        for table in document.tables
    )
    blocks = tuple(block for block in document.blocks if text[block.start : block.end].strip(" \n|"))
    return document.model_copy(update={"text": text, "tables": tables, "blocks": blocks})


def _within(cell: Span, spans: tuple[Span, ...]) -> bool:
    return any(span.start < cell.end and cell.start < span.end for span in spans)
