"""Who was listed at which meeting, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.library import Library
from assistant.question.occasions import Occasion
from assistant.question.persons import plain
from corpus.names.dates import format_range
from corpus.records.types import Attendance, AttendanceGroup

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    "meeting", "number", "body", "start", "dates", "place", "party", "written", "kind", "capacity", "level", "mode", "note",
    "represented_by", "list", "complete", "document", "quote", "start_char", "end_char",
)  # fmt: skip


def attendance_frame(
    library: Library, meeting: str | int | None = None, party: str | None = None, capacity: str | None = None
) -> pd.DataFrame:
    """Return one row for each party on each list; see `Assistant.attendance` for the restrictions.

    `complete` is 'complete', 'incomplete' or 'unknown' for the list; `quote` is the text behind the row,
    `document.text[start_char:end_char]`.
    """
    import pandas as pd

    groups = {group.id: group for group in library.of_type(AttendanceGroup)}
    rows = []
    for occasion in library.occasions:
        if not _is_meeting(occasion, meeting):
            continue
        for record in occasion.records:
            for group in library.groups_of.get(record.id, ()):
                for entry in library.attendance_of.get(group.id, ()):
                    if party is not None and not library.same_party(entry.party, party):
                        continue
                    if capacity is not None and entry.capacity != capacity:
                        continue
                    rows.append(_row(library, occasion, entry, groups[entry.group]))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _is_meeting(occasion: Occasion, wanted: str | int | None) -> bool:
    if wanted is None:
        return True
    if isinstance(wanted, int):
        return occasion.number == wanted or wanted in occasion.years
    return any(plain(wanted) in plain(record.name) for record in occasion.records)


def _row(
    library: Library, occasion: Occasion, entry: Attendance, group: AttendanceGroup
) -> dict[str, object]:
    span = entry.evidence[0]
    return {
        "meeting": occasion.lead.name,
        "number": occasion.number,
        "body": occasion.lead.body,
        "start": occasion.dates.start if occasion.dates else None,
        "dates": format_range(occasion.dates) if occasion.dates else None,
        "place": occasion.place,
        "party": entry.party,
        "written": entry.written,
        "kind": str(entry.party_kind),
        "capacity": str(entry.capacity),
        "level": group.level,
        "mode": entry.mode,
        "note": entry.note,
        "represented_by": "; ".join(entry.represented_by) or None,
        "list": group.label,
        "complete": str(group.completeness),
        "document": entry.document,
        "quote": library.documents[entry.document].text[span.start : span.end],
        "start_char": span.start,
        "end_char": span.end,
    }
