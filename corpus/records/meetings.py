"""Meetings: the one that a document is about, the events inside it, and the others that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.about.body import process_of
from corpus.document import Block, BlockKind, Document, Precision
from corpus.names.dates import find_dates
from corpus.names.gatherings import OWN
from corpus.names.parties import PartyTable
from corpus.records.meeting_columns import meeting_columns
from corpus.records.meeting_details import (
    Details,
    is_day,
)
from corpus.records.meeting_drafts import (
    INTRO,
    DocumentMeetings,
    Draft,
    assembled,
    close_to,
    identity,
    shares_words,
    within,
)
from corpus.records.meeting_main import MainMeeting
from corpus.records.meeting_mentions import Mention, mentions, numbered_alone
from corpus.records.meeting_sentences import MentionReader
from corpus.records.meeting_tables import meeting_rows
from corpus.records.statements import Statement, split, statements

__all__ = ["DocumentMeetings", "read_meetings"]


def read_meetings(document: Document, parties: PartyTable) -> DocumentMeetings:
    """Return the meetings that a document speaks of: the main one first, then its events, then others."""
    return _Reading(document, parties).read()


class _Reading(MentionReader):
    def __init__(self, document: Document, parties: PartyTable) -> None:
        self.document = document
        self.parties = parties
        self.statements = [s for s in statements(document) if s.kind is not BlockKind.ROW]
        self.year = _year(document, self.statements)
        self.whole = MainMeeting(document, parties, self.statements, self.year)
        self.main = self.whole.draft
        self.process = process_of([statement.text for statement in self.statements[:INTRO]])
        self.drafts: dict[tuple[object, ...], Draft] = {}

    def read(self) -> DocumentMeetings:
        rows = list(self.rows())
        for index, statement in enumerate(self.statements):
            for sentence in self.sentences(statement):
                self.sentence(sentence, index)
        if self.main is not None:
            self.whole.settle_main(self.main)
        self.headed()
        drafts = [*self.drafts.values(), *(draft for draft, _ in rows)]
        drafts += self.columns(drafts)
        return assembled(self.document, self.parties, self.main, drafts)

    def sentences(self, statement: Statement) -> Iterator[Statement]:
        if statement.kind is BlockKind.HEADING:
            yield statement
        else:
            yield from split(statement)

    def sentence(self, sentence: Statement, index: int) -> None:
        text = sentence.text
        named = mentions(text)
        if not named and self.main is not None and self.main.number is not None:
            named = numbered_alone(text, self.main.sort)
        taken: set[int] = set()
        for position, mention in enumerate(named):
            following = named[position + 1].start if position + 1 < len(named) else len(text)
            self.mention(sentence, mention, following, taken, index)
        if self.main is not None and (
            index < INTRO or re.match(r"\W*(?:[Cc]o-)?[CcHh](?:hairs?|osts?)\b[^.]{0,40}:", text)
        ):
            self.whole.about_main(sentence, named, index, self.event_like)

    def keep(self, sentence: Statement, mention: Mention, details: Details, index: int) -> None:
        main = self.main
        number, name = mention.number, mention.name
        if mention.name == "previous meeting":
            number = main.number - 1 if main is not None and main.number and main.number > 1 else None
        span = (
            sentence.start + mention.start,
            sentence.end if len(sentence.text) < 300 else sentence.start + mention.end,
        )
        if main is not None and self.whole.belongs_to_main(mention):
            whole = main.details.dates
            if (
                details.dates is not None
                and whole is not None
                and details.dates.days
                and not whole.days
                and (details.dates.start, details.dates.end) == (whole.start, whole.end)
            ):
                main.details.dates = details.dates  # the days are named one by one here
            inner = (
                is_day(details.dates) and is_day(main.details.dates) and details.dates != main.details.dates
            )
            if not inner or not within(details.dates, main.details.dates):
                if (
                    details.dates is not None
                    and main.details.dates is not None
                    and details.dates != main.details.dates
                ):
                    return  # another document's date for it, or a date of something else
                if details.place and main.details.place and details.place.startswith(main.details.place):
                    main.details.place = details.place  # 'Suva, Fiji' rather than 'Suva'
                    main.details.spans["place"] = details.spans["place"]
                main.details.fill(details)
                return
            held = re.search(r"\b(?:held|convened|met for|took place|gathered)\b", sentence.text)
            if sentence.kind is not BlockKind.HEADING and not (held and index < INTRO):
                return
        dates = details.dates
        ended = main.details.dates.end if main is not None and main.details.dates is not None else None
        written_up = bool(self.document.blocks) and self.document.blocks[0].kind is BlockKind.FRONT_MATTER
        if ended is not None and dates is not None and dates.start > ended and not written_up:
            details.status = "planned" if details.status == "held" else details.status  # later than the paper
        if (
            dates is not None
            and dates.precision is Precision.YEAR
            and details.status == "held"
            and details.place is None
            and not (number is not None and details.mode)
        ):
            return
        body = self.document.metadata.body
        if number is None and (
            (body and _names_body(mention.name, body)) or _of_process(mention.name, self.process)
        ):
            return  # the body itself: 'the Alpine Forum', or its newsletter
        if main is not None and number is None and dates is None and details.status == "held":
            known = any(d.sort == mention.sort for d in self.drafts.values())
            if mention.sort not in ("visit", "workshop", "tour", "training") and not known:
                return  # neither a number nor a day: nothing that could be asked for
        if (
            number is None
            and dates is None
            and main is not None
            and details.place
            and details.status == "held"
        ) and details.place.split(",")[0] == (main.details.place or "").split(",")[0]:
            return  # another name for what the document is about
        same_days = main is not None and dates is not None and dates == main.details.dates
        if main is not None and same_days and number is None and mention.sort in {*OWN, "conference"}:
            main.details.fill(details)
            return
        draft = Draft(name, number, mention.sort, None, details, [span])
        draft.parent = (
            main is not None
            and is_day(dates)
            and (number is None or number == main.number)
            and details.status == "held"
            and close_to(dates, main.details.dates)
        )
        draft.body = mention.body or (
            self.document.metadata.body
            if number is not None or draft.parent or re.match(r"(?:Extraordinary|Special|Resumed)\b", name)
            else None
        )
        if (
            mention.body
            and self.document.metadata.body
            and shares_words(mention.body, self.document.metadata.body)
        ):
            draft.body = self.document.metadata.body
        if (
            main is None
            and details.status == "held"
            and sentence.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
        ):
            # of a report on many meetings, what follows in the paragraph is about the one named last
            draft.covers.append((sentence.start, self.document.blocks[sentence.block].end))
        if sentence.kind is BlockKind.HEADING:
            if len(mentions(sentence.text)) == 1:  # a title names all the events of a package
                draft.covers.append(self.section_of(sentence))
        elif re.match(r"\W*(?:the\s+)?$", sentence.text[: mention.start], re.I) and re.match(
            r"[^.;]{0,60}:", sentence.text[mention.end :]
        ):
            block = self.document.blocks[sentence.block]
            draft.covers.append((block.start, block.end))
        self.merge(draft)

    def merge(self, draft: Draft) -> None:
        dates = draft.details.dates
        key: tuple[object, ...]
        if draft.number is not None and not draft.parent:
            key = (
                draft.number,
                draft.sort,
                draft.body if draft.body != self.document.metadata.body else None,
            )
        elif dates is not None:
            key = (draft.sort, dates.start, draft.details.status)
        else:
            alike = [
                d
                for d in self.drafts.values()
                if d.sort == draft.sort and d.number is None and d.details.dates
            ]
            near = next((d for d in alike if draft.name.lower() in d.name.lower()), None)
            if near is not None:
                near.details.fill(draft.details)
                return
            key = (draft.name.lower(),)
        known = self.drafts.get(key)
        if known is None:
            self.drafts[key] = draft
            return
        known.details.fill(draft.details)
        known.covers.extend(draft.covers)
        known.evidence.extend(draft.evidence)
        if len(draft.name) > len(known.name):
            known.name = draft.name

    def event_like(self, mention: Mention) -> Draft | None:
        """The event of a sort, made if the document names it only later."""
        for draft in self.drafts.values():
            if draft.parent and draft.sort == mention.sort:
                return draft
        draft = Draft(mention.name, None, mention.sort, None, Details(), [], parent=True)
        self.drafts[("pending", mention.sort)] = draft
        return draft

    def section_of(self, statement: Statement) -> tuple[int, int]:
        block: Block = self.document.blocks[statement.block]
        sections = self.document.sections
        if not sections or not 0 <= block.section < len(sections):
            return block.start, block.end
        section = sections[block.section]
        end = section.end
        for later in sections[block.section + 1 :]:
            if later.level <= section.level:
                break
            end = later.end
        return section.start, end

    def headed(self) -> None:
        """Sections headed by an event's name without its date belong to that event; join what was pending."""
        for key in [key for key in self.drafts if key[0] == "pending"]:
            draft = self.drafts.pop(key)
            dated_one = next((d for d in self.drafts.values() if d.parent and d.sort == draft.sort), None)
            if dated_one is not None:
                dated_one.details.fill(draft.details)
            elif self.main is not None:
                self.main.details.fill(draft.details)
        self.join_numbered()
        for statement in self.statements:
            if statement.kind is not BlockKind.HEADING:
                continue
            if len(mentions(statement.text)) > 1:
                continue
            cover = self.section_of(statement)
            words = set(re.findall(r"[a-z]{4,}", statement.text.lower()))
            for draft in self.drafts.values():
                if draft.parent and not draft.covers and draft.sort in words:
                    draft.covers.append(cover)
                    break

    def join_numbered(self) -> None:
        """'3rd Round Table on X' in the title and 'Round Table on X — 14 June' below are one event of the package."""
        for key, draft in list(self.drafts.items()):
            if draft.number is None or draft.parent:
                continue
            span = draft.details.dates
            bare = draft.name.split(" ", 1)[-1].lower()
            dated_one = next(
                (
                    d
                    for d in self.drafts.values()
                    if d.parent
                    and d.number is None
                    and d.sort == draft.sort
                    and d.name.lower() == bare
                    and (span is None or within(d.details.dates, span))
                ),
                None,
            )
            if dated_one is not None:
                dated_one.name, dated_one.number = draft.name, draft.number
                dated_one.evidence.extend(draft.evidence)
                dated_one.details.fill(draft.details)
                del self.drafts[key]

    def rows(self) -> Iterator[tuple[Draft, tuple[int, int]]]:
        for table in self.document.tables:
            for row in meeting_rows(self.document, table, self.parties):
                evidence = (row.row.start, row.row.end)
                draft = Draft(
                    row.name, row.number, row.sort, self.document.metadata.body, row.details, [evidence]
                )
                draft.covers.append(evidence)
                yield draft, evidence
                if row.joint is not None:
                    mention, details, _ = row.joint
                    joint = Draft(mention.name, None, mention.sort, None, details, [evidence])
                    joint.of = identity(self.document, draft)
                    yield joint, evidence

    def columns(self, known: list[Draft]) -> Iterator[Draft]:
        """Meetings that a table of marks names at the head of a column, and nothing else names."""
        numbers = {draft.number for draft in [*known, *([self.main] if self.main is not None else [])]}
        for table in self.document.tables:
            for column in meeting_columns(self.document, table):
                if column.name is None or column.number in numbers:
                    continue
                numbers.add(column.number)
                span = (column.start, column.end)
                yield Draft(
                    column.name,
                    column.number,
                    column.sort,
                    self.document.metadata.body,
                    column.details,
                    [span],
                )


def _of_process(name: str, process: str | None) -> bool:
    """Whether a name is that of the process itself, or of its newsletter: 'Alpine Dialogue on Ferries'."""
    short = " ".join((process or "").split()[:2])
    return len(short.split()) == 2 and short.lower() in name.lower()


def _names_body(name: str, body: str) -> bool:
    words = set(re.findall(r"[^\W\d_]{4,}", body.lower()))
    named = set(re.findall(r"[^\W\d_]{4,}", name.lower()))
    return name.lower() in body.lower() or (len(words) > 2 and words <= named)


def _year(document: Document, found: list[Statement]) -> int | None:
    dates = document.metadata.dates
    if dates is not None and dates.precision is not Precision.YEAR:
        return dates.start.year
    for statement in found[:8]:
        for hit in find_dates(statement.text):
            if hit.range.precision is not Precision.YEAR:
                return hit.range.start.year
    return dates.start.year if dates is not None and dates.start.year == dates.end.year else None
