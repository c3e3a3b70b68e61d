"""What a question may call a paper by: the names in its title, and where its meeting was."""

from __future__ import annotations

import re

from assistant.answerers.worked_out.tellings import Sentence
from assistant.library import Library

_NAME = re.compile(r"(?<=\S )[A-ZÀ-Þ][\w’'-]+")


def named_after(sentence: Sentence, question: str, library: Library) -> str:
    """Return what the paper is called and where its meeting was, as far as the question names it."""
    places = [
        record.place or ""
        for occasion in library.occasions
        if sentence.document.id in occasion.papers
        for record in occasion.records
        if record.document == sentence.document.id
    ]
    known = set(re.findall(r"[\w’'-]+", " ".join([sentence.document.metadata.title, *places])))
    return " ".join(name for name in _NAME.findall(question) if name in known)
