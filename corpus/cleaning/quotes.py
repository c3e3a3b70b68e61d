"""Quotation marks that do not match: '‘Working Group”' → '‘Working Group’'."""

from __future__ import annotations

import re

# One pair of marks around a short run of words without marks in it.
_SINGLE_THEN_DOUBLE = re.compile(
    r"(?<!\w)‘([^‘’“”\"\n]{1,120}(?:(?<=\w)’(?=\w)[^‘’“”\"\n]{1,60})*)[”\"](?!\w)"
)
_DOUBLE_THEN_SINGLE = re.compile(r"(?<!\w)“([^‘’“”\"\n]{1,120})(?<=[^s])[’'](?=[\s,.;:)]|$)")
_COMMAS = re.compile(r"(?<!\w)(?:,,|‚‚)(?=\w)|(?<=\w)(?:’’|'')(?!\w)")


def match_quotes(text: str) -> str:
    """Return text whose quotations close as they were opened, where a mark of the other sort closes them.

    Only a mark that nothing else opened is changed; straight marks around straight quotations stay.
    """
    text = _COMMAS.sub(lambda found: "“" if found[0][0] in ",‚" else "”", text)
    text = _SINGLE_THEN_DOUBLE.sub(lambda found: f"‘{found[1]}’", text)
    return _DOUBLE_THEN_SINGLE.sub(
        lambda found: f"“{found[1]}”" if "”" not in text[found.end() : found.end() + 60] else found[0], text
    )
