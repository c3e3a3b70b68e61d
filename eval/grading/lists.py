"""Grades lists: every gold item named, and none beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.names.parties import find_parties
from corpus.names.people import find_people
from eval.grading.denial import asks_for_missing, clauses
from eval.grading.names import names
from eval.grading.verdict import Grade, Verdict
from eval.wording import content_words, normal, party_of, plain, says

Items = Sequence[Sequence[str]]

_SEPARATOR = re.compile(
    r",\s*(?:and\s+|or\s+)?|;\s*(?:and\s+)?|\s+(?:and|or|as well as|plus)\s+|\n\s*(?:[-*•]\s*)?"
)
_PLACE = re.compile(
    r"\b(?:held|took place|met|meeting|hosted|session|events?)\s+(?:in|at|by) [^,.;]+(?:, [A-Z][\w ]+)?"
)
_NO_ITEM = re.compile(
    r"^(?:as|which|who|including|according|in|at|on|with|from|by|for|of|to|both|held|all|among|that|where|when|"
    r"namely|the documents?|this|these|it|they|so|one|two|three|\d+)\b",
    re.I,
)


def grade_list(question: str, items: Items, text: str) -> Grade:
    """Grade an answer that must name several things. Precision and recall count items."""
    text = plain(text)
    negated = asks_for_missing(question)
    found = [any(names(text, wording, negated=negated) for wording in wordings) for wordings in items]
    extra = [] if negated and not any(found) else _extras(question, items, text)
    named = sum(found)
    recall = named / len(items)
    precision = named / (named + len(extra)) if named + len(extra) else 0.0
    missing = [wordings[0] for wordings, hit in zip(items, found, strict=True) if not hit]
    reasons = []
    if missing:
        reasons.append(f"missing {', '.join(missing)}")
    if extra:
        reasons.append(f"too many {', '.join(extra)}")
    if (
        not reasons
        and re.search(r"\bin (?:that |this |the )?order\b", question)
        and not _in_order(items, text)
    ):
        reasons.append("the order differs")
    if reasons:
        return Grade(verdict=Verdict.WRONG, why="; ".join(reasons), precision=precision, recall=recall)
    return Grade(verdict=Verdict.RIGHT, why="the list is complete", precision=precision, recall=recall)


def _extras(question: str, items: Items, text: str) -> list[str]:
    extra = _extra_parties(question, items, text)
    for name in (*_extra_people(question, items, text), *_extra_parts(question, items, text)):
        if not any(says(one, name) or says(name, one) for one in extra):
            extra.append(name)
    return extra


def _extra_parties(question: str, items: Items, text: str) -> list[str]:
    """Parties that the answer lists though they are neither gold nor named in the question."""
    golds = [party.party.name for wordings in items for one in wordings for party in find_parties(one)]
    if sum(party_of(wordings[0]) is not None for wordings in items) < len(items) / 2:
        return []
    allowed = {*golds, *(party.party.name for party in find_parties(question))}
    wordings = [wording for one in items for wording in one]
    extra: list[str] = []
    for clause in clauses(_PLACE.sub(" ", text)):
        found = find_parties(clause)
        if len(found) < 2 and not re.match(r"\s*[-*•]", clause):
            continue
        for party in found:
            name, written = party.party.name, clause[party.start : party.end]
            if party.demonym or name in allowed or name in extra:
                continue
            bracketed = clause[: party.start].count("(") > clause[: party.start].count(")")
            alone = bracketed and not re.search(r"[,;]|\band\b", _inside_brackets(clause, party.start))
            part_of_gold = any(says(wording, written) for wording in wordings)
            if not (part_of_gold or alone or _locates(clause, party.start)):
                extra.append(name)
    return extra


def _inside_brackets(clause: str, at: int) -> str:
    start = clause.rfind("(", 0, at) + 1
    end = clause.find(")", at)
    return clause[start : end if end >= 0 else len(clause)]


def _locates(clause: str, at: int) -> bool:
    """Whether a name stands behind 'in', 'of', 'by' …: it tells where or whose, it is no item."""
    before = clause[:at]
    return bool(
        re.search(r"\b(?:in|of|by|at|from|to|for|under|between)\s+(?:the\s+)?$", before)
    ) and not re.search(
        r"\b(?:consist\w*|compos\w*|made up|delegations?|representatives?|governments?|attended|"
        r"presentations?|led|represented|followed|chaired)\s+(?:of|by|from)\s+(?:the\s+)?$",
        before,
        re.I,
    )


def _extra_people(question: str, items: Items, text: str) -> list[str]:
    """People with a title whom the answer names though they are not gold."""
    golds = [
        wordings[0]
        for wordings in items
        if len(wordings[0].split()) in (2, 3, 4) and not party_of(wordings[0])
    ]
    people = [person for person in find_people(text) if person.honorific]
    if len(golds) < len(items) or not people:
        return []
    known = set(
        content_words(" ".join(wording for wordings in items for wording in wordings) + " " + question)
    )
    return [person.name for person in people if not set(content_words(person.name)) & known]


def _extra_parts(question: str, items: Items, text: str) -> list[str]:
    """Parts of the enumeration that holds the gold items which are none of them."""
    marked, count = _marked(items, text)
    if count < len(items) or find_people(text):
        return []
    capital = all(wordings[0][:1].isupper() for wordings in items)
    asked = set(content_words(question)) | set(content_words(" ".join(one for two in items for one in two)))
    extra = []
    for clause in re.split(r"(?<=[.!?])\s+|\.$|:\s", _PLACE.sub(" ", re.sub(r"\([^()]*\)", "", marked))):
        parts = _SEPARATOR.split(clause)
        joints = _SEPARATOR.findall(clause)
        gold = [number for number, part in enumerate(parts) if "⟦" in part]
        for number, part in enumerate(parts):
            if not gold or "⟦" in part or not _is_item(part, capital, asked):
                continue
            inner = gold[0] < number < gold[-1]
            last = number == gold[-1] + 1 and "and" in joints[number - 1] and number == len(parts) - 1
            if (
                inner
                or last
                or (capital and number in (gold[0] - 1, gold[-1] + 1) and len(gold) > 1 and number)
            ):
                extra.append(part.strip())
    return extra


def _marked(items: Items, text: str) -> tuple[str, int]:
    """Return the text with each gold item replaced by a mark, and how many different items were found."""
    count = 0
    for wordings in items:
        hit = False
        for wording in sorted(wordings, key=len, reverse=True):
            pattern = r"\s+".join(map(re.escape, wording.split()))
            text, hits = re.subn(rf"(?<![\w⟦]){pattern}(?!\w)", "⟦gold⟧", text, flags=re.I)
            hit = hit or hits > 0
        count += hit
    return text, count


def _is_item(part: str, capital: bool, asked: set[str]) -> bool:
    part = part.strip(" .–—-\t")
    words = part.split()
    if not words or len(words) > 4 or _NO_ITEM.match(part):
        return False
    if capital and not part[:1].isupper():
        return False
    return bool(set(content_words(part)) - asked)


def _in_order(items: Items, text: str) -> bool:
    said, at = f" {normal(text)} ", 0
    for wordings in items:
        places = [said.find(f" {normal(wording)} ", at) for wording in wordings if normal(wording)]
        places = [place for place in places if place >= 0]
        if not places:
            return False
        at = min(places) + 1
    return True
