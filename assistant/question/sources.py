"""Questions that set papers side by side: which are meant, and what each is asked.

'Do the statements of 2021 and 2023 agree on the number of seizures?', 'Which dates do the minutes and the press
item give for …?', 'How many came according to the statement and how many according to the newspaper?'
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_BE = r"(?:do|does|did|are|is)"
_GIVE = r"(?:give|gives|gave|state|states|stated|report|reports|reported|name|names|named|mention|mentions|say|says|have)"
_AGREE = re.compile(
    rf"^\W*{_BE}\s+(?P<sources>.+?)\s+(?:agree|differ|disagree|coincide|match|conform|contradict each other|consistent"
    r"|in agreement|at odds|say the same|give the same)\s*(?:on|about|in|as to|over|regarding|concerning|with regard to|for)?"
    r"\s+(?P<matter>.+?)\W*$",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"^\W*(?:which|what)\s+(?:two\s+|three\s+|different\s+|differing\s+)?(?P<sort>figures?|numbers?|dates?|totals?|amounts?|sums?|counts?)\s+"
    rf"(?:(?:for|of|on)\s+(?P<matter>.+?)\s+)?{_BE}\s+(?P<sources>.+?)\s+{_GIVE}"
    r"(?:\s+(?:for|of|on)\s+(?P<later>.+?))?\W*$",
    re.IGNORECASE,
)
# 'Which figures for X are given by the record of 2019 and by the Co-Chairs in 2024?'
_GIVEN = re.compile(
    r"^\W*(?:which|what)\s+(?:two\s+|three\s+|different\s+|differing\s+)?(?P<sort>figures?|numbers?|dates?|totals?|amounts?|sums?|counts?)\s+"
    r"(?:for|of|on)\s+(?P<matter>.+?)\s+(?:are|is|were|was)\s+(?:given|stated|reported|named|mentioned)\s+(?:by|in)\s+(?P<sources>.+?)\W*$",
    re.IGNORECASE,
)
# 'Is the tonnage for 2019 the same in the summary and in the report?'
_SAME = re.compile(
    rf"^\W*{_BE}\s+(?P<matter>.+?)\s+(?P<how>the\s+same|identical|equal|different)\s+in\s+(?P<sources>.+?\band\b.+?)\W*$",
    re.IGNORECASE,
)
_ACCORDING = re.compile(
    r",?\s*(?:according to|as per|by|in)\s+(?P<source>(?:(?!\baccording to\b)[^,?])+?)"
    r"(?=\s*(?:,|\?|$|\band\s+(?:how|what|which|when|where|according)\b|\bbut\b))",
    re.IGNORECASE,
)
_SECOND = re.compile(
    r"\s*,?\s*\b(?:and|but)\s+(?:how many|how much|what|which|when|where|who)?\s*\W*$", re.IGNORECASE
)
_NUMBER_OF = re.compile(
    r"^(?:(?:on|about)\s+)?(?:the\s+)?(?:total\s+)?(?:number|figures?|count|numbers|total)\s+(?:of|for)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_DATE_OF = re.compile(r"^(?:the\s+)?(?:dates?|days?)\s+(?:of|for)\s+", re.IGNORECASE)
_PLACE_OF = re.compile(r"^(?:the\s+)?(?:place|venue|city|location)\s+(?:of|for)\s+", re.IGNORECASE)
_CHAIR_OF = re.compile(r"^(?:(?:the\s+)?(?:chair|chairs|chairperson) of|who chaired)\s+", re.IGNORECASE)
_MANY_OF = re.compile(r"^how (?:many|much)\s+", re.IGNORECASE)
_DIFFER = re.compile(
    r"^\W*(?P<core>[^?]+\?)\s+(?:the\s+)?(?:sources|papers|documents|accounts|figures)\s+(?:differ|disagree|vary)\b.*$",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"\b(?:the |these |those |all |both |two |three |various |different )+(?:documents|sources|papers|statements|minutes"
    r"|texts|records|reports)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class SideBySide:
    """One question put to several papers. `sources` are their names as the question writes them."""

    core: str
    sources: tuple[str, ...]
    asks_agreement: bool = False  # yes or no: do they say the same?
    asks_difference: bool = False  # 'do they differ'


def side_by_side(question: str) -> SideBySide | None:
    """Return the question that is put to several papers and their names, None where it is no such question."""
    text = " ".join(question.split())
    agree = _AGREE.match(text)
    if agree is not None:
        differ = bool(
            re.search(r"\b(?:differ|disagree|contradict each other|at odds)\b", text, re.IGNORECASE)
        )
        return SideBySide(_core(agree["matter"]), (agree["sources"],), not differ, differ)
    same = _SAME.match(text)
    if same is not None:
        differ = same["how"].lower() == "different"
        return SideBySide(_core(same["matter"]), (same["sources"],), not differ, differ)
    figures = _GIVEN.match(text) or _FIGURES.match(text)
    if figures is not None and (figures["matter"] or figures.groupdict().get("later")):
        matter = figures["matter"] or figures["later"]
        dates = figures["sort"].lower().startswith("date")
        return SideBySide(_core(f"the {'date' if dates else 'number'} of {matter}"), (figures["sources"],))
    return _according(text)


def _according(text: str) -> SideBySide | None:
    if not re.search(r"\baccording to\b|\bas per\b", text, re.IGNORECASE):
        return None
    named = [
        match
        for match in _ACCORDING.finditer(text)
        if re.match(r",?\s*(?:according|as per)", match.group(), re.IGNORECASE)
    ]
    if not named:
        return None
    sources = tuple(match["source"].strip() for match in named)
    if len(sources) < 2 and not _PLURAL.search(sources[0]) and " and " not in sources[0]:
        return None
    start, end = named[0].span()
    core = text[:start] if start > 0 else text[end:]
    core = _SECOND.sub("", core).strip(" ,?")
    return SideBySide(f"{core[:1].upper()}{core[1:]}?", sources)


def told_to_differ(question: str) -> str | None:
    """Return the question before 'The sources differ, so give both figures', None where it says no such thing."""
    match = _DIFFER.match(" ".join(question.split()))
    return match["core"] if match is not None else None


def _core(matter: str) -> str:
    """Turn 'the number of seizures in X' into 'How many seizures in X?'"""
    for pattern, opening, closing in (
        (_NUMBER_OF, "How many ", "?"),
        (_DATE_OF, "When was ", " held?"),
        (_PLACE_OF, "Where was ", " held?"),
        (_CHAIR_OF, "Who chaired ", "?"),
        (_MANY_OF, "How many ", "?"),
    ):
        match = pattern.match(matter)
        if match is not None:
            return f"{opening}{matter[match.end() :].rstrip(' ?')}{closing}"
    return f"What was {matter.rstrip(' ?')}?"
