"""Turns a draft into an answer whose every claim is proven, or refuses to.

This is the one place where citations are made. A quote is cut out of the canonical text by its span, so it
cannot differ from the document; a claim whose spans do not hold is taken out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.answer import Answer, Citation, Route, Status
from assistant.answerers.draft import Claim, Draft, Quote
from assistant.trace import Trace
from corpus.document import Document

NOTHING_STATED = "The documents do not say."

_MARKER = re.compile(r"\s*\[\d+\]")
_FINAL = re.compile(r"([.!?…]+[\"'”’)]*)\s*$")

DocumentOf = Callable[[str], Document | None]


def settle(draft: Draft, question: str, document_of: DocumentOf, trace: Trace | None = None) -> Answer:
    """Number the quotes of a draft, check them and return the answer.

    Claims that cite nothing are kept only where the draft says that the documents do not say, or asks back.
    If no claim of an `answered` or `conflict` draft survives, the answer is `not_stated`.
    """
    numbering: dict[tuple[str, int, int], int] = {}
    citations: list[Citation] = []
    sentences: list[str] = []
    unproven_allowed = draft.status in (Status.NOT_STATED, Status.UNCLEAR)
    proven = 0
    for claim in draft.claims:
        numbers = []
        for quote in claim.quotes:
            citation = _citation(quote, len(citations) + 1, document_of)
            if citation is None:
                continue
            key = (citation.document, citation.start, citation.end)
            if key not in numbering:
                numbering[key] = citation.number
                citations.append(citation)
            if numbering[key] not in numbers:
                numbers.append(numbering[key])
        if not numbers and not unproven_allowed:
            continue
        proven += bool(numbers)
        sentences.append(_with_markers(claim.text, numbers))
    status = draft.status
    if not sentences or (not unproven_allowed and not proven):
        return Answer(
            question=question,
            text=NOTHING_STATED,
            status=Status.NOT_STATED,
            route=draft.route,
            trace=trace or Trace(),
        )
    return Answer(
        question=question,
        text=_join(sentences),
        status=status,
        route=draft.route,
        citations=tuple(citations),
        choices=draft.choices,
        trace=trace or Trace(),
    )


def refusal(route: Route, text: str = NOTHING_STATED, quotes: Sequence[Quote] = ()) -> Draft:
    """Return the draft that says that the documents do not say."""
    return Draft(status=Status.NOT_STATED, route=route, claims=(Claim(text=text, quotes=tuple(quotes)),))


def holds(answer: Answer, document_of: DocumentOf) -> bool:
    """Check an answer: every quote stands in its document, markers and citations match one to one."""
    for citation in answer.citations:
        document = document_of(citation.document)
        if document is None or document.text[citation.start : citation.end] != citation.quote:
            return False
    marked = {int(number) for number in re.findall(r"\[(\d+)\]", answer.text)}
    return marked == {citation.number for citation in answer.citations}


def without_markers(text: str) -> str:
    """Return an answer's text without its markers."""
    return _MARKER.sub("", text)


def _citation(quote: Quote, number: int, document_of: DocumentOf) -> Citation | None:
    document = document_of(quote.document)
    if document is None:
        return None
    start, end = quote.span.start, quote.span.end
    if not 0 <= start < end <= len(document.text):
        return None
    text = document.text[start:end]
    stripped = text.strip()
    if not stripped:
        return None
    start += len(text) - len(text.lstrip())
    end = start + len(stripped)
    urls = document.metadata.urls
    return Citation(
        number=number,
        document=document.id,
        title=document.metadata.title,
        page=document.page_at(start),
        section=" › ".join(document.section_at(start).path),
        quote=stripped,
        start=start,
        end=end,
        url=next((url for url in urls if url.startswith("http")), None),
    )


def _with_markers(text: str, numbers: Sequence[int]) -> str:
    """Put the markers before the full stop of the claim, and free the text of anything like a marker."""
    text = _MARKER.sub("", text).strip()
    if not numbers:
        return text
    markers = "".join(f"[{number}]" for number in numbers)
    final = _FINAL.search(text)
    if final is None:
        return f"{text} {markers}"
    return f"{text[: final.start()]} {markers}{final.group(1)}"


def _join(sentences: Sequence[str]) -> str:
    """Join sentences by spaces, list items by line breaks."""
    text = ""
    for sentence in sentences:
        if not text:
            text = sentence
        elif sentence.startswith("- ") or text.rsplit("\n", 1)[-1].startswith("- "):
            text += "\n" + sentence
        else:
            text += " " + sentence
    return text
