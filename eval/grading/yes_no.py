"""Grades answers to yes/no questions: what is said, with or without the word, and kept to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.sentences import sentences
from eval.grading.denial import asserts, clauses
from eval.grading.verdict import Grade, right, wrong
from eval.wording import content_words, plain, says

_YES = re.compile(
    r"^\W*(?:yes|correct|indeed|that is (?:right|correct|so)|it (?:did|was|is)|they (?:did|were|are|do))\b",
    re.I,
)
_NO = re.compile(
    r"^\W*(?:no(?! doubt)|nope|not (?:so|at all)|incorrect|that is (?:wrong|not (?:so|right|correct)))\b",
    re.I,
)
_BOTH = re.compile(r"\byes and no\b|\byes\b.{0,12}\bor\b.{0,6}\bno\b", re.I)
_DENIES = re.compile(
    r"\b(?:did|was|were|is|are|has|have|had|does|do|could|can|will)\b(?:\s+\w+)?\s+(?:not|never)\b|n't\b|"
    r"\bnot (?:listed|among|present|on|in|represented|named|attend\w*)\b|\bnever\b|\babsent\b|\bmissing\b|"
    r"\bapologies\b|\bunable to\b|\bneither\b|\bno (?:such|mention|delegation|record)\b|"
    r"\bdeclined\b|\bnone of\b|\bexcused\b|\bdisagree\b|\bdiffer\w*\b|\bcontradict\w*\b|\bfailed to\b",
    re.I,
)
_AFFIRMS = re.compile(
    r"\b(?:attended|took part|participated|joined|came|present|represented|listed|named|among|"
    r"included|agree)\b",
    re.I,
)
_SUBJECT = re.compile(
    r"^\W*(?:did|was|were|is|are|has|have|does|do|had)\s+(?:the\s+)?(?P<who>.+?)\s+(?:also\s+)?(?:attend|"
    r"take part|took part|participate|join|among|listed|present|represented|there|at|in|come|came|turn|"
    r"send|included|named)\b",
    re.I,
)


def grade_yes_no(question: str, gold: str, text: str, aliases: Sequence[str] = ()) -> Grade:
    """Grade an answer; `gold` is 'yes' or 'no', `aliases` are other wordings that say it without the word."""
    said = _said(question, plain(text))
    if said == gold:
        return right(f"it says {said}")
    if said is None and any(asserts(text, alias) for alias in aliases):
        return right("worded as an alias")
    return wrong(f"it says {said or 'neither yes nor no'}, gold is {gold}")


def subject_of(question: str) -> str | None:
    """Return whom or what a yes/no question asks about ('Did the WCO attend …' → 'WCO')."""
    match = _SUBJECT.search(question)
    return match["who"] if match else None


def _said(question: str, text: str) -> str | None:
    """Return 'yes', 'no', 'both' for an answer that contradicts itself, or None."""
    if _BOTH.search(text):
        return "both"
    spoken = [text[span.start : span.end] for span in sentences(text)]
    leads = [lead for lead in map(_lead, spoken) if lead]
    if len(set(leads)) > 1:
        return "both"
    stated = _stated(question, subject_of(question) or "", text)
    if not leads or _lead(spoken[0]) is None:
        return stated
    lead = leads[0]
    return lead if stated in (None, lead) else "both"


def _lead(sentence: str) -> str | None:
    return "yes" if _YES.search(sentence) else "no" if _NO.search(sentence) else None


def _stated(question: str, who: str, text: str) -> str | None:
    """Return what the clauses on the subject of the question say; all clauses where none names it."""
    own = re.sub(r"^\W*(?:yes|no|correct|indeed)\b\W*", "", text, flags=re.I)
    spoken = clauses(own)
    about = [clause for clause in spoken if who and says(clause, who)] or spoken[:1]
    found = set()
    asked = set(content_words(question))
    for clause in about:
        if _DENIES.search(clause):
            found.add("no")
        elif _AFFIRMS.search(_own(clause)) or len(asked & set(content_words(clause))) >= 0.6 * len(asked):
            found.add("yes")
    return "both" if len(found) > 1 else next(iter(found), None)


def _own(clause: str) -> str:
    """Leave out what is said of a list rather than of the subject ('the list of those who attended')."""
    return re.sub(
        r"\b(?:list|names|those|members|parties|\d+)\b.*\b(?:who|that|which)\b.*", "", clause, flags=re.I
    )
