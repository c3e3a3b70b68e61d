"""Ordinals that recognition has spoilt: '10™"', '2"4', '8" November' stand for 10th, 2nd, 8th."""

from __future__ import annotations

import re

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# What a raised 'st', 'nd', 'rd' or 'th' turns into: signs, or a sign and a letter or figure.
_SIGNS = (
    r"(?:[™®°º\"“”'’‘*^`´˝]{1,3}(?:[4hdrnt]{1,2}(?![\w]))?|[ \u2009]?(?:t|tn|ih|tb|lh|1h|\"h|'h)(?=[ ,.]))"
)
_PLACE = (
    r"(?=[ \u00a0]+(?:(?:and|to|or|,)[ ]+\d{1,3}\S{0,3}[ ]+)?(?:of[ ]+)?(?:[A-Z][A-Za-z’'-]+"
    r"|anniversary|meeting|session|sitting|annual|century|paragraph|edition|round|plenary))"
)
_SPOILT = re.compile(rf"(?<![\w.,/$£€#-])(\d{{1,3}}){_SIGNS}{_PLACE}")
_AT_END = re.compile(r"(?<![\w.,/$£€#-])(\d{1,3})(?:™[\"”’']?|[\"”]4)(?!\w)")
_UNIT = re.compile(
    r"[ ]+(?:[A-Z][\w]*[ ]+)?(?:inch|feet|foot|pipe|tube|screen|monitor|minute|Celsius|Fahrenheit"
    r"|(?:North|South|East|West|latitude|longitude)\b)",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    rf"(?<![\w.,-])(\d{{1,2}}) (st|nd|rd|th)(?=[ ]+(?:{MONTHS}|Annual|Meeting|Session|Sitting|Anniversary|of)\b)"
)


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 4th … for a number."""
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def repair_ordinals(text: str) -> str:
    """Return text with spoilt ordinals made whole, where a word follows that an ordinal goes with."""

    def put(found: re.Match[str]) -> str:
        rest = text[found.end() :]
        if _UNIT.match(rest) or _quoted(found, text):
            return found[0]
        return ordinal(int(found[1]))

    text = _SPOILT.sub(put, text)
    text = _AT_END.sub(lambda found: ordinal(int(found[1])), text)
    return _SPLIT.sub(lambda found: ordinal(int(found[1])), text)


def _quoted(found: re.Match[str], text: str) -> bool:
    """Tell whether the sign after the number closes a quotation ('"Agenda 21" Forum')."""
    sign = found[0][len(found[1]) :].strip()
    before = text[max(0, found.start() - 200) : found.start()].rsplit("\n", 1)[-1]
    if sign == '"':
        # A mark that stands after a space or a bracket opens; a spoilt ordinal's stands after a figure.
        opened = len(re.findall(r'(?:^|[\s(\[])"(?=\w)', before))
        closed = len(re.findall(r'(?<=[^\s(\[\d])"', before))
        return opened > closed
    if sign == "”":
        return before.count("“") > before.count("”")
    if sign == "’":
        return before.count("‘") > before.count("’")
    if sign == "'":
        return bool(re.search(r"(?:^|[\s(])'(?=\w)[^']*$", before))
    return False
