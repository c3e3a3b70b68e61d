"""The attendance matrix: parties × meetings, each cell with the entries behind it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from assistant.interface.page import markup
from assistant.library import Library
from assistant.question.occasions import Occasion
from corpus.names.dates import format_range
from corpus.records.types import Attendance, AttendanceGroup, Capacity, Completeness


class Listing(StrEnum):
    """What is known of a meeting's attendance as a whole."""

    COMPLETE = "complete"  # every list is complete: who is not on it was not listed
    OPEN = "open"  # a list is given, but it does not claim to name everybody
    NONE = "none"  # no list is given


# Letter and colour of each capacity; every colour carries black text at 4.5 : 1 or more.
LOOK = {
    Capacity.MEMBER: ("M", "#9ccbf2"),
    Capacity.OBSERVER: ("O", "#f7d08a"),
    Capacity.CIVIL_SOCIETY: ("C", "#b9e2a6"),
    Capacity.PRIVATE_SECTOR: ("P", "#e4bdf0"),
    Capacity.INTERNATIONAL_ORGANISATION: ("I", "#9fe0d8"),
    Capacity.WORKSTREAM: ("W", "#d8d2c2"),
    Capacity.SECRETARIAT: ("S", "#f2b8c6"),
    Capacity.GUEST: ("G", "#f3f08f"),
    Capacity.PARTICIPANT: ("L", "#cfd8e6"),
    Capacity.SPEAKER: ("K", "#c9c5f5"),
    Capacity.APOLOGIES: ("A", "#ffb69e"),
    Capacity.ABSENT: ("X", "#ff9e9e"),
}
NOT_LISTED, PERHAPS = "–", "?"


@dataclass(frozen=True)
class Column:
    """One meeting of the matrix."""

    occasion: Occasion
    listing: Listing
    groups: tuple[AttendanceGroup, ...]

    @property
    def label(self) -> str:
        """Return the name with the year."""
        dates = self.occasion.dates
        return self.occasion.lead.name + (f" ({dates.start.year})" if dates else "")


@dataclass(frozen=True)
class Matrix:
    """Columns in order of time, the names of the parties in order, and the entries of each cell."""

    columns: tuple[Column, ...]
    parties: tuple[str, ...]
    entries: dict[tuple[str, str], list[Attendance]] = field(
        default_factory=dict
    )  # (party, lead meeting's id)

    def cell(self, party: str, column: Column) -> list[Attendance]:
        """Return the entries of a party at a meeting, the most telling capacity first."""
        return self.entries.get((party, column.occasion.lead.id), [])


def build_matrix(library: Library, body: str = "", capacity: str = "") -> Matrix:
    """Read the matrix out of the records; `body` and `capacity` restrict columns and cells if given."""
    columns = []
    entries: dict[tuple[str, str], list[Attendance]] = {}
    shown: dict[str, str] = {}  # folded name → the name shown
    for occasion in library.occasions:
        if body and body not in {record.body for record in occasion.records}:
            continue
        groups = tuple(
            group
            for record in occasion.records
            for group in library.groups_of.get(record.id, ())
            if library.attendance_of.get(group.id)  # a head without names is no list
        )
        if not groups and not any(record.main and record.number is not None for record in occasion.records):
            continue
        columns.append(Column(occasion, _listing(groups), groups))
        for group in sorted(groups, key=lambda one: one.level is not None):  # lists by level only repeat
            for entry in library.attendance_of.get(group.id, ()):
                if capacity and entry.capacity != capacity:
                    continue
                name = shown.setdefault(library.party_name(entry.party), entry.party)
                entries.setdefault((name, occasion.lead.id), []).append(entry)
    return Matrix(tuple(columns), tuple(sorted(shown.values(), key=str.lower)), entries)


def matrix_html(matrix: Matrix, panel: str) -> str:
    """Return the matrix as a table; cells are buttons that open their evidence in the element `panel`."""
    if not matrix.columns:
        return markup.empty("The documents list no attendance yet.")
    heads = "".join(
        f'<th scope="col" title="{markup.text(_described(one))}"><div><span>{markup.text(one.occasion.lead.name)}</span>'
        f"<b>{one.occasion.dates.start.year if one.occasion.dates else '–'}</b></div></th>"
        for one in matrix.columns
    )
    rows = "".join(
        f'<tr><th scope="row">{markup.text(party)}</th>'
        + "".join(_cell(matrix, party, one, panel) for one in matrix.columns)
        + "</tr>"
        for party in matrix.parties
    )
    return (
        legend(matrix)
        + '<div class="wg-scroll" tabindex="0" role="region" aria-label="Attendance of parties at meetings">'
        f'<table class="wg-matrix"><thead><tr><th scope="col">Party</th>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def legend(matrix: Matrix) -> str:
    """Return the legend for the capacities that occur, and for cells without an entry."""
    used = {entry.capacity for entries in matrix.entries.values() for entry in entries}
    known = "".join(
        f'<span><i style="--cap:{colour}">{letter}</i>{markup.text(capacity.value)}</span>'
        for capacity, (letter, colour) in LOOK.items()
        if capacity in used
    )
    return (
        f'<div class="wg-legend" role="note" aria-label="Legend">{known}'
        f'<span><i class="wg-plain">{NOT_LISTED}</i>not on the complete list</span>'
        f'<span><i class="wg-plain">{PERHAPS}</i>not on a list that may be incomplete</span>'
        '<span><i class="wg-nolist">&nbsp;</i>no list given</span></div>'
    )


def _listing(groups: tuple[AttendanceGroup, ...]) -> Listing:
    if not groups:
        return Listing.NONE
    complete = all(group.completeness is Completeness.COMPLETE for group in groups)
    return Listing.COMPLETE if complete else Listing.OPEN


def _cell(matrix: Matrix, party: str, column: Column, panel: str) -> str:
    entries = matrix.cell(party, column)
    meeting = markup.text(column.occasion.lead.id)
    without = column.listing is Listing.NONE and not entries
    if entries:
        letter, colour = LOOK[entries[0].capacity]
        said, style = entries[0].capacity.value, f' style="--cap:{colour}"'
    elif without:
        letter, said, style = "", "no list given", ""
    else:
        complete = column.listing is Listing.COMPLETE
        letter, style = (NOT_LISTED if complete else PERHAPS), ""
        said = "not on the list" if complete else "not on the list, which may be incomplete"
    css = "wg-cell" if entries else "wg-cell wg-blank"
    css_of_cell = ' class="wg-nolist"' if without else ""
    described = markup.text(f"{party}, {column.label}: {said}")
    return (
        f'<td{css_of_cell}><button type="button" tabindex="-1" class="{css}"{style} data-act="evidence" data-panel="{panel}"'
        f' data-meeting="{meeting}" data-party="{markup.text(party)}" aria-label="{described}" title="{described}">'
        f"{letter}</button></td>"
    )


def _described(column: Column) -> str:
    dates, place = column.occasion.dates, column.occasion.place
    return ", ".join(
        part
        for part in (column.occasion.lead.name, format_range(dates) if dates else "", place or "")
        if part
    )
