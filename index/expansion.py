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
from corpus.records.acronyms import ACRONYM, expansion_after, expansion_before, is_acronym
from index.synonyms import synonyms
from index.words import STOPWORDS, plain, stem, surface, words

_BRACKETED = re.compile(rf"[(\[]\s*({ACRONYM})s?\s*[)\]]")
_GLOSSED = re.compile(
    rf"(?:^|[|•-])[ \t]*({ACRONYM})[ \t]*(?:[:=|–—]|[ \t]-[ \t])[ \t]*(?=[A-Z])", re.MULTILINE
)
_UNFOLDED = re.compile(rf"\b({ACRONYM})\s+[(\[](?=[A-Z][a-z])")
_REACH = 200  # characters in which an expansion is looked for
SYNONYM_WEIGHT = 0.3
_NAME_WEIGHT = 0.8  # of another name of a state or organisation


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

    Read are 'Long Form (LF)', 'Long Form [LF]', 'LF (Long Form)', and lines and cells 'LF: Long Form'.
    """
    for match in _BRACKETED.finditer(text):
        before = expansion_before(match[1], text[max(0, match.start() - _REACH) : match.start()], loose=False)
        if is_acronym(match[1]) and before:
            yield match[1], before.text
    for pattern in (_GLOSSED, _UNFOLDED):
        for match in pattern.finditer(text):
            after = expansion_after(match[1], text[match.end() : match.end() + _REACH], listed=False)
            if is_acronym(match[1]) and after:
                yield match[1], after.text


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
