"""The meetings on a line of years, one lane for each body, as inline SVG."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from textwrap import wrap

from assistant.interface.page import markup
from assistant.question.occasions import Occasion
from corpus.names.dates import format_range

_LEFT, _RIGHT, _TOP, _LANE, _WIDTH = 285, 20, 28, 34, 1200
_DOT = 26  # between the middles of two dots, at least
_LANES, _NAME = 12, 40
_COLOURS = ("#0b6fb8", "#b35c00", "#3d7d1f", "#8b3fa8", "#00827a", "#a8324a")
_OTHER = "Other meetings"


def timeline(occasions: Sequence[Occasion], panel: str) -> str:
    """Return the timeline; each dot is a button that opens the meeting's evidence in the element `panel`."""
    dated = [one for one in occasions if one.dates is not None]
    if not dated:
        return markup.empty("The documents date no meetings yet.")
    lanes = _lanes(dated)
    first = min(one.dates.start.year for one in dated if one.dates)
    last = max(one.dates.end.year for one in dated if one.dates) + 1
    days = (date(last, 1, 1) - date(first, 1, 1)).days

    def across(day: date) -> float:
        return _LEFT + (day - date(first, 1, 1)).days / days * (_WIDTH - _LEFT - _RIGHT)

    placed = [_rows(members, across) for _, members in lanes]
    tops = [_TOP]
    for rows in placed:
        tops.append(tops[-1] + _LANE + _DOT * (len(rows) - 1))
    height = tops[-1] + 10
    step = 1 if last - first <= 16 else 5 if last - first > 60 else 2
    years = "".join(
        f'<line class="wg-axis" x1="{across(date(year, 1, 1)):.1f}" x2="{across(date(year, 1, 1)):.1f}" y1="{_TOP}"'
        f' y2="{height}"></line><text x="{across(date(year, 1, 1)):.1f}" y="16" text-anchor="middle">{year}</text>'
        for year in range(first, last, step)
    )
    drawn = []
    for n, (name, _) in enumerate(lanes):
        drawn.append(_lane_name(name, (tops[n] + tops[n + 1]) / 2))
        for row, one in ((row, one) for row, held in enumerate(placed[n]) for one in held):
            assert one.dates is not None
            y = tops[n] + _LANE / 2 + row * _DOT
            said = ", ".join(
                part for part in (one.lead.name, format_range(one.dates), one.place or "") if part
            )
            inside = str(one.number) if one.number is not None else ""
            x = across(one.dates.start)
            drawn.append(
                f'<g><title>{markup.text(said)}</title><g role="button" tabindex="0" data-act="evidence" data-panel="{panel}" style="cursor:pointer"'
                f' data-meeting="{markup.text(one.lead.id)}" aria-label="{markup.text(f"{inside} {said}".strip())}">'
                f'<circle cx="{x:.1f}" cy="{y:.0f}" r="12" fill="{_COLOURS[n % len(_COLOURS)]}"></circle>'
                f'<text x="{x:.1f}" y="{y + 4:.0f}" text-anchor="middle" style="fill:#fff;font-weight:700">{inside}</text></g></g>'
            )
    return (
        '<div class="wg-timeline wg-scroll" tabindex="0" role="region" aria-label="Timeline of meetings">'
        f'<svg viewBox="0 0 {_WIDTH} {height}" role="group" aria-label="Meetings by year">{years}{"".join(drawn)}</svg></div>'
    )


def _lanes(occasions: Sequence[Occasion]) -> list[tuple[str, list[Occasion]]]:
    by_body: dict[str, list[Occasion]] = {}
    for one in occasions:
        by_body.setdefault(one.lead.body or _OTHER, []).append(one)
    ranked = sorted(by_body.items(), key=lambda lane: (lane[0] == _OTHER, -len(lane[1]), lane[0]))
    if len(ranked) <= _LANES:
        return ranked
    rest = [one for _, members in ranked[_LANES - 1 :] for one in members]
    return [*ranked[: _LANES - 1], (_OTHER, rest)]


def _rows(members: Sequence[Occasion], across: Callable[[date], float]) -> list[list[Occasion]]:
    """Return the meetings of a lane in rows in which no dot covers another; at least one row."""
    rows: list[list[Occasion]] = [[]]
    ends: list[float] = [-_WIDTH]
    for one in sorted(members, key=lambda one: one.dates.start if one.dates else date.min):
        assert one.dates is not None
        x = across(one.dates.start)
        row = next((n for n, end in enumerate(ends) if x - end >= _DOT), len(rows))
        if row == len(rows):
            rows.append([])
            ends.append(x)
        rows[row].append(one)
        ends[row] = x
    return rows


def _lane_name(name: str, middle: float) -> str:
    lines = wrap(name, _NAME, max_lines=2, placeholder=" …") or [name]
    top = middle + 4 - 7 * (len(lines) - 1)
    shown = "".join(
        f'<tspan x="4" y="{top + 14 * n:.0f}">{markup.text(line)}</tspan>' for n, line in enumerate(lines)
    )
    return f"<text><title>{markup.text(name)}</title>{shown}</text>"
