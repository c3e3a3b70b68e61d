"""Holds a model's sentences against the evidence that they cite.

A sentence passes when it cites at least one passage by its key, every key exists, all words in quotation
marks stand in a cited passage, every name, number, date and acronym of the sentence stands in what it cites,
and it neither adds nor drops a denial. That is a check of facts, not of style: what passes can be looked up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.names.dates import find_dates
from corpus.names.numbers import find_numbers
from corpus.names.parties import find_parties
from index.words import STOPWORDS, plain, stem

KEY = re.compile(r"\[(?P<key>[a-z]{5})\]")
_BRACKETED = re.compile(r"\[[^\[\]]{0,40}\]")
_QUOTED = re.compile(r"[“\"]([^“”\"]{3,})[”\"]")
_NAME = re.compile(r"\b[A-Z][\w’'-]*[\w](?:\s+(?:of|for|the|and|on|in|de|van|bin|al)\s+(?=[A-Z])|\s+(?=[A-Z])|\b)")
_DENIAL = re.compile(r"\b(?:not|no|never|none|neither|nor|without|nobody|n't|absent|failed|refused|rejected)\b", re.IGNORECASE)
_CAPACITY = (
    frozenset({"member", "members"}),
    frozenset({"observer", "observers", "observed", "observing"}),
    frozenset({"chair", "chaired", "co-chair", "co-chaired", "chairs", "co-chairs"}),
    frozenset({"vice-chair", "vice"}),
    frozenset({"host", "hosted", "hosts"}),
    frozenset({"apologies", "absent"}),
)


@dataclass(frozen=True)
class Checked:
    """A sentence of a model, what it cites, and why it failed (empty if it passed)."""

    text: str  # without keys
    keys: tuple[str, ...]
    failures: tuple[str, ...]

    @property
    def proven(self) -> bool:
        """Whether the sentence may be shown."""
        return not self.failures


def check_sentence(sentence: str, evidence: Mapping[str, str]) -> Checked:
    """Check one sentence against the passages by key (`evidence`: key → text of the passage)."""
    keys = tuple(dict.fromkeys(match.group("key") for match in KEY.finditer(sentence)))
    text = re.sub(r"\s+([.,;:!?])", r"\1", _BRACKETED.sub("", sentence)).strip()
    failures = []
    if not keys:
        failures.append("it cites nothing")
    unknown = [key for key in keys if key not in evidence]
    if unknown:
        failures.append(f"it cites {', '.join(unknown)}, which does not exist")
    cited = "\n".join(evidence[key] for key in keys if key in evidence)
    failures += facts_missing(text, cited)
    return Checked(text, keys, tuple(failures))


def facts_missing(text: str, evidence: str) -> list[str]:
    """Return what a text says that its evidence does not: quotes, numbers, dates, names, denials, capacities."""
    failures = []
    folded = " ".join(plain(evidence).split())
    for quoted in _QUOTED.findall(text):
        if " ".join(plain(quoted).split()).strip(" .,;") not in folded:
            failures.append(f"the quoted words “{quoted}” do not stand there")
    have_dates = [found.range for found in find_dates(evidence)]
    for found in find_dates(text):
        if not any(one.start <= found.range.start and found.range.end <= one.end for one in have_dates):
            failures.append(f"the date {text[found.start : found.end]} does not stand there")
    have_numbers = {found.value for found in find_numbers(evidence)}
    for number in find_numbers(_without_dates(text)):
        if number.value not in have_numbers and number.value > 1:
            failures.append(f"the number {number.value} does not stand there")
    have_parties = {party.party.name for party in find_parties(evidence)}
    for party in find_parties(text):
        if party.party.name not in have_parties:
            failures.append(f"{party.party.name} does not stand there")
    have_words = {stem(word) for word in re.findall(r"[^\W_]+", folded)}
    for name in _names(text):
        if any(stem(plain(word)) not in have_words for word in re.findall(r"[^\W_]+", name) if plain(word) not in STOPWORDS):
            failures.append(f"the name {name} does not stand there")
    if bool(_DENIAL.search(text)) != _denied_near(text, evidence):
        failures.append("it denies what stands there, or drops a denial")
    words = {plain(word) for word in re.findall(r"[\w-]+", text)}
    have = {plain(word) for word in re.findall(r"[\w-]+", evidence)}
    for capacity in _CAPACITY:
        if words & capacity and not have & capacity:
            failures.append(f"the capacity '{sorted(words & capacity)[0]}' does not stand there")
    return failures


def _without_dates(text: str) -> str:
    for found in reversed(find_dates(text)):
        text = text[: found.start] + " " + text[found.end :]
    return text


def _names(text: str) -> list[str]:
    """Words with a capital that do not open the sentence, and acronyms anywhere."""
    names = []
    for number, match in enumerate(re.finditer(r"[^\W_][\w’'-]*", text)):
        word = match.group()
        if number == 0 and not word.isupper():
            continue
        before = text[: match.start()].rstrip()
        if before.endswith((".", "!", "?", ":")) and not word.isupper():
            continue
        if word[:1].isupper() and len(word) > 1:
            names.append(word)
    return names


def _denied_near(text: str, evidence: str) -> bool:
    """Whether the evidence denies in the sentence that the text is most like."""
    sentences = [part for part in re.split(r"(?<=[.!?;])\s+|\n", evidence) if part.strip()]
    words = {stem(plain(word)) for word in re.findall(r"[^\W_]+", text)} - {stem(word) for word in STOPWORDS}
    if not sentences or not words:
        return bool(_DENIAL.search(evidence))
    best = max(sentences, key=lambda part: len(words & {stem(plain(word)) for word in re.findall(r"[^\W_]+", part)}))
    return bool(_DENIAL.search(best))
