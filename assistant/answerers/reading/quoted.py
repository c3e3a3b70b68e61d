"""The words that a text puts between quotation marks, where these are asked for."""

from __future__ import annotations

import re

from assistant.answerers.reading.asking import WORDING_ASKED
from assistant.answerers.reading.found import Case, Found
from assistant.answerers.reading.spans import plain, sentence

_MARKED = re.compile(r"[“\"«‘](?P<said>[^“”\"«»‘’]{2,80})[”\"»’]|(?<!\w)'(?P<bare>[^']{3,80})'(?!\w)")


def quoted_in(case: Case) -> Found | None:
    """Return the quoted words of a unit; None where none are asked for, or not as many as asked for."""
    if not WORDING_ASKED.search(case.asked.text):
        return None
    said = [plain(match["said"] or match["bare"]).strip(" ,.;") for match in _MARKED.finditer(case.unit.text)]
    said = list(dict.fromkeys(said))
    if not said or case.asked.count not in (None, len(said)):
        return None
    nouns = frozenset(term.word for term in case.terms if term.noun)
    listed = " and ".join(f"“{one}”" for one in said[-2:])
    before = "".join(f"“{one}”, " for one in said[:-2])
    return Found([case.claim(sentence(before + listed))], 1.0, "quoted", nouns)
