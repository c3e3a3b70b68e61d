"""Parties: which state or organisation a written name denotes, and where names stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from rapidfuzz.distance import OSA

from corpus.names.party_table import Alias, Party, folded, guess_kind, known_aliases
from corpus.records.types import PartyKind

__all__ = ["FoundParty", "Party", "PartyTable", "find_parties", "resolve", "same_party"]

_LEAD = re.compile(
    r"(?:the\s+|h\.?e\.?\s+)?(?:(?:permanent\s+)?(?:governments?|delegations?|delegates|representatives?|embassy|mission)"
    r"\s+(?:of|from)\s+(?:the\s+)?|"
    r"(?:(?:federal|federative|democratic|people'?s|people’s|islamic|arab|socialist|united|bolivarian|plurinational"
    r"|co-?operative|independent|hellenic|portuguese)\s+)*(?:republic|kingdom|state|states|commonwealth|sultanate"
    r"|union|principality|grand duchy|emirate)\s+of\s+(?:the\s+)?|the\s+)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:(?:'s|’s)?\s+(?:delegation|government|mission|embassy)|\((?:observer|host|chair|co-chair|member)s?\)"
    r"|[*†‡¹²³⁴⁵⁶⁷⁸⁹]+|\[\d+\])\s*$",
    re.IGNORECASE,
)
LONGEST_ACRONYM = 9  # letters: longer words in capitals are names set in capitals
_BRACKETED = re.compile(r"^(?P<long>.+?)\s*[(\[](?P<short>[^()\[\]]+)[)\]]$")
_TOKEN = re.compile(r"[^\W_]+|[,(]|&")
_WORDY = {"us", "who", "it", "is", "car", "au", "pif", "las", "ec", "sco", "trac", "cis", "meta"}
_GEOGRAPHY = re.compile(r"\s+(?:Sea|Channel|Straits?|Delta|Ocean|Street|Road|Avenue|Hotel|City)\b")
_WATERS = re.compile(
    r"\b(?:(?:Port|Gulf|Sea|Bay|Straits?)\s+of(?:\s+the)?|New)\s+$"
)  # 'Port of Spain'; 'New Mexico'


@dataclass(frozen=True, slots=True)
class FoundParty:
    """A party in a text: `text[start:end]` is how it is written; `demonym` for 'Kenyan'."""

    start: int
    end: int
    party: Party
    demonym: bool = False


class Definition(Protocol):
    """An acronym with what it stands for, as a document defines it (a `Term` is one)."""

    @property
    def acronym(self) -> str:
        """The short form."""

    @property
    def expansion(self) -> str:
        """The long form."""


class PartyTable:
    """The known parties, with what a corpus defines itself. Immutable once made."""

    def __init__(self, aliases: Iterable[Alias], base: PartyTable | None = None) -> None:
        self._base = base
        self._by_key: dict[str, Alias] = {}
        self._by_first: dict[str, list[tuple[tuple[str, ...], Alias]]] = {}
        for alias in aliases:
            key, tokens = folded(alias.written), _alias_tokens(alias.written)
            if not key:
                continue
            self._by_key.setdefault(key, alias)
            self._by_first.setdefault(tokens[0], []).append((tokens, alias))
        if base is not None:  # the first words that both know are looked up once
            for first, candidates in self._by_first.items():
                candidates.extend(base._by_first.get(first, ()))
        for candidates in self._by_first.values():  # the sort is stable: what came first stays first
            candidates.sort(key=lambda pair: -len(pair[0]))
        self._fuzzy = [
            key for key, alias in self._by_key.items() if len(key) >= 5 and not _is_acronym(alias.written)
        ]
        self._memory: dict[tuple[str, bool], Party | None] = {}

    @classmethod
    def of(cls, definitions: Iterable[Definition] = ()) -> PartyTable:
        """Return the known parties with a corpus's own acronyms added.

        A defined acronym joins the party that its expansion names; where that is unknown, it makes a new one.
        The corpus's own definition wins over a known acronym with another meaning.
        """
        base = _known()
        added: list[Alias] = []
        for definition in definitions:
            acronym, expansion = definition.acronym.strip(), definition.expansion.strip()
            if not acronym or not expansion or not expansion[:1].isalnum():
                continue
            party = base.resolve(expansion, fuzzy=False)
            if party is None:
                kind = guess_kind(expansion)
                if kind is PartyKind.UNKNOWN:
                    continue
                party = Party(expansion.removeprefix("the ").removeprefix("The "), kind, acronym)
            added += [Alias(acronym, party), Alias(expansion, party)]
        return cls(added, base) if added else base

    def resolve(self, name: str, *, fuzzy: bool = True) -> Party | None:
        """Return the party that a name denotes: exact, without its trimmings, or slightly misspelt."""
        key = (name, fuzzy)
        if key not in self._memory:
            self._memory[key] = self._resolve(name, fuzzy)
        return self._memory[key]

    def _resolve(self, name: str, fuzzy: bool) -> Party | None:
        name = " ".join(name.split()).strip(" ,;:.*_")
        forms = [name]
        if (tailless := _TAIL.sub("", name)) != name:
            forms.append(tailless)
        for form in list(forms):
            bare, previous = form, None
            while bare != previous:
                previous = bare
                bare = _LEAD.sub("", bare, count=1) if _LEAD.match(bare) else bare
                if bare != previous:
                    forms.append(bare)
        for form in forms:
            if (alias := self._exact(form)) is not None:
                return alias.party
        if (bracket := _BRACKETED.match(name)) is not None:
            return self._resolve(bracket["long"], False) or self._resolve(bracket["short"], False)
        return self._misspelt(forms[-1]) if fuzzy else None

    def _exact(self, form: str) -> Alias | None:
        key = folded(form)
        alias = self._by_key.get(key) or (self._base._by_key.get(key) if self._base else None)
        if alias is not None and form.islower() and form in _WORDY and _is_acronym(alias.written):
            return None
        return alias

    def _misspelt(self, form: str) -> Party | None:
        """One wrong letter in a name of five to seven, two in a longer one; and no second candidate."""
        key = folded(form)
        if len(key) < 5 or (form.isupper() and len(key) < 8):
            return None
        allowed = 1 if len(key) < 8 else 2
        best: dict[Party, int] = {}
        for candidate in self._fuzzy:
            if candidate[0] != key[0] or abs(len(candidate) - len(key)) > allowed:
                continue
            distance = OSA.distance(candidate, key, score_cutoff=allowed)
            if distance <= (1 if len(candidate) < 8 else allowed):
                party = self._by_key[candidate].party
                best[party] = min(distance, best.get(party, 9))
        if not best:
            return self._base._misspelt(form) if self._base else None
        least = min(best.values())
        nearest = [party for party, distance in best.items() if distance == least]
        return nearest[0] if len(nearest) == 1 else None

    def party(self, name: str) -> Party:
        """Return the party that a listed name denotes; a name that is not known makes a party of its own."""
        known = self.resolve(name, fuzzy=False)
        if known is not None:
            return known
        clean = re.sub(r"^(?:the|The)\s+", "", " ".join(name.split()).strip(" ,;:.*_"))
        if clean.isupper() and (" " in clean or len(clean) > LONGEST_ACRONYM):
            clean = re.sub(r"[^\W\d_]{4,}", lambda match: match.group().capitalize(), clean)
        bracket = _BRACKETED.match(clean)
        if bracket is not None and _is_acronym(bracket["short"]):
            return Party(bracket["long"], guess_kind(bracket["long"]), bracket["short"])
        near = self._misspelt(clean) if " " not in clean else None
        return near or Party(clean, guess_kind(clean))

    def find(self, text: str) -> list[FoundParty]:
        """Find the known parties in a text, leftmost and longest first; they do not overlap."""
        tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
        keys = ["and" if token == "&" else _word_key(token) for token, _, _ in tokens]
        found: list[FoundParty] = []
        at = 0
        while at < len(tokens):
            hit = self._at(text, tokens, keys, at)
            if hit is None:
                at += 1
                continue
            stop, alias = hit
            start, end = tokens[at][1], tokens[stop - 1][2]
            if text.count("(", start, end) > text.count(")", start, end) and text[end : end + 1] == ")":
                end += 1
            if alias.written.endswith(".") and text[end : end + 1] == ".":
                end += 1
            if not _GEOGRAPHY.match(text, end) and not _WATERS.search(text[max(0, start - 16) : start]):
                found.append(FoundParty(start, end, alias.party, alias.demonym))
            at = stop
        return found

    def _at(
        self, text: str, tokens: list[tuple[str, int, int]], keys: list[str], at: int
    ) -> tuple[int, Alias] | None:
        candidates = self._by_first.get(keys[at]) or (
            self._base._by_first.get(keys[at]) if self._base else None
        )
        for wanted, alias in candidates or ():
            stop = at + len(wanted)
            if stop > len(keys) or tuple(keys[at:stop]) != wanted:
                continue
            words = [token for token, _, _ in tokens[at:stop] if token[0].isalnum()]
            if _is_acronym(alias.written):
                if "".join(words) == "".join(w for w in re.findall(r"[^\W_]+", alias.written)):
                    return stop, alias
            elif (words[0][0].isupper() and words[-1].lower() in ("of", "the")) or _capitals(words):
                return stop, alias
        return None


def _capitals(words: list[str]) -> bool:
    return words[0][0].isupper() and all(w[0].isupper() or len(w) <= 3 or w[0].isdigit() for w in words)


def _word_key(word: str) -> str:
    if word.isascii():
        return word.lower()
    return folded(word)


def _alias_tokens(written: str) -> tuple[str, ...]:
    return tuple("and" if t == "&" else _word_key(t) for t in _TOKEN.findall(written))


def _is_acronym(written: str) -> bool:
    letters = [c for c in written if c.isalpha()]
    return (
        " " not in written.strip()
        and len(letters) <= 10
        and sum(c.isupper() for c in letters) >= len(letters) / 2
    )


@lru_cache(maxsize=1)
def _known() -> PartyTable:
    return PartyTable(known_aliases())


def resolve(name: str) -> Party | None:
    """Return the party that a name denotes, among the known ones; see `PartyTable.resolve`."""
    return _known().resolve(name)


def find_parties(text: str) -> list[FoundParty]:
    """Find the known parties in a text; see `PartyTable.find`."""
    return _known().find(text)


def same_party(a: str, b: str) -> bool:
    """Say whether two written names denote the same party."""
    first, second = resolve(a), resolve(b)
    if first is None or second is None:
        return folded(a) == folded(b)
    return first == second
