"""Whether an answer asserts a wording or denies it, and whether it commits itself at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.sentences import sentences
from eval.wording import normal, plain, says

_HEDGE = re.compile(
    r"\b(?:maybe|perhaps|possibly|probably|presumably|apparently|"
    r"(?:might|may|could|would) (?:well )?(?:have|be)|"
    r"(?:might|may) well|not (?:entirely |quite |completely )?(?:sure|certain|clear)|it is unclear|i think|"
    r"i believe|i guess|i suppose|it seems|seems to|appears to|either\b.{1,80}\bor|or possibly|likely|"
    r"if i am not mistaken|one of the following)\b|\?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_QUOTED = re.compile(
    r"“[^“”]{8,300}”|\"[^\"]{8,300}\"|‘[^‘’]{8,300}’(?!\w)|(?<!\w)'[^']{8,300}'(?!\w)|\([^()]{8,300}\)"
)
_OWN_WORDS = 2  # before a hedge within a title, and outside of all titles
_REFUSAL = re.compile(
    r"^\W*(?:(?:i am |i'm )?sorry\b.{0,40}?)?"
    r"(?:the (?:documents?|statements?|sources?|texts?|context)\b.{0,40}?"
    r"\b(?:do|does) not\b(?!\s+(?:agree|match|differ))|"
    r"i (?:do not|don't|cannot|can't) (?:know|say|find|tell)|"
    r"(?:it|this|that) is not (?:stated|given|said|known|mentioned)|not (?:stated|given|known|mentioned)\b|"
    r"no information\b|there is no information\b|nothing is (?:said|stated)\b)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\s*[;:]\s+|,?\s+\b(?:but|while|whereas|although|though|yet|however)\b,?\s+|\s+[–—]\s+", re.I
)
_NEAR = frozenset(["not", "never", "nor", "cannot", "denied", "rejected"])  # deny what follows in the phrase
_CLOSE = frozenset(["no", "without", "unlike"])  # deny the next words only
_FAR = frozenset(["except", "excluding", "none", "neither"])  # deny a whole enumeration
_PAIRS = frozenset(
    [("other", "than"), ("rather", "than"), ("instead", "of"), ("apart", "from"), ("all", "but")]
)
_NO_DENIAL = frozenset(["only", "just", "merely", "later", "fewer", "less", "least", "doubt", "more"])
_AUXILIARY = frozenset(
    [
        "did",
        "do",
        "does",
        "was",
        "were",
        "is",
        "are",
        "has",
        "have",
        "had",
        "could",
        "can",
        "will",
        "would",
        "should",
    ]
)
_MISSING = re.compile(
    r"\b(?:not|missing|absent|apolog\w*|excus\w*|without|lack\w*|fail\w*|reject\w*|against|no|never|un\w+ed|"
    r"outside|only|except|besides|other than)\b|n't\b",
    re.IGNORECASE,
)


def hedges(text: str, known: str = "") -> str | None:
    """Return the words by which an answer does not commit itself.

    Words of `known` (the question, the gold answer, the evidence) are no hedge: a document may say 'either'.
    Nor are the words of a title in quotation marks or brackets: they are the document's.
    """
    familiar = set(normal(known).split())
    for hedge in _HEDGE.finditer(_without_quoted(plain(text))):
        first = normal(hedge.group()).split()[:1]
        if not set(first) & familiar:
            return hedge.group()
    return None


def _without_quoted(text: str) -> str:
    """Return the text with what it quotes blanked out, unless hardly a word would be left."""
    left = _QUOTED.sub(lambda found: " … " if _is_title(found.group()) else found.group(), text)
    return left if len(normal(left).split()) >= _OWN_WORDS else text


def _is_title(quoted: str) -> bool:
    """Tell a title or quotation from a remark: a remark in brackets begins in lower case or with its hedge."""
    inner = quoted[1:-1].strip()
    hedge = _HEDGE.search(inner)
    own = len(inner[: hedge.start()].split()) if hedge else _OWN_WORDS
    return inner[:1].isupper() and own >= _OWN_WORDS


def refuses(text: str) -> bool:
    """Whether an answer opens by saying that the documents do not say."""
    return bool(_REFUSAL.search(plain(text)))


def clauses(text: str) -> list[str]:
    """Return the clauses of a text: what a denial cannot reach beyond."""
    text = plain(text)
    found = []
    for span in sentences(text):
        for line in text[span.start : span.end].split("\n"):
            found += [clause for clause in _CLAUSE.split(line) if clause.strip()]
    return found


def asks_for_missing(question: str) -> bool:
    """Whether a question itself asks for what is absent or denied."""
    return bool(_MISSING.search(question))


def asserts(text: str, wording: str) -> bool:
    """Whether the text says the wording in at least one clause that does not deny it."""
    if not says(text, wording):
        return False
    holding = [clause for clause in clauses(text) if says(clause, wording)]
    return not holding or any(not denied_in(clause, wording) for clause in holding)


def denied_in(clause: str, wording: str) -> bool:
    """Whether a clause denies the wording that it says."""
    wanted = normal(wording).split()
    if not wanted or (_NEAR | _CLOSE | _FAR) & set(wanted):
        return False
    tokens = _Tokens.of(clause)
    places = tokens.places(wanted)
    return bool(places) and all(tokens.denied(start, start + len(wanted)) for start in places)


@dataclass(frozen=True)
class _Tokens:
    """The normalised words of a clause; `segments` says which stretch between commas each stands in."""

    words: tuple[str, ...]
    segments: tuple[int, ...]

    @classmethod
    def of(cls, clause: str) -> _Tokens:
        words: list[str] = []
        segments: list[int] = []
        for number, part in enumerate(re.split(r",(?!\d{3}\b)", clause)):
            found = normal(part).split()
            words += found
            segments += [number] * len(found)
        return cls(tuple(words), tuple(segments))

    def places(self, wanted: list[str]) -> list[int]:
        return [
            start
            for start in range(len(self.words) - len(wanted) + 1)
            if list(self.words[start : start + len(wanted)]) == wanted
        ]

    def denied(self, start: int, end: int) -> bool:
        for at in range(start - 1, -1, -1):
            word, following = self.words[at], self.words[at + 1]
            if following in _NO_DENIAL:
                continue
            same = self.segments[at] == self.segments[start]
            if word in _FAR or (word, following) == ("all", "but"):
                return True
            if same and start - at <= 6 and (word, following) in _PAIRS:
                return True
            if same and ((word in _NEAR and start - at <= 5) or (word in _CLOSE and start - at <= 2)):
                return True
        after = self.words[end : end + 3]
        if after and self.segments[end] == self.segments[end - 1]:
            if after[0] == "not" or (after[0] in _AUXILIARY and "not" in after[1:] and "only" not in after):
                return True
            return after[0] in _AUXILIARY and ("absent" in after[1:] or "missing" in after[1:])
        return False
