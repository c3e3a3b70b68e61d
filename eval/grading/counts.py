"""Grades numbers: the gold one, stated for what was asked, without a range, an about or a second figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eval.grading.denial import asks_for_missing, asserts
from eval.grading.verdict import Grade, right, wrong
from eval.wording import Number, content_words, numbers_at, numbers_of, plain, says

_ABOUT = re.compile(
    r"(?:\b(?:about|around|approximately|roughly|nearly|almost|some|circa|over|under|above|below|at least|"
    r"at most|up to|more than|less than|fewer than|between|not|than)|~|≈|>|<)\s*$",
    re.I,
)
_SPAN = re.compile(r"^\s*(?:days?|nights?|weeks?|months?|years?|hours?|sessions?|sittings?)\b", re.I)
_BEYOND = re.compile(  # 'it took over 3 days' is an about, 'it was held over 3 days' is none
    r"\b(?:took|takes?|taken|lasted|lasts?|needed|for|just|well|of|in|since|after|with)\s+over\s*$", re.I
)
_CHANGED = re.compile(  # 'lowered from ten to six' states six
    r"\b(?:rise|rose|risen|raised?|grown?|grew|increased?|lowered|lowers|fell|fallen|cut|reduced|dropped|changed|"
    r"went|moved)\b[^.;]*\bfrom\s*$",
    re.I,
)
_TO = re.compile(r"^\s*(?:-|–|—|to|or|and)\s*$", re.I)
_TOTAL = re.compile(
    r"\b(?:in all|in total|altogether|all told|total(?:ling)?(?: of)?|makes?|making|together|"
    r"sums? to|adds? up to)\b|=",
    re.I,
)
_UNIT = re.compile(
    r"\b(?:how many|number of|nr of|count of|how much)\s+(?P<unit>.+?)(?:\s+(?:did|do|does|was|were|is|are|"
    r"has|have|had|attend\w*|took|take|in|at|on|for|from|of|by|since|between|came|passed|lie|present\w*|updated|register\w*|"
    r"should|will|would|to|that|who|which)\b|\?|$)",
    re.I,
)


_PART = re.compile(  # 'how many of those registered were women'
    r"\bhow many of\b[^?]{1,80}?\b(?:were|was|are|is|had been|have been)\s+(?P<unit>[^?]+)", re.I
)


def grade_count(question: str, wordings: Sequence[str], text: str) -> Grade:
    """Grade an answer to a question whose gold answer is a whole number."""
    text = plain(text)
    wanted = {number for wording in wordings for number in numbers_of(wording)[:1]} or {int(wordings[0])}
    loose = any(
        re.search(r"\b(?:about|more than|almost|over|at least|nearly)\b", one, re.I) for one in wordings
    )
    asked = set(numbers_of(question))
    given = [number for number in numbers_at(text) if number.value not in asked or number.value in wanted]
    if not given:
        worded = any(len(content_words(one)) > 1 and asserts(text, one) for one in wordings)
        return right("worded as an alias") if worded else wrong("it gives no number")
    golden = [number for number in given if number.value in wanted]
    gold = sorted(wanted)[0]
    if not golden:
        return wrong(f"it gives {given[0].value}, gold is {gold}")
    if not loose and all(_vague(text, number, given) for number in golden):
        return wrong(f"it does not commit itself to {gold}")
    if not any(_asserted(question, text, number) for number in golden):
        return wrong(f"it denies {gold}")
    rival = _rival(question, text, golden, given)
    if rival is not None:
        return wrong(f"it also gives {rival}")
    return right(f"it gives {golden[0].value}")


def _vague(text: str, number: Number, given: Sequence[Number]) -> bool:
    about = _ABOUT.search(text[: number.start])
    if about and not (
        about.group().strip().lower() == "over"
        and _SPAN.match(text[number.end :])
        and not _BEYOND.search(text[: number.start])
    ):
        return True
    for other in given:
        if other.value == number.value:
            continue
        left, right_ = sorted((number, other))
        between = text[left.end : right_.start]
        if number is right_ and _CHANGED.search(text[: left.start]):
            continue
        if _TO.match(between) and (
            not re.search("and", between, re.I) or re.search(r"\bbetween\s*$", text[: left.start], re.I)
        ):
            return True
    return False


def _asserted(question: str, text: str, number: Number) -> bool:
    if asks_for_missing(question):
        return True
    return asserts(text, text[number.start : number.end])


def _rival(question: str, text: str, golden: Sequence[Number], given: Sequence[Number]) -> int | None:
    """Return another number that the answer gives for the same thing, or gives in place of the gold one."""
    others = [number for number in given if number.value not in {one.value for one in golden}]
    others = [number for number in others if not _CHANGED.search(text[: number.start])]
    if not others:
        return None
    if any(_is_total(text, number) for number in golden):
        return None
    unit = _unit(question)
    counted = [number for number in golden if _has_unit(text, number, unit)]
    rivals = [number for number in others if _has_unit(text, number, unit)]
    if counted and not rivals:
        return None
    if counted and rivals:
        return None if all(_qualified(text, one, unit) for one in rivals) else rivals[0].value
    if rivals:
        return rivals[0].value
    first = min(*golden, *others)
    return None if first.value == golden[0].value else first.value


def _is_total(text: str, number: Number) -> bool:
    sentence_end = re.search(r"[.;\n]|$", text[number.end :])
    after = text[number.end : number.end + (sentence_end.start() if sentence_end else 40)][:40]
    before = text[max(0, number.start - 24) : number.start]
    return bool(_TOTAL.search(before) or _TOTAL.search(re.split(r"\d", after)[0]))


def _unit(question: str) -> str:
    match = _PART.search(question) or _UNIT.search(question)
    words = content_words(match["unit"]) if match else []
    return words[-1] if words else ""


def _has_unit(text: str, number: Number, unit: str) -> bool:
    if not unit:
        return False
    after = re.split(r"[,;.()]|\d", text[number.end :])[0]
    return unit in content_words(" ".join(after.split()[:5]))


def _qualified(text: str, number: Number, unit: str) -> bool:
    """Whether words stand between a number and the noun that it counts ('13 member states')."""
    after = re.split(r"[,;.()]|\d", text[number.end :])[0].split()[:4]
    return bool(after) and unit not in content_words(after[0])


def number_worded(text: str, wordings: Sequence[str]) -> bool:
    """Whether a text states one of the numbers of the wordings."""
    wanted = {number for wording in wordings for number in numbers_of(wording)[:1]}
    return bool(wanted & set(numbers_of(text))) or any(says(text, one) for one in wordings)
