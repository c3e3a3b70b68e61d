"""What differs between two meetings or two plans, as far as their records tell."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.fuzz import token_set_ratio

from assistant.answer import Route
from assistant.answerers.draft import Claim, Quote
from assistant.answerers.overview.asking import Wish
from assistant.answerers.overview.parts import Overview, Part
from assistant.answerers.overview.targets import document_of, meetings_of
from assistant.answerers.records.lists import Attended, attended, unique
from assistant.answerers.records.wording import capital, enumerate_names, group_quote, quotes, the_meeting
from assistant.library import Library
from assistant.question.occasions import Occasion
from assistant.question.scope import scope_of
from assistant.question.words import read_words
from corpus.document import Document
from corpus.names.dates import format_range
from corpus.records.types import Attendance, PlanItem

_ALIKE = 82  # of 100: two items of plans that say the same in nearly the same words
_MOST = 10  # items of a list of differences


def changed(wish: Wish, library: Library) -> Overview | None:
    """Return the differences of the two plans or meetings that a question names, or None."""
    plans = _plans(wish, library)
    if plans is not None:
        return _plan_changes(*plans, library)
    meetings = _meetings(wish, library)
    return _meeting_changes(*meetings, library) if meetings is not None else None


def _plans(wish: Wish, library: Library) -> tuple[Document, Document] | None:
    ids = {item.document for item in library.of_type(PlanItem)}
    plans = [document for document in library.documents.values() if document.id in ids]
    if len(plans) < 2:
        return None
    words = {word.lower() for word in f"{wish.subject} {wish.other}".split()}
    if not any(word.startswith(("plan", "programme", "program")) for word in words):
        return None
    shared = " plan" if "plan" not in wish.subject.lower() else ""
    one, other = document_of(wish.subject, library, plans), document_of(wish.other, library, plans)
    one = one or document_of(wish.subject + shared, library, plans)
    if one is None or other is None or one.id == other.id:
        return None
    return one, other


def _plan_changes(one: Document, other: Document, library: Library) -> Overview | None:
    before = [item for item in library.of_type(PlanItem) if item.document == one.id]
    after = [item for item in library.of_type(PlanItem) if item.document == other.id]
    if not before or not after:
        return None
    new = [item for item in after if not _like(item, before)]
    gone = [item for item in before if not _like(item, after)]
    kept = len(after) - len(new)
    claims = [
        Claim(
            text=f"Of the {len(after)} items of {other.metadata.title}, {kept} stand in nearly the same words "
            f"in {one.metadata.title}, which has {len(before)}.",
            quotes=quotes([after[0], before[0]]),
        )
    ]
    for label, items in ((f"Only in {other.metadata.title}", new), (f"Only in {one.metadata.title}", gone)):
        claims += [Claim(text=f"- {label}: {_said(item)}", quotes=quotes([item])) for item in items[:_MOST]]
    return Overview((Part("", tuple(claims)),), Route.RECORDS)


def _like(item: PlanItem, others: Sequence[PlanItem]) -> bool:
    return any(
        item.level == other.level and token_set_ratio(item.text.lower(), other.text.lower()) >= _ALIKE
        for other in others
    )


def _said(item: PlanItem) -> str:
    number = f"{item.number} " if item.number else ""
    return f"{number}{item.text}".rstrip(".")


def _meetings(wish: Wish, library: Library) -> tuple[Occasion, Occasion] | None:
    one, other = meetings_of(wish.subject, library), meetings_of(wish.other, library)
    if not (one and other):
        # 'the Ninth and the Tenth Meeting': the first borrows the noun of the second
        scope = scope_of(read_words(f"{wish.subject} and {wish.other}", library.vocabulary), library)
        if len(scope.groups) != 2 or not all(scope.groups):
            return None
        one, other = (_fullest(group, library) for group in scope.groups)
    if not (one and other) or one[0] is other[0]:
        return None
    return one[0], other[0]


def _fullest(group: Sequence[Occasion], library: Library) -> tuple[Occasion, ...]:
    main = [one for one in group if any(record.main for record in one.records)] or list(group)
    listed = [one for one in main if attended((one,), library) is not None] or main
    return tuple(listed) if len(listed) == 1 else ()


def _meeting_changes(one: Occasion, other: Occasion, library: Library) -> Overview | None:
    claims = [claim for occasion in (one, other) if (claim := _when_and_where(occasion)) is not None]
    lists = attended((one,), library), attended((other,), library)
    if lists[0] is not None and lists[1] is not None:
        claims += _difference(lists[1], other, lists[0], one, library)
        claims += _difference(lists[0], one, lists[1], other, library)
    return Overview((Part("", tuple(claims)),), Route.RECORDS) if len(claims) > 1 else None


def _when_and_where(occasion: Occasion) -> Claim | None:
    for record in occasion.records:
        spans = [record.spans[name] for name in ("place", "dates") if name in record.spans]
        if record.place is None or record.dates is None or not spans:
            continue
        text = f"{capital(the_meeting(occasion))} was held in {record.place} ({format_range(record.dates)})."
        if record.status != "held":
            continue
        proof = tuple(dict.fromkeys(Quote(document=record.document, span=span) for span in spans))
        return Claim(text=text, quotes=proof)
    return None


def _difference(
    there: Attended, meeting: Occasion, away: Attended, other: Occasion, library: Library
) -> list[Claim]:
    """Who is listed at one meeting and not at the other, proven by both lists."""
    known = {library.party_name(party.party) for party in _present(away)}
    only = [party for party in _present(there) if library.party_name(party.party) not in known]
    proof = tuple(dict.fromkeys(group_quote(one.group) for one in (*there.present, *away.present)))
    if not away.closed:
        text = (
            f"The list of {the_meeting(other)} is not said to be complete, so who was missing cannot be told."
        )
        return [Claim(text=text, quotes=tuple(group_quote(one.group) for one in away.present))]
    if not only:
        return []
    names = enumerate_names([party.party for party in only])
    where = f"listed at {the_meeting(meeting)} but not at {the_meeting(other)}"
    return [Claim(text=f"{capital(where)}: {names} ({len(only)}).", quotes=proof)]


def _present(found: Attended) -> list[Attendance]:
    return unique(party for one in found.present for party in one.parties)
