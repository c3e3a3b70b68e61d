"""Title, kind, body, number, dates and place are read from the top of a document."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.about.kind import kind_of
from corpus.document import Kind
from corpus.metadata import MetadataHints
from corpus.names.ordinals import meeting_number
from tests.corpus.shown import text_document


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Minutes of the Fifth Meeting", 5),
        ("10th Annual Meeting of the Panel", 10),
        ("10th Anniversary Dialogue and 11th Annual Meeting", 11),
        ("Report of the XII Session", 12),
        ("Meeting No. 4, Suva", 4),
        ("Twenty-first session of the Committee", 21),
        ("Second Regional Dialogue on Wages", 2),
        ("The first day of the meeting", None),
        ("Annual Meeting 2024", None),
        ("Follow-up to the Tenth Anniversary Commemorative Dialogue", None),
    ],
)
def test_numbers_of_meetings(text: str, number: int | None) -> None:
    assert meeting_number(text) == number


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Chair's Summary of the Third Meeting", Kind.STATEMENT),
        ("Joint Communiqué", Kind.STATEMENT),
        ("Summary record of the 4th meeting", Kind.MINUTES),
        ("Report of the Seventh Session on the Action Plan", Kind.MINUTES),
        ("Draft minutes", Kind.MINUTES),
        ("Forward Work Plan 2031-2033", Kind.WORK_PLAN),
        ("Working Group on Ports: Road Map to 2030", Kind.WORK_PLAN),
        ("Provisional agenda", Kind.PROGRAMME),
        ("Concept note: dialogue on the action plan", Kind.PROGRAMME),
        ("Programme of Work 2030", Kind.WORK_PLAN),
        ("Press release", Kind.EVENT),
        ("About the Compact", Kind.PAGE),
    ],
)
def test_kinds(title: str, kind: Kind) -> None:
    assert kind_of([title], title, []) is kind


def test_a_news_item_is_an_event_and_its_date_of_publication_no_date_of_the_meeting() -> None:
    about = text_document(
        "Inspectors agree on one seal\n\n"
        "Published on 9 March 2027\n\n"
        "The Working Group on Port Seals held its Third Meeting in Kribi, Cameroon, from 2 to 4 March 2027. "
        "It looked back on its Action Plan 2024-2026.\n"
    ).metadata
    assert about.kind is Kind.EVENT
    assert about.dates is not None
    assert (about.dates.start, about.dates.end) == (date(2027, 3, 2), date(2027, 3, 4))
    assert about.place == "Kribi, Cameroon"
    assert about.number == 3
    assert about.body == "Working Group on Port Seals"


def test_the_period_of_a_work_plan() -> None:
    about = text_document(
        "Volga Delta Initiative\nExperts Group on Sturgeon\n\nACTION PLAN 2028-2030\n\n"
        "Adopted at the Fourth Meeting of the Experts Group, Astrakhan, 7 May 2028\n\n"
        "This plan covers the time from 1 July 2028 to 30 June 2030 and is reviewed every year by the "
        "members.\n"
    ).metadata
    assert about.kind is Kind.WORK_PLAN
    assert about.number is None
    assert about.place is None
    assert about.dates is not None
    assert (about.dates.start, about.dates.end) == (date(2028, 7, 1), date(2030, 6, 30))
    assert about.body == "Volga Delta Initiative Experts Group on Sturgeon"


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ("Date: 4 May 2030\nVenue: Hotel Astra, Ljubljana, Slovenia (hybrid)", "Ljubljana, Slovenia"),
        ("Nadi, Fiji, 4 May 2030", "Nadi, Fiji"),
        ("4-5 May 2030 | Nadi, Fiji", "Nadi, Fiji"),
        ("Online, 4 May 2030", None),
        ("4 May 2030", None),
    ],
)
def test_places(lines: str, place: str | None) -> None:
    about = text_document(
        f"Task Force on Ferries\nSecond Meeting\n\n{lines}\n\nMembers took the floor in turn.\n"
    ).metadata
    assert about.place == place
    assert about.dates is not None
    assert about.dates.start == date(2030, 5, 4)


def test_what_the_document_does_not_say_is_not_filled_in() -> None:
    about = text_document(
        "Notes\n\nSome remarks on ferries and on those who sail them for a living.\n"
    ).metadata
    assert (about.body, about.number, about.dates, about.place) == (None, None, None, None)
    assert about.kind is Kind.PAGE


def test_hints_fill_gaps_unless_they_are_certain() -> None:
    from corpus.about.title import Shown
    from corpus.document import BlockKind
    from corpus.metadata import describe

    blocks = [
        Shown(BlockKind.HEADING, 1, "Minutes of the Second Meeting"),
        Shown(BlockKind.PARAGRAPH, 0, "It met."),
    ]
    weak = describe(blocks, MetadataHints(title="Scan0001.docx", place="Suva"))
    assert (weak.title, weak.place, weak.number) == ("Minutes of the Second Meeting", "Suva", 2)
    strong = describe(blocks, MetadataHints(title="Ferry talks", number=7, certain=True))
    assert (strong.title, strong.number) == ("Ferry talks", 7)
