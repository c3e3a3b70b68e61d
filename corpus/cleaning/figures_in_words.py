"""Figures and strokes that recognition has put for letters: 'wi1l', 'F0RUM', '0ffice', 'E1 Salvador', 'Po|and'."""

from __future__ import annotations

import itertools
import re

from corpus.cleaning.scanned import IN_DOCUMENT, Scan, capitalised_name, known_names, proper
from corpus.cleaning.words import COMMON, KNOWN, SURE, frequency

_LETTERS = {
    "0": "o",
    "1": "li", "|": "li", "!": "li", "5": "s", "8": "b", "6": "gb",
}  # fmt: skip
_RARE = frozenset("568")  # figures that are put for letters less often, and stand in more codes
_SUSPECT = re.compile(r"[^\W\d_][01568|!]|[01568|!][^\W\d_]|0[’']")
_MIXED = re.compile(
    r"(?<![\w@./:\\#|=?&%!-])(?=[\w|!-]*[01568|!])(?=[\w|!-]*[^\W\d_])[\w|!]+(?:-[\w|!]+)*"
    r"(?<!!)(?![\w@/\\#|]|[.:-]\w|-$)"
)
_MEASURED = re.compile(
    r"\d+(?:st|nd|rd|th|o|a|er|e|s|h|am|pm|km|kg|mm|cm|m|min|mins|hrs|hr|bn|mn|k|x|d|g|l)", re.IGNORECASE
)
_NAME = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+(?:[01][a-zà-ÿ]+)+")
_TWO = re.compile(r"(?<![\w@./:-])([A-Z])([01]) (?=([A-ZÀ-Þ][a-zà-ÿ]{2,}))")
_O_APOSTROPHE = re.compile(r"(?<![\w@./:-])0(?=[’'][A-Z][a-z])")
_SENTENCE = re.compile(r"(?:^|[.!?:]\s|\n)\W*$")
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Mme|Dr|Prof|Amb|Hon|Sir)\.? $")
_COUNTED = re.compile(r"\b(?:First|Second|Third|[A-Z][a-z]+th) $")
_NEXT_CAPITAL = re.compile(r" [A-ZÀ-Þ][a-zà-ÿ]")
_VOWELS = frozenset("aeiouyáéíóúäöüàèìòùâêîôûãõåæø")
MOST_FIGURES = 3  # in one word
LONG = 8  # letters: a word that long is hit upon by no accident


def letters_for_figures(text: str, scan: Scan | None = None) -> str:
    """Return text with the figures inside words as letters: 'wi1l' → 'will'; codes and numbers stay.

    What is put right must be a word: of English, of a party's name, or of the scanned document elsewhere.
    """
    if not _SUSPECT.search(text):
        return text
    scan = scan or Scan()

    def put(found: re.Match[str]) -> str:
        parts = found[0].split("-")
        around = (text[: found.start()], text[found.end() :])
        spelt = [_spelt(part, scan, around) if _is_mixed(part) else part for part in parts]
        return "-".join(spelt)

    text = _O_APOSTROPHE.sub("O", _MIXED.sub(put, text))
    return _TWO.sub(lambda found: _first_of_two(found, scan), text)


def _is_mixed(word: str) -> bool:
    return any(char in _LETTERS for char in word) and any(char.isalpha() for char in word)


def _spelt(word: str, scan: Scan, around: tuple[str, str]) -> str:
    noise = [place for place, char in enumerate(word) if not char.isalpha()]
    letters = [char for char in word if char.isalpha()]
    if len(noise) > MOST_FIGURES or any(word[place] not in _LETTERS for place in noise):
        return word
    if len(noise) > len(letters) + 1 or _MEASURED.fullmatch(word):
        return word
    capital = _in_capitals(word)
    # In a word of capitals, a small l is a misread I.
    lower = word.replace("l", "i").lower() if capital else word.lower()
    options = [_LETTERS.get(char, char) for char in lower]
    candidates = ["".join(chars) for chars in itertools.product(*options)]
    best = max(candidates, key=scan.weight)
    if _accepted(word, best, noise, capital, scan):
        return best.upper() if capital else _cased(word, best, scan, around)
    if scan.noisy and len(word) > 4 and _NAME.fullmatch(word):
        return _name(word)
    return word


def _in_capitals(word: str) -> bool:
    letters = [char for char in word if char.isalpha() and char != "l"]
    return (
        any(char.isupper() for char in letters)
        and all(char.isupper() for char in letters[1:])
        and (len(letters) > 1 or "l" not in word)
    )


def _accepted(word: str, best: str, noise: list[int], capital: bool, scan: Scan) -> bool:
    weight = scan.weight(best)
    if weight < frequency(word) + 1.0:
        return False
    if len(word) < 3:
        inside = noise[0] == 0 if capital else scan.noisy
        return inside and frequency(best) >= SURE and not _RARE & set(word)
    if noise[:2] == [0, 1] and len(word) < 6:
        return False  # '10t', '11th' spoilt: a number
    if 2 * len(noise) >= len(word) and (capital or frequency(best) < SURE):
        return False
    if _RARE & set(word) and (
        weight < (COMMON if len(word) < LONG else KNOWN)
        or len(word) < (4 if scan.noisy and weight > COMMON + 1 else 5)
    ):
        return False
    if noise[-1] == len(word) - 1 and not _ends_in_a_letter(word, best, noise, scan):
        return False
    if capital:
        long = len(word) > 3 and sum(char.isupper() for char in word) >= 3
        return weight >= (KNOWN if long else SURE)
    if len(word) == 3:
        return weight >= (COMMON if scan.noisy else SURE) and (weight < IN_DOCUMENT or scan.noisy)
    return weight >= (COMMON if noise[0] == 0 and len(word) == 4 else KNOWN)


def _ends_in_a_letter(word: str, best: str, noise: list[int], scan: Scan) -> bool:
    """A figure at the end may be a number that belongs there ('Annex1'), or the mark of a note ('Peru1')."""
    stem = word.rstrip("".join(_LETTERS))
    if word[-1] in _RARE:
        stands = best in scan.words or best.capitalize() in scan.words
        return scan.noisy and word[-1] == "5" and len(noise) == 1 and (stands or word[0].islower())
    if len(stem) < 2 and len(word) > 3:
        return False
    if proper(stem.casefold()):
        return False
    known = scan.weight(best) if scan.noisy else frequency(best)
    return known > frequency(stem) + 1.0


def _cased(word: str, best: str, scan: Scan, around: tuple[str, str]) -> str:
    """Return the spelling with capitals where the word has them; what stands first is told from its place."""
    spelt = "".join(new.upper() if old.isupper() else new for old, new in zip(word, best, strict=True))
    if word[0].isalpha():
        return spelt
    capitalised = spelt[0].upper() + spelt[1:]
    stands = [form for form in (spelt, capitalised) if form in scan.words]
    if len(stands) == 1:
        return stands[0]
    before, after = around
    if capitalised_name(best) or _SENTENCE.search(before[-4:]) or _TITLED.search(before[-6:]):
        return capitalised
    if frequency(best) >= SURE:
        return spelt  # the small words of every sentence, in titles too
    beside = _NEXT_CAPITAL.match(after) or _COUNTED.search(before[-14:])
    return capitalised if word[0] == "8" or beside else spelt


def _name(word: str) -> str:
    """A name that nobody knows: 0 is o; 1 is i between two consonants, else l."""
    chars = list(word.replace("0", "o"))
    for place, char in enumerate(chars):
        if char == "1":
            beside = {chars[place - 1].lower(), chars[min(place + 1, len(chars) - 1)]}
            chars[place] = "l" if beside & _VOWELS or "1" in beside else "i"
    return "".join(chars)


def _first_of_two(found: re.Match[str], scan: Scan) -> str:
    """'E1 Salvador': the first word of a name in two, where the party or the document knows it."""
    for letter in "lo" if found[2] == "1" else "o":
        word = found[1] + letter
        if f"{word} {found[3]}" in known_names() or (
            scan.noisy and any(f"{word} {found[3]}" in text for text in scan.texts)
        ):
            return word + " "
    return found[0]
