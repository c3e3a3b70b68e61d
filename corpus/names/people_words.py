"""The words of a text as the rules for people see them: forms of address, parts of names, posts."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_](?:[\w’'‘ʼ.]|[-‐‑](?=[^\W_]))*|[&(),;:.|]|\S")
CONNECTORS = frozenset(
    [
        "of",
        "the",
        "for",
        "and",
        "to",
        "in",
        "on",
        "at",
        "&",
        "against",
        "de",
        "des",
        "du",
        "la",
        "le",
        "its",
        "his",
        "her",
        "their",
        "same",
        "with",
        "from",
        "under",
        "by",
        "within",
    ]
)
QUALIFIERS = frozenset(
    [
        "acting",
        "former",
        "then",
        "interim",
        "deputy",
        "assistant",
        "senior",
        "executive",
        "vice",
        "joint",
        "outgoing",
        "incoming",
        "new",
    ]
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark with its place."""

    text: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """The word for comparison: lower case, no dot behind it."""
        return self.text.lower().rstrip(".")

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


@lru_cache(maxsize=1)
def word_lists() -> dict[str, frozenset[str]]:
    """Return the lists of `people.toml`, in lower case."""
    lists = tomllib.loads(files("corpus.names").joinpath("people.toml").read_text(encoding="utf-8"))
    return {
        name: frozenset(word.lower().replace("’", "'") for word in words) for name, words in lists.items()
    }


@lru_cache(maxsize=1)
def _honorific_starts() -> frozenset[str]:
    return frozenset(key[0] for key in _honorific_keys()[0])


@lru_cache(maxsize=1)
def _honorific_keys() -> tuple[frozenset[tuple[str, ...]], int]:
    keys = frozenset(tuple(re.sub(r"\.(?=\s|$)", "", word).split()) for word in word_lists()["honorifics"])
    return keys, max(map(len, keys))


# Posts as much as forms of address: read as the latter only before a name of two words or more.
_NEXT_PERSON = frozenset(["mr", "ms", "mrs", "dr", "miss"])  # never part of a name: lines run together
_RETIRED = re.compile(r"\((?:ret|retd|rtd|retired|res|reserve)\.?\)", re.IGNORECASE)
_WEAK = frozenset({
    "president", "chief", "chair", "chairman", "chairperson", "general", "representative", "m", "major",
    "commander", "commissioner", "inspector", "captain", "he", "justice", "judge", "father", "madam",
})  # fmt: skip


def _words(text: str) -> list[Word]:
    found = []
    for match in _WORD.finditer(text):
        word, start = match.group(), match.start()
        if len(word) > 2 and word.endswith((".", "’", "'")) and not _dotted(word):
            word = word[:-1]
            found.append(Word(word, start, start + len(word)))
            found.append(Word(match.group()[-1], match.end() - 1, match.end()))
        else:
            found.append(Word(word, start, match.end()))
    return found


def _dotted(word: str) -> bool:
    """Whether the mark at the end belongs to the word: initials, 'Prof.', 'Dato\''."""
    key = word.lower().replace("’", "'")
    lists = word_lists()["honorifics"]
    return bool(re.fullmatch(r"(?:\w\.)+", word)) or key in lists or key.rstrip(".") in lists


class Scan:
    """The words of one text, and the rules that read people in them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = _words(text)

    def honorific(self, at: int) -> int:
        """Return the position after the honorifics that begin at a word; the same where there is none."""
        keys, longest = _honorific_keys()
        stop = at
        if not self.words[at : at + 1] or self.words[at].key.replace("’", "'") not in _honorific_starts():
            return at
        while stop < len(self.words):
            for length in range(min(longest, len(self.words) - stop), 0, -1):
                run = self.words[stop : stop + length]
                key = tuple(word.key.replace("’", "'") for word in run)
                if run[0].capital and key in keys and self.near(stop, stop + length):
                    if stop == at and key[0] in _WEAK and self.inside_name(at):
                        continue
                    if length == 1 and key[0] == "m" and run[0].text != "M.":
                        continue
                    stop += length
                    break
            else:
                break
            if stop < len(self.words) and self.words[stop].text == ".":
                stop += 1
        return self.retired(stop) if stop > at else at

    def retired(self, at: int) -> int:
        """Return the position after '(ret.)' behind a rank; the same where nothing of the sort stands."""
        aside = _RETIRED.match(self.text, self.words[at].start) if at < len(self.words) else None
        if aside is None:
            return at
        return next((i for i in range(at, len(self.words)) if self.words[i].start >= aside.end()), at)

    def inside_name(self, at: int) -> bool:
        """Whether a word in capitals stands right before: 'Savanna Justice Initiative'."""
        return at > 0 and self.words[at - 1].capital and self.near(at - 1, at + 1)

    def near(self, start: int, stop: int) -> bool:
        """Whether words stand on one line, with nothing but a space or dot between them."""
        return all(
            re.fullmatch(r"\.?[ \u00a0]?|\n ?", self.text[a.end : b.start])
            for a, b in zip(self.words[start : stop - 1], self.words[start + 1 : stop], strict=False)
        )

    def name(self, at: int) -> int:
        """Return the position after the name that begins at a word; the same where none does."""
        lists = word_lists()
        stop, parts, first = at, 0, at
        if (
            at
            and at + 1 < len(self.words)
            and self.words[at].text in "'’‘ʻʼ`"
            and self.words[at].end == self.words[at + 1].start
            and self.words[at - 1].key in _honorific_starts()
            and self.is_name(self.words[at + 1])
        ):
            stop = first = at + 1  # "Ms 'Ana Taufa"
        while stop < len(self.words) and parts < 7:
            word = self.words[stop]
            if stop > first and not re.fullmatch(
                r"[ \u00a0]|\n ?", self.text[self.words[stop - 1].end : word.start]
            ):
                break
            if word.key in lists["particles"] and not word.capital:
                after = stop + 1
                while after < len(self.words) and self.words[after].key in lists["particles"]:
                    after += 1
                if after >= len(self.words) or not self.is_name(self.words[after]):
                    break
                stop = after
                continue
            if not self.is_name(word) or (parts > 1 and word.key.rstrip(".") in _NEXT_PERSON):
                break
            if parts > 1 and word.key in lists["organisations"]:
                break  # 'Rosa Keita Programme Officer', set without a comma
            stop, parts = stop + 1, parts + 1
        return stop

    def is_name(self, word: Word) -> bool:
        """Whether a word can be part of a name."""
        text = word.text
        lead = re.match(r"(?:d['’]|O['’]|[Aa]l-|[Ee]l-|[Uu]l-)", text)
        first = text[lead.end() : lead.end() + 1] if lead else text[0]
        if not first.isupper() or not all(c.isalpha() or c in "-‐‑'’‘ʼ." for c in text):
            return False
        if text.endswith(".") and len(text) > 3 and text.count(".") == 1:
            return False
        lists = word_lists()
        if re.fullmatch(r"(?:[^\W\d_]\.)+", text):
            return True
        return word.key not in lists["not_names"] and (
            (text.isupper() and len(text) > 3) or singular(word.key) not in lists["posts"]
        )

    def post(self, at: int) -> int:
        """Read a post or organisation that begins at a word: capitals, small joining words, commas."""
        stop, last = at, at
        lists = word_lists()
        while stop < len(self.words):
            word = self.words[stop]
            gap = self.text[self.words[stop - 1].end : word.start] if stop > at else ""
            if "\n\n" in gap:
                break
            if word.text == ",":
                following = stop + 1
                if following < len(self.words) and self.words[following].key in ("the", "then"):
                    following += 1
                if not self.continues(following):
                    break
                stop += 1
                continue
            if word.text == "(":
                close = next(
                    (i for i in range(stop, min(stop + 6, len(self.words))) if self.words[i].text == ")"),
                    None,
                )
                inner = self.text[word.end : self.words[close].start] if close else ""
                if (
                    close is None
                    or not re.fullmatch(r"[A-Z][\w&/-]*(?: [A-Z][\w-]*)?", inner)
                    or is_role(inner)
                ):
                    break
                stop = last = close + 1
                continue
            if self.honorific(stop) > stop and stop > at and self.starts_person(stop):
                break
            lower = word.key
            if word.capital or word.text[0].isdigit():
                stop = last = stop + 1
            elif lower in CONNECTORS or (lower in QUALIFIERS) or singular(lower) in lists["posts"]:
                if lower == "and" and stop + 1 < len(self.words) and self.starts_person(stop + 1):
                    break
                stop += 1
                if lower not in CONNECTORS:
                    last = stop
            else:
                break
        return last

    def continues(self, at: int) -> bool:
        """Whether what follows a comma still belongs to the post."""
        if at >= len(self.words):
            return False
        word = self.words[at]
        return word.capital and not self.starts_person(at) and word.key not in ("and", "who", "which")

    def starts_person(self, at: int) -> bool:
        """Whether an honorific with a name begins at a word."""
        stop = self.honorific(at)
        return stop > at and self.name(stop) > stop and not self.weak(at, stop, self.name(stop))

    def weak(self, at: int, stop: int, end: int) -> bool:
        """Whether honorifics are rather a post: 'President Office', 'Chief Specialist'."""
        keys = [word.key for word in self.words[at:stop]]
        return all(key in _WEAK for key in keys) and end - stop < 2


def singular(word: str) -> str:
    """Return a word of a post without its plural 's'."""
    return word[:-1] if word.endswith("s") and len(word) > 4 else word


def is_role(text: str) -> bool:
    """Say whether a bracket behind a name holds a role ('Chair') or the like, not a post."""
    return bool(
        re.fullmatch(
            r"(?:co-|vice-)?chair\w*|moderator|rapporteur|observer|host|minutes|online|virtual\w*", text, re.I
        )
    )


def is_post(text: str) -> bool:
    """Say whether a text names a post: it has a word such as 'Director', 'Minister', 'Adviser' in it."""
    posts = word_lists()["posts"]
    words = re.findall(r"[^\W\d_][\w’'-]*", text.lower())
    return any(
        singular(w) in posts or w in posts or any(singular(p) in posts for p in w.split("-")) for w in words
    )
