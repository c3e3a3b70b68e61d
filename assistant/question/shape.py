"""What a question asks for: the shape of its answer, how many, of what, and about whom or what.

Works on the words alone, without a dictionary of the corpus, and is forgiving: lower case, chat spelling,
typing errors in the question words, and telegraphic questions ('X whats his job title').
"""

from __future__ import annotations

import re
from enum import StrEnum

from rapidfuzz import fuzz, process

from assistant.question.shape_marks import (
    ALTERNATIVES,
    AUXILIARY,
    BE_WHAT,
    CAPACITY,
    COUNT,
    DATE,
    DEFINITION,
    DURATION,
    LEADING,
    LIST,
    PLACE,
    POST,
    QUANTITY,
    QUOTED,
    REASON,
    STOP_NOUN,
    STRICT,
    TITLE_OF,
    WH,
    WHO,
    WORD,
    YEAR,
    YES_NO,
    tables,
    words_named,
)
from corpus.document import Frozen
from corpus.names.date_grammar import MONTHS
from corpus.names.numbers import parse_number, parse_ordinal


class Shape(StrEnum):
    """What an answer has to look like."""

    LIST = "list"  # several names or things
    YES_NO = "yes_no"
    COUNT = "count"  # a number, with its unit
    DATE = "date"
    DURATION = "duration"
    PLACE = "place"
    PERSON = "person"  # who: a person, or a party that acts
    POST = "post"  # the office that a person holds
    CAPACITY = "capacity"  # as a member, as an observer, as moderator …
    DEFINITION = "definition"  # what an abbreviation stands for, what something is
    REASON = "reason"
    STATEMENT = "statement"  # anything else: the sentence that says it


class AnchorKind(StrEnum):
    """Why a piece of the question is taken as a name."""

    QUOTED = "quoted"
    NAME = "name"  # capitalised words
    ACRONYM = "acronym"
    ORDINAL = "ordinal"  # 'Third', '10th': `text` is the number
    YEAR = "year"
    NUMBER = "number"


class Anchor(Frozen):
    """A piece of the question that the answer's sentence, or what stands around it, has to bear."""

    kind: AnchorKind
    text: str


class Asked(Frozen):
    """A question as it is understood.

    `text` is the question with its chat spelling undone; `noun` the words between the question word and its
    verb ('observer States' of 'Which observer States …'), lower case; `words` the content words in order,
    lower case, the noun's among them. `strict` says that a person's own name is wanted, not a party.
    """

    text: str
    shape: Shape
    also: tuple[Shape, ...] = ()  # of a double question ('When and where …')
    count: int | None = None  # as many as are asked for ('Which three lessons …')
    noun: str | None = None
    plural: bool = False
    strict: bool = False
    words: tuple[str, ...] = ()
    anchors: tuple[Anchor, ...] = ()


_ASKED_FIRST = {"when": Shape.DATE, "where": Shape.PLACE, "why": Shape.REASON}


def shape_of(question: str) -> Asked:
    """Return what `question` asks for. Any text is taken; an empty one asks for a statement."""
    text = _plain(question)
    lower = text.lower()
    shape, also = _shape(text, lower)
    noun, count, plural = _noun(text, lower)
    if shape is Shape.PERSON and plural and noun:
        shape = Shape.LIST
    if shape in (Shape.STATEMENT, Shape.PERSON) and count is not None and count > 1:
        shape = Shape.LIST
    if shape is Shape.STATEMENT and noun:
        head = noun.split()[-1]
        if head.rstrip("s") in words_named("persons"):
            shape = Shape.LIST if plural else Shape.PERSON
        elif plural:
            shape = Shape.LIST
    strict = bool(STRICT.search(lower)) or bool(
        noun and noun.split()[-1].rstrip("s") in words_named("persons")
    )
    return Asked(
        text=text,
        shape=shape,
        also=also,
        count=count,
        noun=noun,
        plural=plural,
        strict=strict,
        words=_words(text),
        anchors=_anchors(text),
    )


def _plain(question: str) -> str:
    """Undo chat spelling and typing errors in the question words; white space becomes single blanks."""
    words: list[str] = []
    for position, word in enumerate(question.split()):
        bare = word.strip("?,.!:;").lower()
        tail = word[len(word.rstrip("?,.!:;")) :]
        if bare in tables()["chat"]:
            words.append(tables()["chat"][bare] + tail)
        elif (
            position < 3
            and 3 <= len(bare) <= 6
            and word[:1].islower()
            and bare not in words_named("questions")
        ):
            words.append(_question_word(bare) + tail)
        else:
            words.append(word)
    return " ".join(words)


def _question_word(word: str) -> str:
    """Return the question word that `word` is a slip of ('wich', 'waht', 'hwo'), or `word` itself."""
    if word in words_named("real"):
        return word
    best = process.extractOne(word, words_named("questions"), scorer=fuzz.ratio, score_cutoff=85)
    if best is not None:
        return best[0]
    for candidate in words_named("questions"):
        if sorted(candidate) == sorted(word):
            return candidate
    return word


def _shape(text: str, lower: str) -> tuple[Shape, tuple[Shape, ...]]:
    if re.search(r"\bwhen and where\b|\bwhere and when\b", lower):
        return Shape.DATE, (Shape.PLACE,)
    if CAPACITY.search(lower):
        return Shape.CAPACITY, ()
    if YES_NO.match(lower):
        return (Shape.STATEMENT if ALTERNATIVES.search(lower) else Shape.YES_NO), ()
    leading = LEADING.match(lower)
    if leading and leading["word"] in _ASKED_FIRST and not re.search(r"\bhow (?:many|much)\b", lower):
        return _ASKED_FIRST[leading["word"]], ()
    if DEFINITION.search(lower):
        return Shape.DEFINITION, ()
    if DURATION.search(lower):
        return Shape.DURATION, ()
    if re.match(r".*\bhow many\b", lower) or (leading is None and COUNT.search(lower)):
        return Shape.COUNT, ()
    titled = TITLE_OF.search(lower)
    if POST.search(lower) or (titled and titled["what"] not in words_named("titled")):
        return Shape.POST, ()
    if REASON.search(lower):
        return Shape.REASON, ()
    if LIST.match(lower):
        return (
            Shape.LIST if _looks_plural(lower) else Shape.PERSON if "chair" in lower else Shape.STATEMENT
        ), ()
    first = min(
        (
            (match.start(), shape)
            for pattern, shape in ((DATE, Shape.DATE), (PLACE, Shape.PLACE), (WHO, Shape.PERSON))
            if (match := pattern.search(lower))
        ),
        default=None,
    )
    which = re.search(r"\b(?:which|what)\b", lower)
    if first is not None and (which is None or first[0] <= which.start() or first[1] is Shape.PLACE):
        if (
            first[1] is Shape.PERSON
            and re.search(r"\bwho (?:were|are) the \w*", lower)
            and _looks_plural(lower)
        ):
            return Shape.LIST, ()
        return first[1], ()
    if LIST.search(lower):
        return Shape.LIST, ()
    described = BE_WHAT.match(lower.rstrip("? "))
    if re.match(r"^what (?:is|are) [A-Z][\w-]*[A-Z][\w-]*\b", text[:1].lower() + text[1:]) or (
        described and len(described["what"].split()) <= 2
    ):
        return Shape.DEFINITION, ()
    return Shape.STATEMENT, ()


def _looks_plural(lower: str) -> bool:
    match = re.search(
        r"(?:list|name|who (?:were|are)|give)(?: me)?(?: all)?(?: the)?((?: [\w-]+){1,4})", lower
    )
    return bool(match and any(_is_plural(word) for word in match[1].split()))


def _is_plural(word: str) -> bool:
    return word in words_named("plurals") or (
        bool(re.search(r"[^sui]s$", word)) and word not in {"series", "was", "has", "does", "its"}
    )


def _noun(text: str, lower: str) -> tuple[str | None, int | None, bool]:
    """Return the noun after the question word, the number asked for, and whether it is a plural."""
    match = WH.search(lower)
    if match is None or (match.group().startswith("number") and LEADING.match(lower)):
        return None, None, False
    after = text[match.end() :]
    owner = re.match(
        r"(?:(?:is|are|was|were|of|the) )*(?P<name>(?:[\w.-]+ ){0,6}[\w-]+)(?:[’']s|(?<=s)[’'])\s", after
    )
    if owner and not any(STOP_NOUN.match(word.lower()) for word in owner["name"].split()):
        after = after[owner.end() :]  # not the owner is asked for, but what it owns
    after = QUANTITY.sub("", after, count=1)
    tokens = [token.lower() for token in WORD.findall(after)]
    if tokens and tokens[0] in ("are", "were", "is", "was") and len(tokens) > 1 and tokens[1] == "the":
        tokens = tokens[2:]
    while tokens and tokens[0] in ("of", "the", "all", "other", "individual", "is", "was", "a", "an"):
        tokens = tokens[1:]
    count: int | None = None
    partitive = lower[match.end() :].startswith(("of ", "of the "))  # 'which of the twelve …'
    if tokens and (number := parse_number(tokens[0])) is not None:
        count = number
        tokens = tokens[1:]
        count = None if partitive else count
    taken: list[str] = []
    for index, token in enumerate(tokens[:6]):
        if STOP_NOUN.match(token) or (taken and re.search(r"[^e]ed$", token)):
            break
        taken.append(token)
        following = tokens[index + 1] if index + 1 < len(tokens) else ""
        last = tokens[index + 2] if index + 2 < len(tokens) else ""
        if _is_plural(token) and not STOP_NOUN.match(following) and AUXILIARY.match(last):
            continue  # 'ministers meeting was'
        if _is_plural(token) or (
            token in words_named("kinds")
            and following not in words_named("kinds")
            and not _is_plural(following)
        ):
            break
    if not taken or not re.search(r"[a-z]", taken[-1]):
        return None, count, False
    return " ".join(taken), count, _is_plural(taken[-1])


def _words(text: str) -> tuple[str, ...]:
    words: list[str] = []
    for token in WORD.findall(text):
        word = re.sub(r"[’']s?$", "", token).lower()
        if word and word not in words_named("stop") and word not in words:
            words.append(word)
    return tuple(words)


def _anchors(text: str) -> tuple[Anchor, ...]:
    anchors: list[Anchor] = []
    for match in QUOTED.finditer(text):
        anchors.append(Anchor(kind=AnchorKind.QUOTED, text=(match[1] or match[2]).strip()))
    run: list[str] = []

    def close() -> None:
        while run and run[-1] in words_named("joints"):
            run.pop()
        if run:
            anchors.append(Anchor(kind=AnchorKind.NAME, text=" ".join(run)))
        run.clear()

    for position, match in enumerate(WORD.finditer(text)):
        token = re.sub(r"[’']s$", "", match.group())
        lower = token.lower()
        ordinal = parse_ordinal(lower)
        if ordinal is not None:
            anchors.append(Anchor(kind=AnchorKind.ORDINAL, text=str(ordinal)))
            close()
        elif lower.capitalize() in MONTHS and token[:1].isupper():
            close()
        elif YEAR.match(token):
            close()
            anchors.append(Anchor(kind=AnchorKind.YEAR, text=token))
        elif re.fullmatch(r"[A-Z][A-Z0-9&/-]*[A-Z0-9]|[A-Z]{2,}[\w-]*", token):
            close()
            anchors.append(Anchor(kind=AnchorKind.ACRONYM, text=token))
        elif re.fullmatch(r"[\d.,/]*\d", token):
            close()
            anchors.append(Anchor(kind=AnchorKind.NUMBER, text=token))
        elif (
            token[:1].isupper()
            and not (position == 0 and (lower in words_named("stop") or not text[1:2].isupper()))
        ) or (run and lower in words_named("joints") and lower == token):
            run.append(token)
        else:
            close()
    close()
    return tuple(dict.fromkeys(anchors))
