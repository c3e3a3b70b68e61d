"""Holds a model's sentences against the evidence that they cite.

A sentence passes only if one unit of what it cites (a sentence of a passage, or a proven claim) states all
of it: every word, name, number and date, its quotes word for word, its denial and its 'may' or 'will', and
names, numbers and roles in the same order with no other role or denial skipped between them, so that nothing
can be recombined ('Norway chaired and Chile hosted' does not prove 'Norway hosted'). The check is one of
words, not of meaning, and stricter than needed: true sentences that are put too freely are taken out, as
they cannot be told apart from false ones.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answerers.model.evidence import Item, Unit
from assistant.answerers.model.marks import ENTITIES, FRAME, Mark, Sort, marks
from index.words import plain, stem

KEY = re.compile(r"\[\s*(?P<keys>[a-z]{5}(?:\s*[,;]\s*[a-z]{5})*)\s*\]")
_BRACKETED = re.compile(r"\[[^\[\]]{0,40}\]|\[[^\[\]]{0,40}$")
_QUOTED = re.compile(r"[“\"]([^“”\"]{3,})[”\"]")
_MARKUP = re.compile(r"^\s*(?:#{1,6}\s+|>\s+)|\*\*|__|`")
_VERDICT = re.compile(r"\W*(?P<word>yes|no)\b\s*[.,:;–—!-]+\s*", re.IGNORECASE)
_CELLS = re.compile(r"\s*\|\s*")
_BULLET = re.compile(r"^\s*(?:[*•–]|\d+[.)])\s+")
_BEST = 4  # units of an item that are looked at, the likest first


@dataclass(frozen=True)
class Checked:
    """A sentence of a model, what it cites, the units that prove it, and why it failed (if it did)."""

    text: str  # without keys
    keys: tuple[str, ...]
    units: tuple[Unit, ...] = ()
    failures: tuple[str, ...] = ()

    @property
    def proven(self) -> bool:
        """Whether the sentence may be shown."""
        return not self.failures


def check_sentence(sentence: str, evidence: Mapping[str, Item]) -> Checked:
    """Check one sentence against the evidence by key; it must hold in one unit of an item that it cites."""
    cited = [key for match in KEY.finditer(sentence) for key in re.findall(r"[a-z]{5}", match["keys"])]
    keys = tuple(dict.fromkeys(cited))
    text = _cleaned(sentence)
    if not any(character.isalnum() for character in text):
        return Checked(text, keys, failures=("it is empty",))
    if not keys:
        return Checked(text, keys, failures=("it cites nothing",))
    unknown = [key for key in keys if key not in evidence]
    if unknown:
        return Checked(text, keys, failures=(f"it cites {', '.join(unknown)}, which does not exist",))
    least: list[str] | None = None
    for key in keys:
        item = evidence[key]
        for unit in _likest(text, item.units):
            failures = facts_missing(text, unit.text, item.headings)
            if not failures:
                return Checked(text, keys, units=(unit,))
            if least is None or len(failures) < len(least):
                least = failures
    return Checked(text, keys, failures=tuple(least or ["what it cites is empty"]))


def facts_missing(text: str, evidence: str, headings: str = "") -> list[str]:
    """Return what a text says that its evidence does not; `headings` may lend words and names, no role."""
    failures = []
    verdict, proof = _VERDICT.match(text), _VERDICT.match(evidence)
    if verdict is not None:
        if proof is None or verdict["word"].lower() != proof["word"].lower():
            failures.append(f"'{verdict['word']}' is not what is proven")
        text = text[verdict.end() :]
    if proof is not None:
        evidence = evidence[proof.end() :]
    folded = " ".join(plain(evidence).split())
    for quoted in _QUOTED.findall(text):
        if " ".join(plain(quoted).split()).strip(" .,;") not in folded:
            failures.append(f"the quoted words “{quoted}” do not stand there")
    said, stated = marks(text), marks(evidence)
    lent = [mark for mark in marks(headings) if mark.sort in (Sort.WORD, Sort.NAME, Sort.NUMBER)]
    stems = {stem(word) for word in re.findall(r"[^\W_]+", f"{evidence}\n{headings}")}
    for mark in said:
        if mark.sort in (Sort.FUNCTION, Sort.BREAK, Sort.DENIAL, Sort.HEDGE):
            continue
        if mark.sort in (Sort.WORD, Sort.NAME) and (mark.value in stems or mark.value in FRAME):
            continue
        if any(one.stands_for(mark) for one in (*stated, *lent)):
            continue
        if mark.value == "role attended" and any(
            one.sort is Sort.ROLE and one.value != "role absent" for one in stated
        ):
            continue
        failures.append(f"'{mark.written}' does not stand there")
    for sort, reason in (
        (Sort.DENIAL, "it denies what stands there, or drops a denial"),
        (Sort.HEDGE, "it states as done what is planned, or the other way round"),
    ):
        if _has(said, sort) != _has(stated, sort):
            failures.append(reason)
    if _word_in("by", said) != _word_in("by", stated) and len(_of(said, ENTITIES)) > 1:
        failures.append("it changes who acts")
    word_for_word = plain(text).split() == plain(evidence).split()
    if not failures and not word_for_word and not _in_order(_ordered(said, stated), stated, lent):
        failures.append("it puts together what is apart there")
    return failures


def _cleaned(sentence: str) -> str:
    """The sentence without keys, stray brackets and markup; the row of a table becomes an item of a list."""
    text = re.sub(r"[\[\]]", "", _BRACKETED.sub("", sentence))
    text = _BULLET.sub("- ", _MARKUP.sub("", text))
    if text.lstrip().startswith("|"):
        cells = [cell for cell in _CELLS.split(text) if cell]
        text = f"- {': '.join((cells[0], ', '.join(cells[1:]))) if cells[1:] else ''.join(cells)}"
    return re.sub(r"\s+([.,;:!?])", r"\1", " ".join(text.split())).strip()


def _likest(text: str, units: Sequence[Unit]) -> list[Unit]:
    values = {mark.value for mark in marks(text)}
    return sorted(units, key=lambda unit: -len(values & {mark.value for mark in marks(unit.text)}))[:_BEST]


def _has(found: Sequence[Mark], sort: Sort) -> bool:
    absent = sort is Sort.DENIAL and any(mark.value == "role absent" for mark in found)
    return absent or any(mark.sort is sort for mark in found)


def _word_in(word: str, found: Sequence[Mark]) -> bool:
    return any(mark.value == stem(word) for mark in found)


def _of(found: Sequence[Mark], sorts: frozenset[Sort]) -> list[Mark]:
    return [mark for mark in found if mark.sort in sorts]


def _ordered(said: Sequence[Mark], stated: Sequence[Mark]) -> list[Mark]:
    """The marks whose order matters; a role's place does not where it is the only one, undenied."""
    roles = {mark.value for mark in stated if mark.sort in (Sort.ROLE, Sort.DENIAL)} - {"role attended"}
    facts = [
        mark
        for mark in said
        if (mark.fact and any(one.stands_for(mark) for one in stated)) or mark.sort is Sort.DENIAL
    ]
    if len(roles) <= 1 and not _has(stated, Sort.DENIAL):
        return [mark for mark in facts if mark.sort in ENTITIES]
    return facts


def _in_order(facts: Sequence[Mark], stated: Sequence[Mark], lent: Sequence[Mark]) -> bool:
    """Whether the facts stand there in this order, skipping no role, denial or new clause.

    A heading's names ('Tenth Meeting') may stand anywhere; they hold for all that is below.
    """
    facts = [mark for mark in facts if not any(one.value == mark.value for one in lent)]
    if len(facts) < 2:
        return True
    roles_matter = any(mark.sort in (Sort.ROLE, Sort.DENIAL) for mark in facts)
    reachable = {at for at, mark in enumerate(stated) if mark.stands_for(facts[0])}
    for fact in facts[1:]:
        reached = set()
        for at in reachable:
            for next_at in range(at + 1, len(stated)):
                mark = stated[next_at]
                if mark.stands_for(fact):
                    reached.add(next_at)
                if _parts(mark, fact, roles_matter):
                    break
        reachable = reached
        if not reachable:
            return False
    return True


def _parts(skipped: Mark, fact: Mark, roles_matter: bool) -> bool:
    """Whether a mark between two facts parts them: the second then belongs to something else."""
    if skipped.sort in (Sort.BREAK, Sort.NUMBER, Sort.DATE):
        return True
    if skipped.sort is Sort.PARTY:
        return fact.sort in (Sort.NUMBER, Sort.DATE)  # 'Norway sent 3 and Chile sent 5'
    return roles_matter and skipped.sort in (Sort.ROLE, Sort.DENIAL)
