"""Questions that the documents can answer: examples to start with, and what could be asked next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.answer import Answer, Status
from assistant.events import AnswerEvent
from assistant.interface.page.visible import Visible
from assistant.library import Library
from assistant.question.occasions import Occasion
from corpus.document import Kind
from corpus.names.dates import format_range
from corpus.records.types import Attendance, AttendanceGroup, Capacity, Decision, PartyKind, PlanItem
from index.types import Filters

_CAPACITY_QUESTION = {
    Capacity.MEMBER: "Which members attended {meeting}?",
    Capacity.OBSERVER: "Who attended {meeting} as an observer?",
    Capacity.CIVIL_SOCIETY: "Which civil society organisations attended {meeting}?",
    Capacity.APOLOGIES: "Who sent apologies for {meeting}?",
}
EXAMPLES, FOLLOWUPS = 6, 3  # questions shown


class Answerable:
    """Picks the questions that the documents answer, by asking; what was found out is kept for a generation."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, Filters | None, str], bool] = {}

    def among(self, visible: Visible, questions: Iterable[str], most: int) -> list[str]:
        """Return the first `most` questions whose answer a reader would get from the documents they may see."""
        filters, generation = visible.restricted(None), visible.assistant.index.generation
        found: list[str] = []
        for question in questions:
            key = (generation, filters, question)
            if key not in self._known:
                if len(self._known) > _REMEMBERED:
                    self._known.clear()
                self._known[key] = _proven(visible, question, filters).status is Status.ANSWERED
            if self._known[key]:
                found.append(question)
            if len(found) == most:
                break
        return found


def _proven(visible: Visible, question: str, filters: Filters | None) -> Answer:
    """Return the answer before any chat model puts it into words: a suggestion must not wait for one."""
    events = visible.assistant.stream(question, (), filters)
    return next(event.answer for event in events if isinstance(event, AnswerEvent))


_REMEMBERED = 2000  # questions whose outcome is kept


def meeting_label(occasion: Occasion) -> str:
    """Return a meeting's name with its date, for lists where several meetings share a name."""
    dates = f" ({format_range(occasion.dates)})" if occasion.dates else ""
    return f"{occasion.lead.name}{dates}"


def examples(library: Library) -> list[str]:
    """Return questions drawn from the records, so that they suit whatever documents there are."""
    listed = [one for one in reversed(library.occasions) if _groups(library, one)] or list(
        reversed(library.occasions)
    )
    found: list[str] = []
    for occasion, nth in zip(_spread(listed, 3), (0, 1, 2), strict=False):
        questions = _about(library, occasion)
        if questions:
            found += questions[nth % len(questions) :][:3]
    plans = {item.document: None for item in library.of_type(PlanItem)}
    titles = [
        library.documents[id].metadata.title
        for id in sorted(plans)
        if id in library.documents and library.documents[id].metadata.kind is Kind.WORK_PLAN
    ]
    if titles:
        found.insert(min(2, len(found)), f"What are the objectives of the {titles[-1]}?")
    return list(dict.fromkeys(found))


def followups(library: Library, answer: Answer, asked: Iterable[str]) -> list[str]:
    """Return questions on the meetings that an answer cites, without those already asked."""
    documents = {one.document for one in answer.citations}
    before = {_plain(question) for question in asked}
    found: list[str] = []
    for occasion in library.occasions:
        if any(record.document in documents and record.main for record in occasion.records):
            found += [one for one in _about(library, occasion) if _plain(one) not in before]
    return list(dict.fromkeys(found))


def _about(library: Library, occasion: Occasion) -> list[str]:
    """Return questions on one meeting for which there are records."""
    name = _the(occasion.lead.name)
    capacities = {group.capacity for group in _groups(library, occasion)}
    found = [
        question.format(meeting=name)
        for capacity, question in _CAPACITY_QUESTION.items()
        if capacity in capacities
    ]
    if any(record.chairs for record in occasion.records):
        found.append(f"Who chaired {name}?")
    if occasion.dates or occasion.place:
        found.append(f"When and where was {name} held?")
    if any(one.meeting in occasion.ids for one in library.of_type(Decision)):
        found.append(f"What was decided at {name}?")
    first = _first_party(library, occasion)
    if first:
        found.append(f"Did {first} attend {name}?")
    return found


def _groups(library: Library, occasion: Occasion) -> list[AttendanceGroup]:
    return [group for record in occasion.records for group in library.groups_of.get(record.id, ())]


def _first_party(library: Library, occasion: Occasion) -> str | None:
    entries: Sequence[Attendance] = [
        entry for group in _groups(library, occasion) for entry in library.attendance_of.get(group.id, ())
    ]
    states = [entry.party for entry in entries if entry.party_kind is PartyKind.STATE]
    return states[-1] if states else None


def _spread(occasions: Sequence[Occasion], count: int) -> list[Occasion]:
    """Return the latest, an early and a middle one, so that the examples show the width of the documents."""
    if len(occasions) <= count:
        return list(occasions)
    return [occasions[0], occasions[len(occasions) // 3], occasions[2 * len(occasions) // 3]]


def _the(name: str) -> str:
    return name if name.lower().startswith(("the ", "a ")) else f"the {name}"


def _plain(question: str) -> str:
    return " ".join(question.lower().split()).rstrip("?. ")
