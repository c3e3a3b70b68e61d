"""Typed records: facts read out of a document, each with the span that states it.

`evidence` spans are offsets into the canonical text of `document`. Values keep the document's own wording
unless a field says otherwise.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from corpus.document import DateRange, Frozen, Span


class Capacity(StrEnum):
    """In what capacity a party is listed."""

    MEMBER = "member"
    OBSERVER = "observer"
    CIVIL_SOCIETY = "civil society"
    PRIVATE_SECTOR = "private sector"
    INTERNATIONAL_ORGANISATION = "international organisation"
    WORKSTREAM = "workstream"  # a sister body of the same process
    SECRETARIAT = "secretariat"  # secretariat, support office, coordination unit
    GUEST = "invited guest"
    APOLOGIES = "apologies"
    ABSENT = "absent"
    SPEAKER = "speaker"  # reported as speaking, not as a list of attendance
    PARTICIPANT = "participant"  # listed as attending, capacity not said


class PartyKind(StrEnum):
    """What sort of party a name denotes."""

    STATE = "state"
    INTERNATIONAL_ORGANISATION = "international organisation"
    CIVIL_SOCIETY = "civil society"
    COMPANY = "company"
    BODY = "body"  # working group, task team, secretariat, office
    UNKNOWN = "unknown"


class Completeness(StrEnum):
    """Whether a list names everybody that it speaks of."""

    COMPLETE = "complete"  # presented as the list, and the stated count, if any, matches
    INCOMPLETE = "incomplete"  # the stated count does not match, or 'among others', 'including'
    UNKNOWN = "unknown"


class Record(Frozen):
    """What all records share."""

    id: str  # stable within the corpus
    document: str
    evidence: tuple[Span, ...]  # the first is the narrowest that states the fact


class Meeting(Record):
    """A meeting or event. An event inside a package (a dialogue on day one) has the package as `parent`."""

    type: Literal["meeting"] = "meeting"
    body: str | None = None
    name: str
    number: int | None = None
    dates: DateRange | None = None
    planned_dates: DateRange | None = None  # the first date of a meeting that was moved or not held
    place: str | None = None  # city and country as written
    planned_place: str | None = None  # the first place, where the meeting was moved
    venue: str | None = None
    mode: Literal["in person", "online", "hybrid"] | None = None
    chairs: tuple[str, ...] = ()  # parties or agencies that (co-)chaired, as written
    hosts: tuple[str, ...] = ()  # host of the meeting, joint hosts of an event
    status: Literal["held", "planned", "postponed", "cancelled"] = "held"
    parent: str | None = None
    main: bool = False  # the meeting that the document is about
    spans: dict[str, Span] = Field(default_factory=dict)  # field name → where it is stated


class Attendance(Record):
    """One party in one list."""

    type: Literal["attendance"] = "attendance"
    meeting: str  # id of the Meeting
    group: str  # id of the AttendanceGroup
    party: str  # canonical name, see corpus.names.parties
    written: str  # as written in the document
    party_kind: PartyKind
    acronym: str | None = None
    capacity: Capacity
    capacity_text: str  # the document's own words ('other members as observers')
    mode: str | None = None  # as written: 'by video link', 'on screen', 'In the room'
    presence: Literal["in person", "online"] | None = None  # what `mode` amounts to
    note: str | None = None  # remark as written: 'items 5 and 6 only', 'guest of the host country'
    represented_by: tuple[str, ...] = ()  # names of persons listed for the party


class AttendanceGroup(Record):
    """One list of attendance: 'nine additional members as observers (…)'.

    A group of level 'senior officials' re-lists parties that stand in other groups.
    """

    type: Literal["attendance_group"] = "attendance_group"
    meeting: str
    capacity: Capacity
    label: str  # the list's head in the document's own words
    level: str | None = None  # 'senior officials', 'ministers'
    stated: int | None = None  # the count that the document states
    named: int  # how many names were read
    completeness: Completeness


class Person(Record):
    """A named person at a meeting. One record for each statement about the person."""

    type: Literal["person"] = "person"
    meeting: str | None = None
    honorific: str | None = None
    name: str  # without honorific
    post: str | None = None
    organisation: str | None = None  # ministry, agency, company
    party: str | None = None  # canonical name of the state or organisation represented
    roles: tuple[str, ...] = ()  # 'chair', 'vice-chair', 'co-chair', 'moderator', 'opened', 'participant', …
    role_text: str | None = None  # the document's own words ('Senior Official Co-Chair')
    session: str | None = None  # title of the session or panel that the role is about
    predecessor: str | None = None  # name of the person from whom the role or post was taken over


class Contribution(Record):
    """Who presented, reported, moderated, opened or hosted what."""

    type: Literal["contribution"] = "contribution"
    meeting: str | None = None
    actors: tuple[str, ...]  # parties or persons, as written, in order
    verb: str  # lemma: present, report, moderate, open, host, propose, offer, …
    subject: str  # what, in the document's words; of a programme: the title of the session
    session: str | None = None  # title of the session or panel in which it happened
    date: DateRange | None = None  # day of that session
    time: str | None = None  # '9:30–11:00', as written


class Headcount(Record):
    """A number of people or parties stated for a meeting ('58 persons registered')."""

    type: Literal["headcount"] = "headcount"
    meeting: str | None = None
    number: int
    unit: str  # 'persons', 'participants', 'countries', … as written
    qualifier: str | None = None  # 'in all', 'in the room', 'by video link'


class Decision(Record):
    """Something that the meeting decided, agreed, adopted, welcomed or asked for."""

    type: Literal["decision"] = "decision"
    meeting: str | None = None
    kind: str | None = None  # 'Decision', 'Recommendation', 'Conclusion', as the label is headed
    label: str | None = None  # 'D5/1', '6/2', '8-I', or the number of the paragraph: '7.2'
    text: str


class ActionItem(Record):
    """A task with an owner and, where given, a due date."""

    type: Literal["action_item"] = "action_item"
    meeting: str | None = None
    label: str | None = None  # 'AP 5/1'
    text: str
    owner: str | None = None
    due: DateRange | None = None
    due_text: str | None = None
    status: str | None = None  # what a tracker remarks on it: 'Done, late. Delivered on 5 May 2023'


class PlanItem(Record):
    """One activity, objective or priority of a work plan."""

    type: Literal["plan_item"] = "plan_item"
    plan: str  # title of the plan
    level: Literal["objective", "activity"]
    number: str | None = None  # '2.1'
    objective: str | None = None  # the objective that an activity stands under
    text: str
    lead: str | None = None
    partners: tuple[str, ...] = ()
    timeline: str | None = None
    start: str | None = None  # where beginning and end stand in columns of their own
    end: str | None = None
    indicator: str | None = None
    budget: str | None = None  # with its unit: '2.7 million euros'


class Term(Record):
    """An acronym or short name with its expansion, as the document defines it."""

    type: Literal["term"] = "term"
    acronym: str
    expansion: str


class Proposal(Record):
    """What a chat model proposes as a record: the document's own words, never read by the answers.

    Kept apart from the kinds above, so that nothing exact is ever made of it.
    """

    type: Literal["proposal"] = "proposal"
    kind: str  # 'decision', 'task', 'attendance', …
    text: str  # verbatim, white space aside
    by: str  # the model's name
    proposed: Literal[True] = True


AnyRecord = Annotated[
    Meeting
    | Attendance
    | AttendanceGroup
    | Person
    | Contribution
    | Headcount
    | Decision
    | ActionItem
    | PlanItem
    | Term
    | Proposal,
    Field(discriminator="type"),
]
