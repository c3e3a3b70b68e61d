"""What differs between two meetings, or between two plans, each difference with what states it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz.fuzz import token_set_ratio, token_sort_ratio

from assistant.library import Library
from assistant.question.occasions import Occasion
from corpus.document import Document, Kind, Span
from corpus.records.types import Attendance, Capacity, PlanItem
from index.words import stem

CHANGED = 65  # likeness, in percent, from which two plan items are one
_SHARED = 0.75  # of the words of the shorter of two items, by which they are one item, worded anew
_NOT_THERE = (Capacity.APOLOGIES, Capacity.ABSENT)


@dataclass(frozen=True)
class Difference:
    """One line of a comparison; `stated` are the documents and spans that state it."""

    text: str
    stated: tuple[tuple[str, Span], ...]


@dataclass(frozen=True)
class Comparison:
    """Headed lists of differences, and what must be kept in mind when reading them."""

    columns: tuple[tuple[str, tuple[Difference, ...]], ...]
    caution: tuple[str, ...] = field(default=())


def compare_meetings(library: Library, earlier: Occasion, later: Occasion) -> Comparison:
    """Return who came new, who was missing and who was at both, by the lists of the two meetings."""
    there, here = _present(library, earlier), _present(library, later)
    caution = []
    for occasion, listed in ((earlier, there), (later, here)):
        if not listed:
            caution.append(f"The documents give no list of attendance for {occasion.lead.name}.")
    new = [_came(one) for name, one in here.items() if name not in there] if there else []
    missing = [_came(one) for name, one in there.items() if name not in here] if here else []
    both = [
        Difference(_both(there[name], one), (_place(there[name]), _place(one)))
        for name, one in here.items()
        if name in there
    ]
    return Comparison(
        (("Came new", tuple(new)), ("Not listed any more", tuple(missing)), ("At both", tuple(both))),
        tuple(caution),
    )


def compare_plans(earlier: Sequence[PlanItem], later: Sequence[PlanItem]) -> Comparison:
    """Return which items of a plan are new, changed, gone or the same, by their wording; the same is word by word.

    Pairs are formed from the likest down, each item used once.
    """
    pairs = sorted(
        (
            (_likeness(old.text, new.text), o, n)
            for o, old in enumerate(earlier)
            for n, new in enumerate(later)
            if old.level == new.level
        ),
        reverse=True,
    )
    match: dict[int, int] = {}  # later → earlier
    used: set[int] = set()
    for likeness, o, n in pairs:
        if likeness >= CHANGED and o not in used and n not in match:
            match[n] = o
            used.add(o)
    same, changed, new = [], [], []
    for n, item in enumerate(later):
        if n not in match:
            new.append(Difference(_item(item), (_place(item),)))
            continue
        old = earlier[match[n]]
        places = (_place(old), _place(item))
        if _words(old.text) == _words(item.text):
            same.append(Difference(_item(item), places))
        else:
            changed.append(Difference(f"{_item(old)} → {_item(item)}", places))
    gone = [Difference(_item(old), (_place(old),)) for o, old in enumerate(earlier) if o not in used]
    return Comparison(
        (("New", tuple(new)), ("Changed", tuple(changed)), ("Gone", tuple(gone)), ("The same", tuple(same)))
    )


def plans_of(library: Library) -> dict[str, tuple[Document, tuple[PlanItem, ...]]]:
    """Return the documents that hold a plan, by id, with their objectives (or activities where none is named)."""
    by_document: dict[str, list[PlanItem]] = {}
    for item in library.of_type(PlanItem):
        by_document.setdefault(item.document, []).append(item)
    known = [id for id in sorted(by_document) if id in library.documents]
    # Statements recount plans too; they are compared only where there is no plan as such.
    plans = [id for id in known if library.documents[id].metadata.kind is Kind.WORK_PLAN]
    return {id: (library.documents[id], tuple(_compared(by_document[id]))) for id in plans or known}


def _compared(items: list[PlanItem]) -> list[PlanItem]:
    objectives = [item for item in items if item.level == "objective"]
    return objectives or items


def _likeness(one: str, other: str) -> float:
    """Return how alike two items are, in percent; one that is put in other words is like enough to be changed."""
    written = (token_set_ratio(one.lower(), other.lower()) + token_sort_ratio(one.lower(), other.lower())) / 2
    first, second = _content(one), _content(other)
    shared = len(first & second)
    reworded = (
        CHANGED + 10 * shared / len(first | second)
        if shared >= _SHARED * min(len(first), len(second)) > 1
        else 0
    )
    return max(float(written), reworded)


def _words(text: str) -> list[str]:
    """Return the words of an item; case and punctuation change nothing."""
    return re.findall(r"\w+", text.casefold())


def _content(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in re.findall(r"[^\W\d_]{4,}", text.lower()))


def _present(library: Library, occasion: Occasion) -> dict[str, Attendance]:
    found: dict[str, Attendance] = {}
    for record in occasion.records:
        for group in sorted(library.groups_of.get(record.id, ()), key=lambda one: one.level is not None):
            for entry in library.attendance_of.get(group.id, ()):
                if entry.capacity not in _NOT_THERE:
                    found.setdefault(library.party_name(entry.party), entry)
    return found


def _came(entry: Attendance) -> Difference:
    return Difference(f"{entry.party} ({entry.capacity.value})", (_place(entry),))


def _both(old: Attendance, new: Attendance) -> str:
    if old.capacity is new.capacity:
        return f"{new.party} ({new.capacity.value})"
    return f"{new.party} ({old.capacity.value} → {new.capacity.value})"


def _item(item: PlanItem) -> str:
    return f"{item.number} {item.text}" if item.number else item.text


def _place(record: Attendance | PlanItem) -> tuple[str, Span]:
    return record.document, record.evidence[0]
