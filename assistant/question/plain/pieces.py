"""Puts the pieces of a question in order: what is asked first, then what it is asked of.

'third meeting, lomé – who chaired?' becomes 'who chaired third meeting, lomé?'; 'Chad at the lomé session? y/n'
becomes 'Was Chad at the lomé session?'.
"""

from __future__ import annotations

import re

from assistant.question.plain.fragments import DID, told_as_question
from assistant.question.plain.orders import NOUN_AND_CLAUSE
from assistant.question.plain.tables import AUXILIARIES, QUESTION_WORDS, patterns
from assistant.question.plain.wrappers import bare

_PREPOSITION = r"(?:in|at|on|by|for|from|to|of|with|under|during|until|since|as|through|into|against|before|after|over|per|within)"
_ASKS = re.compile(
    rf"^\W*(?:(?:and|but|or|so|then)\s+)?(?:(?:{_PREPOSITION}|between|among|up to)\s+)?(?:{QUESTION_WORDS})\b",
    re.IGNORECASE,
)
# 'Of A and B, which came?' says among whom; 'Since A leads it, how …' gives a reason
_BOUND = re.compile(
    r"^\W*(?:of|among|amongst|between|since|although|though|if|as|yes|no|and|but|ok|that one)\b",
    re.IGNORECASE,
)
_ALL_OF_THEM = re.compile(
    r"^(?:please\s+)?(?:name|list|give)(?:\s+me)?(?:\s+(?:all|the))*\s+(?P<count>\d+|two|three|four|five|six|seven|eight|nine|ten)(?: of them)?\W*$",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*[:;]\s+|\s+[-–—]+\s+|\s*[–—]\s*")
_WHETHER = "Was"
_PRONOUN = re.compile(r"\b(?:it|they|he|she)\b", re.IGNORECASE)
_AUXILIARY = re.compile(rf"^\W*(?:{AUXILIARIES})\b", re.IGNORECASE)
_FINITE = re.compile(rf"\b(?:{AUXILIARIES}|may(?!\s+\d)|might|must)\b", re.IGNORECASE)
_ORDERED = re.compile(
    r"^\W*(?:list|name|give|provide|identify|enumerate|indicate|state|specify|show|tell|need|want|extract)\s+\w",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"\s*[,:;]\s+|\s+[-–—]+\s+|\s*[–—]\s*|(?<=[^\W\d][a-zà-ÿ])[.?!]\s+(?=\S)|(?<=\d)[.?!]\s+(?=\S)|\s*->\s*"
)
# 'lomé sept 2023 which members were there': a question word with its noun in the middle
_INNER = re.compile(
    rf"(?<=\S)(?<! of)(?<! in)(?<! at)(?<! on)(?<! to)(?<! by)(?<! for)(?<! with)\s+(?=(?:which|what|how many|how much)\s+(?!(?:{AUXILIARIES})\b)\w)",
    re.IGNORECASE,
)
# 'When the group met in lomé, which of its members came?'
_WHILE = re.compile(
    r"^\W*(?P<while>(?:when|while|once)\s[^,?]{8,140}),\s+(?=(?:which|who|whom|what|how many|did|was|were)\b)",
    re.IGNORECASE,
)
_BY_HOW_MUCH = re.compile(r"\bby how (?P<how>(?:many|much)(?: [a-z]+)?)\s*[?.!]*$", re.IGNORECASE)
# 'chad joined the compact when?': a clause with its own verb
_ENDED = re.compile(
    r"(?<=\w)(?<! n)(?<! and)(?<! or)(?<! &)\s+(?P<asked>when|where|why)(?:\s+(?:exactly|precisely))?\s*[?.!]*$",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"[\s,;:–—-]+(?P<asked>who|when|where|which one|how many|why)(?:\s+(?:all|exactly|else))?\s*[?.!]*$", re.I
)


def put_in_order(text: str) -> str:
    """Return a question with what it asks in front; a text that begins so already comes back as it is."""
    body, tag = _tagged(text)
    if while_ := _WHILE.match(body):
        return f"{body[while_.end() :].rstrip('?.! ')}, {while_['while'].strip()}?"
    if _ASKS.match(bare(body)) or _AUXILIARY.match(body):
        return body
    if (much := _BY_HOW_MUCH.search(body)) and not _FINITE.search(body[: much.start()]):
        return f"By how {much['how']} did {body[: much.start()].strip(' ,:;–—-')}?"
    ended = _ENDED.search(body)
    if ended is not None and not _FINITE.search(body[: ended.start()]) and not _SEPARATOR.search(body):
        return f"{ended['asked']} did {body[: ended.start()].strip(' ,:;–—-')}?"
    front = _fronted(body)
    if front is not None:
        return front
    told = told_as_question(body)
    if told is not None:
        return told
    last = _LAST.search(body)
    if last is not None and not _FINITE.search(body):
        asked = (
            f"{last['asked']} were"
            if re.match(r"\W*(?:[\w-]+\s+)?\w+[^s\W]s\b", body) and last["asked"].lower() == "who"
            else last["asked"]
        )
        return f"{asked} {body[: last.start()].strip(' ,:;–—-')}?"
    if tag == _WHETHER and (pieces := _SEPARATOR.split(body.strip(" ?.!"))) and len(pieces) > 1:
        there = "" if DID.match(pieces[-1]) else " there"
        return f"Was {pieces[-1]}{there}, {', '.join(pieces[:-1])}?"
    if tag and not _ORDERED.match(bare(body)):
        return f"{tag} {body.strip(' ?.!,')}?"
    return body


def _tagged(text: str) -> tuple[str, str]:
    """Take 'y/n', 'names pls' or 'date?' from the end of a text; return with it the words that ask so in front."""
    for tag, opening in (("yes_no", _WHETHER), ("names", "Who was"), ("list", "Which"), ("date", "When was")):
        gap = r"[\s,;:.?!–—(-]+" if tag == "yes_no" else r"\s*(?:[,;:.?!–—(]|\s-)+\s*"
        found = re.search(rf"{gap}(?:{'|'.join(patterns(tag))})\)?\s*[?.!]*$", text, re.IGNORECASE)
        if found and len(text[: found.start()].split()) >= 2:
            return text[: found.start()].rstrip() + "?", opening
    return text, ""


def _fronted(text: str) -> str | None:
    if _BOUND.match(text):
        return None
    for match in _BREAK.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        sentence = match.group().lstrip()[:1] in (".", "?", "!")
        if not before.strip() or len(after.split()) < 2 or (_FINITE.search(before) and not sentence):
            continue
        asked = bare(after)
        if count := _ALL_OF_THEM.match(asked):
            return f"Which {count['count']} {before.strip()}?"
        if (told := told_as_question(asked)) is not None:
            return f"{told.rstrip('? ')}, {before.strip()}?"
        asks = _ASKS.match(asked) or _AUXILIARY.match(asked)
        if asks and len(before.split()) <= 5 and (pronoun := _PRONOUN.search(asked)):
            return asked[: pronoun.start()] + before.strip() + asked[pronoun.end() :]
        wrapped = not after.lstrip().startswith(asked[:12])
        if wrapped or asks or _ORDERED.match(asked) or NOUN_AND_CLAUSE.match(asked):
            return f"{asked.strip().rstrip('?.! ')}, {before.strip()}?"
    inner = _INNER.search(text)
    if inner is not None and not _FINITE.search(text[: inner.start()]) and not _ORDERED.match(text):
        return f"{text[inner.end() :].strip().rstrip('?.! ')}, {text[: inner.start()].strip()}?"
    return None
