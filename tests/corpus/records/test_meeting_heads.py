"""Meetings: head tables, halls named like events, chairs with asides, and the events of a package."""

from __future__ import annotations

from corpus.document import Document
from corpus.readers.markdown import read_markdown
from corpus.readers.text import read_text
from corpus.records import read_records
from corpus.records.types import Meeting


def meetings(document: Document) -> list[Meeting]:
    return [record for record in read_records(document) if isinstance(record, Meeting)]


def of(text: str) -> list[Meeting]:
    return meetings(read_markdown(text.encode(), "x.md", "0"))


def test_a_head_table_tells_where_and_under_whom() -> None:
    text = (
        "# Minutes of the Sixth Meeting of the Dune Working Group\n\n"
        "| | |\n|---|---|\n| Held | Monday 3 and Tuesday 4 May 2021 |\n| At | Hotel Harmattan, Atar, Mauritania, and on line |\n"
        "| Chair | Ms Salma Diop (Senegal) |\n\n## Opening\n\nThe Chair opened the meeting.\n"
    )
    document = read_markdown(text.encode(), "x.md", "0")
    main = meetings(document)[0]
    assert document.metadata.place == "Atar, Mauritania"
    assert (main.place, main.venue, main.mode) == ("Atar, Mauritania", "Hotel Harmattan", "hybrid")
    assert main.chairs == ("Senegal",)
    where = main.spans["venue"]
    assert document.text[where.start : where.end] == "Hotel Harmattan"


def test_a_hall_is_no_meeting_and_no_town() -> None:
    found = of(
        "# Statement of the Fourth Meeting of the Dune Working Group\n\nNouakchott, Mauritania, 6 June 2022\n\n"
        "The Dune Working Group held its Fourth Meeting on 6 June 2022 at the Old Harbour Convention Hall in Nouakchott, "
        "Mauritania. The previous meeting, the Third, had taken place in Agadir on 5 and 6 May 2021."
    )
    assert [(m.number, m.place) for m in found] == [(4, "Nouakchott, Mauritania"), (3, "Agadir")]
    assert found[0].venue == "Old Harbour Convention Hall"
    assert found[1].dates is not None
    assert found[1].dates.start.isoformat() == "2021-05-05"


def test_chairs_with_an_aside_and_a_vice_chair() -> None:
    head = "# Statement of the Fourth Meeting of the Dune Working Group\n\nNouakchott, Mauritania, 6 June 2022\n\n"
    followed = of(
        head
        + "All events were co-chaired by Morocco, which followed Tunisia as Co-Chair on 1 May 2022, and Mali."
    )
    assert followed[0].chairs == ("Morocco", "Mali")
    vice = of(
        head
        + "The meeting was chaired by Ms Salma Diop, Director of Forests of Senegal, with Mr Ali Saleh of Chad as Vice-Chair."
    )
    assert vice[0].chairs == ("Senegal",)


def test_what_is_said_of_another_meeting_does_not_rub_off() -> None:
    found = of(
        "# Statement of the Fourth Meeting of the Dune Working Group\n\nNouakchott, Mauritania, 6 June 2022\n\n"
        "It was the first time since the 3rd Meeting (Agadir, 8 and 9 October 2019) that members met in person; the meeting "
        "foreseen for 2020 was cancelled. The Group was set up by the Second Meeting of Ministers of the Forum in Dakar on "
        "11 April 2016."
    )
    third = next(m for m in found if m.number == 3)
    assert third.status == "held"
    assert third.place == "Agadir"
    assert third.dates is not None
    assert third.dates.start.isoformat() == "2019-10-08"
    ministers = next(m for m in found if m.number == 2)
    assert (ministers.status, ministers.body) == ("held", "Ministers")


def test_the_events_of_a_package_have_one_record_each() -> None:
    text = (
        "Dune Working Group\n\n4th Meeting of the Working Group and 3rd Oasis Round Table\n\nChair's Statement\n6 and 7 June 2022\n\n"
        "The Dune Working Group held its 4th Meeting, together with the 3rd Oasis Round Table, in Atar, Mauritania, on 6 and 7 "
        "June 2022. The events were attended by 3 members (Mali, Chad and Niger).\n\n"
        "Oasis Round Table —6 June 2022\n\nThe Round Table was moderated by Ms Salma Diop of Senegal. Mali spoke about wells, and\n"
        "Chad about the price of dates in the oases of its northern provinces, which has fallen by half.\n\n"
        "4th Meeting of the Working Group — 7 June 2022\n\nNiger reported on its belt of trees, which has grown by nine\n"
        "kilometres in the year under review and is watched over by the villages on both sides of the road.\n"
    )
    document = read_text(text.encode(), "x.txt", "0")
    tables = [m for m in meetings(document) if "Round Table" in m.name]
    assert [(m.number, m.dates and m.dates.start.isoformat()) for m in tables] == [(3, "2022-06-06")]
    assert document.metadata.place == "Atar, Mauritania"


def test_a_week_and_a_first_of_its_sort_are_no_meetings() -> None:
    found = of(
        "# Statement of the Fourth Sitting of the Dune Working Group\n\nNouakchott, Mauritania, 6 June 2022\n\n"
        "It was the first sitting held face to face since 2019. The Fifth Sitting will be held in Atar in the first week of May 2023."
    )
    assert [(m.number, m.place) for m in found] == [(4, "Nouakchott, Mauritania"), (5, "Atar")]
