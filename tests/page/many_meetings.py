"""Sixty meetings of a fictitious body as statements, with long names and lists that come and go."""

from __future__ import annotations

from pathlib import Path

BODY = "Standing Committee of Senior Officials on Coastal Rescue, Harbour Safety and Maritime Signals"
COUNT = 60
STATES = (
    "Argentina", "Brazil", "Chile", "Colombia", "Cuba", "Ecuador", "Fiji", "France", "Guatemala", "Honduras", "India",
    "Indonesia", "Italy", "Japan", "Kenya", "Madagascar", "Mexico", "Morocco", "Mozambique", "Nicaragua", "Norway",
    "Panama", "Peru", "Portugal", "Saint Vincent and the Grenadines", "Spain", "Tunisia", "Uruguay",
)  # fmt: skip
ORGANISATIONS = ("World Bank", "International Organization for Migration", "World Health Organization")
_PLACES = ("Valparaíso, Chile", "Suva, Fiji", "Lisbon, Portugal", "Mombasa, Kenya", "Tunis, Tunisia")
_UNITS = ("", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth")
_TEENS = (
    "Tenth", "Eleventh", "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth",
    "Nineteenth",
)  # fmt: skip
_TENS = {2: "Twent", 3: "Thirt", 4: "Fort", 5: "Fift", 6: "Sixt"}


def ordinal(number: int) -> str:
    """Return the ordinal of 1 to 69 in words, as the titles of meetings have it."""
    tens, units = divmod(number, 10)
    if tens == 0:
        return _UNITS[units]
    if tens == 1:
        return _TEENS[units]
    return f"{_TENS[tens]}y-{_UNITS[units]}" if units else f"{_TENS[tens]}ieth"


def members(number: int) -> list[str]:
    """Return who was at a meeting as a member; every seventh meeting gives no list."""
    return [state for n, state in enumerate(STATES) if (n * 7 + number * 3) % 5 < 3]


def has_list(number: int) -> bool:
    """Whether a meeting's statement gives a list of attendance."""
    return number % 7 != 0


def write_meetings(folder: Path) -> Path:
    """Write the statements of all meetings, two to four a year, into a folder; return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, COUNT + 1):
        year, month, day = 2004 + (number - 1) // 3, 2 + 4 * ((number - 1) % 3), 3 + number % 20
        place = _PLACES[number % len(_PLACES)]
        present = members(number)
        observers = ORGANISATIONS[: 1 + number % 3]
        name = f"{ordinal(number)} Meeting of the {BODY}"
        attendance = (
            f"The meeting was attended by {len(present)} members ({_listed(present)}) and "
            f"{len(observers)} observer{'s' if len(observers) > 1 else ''} ({_listed(observers)})."
            if has_list(number)
            else "Delegations from the region took part."
        )
        (folder / f"meeting-{number:02}.md").write_text(
            f"---\ntitle: Statement of the {name}\nkind: statement\nbody: {BODY}\nnumber: {number}\n"
            f"date_start: {year}-{month:02}-{day:02}\ndate_end: {year}-{month:02}-{day + 1:02}\nplace: {place}\n---\n\n"
            f"# {name}\n\nThe {name} was held in {place}.\n\n## Attendance\n\n{attendance}\n",
            encoding="utf-8",
        )
    return folder


def _listed(names: list[str] | tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
