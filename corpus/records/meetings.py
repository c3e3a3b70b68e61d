"""Meetings: the one that a document is about, the events inside it, and the others that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from corpus.document import Block, BlockKind, DateRange, Document, Kind, Precision, Span
from corpus.names.dates import find_dates
from corpus.names.parties import PartyTable
from corpus.records.meeting_details import (
    Details,
    chairs_in,
    dated,
    hosts_in,
    is_day,
    linked,
    mode_of,
    moved,
    place_at,
    place_near,
    places_in,
    status_of,
)
from corpus.records.meeting_mentions import Mention, mentions
from corpus.records.meeting_tables import meeting_rows
from corpus.records.statements import Statement, record_id, split, states_gap, statements
from corpus.records.types import Meeting

_INTRO = 14  # statements at the head of a document that may say how its meeting was held
_HELD = re.compile(
    r"\b(?:held|met|took place|conven\w+|gather\w+|sessions?|meeting was|participat\w+|delegat\w+|follow\w+|joined|attend\w*"
    r"|connected|events? (?:was|were))\b|^\W*(?:Format|Mode|Venue|Place|Location|Form)\b\W*:",
    re.IGNORECASE,
)
_MARKED_CHAIR = re.compile(r"\(\W*(?:Co-)?Chair(?:person|man|woman)?\W*\)", re.IGNORECASE)
_VENUE_LINE = re.compile(r"^\W*(?:Venue|Place|Location|Where)\W*:[\s*]*", re.IGNORECASE)
_VENUE = re.compile(r"\bat\s+(?:the\s+)?(?P<venue>(?:[A-Z][\w’'-]*\s+){0,5}(?:Hotel|Cent(?:re|er)|Palace|Resort|Hall|Airport|Headquarters"
                    r"|House|University|Institute|Complex|Auditorium)(?:\s+(?:[A-Z][\w’'-]*)){0,3})")  # fmt: skip
_NEAR_DAYS = 10  # an event this close to the main meeting belongs to its package


@dataclass(slots=True)
class _Draft:
    name: str
    number: int | None
    sort: str
    body: str | None
    details: Details
    evidence: list[tuple[int, int]]
    main: bool = False
    parent: bool = False
    of: str | None = None  # id of the parent where that is not the main meeting
    covers: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class DocumentMeetings:
    """The meetings of a document and which stretches of its text are about which; the context of the readers."""

    meetings: tuple[Meeting, ...]
    parties: PartyTable
    main: str | None
    covers: tuple[tuple[int, int, str], ...]
    years: tuple[int, ...] = ()

    def meeting_at(self, position: int) -> str | None:
        """Return the id of the meeting that the text at a position is about, or None."""
        inside = [cover for cover in self.covers if cover[0] <= position < cover[1]]
        return min(inside, key=lambda cover: cover[1] - cover[0])[2] if inside else self.main

    def numbered(self, number: int) -> str | None:
        """Return the id of the meeting with an ordinal, if the document speaks of one."""
        return next((m.id for m in self.meetings if m.number == number and m.parent is None), None)


def read_meetings(document: Document, parties: PartyTable) -> DocumentMeetings:
    """Return the meetings that a document speaks of: the main one first, then its events, then others."""
    return _Reading(document, parties).read()


class _Reading:
    def __init__(self, document: Document, parties: PartyTable) -> None:
        self.document = document
        self.parties = parties
        self.statements = [s for s in statements(document) if s.kind is not BlockKind.ROW]
        self.year = _year(document, self.statements)
        self.main: _Draft | None = None
        self.drafts: dict[tuple[object, ...], _Draft] = {}

    def read(self) -> DocumentMeetings:
        self.main = self.main_draft()
        rows = list(self.rows())
        for index, statement in enumerate(self.statements):
            for sentence in self.sentences(statement):
                self.sentence(sentence, index)
        if self.main is not None:
            self.settle_main(self.main)
        self.headed()
        return self.assembled(rows)

    def sentences(self, statement: Statement) -> Iterator[Statement]:
        if statement.kind is BlockKind.HEADING:
            yield statement
        else:
            yield from split(statement)

    # The main meeting

    def main_draft(self) -> _Draft | None:
        metadata = self.document.metadata
        if metadata.kind is Kind.WORK_PLAN or (metadata.kind is Kind.PAGE and metadata.number is None):
            return None
        named: list[tuple[Mention, tuple[int, int]]] = []
        for statement in self.statements[:_INTRO]:
            for mention in mentions(statement.text):
                if not mention.plain:
                    named.append((mention, (statement.start + mention.start, statement.start + mention.end)))
        titled = [mention for mention in mentions(metadata.title) if not mention.plain]
        number = metadata.number
        numbered = [pair for pair in named if number is not None and pair[0].number == number]
        first = numbered or [pair for pair in named if any(pair[0].name == t.name for t in titled)]
        if number is None and (held := self.held()) is not None:
            first = [held]
            number = held[0].number
        if first:
            mention, span = first[0]
            name, sort = mention.name, mention.sort
        elif titled:
            name, sort, span = titled[0].name, titled[0].sort, self.title_span()
        elif number is None and metadata.kind is not Kind.EVENT and not (named or metadata.dates):
            return None
        else:
            name, sort, span = metadata.title, "meeting", self.title_span()
        details = Details()
        if metadata.dates is not None and metadata.dates.precision is not Precision.YEAR:
            details.dates = metadata.dates
        place = metadata.place
        if place and place_at(place, 0) is not None and not states_gap(place) and not mode_of(place):
            details.place = re.sub(r"\s*\((?!.*,).*", "", place).strip()
        elif place and (mode := mode_of(place)):
            details.mode = mode[0]
            if found := place_at(place, 0):
                details.place = place[: found[1]]
        return _Draft(name, number, sort, metadata.body, details, [span], main=True)

    def held(self) -> tuple[Mention, tuple[int, int]] | None:
        """The meeting that the head of the document says its body held: 'held its Second Regional Workshop'."""
        for statement in self.statements[:_INTRO]:
            for mention in mentions(statement.text):
                before = statement.text[: mention.start]
                if mention.number is not None and re.search(
                    r"\b(?:held|convened|met for|opened)\s+(?:its|the|their)\s+$", before
                ):
                    return mention, (statement.start + mention.start, statement.start + mention.end)
        return None

    def title_span(self) -> tuple[int, int]:
        blocks = self.document.blocks
        block = next((b for b in blocks if b.kind is BlockKind.HEADING), blocks[0] if blocks else None)
        return (block.start, block.end) if block else (0, 0)

    def settle_main(self, main: _Draft) -> None:
        """Find where the dates and place that the document gives of its meeting are stated."""
        details = main.details
        if details.dates is not None and "dates" not in details.spans:
            for statement in self.statements:
                hit = next(
                    (f for f in find_dates(statement.text, self.year) if f.range == details.dates), None
                )
                if hit is not None:
                    details.spans["dates"] = (statement.start + hit.start, statement.start + hit.end)
                    break
        if details.place is not None and "place" not in details.spans:
            for part in (details.place, details.place.split(",")[0]):
                for statement in self.statements:
                    at = statement.text.find(part)
                    if at >= 0:
                        details.spans["place"] = (statement.start + at, statement.start + at + len(part))
                        break
                if "place" in details.spans:
                    break
        if not details.chairs:
            self.marked_chairs(main)
        if details.mode is None and details.place is None and "online" in main.name.lower():
            details.mode = "online"

    # Sentences

    def sentence(self, sentence: Statement, index: int) -> None:
        text = sentence.text
        named = mentions(text)
        taken: set[int] = set()
        for position, mention in enumerate(named):
            following = named[position + 1].start if position + 1 < len(named) else len(text)
            self.mention(sentence, mention, following, taken, index)
        if self.main is not None and (
            index < _INTRO or re.match(r"\W*(?:[Cc]o-)?[CcHh](?:hairs?|osts?)\b[^.]{0,40}:", text)
        ):
            self.about_main(sentence, named, index)

    def belongs_to_main(self, mention: Mention) -> bool:
        main = self.main
        if main is None:
            return False
        if mention.number is not None:
            same_body = mention.body is None or main.body is None or _shares(mention.body, main.body)
            return (
                mention.number == main.number
                and same_body
                and (mention.sort == main.sort or main.sort == "event")
            )
        return mention.name.lower() == main.name.lower() and not mention.plain

    def mention(
        self, sentence: Statement, mention: Mention, following: int, taken: set[int], index: int
    ) -> None:
        text = sentence.text
        found = dated(text, mention, following, self.year, taken)
        if (
            found is not None
            and found.end <= mention.start
            and self.spans_main(found.range)
            and len(mentions(text)) > 1
        ):
            found = None  # 'From 18 to 20 May the Group held a dialogue, its meeting and a workshop'
        status = status_of(text, mention)
        details = Details(status=status)
        if found is not None:
            taken.add(found.start)
            details.dates = found.range
            details.spans["dates"] = (sentence.start + found.start, sentence.start + found.end)
        place = next(
            (
                p
                for p in places_in(text)
                if mention.end <= p[0] < max(following, found.end if found else 0)
                and linked(text[mention.end : p[0]])
            ),
            None,
        )
        if place is None and found is not None:
            place = place_near(text, found)
            if place is not None and mention.start < place[1] and place[0] < mention.end:
                place = None
        if place is not None:
            details.place = text[place[0] : place[1]]
            details.spans["place"] = (sentence.start + place[0], sentence.start + place[1])
        near = text[mention.end : min(following, mention.end + 40)]
        if (mode := mode_of(near)) and linked(near[: mode[1]]):
            details.mode = mode[0]
            details.spans["mode"] = (
                sentence.start + mention.end + mode[1],
                sentence.start + mention.end + mode[2],
            )
        self.hosting(sentence, mention, details)
        if details.dates and (chairs := chairs_in(text[mention.end : following], self.parties)):
            details.chairs = tuple(text[mention.end + a : mention.end + b] for a, b in chairs)
            left = sentence.start + mention.end
            details.spans["chairs"] = (left + chairs[0][0], left + chairs[-1][1])
        if not (details.dates or details.place or details.mode or details.status == "cancelled"):
            return
        if self.main is not None and mention.plain and moved(text) and "dates" in details.spans:
            self.main.details.spans.setdefault("first announced", details.spans["dates"])
            return
        if mention.plain and details.status == "held" and not (found and sentence.kind is BlockKind.HEADING):
            own_day = (
                found is not None
                and is_day(found.range)
                and mention.sort not in ("meeting", "session", "event", "week")
            )
            if not own_day:
                return
        self.keep(sentence, mention, details, index)

    def spans_main(self, dates: DateRange) -> bool:
        main = self.main
        return main is not None and main.details.dates == dates and dates.start != dates.end

    def hosting(self, sentence: Statement, mention: Mention, details: Details) -> None:
        """'Namibia offered to host the 4th Meeting', 'will host the Ninth Meeting in Bishkek'."""
        before = sentence.text[: mention.start]
        match = re.search(
            r"(?P<who>[A-Z][\w’' -]+?)\s+(?:has\s+|have\s+)?(?:offered|offers|agreed|will|would|is)\b[^.;]{0,60}\bhost\w*\s+(?:the\s+|a\s+)?$",
            before,
        ) or re.search(
            r"\boffer\s+of\s+(?P<who>[A-Z][\w’' -]+?)\s+to\s+host\s+(?:the\s+|a\s+)?$"
            r"|^(?:The\s+)?(?P<whom>[A-Z][\w’' -]+?)\s+(?:was|is|has|will|took|takes)\b[^.;]*?\b(?:will|would|offered to|agreed to)"
            r"\s+host\s+(?:the\s+)?$",
            before,
        )
        if match:
            group = "who" if match["who"] else "whom"
            who = re.sub(r"^(?:The|the)\s+", "", match[group])
            if self.parties.resolve(who, fuzzy=False) is not None:
                details.hosts = (who,)
                start = sentence.start + match.end(group) - len(who)
                details.spans["hosts"] = (start, start + len(who))
                details.status = "planned"

    def keep(self, sentence: Statement, mention: Mention, details: Details, index: int) -> None:
        main = self.main
        number, name = mention.number, mention.name
        if mention.name == "previous meeting":
            number = main.number - 1 if main is not None and main.number and main.number > 1 else None
        span = (
            sentence.start + mention.start,
            sentence.end if len(sentence.text) < 300 else sentence.start + mention.end,
        )
        if main is not None and self.belongs_to_main(mention):
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
            if not inner or not _within(details.dates, main.details.dates):
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
            if sentence.kind is not BlockKind.HEADING and not (held and index < _INTRO):
                return
        dates = details.dates
        if (
            dates is not None
            and dates.precision is Precision.YEAR
            and details.status == "held"
            and details.place is None
        ):
            return
        body = self.document.metadata.body
        if number is None and body and mention.name.lower() in body.lower():
            return  # the body itself: 'the Alpine Forum'
        if (
            number is None
            and dates is None
            and main is not None
            and details.place
            and details.status == "held"
        ):
            if details.place.split(",")[0] == (main.details.place or "").split(",")[0]:
                return  # another name for what the document is about
        same_days = main is not None and dates is not None and dates == main.details.dates
        if (
            main is not None
            and same_days
            and number is None
            and mention.sort in ("meeting", "session", "conference")
        ):
            main.details.fill(details)
            return
        draft = _Draft(name, number, mention.sort, None, details, [span])
        draft.parent = (
            main is not None
            and is_day(dates)
            and (number is None or number == main.number)
            and details.status == "held"
            and _close(dates, main.details.dates)
        )
        draft.body = mention.body or (
            self.document.metadata.body if number is not None or draft.parent else None
        )
        if (
            mention.body
            and self.document.metadata.body
            and _shares(mention.body, self.document.metadata.body)
        ):
            draft.body = self.document.metadata.body
        if sentence.kind is BlockKind.HEADING:
            if len(mentions(sentence.text)) == 1:  # a title names all the events of a package
                draft.covers.append(self.section_of(sentence))
        elif re.match(r"\W*(?:the\s+)?$", sentence.text[: mention.start], re.I) and re.match(
            r"[^.;]{0,60}:", sentence.text[mention.end :]
        ):
            block = self.document.blocks[sentence.block]
            draft.covers.append((block.start, block.end))
        self.merge(draft)

    def merge(self, draft: _Draft) -> None:
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

    def about_main(self, sentence: Statement, named: list[Mention], index: int) -> None:
        """What the head of the document says of its own meeting without naming it."""
        main, text = self.main, sentence.text
        if main is None:
            return
        others = [m for m in named if m.number is not None and not self.belongs_to_main(m)]
        start = sentence.start
        if others:
            text = text[: others[0].start]
            if len(text) < 25:
                return

        def spans(found: list[tuple[int, int]]) -> tuple[str, ...]:
            return tuple(text[a:b] for a, b in found)

        if not main.details.chairs and (chairs := chairs_in(text, self.parties)):
            main.details.chairs = spans(chairs)
            main.details.spans["chairs"] = (start + chairs[0][0], start + chairs[-1][1])
        if index >= _INTRO:
            return
        if hosts := hosts_in(text, self.parties):
            event = next((m for m in named if m.number is None and not m.plain and m.sort != main.sort), None)
            target = (
                self.event_like(event)
                if event and re.search(r"\b(?:jointly|co-?)\s?hosted\b", text)
                else main
            )
            if target is not None and not target.details.hosts:
                target.details.hosts = spans(hosts)
                target.details.spans["hosts"] = (start + hosts[0][0], start + hosts[-1][1])
        if index < 8 and main.details.venue is None and main.details.place is None:
            self.held_at(main, text, start)
        if sentence.kind is BlockKind.HEADING:
            return
        alone = all(self.belongs_to_main(m) or m.plain for m in named)
        if alone and main.details.venue is None and (venue := self.venue(text)):
            main.details.venue = text[venue[0] : venue[1]]
            main.details.spans["venue"] = (start + venue[0], start + venue[1])
        about = index < 9 and sentence.kind is not BlockKind.ROW and bool(_HELD.search(text))
        if main.details.mode is None and about and (mode := mode_of(text)):
            plain = mode[0]
            if re.search(r"(?im)^\W*(?:place|venue|location|where)\W*:\W*(?:online|virtual)", text):
                main.details.place = None
                main.details.spans.pop("place", None)
            if plain == "online" and (main.details.place or main.details.venue):
                plain = "hybrid"
            main.details.mode = plain
            main.details.spans["mode"] = (start + mode[1], start + mode[2])
        if main.details.place is None and re.search(
            r"\b(?:held|met|gathered|convened|took place|came together|hosted)\b", text
        ):
            found = places_in(text)
            day = next((f for f in find_dates(text, self.year) if is_day(f.range)), None)
            if found and day is not None:
                main.details.place = text[found[-1][0] : found[-1][1]]
                main.details.spans["place"] = (start + found[-1][0], start + found[-1][1])
        if main.details.dates is None:
            met = re.search(r"\b(?:held|met|gathered|convened|took place|came together)\b", text)
            day = next((f for f in find_dates(text, self.year) if is_day(f.range)), None)
            published = re.match(r"\W*(?:Published|Posted|Updated|Issued)", text)
            if day is not None and (met or (index < 6 and not published and len(text) < 80)):
                main.details.dates = day.range
                main.details.spans["dates"] = (start + day.start, start + day.end)

    def held_at(self, main: _Draft, text: str, start: int) -> None:
        """'Held at the Marine Centre, Honiara, Solomon Islands': venue and place in one line."""
        line = re.match(
            r"^\W*[Hh]eld\s+(?:at|in)\s+(?:the\s+)?(?P<where>[A-ZÀ-Þ][^\n.;]{4,150}?)(?=[\n.;]|,?\s+(?:on|from)\s|$)",
            text,
        )
        if line is None:
            return
        where = line["where"]
        for hit in find_dates(where, self.year)[:1]:
            where = where[: hit.start].rstrip(" ,")
        parts = [part for part in re.split(r",\s+", where) if part]
        country = self.parties.resolve(parts[-1], fuzzy=False) if parts else None
        size = 2 if country is not None and len(parts) > 1 else 1
        where = ", ".join(parts[-size:])
        at = text.find(where)
        if at >= 0 and (size == 2 or len(parts) > 1):
            main.details.place = where
            main.details.spans["place"] = (start + at, start + at + len(where))
        if len(parts) > size:
            venue = ", ".join(parts[:-size])
            at = text.find(venue)
            if at >= 0:
                main.details.venue = venue
                main.details.spans["venue"] = (start + at, start + at + len(venue))

    def venue(self, text: str) -> tuple[int, int] | None:
        line = _VENUE_LINE.match(text)
        if line:
            end = re.search(r",\s+and\s+by\b|;|\(|\.\s*$|$", text[line.end() :])
            stop = line.end() + (end.start() if end else 0)
            part = text[line.end() : stop]
            if re.search(
                r"\b(?:Hotel|Cent(?:re|er)|Palace|Hall|Resort|Room|House|Headquarters|University|Building)\b",
                part,
            ):
                first = part.split(",")[0]
                return line.end(), line.end() + len(first.rstrip("* "))
            return None
        match = _VENUE.search(text)
        return match.span("venue") if match else None

    def event_like(self, mention: Mention) -> _Draft | None:
        """The event of a sort, made if the document names it only later."""
        for draft in self.drafts.values():
            if draft.parent and draft.sort == mention.sort:
                return draft
        draft = _Draft(mention.name, None, mention.sort, None, Details(), [], parent=True)
        self.drafts[("pending", mention.sort)] = draft
        return draft

    def marked_chairs(self, main: _Draft) -> None:
        """Parties whose delegate is marked '(Chair)' in a list or table of participants."""
        for block in self.document.blocks:
            if block.kind not in (BlockKind.ITEM, BlockKind.ROW, BlockKind.PARAGRAPH):
                continue
            text = self.document.text[block.start : block.end]
            if not _MARKED_CHAIR.search(text):
                continue
            found = [hit for hit in self.parties.find(text) if not hit.demonym]
            if found and re.fullmatch(r"[\W\d]*(?:the\s+)?", text[: found[0].start], re.I):
                written = text[found[0].start : found[0].end]
                if written not in main.details.chairs:
                    main.details.chairs = (*main.details.chairs, written)
                    span = (block.start + found[0].start, block.start + found[0].end)
                    main.details.spans.setdefault("chairs", span)

    # Sections and tables

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
                self.main.details.fill(replace_spans(draft.details))
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

    def rows(self) -> Iterator[tuple[_Draft, tuple[int, int]]]:
        for table in self.document.tables:
            for row in meeting_rows(self.document, table, self.parties):
                evidence = (row.row.start, row.row.end)
                draft = _Draft(
                    row.name, row.number, row.sort, self.document.metadata.body, row.details, [evidence]
                )
                draft.covers.append(evidence)
                yield draft, evidence
                if row.joint is not None:
                    mention, details, _ = row.joint
                    joint = _Draft(mention.name, None, mention.sort, None, details, [evidence])
                    joint.of = self.identity(draft)
                    yield joint, evidence

    def identity(self, draft: _Draft) -> str:
        dates = draft.details.dates
        key = (
            draft.name.lower(),
            draft.number,
            dates.start.isoformat() if dates else "",
            draft.details.status,
        )
        return record_id(self.document, "meeting", "main" if draft.main else "", *key)

    def assembled(self, rows: list[tuple[_Draft, tuple[int, int]]]) -> DocumentMeetings:
        main_id = self.identity(self.main) if self.main is not None else None
        drafts = [
            *([self.main] if self.main is not None else []),
            *self.drafts.values(),
            *(row for row, _ in rows),
        ]
        meetings: list[Meeting] = []
        covers: list[tuple[int, int, str]] = []
        seen: set[str] = set()
        for draft in drafts:
            identity = self.identity(draft)
            if identity in seen:
                continue
            seen.add(identity)
            details = draft.details
            meetings.append(
                Meeting(
                    id=identity,
                    document=self.document.id,
                    evidence=tuple(Span(start=a, end=b) for a, b in draft.evidence)
                    or (Span(start=0, end=0),),
                    body=draft.body,
                    name=draft.name,
                    number=draft.number,
                    dates=details.dates,
                    place=details.place,
                    venue=details.venue,
                    mode=details.mode,
                    chairs=details.chairs,
                    hosts=details.hosts,
                    status=details.status,
                    parent=draft.of or (main_id if draft.parent else None),
                    main=draft.main,
                    spans={name: Span(start=a, end=b) for name, (a, b) in details.spans.items()},
                )
            )
            covers.extend((start, end, identity) for start, end in draft.covers)
        return DocumentMeetings(tuple(meetings), self.parties, main_id, tuple(covers))


def replace_spans(details: Details) -> Details:
    """A copy of details whose spans may be changed."""
    return replace(details, spans=dict(details.spans))


def _year(document: Document, found: list[Statement]) -> int | None:
    dates = document.metadata.dates
    if dates is not None and dates.precision is not Precision.YEAR:
        return dates.start.year
    for statement in found[:8]:
        for hit in find_dates(statement.text):
            if hit.range.precision is not Precision.YEAR:
                return hit.range.start.year
    return dates.start.year if dates is not None and dates.start.year == dates.end.year else None


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]{4,}|[A-Z]{2,}", text)} - {
        "Working",
        "Group",
        "Meeting",
        "Process",
    }


def _shares(one: str, other: str) -> bool:
    first, second = _words(one), _words(other)
    return not first or not second or bool(first & second)


def _within(inner: DateRange | None, outer: DateRange | None) -> bool:
    return inner is not None and outer is not None and outer.start <= inner.start and inner.end <= outer.end


def _close(one: DateRange | None, other: DateRange | None) -> bool:
    if one is None or other is None:
        return False
    gap = max((other.start - one.end).days, (one.start - other.end).days)
    return gap <= _NEAR_DAYS
