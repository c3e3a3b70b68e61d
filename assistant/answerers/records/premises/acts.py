"""Something said to be refused that was approved."""

from __future__ import annotations

import re

from assistant.answerers.draft import Claim, Draft, Quote
from assistant.answerers.records.wording import answered
from assistant.library import Library
from assistant.question.lexicon import phrases
from assistant.question.words import Words, phrase_stems
from corpus.document import Document, Span
from index.words import content_stems

_SENTENCE = re.compile(r"[^.!?\n|]+(?:[.!?](?=\s|$)|(?=\n|\||$))")
_TAIL = re.compile(r"\s+(?:in|at|during|by)\s+(?!the\s+\w+\s+of\b).*$")


def approved_after_all(words: Words, library: Library) -> Draft | None:
    """Correct 'Why did they reject the plan?' where a paper says that it was endorsed, and none that it was refused."""
    refused = words.find(phrases("decision", "refuse"))
    if not refused or not words.starts_with("why", "when", "who", "which", "what", "how"):
        return None
    object_ = re.sub(r"\W+$", "", words.text[words.words[refused[0][1] - 1].end :])
    wanted = content_stems(_TAIL.sub("", object_))
    if len(wanted) < 2:
        return None
    approving = {phrase_stems(phrase)[0] for phrase in phrases("decision", "approve")}
    refusing = {phrase_stems(phrase)[0] for phrase in phrases("decision", "refuse")}
    best: tuple[int, Document, Span] | None = None
    for document in library.documents.values():
        for match in _SENTENCE.finditer(document.text):
            stems = content_stems(match.group())
            if not wanted <= stems:
                continue
            if refusing & stems:
                return None
            if approving & stems and (best is None or len(stems) < best[0]):
                best = (len(stems), document, Span(start=match.start(), end=match.end()))
    if best is None:
        return None
    _, document, span = best
    said = " ".join(document.text[span.start : span.end].split()).strip("-*•# ").rstrip(".")
    return answered(
        Claim(
            text=f"The documents say the contrary: “{said}”.",
            quotes=(Quote(document=document.id, span=span),),
        )
    )
