"""Meetings by the many nouns and layouts of the genre: plenaries, tables of sessions, exercises with a code name."""

from __future__ import annotations

from corpus.readers.markdown import read_markdown
from corpus.readers.text import read_text
from corpus.records import read_records
from corpus.records.types import Meeting, Person


def of(text: str) -> list[Meeting]:
    document = read_markdown(text.encode(), "x.md", "0")
    return [record for record in read_records(document) if isinstance(record, Meeting)]


def test_a_plenary_is_a_meeting_and_the_next_one_is_planned() -> None:
    main, before, following = of(
        "# Standing Committee on Peat Bogs\n\n## Minutes of the Fifth Plenary\n\n"
        "Held at the Moss Learning Center, Tartu, and on line, 3–5 June 2031\n\n"
        "The record of the Fourth Plenary, which had been held on line on 8 May 2030 and not in Riga as planned, "
        "was approved.\n\nThe Sixth Plenary was to be held in Vilnius; its date would be fixed later.\n"
    )
    assert (main.name, main.number, main.place) == ("Fifth Plenary", 5, "Tartu")
    assert (main.venue, main.mode, main.main) == ("Moss Learning Center", "hybrid", True)
    assert (before.number, before.mode, before.status) == (4, "online", "held")
    assert (before.place, before.planned_place) == (None, "Riga")
    assert (following.number, following.place, following.status) == (6, "Vilnius", "planned")


def test_a_plenary_meeting_is_called_by_its_whole_name() -> None:
    found = of(
        "# Report of the Seventh Plenary Meeting of the Moss Group\n\nTartu, 3 June 2031\n\n"
        "Plenary debates were short. The plenary hall was cold.\n"
    )
    assert [meeting.name for meeting in found] == ["Seventh Plenary Meeting"]


def test_a_table_of_sessions_with_what_was_held_beside_them() -> None:
    first, second = of(
        "# Working Group on Avalanches: meetings\n\n## Past meetings\n\n"
        "| Session | Dates | Place | Chair | Exercise or side event |\n|---|---|---|---|---|\n"
        "| Second | 4–6 May 2031 | Chur | Austria | Fair of snow ploughs |\n"
        "| First | 2–3 May 2030 | Sölden | Italy | – |\n"
    )
    assert (first.name, first.number, first.place, first.chairs) == (
        "Second Session",
        2,
        "Chur",
        ("Austria",),
    )
    assert (second.name, second.number, second.place) == ("First Session", 1, "Sölden")


def test_exercises_are_known_by_their_code_names() -> None:
    text = (
        "# Report of the Third Session of the Avalanche Group\n\nChur, 4 to 6 May 2031\n\n"
        "The Group met on 4 and 5 May 2031. The exercise at the dam, WHITE WALL 31, was carried out on 6 May 2031. "
        "Exercise Edelweiss was held on 7 March 2030.\n"
    )
    found = {meeting.name: meeting for meeting in of(text)}
    dates = found["Exercise WHITE WALL 31"].dates
    assert dates is not None
    assert dates.start.isoformat() == "2031-05-06"
    assert "Exercise Edelweiss" in found


def test_a_label_names_the_house_and_the_line_above_it_the_town() -> None:
    (main,) = of(
        "# Record of the Third Session of the Avalanche Group\n\nChur, Switzerland, 4 to 6 May 2031\n\n"
        "Venue: Ice Hall, Old Barracks. Document AG/3/R, circulated 9 June 2031.\n"
    )
    assert (main.place, main.venue) == ("Chur, Switzerland", "Ice Hall")


def test_a_title_that_goes_on_with_a_day_or_a_town_gives_no_part_of_the_body() -> None:
    for title in (
        "Third Session of the Working Group on Dyes and Inks, and Colour Day",
        "Third Session of the Working Group on Dyes and Inks, Porto",
    ):
        document = read_markdown(
            f"# {title}\n\nPorto, 4 May 2031\n\nThe Working Group on Dyes and Inks (WGDI) met in Porto.\n".encode(),
            "x.md",
            "0",
        )
        assert document.metadata.body == "Working Group on Dyes and Inks"
    whole = read_markdown(
        b"# Third Session of the Working Group on Dyes, Inks and Glue\n\nPorto, 4 May 2031\n", "x.md", "0"
    )
    assert whole.metadata.body == "Working Group on Dyes, Inks and Glue"


def test_officers_named_in_brackets_and_by_rank() -> None:
    text = (
        "RECORD OF DISCUSSION\nSecond Session of the Working Group on Dyes, Porto, 4 May 2031\n\n"
        "1.   The CHAIR (Ms Ama Kuffour, Ghana) called the session to order.\n\n"
        "2.   The SECRETARY (Mr Tevi Moa) read the agenda.\n\n"
        "3.   The evening was chaired by Cdr. (ret.) Ivo Brandt of Croatia.\n"
    )
    document = read_text(text.encode(), "x.txt", "0")
    people = {record.name: record for record in read_records(document) if isinstance(record, Person)}
    assert (people["Ama Kuffour"].roles, people["Ama Kuffour"].party) == (("chair",), "Ghana")
    assert people["Tevi Moa"].post == "Secretary"
    assert (people["Ivo Brandt"].roles, people["Ivo Brandt"].party) == (("chair",), "Croatia")
