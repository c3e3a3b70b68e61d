"""The meeting that a document is about: what its title block and first paragraphs say of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus.about.venues import VENUE_WORD, venue_in, venue_of_line
from corpus.document import BlockKind, Document, Kind, Precision
from corpus.names.dates import find_dates
from corpus.names.parties import PartyTable
from corpus.records.meeting_details import (
    Details,
    first_planned,
    is_day,
    mode_of,
    place_at,
    places_in,
    status_of,
)
from corpus.records.meeting_drafts import INTRO, Draft, shares_words
from corpus.records.meeting_head import from_head_table
from corpus.records.meeting_mentions import Mention, mentions
from corpus.records.meeting_roles import chairs_in, hosts_in
from corpus.records.meeting_tables import meeting_rows
from corpus.records.statements import Statement, states_gap

_HELD = re.compile(
    r"\b(?:held|met|took place|conven\w+|gather\w+|sessions?|sittings?|plenary|meeting was|participat\w+|delegat\w+"
    r"|follow\w+|joined|attend\w*"
    r"|connected|events? (?:was|were))\b|^\W*(?:Format|Mode|Venue|Place|Location|Form)\b\W*:",
    re.IGNORECASE,
)
# 'Quito (Hotel Sol) and online', a line of a title
_BOTH_FORMS = re.compile(r"^[A-ZÀ-Þ][^.:;]*\band\s+(?:on[ -]?line|by\s+video\S*|virtual\w*)\W*$", re.I)
_MARKED_CHAIR = re.compile(r"\(\W*(?:Co-)?Chair(?:person|man|woman)?\W*\)", re.IGNORECASE)
# the last delegation of a running list: 'Peru: Ms A; Mr B; Chile: Ms C' ends with Chile's
_NEXT_DELEGATION = re.compile(r"(?s)^.*(?:[;\n|]\s*)(?P<own>[A-ZÀ-Þ][^;:|\n]{2,60}:)")
_VENUE_LINE = re.compile(r"^\W*(?:Venue|Place|Location|Where)\W*:[\s*]*", re.IGNORECASE)


class MainMeeting:
    """Finds the main meeting of a document; `draft` is None where the document is about none."""

    def __init__(
        self, document: Document, parties: PartyTable, statements: list[Statement], year: int | None
    ) -> None:
        self.document = document
        self.parties = parties
        self.statements = statements
        self.year = year
        self.draft = self.main_draft()

    def main_draft(self) -> Draft | None:
        """Make the draft of the main meeting from the title block and the metadata."""
        metadata = self.document.metadata
        if metadata.kind is Kind.WORK_PLAN or (metadata.kind is Kind.PAGE and metadata.number is None):
            return None
        if metadata.number is None and self.tabled():
            return None
        named: list[tuple[Mention, tuple[int, int]]] = []
        for statement in self.statements[:INTRO]:
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
            own = next((mention for mention in titled if mention.number == number), titled[0])
            name, sort, span = own.name, own.sort, self.title_span()
        elif number is None and metadata.kind is not Kind.EVENT and not (named or metadata.dates):
            return None
        else:
            name, sort, span = metadata.title, "meeting", self.title_span()
        details = Details()
        if metadata.dates is not None and metadata.dates.precision is not Precision.YEAR:
            details.dates = metadata.dates
        place = metadata.place
        house = re.match(r"(?P<house>[^,;()]+),\s+(?=[A-ZÀ-Þ])", place or "")
        if place and house and VENUE_WORD.search(house["house"]):
            details.venue, place = house["house"], place[house.end() :]
            at = self.document.text.find(details.venue)
            if at >= 0:
                details.spans["venue"] = (at, at + len(details.venue))
        if place and place_at(place, 0) is not None and not states_gap(place) and not mode_of(place):
            details.place = re.sub(r"\s*\((?!.*,).*", "", place).strip()
        elif place and (mode := mode_of(place)):
            details.mode = mode[0]
            if found := place_at(place, 0):
                details.place = place[: found[1]]
        return Draft(name, number, sort, metadata.body, details, [span], main=True)

    def tabled(self) -> bool:
        """Whether the document is rather a table of meetings than about one."""
        for table in self.document.tables:
            if sum(1 for _ in meeting_rows(self.document, table, self.parties)) > 2:
                return True
        return False

    def held(self) -> tuple[Mention, tuple[int, int]] | None:
        """The meeting that the head of the document says was held: 'held its Second Workshop'."""
        for statement in self.statements[:INTRO]:
            for mention in mentions(statement.text):
                before = statement.text[: mention.start]
                if mention.number is not None and re.search(
                    r"\b(?:held|convened|met for|opened)\s+(?:its|the|their)\s+$", before
                ):
                    return mention, (statement.start + mention.start, statement.start + mention.end)
        return None

    def title_span(self) -> tuple[int, int]:
        """The place of the title, as evidence where the meeting is not named."""
        blocks = self.document.blocks
        block = next((b for b in blocks if b.kind is BlockKind.HEADING), blocks[0] if blocks else None)
        return (block.start, block.end) if block else (0, 0)

    def settle_main(self, main: Draft) -> None:
        """Find where the dates and place that the document gives of its meeting are stated."""
        details = main.details
        from_head_table(self.document, main, self.parties)
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
        if details.venue is None:
            self.titled_venue(main)
        self.titled_mode(main)
        if details.mode is None and details.place is None and "online" in main.name.lower():
            details.mode = "online"

    def belongs_to_main(self, mention: Mention) -> bool:
        """Whether a mention means the main meeting."""
        main = self.draft
        if main is None:
            return False
        if mention.number is not None:
            same_body = mention.body is None or main.body is None or shares_words(mention.body, main.body)
            return (
                mention.number == main.number
                and same_body
                and (mention.sort == main.sort or main.sort == "event")
            )
        return mention.name.lower() == main.name.lower() and not mention.plain

    def about_main(
        self,
        sentence: Statement,
        named: list[Mention],
        index: int,
        event_like: Callable[[Mention], Draft | None],
    ) -> None:
        """What the head of the document says of its own meeting without naming it."""
        main, text = self.draft, sentence.text
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
        if index >= INTRO:
            return
        if hosts := hosts_in(text, self.parties):
            event = next((m for m in named if m.number is None and not m.plain and m.sort != main.sort), None)
            target = (
                event_like(event) if event and re.search(r"\b(?:jointly|co-?)\s?hosted\b", text) else main
            )
            if target is not None and not target.details.hosts:
                target.details.hosts = spans(hosts)
                target.details.spans["hosts"] = (start + hosts[0][0], start + hosts[-1][1])
        if index < 8 and main.details.venue is None:
            self.held_at(main, text, start)
        if sentence.kind is BlockKind.HEADING:
            return
        alone = all(self.belongs_to_main(m) or m.number is None for m in named)
        if alone:
            self.moved_from(main, text, start)
        clause = text.split(";")[0]
        own_day = any(
            is_day(hit.range) and hit.range != main.details.dates for hit in find_dates(clause, self.year)
        )
        unnamed = all(m.plain or self.belongs_to_main(m) for m in mentions(clause))
        if (
            alone
            and main.details.venue is None
            and (unnamed or not own_day)
            and (venue := self.venue(clause))
        ):
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
        if (
            main.details.place is None
            and main.details.mode != "online"
            and re.search(r"\b(?:held|met|gathered|convened|took place|came together|hosted)\b", text)
        ):
            found = [] if re.search(r"\b(?:will|next|planned)\b", text) else places_in(text)
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

    def held_at(self, main: Draft, text: str, start: int) -> None:
        """'Held at the Marine Centre, Honiara, Solomon Islands': venue and place in one line."""
        line = re.match(
            r"^\W*[Hh]eld\s+(?:at|in)\s+(?:the\s+)?(?P<where>[A-ZÀ-Þ][^\n.;]{4,150}?)(?=[\n.;]|,?\s+(?:on|from)\s|$)",
            text,
        )
        if line is None:
            return
        where = line["where"]
        for hit in find_dates(where, self.year)[:1]:
            where = re.sub(r"[\s,]+(?:on|from)?$", "", where[: hit.start].rstrip(" ,"))
            where = re.sub(r"\s+(?:on|from)$", "", where)
        parts = [part for part in re.split(r",\s+", where) if part]
        country = self.parties.resolve(parts[-1], fuzzy=False) if parts else None
        size = 2 if country is not None and len(parts) > 1 else 1
        where = ", ".join(parts[-size:])
        at = text.find(where)
        known = main.details.place
        if known is not None and known.split(",")[0] not in where:
            return
        if (
            known is None
            and at >= 0
            and (size == 2 or len(parts) > 1 or re.match(r"\W*[Hh]eld\s+in\b", text))
        ):
            main.details.place = where
            main.details.spans["place"] = (start + at, start + at + len(where))
        if len(parts) > size:
            venue = ", ".join(parts[:-size])
            at = text.find(venue)
            if at >= 0:
                main.details.venue = venue
                main.details.spans["venue"] = (start + at, start + at + len(venue))

    def venue(self, text: str) -> tuple[int, int] | None:
        """The house or hall that a sentence or line names, as offsets."""
        return venue_of_line(text) if _VENUE_LINE.match(text) else venue_in(text)

    def titled_venue(self, main: Draft) -> None:
        """The house in a line of the title, beside town and date: 'Suva, 4 May 2023, Hotel X'."""
        for statement in self.statements[:INTRO]:
            at = 0
            for line in statement.text.split("\n"):
                short = len(line) < 160 and not line.rstrip().endswith(".")
                if short and find_dates(line, self.year) and (found := venue_of_line(line)):
                    main.details.venue = line[found[0] : found[1]]
                    start = statement.start + at
                    main.details.spans["venue"] = (start + found[0], start + found[1])
                    return
                at += len(line) + 1

    def titled_mode(self, main: Draft) -> None:
        """'Ljubljana and online, 19–21 May 2021' over the text."""
        for statement in self.statements[:INTRO]:
            beside = _BOTH_FORMS.search(statement.text) and len(statement.text) < 100
            if len(statement.text) < 160 and (beside or find_dates(statement.text, self.year)):
                mode = mode_of(statement.text)
                if mode is not None and mode[0] == "hybrid":
                    main.details.mode = "hybrid"
                    main.details.spans["mode"] = (statement.start + mode[1], statement.start + mode[2])
                    return

    def moved_from(self, main: Draft, text: str, start: int) -> None:
        """'It was to be held in X from 9 to 11 June and was moved to Y': when and where first planned."""
        planned = [
            date for date in first_planned(text, self.year) if date.range.precision is not Precision.YEAR
        ]
        if status_of(text, None) == "cancelled":
            return  # that was another meeting
        if not planned or main.details.planned_dates is not None or planned[0].range == main.details.dates:
            return
        main.details.planned_dates = planned[0].range
        main.details.spans["planned_dates"] = (start + planned[0].start, start + planned[0].end)
        places = [place for place in places_in(text) if place[1] <= planned[0].start]
        if places:
            left, right = places[-1]
            main.details.planned_place = text[left:right]
            main.details.spans["planned_place"] = (start + left, start + right)

    def marked_chairs(self, main: Draft) -> None:
        """Parties whose delegate is marked '(Chair)' in a list or table of participants."""
        for block in self.document.blocks:
            if block.kind not in (BlockKind.ITEM, BlockKind.ROW, BlockKind.PARAGRAPH):
                continue
            text = self.document.text[block.start : block.end]
            for mark in _MARKED_CHAIR.finditer(text):
                at = _NEXT_DELEGATION.search(text[: mark.start()])
                start = at.start("own") if at else 0
                found = [hit for hit in self.parties.find(text[start : mark.start()]) if not hit.demonym]
                if not found or not re.fullmatch(
                    r"[\W\d]*(?:the\s+)?", text[start : start + found[0].start], re.I
                ):
                    continue
                left, right = start + found[0].start, start + found[0].end
                if text[left:right] not in main.details.chairs:
                    main.details.chairs = (*main.details.chairs, text[left:right])
                    main.details.spans.setdefault("chairs", (block.start + left, block.start + right))
