"""Acronyms and the words they stand for: where the expansion of a bracketed acronym begins.

The letters of the acronym are matched, from the last to the first, with the words before it; small words may
be passed over. This is the idea of Schwartz and Hearst, "A simple algorithm for identifying abbreviation
definitions in biomedical text" (2003), with two changes for the genre: letters count at the beginnings of
words before they count inside them, and parts such as the 'FT' of 'EWG-FT' are matched as they stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

ACRONYM = r"(?:[A-Z][A-Za-z0-9]{0,11}(?:[-/&.’'][A-Z0-9][A-Za-z0-9]{0,9}){0,3})"
_SMALL = frozenset(
    (
        "of", "the", "and", "for", "on", "in", "to", "against", "at", "by", "with", "a", "an", "under",
        "from", "de", "la", "le", "les", "des", "du", "et", "sur", "y", "del", "para", "e", "do", "da",
        "dos", "und", "der", "&", "as", "into", "its", "or", "through", "within", "between",
    )
)  # fmt: skip
_TOKEN = re.compile(r"[^\W_](?:[\w.’']*[\w])?|&")
_STOP = re.compile(r"[.;:()\[\]|•\n]\s*(?=\S)|[?!]\s")
BODIES = re.compile(
    r"\b(?:Ministry|Office|Police|Agency|Department|Directorate|Service|Bureau|Commission|Centre|Center|Institute"
    r"|Organi[sz]ation|Authority|Administration|Council|Committee|Union|Association|Foundation|Unit|Division|Group"
    r"|Board|Court|Fund|Bank|Network|Federation|Secretariat|Programme|Program|Embassy|Company|University|Section|Branch)\b"
)
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|H\.?E|Hon)\b\.?")
_NOT_ACRONYMS = re.compile(r"[IVX]+|A|CHAIR|CO-CHAIR|ANNEX|OK|AM|PM|TB[ACD]|NB|PS|N/A|AP|NO")
_MAX_WORDS = 16


@dataclass(frozen=True, slots=True)
class Expansion:
    """An expansion found in a text: `text[start:end]`, on one line in `text`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Way:
    """How letters may be matched with words: also `inner` letters; and words may be passed over."""

    inner: bool
    passes: bool


_WAYS = (_Way(False, False), _Way(True, False), _Way(True, True))


@dataclass(frozen=True, slots=True)
class _Word:
    text: str  # lower case
    start: int
    end: int
    capital: bool


def is_acronym(text: str) -> bool:
    """Say whether a text looks like an acronym: two capitals or a capital and a figure, no small word."""
    if not re.fullmatch(ACRONYM, text) or _NOT_ACRONYMS.fullmatch(text) or not 2 <= len(text) <= 24:
        return False
    capitals = sum(character.isupper() for character in text)
    figures = sum(character.isdigit() for character in text)
    small = sum(character.islower() for character in text)
    return capitals + figures >= 2 and small <= capitals + 2 and not (figures and not capitals)


def expansion_before(acronym: str, before: str, *, loose: bool) -> Expansion | None:
    """Return the words at the end of `before` that `acronym` stands for.

    With `loose`, a name in capitals is taken whose letters carry the acronym in order though not at the
    beginnings of its words ('INTERPOL'), or that is the name of an office in another language's acronym.
    """
    clause = _clause(before)
    words = _words(before[clause:], clause)[-_MAX_WORDS:]
    if not words or before[words[-1].end :].strip(" \"'‘’“”*_,\n"):
        return None
    found = _shortest(words, _letters(acronym))
    if found is not None:
        return _expansion(before, _after_joint(acronym, before, found.start, words[-1].end), words[-1].end)
    if not loose:
        return None
    run = _capitalised(words, before)
    segments = [part for part in re.split(r"[-/&.’']", acronym.lower()) if part]
    while len(run) >= 2:
        phrase = before[run[0].start : run[-1].end]
        together = re.sub(r"\W", "", phrase.lower())
        if _TITLED.search(phrase):
            return None
        if together[0] == segments[0][0] and all(_subsequence(part, together) for part in segments):
            return _expansion(before, _after_joint(acronym, before, run[0].start, run[-1].end), run[-1].end)
        run = _capitalised(run[1:], before)
    run = _capitalised(words, before)
    if len(run) >= 3 and BODIES.search(before[run[0].start : run[-1].end]):
        return _expansion(before, run[0].start, run[-1].end)  # the acronym is of another language
    return None


def expansion_after(acronym: str, after: str, *, listed: bool) -> Expansion | None:
    """Return the words at the beginning of `after` that `acronym` stands for.

    In a list of abbreviations (`listed`) the whole entry is taken where the letters do not match.
    """
    acronym = acronym.rstrip(".")
    if not is_acronym(acronym):
        return None
    stop = re.search(r"[.;()\[\]|\n](?=\s|$)|$", after)
    right = stop.start() if stop else len(after)
    words = _words(after[:right], 0)[:_MAX_WORDS]
    if not words or after[: words[0].start].strip(" \"'‘’“”*_\n") not in {"", "the", "The"}:
        return None
    if words[0].text in {"the", "a", "an"}:
        words = words[1:]
    letters = _letters(acronym)
    for way in _WAYS:
        for count in range(2, len(words) + 1):
            chosen = tuple(word.text for word in words[:count])
            if chosen[-1] not in _SMALL and _carries(chosen, letters, way):
                return _expansion(after, words[0].start, words[count - 1].end)
    if listed and len(words) >= 2 and words[0].capital:
        return _expansion(after, words[0].start, words[-1].end)
    return None


def short_name_before(short: str, before: str, *, introduced: bool) -> Expansion | None:
    """Return the full name at the end of `before` for which `short` ('Working Group') is to be used.

    Where the short name is not `introduced` (by 'the', quotation marks, 'hereinafter'), all its words must
    stand in the full name.
    """
    clause = _clause(before)
    words = _words(before[clause:], clause)[-_MAX_WORDS:]
    run = _capitalised(words, before)
    wanted = [word.text for word in _words(short, 0) if word.text not in _SMALL]
    if len(run) < 2 or not wanted or before[run[-1].end :].strip(" \"'‘’“”*_\n"):
        return None
    held = {word.text for word in run}
    if len(run) <= len(wanted) or not (held >= set(wanted) if not introduced else held & set(wanted)):
        return None
    if _TITLED.search(before[run[0].start : run[-1].end]):
        return None
    return _expansion(before, run[0].start, run[-1].end)


def _expansion(text: str, start: int, end: int) -> Expansion:
    return Expansion(" ".join(text[start:end].split()), start, end)


def _clause(text: str) -> int:
    """Return where the last clause of a text begins: after a stop that does not belong to an abbreviation."""
    begin = 0
    for match in _STOP.finditer(text):
        if text[match.start()] == "." and re.search(r"\b(?:St|Dr|U\.N|U\.S|[A-Z])$", text[: match.start()]):
            continue
        if text[match.start()] == "\n" and text[match.start() - 1 : match.start()] not in {".", ":", ";"}:
            continue
        begin = match.end()
    return begin


def _words(text: str, offset: int) -> list[_Word]:
    return [
        _Word(match.group().lower(), offset + match.start(), offset + match.end(), match.group()[0].isupper())
        for match in _TOKEN.finditer(text)
    ]


def _letters(acronym: str) -> str:
    stem = acronym[:-1] if len(acronym) > 2 and acronym[-1] == "s" and acronym[-2].isupper() else acronym
    return re.sub(r"[^a-z0-9]", "", stem.lower())


def _after_joint(acronym: str, text: str, start: int, end: int) -> int:
    """Begin after 'and the' where the rest carries it all: 'Iraq and the International Union (IU)'."""
    phrase = text[start:end]
    for joint in re.finditer(r"\s(?:and|with)\s+the\s+(?=[A-Z])", phrase):
        rest = re.sub(r"\W", "", phrase[joint.end() :].lower())
        if rest[0] == acronym[0].lower() and _subsequence(_letters(acronym), rest):
            return start + joint.end()
    return start


def _shortest(words: list[_Word], letters: str) -> _Word | None:
    """Return the word nearest to the end with which the expansion can begin; the strictest way goes first."""
    for way in _WAYS:
        for count in range(1, len(words) + 1):
            chosen = tuple(word.text for word in words[-count:])
            if chosen[0] not in _SMALL and (count > 1 or way is _WAYS[1]) and _carries(chosen, letters, way):
                return words[-count]
    return None


def _carries(words: tuple[str, ...], letters: str, way: _Way) -> bool:
    """Say whether the words carry all the letters in order, the first at the beginning of the first word."""
    passes = 1 if way.passes and len(letters) > 3 else 0
    return words[0][0] == letters[0] and _match(words, letters, 0, 0, way.inner, passes)


@lru_cache(maxsize=20_000)
def _match(words: tuple[str, ...], letters: str, word: int, letter: int, inner: bool, passes: int) -> bool:
    """Match letters from `letter` on with words from `word` on; `passes` words may stay without a letter."""
    if word == len(words):
        return letter == len(letters)
    if letter == len(letters):
        return False
    current = words[word]
    most = min(len(current), len(letters) - letter)
    for taken in range(most if inner else 1, 0, -1):
        part = letters[letter : letter + taken]
        fits = current.startswith(part) or (
            part[0] == current[0] and taken <= 3 and _subsequence(part, current)
        )
        if fits and _match(words, letters, word + 1, letter + taken, inner, passes):
            return True
    if current in _SMALL and _match(words, letters, word + 1, letter, inner, passes):
        return True
    return passes > 0 and word > 0 and _match(words, letters, word + 1, letter, inner, passes - 1)


def _subsequence(part: str, text: str) -> bool:
    rest = iter(text)
    return all(character in rest for character in part)


def _capitalised(words: list[_Word], text: str) -> list[_Word]:
    """Return the run of words in capitals at the end, with the small words but no comma between them."""
    run: list[_Word] = []
    for word in reversed(words):
        if (not word.capital and word.text not in _SMALL) or (run and "," in text[word.end : run[0].start]):
            break
        run.insert(0, word)
    while run and (not run[0].capital or run[0].text in {"the", "a", "an"}):
        run.pop(0)
    return run
