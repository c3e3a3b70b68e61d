"""Questions that the documents can answer: examples to start with, and what could be asked next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.answer import Answer, Route, Status
from assistant.answerers.records.asking_back import meetings_meant
from assistant.events import AnswerEvent
from assistant.interface.page.visible import Visible
from assistant.library import Library
from assistant.question.occasions import Occasion
from assistant.question.scope import scope_of
from assistant.question.words import read_words
from corpus.document import DateRange, Kind
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
_NAMED = 3  # meetings of a question, or leads of a plan, that are asked about


class Answerable:
    """Picks the questions that the documents answer, by asking; what was found out is kept for a generation."""

    def __init__(self) -> None:
        # The answer's text by generation, filters and question; None where the records do not answer.
        self._known: dict[tuple[int, Filters | None, str], str | None] = {}

    def among(
        self, visible: Visible, questions: Iterable[str], most: int, told: Iterable[str] = ()
    ) -> list[str]:
        """Return the first `most` questions that the records of the documents answer for this reader.

        Questions whose answer is among those `told` already, or is that of an earlier question, are left out.
        """
        filters, generation = visible.restricted(None), visible.assistant.index.generation
        found: list[str] = []
        seen: set[str | None] = {None, *told}
        for question in questions:
            key = (generation, filters, question)
            if key not in self._known:
                if len(self._known) > _REMEMBERED:
                    self._known.clear()
                answer = _proven(visible, question, filters)
                of_records = answer.status is Status.ANSWERED and answer.route is Route.RECORDS
                self._known[key] = answer.text if of_records else None
            if self._known[key] not in seen:
                seen.add(self._known[key])
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


def followups(library: Library, answer: Answer, understood: str, asked: Iterable[str]) -> list[str]:
    """Return questions on what an answer is about, without those already asked.

    That is the meetings and plans that it cites; where it cites neither, the meetings that the question as it was
    `understood` names.
    """
    cited = {one.document for one in answer.citations}
    about = [one for one in library.occasions if any(it.document in cited and it.main for it in one.records)]
    plans = [id for id in dict.fromkeys(one.document for one in answer.citations) if _is_plan(library, id)]
    if not about and not plans:
        about = list(scope_of(read_words(understood), library).occasions)[:_NAMED]
    drawn = [question for id in plans for question in _about_plan(library, id)]
    drawn += [question for occasion in about for question in _about(library, occasion)]
    before = {_plain(question) for question in asked}
    return [one for one in dict.fromkeys(drawn) if _plain(one) not in before]


def _is_plan(library: Library, id: str) -> bool:
    document = library.documents.get(id)
    return document is not None and document.metadata.kind is Kind.WORK_PLAN


def _about_plan(library: Library, id: str) -> list[str]:
    """Return questions on one plan, and on the other plans of its body, the nearest first."""
    plan = library.documents[id].metadata
    name = _the(plan.title)
    items = [item for item in library.of_type(PlanItem) if item.document == id]
    found = [f"What are the objectives of {name}?"]
    found += [
        f"Which activities does {lead} lead in {name}?"
        for lead in dict.fromkeys(one.lead for one in items if one.lead)
    ][:_NAMED]
    found.append(f"How many objectives does {name} have?")
    others = [
        one.metadata
        for one in library.documents.values()
        if one.id != id and one.metadata.kind is Kind.WORK_PLAN and one.metadata.body == plan.body
    ]
    others.sort(key=lambda one: _apart(one.dates, plan.dates))
    return found + [f"What are the objectives of {_the(one.title)}?" for one in others]


def _apart(one: DateRange | None, other: DateRange | None) -> int:
    """Return the days between the beginnings of two periods; a period that is not known is far from all."""
    return abs((one.start - other.start).days) if one and other else 10**6


def _about(library: Library, occasion: Occasion) -> list[str]:
    """Return questions on one meeting for which there are records."""
    name = _full_name(library, occasion)
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


def _full_name(library: Library, occasion: Occasion) -> str:
    """Return a meeting's name, with its body where the name alone may mean a meeting of another."""
    name, body = _the(occasion.lead.name), occasion.lead.body
    if body and body.lower() not in name.lower():
        scope = scope_of(read_words(f"Who chaired {name}?", library.vocabulary), library)
        if len(meetings_meant(scope, library)) > 1:
            return f"{name} of {_the(body)}"
    return name


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
