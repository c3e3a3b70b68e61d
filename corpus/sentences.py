"""Sentences of the genre: text that is full of 'Mr.', 'No. 5', 'H.E.', initials and numbered paragraphs.

A full stop ends a sentence only where what stands before it is not an abbreviation, an initial or the number
of a paragraph, and what follows can begin a sentence. Blank lines, list items and table rows end one anyway.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.document import Span

# Never the end of a sentence: something must follow.
_OPEN_ABBREVIATIONS = re.compile(
    r"mr|mrs|ms|mx|messrs|dr|prof|hon|rt|amb|h\.e|hh|hrh|rev|fr|sr|st|ste|mt|ft|retd?|gen|col|lt|maj|capt|cdr|sgt|cpl"
    r"|insp|supt|adm|brig|sen|rep|gov|pres|eng|engr|ing|lic|licda|licdo|dra|mtro|mtra|arq|sra|srta|atty|adv|cmdr|dato|datuk|tan|pd|nos|nr|paras?|pt|arts|secs?|sect|figs?"
    r"|vols?|chap|pp|eds?|cf|e\.g|eg|i\.e|ie|viz|vs|al|approx|ca|incl|excl|resp|tel|dept|div|asst|assoc|dir"
    r"|op|cit|ibid|sub-para",
    re.IGNORECASE,
)
# May end a sentence, and then what follows decides.
_CLOSED_ABBREVIATIONS = re.compile(
    r"co|ltd|inc|corp|plc|llc|pty|jr|etc|[ap]\.?m|u\.s|u\.n|u\.k|u\.s\.a|e\.u|d\.c|ph\.d|m\.a|b\.a|ll\.[mb]|esq"
    r"|bros|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thu|thurs|fri|s\.a|(?:[a-z]\.)+[a-z]",
    re.IGNORECASE,
)
# Words as well as abbreviations: 'The answer was no. Members …', 'No. 5'.
_WORDS_TOO = re.compile(r"no|rec|ref|doc|art|ch|ext|p|v|c", re.IGNORECASE)
_STARTERS = re.compile(
    r"the|an?|its?|th[ei]se|those|th[ai]t|this|there|they|he|she|we|in|on|at|by|for|from|with|to|as|after|before"
    r"|during|under|while|when|where|since|until|if|although|however|moreover|furthermore|members|participants"
    r"|delegat(?:ions|es)|co-chairs|observers|both|all|some|many|most|several|each|no|not|following|further"
    r"|other|another|one|two|three|four|five",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    r"january|february|march|april|may|june|july|august|september|october|november|december", re.IGNORECASE
)

# The end of a sentence, as far as the characters tell: stop, closing quotes and brackets, then white space.
_STOP = re.compile(r"(?<![.!?…])(?P<stop>[.!?…]+)(?P<close>[\"'’”»)\]*_]*)(?P<gap>[\s\u00a0]+)")
# Dots that lead the eye across a line: 'Benin . . . . . Mr X'.
_LEADER = re.compile(r"(?:\.\s){3,}|(?:[.…]\s?){4,}")
_BREAK = re.compile(r"\n[ \t\u00a0]*(?:\n\s*)+|\f\s*|\n[ \t]*")
_BULLET = re.compile(r"[-–—•·▪●◦‣*+o][ \t]+\S")
_NUMBERED = re.compile(
    r"(?:\(?[0-9]{1,3}(?:\.[0-9]{1,3})*[.)]|[0-9]{1,2}(?:\.[0-9]{1,2})+|\(?[a-z]{1,2}\)|\(?[ivx]{1,5}[.)]"
    r"|[A-Z][.)])[ \t]+\S"
)
_LETTERED = re.compile(r"\(?(?:[a-z]|[ivx]{1,4})\)\s")
_LABEL = re.compile(
    r"[\s*_|>#–—•·-]*(?:[(]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})(?:[./-]\d{1,3}|[./-][a-z])*"
    r"|(?:[A-Z][\w-]{0,12}\s){0,2}[A-Z]{0,4}\d{1,3}(?:[./-]\d{1,3})*)$"
)
_WORD_BEFORE = re.compile(r"[^\W_](?:[\w.\u2019'-]*\w)?$")
_TITLE_BEFORE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Dra|Prof|Ing|Lic|Mtro|Mtra|Messrs)\.?\s*$"
)  # then a capital is an initial
_NEXT_WORD = re.compile(r"[\"'‘“«(\[*_]*([^\W_][\w’'-]*)")


def sentences(text: str, start: int = 0) -> list[Span]:
    """Return the spans of the sentences of `text`, in order, without white space around them.

    `start` is added to every offset, so that a piece of a document gives spans of the document. Together the
    spans hold every character of the text but white space. Headings, list items and table rows that stand on
    lines of their own are sentences of their own.
    """
    spans: list[Span] = []
    for left, right in _pieces(text):
        begin = left
        leaders = [found.span() for found in _LEADER.finditer(text, left, right)]
        for match in _STOP.finditer(text, left, right):
            if match.end() >= right:
                break
            if any(first <= match.start() < last for first, last in leaders):
                continue
            if _ends_here(text, begin, match):
                _append(spans, text, begin, match.start("gap"), start)
                begin = match.end()
        _append(spans, text, begin, right, start)
    return spans


def _append(spans: list[Span], text: str, left: int, right: int, start: int) -> None:
    piece = text[left:right]
    stripped = piece.strip()
    if stripped:
        left += len(piece) - len(piece.lstrip())
        spans.append(Span(start=start + left, end=start + left + len(stripped)))


def _pieces(text: str) -> list[tuple[int, int]]:
    """Split at blank lines, and at line breaks before or after list items and table rows."""
    pieces: list[tuple[int, int]] = []
    left = 0
    for match in _BREAK.finditer(text):
        if match.start() < left:
            continue
        if _breaks(text, left, match):
            pieces.append((left, match.start()))
            left = match.end()
    pieces.append((left, len(text)))
    return pieces


def _breaks(text: str, left: int, match: re.Match[str]) -> bool:
    gap = match.group()
    if gap.count("\n") > 1:
        return True
    before = text[max(left, match.start() - 200) : match.start()].rstrip()
    after = text[match.end() : match.end() + 40]
    if not before or not after:
        return True
    if after.startswith(("|", "#")) or before.endswith("|"):
        return True
    if _BULLET.match(after):
        return not (before[-1].isalnum() and after[1:].lstrip()[:1].isdigit())
    if _NUMBERED.match(after):
        return before[-1] in '.:;!?)]”"' or before.endswith((" and", " or"))
    return "\f" in gap and before[-1] in ".:;!?"


def _ends_here(text: str, begin: int, match: re.Match[str]) -> bool:
    following = text[match.end() : match.end() + 60]
    first = following.lstrip("\"'‘“«([*_ ")[:1]
    if not first:
        return True
    if first.islower() and not _LETTERED.match(following):
        return False  # a sentence of the genre begins with a capital, a figure or '(a)'
    if match["stop"] != ".":
        return True
    before = text[max(begin, match.start() - 40) : match.start()]
    if text[begin : match.start()] == before and _LABEL.fullmatch(before):
        return False
    return _stop_ends(before, following)


@lru_cache(maxsize=4096)
def _stop_ends(before: str, following: str) -> bool:
    """Say whether a full stop after `before` and ahead of `following` ends a sentence."""
    word_match = _WORD_BEFORE.search(before)
    if word_match is None:
        return True
    word = word_match.group()
    next_match = _NEXT_WORD.match(following)
    next_word = next_match[1] if next_match else ""
    starter = bool(_STARTERS.fullmatch(next_word))
    if _WORDS_TOO.fullmatch(word):
        return len(word) > 1 and not next_word[:1].isdigit() and (starter or word.islower())
    if _OPEN_ABBREVIATIONS.fullmatch(word):
        return False
    if _CLOSED_ABBREVIATIONS.fullmatch(word):
        return starter
    if len(word) == 1 and word.isupper():
        return starter and not _TITLE_BEFORE.search(before[: word_match.start()])
    # '10. October 2023', as German-speaking secretariats write
    return not (word.isdigit() and len(word) <= 2 and _MONTHS.fullmatch(next_word))
