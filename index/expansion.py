"""What a question may also be looked for under: the corpus's own acronyms, its compounds, its spellings."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from corpus.names.parties import find_parties
from index.synonyms import synonyms
from index.words import STOPWORDS, plain, stem, surface, words

_ACRONYM = r"[A-Z][A-Za-z]?[A-Z0-9](?:[A-Za-z0-9]|[-/&](?=[A-Z0-9])){0,10}"
_BRACKETED = re.compile(rf"[(\[]\s*({_ACRONYM})s?\s*[)\]]")
_GLOSSED = re.compile(
    rf"(?:^|[|•-])[ \t]*({_ACRONYM})[ \t]*(?:[:=|–—]|[ \t]-[ \t])[ \t]*([A-Z][^\n|]{{4,90}})", re.M
)
_UNFOLDED = re.compile(rf"\b({_ACRONYM})\s+[(\[]([A-Z][a-z][^)\]\n]{{4,90}})[)\]]")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
SYNONYM_WEIGHT = 0.3
_NAME_WEIGHT = 0.8  # of another name of a state or organisation
_SMALL = frozenset(
    ("of", "and", "the", "for", "on", "in", "to", "against", "at", "by", "with", "de", "la", "du", "et")
)


@dataclass
class Vocabulary:
    """The words of the corpus: how often each occurs, which stand next to each other, its acronyms."""

    counts: Counter[str] = field(default_factory=Counter)
    stems: set[str] = field(default_factory=set)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    terms: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # plain acronym → expansions

    def add(self, text: str) -> None:
        """Take in a text of the corpus."""
        found = surface(text)
        self.counts.update(found)
        self.pairs.update(pairwise(found))
        self.stems.update(words(text))
        for acronym, expansion in acronyms(text):
            self.add_term(acronym, expansion)

    def add_term(self, acronym: str, expansion: str) -> None:
        """Take in an acronym with its expansion."""
        self.terms[plain(acronym)].add(" ".join(expansion.split()))

    def knows(self, word: str) -> bool:
        """Whether the corpus has a word, in whatever inflection."""
        return word in self.counts or stem(word) in self.stems


def acronyms(text: str) -> Iterable[tuple[str, str]]:
    """Yield the acronyms that a text defines, with their expansions.

    'Long Form (LF)' and 'Long Form [LF]' are read as Schwartz and Hearst (2003) do: every letter of the
    acronym must be found, from the right, and its first letter must begin the long form.
    """
    for match in _BRACKETED.finditer(text):
        before = text[max(0, match.start() - 150) : match.start()].rstrip()
        long_form = _long_form(match[1], re.split(r"[;:.()\[\]|]|\n\s*\n", before)[-1])
        if long_form:
            yield match[1], long_form
    for pattern in (_GLOSSED, _UNFOLDED):
        for match in pattern.finditer(text):
            long_form = _long_form(match[1], re.split(r"[,;.()\[\]]", match[2])[0])
            if long_form and plain(match[2]).startswith(plain(long_form)[:12]):
                yield match[1], long_form


def _long_form(acronym: str, before: str) -> str | None:
    letters = [c for c in plain(acronym) if c.isalnum()]
    found = list(_WORD.finditer(before))[-(len(letters) + 5) :]
    if not found:
        return None
    offset = found[0].start()
    text = plain(before[offset:])
    if len(text) != len(before) - offset:
        return None
    at = len(text) - 1
    for place, letter in reversed(list(enumerate(letters))):
        while at >= 0 and (text[at] != letter or (place == 0 and at > 0 and text[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return None
        at -= 1
    long_form = before[offset:][at + 1 :].strip(" ,-–\n\t\"'’”")
    if len(long_form.split()) < 2 or plain(acronym) in plain(long_form).split():
        return None
    return long_form if long_form.split()[0].casefold() not in _SMALL else None


def correct(question: str, vocabulary: Vocabulary) -> str:
    """Return the question with words that neither corpus nor English knows set to the nearest of the corpus.

    Conservative: one edit for short words, two from eight letters on, and never a word that English has.
    """

    def nearest(match: re.Match[str]) -> str:
        return _nearest(match[0], vocabulary) or match[0]

    return re.sub(r"[^\W\d_]{4,}", nearest, question)


def _nearest(written: str, vocabulary: Vocabulary) -> str | None:
    word = plain(written)
    if vocabulary.knows(word) or (written.isupper() and len(written) < 6):
        return None
    known = _frequency(word)
    if known >= 3.3:
        return None
    edits = 1 if len(word) < 8 else 2
    candidates = process.extract(
        word,
        [w for w in vocabulary.counts if abs(len(w) - len(word)) <= edits and w.isalpha()],
        scorer=OSA.distance,
        score_cutoff=edits,
        limit=8,
    )
    best: tuple[float, str] | None = None
    for candidate, distance, _ in candidates:
        if candidate[0] != word[0] and distance > 1:
            continue
        if known >= 1.5 and _frequency(candidate) < known + 1:
            continue
        score = -distance - (candidate[0] != word[0]) + min(vocabulary.counts[candidate], 50) / 100
        if best is None or score > best[0]:
            best = (score, candidate)
    return best[1] if best and stem(best[1]) not in STOPWORDS else None


@lru_cache(maxsize=65536)
def _frequency(word: str) -> float:
    """How common a word is in English, on the Zipf scale: 3.3 is two in a million words."""
    from wordfreq import zipf_frequency

    return float(zipf_frequency(word, "en"))


def expand(question: str, vocabulary: Vocabulary) -> dict[str, float]:
    """Return the stems to look for with their weights: 1 for what was asked, less for what it may mean."""
    asked = words(question)
    weights = {word: 1.0 for word in asked if word not in STOPWORDS}
    further: dict[str, float] = {}
    spoken = f" {' '.join(surface(question))} "
    for acronym, expansions in vocabulary.terms.items():
        written = f" {' '.join(surface(acronym))} "
        for expansion in expansions:
            long_form = surface(expansion)
            if written in spoken:
                _weigh(further, words(expansion), 0.5 / max(1, len(expansions)) ** 0.5)
            elif len(long_form) > 1 and f" {' '.join(long_form)} " in spoken:
                _weigh(further, words(acronym), 0.8)
    _weigh(further, synonyms(question), SYNONYM_WEIGHT)
    for found in find_parties(question):
        party = found.party
        _weigh(further, words(party.name), _NAME_WEIGHT / 2 if found.demonym else _NAME_WEIGHT)
        _weigh(further, words(party.acronym or ""), _NAME_WEIGHT)
    _weigh(further, _compounds(surface(question), vocabulary), 0.8)
    return further | weights


def _weigh(weights: dict[str, float], found: Iterable[str], weight: float) -> None:
    for word in found:
        if word not in STOPWORDS:
            weights[word] = max(weight, weights.get(word, 0.0))


def _compounds(asked: list[str], vocabulary: Vocabulary) -> Iterable[str]:
    """Yield 'taskforce' for 'task force' and the other way round, where the corpus writes it so."""
    for left, right in pairwise(asked):
        if len(left) > 2 and len(right) > 2 and vocabulary.counts.get(left + right):
            yield stem(left + right)
    for word in asked:
        for cut in range(3, len(word) - 2):
            if vocabulary.pairs.get((word[:cut], word[cut:])):
                yield stem(word[:cut])
                yield stem(word[cut:])
