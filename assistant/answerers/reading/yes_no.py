"""Yes or no, with proof: a sentence that says or denies it, or a complete list that lacks the name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answerers.reading.asking import Term
from assistant.answerers.reading.found import Case, Found
from assistant.answerers.reading.lists import local_head
from assistant.answerers.reading.spans import clean_item, enumerations, plain, sentence
from assistant.answerers.reading.terms import word_stem
from assistant.answerers.reading.trimming import trimmed
from assistant.answerers.reading.units import Reading
from assistant.question.shape import AnchorKind
from corpus.document import BlockKind, Span
from corpus.names.numbers import find_numbers
from corpus.names.parties import find_parties, resolve
from corpus.records.types import PartyKind

_TELLING = 0.4  # weight from which on a word of the question has to be met for a 'no'
_CELL = 4  # words up to which a cell is a remark on who its row names
_FRAGMENT = 8  # words up to which a text is a line and not a sentence
_DENIED = re.compile(
    r"\b(?:not|no|none|neither|never|nobody|no one|unable|regrets?|papers only|in writing|written message|excused"
    r"|missing(?! [a-z]+s\b)|missed|without|declined|refused|rejected|apolog\w+|absent|absence|cancelled|postponed"
    r"|called off|failed)\b",
    re.IGNORECASE,
)


def yes_or_no(case: Case) -> Found | None:
    """Answer from a sentence that bears all names of the question, or from a list that is complete."""
    names = _names(case)
    if not names:
        return None
    present = [name for name in names if _bears(case, name)]
    if len(present) == len(names) and case.cover.own > 0.25:
        denied = _denied(case)
        if not denied and len(case.cover.missing) > 0:
            return None
        if (
            denied
            and not (_excused(case) or _on_paper(case))
            and any(_tells(term) for term in case.cover.missing)
        ):
            return None  # what is denied is something else than what is asked
        attending = {"@attend", "@represent"}
        if (
            not denied
            and case.asks_for("@attend")
            and not attending & (set(case.unit.stems) | case.unit.lead | case.unit.heading)
        ):
            return None
        word = "No" if denied else "Yes"
        spans = [case.span]
        if case.unit.heading_span is not None and _apologies(_frame(case)):
            spans.append(case.unit.heading_span)
        said = _brief(case, names, denied)
        return Found(
            [
                case.claim(
                    f"{word}: {said[:1].lower() + said[1:] if said.startswith('The ') else said}",
                    *spans,
                )
            ],
            1.0 if not denied else 0.95,
            "said",
        )
    return _closed(case, names)


def _names(case: Case) -> list[str]:
    """Return the names that the question asks about: not those that say which meeting is meant."""
    scope = {
        "meeting",
        "group",
        "working",
        "annual",
        "process",
        "dialogue",
        "conference",
        "event",
        "events",
        "plan",
        "statement",
    }
    names: list[str] = []
    for anchor in case.asked.anchors:
        words = {word.lower() for word in re.findall(r"\w+", anchor.text)}
        if (
            anchor.kind in (AnchorKind.NAME, AnchorKind.ACRONYM)
            and not words <= scope
            and not _in_title(words, case.reading)
        ):
            names.append(anchor.text)
    if not names:
        names = [
            term.word
            for term in case.terms
            if (
                resolve(term.word) is not None
                or any(resolve(other) for other in term.also if not other.startswith("@"))
            )
            and not _in_title({term.word.lower()}, case.reading)
        ][:1]
    return names[:2]


def _in_title(words: set[str], reading: Reading) -> bool:
    return all(word_stem(word) in reading.title for word in words)


def _bears(case: Case, name: str) -> bool:
    stems = [word_stem(word) for word in re.findall(r"\w+", name)]
    wanted = resolve(name)
    if wanted is not None:
        found = any(one.party == wanted and not one.demonym for one in find_parties(case.unit.text))
        if found or wanted.kind is PartyKind.STATE:  # 'Guinea' is not borne by 'Guinea-Bissau'
            return found
    if all(stem in case.unit.stems for stem in stems):
        return True
    terms = {term.stem: term for term in case.terms}
    return all(
        stem in case.unit.stems or (stem in terms and any(key in case.unit.stems for key in terms[stem].also))
        for stem in stems
    )


def _frame(case: Case) -> str:
    """Return the short lines above the unit: a list's head, the heading, the line before a fragment."""
    unit = case.unit
    fragment = unit.before_span if len(unit.words) <= _FRAGMENT else None
    texts = [
        case.reading.document.text[span.start : span.end]
        for span in (unit.lead_span, unit.heading_span, fragment)
        if span is not None
    ]
    return " . ".join(
        text for text in texts if len(text.split()) <= _FRAGMENT or text.rstrip("* ").endswith(":")
    )


def _apologies(text: str) -> bool:
    return bool(
        re.search(
            r"\b(?:apolog|absen|not present|unable|regret|excused|not represented|nobody|missing"
            r"|without (?:a )?delegation|no delegation|no reply|stayed away)",
            text,
            re.IGNORECASE,
        )
    )


def _excused(case: Case) -> bool:
    """Whether the line over the unit, or a cell of its row, says who was not there."""
    cells = case.unit.row.cells if case.unit.row is not None else ()
    head = re.match(r"[^:]{3,60}:", case.unit.text)
    return _apologies(f"{_frame(case)} {head.group() if head else ''}") or any(
        len(cell.text.split()) <= _CELL and _apologies(cell.text) for cell in cells
    )


def _tells(term: Term) -> bool:
    """Whether a word of the question carries its sense: no name, no word on which meeting is meant."""
    return term.party is None and not term.scope and not term.noun and term.weight >= _TELLING


# Who sends papers is not there, unless the sentence says that somebody came as well.
_SENT_PAPERS = re.compile(
    r"\b(?:sent|submitted|contributed|provided|transmitted|forwarded|handed in)\b[^.;]{0,30}?\b(?:(?:a |its |their |only )*"
    r"(?:written|paper|video|recorded)\b|by (?:letter|mail|e-?mail|correspondence|post)\b|in writing\b)",
    re.IGNORECASE,
)


def _on_paper(case: Case) -> bool:
    return case.asks_for("@attend", "@represent") and _SENT_PAPERS.search(case.unit.text) is not None


def _denied(case: Case) -> bool:
    if _excused(case):
        return True
    if _on_paper(case):
        return True
    if case.unit.kind is BlockKind.ROW:
        return False  # a 'none' or 'not' in some cell denies only what that cell is about
    text = re.sub(r"\([^)]*\)", "", case.unit.text)
    asked_denied = bool(_DENIED.search(case.asked.text))
    return bool(_DENIED.search(text)) and not asked_denied


def _brief(case: Case, names: Sequence[str], denied: bool) -> str:
    """Return the unit, or of an enumeration that bears the name, its head and the name."""
    name = names[0]
    if denied and case.asks_for("@attend") and (absent := _stayed_away(case.unit.text, name)):
        return absent
    told = denied and not _excused(case)  # by the verb of the sentence, not by the head of a list
    for one in () if told else enumerations(case.unit.text):
        for item in one.items:
            bare = re.sub(r"\s*[(\[].*", "", item)
            if name.lower() in item.lower() or (resolve(name) is not None and resolve(bare) == resolve(name)):
                head = plain(local_head(one)).strip(" ,:(")
                if head and len(head.split()) <= 9:
                    if denied:
                        return f"{bare} is named under “{head}”."
                    return f"{bare} is listed among {re.sub(r'^(?:and|The|the) ', '', head)}."
    return trimmed(case) if case.unit.row is None else sentence(case.unit.text.replace("|", " "))


_PREDICATE = re.compile(
    r",?\s+(?P<said>(?:had|has|have|was|were|is|are|did|could|registered|informed|regretted|sent|declined|withdrew|failed)"
    r"\b[^.;]*)"
)


def _stayed_away(text: str, name: str) -> str | None:
    """'Kivu Data, had registered but did not appear' as 'Kivu Data did not attend: it “had registered but …”.'"""
    place = text.find(name)
    said = _PREDICATE.match(text, place + len(name)) if place >= 0 else None
    if said is None or not re.search(r"\bbut\b", said["said"]) or not _DENIED.search(said["said"]):
        return None
    return f"{name} did not attend: it “{plain(said['said']).rstrip(' ,')}”."


def _closed(case: Case, names: Sequence[str]) -> Found | None:
    """'No' from complete lists: the question is on attendance, and the counts that the lists state match."""
    if len(names) != 1 or not case.asks_for("@attend"):
        return None
    lists = [one for one in enumerations(case.unit.text) if len(one.items) >= 2]
    complete = [
        one
        for one in lists
        if any(number.value == len(one.items) for number in find_numbers(local_head(one)))
    ]
    if (
        not complete
        or max(len(one.items) for one in complete) < 3
        or not {"@attend"} & (set(case.unit.stems) | case.unit.lead)
    ):
        return None
    scope: list[Term] = [term for term in case.terms if term.scope]
    if any(term in case.cover.missing for term in scope):
        return None
    name = names[0]
    for unit in case.reading.units:  # named anywhere else in the document: not ours to deny
        other = Case(case.asked, case.terms, unit, case.cover, case.reading)
        if _bears(other, name):
            return None
    kinds = " and ".join(f"the {plain(local_head(one)).strip(' ,:(')}" for one in complete[:3])
    kinds = re.sub(r"the (?:and |the )+", "the ", kinds)
    return Found(
        [case.claim(f"No: {clean_item(name)} is not among {kinds}.", case.span, *_also(case))],
        0.85,
        "closed list",
        frozenset(_words_of(case, name)),
    )


def _words_of(case: Case, name: str) -> list[str]:
    return [
        term.word
        for term in case.terms
        if term.word.lower() in name.lower() or name.lower() in term.word.lower()
    ]


def _also(case: Case) -> tuple[Span, ...]:
    return (case.unit.lead_span,) if case.unit.lead_span is not None else ()
