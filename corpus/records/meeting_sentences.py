"""What a sentence says of a meeting that it names: its dates, place, mode, hosts, and where it was first planned."""

from __future__ import annotations

import calendar
import re
from abc import ABC, abstractmethod
from datetime import date

from corpus.document import BlockKind, DateRange, Precision
from corpus.names.gatherings import OWN
from corpus.names.parties import PartyTable
from corpus.records.meeting_details import (
    Details,
    dated,
    first_planned,
    held_in_the_end,
    is_day,
    linked,
    mode_of,
    moved,
    place_near,
    places_in,
    status_of,
)
from corpus.records.meeting_drafts import (
    Draft,
)
from corpus.records.meeting_mentions import Mention, mentions
from corpus.records.meeting_roles import chairs_in
from corpus.records.statements import Statement

_YEAR_IN_BRACKET = re.compile(r"\s*\((?:[^()\d]{0,30},\s*)?(?P<year>(?:19|20)\d\d)\b")


# 'held on 4 May, and not in Lima as planned'
_NOT_AS_PLANNED = re.compile(
    r"\b(?:not|rather\s+than|instead\s+of)\s+(?:in|at)\s+(?P<place>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){0,2})"
    r",?\s+as\s+(?:(?:had\s+been|was|first|originally|initially)\s+)*(?:planned|announced|foreseen|intended|scheduled)"
)


def _adopted_at(before: str) -> bool:
    return bool(
        re.search(
            r"\b(?:adopted|approved|endorsed|agreed)\s+(?:at|by|in)\s+(?:the|its|our)?\s*$", before, re.I
        )
    )


class MentionReader(ABC):
    """Reads the details of each mention and hands them to `keep`; `main` is the document's own meeting."""

    parties: PartyTable
    year: int | None
    main: Draft | None

    @abstractmethod
    def keep(self, sentence: Statement, mention: Mention, details: Details, index: int) -> None:
        """Take over what was read of a mention."""

    def mention(
        self, sentence: Statement, mention: Mention, following: int, taken: set[int], index: int
    ) -> None:
        """Read what a sentence says of one mention; `following` is where the next begins, `taken` dates given away."""
        text = sentence.text
        planned = [
            date
            for date in first_planned(text, self.year)
            if mention.end <= date.start and ";" not in text[mention.end : date.start]
        ]
        taken |= {date.start for date in planned}
        found = dated(text, mention, following, self.year, taken)
        if planned and found is None:
            found = held_in_the_end(text, planned, self.year)
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
        if (
            found is not None
            and _adopted_at(text[: mention.start])
            and "held" not in text[mention.end : found.start]
        ):
            month = found.range.start
            last = calendar.monthrange(month.year, month.month)[1]
            details.dates = DateRange(  # the day of the adoption, not those of the meeting
                start=month.replace(day=1), end=month.replace(day=last), precision=Precision.MONTH
            )
        if found is None and (year := _YEAR_IN_BRACKET.match(text, mention.end)) and not planned:
            details.dates = DateRange(
                start=date(int(year["year"]), 1, 1),
                end=date(int(year["year"]), 12, 31),
                precision=Precision.YEAR,
            )
            details.spans["dates"] = (sentence.start + year.start("year"), sentence.start + year.end("year"))
        field = "place"
        if planned and status == "cancelled":
            details.planned_dates = details.dates = planned[0].range
            details.spans["dates"] = (sentence.start + planned[0].start, sentence.start + planned[0].end)
        elif planned:
            details.planned_dates = planned[0].range
            details.spans["planned_dates"] = (
                sentence.start + planned[0].start,
                sentence.start + planned[0].end,
            )
            if place is not None and place[0] < planned[0].end:
                field = "planned_place"
            details.status = "held" if found is not None else details.status
        if place is not None:
            setattr(details, field, text[place[0] : place[1]])
            details.spans[field] = (sentence.start + place[0], sentence.start + place[1])
        if details.planned_place is None and (first := _NOT_AS_PLANNED.search(text, mention.end, following)):
            details.planned_place = first["place"]
            details.spans["planned_place"] = (
                sentence.start + first.start("place"),
                sentence.start + first.end("place"),
            )
        if planned and found is not None and (mode := mode_of(text[planned[0].end :])):
            details.mode = mode[0]
            details.spans["mode"] = (
                sentence.start + planned[0].end + mode[1],
                sentence.start + planned[0].end + mode[2],
            )
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
        if not (
            details.dates
            or details.place
            or details.planned_dates
            or details.mode
            or details.status == "cancelled"
        ):
            return
        if self.main is not None and mention.plain and moved(text) and "dates" in details.spans:
            self.main.details.planned_dates = self.main.details.planned_dates or details.dates
            self.main.details.spans.setdefault("planned_dates", details.spans["dates"])
            return
        if mention.plain and details.status == "held" and not (found and sentence.kind is BlockKind.HEADING):
            own_day = (
                found is not None and is_day(found.range) and mention.sort not in {*OWN, "event", "week"}
            )
            if not own_day:
                return
        self.keep(sentence, mention, details, index)

    def spans_main(self, dates: DateRange) -> bool:
        """Whether days are all those of the document's own meeting."""
        main = self.main
        return main is not None and main.details.dates == dates and dates.start != dates.end

    def hosting(self, sentence: Statement, mention: Mention, details: Details) -> None:
        """'Namibia offered to host the 4th Meeting', 'will host the Ninth Meeting in Bishkek'."""
        before = sentence.text[: mention.start]
        match = re.search(
            r"(?P<who>[A-Z][\w’' -]+?)\s+(?:has\s+|have\s+|had\s+)?(?:offered|offers|agreed|will|would"
            r"|is)\b[^.;]{0,60}\bhost\w*\s+(?:the\s+|a\s+)?$",
            before,
        ) or re.search(
            r"\boffer\s+of\s+(?P<who>[A-Z][\w’' -]+?)\s+to\s+host\s+(?:the\s+|a\s+)?$"
            r"|^(?:The\s+)?(?P<whom>[A-Z][\w’' -]+?)\s+(?:was|is|has|will|took"
            r"|takes)\b[^.;]*?\b(?:will|would|offered to|agreed to)"
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
