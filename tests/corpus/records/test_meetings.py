"""Meetings: the one a paper is about, its events, others that it mentions, tables of meetings."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.names.dates import format_range
from corpus.names.parties import PartyTable
from corpus.readers import read
from corpus.readers.markdown import read_markdown
from corpus.records.meeting_mentions import mentions
from corpus.records.meetings import DocumentMeetings, read_meetings
from corpus.records.types import Meeting

PAPERS = Path(__file__).parent / "meetings_papers"
SHARED = Path(__file__).parents[4] / "shared"


def meetings(name: str) -> tuple[Meeting, ...]:
    return read_meetings(read(PAPERS / name), PartyTable.of()).meetings


def when(meeting: Meeting) -> str | None:
    return format_range(meeting.dates) if meeting.dates else None


def of(text: str) -> DocumentMeetings:
    head = "# Minutes of the Fourth Meeting of the Lantern Group\n\nOslo, 3 May 2022\n\n"
    return read_meetings(read_markdown((head + text).encode(), "x.md", "0"), PartyTable.of())


@pytest.mark.parametrize(
    ("paper", "number", "dates", "place", "venue", "mode", "chairs"),
    [
        (
            "minutes-capitals.txt",
            12,
            "3 to 5 March 2020",
            "Honiara, Solomon Islands",
            "Marine Training Centre",
            None,
            ("Fiji",),
        ),
        ("communique.md", 9, "14 and 16 June 2022", "Tbilisi", None, "hybrid", ("Georgia", "Romania")),
        (
            "annex-table.md",
            4,
            "11 to 13 April 2023",
            "Kathmandu, Nepal",
            "Hotel Himal Palace",
            "hybrid",
            ("Nepal",),
        ),
        ("minutes-people-nested.md", 3, "2 and 3 October 2019", "Tallinn", None, None, ()),
        ("news-workshop.html", 2, "25 to 27 April 2023", "Dar es Salaam, Tanzania", None, None, ()),
        ("chairs-summary.txt", 2, "7 July 2021", "Bolzano", None, None, ()),
        ("report-numbered.md", 1, "4 to 6 November 2019", "Niamey, Niger", None, None, ("Niger",)),
        (
            "statement-package.txt",
            7,
            "22 to 24 August 2023",
            "Port Moresby",
            None,
            None,
            ("Papua New Guinea", "Philippines"),
        ),
        ("record-side-by-side.md", 5, "18 May 2021", None, None, "online", ("Peru",)),
        ("outcome-bullets.md", None, "30 November to 1 December 2023", "Vilnius", None, None, ()),
        ("outcomes-labels.md", 15, "19 to 21 July 2022", "Nuku'alofa, Tonga", None, None, ("Tonga",)),
        ("report-session-lettered.txt", 8, "26 to 28 February 2019", "Almaty, Kazakhstan", None, None, ()),
        ("minutes-present-column.md", 31, "12 May 2023", None, None, "online", ("Latvia",)),
        ("note-prose.txt", 5, "9 and 10 February 2023", "Bridgetown, Barbados", None, "hybrid", ()),
        ("news-week.md", 3, "4 to 8 September 2023", "Colombo, Sri Lanka", None, None, ()),
        ("summary-subjects.md", 1, "1 and 2 March 2018", "Bern", None, None, ()),
    ],
)
def test_the_main_meeting(
    paper: str,
    number: int | None,
    dates: str,
    place: str | None,
    venue: str | None,
    mode: str | None,
    chairs: tuple[str, ...],
) -> None:
    (main,) = [meeting for meeting in meetings(paper) if meeting.main]
    assert (main.number, when(main), main.place, main.venue, main.mode, main.chairs) == (
        number,
        dates,
        place,
        venue,
        mode,
        chairs,
    )


@pytest.mark.parametrize("paper", sorted(path.name for path in PAPERS.iterdir()))
def test_every_field_stands_where_its_span_says(paper: str) -> None:
    document = read(PAPERS / paper)
    for meeting in read_meetings(document, PartyTable.of()).meetings:
        for name in ("place", "venue"):
            if name in meeting.spans:
                span = meeting.spans[name]
                value = getattr(meeting, name)
                assert value.split(",")[0] in document.text[span.start : span.end]


def test_events_of_a_package_have_their_days_and_their_sections() -> None:
    document = read(PAPERS / "statement-package.txt")
    found = read_meetings(document, PartyTable.of())
    events = {m.name: when(m) for m in found.meetings if m.parent == found.main}
    assert events == {
        "7th Annual Meeting": "22 and 23 August 2023",
        "Workshop on Mooring Buoys": "24 August 2023",
    }
    workshop = next(m for m in found.meetings if m.name == "Workshop on Mooring Buoys")
    assert found.meeting_at(document.text.index("six dive operators")) == workshop.id
    assert found.meeting_at(document.text.index("four observers")) == found.main


@pytest.mark.parametrize(
    ("text", "number", "dates", "place", "status"),
    [
        (
            "It had last met in Windhoek, on 17 and 18 September 2019.",
            3,
            "17 and 18 September 2019",
            "Windhoek",
            "held",
        ),
        (
            "Since the Second Meeting, which was held in Kampala in June 2018, much has changed.",
            2,
            "June 2018",
            "Kampala",
            "held",
        ),
        (
            "The Fifth Meeting will take place in Apia in the third quarter of 2023.",
            5,
            "July to September 2023",
            "Apia",
            "planned",
        ),
        (
            "Kenya offered to host the Fifth Meeting in Nairobi in May 2023.",
            5,
            "May 2023",
            "Nairobi",
            "planned",
        ),
        (
            "The minutes of the Third Meeting, held online on 17 November 2020 under the "
            "chairmanship of Peru, were "
            "approved.",
            3,
            "17 November 2020",
            None,
            "held",
        ),
        (
            "The meeting that had been planned for 2020 in Kampala was called off.",
            None,
            "2020",
            "Kampala",
            "cancelled",
        ),
    ],
)
def test_another_meeting(text: str, number: int | None, dates: str, place: str | None, status: str) -> None:
    (other,) = [meeting for meeting in of(text).meetings if not meeting.main]
    assert (other.number, when(other), other.place, other.status) == (number, dates, place, status)


def test_a_meeting_that_was_moved_keeps_the_date_announced_first() -> None:
    text = "The meeting had first been announced for 14 April 2022 and was moved because of the floods."
    (main,) = of(text).meetings
    assert when(main) == "3 May 2022"
    assert main.planned_dates is not None
    assert "planned_dates" in main.spans


def test_a_table_of_sessions() -> None:
    found = meetings("page-sessions.md")
    assert [(m.name, when(m), m.place, m.chairs, m.status) for m in found] == [
        ("First Session", "2 to 4 May 2017", "Hanoi, Viet Nam", ("Viet Nam",), "held"),
        ("Second Session", "7 June 2018", "Vientiane, Lao PDR", ("Lao PDR",), "held"),
        ("Third Session", "June 2020", None, (), "cancelled"),
    ]


@pytest.mark.parametrize(
    ("text", "name", "number"),
    [
        ("its 10th Annual Meeting, and", "10th Annual Meeting", 10),
        ("MINUTES OF THE TWELFTH MEETING", "Twelfth Meeting", 12),
        ("the XII Session of the Committee", "XII Session", 12),
        ("a 10th Anniversary Commemorative Dialogue", "10th Anniversary Commemorative Dialogue", None),
        ("the Technical Session on Airport Controls took", "Technical Session on Airport Controls", None),
        ("a field visit to Rustavi", "field visit", None),
        ("Meeting No. 4", "Meeting No. 4", 4),
    ],
)
def test_mentions(text: str, name: str, number: int | None) -> None:
    (mention,) = mentions(text)
    assert (mention.name, mention.number) == (name, number)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared papers are not beside the repository")
def test_the_three_events_of_the_real_statement_have_their_days() -> None:
    document = read(next((SHARED / "seeds").glob("*.txt")))
    found = read_meetings(document, PartyTable.of())
    events = [(m.name, when(m)) for m in found.meetings if m.parent]
    assert events == [
        ("Tenth Anniversary Commemorative Dialogue", "18 November 2024"),
        ("Tenth Annual Meeting", "19 November 2024"),
        ("Regional Event", "20 November 2024"),
    ]
    (main,) = [m for m in found.meetings if m.main]
    assert (main.number, when(main), main.place) == (10, "18 to 20 November 2024", "Bangkok")
    assert main.chairs == ("Australia", "Republic of Indonesia")
