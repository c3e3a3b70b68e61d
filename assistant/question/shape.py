"""What a question asks for: the shape of its answer, how many, of what, and about whom or what.

Works on the words alone, without a dictionary of the corpus, and is forgiving: lower case, chat spelling,
typing errors in the question words, and telegraphic questions ('X whats his job title').
"""

from __future__ import annotations

import re
import tomllib
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from rapidfuzz import fuzz, process

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


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads((files(__package__) / "shape.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=16)
def _list(name: str) -> frozenset[str]:
    return frozenset(_tables()["words"][name].split())


_AUXILIARIES = "(?:did|was|were|is|are|has|have|had|do|does|can|could|will|would|should|shall|may|might|must)"
_AUXILIARY = re.compile(rf"^{_AUXILIARIES}$")
_STOP_NOUN = re.compile(
    rf"^(?:{_AUXILIARIES}|of|in|on|at|to|for|from|by|with|and|or|that|who|which|came|took|sat|led|gave|made"
    r"|sent|spoke|met|held|set|said|say|lead|leads|attend|attends|join|joins|joint|jointly|lie|lies"
    r"|passed|run"
    r"|runs|prints|not|have|only|during|under|between|do|does|according|as|per|there|the|this|still|also|ran"
    r"|became|began|begins|chose|found|knew|saw|wrote|brought|put|paid|dealt|drew|kept|left|lost|sought|won"
    r"|belong|belongs|come|comes|go|goes|went|need|needs|remain|remains|follow|follows|work|works|prevails?"
    r"|exists?|replaces?|mentions?|describes?|applies|apply|pays?|finances?|stands?|recurs?|hosts?|co-hosts?|chairs?|serves?|covers?|supports?|helps?|takes?|gives?|makes?|shows?"
    r"|uses|falls|happens|appears?|means?|occurs?|matters|sits?|speaks?|brings?|keeps?|holds|owns?|owes?)$"
)

_ALTERNATIVES = re.compile(
    r"\b(?:in|at|by|on|as|before|after|for|with)\b[^,?]{2,40}\bor\b"
)  # 'in the room or online'
_YES_NO = re.compile(rf"^(?:and |so |but |or )?(?:{_AUXILIARIES})(?: not)?\s")
_CAPACITY = re.compile(
    r"\bcapacit(?:y|ies)\b|\b(?:as|was|were|is|are)\b.*\b(?:member|observer|guest|speaker|participant)\b"
    r".*\bor\b.*\b(?:member|observer|guest|speaker|participant)\b"
    r"|\bunder (?:what|which) (?:heading|label|category|group|section)\b.*\b(?:figure|list|appear|name|enter|record)"
    r"|\b(?:what|which) status\b.*\b(?:at|in|during) (?:the )?.*\b(?:meeting|session|plenary|conference|workshop)\b"
    r"|\b(?:what|which) (?:role|function|part)\b|\bin what role\b|\bwhat was .{0,40}\brole\b"
    r"|^how (?:did|does|was|were) .*\b(?:take part|participate|attend|join|present|represented)\b"
)
_POST = re.compile(
    r"\bjob title\b|\bjob\b.*\b(?:have|hold|do|of)\b|\b(?:what|which) (?:\w+ )?(?:post|position|office"
    r"|rank|designation)\b"
    r"|\bwhat (?:is|was) (?:his|her|their)\b.*\b(?:post|position|title|rank|job)\b"
    r"|\b(?:post|position|rank|designation|job) of\b"
)
_TITLE_OF = re.compile(r"\btitle of (?:(?:mr|mrs|ms|dr|prof)\.? )?(?P<what>[\w'’-]+)")
_COUNT = re.compile(
    r"\bhow (?:many|much|often|large|big|high)\b|(?<!phone )(?<!serial )(?<!reference )(?<!case )\bnumber of\b"
    r"|\bcount of\b|\btotal of\b"
    r"|\b(?:what|which|to what|to which) (?:total )?(?:figure|number|percentage|proportion|share|amount"
    r"|sum|total|budget)\b"
    r"|\bwhat (?:is|was) the (?:total )?(?:figure|number|percentage|proportion|share|amount|sum|budget"
    r"|cost|quorum)\b|\bwhat did .{2,80}\bcost\b"
)
_LEADING = re.compile(
    r"^(?:and |so |but )?(?:(?:by|to|for|with|from|of|until|till|since) )?(?P<word>when|where|why|who|whom|whose)\b"
)
_ASKED_FIRST = {"when": Shape.DATE, "where": Shape.PLACE, "why": Shape.REASON}
_DURATION = re.compile(
    r"\bhow long\b|\b(?:what|which) (?:\w+ ){0,2}?(?:target|waiting|response|processing|travel|transit|turnaround|answering"
    r"|delivery|reaction|average) times?\b|\b(?:what|which) (?:is |was )?(?:the )?time limit\b|\bwhat (?:is|was) the (?:duration|length)\b|\bfor what period\b|\bwhich period\b"
)
# 'when' asks only at the head of a clause: not in 'What was her post when she was chosen?'
_WHEN = rf"^(?:\w+ ){{0,2}}when\b|\bwhen (?={_AUXILIARIES})|(?:\b(?:and|or|by|since|until|till|from)|,) when\b|\bwhen\W*$"
_DATE = re.compile(
    rf"{_WHEN}|\b(?:what|which) (?:is|was|are|were) (?:the |its |their )?(?:\w+ ){{0,2}}(?:deadline|date|due date)\b"
    r"|\b(?:what|which|for which|by which|on which|new|exact|start|end|closing|due) (?:\w+ )?"
    r"(?:date|dates|day|month|year|time)\b|\bdeadline\b|\bdue date\b|\bdates? (?:of|for)\b|\bas of when\b"
    r"|\b(?:what|which) (?:years?|days?|months?|dates?)\b|\bfrom which year\b"
)
_PLACE = re.compile(
    r"\bwhere\b(?! applicable)|\b(?:what|which) (?:\w+ )?(?:city|town|venue|place|location|hotel"
    r"|capital|building|hall|village|centre)\b"
    r"|\bwhat (?:is|was) the (?:venue|place|location)\b|^(?:\w+ ){0,2}(?:town|city|venue|place|location|hotel|hall|building)\b"
)
_DEFINITION = re.compile(
    r"\bstands? for\b|\bacronym\b|\babbreviat|\bfull (?:form|name) of\b|\bspelled out\b|\bmeaning of\b"
    r"|\bwhat does .{1,40} mean\b"
)
_REASON = re.compile(
    r"\bwhy\b|\bfor what reason|\bhow come\b|\b(?:what|which) (?:was|were|is|are) the reasons?\b"
    r"|\bthe reason for\b|\bwhat caused\b"
)
_WHO = re.compile(r"\b(?:who|whom|by whom|whose)\b")
_STRICT = re.compile(
    r"\bby name\b|\bnamed\b|\bname of the (?:person|chair|head)|\bwho (?:represented|spoke for"
    r"|led the delegation|(?:led|headed) (?:the )?[^?]{2,40}\bdelegation)\b|\bpersonally\b"
)
_LIST = re.compile(
    r"^(?:please )?(?:list|name all|name the|enumerate|give (?:me )?(?:all|a list))\b|\blist (?:all|of"
    r"|the)\b|\bwhat (?:are|were) the\b"
    r"|\bwho (?:were|are) (?:the|all)\b|\ball the\b|\bwho all\b"
)
_BE_WHAT = re.compile(r"^what (?:is|are|was|were) (?:an? |the )?(?P<what>[\w’'\-]+(?: [\w’'\-]+){0,4})\??$")
_WORD = re.compile(r"[A-Za-zÀ-ž0-9](?:[\w&’'./-]*\w)?")
_QUOTED = re.compile(r"[\"“”«»]([^\"“”«»]{2,120})[\"“”«»]|(?<!\w)['‘]([^'‘’]{3,120})['’](?!\w)")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
# 'What was the total number of people …' asks for people.
_QUANTITY = re.compile(
    r"^(?:(?:is|are|was|were) )?(?:the |an? )?(?:total |exact |overall |final )?(?:number|count|share|proportion|percentage)"
    r" of (?=\w)",
    re.IGNORECASE,
)
_WH = re.compile(
    r"\b(?:which|what|how many|how much|whose|number of|list(?: all)?(?: the)?|name(?: all)?(?: the)?"
    r"|who (?:were|are) the)\s+"
)


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
        if head.rstrip("s") in _list("persons"):
            shape = Shape.LIST if plural else Shape.PERSON
        elif plural:
            shape = Shape.LIST
    strict = bool(_STRICT.search(lower)) or bool(noun and noun.split()[-1].rstrip("s") in _list("persons"))
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
        if bare in _tables()["chat"]:
            words.append(_tables()["chat"][bare] + tail)
        elif position < 3 and 3 <= len(bare) <= 6 and word[:1].islower() and bare not in _list("questions"):
            words.append(_question_word(bare) + tail)
        else:
            words.append(word)
    return " ".join(words)


def _question_word(word: str) -> str:
    """Return the question word that `word` is a slip of ('wich', 'waht', 'hwo'), or `word` itself."""
    if word in _list("real"):
        return word
    best = process.extractOne(word, _list("questions"), scorer=fuzz.ratio, score_cutoff=85)
    if best is not None:
        return best[0]
    for candidate in _list("questions"):
        if sorted(candidate) == sorted(word):
            return candidate
    return word


def _shape(text: str, lower: str) -> tuple[Shape, tuple[Shape, ...]]:
    if re.search(r"\bwhen and where\b|\bwhere and when\b", lower):
        return Shape.DATE, (Shape.PLACE,)
    if _CAPACITY.search(lower):
        return Shape.CAPACITY, ()
    if _YES_NO.match(lower):
        return (Shape.STATEMENT if _ALTERNATIVES.search(lower) else Shape.YES_NO), ()
    leading = _LEADING.match(lower)
    if leading and leading["word"] in _ASKED_FIRST and not re.search(r"\bhow (?:many|much)\b", lower):
        return _ASKED_FIRST[leading["word"]], ()
    if _DEFINITION.search(lower):
        return Shape.DEFINITION, ()
    if _DURATION.search(lower):
        return Shape.DURATION, ()
    if re.match(r".*\bhow many\b", lower) or (leading is None and _COUNT.search(lower)):
        return Shape.COUNT, ()
    titled = _TITLE_OF.search(lower)
    if _POST.search(lower) or (titled and titled["what"] not in _list("titled")):
        return Shape.POST, ()
    if _REASON.search(lower):
        return Shape.REASON, ()
    if _LIST.match(lower):
        return (
            Shape.LIST if _looks_plural(lower) else Shape.PERSON if "chair" in lower else Shape.STATEMENT
        ), ()
    first = min(
        (
            (match.start(), shape)
            for pattern, shape in ((_DATE, Shape.DATE), (_PLACE, Shape.PLACE), (_WHO, Shape.PERSON))
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
    if _LIST.search(lower):
        return Shape.LIST, ()
    described = _BE_WHAT.match(lower.rstrip("? "))
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
    return word in _list("plurals") or (
        bool(re.search(r"[^sui]s$", word)) and word not in {"series", "was", "has", "does", "its"}
    )


def _noun(text: str, lower: str) -> tuple[str | None, int | None, bool]:
    """Return the noun after the question word, the number asked for, and whether it is a plural."""
    match = _WH.search(lower)
    if match is None or (match.group().startswith("number") and _LEADING.match(lower)):
        return None, None, False
    after = text[match.end() :]
    owner = re.match(
        r"(?:(?:is|are|was|were|of|the) )*(?P<name>(?:[\w.-]+ ){0,6}[\w-]+)(?:[’']s|(?<=s)[’'])\s", after
    )
    if owner and not any(_STOP_NOUN.match(word.lower()) for word in owner["name"].split()):
        after = after[owner.end() :]  # not the owner is asked for, but what it owns
    after = _QUANTITY.sub("", after, count=1)
    tokens = [token.lower() for token in _WORD.findall(after)]
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
        if _STOP_NOUN.match(token) or (taken and re.search(r"[^e]ed$", token)):
            break
        taken.append(token)
        following = tokens[index + 1] if index + 1 < len(tokens) else ""
        last = tokens[index + 2] if index + 2 < len(tokens) else ""
        if _is_plural(token) and not _STOP_NOUN.match(following) and _AUXILIARY.match(last):
            continue  # 'ministers meeting was'
        if _is_plural(token) or (
            token in _list("kinds") and following not in _list("kinds") and not _is_plural(following)
        ):
            break
    if not taken or not re.search(r"[a-z]", taken[-1]):
        return None, count, False
    return " ".join(taken), count, _is_plural(taken[-1])


def _words(text: str) -> tuple[str, ...]:
    words: list[str] = []
    for token in _WORD.findall(text):
        word = re.sub(r"[’']s?$", "", token).lower()
        if word and word not in _list("stop") and word not in words:
            words.append(word)
    return tuple(words)


def _anchors(text: str) -> tuple[Anchor, ...]:
    anchors: list[Anchor] = []
    for match in _QUOTED.finditer(text):
        anchors.append(Anchor(kind=AnchorKind.QUOTED, text=(match[1] or match[2]).strip()))
    run: list[str] = []

    def close() -> None:
        while run and run[-1] in _list("joints"):
            run.pop()
        if run:
            anchors.append(Anchor(kind=AnchorKind.NAME, text=" ".join(run)))
        run.clear()

    for position, match in enumerate(_WORD.finditer(text)):
        token = re.sub(r"[’']s$", "", match.group())
        lower = token.lower()
        ordinal = parse_ordinal(lower)
        if ordinal is not None:
            anchors.append(Anchor(kind=AnchorKind.ORDINAL, text=str(ordinal)))
            close()
        elif lower.capitalize() in MONTHS and token[:1].isupper():
            close()
        elif _YEAR.match(token):
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
            and not (position == 0 and (lower in _list("stop") or not text[1:2].isupper()))
        ) or (run and lower in _list("joints") and lower == token):
            run.append(token)
        else:
            close()
    close()
    return tuple(dict.fromkeys(anchors))
